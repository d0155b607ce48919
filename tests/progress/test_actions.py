"""A measurement is written once, never removed, and set aside only with a reason."""

import threading
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from strongsuit.audit.models import Entry
from strongsuit.plans.models import Plan
from strongsuit.progress import actions
from strongsuit.progress.models import CheckIn, DataPoint, Delivery
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours, Stale
from tests.cast import NOW, TODAY
from tests.progress.conftest import measured

DAY = date(2026, 11, 16)


def recorded(goal, by, **values):
    told = {"on": DAY, "value": Decimal("61.5"), "once": uuid4()} | values
    return actions.record_point(by=by, goal=goal, **told)


@pytest.mark.parametrize("who", ["ruiz", "okafor", "silva", "nguyen"])
def test_everybody_who_works_with_the_student_measures(cast, reading, who):
    point = recorded(reading, getattr(cast, who), note="A page about squid", setting="Science")
    assert (point.goal, point.value, point.by_name) == (reading, Decimal("61.5"), getattr(cast, who).name)
    entry = Entry.objects.get(target="progress.DataPoint", target_id=point.pk)
    assert (entry.student, entry.actor) == (cast.maya.pk, getattr(cast, who))
    assert "squid" not in str(entry.detail)


@pytest.mark.parametrize("who", ["stranger", "outsider", "admin", "chen", "brooks", "rosa", "paul", "maya_account"])
def test_who_does_not_teach_the_student_measures_nothing(cast, reading, who):
    with pytest.raises(NotYours):
        recorded(reading, getattr(cast, who))
    assert not DataPoint.objects.exists()


def test_the_same_form_twice_is_one_measurement(cast, reading):
    once = uuid4()
    assert recorded(reading, cast.ruiz, once=once) == recorded(reading, cast.ruiz, once=once, value=Decimal(99))
    assert DataPoint.objects.get().value == Decimal("61.5")


def test_a_token_of_another_goal_opens_nothing(cast, reading, writing):
    once = uuid4()
    recorded(reading, cast.ruiz, once=once)
    with pytest.raises(NotYours):
        recorded(writing, cast.ruiz, once=once)


@pytest.mark.django_db(transaction=True)
def test_five_taps_at_the_same_moment_are_one_measurement(cast, reading):
    once, starting, results = uuid4(), threading.Barrier(5), []

    def tap():
        try:
            starting.wait()
            results.append(recorded(reading, cast.ruiz, once=once).pk)
        finally:
            connection.close()

    taps = [threading.Thread(target=tap) for _number in range(5)]
    for each in taps:
        each.start()
    for each in taps:
        each.join()
    point = DataPoint.objects.get()
    assert results == [point.pk] * 5
    assert Entry.objects.filter(target="progress.DataPoint", deed="recorded a measurement").count() == 1


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"on": TODAY + timedelta(days=1)}, "still to come"),
        ({"on": date(2025, 11, 30)}, "before the goal's start"),
        ({"value": Decimal(-1)}, "below zero"),
    ],
)
def test_what_does_not_fit_the_goal_is_refused_in_words(cast, reading, values, words):
    with pytest.raises(Cannot, match=words):
        recorded(reading, cast.ruiz, **values)


def test_the_days_of_start_and_of_today_count(cast, reading):
    assert recorded(reading, cast.ruiz, on=date(2025, 12, 1)).on == reading.baseline_on
    assert recorded(reading, cast.ruiz, on=TODAY).on == TODAY


def test_percent_ends_at_one_hundred(cast, reading):
    reading.measure = "percent_correct"
    with pytest.raises(actions.WrongValue):
        recorded(reading, cast.ruiz, value=Decimal("100.01"))
    assert recorded(reading, cast.ruiz, value=Decimal(100))


@pytest.mark.parametrize(
    ("unit", "target", "most"),
    [
        ("of 10 moments", 8, 10),
        ("moments, out of 12", 8, 12),
        ("of 10 moments", 11, 11),
        ("percent on time", 90, 100),
        ("% of the day", 90, 100),
    ],
)
def test_no_measurement_lies_beyond_the_full_mark_that_the_unit_names(cast, reading, unit, target, most):
    reading.unit, reading.baseline, reading.target = unit, Decimal(2), Decimal(target)
    with pytest.raises(actions.WrongValue, match=f"so {most} is the most there can be"):
        recorded(reading, cast.ruiz, value=Decimal(most) + Decimal("0.01"))
    assert recorded(reading, cast.ruiz, value=Decimal(most))


@pytest.mark.parametrize("unit", ["words of 5 letters", "of 2.5 miles", "words correct in a minute", ""])
def test_a_unit_that_names_no_full_mark_has_no_end(cast, reading, unit):
    reading.unit = unit
    assert recorded(reading, cast.ruiz, value=Decimal(999))


def test_a_level_may_stand_below_zero(cast, reading):
    reading.measure = "rubric"
    assert recorded(reading, cast.ruiz, value=Decimal(-2)).value == -2


