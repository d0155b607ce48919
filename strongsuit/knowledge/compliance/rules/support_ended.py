"""A support ends only with the student's own view of it, data, and no test that leans on it.

Strongsuit method, R-32: a strength never takes support away.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.words import gettext_noop

ID = "R-32"
SEVERITY = "warn"
CITATION = "Strongsuit method, R-32"

UNASKED = gettext_noop(
    "“%(words)s” was in the plan before and is missing here, and the student was not asked what it means to them."
)
ASK_FIRST = gettext_noop(
    "Put it back, or ask the student under What helps me. Then say why it ends, with numbers from a goal."
)
MESSAGE = gettext_noop("“%(words)s” was in the plan before and is missing here.")
NEXT_STEP = gettext_noop(
    "Put it back, or say why it ends: what the student says of it, and numbers from a goal. "
    "A strength alone is no reason."
)
LEANED_ON = gettext_noop(
    "“%(words)s” was in the plan before and is missing here, but the testing accommodation “%(test)s” leans on it."
)
NUMBERS_MISSING = gettext_noop(
    "Say it with numbers from a goal and with what the student says of this support. A strength alone is no reason."
)
KEEP_BOTH = gettext_noop("Put it back. On a test a student may use what they use in class.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    for ended in facts.ended_supports:
        message, step = (MESSAGE, NEXT_STEP) if ended.rated else (UNASKED, ASK_FIRST)
        values: dict[str, str | int | date] = {"words": ended.words}
        if ended.test:
            message, step, values = LEANED_ON, KEEP_BOTH, values | {"test": ended.test}
        yield Finding(ID, SEVERITY, CITATION, message, step, f"accommodation:{ended.id}", values)


def refusal(words: str) -> str:
    """Why ``words`` are no reason to end a support; nothing where they are one."""
    return "" if any(sign.isdecimal() for sign in words) else NUMBERS_MISSING
