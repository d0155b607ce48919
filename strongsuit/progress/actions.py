"""What people do with evidence: measure, set a measurement aside with its reason, tell how a day went."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from strongsuit.audit.changes import change
from strongsuit.audit.trail import record
from strongsuit.knowledge.canonical import plain_number
from strongsuit.knowledge.terms import Measure, Mode
from strongsuit.knowledge.voice import Source
from strongsuit.people.models import Account
from strongsuit.plans.models import Goal
from strongsuit.plans.queries import FINAL
from strongsuit.progress.facts import most_of
from strongsuit.progress.models import CheckIn, DataPoint, Delivery
from strongsuit.students.access import require
from strongsuit.voice.actions import hear
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours

# How long the person who typed a number may take it back without giving a reason.
UNDO = timedelta(days=1)
TYPED_BY_MISTAKE = "typed by mistake"
# Levels may stand below zero (-2 is a usual start of an attainment scale); these cannot.
AT_LEAST_ZERO = {
    Measure.WORDS_PER_MINUTE, Measure.PERCENT_CORRECT, Measure.TRIALS, Measure.COUNT, Measure.DURATION, Measure.STEPS,
}  # fmt: skip


class WrongDay(Cannot):
    """The day of a measurement does not fit its goal."""


class WrongValue(Cannot):
    """The number of a measurement does not fit its measure."""


@transaction.atomic
def record_point(
    *, by: Account, goal: Goal, on: date, value: Decimal, once: UUID, note: str = "", setting: str = ""
) -> DataPoint:
    """Write down one measurement. The same form arriving again gives the same row."""
    reason = require(by, "progress.record", goal.student)
    if written := DataPoint.objects.filter(once=once).first():
        return _own(written, goal)
    _fits(goal, on, value)
    try:
        with transaction.atomic():
            point = DataPoint.objects.create(
                district_id=goal.district_id, student_id=goal.student_id, goal=goal, on=on, value=value, note=note,
                setting=setting, by=by, by_name=by.name, made_at=clock.now(), once=once,
            )  # fmt: skip
    except IntegrityError:
        # The same tap arrived twice at once; the other one has written it.
        return _own(DataPoint.objects.get(once=once), goal)
    record(by, "recorded a measurement", point, because=reason.relation)
    return point


def _own(point: DataPoint, goal: Goal) -> DataPoint:
    if point.goal_id != goal.pk:
        raise NotYours
    return point


def _fits(goal: Goal, on: date, value: Decimal) -> None:
    if goal.plan.state not in FINAL:
        raise Cannot(_("This goal is not in effect yet. Measurements begin when the plan is adopted."))
    if goal.plan.starts_on and goal.plan.starts_on > clock.today():
        day = date_format(goal.plan.starts_on, "DATE_FORMAT")
        raise Cannot(_("The plan of this goal begins on %(day)s. Measurements begin with it.") % {"day": day})
    if on > clock.today():
        raise WrongDay(_("This day is still to come. Choose today or an earlier day."))
    if goal.baseline_on and on < goal.baseline_on:
        raise WrongDay(_("This day is before the goal's start. Choose the day of the start or a later one."))
    if goal.plan.ended_on and on > goal.plan.ended_on:
        raise WrongDay(_("This goal was replaced by a newer plan. Record the measurement on the goal in effect."))
    if goal.measure in AT_LEAST_ZERO and value < 0:
        raise WrongValue(_("This measure has no numbers below zero. Check the number."))
    most = most_of(goal)
    if most is not None and value > most:
        words = _("This goal counts “%(unit)s”, so %(most)s is the most there can be. Check the number.")
        unit = goal.unit or _(Measure(goal.measure).label)
        raise WrongValue(words % {"unit": unit, "most": number_format(plain_number(most))})


@transaction.atomic
def mark_invalid(*, by: Account, point: DataPoint, because: str, version: int) -> DataPoint:
    """Let a measurement no longer count, for a reason that everybody can read; it stays on the graph, hollow."""
    relation = _may_change(by, point)
    if not because.strip():
        raise Cannot(_("Say why this measurement does not count, for example “fire drill” or “wrong page”."))
    if point.invalid_because == because:
        return point
    return change(
        point, by=by, version=version, deed="set a measurement aside", because=relation, invalid_because=because
    )


@transaction.atomic
def restore(*, by: Account, point: DataPoint, version: int) -> DataPoint:
    """Let a measurement count again."""
    relation = _may_change(by, point)
    return change(
        point, by=by, version=version, deed="counted a measurement again", because=relation, invalid_because=""
    )


@transaction.atomic
def undo(*, by: Account, point: DataPoint) -> DataPoint:
    """Take back one's own number within a day; it stays in the list, marked as typed by mistake."""
    reason = require(by, "progress.record", point.student)
    if not may_undo(by, point):
        raise Cannot(_("This can no longer be undone. Mark the measurement as not counting and say why."))
    return change(
        point, by=by, version=point.version, deed="took a measurement back", because=reason.relation,
        invalid_because=TYPED_BY_MISTAKE,
    )  # fmt: skip


def may_undo(by: Account, point: DataPoint) -> bool:
    """Whether this is the person's own number of the last day, still counting."""
    return point.by_id == by.pk and not point.invalid_because and clock.now() - point.made_at < UNDO


def _may_change(by: Account, point: DataPoint) -> str:
    """One's own measurement, or any for those who answer for the report."""
    own = point.by_id == by.pk
    return require(by, "progress.record" if own else "report.write", point.student).relation


@transaction.atomic
def check_in(
    *, by: Account, goal: Goal, face: CheckIn.Face, words: str, on: date, once: UUID, answer_me: bool = False
) -> CheckIn:
    """Keep how the student says it went; only the student tells it, and nobody changes it.

    With ``answer_me`` the words, or the face alone, become something that the team has to answer.
    """
    reason = require(by, "growth.mine", goal.student)
    if told := CheckIn.objects.filter(once=once).first():
        if told.goal_id != goal.pk:
            raise NotYours
        return told
    try:
        with transaction.atomic():
            made = CheckIn.objects.create(
                district_id=goal.district_id, student_id=goal.student_id, goal=goal, face=face, words=words, on=on,
                made_at=clock.now(), once=once,
            )  # fmt: skip
    except IntegrityError:
        return CheckIn.objects.get(once=once, goal=goal)
    record(by, "told how it went", made, because=reason.relation)
    if answer_me:
        hear(
            by=by, student=goal.student, words=words if words.strip() else str(face.label), source=Source.CHECK_IN,
            source_key=f"check-in:{made.pk}", topic=(goal.student_words or goal.behavior)[:300],
            mode=Mode.TYPED if words.strip() else Mode.CHOSEN, once=uuid5(once, "voice"),
        )  # fmt: skip
    return made


@transaction.atomic
def write_minutes(*, by: Account, goal: Goal, first: date, last: date, planned: int, given: int) -> Delivery:
    """Write down how many of the planned minutes were given for a goal in a span of days; a later entry replaces it."""
    reason = require(by, "report.write", goal.student)
    row, made = Delivery.objects.get_or_create(
        goal=goal, first_day=first, last_day=last,
        defaults={
            "district_id": goal.district_id, "student_id": goal.student_id,
            "planned_minutes": planned, "given_minutes": given,
        },
    )  # fmt: skip
    if made:
        record(by, "wrote down the minutes given", row, because=reason.relation)
        return row
    return change(
        row, by=by, version=row.version, deed="wrote down the minutes given", because=reason.relation,
        planned_minutes=planned, given_minutes=given,
    )  # fmt: skip
