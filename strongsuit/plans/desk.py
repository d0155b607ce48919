"""What every page of the editor has before it: the rows, the facts, what is open, and the strengths at hand."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from strongsuit.knowledge.compliance.ages import transition_applies
from strongsuit.knowledge.compliance.check import said
from strongsuit.knowledge.compliance.profile import load_profile
from strongsuit.knowledge.profile import OFFERED, Status
from strongsuit.knowledge.shapes import Finding, GoalFacts, PlanFacts
from strongsuit.knowledge.terms import SkillSet
from strongsuit.people.models import Account
from strongsuit.plans.facts import plan_facts
from strongsuit.plans.findings import findings_of, is_block, key_of
from strongsuit.plans.models import KeptText, Plan
from strongsuit.plans.places import Stop, address_of, home_of, stops
from strongsuit.plans.reading import Reading
from strongsuit.plans.rows import Rows, rows_of
from strongsuit.plans.shelf import OnShelf, shelf
from strongsuit.plans.weaving import Offer, offers
from strongsuit.strengths.facts import statuses_of


@dataclass(frozen=True)
class Check:
    """A finding as it is told: what, why by which rule, what next and where."""

    key: str
    rule: str
    block: bool
    message: str
    next_step: str
    citation: str
    url: str
    home: str
    reason: str


class Desk:
    def __init__(self, plan: Plan, today: date) -> None:
        self.plan, self.today = plan, today

    @cached_property
    def rows(self) -> Rows:
        return rows_of(self.plan)

    @cached_property
    def facts(self) -> PlanFacts:
        return plan_facts(self.plan, rows=self.rows)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        return findings_of(self.facts, today=self.today)

    @cached_property
    def open(self) -> list[Finding]:
        return [found for found in self.findings if is_block(found) or key_of(found) not in self.plan.reasons]

    @cached_property
    def checks(self) -> list[Check]:
        return [self._told(found) for found in self.findings]

    def checks_at(self, *keys: str) -> list[Check]:
        return [check for check in self.checks if check.home in keys]

    def _told(self, finding: Finding) -> Check:
        message, next_step = said(finding, _, day=date_format)
        key = key_of(finding)
        return Check(
            key=key,
            rule=finding.rule,
            block=is_block(finding),
            message=message,
            next_step=next_step,
            citation=finding.citation,
            url=address_of(finding, self.facts),
            home=home_of(finding, self.facts)[0],
            reason=self.plan.reasons.get(key, ""),
        )

    def stops(self, here: str) -> list[Stop]:
        profile = load_profile(self.facts.jurisdiction)
        needed = transition_applies(self.facts, today=self.today, profile=profile)
        return stops(self.facts, self.open, here, needed)

    def shelf(self, skill_set: SkillSet | None, taken: frozenset[str] = frozenset()) -> dict[str, list[OnShelf]]:
        """The five that fit best here, and the rest."""
        found = shelf(self.facts, self.statuses, skill_set=skill_set, today=self.today, taken=taken)
        return {"best": found[:OFFERED], "rest": found[OFFERED:]}

    @cached_property
    def statuses(self) -> dict[str, Status]:
        return statuses_of(self.plan.student)

    def offers(self, goal: GoalFacts) -> list[Offer]:
        return offers(self.facts, goal, statuses=self.statuses, today=self.today)

    @cached_property
    def for_family(self) -> str:
        """The version in plain words, to see how easy it is to read."""
        return Reading(self.facts).for_family

    @property
    def names(self) -> tuple[str, ...]:
        """Names raise no reading level."""
        return (self.facts.student.name, self.facts.student.first_name)

    def kept(self, by: Account) -> list[KeptText]:
        """Words of this person that wait beside somebody else's, in any place of the plan."""
        return list(KeptText.objects.filter(plan=self.plan, by=by, settled_at=None).order_by("at"))
