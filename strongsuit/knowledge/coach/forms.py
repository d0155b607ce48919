"""The forms of reframes: what each category says where a place asks for another, and verbs in another form.

What they say is English, as the rules' own reframes are; the words they are told apart by are lists.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from strongsuit.knowledge.coach.inflect import BASE, PAST, S, verb
from strongsuit.knowledge.wordlists import rewordings, words


@dataclass(frozen=True, slots=True)
class Forms:
    """What a category says where a line's own reframe has no form for its place: what one does, and what one has.

    ``then`` ties what is left of the sentence to it: "after ___, followed by ___ from" his sister. ``says`` stands for
    a whole sentence that is not about what the student does, ``because`` for a reason.
    """

    does: str
    has: str
    then: str = "with"
    says: str = ""
    because: str = ""


FORMS = {
    "willful_refusal": Forms("needs more support to begin ___", "need for more support to ___"),
    "effort_blame": Forms(
        "needs a first step for ___", "need for a first step in ___", because="needs a first step for ___"
    ),
    "character_judgment": Forms("needs support to ___ when ___", "need for support to ___ when ___"),
    "motive_attribution": Forms("does ___ after ___, followed by ___", "pattern of ___ after ___", "from"),
    "absolute_inability": Forms("is learning ___ with ___", "next step with ___"),
    "failure_framing": Forms("completed ___ of ___", "record of ___ done and ___ to do", "on"),
    "deficit_noun": Forms("is building ___", "need for support with ___", "in"),
    "struggle_framing": Forms("needs ___ with ___", "need for ___ with ___"),
    "level_label": Forms("needs support in ___ with ___", "need for support in ___", "in"),
    "norm_comparison": Forms("is at ___ in ___", "present level of ___ in ___", "beside"),
    "outdated_or_pity": Forms("uses ___ for ___", "person who uses ___", says="with ___ as support"),
    "identity_reduction": Forms("needs ___ when ___", "need for ___ when ___"),
    "vague_behavior_label": Forms("is seen to ___ (___ times in ___)", "record of ___ (what was seen)"),
    "family_or_burden_blame": Forms(
        "needs ___ from the team", "plan for ___", "for", says="the team and the family will agree on ___"
    ),
    "low_expectation": Forms("works toward ___, with ___ as the first step", "first step toward ___", "in"),
    "absolute_exaggeration": Forms("is seen to ___ in ___ of ___ times", "count of ___ in ___", ""),
}
WITH = "with"
# "___ after ___": a blank for what one did.
SEEN = re.compile(r"___ (?:after|when|before) ")


@cache
def past(word: str) -> bool:
    return word in words("reframing.past") or word.endswith("ed") and word not in {"need"} or word in _pasts()


@cache
def _pasts() -> frozenset[str]:
    forms = ((lemma, forms[2] if len(forms) == 4 else forms[-1]) for (lemma, *_), forms in _irregular().items())
    return frozenset(past for lemma, past in forms if past not in {lemma, "read"})


def _irregular() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    return rewordings("irregular_verbs")


@cache
def verbs() -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for lemma in words("reframing.verbs"):
        forms = verb(lemma)
        for form in (BASE, PAST, S):
            found[forms[form]] = lemma, form
    return found | {"is": ("be", S), "are": ("be", BASE), "were": ("be", PAST)}


def verb_of(reframe: str) -> tuple[str, int] | None:
    """The verb a reframe begins with, and its form."""
    first, _space, rest = reframe.partition(" ")
    found = verbs().get(first.rstrip(","))
    if found and first in words("reframing.often_nouns") and rest.partition(" ")[0] not in words("reframing.verbal"):
        return None
    return found


def turned(reframe: str, form: int) -> str:
    """With its first verb, and those told of the same one, in another form."""
    found = verb_of(reframe)
    if found is None:
        return reframe
    first, space, rest = reframe.partition(" ")
    told = "were" if (found[0], form) == ("be", PAST) and first == "are" else verb(found[0])[form]
    told += "," * first.endswith(",")
    return f"{told}{space}{rest}"
