"""V45: hits and near misses."""

from dataclasses import replace

import pytest

from strongsuit.knowledge.compliance.rules import participation_unexplained as rule
from strongsuit.knowledge.terms import ServiceClass
from tests.knowledge.compliance.maya import SERVICE, places, plan, sections

APART, TOGETHER = SERVICE, replace(SERVICE, with_peers=True)
BUS = replace(SERVICE, service_class=ServiceClass.TRANSPORT)
TRAINING = replace(SERVICE, service_class=ServiceClass.PERSONNEL_SUPPORT)


@pytest.mark.parametrize(
    ("services", "text", "found"),
    [
        ((APART,), "Reading in a small group, after co-teaching was tried.", []),
        ((APART,), None, ["section:participation"]),
        ((APART,), " ", ["section:participation"]),
        ((TOGETHER, APART), None, ["section:participation"]),
        ((TOGETHER,), None, []),
        ((TOGETHER, BUS, TRAINING), None, []),
        ((), None, []),
    ],
)
def test_time_apart_is_explained(services, text, found):
    assert places(rule, plan(services=services, sections=sections(participation=text))) == found
