"""Whether a strength does some of the work in a written goal: hide its words, and see what is left (6.3)."""

import re
from dataclasses import dataclass, replace

from strongsuit.knowledge import weave
from strongsuit.knowledge.coach.goals import read_goal
from strongsuit.knowledge.shapes import GoalFacts, StrengthFacts, WeaveFacts
from strongsuit.knowledge.terms import Pattern

WILL = re.compile(r"\b(?:will|shall)\b")
# Words beside the work: who the student is or what the student likes.
BESIDE = re.compile(r"(?:who|whose|which|because|since|although|a (?:big|great|keen|true|real))\b", re.IGNORECASE)
CLAUSE = re.compile(r"[^,;()]+[,;]?")


@dataclass(frozen=True, slots=True)
class Weaving:
    """How well an item of the profile works in an answer; ``clause`` are the words that the test hides."""

    score: int
    item: StrengthFacts | None = None
    clause: str = ""


def best_weave(answer: str, items: tuple[StrengthFacts, ...], student: str) -> Weaving:
    """The item that carries most, by the score of 6.3; what is said before "will" wins a tie."""
    goal, steps = _split(answer)
    found = [_weaving(goal, steps, item, student) for item in items if weave.names(item, answer)]
    before = condition_of(goal)
    return max(found, key=lambda one: (one.score, _named(one, before)), default=Weaving(weave.TAG_ONLY))


def _named(weaving: Weaving, text: str) -> bool:
    return weaving.item is not None and weave.names(weaving.item, text)


def _weaving(goal: str, steps: str, item: StrengthFacts, student: str) -> Weaving:
    clause = clause_of(goal, item)
    facts = GoalFacts("", None, None, _all_conditions(goal), goal, "", None, None, None, None, "", None, "", None,
                      None, "")  # fmt: skip
    score = weave.quality(WeaveFacts(item.id, Pattern.W1, step=steps), facts, item, student=student)
    in_steps = weave.quality(
        WeaveFacts(item.id, Pattern.W1, step=steps), replace(facts, condition=""), item, student=student
    )
    if in_steps < weave.READY and not _hidden_matters(goal, clause):
        score = min(score, weave.NAMED)
    return Weaving(score, item, clause if weave.names(item, goal) else "")


def _split(answer: str) -> tuple[str, str]:
    """The goal is the first sentence; what follows are the steps."""
    found = re.search(r"(?<=[a-z0-9)%])\.\s+(?=[A-Z])", answer)
    return (answer[: found.start() + 1], answer[found.end() :]) if found else (answer, "")


def condition_of(goal: str) -> str:
    """What stands before "will" and says how the work is done: not the date, and no words beside the work."""
    found = WILL.search(goal)
    clauses = (part.strip(" ,;") for part in CLAUSE.findall(goal[: found.start()] if found else ""))
    return ", ".join(part for part in clauses if part and not BESIDE.match(part) and not _is_date(part))


def _is_date(clause: str) -> bool:
    timeframe = read_goal(clause).timeframe
    return timeframe is not None and timeframe.text.strip() == clause


def _all_conditions(goal: str) -> str:
    spoken = read_goal(goal).condition
    return f"{condition_of(goal)} {spoken.text if spoken else ''}"


def clause_of(goal: str, item: StrengthFacts) -> str:
    """The stretch between commas that names the item, looked for before "will" first."""
    parts = [part.strip(" ,;") for part in CLAUSE.findall(goal)]
    named = [part for part in parts if weave.names(item, part)]
    return min(named, key=lambda part: (bool(WILL.search(part)), len(part)), default="")


def _hidden_matters(goal: str, clause: str) -> bool:
    if not clause or weave.REWARD.search(clause):
        return False
    return _all_conditions(goal) != _all_conditions(goal.replace(clause, " ", 1))
