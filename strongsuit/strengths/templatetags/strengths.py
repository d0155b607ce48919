"""Filters for the pages about strengths."""

from uuid import uuid4

from django import template

from strongsuit.knowledge.profile import claims
from strongsuit.knowledge.terms import Group
from strongsuit.strengths.finder_forms import HELP
from strongsuit.strengths.finder_ways import answering_of
from strongsuit.web.ids import spell

register = template.Library()


@register.filter(name="is")
def is_same(one, other):
    return one == other and one != ""


@register.inclusion_tag("strengths/_finder_picture.html")
def finder_picture(concept, *, photo="", large=False):
    """The picture of a card or an answer: the student's own photo where there is one."""
    return {"concept": concept, "size": "large" if large else "", "photo": photo}


@register.simple_tag
def new_once():
    """A token for a form that stands on a page many times."""
    return uuid4()


@register.filter
def claimed_by(known, account):
    """Whether this person said yes to it, in their newest answer."""
    return any(a.by_id == account.pk and claims(a.value, Group(a.group)) for a in known.answers)


@register.filter
def help_given(answer):
    """How somebody helped with an answer, in that person's words; empty where it was not kept."""
    return dict(HELP).get(answer.helped_how, "")


@register.filter
def spelled(pk):
    """The letters and digits that stand for a row in addresses."""
    return spell(pk)


@register.simple_tag(takes_context=True)
def how_i_answer(context):
    """The settings of whoever is signed in, by name."""
    return answering_of(context["request"].user).chosen
