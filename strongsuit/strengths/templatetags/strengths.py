"""Filters for the pages about strengths."""

from django import template

register = template.Library()


@register.filter(name="is")
def is_same(one, other):
    return one == other and one != ""
