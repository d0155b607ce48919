"""Telling of a good moment: the team writes, the student answers first, then it goes home; and taps of supports."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from strongsuit.audit.changes import change
from strongsuit.audit.trail import record
from strongsuit.knowledge.milestones import Joy, Moment, names_a_grade
from strongsuit.people.models import Account
from strongsuit.plans.models import Accommodation, Goal
from strongsuit.plans.queries import FINAL
from strongsuit.progress.models import Milestone, MilestoneJoy, SupportGiven
from strongsuit.strengths.models import Item
from strongsuit.students.access import require
from strongsuit.students.actions import hold_still
from strongsuit.students.models import Student
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours

Row = Goal | Milestone | Accommodation


def about(row: Row) -> dict[str, object]:
    return {"district_id": row.district_id, "student_id": row.student_id}


@transaction.atomic
def write_note(
    *, by: Account, goal: Goal, moment: Moment, what: str, celebrate: str, once: UUID, item: Item | None = None
) -> Milestone:
    """Write what happened; it waits for the student."""
    reason = require(by, "milestone.write", goal.student)
    hold_still(goal.student)
    if told := Milestone.objects.filter(once=once).first():
        if told.goal_id != goal.pk:
            raise NotYours
        return told
    if goal.plan.state not in FINAL:
        raise Cannot(_("This goal is not in effect yet. Its good moments begin with the plan."))
    if names_a_grade(what) or names_a_grade(celebrate):
        raise Cannot(_("A good moment needs no grade and no percent. Say what happened, as you would tell it."))
    made = Milestone.objects.create(
        **about(goal), goal=goal, moment=moment, what=what, item=item, strength_words=item.words if item else "",
        celebrate=celebrate, by=by, by_name=by.name, made_at=clock.now(), once=once,
    )  # fmt: skip
    record(by, "told of a good moment", made, because=reason.relation, detail={"moment": moment})
    return made


@transaction.atomic
def answer_note(*, by: Account, note: Milestone, version: int, yes: bool, words: str = "") -> Milestone:
    """The student lets it go home, with own words if wanted, or keeps it for good."""
    reason = require(by, "growth.mine", note.student)
    _waiting(note)
    now = clock.now()
    found = {"state": Milestone.State.SENT, "sent_at": now} if yes else {"state": Milestone.State.KEPT}
    return change(
        note, by=by, version=version, deed="answered a good moment", because=reason.relation, answered_at=now,
        student_words=words if yes else "", **found,
    )  # fmt: skip


@transaction.atomic
def send_note(*, by: Account, note: Milestone, version: int, how: str) -> Milestone:
    """The case manager tells how the student was asked, and it goes home. A no of the student stands."""
    reason = require(by, "milestone.send", note.student)
    _waiting(note)
    return change(
        note, by=by, version=version, deed="sent a good moment home", because=reason.relation, asked_how=how,
        state=Milestone.State.SENT, sent_at=clock.now(),
    )  # fmt: skip


def _waiting(note: Milestone) -> None:
    state = Milestone.objects.values_list("state", flat=True).get(pk=note.pk)
    if state == Milestone.State.KEPT:
        raise Cannot(_("The student keeps this one. It does not go home."))
    if state == Milestone.State.SENT:
        raise Cannot(_("This one is at home already. It stays as it was sent."))


@transaction.atomic
def rejoice(*, by: Account, note: Milestone, joy: Joy) -> MilestoneJoy:
    """One tap from home; another tap takes its place."""
    reason = require(by, "milestone.joy", note.student)
    hold_still(note.student)
    if note.state != Milestone.State.SENT:
        raise NotYours
    known = MilestoneJoy.objects.filter(milestone=note, by=by).first()
    if known is None:
        made = MilestoneJoy.objects.create(
            **about(note), milestone=note, joy=joy, by=by, by_name=by.name, at=clock.now()
        )
        record(by, "answered a good moment from home", made, because=reason.relation)
        return made
    deed = "answered a good moment from home"
    return change(known, by=by, version=known.version, deed=deed, because=reason.relation, joy=joy)


@transaction.atomic
def tap_support(
    *, by: Account, student: Student, support: Accommodation, on: date, given: bool | None
) -> SupportGiven | None:
    """Whether a support was given today; the same tap again is one, and nothing takes it back."""
    reason = require(by, "support.given", student)
    if support.student_id != student.pk or support.plan.state not in FINAL:
        raise NotYours
    hold_still(student)
    known = SupportGiven.objects.filter(accommodation=support, by=by, on=on).first()
    if known is not None:
        deed = "told whether a support was given"
        return change(known, by=by, version=known.version, deed=deed, because=reason.relation, given=given)
    if given is None:
        return None
    made = SupportGiven.objects.create(
        **about(support), accommodation=support, on=on, given=given, by=by, by_name=by.name
    )
    record(by, "told whether a support was given", made, because=reason.relation)
    return made