def test_a_draft_is_not_measured(cast, reading):
    reading.plan.state = "draft"
    with pytest.raises(Cannot, match="not in effect yet"):
        recorded(reading, cast.ruiz)


def test_a_replaced_goal_takes_only_days_of_its_own_plan(cast, reading):
    Plan.objects.filter(pk=reading.plan_id).update(state="superseded", ended_on=date(2026, 9, 30))
    reading.plan.refresh_from_db()
    with pytest.raises(actions.WrongDay):
        recorded(reading, cast.ruiz)
    assert recorded(reading, cast.ruiz, on=date(2026, 9, 30))


def test_a_measurement_that_does_not_count_keeps_its_reason_and_can_count_again(cast, reading):
    point = recorded(reading, cast.okafor)
    with pytest.raises(Cannot, match="Say why"):
        actions.mark_invalid(by=cast.okafor, point=point, because="  ", version=1)
    for _time in range(2):
        point = actions.mark_invalid(by=cast.okafor, point=point, because="fire drill", version=1)
    assert (point.invalid_because, point.version) == ("fire drill", 2)
    point = actions.restore(by=cast.ruiz, point=point, version=2)
    assert DataPoint.objects.get().invalid_because == ""
    deeds = (
        Entry.objects.filter(target="progress.DataPoint", target_id=point.pk)
        .order_by("id")
        .values_list("deed", flat=True)
    )
    assert list(deeds) == ["recorded a measurement", "set a measurement aside", "counted a measurement again"]


def test_only_the_author_or_who_answers_for_the_report_sets_a_measurement_aside(cast, reading):
    point = recorded(reading, cast.ruiz)
    with pytest.raises(NotYours):
        actions.mark_invalid(by=cast.okafor, point=point, because="fire drill", version=1)
    assert actions.mark_invalid(by=cast.silva, point=point, because="fire drill", version=1).invalid_because


def test_two_people_who_judge_one_measurement_meet(cast, reading):
    point = recorded(reading, cast.ruiz)
    other = DataPoint.objects.get(pk=point.pk)
    other.student = point.student
    actions.mark_invalid(by=cast.ruiz, point=point, because="fire drill", version=1)
    with pytest.raises(Stale):
        actions.mark_invalid(by=cast.silva, point=other, because="ill", version=1)


def test_a_number_typed_by_mistake_is_taken_back_within_a_day_by_its_author(cast, reading):
    point = recorded(reading, cast.ruiz)
    with pytest.raises(Cannot):
        actions.undo(by=cast.silva, point=point)
    with clock.frozen(NOW + timedelta(days=1, minutes=1), everywhere=True), pytest.raises(Cannot, match="no longer"):
        actions.undo(by=cast.ruiz, point=point)
    with clock.frozen(NOW + timedelta(hours=23), everywhere=True):
        assert actions.undo(by=cast.ruiz, point=point).invalid_because == "typed by mistake"


def test_the_database_itself_keeps_every_measurement(cast, reading):
    point = recorded(reading, cast.ruiz)
    with pytest.raises(DatabaseError, match="never removed"), transaction.atomic():
        point.delete()


def test_the_student_tells_how_it_went_and_nobody_changes_it(cast, reading):
    once = uuid4()
    for _time in range(2):
        said = actions.check_in(
            by=cast.maya_account, goal=reading, face=CheckIn.Face.HARD, words="  to loud ", on=TODAY, once=once
        )
    assert CheckIn.objects.get().words == "  to loud "
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        CheckIn.objects.filter(pk=said.pk).update(words="too loud")
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        said.delete()
    assert Entry.objects.get(target="progress.CheckIn").fingerprint == said.fingerprint()


@pytest.mark.parametrize("who", ["ruiz", "rosa", "stranger"])
def test_nobody_speaks_for_the_student(cast, reading, who):
    with pytest.raises(NotYours):
        actions.check_in(by=getattr(cast, who), goal=reading, face=CheckIn.Face.GREAT, words="", on=TODAY, once=uuid4())


def test_minutes_of_one_period_are_written_over_and_remembered(cast, reading):
    span = {"first": date(2026, 9, 8), "last": date(2026, 11, 13)}
    actions.write_minutes(by=cast.ruiz, goal=reading, planned=1000, given=500, **span)
    actions.write_minutes(by=cast.silva, goal=reading, planned=1000, given=900, **span)
    assert Delivery.objects.get().given_minutes == 900
    assert Entry.objects.filter(target="progress.Delivery").count() == 2
    with pytest.raises(NotYours):
        actions.write_minutes(by=cast.okafor, goal=reading, planned=1, given=1, **span)


def test_a_measurement_never_lands_with_another_student(cast, reading):
    with pytest.raises(DatabaseError), transaction.atomic():
        measured(reading, DAY, 5, by=cast.ruiz).__class__.objects.create(
            district_id=cast.leo.district_id, student=cast.leo, goal=reading, on=DAY, value=1, by=cast.ruiz,
            by_name="x", once=uuid4(),
        )  # fmt: skip
