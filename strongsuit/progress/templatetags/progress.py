"""Filters for the pages about progress."""

from django import template

from strongsuit.web.ids import spell

register = template.Library()


@register.filter
def spelled(pk):
    """The letters and digits that stand for a row in addresses, also after the number sign."""
    return spell(pk)
