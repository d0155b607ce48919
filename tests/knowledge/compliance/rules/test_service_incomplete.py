"""V42: hits and near misses."""

import pytest

from strongsuit.knowledge.compliance.rules import service_incomplete as rule
from strongsuit.knowledge.terms import ServiceClass
from tests.knowledge.compliance.maya import places, sentences, with_service

FREQUENCY = "“Resource room” does not say how often."
MINUTES = "“Resource room” does not say how long each time lasts."


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"times": None}, [FREQUENCY]),
        ({"times": 0}, [FREQUENCY]),
        ({"times": -1}, [FREQUENCY]),
        ({"per": None}, [FREQUENCY]),
        ({"minutes": None}, [MINUTES]),
        ({"minutes": 0}, [MINUTES]),
        ({"location": None}, ["“Resource room” does not say where it takes place."]),
        ({"starts_on": None}, ["“Resource room” does not say when it starts and ends."]),
        ({"ends_on": None}, ["“Resource room” does not say when it starts and ends."]),
        ({"minutes": None, "service_class": ServiceClass.RELATED_SERVICE}, [MINUTES]),
        ({"minutes": None, "service_class": ServiceClass.ASSISTIVE_TECHNOLOGY}, []),
        ({"minutes": None, "service_class": ServiceClass.TRANSPORT}, []),
        ({"times": None, "service_class": ServiceClass.TRANSPORT}, [FREQUENCY]),
    ],
)
def test_a_service_is_a_promise_that_can_be_counted(changes, found):
    assert sentences(rule, with_service(**changes)) == found


@pytest.mark.parametrize(
    ("name", "because", "loose"),
    [
        ("Counseling as needed", "", True),
        ("Counseling, as-needed", "because", True),
        ("Breaks p.r.n.", "", True),
        ("Reading 2-3 times a week", "", True),
        ("Reading 30 to 45 minutes", "", True),
        ("Reading 30 to 45 minutes", "Chemotherapy days are shorter.", False),
        ("Special class 12:1+1", "", False),
        ("Special class 8-1-1", "", False),
        ("Reading needed as a base", "", False),
        ("Counseling", "", False),
    ],
)
def test_loose_amounts_are_no_amounts(name, because, loose):
    assert places(rule, with_service(name=name, range_because=because)) == (["service:v1"] if loose else [])


def test_a_service_without_a_name_goes_by_its_type():
    assert sentences(rule, with_service(name="", location=None)) == [
        "“Resource room” does not say where it takes place."
    ]
