"""One year's plan beside another's: what it said, and how alike two texts are."""

from strongsuit.knowledge.reading import tokens
from strongsuit.knowledge.shapes import EarlierPlan, GoalFacts, PlanFacts


def earlier_plan(facts: PlanFacts) -> EarlierPlan | None:
    """An adopted plan as later plans remember it; None while it was never adopted."""
    if facts.adopted_on is None:
        return None
    return EarlierPlan(facts.adopted_on, narrative(facts), tuple(goal_words(goal) for goal in facts.goals))


def narrative(facts: PlanFacts) -> str:
    """The present levels as one text."""
    parts: list[str] = []
    for level in facts.present_levels:
        parts += [level.strength_text, level.now_text]
        parts += [text for need in level.needs for text in (need.statement, need.impact)]
    return "\n".join(part for part in parts if part)


def goal_words(goal: GoalFacts) -> str:
    """The goal as one sentence with its target, so that a higher target is another goal."""
    # A stored 60.00 and a typed 60 are one target.
    target = "" if goal.target is None else f"{goal.target.normalize():f} {goal.unit}"
    return " ".join(part for part in (goal.condition, goal.behavior, goal.criterion, target) if part.strip())


def word_list(text: str) -> list[str]:
    return [token.text for token in tokens(text) if token.is_word]


def alike(first: list[str], second: list[str], *, run: int, percent: int) -> bool:
    """True when at least ``percent`` of all runs of ``run`` words stand in both texts."""
    ours, theirs = _runs(first, run), _runs(second, run)
    return bool(ours) and len(ours & theirs) * 100 >= len(ours | theirs) * percent


def _runs(words: list[str], run: int) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + run]) for at in range(len(words) - run + 1)}
