"""What a plan builds on is true today: a strength that was said long ago is asked about before the plan is final.

Strongsuit method, R-7: inside the window of freshness (strengths specification 2.5), or confirmed anew.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import goals, named
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.profile import STILL_TRUE, freshness
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.words import gettext_noop

Values = dict[str, str | int | date]

ID = "R-7"
SEVERITY = "warn"
CITATION = "Strongsuit method, R-7"

IN_GOAL = gettext_noop("Goal %(number)s is built on “%(strength)s”, last said on %(day)s.")
IN_LEVEL = gettext_noop("%(skill_set)s names “%(strength)s”, last said on %(day)s.")
NEXT_STEP = gettext_noop("Ask “Still true?” on the page of the strength, or say why it stays.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    faded = dict(_faded(facts, today))
    told: set[str] = set()
    for goal, place, values in goals(facts):
        for said in _first(faded, (weave.strength_id for weave in goal.weaves), told):
            yield Finding(ID, SEVERITY, CITATION, IN_GOAL, NEXT_STEP, place, {**values, **said})
    for level in facts.present_levels:
        for said in _first(faded, level.strength_ids, told):
            values = {"skill_set": level.skill_set.label}
            yield Finding(ID, SEVERITY, CITATION, IN_LEVEL, NEXT_STEP, f"level:{level.skill_set}", {**values, **said})


def _faded(facts: PlanFacts, today: date) -> Iterator[tuple[str, Values]]:
    for item in facts.strengths:
        said = item.confirmed_on
        if said is not None and freshness(item.kind, said, today=today, early=item.early) < STILL_TRUE:
            yield item.id, {"strength": named(item.words), "day": said}


def _first(faded: dict[str, Values], used: Iterable[str], told: set[str]) -> list[Values]:
    """One point a place: its reason answers the place. What another place said already is not said again."""
    found = [strength for strength in used if strength in faded and strength not in told][:1]
    told.update(found)
    return [faded[strength] for strength in found]
