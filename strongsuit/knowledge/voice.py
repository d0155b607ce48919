"""What happens to something a student said until the student has an answer: the states, the steps, the clock.

Strengths specification 1.5: nothing that was said is dropped, and within five school days there is a plain answer.
"""

from collections.abc import Iterable
from datetime import date

from strongsuit.knowledge.calendar import SchoolCalendar
from strongsuit.knowledge.terms import Term
from strongsuit.knowledge.words import gettext_noop

# a plain answer within so many school days.
ANSWER_DAYS = 5


class State(Term):
    """Where an item stands; the label is what the student reads."""

    PRIVATE = "private", gettext_noop("Only you can see this")
    HEARD = "heard", gettext_noop("Somebody wrote down that you said this")
    CONFIRMED = "confirmed", gettext_noop("Your team has it")
    ROUTED = "routed", gettext_noop("It is on its way to the right people")
    DISCUSSED = "discussed", gettext_noop("Your team talked about it")
    DECIDED = "decided", gettext_noop("Your team decided. They will tell you")
    TOLD = "told", gettext_noop("You have an answer")
    ANSWERED = "answered", gettext_noop("You said what you think of the answer")
    WITHDRAWN = "withdrawn", gettext_noop("You took it back")
    MERGED = "merged", gettext_noop("It goes on together with something else you said")


# The same for everybody else who reads along.
FOR_OTHERS: dict[State, str] = {
    State.HEARD: gettext_noop("Written down by somebody else, not yet confirmed"),
    State.CONFIRMED: gettext_noop("Waits for the first step"),
    State.ROUTED: gettext_noop("Sent on to those who answer it"),
    State.DISCUSSED: gettext_noop("The team talked about it"),
    State.DECIDED: gettext_noop("Decided, and not told yet"),
    State.TOLD: gettext_noop("The student has the answer"),
    State.ANSWERED: gettext_noop("The student said what they think of the answer"),
    State.WITHDRAWN: gettext_noop("Taken back"),
    State.MERGED: gettext_noop("Goes on together with another"),
}


class Step(Term):
    """What somebody did with an item."""

    HEARD = "heard", gettext_noop("was heard")
    SHARED = "shared", gettext_noop("was shared with the team")
    CONFIRMED = "confirmed", gettext_noop("the student said: yes, that is what I mean")
    ROUTED = "routed", gettext_noop("went to the right people")
    DISCUSSED = "discussed", gettext_noop("was talked about")
    DECIDED = "decided", gettext_noop("was decided")
    TOLD = "told", gettext_noop("the student was told")
    REACTED = "reacted", gettext_noop("the student said what they think of it")
    REOPENED = "reopened", gettext_noop("came back")
    WITHDRAWN = "withdrawn", gettext_noop("was taken back")
    MERGED = "merged", gettext_noop("was put together with another")
    FLAGGED = "flagged", gettext_noop("was marked as a matter of safety")
    UNFLAGGED = "unflagged", gettext_noop("is no longer marked as a matter of safety")


class Route(Term):
    AGENDA = "agenda", gettext_noop("the next meeting of the team")
    SOLVE_NOW = "solve_now", gettext_noop("solved now, with the student's OK")
    PERSON = "person", gettext_noop("another person")
    LEAD = "lead", gettext_noop("the special-education lead")
    SAFETY = "safety", gettext_noop("the school's steps to keep children safe")


class Outcome(Term):
    """What was decided, as the student hears it."""

    YES = "adopted", gettext_noop("Yes")
    CHANGED = "adopted_changed", gettext_noop("Yes, a little different")
    TRIAL = "trial", gettext_noop("We try it until a day")
    NO = "no", gettext_noop("No, and this is why")
    LATER = "later", gettext_noop("Later, on a day")
    SENT = "sent", gettext_noop("Somebody else answers")


