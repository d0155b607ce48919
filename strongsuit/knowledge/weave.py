"""How well a strength is woven into a goal, 0 to 3, read from the goal's own words (R-4, R-6)."""

import re
from collections.abc import Collection

from strongsuit.knowledge.reading import tokens
from strongsuit.knowledge.shapes import GoalFacts, PlanFacts, StrengthFacts, WeaveFacts
from strongsuit.knowledge.wordlists import words

TAG_ONLY, NAMED, IN_THE_WORK, LIVED = range(4)
READY = IN_THE_WORK
CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")
ENDINGS = ("ings", "ing", "ies", "ied", "ed", "es", "s")


def quality(weave: WeaveFacts, goal: GoalFacts, item: StrengthFacts, *, student: str = "", used: bool = False) -> int:
    """0 a tag; 1 named in the goal; 2 in its condition, or in a step with who and when; 3 also confirmed and used.

    The student confirms by "That's me". No page logs use yet, so ``used`` stays False there, and 2 is the most.
    """
    step_counts = has_who_and_when(weave.step, student) and names(item, weave.step)
    if names(item, goal.condition) or step_counts:
        return LIVED if weave.confirmed_by_student and used else IN_THE_WORK
    return NAMED if names(item, f"{goal.behavior} {goal.criterion}") else TAG_ONLY


def goal_quality(goal: GoalFacts, facts: PlanFacts, *, used: Collection[str] = ()) -> int | None:
    """The best weave of a goal; None when no strength of the plan is linked. ``used``: strengths with use logged."""
    known = {strength.id: strength for strength in facts.strengths}
    linked = [(weave, known[weave.strength_id]) for weave in goal.weaves if weave.strength_id in known]
    student = facts.student.name
    return max(
        (quality(weave, goal, item, student=student, used=item.id in used) for weave, item in linked), default=None
    )


def linked_onward(facts: PlanFacts) -> frozenset[str]:
    """Strengths that work somewhere: woven into a goal, or named in an accommodation, service or transition text."""
    woven = {weave.strength_id for goal in facts.goals for weave in goal.weaves}
    texts = [f"{found.words} {found.how}" for found in facts.accommodations]
    texts += [service.name for service in facts.services]
    texts += [section.text for section in facts.sections if section.section == "transition"]
    roots = [_roots(text) for text in texts]
    return frozenset(item.id for item in facts.strengths if item.id in woven or any(_shared(item, r) for r in roots))


def names(strength: StrengthFacts, text: str) -> bool:
    """True when ``text`` uses a telling word of the strength, in any of its forms."""
    return _shared(strength, _roots(text))


def has_who_and_when(step: str, student: str = "") -> bool:
    """A step another adult could follow says who does it and when."""
    found = {token.text for token in tokens(step)}
    who = words("who") | {part.lower() for part in student.split()}
    return bool(found & who) and bool(found & words("when") or CLOCK.search(step))


def _shared(strength: StrengthFacts, roots: frozenset[str]) -> bool:
    own = _roots(strength.words)
    telling = own - frozenset(_root(word) for word in words("everyday"))
    return bool((telling or own) & roots)


def _roots(text: str) -> frozenset[str]:
    found = (token for token in tokens(text) if token.is_word)
    return frozenset(_root(token.text) for token in found if token.text not in words("filler"))


def _root(word: str) -> str:
    """Rough on purpose: it only has to treat "draws", "drawing" and "draw" alike."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word.removesuffix(ending) + ("y" if ending in ("ies", "ied") else "")
            break
    word = word.removesuffix("e") if len(word) > 3 else word
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
