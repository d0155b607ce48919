"""Building the demo: the same each time, on any day, at any size, and never beside real data."""

from collections import Counter
from datetime import UTC, date, datetime, time
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.db.models import Count

from strongsuit.audit.seals import verify
from strongsuit.home.demo import build
from strongsuit.home.demo.clearing import clear
from strongsuit.home.demo.dates import times
from strongsuit.home.demo.load import own_models
from strongsuit.knowledge.growth import GrowthWord, NoWord
from strongsuit.knowledge.terms import PlanState
from strongsuit.meetings.deciding import planned_late
from strongsuit.meetings.models import Meeting
from strongsuit.meetings.queries import review_due
from strongsuit.people.facts import calendar_of
from strongsuit.people.models import District, School
from strongsuit.plans.facts import numbers_of, plan_facts
from strongsuit.plans.findings import findings_of
from strongsuit.plans.models import Goal, Plan
from strongsuit.plans.queries import open_draft
from strongsuit.progress.facts import growths, points_of
from strongsuit.progress.models import DataPoint
from strongsuit.students.models import Student
from strongsuit.web import clock
from tests.amounts import some
from tests.cast import NOW, TODAY


def at_noon(day):
    return datetime.combine(day, time(17), tzinfo=UTC)


def built(students, *, seed=1, today=TODAY, reset=False):
    build.build(students, seed, today=today, told=lambda words: None, reset=reset)


def words_on(today):
    """How often each growth word, or reason for none, stands in the plans in effect."""
    seen = Counter()
    for school in School.objects.all():
        goals = list(Goal.objects.filter(plan__state=PlanState.ADOPTED, student__school=school))
        points = points_of(goal.pk for goal in goals)
        found = growths(map(numbers_of, goals), points, calendar=calendar_of(school), today=today)
        seen.update(growth.word or growth.no_word for growth in found.values())
    return seen


@pytest.fixture
def emptied(transactional_db):
    """For a district that is committed; taken away faster than table by table."""
    yield
    clear()


@pytest.mark.parametrize("today", some([date(2026, 7, 20), date(2026, 9, 14), date(2027, 1, 4)], 1, "days"))
def test_every_word_is_there_on_other_days_of_the_year_too(today, db):
    with clock.frozen(at_noon(today), everywhere=True):
        built(60, today=today)
    # A plan with a goal that lacks its numbers is not adopted.
    assert set(words_on(today)) == {*GrowthWord, *NoWord} - {NoWord.INCOMPLETE}
    for plan in Plan.objects.filter(state__in=["draft", "proposed", "withdrawn"]):
        assert "V101" not in [found.rule for found in findings_of(plan_facts(plan), today=today)]
    for meeting in Meeting.objects.filter(state=Meeting.State.PLANNED):
        assert not planned_late(meeting, open_draft(meeting.student), review_due(meeting.student))


def rows():
    """Everything in the database but what the clock of the build leaves behind."""
    return {model._meta.label: sorted(map(str, model.objects.values_list())) for model in own_models()}


@pytest.mark.patient
def test_the_same_seed_and_day_give_the_same_district(emptied):
    with clock.frozen(NOW, everywhere=True):
        built(60, seed=7)
        first = rows()
        built(60, seed=7, reset=True)
        again = rows()
        built(60, seed=8, reset=True)
    # The trail goes on numbering where it stopped.
    for found in (first, again):
        found["audit.Entry"] = len(found["audit.Entry"])
    assert first == again
    assert rows()["students.Student"] != first["students.Student"]


def test_a_real_district_is_never_built_beside(db):
    District.objects.create(name="Harbor City Schools", code="NY-0001")
    for arguments in ([], ["--reset"]):
        with pytest.raises(CommandError, match="real district"):
            call_command("demo", *arguments, stdout=StringIO())
    assert District.objects.count() == 1


def test_a_district_too_small_to_show_everything_is_refused(db):
    with pytest.raises(CommandError, match="60"):
        call_command("demo", students=3, stdout=StringIO())


def test_the_calendar_closes_one_school_for_repairs():
    plain, closed = times(TODAY), times(TODAY, repairs=True)
    assert len(closed.calendar.breaks()) == len(plain.calendar.breaks()) + 1


def schema():
    """The tables with all that guards them."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
        else:
            cursor.execute(
                "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' UNION ALL "
                "SELECT conname, pg_get_constraintdef(oid) || convalidated::text FROM pg_constraint UNION ALL "
                "SELECT tgname, pg_get_triggerdef(oid) || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal "
                "ORDER BY 1, 2"
            )
        return cursor.fetchall()


def test_a_large_district_is_filled_with_the_guards_aside_and_they_come_back(emptied):
    before = schema()
    built(500)
    assert [line for line in schema() if "sqlite_stat" not in line[0]] == before
    connection.check_constraints()
    with pytest.raises(DatabaseError, match="final"), transaction.atomic():
        Goal.objects.filter(plan__state=PlanState.ADOPTED).update(unit="changed")
    assert Student.objects.count() == 500
    in_effect = Plan.objects.filter(state=PlanState.ADOPTED)
    assert in_effect.count() > 450
    assert not in_effect.annotate(n=Count("goals")).filter(n__lt=2).exists()
    assert DataPoint.objects.count() > 8 * Goal.objects.filter(plan__state=PlanState.ADOPTED).count()
    assert not in_effect.filter(frozen=None).exists()
    assert words_on(TODAY)[GrowthWord.NEEDS] > 20
    assert verify().faults == ()
