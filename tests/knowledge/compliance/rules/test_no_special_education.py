"""V41: hits and near misses."""

from dataclasses import replace

import pytest

from strongsuit.knowledge.compliance.rules import no_special_education as rule
from strongsuit.knowledge.terms import ServiceClass
from tests.knowledge.compliance.maya import SERVICE, places, plan, sentences

SPEECH = replace(SERVICE, service_class=ServiceClass.RELATED_SERVICE)
BUS = replace(SERVICE, service_class=ServiceClass.TRANSPORT)


@pytest.mark.parametrize(
    ("services", "found"),
    [((), ["plan"]), ((SPEECH,), ["plan"]), ((SPEECH, BUS), ["plan"]), ((SPEECH, SERVICE), []), ((SERVICE,), [])],
)
def test_special_education_is_among_the_services(services, found):
    assert places(rule, plan(services=services)) == found


def test_an_empty_list_is_told_apart():
    assert sentences(rule, plan(services=())) == ["The plan lists no services yet."]
