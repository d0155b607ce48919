"""By when: a date or a span for reaching the goal, not how often it is tried."""

from strongsuit.knowledge.coach.goals.shapes import Part, first
from strongsuit.knowledge.wordlists import Expressions

SAID = Expressions("goals/timeframe")


def timeframe(text: str, low: str) -> Part | None:
    return first(
        text,
        (
            found
            for found in SAID["timeframe"].finditer(low)
            if not SAID["no_timeframe"].match(low, found.start())
            and not SAID["again_and_again"].match(low, found.start())
        ),
    )
