"""Filters for the pages about strengths."""

from django import template

from strongsuit.web.ids import spell

register = template.Library()


@register.filter(name="is")
def is_same(one, other):
    return one == other and one != ""


# Until a set of symbols is there, the house's own icons stand in.
STAND_INS = {
    "thats-me": "like", "a-lot-like-me": "like", "mostly": "yes-face", "a-little": "sometimes",
    "sometimes": "sometimes", "not-yet": "growth", "skip": "forward", "both": "check", "neither": "close",
}  # fmt: skip


@register.inclusion_tag("strengths/_finder_picture.html")
def finder_picture(concept, *, photo="", large=False):
    """The picture of a card or an answer: the student's own photo where there is one."""
    return {"concept": concept, "icon": STAND_INS.get(concept, "ability"), "photo": photo, "large": large}


@register.filter
def spelled(pk):
    """The letters and digits that stand for a row in addresses."""
    return spell(pk)