class Reaction(Term):
    OK = "ok", gettext_noop("OK for me")
    NOT_OK = "not_ok", gettext_noop("Not OK for me")
    ASK_AGAIN = "ask_again", gettext_noop("I want to ask again")


class Source(Term):
    """Where an item comes from (1.5)."""

    FINDER = "finder", gettext_noop("the strengths finder")
    RATING = "rating", gettext_noop("What helps me")
    CHECK_IN = "check_in", gettext_noop("a check-in on a goal")
    HALLWAY = "hallway", gettext_noop("said in passing, written down by an adult")
    FAMILY = "family", gettext_noop("told at home")
    PRACTICE = "practice", gettext_noop("a practice session")
    BUTTON = "button", gettext_noop("Tell my team")
    LAST_YEAR = "last_year", gettext_noop("an answer of last year that the student wants opened again")
    OWN_PAGE = "own_page", gettext_noop("a page the student made")


OPEN = frozenset({State.HEARD, State.CONFIRMED, State.ROUTED, State.DISCUSSED, State.DECIDED})
CLOSED = frozenset({State.TOLD, State.ANSWERED, State.WITHDRAWN, State.MERGED})
_BEFORE_DECISION = (State.HEARD, State.CONFIRMED, State.ROUTED, State.DISCUSSED)
_MOVES: dict[Step, dict[State, State]] = {
    Step.SHARED: {State.PRIVATE: State.CONFIRMED},
    Step.CONFIRMED: {State.HEARD: State.CONFIRMED},
    Step.ROUTED: dict.fromkeys((State.CONFIRMED, State.ROUTED, State.DISCUSSED), State.ROUTED),
    Step.DISCUSSED: dict.fromkeys((State.ROUTED, State.DISCUSSED), State.DISCUSSED),
    Step.DECIDED: dict.fromkeys((State.ROUTED, State.DISCUSSED), State.DECIDED),
    Step.TOLD: {State.DECIDED: State.TOLD},
    Step.REACTED: dict.fromkeys((State.TOLD, State.ANSWERED), State.ANSWERED),
    Step.REOPENED: dict.fromkeys((State.TOLD, State.ANSWERED, State.WITHDRAWN), State.CONFIRMED),
    Step.WITHDRAWN: dict.fromkeys((State.PRIVATE, *_BEFORE_DECISION, State.DECIDED), State.WITHDRAWN),
    Step.MERGED: dict.fromkeys(_BEFORE_DECISION, State.MERGED),
    # These change who may read it, not where it stands.
    Step.FLAGGED: {state: state for state in State if state not in (State.MERGED, State.WITHDRAWN)},
    Step.UNFLAGGED: {state: state for state in State if state not in (State.MERGED, State.WITHDRAWN)},
}
# An item begins as one of these.
FIRST = frozenset({State.PRIVATE, State.HEARD, State.CONFIRMED})


def after(state: State, step: Step) -> State | None:
    """Where ``step`` leads from ``state``; None where it cannot be taken."""
    return _MOVES.get(step, {}).get(state)


def allowed() -> frozenset[tuple[str, str, str]]:
    """Every step as (state before, step, state after); the empty state is before the first."""
    first = {("", str(Step.HEARD), str(state)) for state in FIRST}
    return frozenset(first | {(str(a), str(step), str(b)) for step, moves in _MOVES.items() for a, b in moves.items()})


def must_be_talked_about(route: Route | None) -> bool:
    """What waits for a meeting is decided after it was talked about there; the rest at once."""
    return route in {None, Route.AGENDA}


def answer_due(heard_on: date, calendar: SchoolCalendar) -> date:
    """The last day on which the student's answer is in time."""
    return calendar.add_school_days(heard_on, ANSWER_DAYS)


def in_time(due_on: date, told_on: Iterable[date], *, today: date) -> bool | None:
    """Whether the first answer came in time; None while it may still come."""
    first = min(told_on, default=None)
    if first is not None:
        return first <= due_on
    return None if today <= due_on else False
