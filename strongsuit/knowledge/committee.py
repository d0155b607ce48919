"""Who has to sit at the table when a plan is decided (34 CFR 300.321)."""

from collections.abc import Collection
from datetime import date, timedelta

from strongsuit.knowledge.compliance.ages import years_after
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.terms import Term
from strongsuit.knowledge.words import gettext_noop


class Seat(Term):
    PARENT = "parent", gettext_noop("a parent or guardian who decides")
    CLASS_TEACHER = "class_teacher", gettext_noop("a general education teacher")
    SPECIALIST = "specialist", gettext_noop("a special education teacher or service provider")
    DISTRICT = "district", gettext_noop("somebody who speaks for the district, such as the committee chair")
    RESULTS = "results", gettext_noop("somebody who can say what evaluation results mean for teaching")
    STUDENT = "student", gettext_noop("the student, because the time after school is planned")


# Another member may explain the results (34 CFR 300.321(a)(5)); a class teacher is not taken for granted.
EXPLAINS = {Seat.RESULTS, Seat.SPECIALIST, Seat.DISTRICT}


def open_seats(filled: Collection[Seat], *, transition: bool) -> tuple[Seat, ...]:
    """The seats that nobody fills, in the order of the law; the student's only where ``transition`` is planned."""
    taken = set(filled)
    if taken & EXPLAINS:
        taken.add(Seat.RESULTS)
    if not transition:
        taken.add(Seat.STUDENT)
    return tuple(seat for seat in Seat if seat not in taken)


def transition_planned(birth_date: date | None, *, meeting_on: date, profile: Profile) -> bool:
    """True when the student reaches the state's transition age within the year that this meeting plans."""
    if birth_date is None:
        return False
    last_day = years_after(meeting_on, 1) - timedelta(days=1)
    return years_after(birth_date, profile.transition_age) <= last_day
