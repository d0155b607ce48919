"""V22: hits and near misses."""

from datetime import date

import pytest

from strongsuit.knowledge.compliance.rules import decided_before_meeting as rule
from strongsuit.knowledge.shapes import EarlierPlan
from strongsuit.knowledge.terms import PlanKind
from tests.knowledge.compliance.maya import places, plan

LAST_YEAR = EarlierPlan(date(2026, 3, 1), "", ())
AMENDMENT = {"kind": PlanKind.AMENDMENT, "amends_id": "p0", "earlier": (LAST_YEAR,)}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"meeting_held": False}, ["plan"]),
        ({"meeting_on": None}, ["plan"]),
        ({"meeting_on": date(2026, 11, 20)}, []),
        ({"meeting_on": date(2026, 11, 21)}, ["plan"]),
        ({"adopted_on": date(2026, 11, 18)}, []),
        ({"adopted_on": date(2026, 11, 17)}, ["plan"]),
    ],
)
def test_a_plan_needs_its_meeting_first(changes, found):
    assert places(rule, plan(**changes)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"meeting_on": date(2026, 2, 20)}, ["plan"]),
        ({"meeting_on": date(2026, 3, 1)}, ["plan"]),
        ({"meeting_on": date(2026, 11, 18)}, []),
        ({"meeting_held": False, "amendment_agreed_on": date(2026, 11, 19)}, []),
        ({"meeting_held": False, "amendment_agreed_on": date(2026, 11, 21)}, ["plan"]),
        ({"meeting_held": False, "amendment_agreed_on": date(2026, 3, 1)}, []),
        ({"meeting_held": False, "amendment_agreed_on": date(2026, 2, 28)}, ["plan"]),
        ({"meeting_held": False, "amendment_agreed_on": date(2026, 2, 28), "earlier": ()}, []),
        ({"meeting_on": date(2026, 11, 18), "earlier": ()}, ["plan"]),
    ],
)
def test_an_amendment_needs_an_agreement_or_a_meeting_of_its_own(changes, found):
    assert places(rule, plan(**AMENDMENT | changes)) == found
