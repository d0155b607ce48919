"""A goal names an act that can be seen.

34 CFR 300.320(a)(2)(i): goals are measurable. Only the verb that leads the goal is judged.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from strongsuit.knowledge.compliance.parts import goals, says_something
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.reading import Token, tokens
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.wordlists import words
from strongsuit.knowledge.words import gettext_noop

ID = "V31"
SEVERITY = "warn"
CITATION = "34 CFR 300.320(a)(2)(i)"

NO_ACT = gettext_noop("Goal %(number)s does not say what the student will do.")
NEXT_STEP_ACT = gettext_noop("Name an act another adult could see or count, such as reads aloud, asks or sorts.")
VAGUE = gettext_noop("Goal %(number)s, “%(goal)s”, starts with a word that nobody can see or count: %(verb)s.")
NEXT_STEP_VAGUE = gettext_noop("Say what shows it: the act, with what material, in which place.")

# After "be" or "become" stand states of mind, not acts.
BE = {"be", "is", "become", "becomes"}
# "Shows understanding by retelling" says what is seen.
SHOWN = {"by", "through"}
# The verb stands near the beginning.
NEAR = 6


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    for goal, place, values in goals(facts):
        verb = _unseen(goal.behavior, facts.student.name)
        if not says_something(goal.behavior):
            yield Finding(ID, SEVERITY, CITATION, NO_ACT, NEXT_STEP_ACT, place, values)
        elif verb:
            yield Finding(ID, SEVERITY, CITATION, VAGUE, NEXT_STEP_VAGUE, place, {**values, "verb": verb})


def _unseen(behavior: str, student: str) -> str:
    """The vague verb that leads the goal, or nothing when an act leads it or says what shows it."""
    found = [token for token in tokens(behavior[:1000]) if token.is_word]
    if any(word.text in SHOWN and shown.text.endswith("ing") for word, shown in pairwise(found)):
        return ""
    skipped = words("before_the_verb") | {part.lower() for part in student.split()}
    return _verdict([word for word in found[:NEAR] if word.text not in skipped][:2])


def _verdict(led: list[Token]) -> str:
    if led and led[0].text in words("vague_verbs"):
        return led[0].raw
    if len(led) == 2 and led[0].text in BE and led[1].text in words("vague_states"):
        return f"{led[0].raw} {led[1].raw}"
    return ""
