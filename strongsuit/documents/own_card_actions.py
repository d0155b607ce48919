"""What a student adds to a goal, asks for and practices; what student and family tell of good days."""

from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from strongsuit.audit.changes import change
from strongsuit.audit.trail import record
from strongsuit.documents.own_actions import about
from strongsuit.documents.own_card_queries import added_to, scripts_of
from strongsuit.documents.own_models_beside import AskScript, AskTurn, GoalCard, GoodDayLine
from strongsuit.knowledge.own_cards import Reply
from strongsuit.knowledge.terms import Mode
from strongsuit.knowledge.voice import Source
from strongsuit.people.models import Account
from strongsuit.plans.models import Goal
from strongsuit.strengths.queries import group_of
from strongsuit.students.access import require
from strongsuit.students.actions import hold_still
from strongsuit.students.models import Student
from strongsuit.voice.actions import hear
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours

MOST_SCRIPTS = 12
MOST_DAY = 24


@transaction.atomic
def add_to_goal(*, by: Account, goal: Goal, version: int, **values: Any) -> GoalCard:
    """The student's first step, people and stretch goal; nobody else ever writes in them (R-24)."""
    reason = require(by, "page.own", goal.student)
    hold_still(goal.student)
    card = added_to([goal]).get(goal.pk)
    if card is None:
        card = GoalCard.objects.create(**about(goal.student), goal=goal)
        version = card.version
    return change(card, by=by, version=version, deed="added to a goal card", because=reason.relation, **values)


@transaction.atomic
def write_script(*, by: Account, student: Student, once: UUID, **pieces: str) -> AskScript:
    """A new way to ask for something."""
    reason = require(by, "page.own", student)
    hold_still(student)
    if told := AskScript.objects.filter(once=once).first():
        if told.student_id != student.pk:
            raise NotYours
        return told
    if len(scripts_of(student)) >= MOST_SCRIPTS:
        raise Cannot(_("You have many asks. Put one away first."))
    made = AskScript.objects.create(**about(student), made_at=clock.now(), once=once, **pieces)
    record(by, "wrote how to ask", made, because=reason.relation)
    return made


@transaction.atomic
def change_script(*, by: Account, script: AskScript, version: int, **values: Any) -> AskScript:
    """Other words for it, or put away."""
    reason = require(by, "page.own", script.student)
    return change(script, by=by, version=version, deed="changed how to ask", because=reason.relation, **values)


@transaction.atomic
def practice(
    *, by: Account, script: AskScript, reply: Reply, words: str, own_words: bool, once: UUID, answer_me: bool = False
) -> AskTurn:
    """Keep one turn of practice; with ``answer_me`` what was said goes to the team, which has to answer it."""
    reason = require(by, "page.own", script.student)
    hold_still(script.student)
    if told := AskTurn.objects.filter(once=once).first():
        if told.script_id != script.pk:
            raise NotYours
        return told
    if not words.strip():
        raise Cannot(_("Choose an answer, or write your own."))
    made = AskTurn.objects.create(
        **about(script.student), script=script, reply=reply, words=words, own_words=own_words, at=clock.now(),
        once=once,
    )  # fmt: skip
    record(by, "practiced asking", made, because=reason.relation, detail={"reply": reply})
    if answer_me:
        hear(
            by=by, student=script.student, words=words, source=Source.PRACTICE, source_key=f"turn:{made.pk}",
            topic=script.task[:300], mode=Mode.TYPED if own_words else Mode.CHOSEN, once=uuid5(once, "voice"),
        )  # fmt: skip
    return made


@transaction.atomic
def tell_day(*, by: Account, student: Student, once: UUID, **values: str) -> GoodDayLine:
    """One thing of a good day, in the words of whoever tells it."""
    reason = require(by, "day.write", student)
    hold_still(student)
    if told := GoodDayLine.objects.filter(once=once).first():
        if told.student_id != student.pk:
            raise NotYours
        return told
    if GoodDayLine.objects.filter(student=student).count() >= MOST_DAY:
        raise Cannot(_("The page is full. Take something off first."))
    made = GoodDayLine.objects.create(
        **about(student), group=group_of(reason.relation), by=by, by_name=by.name, at=clock.now(), once=once, **values
    )
    record(by, "told of a good day", made, because=reason.relation)
    return made


@transaction.atomic
def change_day(*, by: Account, line: GoodDayLine, version: int, **values: Any) -> GoodDayLine:
    """Only whoever told it changes it."""
    reason = require(by, "day.write", line.student)
    return change(line, by=by, version=version, deed="changed a good day", because=reason.relation, **values)


@transaction.atomic
def take_off_day(*, by: Account, line: GoodDayLine) -> None:
    reason = require(by, "day.write", line.student)
    hold_still(line.student)
    found = GoodDayLine.objects.filter(pk=line.pk)
    if found.exists():
        record(by, "took something off the good day", line, because=reason.relation)
        found.delete()
