"""The states of what a student said, against the table of the text written out on its own."""

from datetime import date
from importlib import import_module

import pytest

from strongsuit.knowledge import voice
from strongsuit.knowledge.calendar import SchoolCalendar
from strongsuit.knowledge.voice import CLOSED, FIRST, OPEN, Route, State, Step

# heard -> confirmed -> routed -> discussed -> decided -> told -> reaction, as one line a state.
NAIVE = {
    "private": "shared:confirmed withdrawn:withdrawn",
    "heard": "confirmed:confirmed withdrawn:withdrawn merged:merged",
    "confirmed": "routed:routed withdrawn:withdrawn merged:merged",
    "routed": "routed:routed discussed:discussed decided:decided withdrawn:withdrawn merged:merged",
    "discussed": "routed:routed discussed:discussed decided:decided withdrawn:withdrawn merged:merged",
    "decided": "told:told withdrawn:withdrawn",
    "told": "reacted:answered reopened:confirmed",
    "answered": "reacted:answered reopened:confirmed",
    "withdrawn": "reopened:confirmed",
    "merged": "",
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("step", [step for step in Step if step not in (Step.FLAGGED, Step.UNFLAGGED)])
def test_every_state_and_step(state, step):
    moves = dict(move.split(":") for move in NAIVE[state].split())
    assert voice.after(state, step) == moves.get(step)


@pytest.mark.parametrize("state", State)
def test_a_matter_of_safety_stays_where_it_is(state):
    for step in (Step.FLAGGED, Step.UNFLAGGED):
        assert voice.after(state, step) == (None if state in (State.MERGED, State.WITHDRAWN) else state)


def test_nothing_is_decided_before_it_was_routed_and_nothing_told_before_it_was_decided():
    before = {(step, a) for a, step, _b in voice.allowed()}
    assert {a for step, a in before if step == Step.DECIDED} == {"routed", "discussed"}
    assert {a for step, a in before if step == Step.TOLD} == {"decided"}


def test_every_state_is_open_or_closed_or_the_students_alone():
    assert OPEN | CLOSED | {State.PRIVATE} == set(State)
    assert not OPEN & CLOSED
    assert {b for a, _step, b in voice.allowed() if a == ""} == set(FIRST)


def test_what_waits_for_a_meeting_is_talked_about_first():
    assert [route for route in Route if voice.must_be_talked_about(route)] == [Route.AGENDA]
    assert voice.must_be_talked_about(None)


def test_five_school_days():
    calendar = SchoolCalendar(date(2026, 9, 1), date(2027, 6, 30))
    assert voice.answer_due(date(2026, 11, 20), calendar) == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("told", "today", "expected"),
    [([], 27, None), ([], 28, False), ([27], 30, True), ([28], 30, False), ([28, 26], 30, True)],
)
def test_in_time(told, today, expected):
    days = [date(2026, 11, day) for day in told]
    assert voice.in_time(date(2026, 11, 27), days, today=date(2026, 11, today)) is expected


def test_the_migration_holds_the_same_table():
    moves = import_module("strongsuit.voice.migrations.0002_guards").MOVES
    assert set(moves) == voice.allowed()
