"""The facts about a student that the school keeps, and what the committee decided about eligibility."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from strongsuit.audit.changes import change
from strongsuit.audit.trail import record
from strongsuit.people.models import Account
from strongsuit.students.access import require
from strongsuit.students.actions import hold_still
from strongsuit.students.models import Eligibility, Student
from strongsuit.web.refusals import Cannot

# The school and the numbers come with enrollment; moving a student also moves who may see the record.
DETAILS = (
    *("given_name", "family_name", "preferred_name", "pronouns", "birth_date", "grade", "language"),
    *("english_learner", "alternate_assessment"),
)
DECIDED = ("disability", "eligible_on", "evaluated_on", "evaluation_waived_on")


@transaction.atomic
def change_student(*, by: Account, student: Student, version: int, **values: Any) -> Student:
    reason = require(by, "student.write", student)
    wanted = {name: values[name] for name in DETAILS}
    if student.birth_date and not wanted["birth_date"]:
        raise Cannot(_("The day of birth that is on file cannot be removed. Correct it if it is wrong."))
    if wanted["birth_date"] != student.birth_date and student.rights_transferred_on:
        # Counted again from the right birthday by the next round of work.
        wanted["rights_transferred_on"] = None
    return change(
        student, by=by, version=version, deed="changed the details of the student", because=reason.relation, **wanted
    )


@transaction.atomic
def decide_eligibility(*, by: Account, student: Student, **values: Any) -> Eligibility:
    """Write down what the committee decided. The same decision twice is one decision."""
    reason = require(by, "eligibility.write", student)
    hold_still(student)
    wanted = {name: values[name] for name in DECIDED}
    known = Eligibility.objects.filter(student=student, ended_on=None).first()
    if known is not None and all(getattr(known, name) == value for name, value in wanted.items()):
        return known
    if known is not None:
        raise Cannot(_("A decision about eligibility already holds. Change that one, or end it first."))
    made = Eligibility.objects.create(district_id=student.district_id, student=student, **wanted)
    record(by, "wrote down the eligibility", made, because=reason.relation)
    return made


@transaction.atomic
def change_eligibility(*, by: Account, eligibility: Eligibility, version: int, **values: Any) -> Eligibility:
    """A new evaluation, an agreed waiver, another classification; the clocks count from the new dates at once."""
    reason = require(by, "eligibility.write", eligibility.student)
    if eligibility.ended_on:
        raise Cannot(_("This eligibility has ended. Write down a new decision."))
    return change(
        eligibility, by=by, version=version, deed="changed the eligibility", because=reason.relation,
        detail={"before": _dates(eligibility)}, **{name: values[name] for name in DECIDED},
    )  # fmt: skip


@transaction.atomic
def end_eligibility(*, by: Account, eligibility: Eligibility, version: int, on: date) -> Eligibility:
    """The student is no longer eligible: no clock runs from this decision any more."""
    reason = require(by, "eligibility.write", eligibility.student)
    if eligibility.ended_on:
        return eligibility
    if on < eligibility.eligible_on:
        raise Cannot(_("Eligibility cannot end before it began. Check the day."))
    return change(
        eligibility, by=by, version=version, deed="ended the eligibility", because=reason.relation,
        detail={"before": _dates(eligibility)}, ended_on=on,
    )  # fmt: skip


def _dates(eligibility: Eligibility) -> dict[str, str]:
    # Dates only: the trail is read by people who may not read the classification.
    found = {name: getattr(eligibility, name) for name in ("eligible_on", "evaluated_on", "evaluation_waived_on")}
    return {name: value.isoformat() for name, value in found.items() if value}
