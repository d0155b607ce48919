"""Say what was asked and what helps the student join, not that the student would not.

Language guide 2, willful_refusal: refusal told as will stops the search for a cause.
"""

from collections.abc import Iterator

from strongsuit.knowledge.coach.asserted import is_asserted
from strongsuit.knowledge.coach.passage import Advice, Passage
from strongsuit.knowledge.coach.triggers import Trigger, student_being, student_doing, triggers
from strongsuit.knowledge.wordlists import rewordings, words
from strongsuit.knowledge.words import gettext_noop

CATEGORY = "willful_refusal"
SEVERITY = 2
WHY = gettext_noop("This tells not joining in as will, so nobody looks for the cause or the support.")
ASK = gettext_noop("What was the task, and what has helped before?")

NEEDS_AN_ACT = {"won't", "will", "wouldn't", "would"}
OBJECT_REACH = 4
OF_BEHAVIOR = "need for more support to follow ___"
OF_STUDENT = "student who needs more support to follow ___"


def check(passage: Passage) -> Iterator[Advice]:
    for found in triggers(passage, rewordings("refusal_verbs")):
        if _is_act(found) and student_doing(found) and is_asserted(found.line, found.at, found.after):
            yield _advice(passage, found.span(), found.reframes)
    for found in triggers(passage, rewordings("refusal_traits")):
        yield from _trait(passage, found)


def _is_act(found: Trigger) -> bool:
    """False for what may rightly be refused, for headings and for "refused by"."""
    opens = found.line.sentence.text(found.at)
    if opens in NEEDS_AN_ACT and not _act_follows(found, opens):
        return False
    near = found.near(OBJECT_REACH)
    return not (near & (words("good_to_refuse") | words("family_rights")) or found.text() in {"by", ":"} or ":" in near)


def _act_follows(found: Trigger, opens: str) -> bool:
    # "Will not participate with nondisabled peers" is the law's own phrase.
    legal = opens == "will" and found.text() == "participate"
    return found.text() in words("joining_acts") and not legal


def _trait(passage: Passage, found: Trigger) -> Iterator[Advice]:
    described = found.text()
    further, reframes = 0, found.reframes
    if described in words("trait_nouns"):
        further, reframes = 1, (OF_BEHAVIOR,)
    elif described in words("students"):
        further, reframes = 1, (OF_STUDENT,)
    about = student_being(found) or (further and described in words("students"))
    if about and is_asserted(found.line, found.at, found.after):
        yield _advice(passage, found.span(further=further), reframes)


def _advice(passage: Passage, span: tuple[int, int], reframes: tuple[str, ...]) -> Advice:
    quote = passage.words[slice(*span)]
    return Advice("willful_refusal", CATEGORY, SEVERITY, passage.place, *span, quote, WHY, reframes, ASK)
