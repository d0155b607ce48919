"""The strength shelf: what fits best in one place of the plan, by the rank of the student's profile."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from strongsuit.knowledge.profile import STILL_TRUE, Candidate, Status, freshness, offered, score
from strongsuit.knowledge.shapes import PlanFacts, StrengthFacts
from strongsuit.knowledge.terms import Group, SkillSet


@dataclass(frozen=True, slots=True)
class OnShelf:
    """A strength as it is offered in one place of the plan."""

    strength: StrengthFacts
    score: Fraction
    status: Status
    used: int
    fits: bool
    ask_again: bool


def shelf(
    facts: PlanFacts,
    statuses: Mapping[str, Status],
    *,
    skill_set: SkillSet | None,
    today: date,
    taken: frozenset[str] = frozenset(),
) -> list[OnShelf]:
    """What may be woven in here, the best fit first; ``taken`` is in this place already."""
    uses = Counter(weave.strength_id for goal in facts.goals for weave in goal.weaves)
    strengths = {each.id: each for each in facts.strengths if each.seen_by and each.id in statuses.keys() - taken}
    candidates = [candidate_of(each, statuses[each.id], uses[each.id], today) for each in strengths.values()]
    ranked = offered(candidates, skill_set, most=len(candidates))
    return [_on_shelf(strengths[each.key], each, skill_set) for each in ranked]


def candidate_of(strength: StrengthFacts, status: Status, used: int, today: date) -> Candidate:
    confirmed = strength.confirmed_on
    return Candidate(
        key=strength.id,
        skill_set=strength.skill_set,
        status=status,
        claimed_by_student=Group.STUDENT in strength.seen_by,
        shown=bool(strength.evidence),
        fresh=freshness(strength.kind, confirmed, today=today, early=strength.early) if confirmed else Fraction(0),
        used=used,
        item=strength.key,
    )


def _on_shelf(strength: StrengthFacts, candidate: Candidate, skill_set: SkillSet | None) -> OnShelf:
    return OnShelf(
        strength=strength,
        score=score(candidate, skill_set),
        status=candidate.status,
        used=candidate.used,
        fits=skill_set is not None and candidate.skill_set == skill_set,
        ask_again=candidate.fresh < STILL_TRUE,
    )
