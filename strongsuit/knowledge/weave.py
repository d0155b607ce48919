"""How well a strength is woven into a goal, 0 to 3, read from the goal's own words (R-4, R-6)."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from strongsuit.knowledge.reading import tokens
from strongsuit.knowledge.shapes import GoalFacts, PlanFacts, StrengthFacts, WeaveFacts
from strongsuit.knowledge.telling import roots, telling
from strongsuit.knowledge.weaving.way import Way
from strongsuit.knowledge.weaving.ways import WAYS
from strongsuit.knowledge.wordlists import words
from strongsuit.knowledge.words import gettext_noop

TAG_ONLY, NAMED, IN_THE_WORK, LIVED = range(4)
READY = IN_THE_WORK
MOST_GOALS = 3
PART = re.compile(r"[^,;]+[,;]?\s*")
DECORATION = re.compile(
    r"(?:because|since|who|which|being|\w+ (?:really )?(?:likes?|loves?|enjoys?)|as (?:an? )?(?:\w+ )?(?:fan|lover)"
    r"|as \w+ (?:likes?|loves?|enjoys?)|with (?:\w+ )?(?:love|interest|talent|gift))\b",
    re.IGNORECASE,
)
# An interest as something to be earned or lost.
REWARD = re.compile(
    r"\b(?:earn(?:s|ed|ing)?|rewards?|rewarded|prize|los(?:e|es|ing) (?:\w+ ){0,3}(?:time|minutes|turns?|privileges?)|"
    r"taken away|take away|as a treat|gets? to [a-z]\w+|may then|"
    r"if (?:he|she|they) (?:behaves?|listens?|finish(?:es)?|works?|is good|are good))\b",
    re.IGNORECASE,
)
NEXT = {
    TAG_ONLY: gettext_noop("It is linked, and the goal does not say so yet. Choose a way to use it."),
    NAMED: gettext_noop(
        "It is named, and the work stays the same without it. Put it into the condition, or into a step that says who "
        "does it and when."
    ),
    IN_THE_WORK: gettext_noop("It is part of the work. Next, %(name)s says whether it fits."),
    LIVED: gettext_noop("It is part of the work, %(name)s agrees, and it is in use."),
}
CONFIRMED_NEXT = gettext_noop("It is part of the work and %(name)s agrees. Next, note when it is used.")
CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")


def quality(weave: WeaveFacts, goal: GoalFacts, item: StrengthFacts, *, student: str = "", used: bool = False) -> int:
    """0 a tag; 1 named in the goal; 2 in its condition, or in a step with who and when; 3 also confirmed and used.

    The student confirms by "That's me". Use is logged where somebody wrote down what was seen: with the strength
    itself (``in_use``), or elsewhere, which ``used`` says.
    """
    step_counts = has_who_and_when(weave.step, student) and names(item, weave.step)
    if step_counts or works_in(goal.condition, item):
        lived = weave.confirmed_by_student and (used or in_use(goal, item))
        return LIVED if lived else IN_THE_WORK
    return NAMED if names(item, f"{goal.condition} {goal.behavior} {goal.criterion}") else TAG_ONLY


def in_use(goal: GoalFacts, item: StrengthFacts, logged: Iterable[tuple[date, str]] = ()) -> bool:
    """Whether the use of the strength in this work was written down since the goal began.

    What was seen of the strength counts where it speaks of the work; ``logged`` are notes of measurements and what
    the student told of the goal, with their days: they speak of the work, and count where they name the strength.
    """
    if goal.baseline_on is None:
        return False
    work = telling(f"{goal.condition} {goal.behavior}")
    seen = (each for each in item.evidence if each.on > goal.baseline_on)
    told = (words for on, words in logged if on > goal.baseline_on)
    return any(work & roots(f"{each.words} {each.setting}") for each in seen) or any(
        names(item, words) for words in told
    )


def works_in(condition: str, item: StrengthFacts) -> bool:
    """Whether the condition names the strength, and the work would be another one without it."""
    parts = naming_parts(item, condition)
    return names(item, condition) and not (parts and all(decorates(part) for part in parts))


def naming_parts(item: StrengthFacts, text: str) -> list[str]:
    """The parts between commas that name the strength."""
    return [part for part in PART.findall(text) if names(item, part)]


def decorates(part: str) -> bool:
    """“Because Leo likes trains,” tells of the student, “to earn train time,” of a prize: the work stays the same."""
    return bool(DECORATION.match(part.strip()) or REWARD.search(part))


def without(goal: GoalFacts, item: StrengthFacts) -> GoalFacts:
    """The unwoven control: the goal as it reads when the parts of its condition that name the strength are hidden."""
    hidden = naming_parts(item, goal.condition) or ([goal.condition] if names(item, goal.condition) else [])
    kept = "".join(part for part in PART.findall(goal.condition) if part not in hidden) if hidden else goal.condition
    return replace(goal, condition="" if hidden == [goal.condition] else kept.strip(" ,;"))


def crowded(facts: PlanFacts) -> frozenset[str]:
    """Strengths that carry more goals than one strength can; another one is waiting."""
    uses = Counter(weave.strength_id for goal in facts.goals for weave in goal.weaves)
    return frozenset(item for item, count in uses.items() if count > MOST_GOALS)


def next_step(quality: int, *, confirmed: bool) -> str:
    """One sentence on how to get from here to the next step; to be filled with ``name``."""
    return CONFIRMED_NEXT if confirmed and quality == IN_THE_WORK else NEXT[quality]


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
    said = frozenset[str]().union(*map(roots, texts))
    return frozenset(item.id for item in facts.strengths if item.id in woven or telling(item.words) & said)


def names(strength: StrengthFacts, text: str) -> bool:
    """True when ``text`` uses a telling word of the strength, or says what the strength is for in the table's words."""
    found, own = roots(text), telling(strength.words)
    return bool(own & found) or any(_says(way, own, found) for way in WAYS)


def _says(way: Way, own: frozenset[str], found: frozenset[str]) -> bool:
    """A clause of the table, whole; or a word that means the same as the strength's own, such as sketch and draw."""
    whole = way.marks <= found
    meant = bool(way.telling & own) and (whole or bool(way.telling & found))
    return meant or (whole and len(way.marks) > 1)


def has_who_and_when(step: str, student: str = "") -> bool:
    """A step another adult could follow says who does it and when."""
    found = {token.text for token in tokens(step)}
    who = words("who") | {part.lower() for part in student.split()}
    return bool(found & who) and bool(found & words("when") or CLOCK.search(step))
