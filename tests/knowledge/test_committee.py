"""The seats that the law wants filled when a plan is decided, and when the student's is one of them."""

from datetime import date

import pytest

from strongsuit.knowledge.committee import Seat, open_seats, transition_planned
from strongsuit.knowledge.compliance.profile import load_profile

P, C, S, D, R, ME = Seat


@pytest.mark.parametrize(
    ("filled", "transition", "missing"),
    [
        ([], False, (P, C, S, D, R)),
        ([], True, (P, C, S, D, R, ME)),
        ([P, C, S, D], False, ()),
        ([P, C, S, D, ME], True, ()),
        ([P, C, S, D], True, (ME,)),
        ([P, C], False, (S, D, R)),
        ([P, C, S], False, (D,)),
        ([P, C, D], False, (S,)),
        ([P, C, R], False, (S, D)),
    ],
)
def test_the_seats_nobody_fills_are_named_in_the_order_of_the_law(filled, transition, missing):
    assert open_seats(filled, transition=transition) == missing


@pytest.mark.parametrize(
    ("born", "state", "planned"),
    [
        (date(2012, 12, 1), "ny", True),
        (date(2012, 12, 2), "ny", True),
        (date(2012, 12, 3), "ny", False),
        (date(2016, 5, 4), "ny", False),
        (date(2012, 2, 29), "ny", True),
        (date(2011, 12, 2), "federal", True),
        (date(2011, 12, 3), "federal", False),
        (None, "ny", False),
    ],
)
def test_transition_is_planned_in_the_year_that_reaches_its_age(born, state, planned):
    meeting_on = date(2026, 12, 3)
    assert transition_planned(born, meeting_on=meeting_on, profile=load_profile(state)) is planned
