"""Reports open by themselves, follow a new plan, and growth words are counted once a day."""

from datetime import date, timedelta

import pytest
from django.core.cache import cache

from strongsuit.people.models import ReportDate, SchoolYear
from strongsuit.plans.models import Goal, Plan
from strongsuit.progress import jobs
from strongsuit.progress.models import GrowthCount, Report
from strongsuit.students.models import Student
from tests.cast import NOW
from tests.progress.conftest import measured
from tests.progress.test_facts import follow

RUN_OUT = date(2027, 6, 30)


@pytest.fixture(autouse=True)
def _nothing_remembered():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def long_plan(cast, request):
    Plan.objects.filter(pk=cast.plan.pk).update(ends_on=RUN_OUT)
    return request.getfixturevalue("in_effect")


def days():
    return sorted(Report.objects.values_list("due_on", flat=True))


def work(job, now=NOW):
    """As the worker does: again while there was something to do."""
    rounds = 0
    while job(now=now):
        rounds += 1
        assert rounds < 50
    return rounds


def test_reports_open_for_the_marking_periods_near_today(cast, long_plan):
    work(jobs.open_due_reports)
    assert days() == [date(2026, 11, 13)]
    cache.clear()
    work(jobs.open_due_reports, NOW + timedelta(days=30))
    assert days() == [date(2026, 11, 13), date(2027, 1, 29)]
    cache.clear()
    work(jobs.open_due_reports, NOW + timedelta(days=30))
    assert len(days()) == 2


def test_no_report_opens_for_days_outside_the_plan(cast, in_effect):
    work(jobs.open_due_reports, NOW + timedelta(days=30))
    assert days() == [date(2026, 11, 13)]


def test_no_report_opens_for_a_draft_or_a_student_who_left(cast):
    work(jobs.open_due_reports)
    Plan.objects.update(state="adopted", adopted_on=date(2025, 12, 1))
    Student.objects.update(left_on=date(2026, 9, 1))
    cache.clear()
    work(jobs.open_due_reports)
    assert days() == []


def test_a_schools_own_year_stands_in_place_of_the_districts(cast, long_plan):
    own = SchoolYear.objects.create(
        district=cast.district,
        school=cast.school,
        name="2026-2027",
        first_day=date(2026, 9, 4),
        last_day=date(2027, 6, 26),
    )
    ReportDate.objects.create(year=own, name="Trimester 1", on=date(2026, 12, 4))
    work(jobs.open_due_reports)
    assert days() == [date(2026, 12, 4)]


def test_an_open_report_follows_a_replaced_plan(cast, long_plan, reading):
    work(jobs.open_due_reports, NOW + timedelta(days=30))
    next_one = follow(reading)
    Plan.objects.filter(pk=next_one.plan_id).update(
        state="adopted", adopted_on=date(2026, 10, 1), starts_on=date(2026, 10, 1), ends_on=RUN_OUT
    )
    assert work(jobs.carry_open_reports) == 1
    assert set(Report.objects.values_list("plan", flat=True)) == {next_one.plan_id}


def test_growth_words_are_counted_by_school_once_a_day(cast, reading, writing, django_assert_num_queries):
    for month, value in ((9, 80), (10, 84), (11, 82)):
        measured(reading, date(2026, month, 12), value, by=cast.ruiz)
    assert work(jobs.count_growth) == 3
    found = dict(GrowthCount.objects.filter(school=cast.school).values_list("word", "goals"))
    assert found == {"big": 0, "continues": 1, "needs": 0, "none": 1}
    assert GrowthCount.objects.filter(school=cast.other_school).count() == 4
    with django_assert_num_queries(1):
        assert jobs.count_growth(now=NOW) == 0
    measured(reading, date(2026, 11, 20), 95, by=cast.ruiz)
    measured(reading, date(2026, 11, 20), 96, by=cast.ruiz)
    assert work(jobs.count_growth, NOW + timedelta(days=1)) == 3
    assert GrowthCount.objects.get(school=cast.school, word="big").goals == 1
    assert GrowthCount.objects.count() == 12


def test_a_large_school_is_counted_in_batches(cast, reading, monkeypatch):
    monkeypatch.setattr(jobs, "BATCH", 1)
    batches = list(jobs.goals_in_batches(cast.school, NOW.date()))
    assert sorted(goal.pk for batch in batches for goal in batch) == sorted(goal.pk for goal in Goal.objects.all())
    assert [len(batch) for batch in batches] == [1, 1]
