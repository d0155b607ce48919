"""Pages about growth: the word with its numbers, a form that forgives, and a 404 for everybody else."""

from datetime import UTC, date, datetime, time
from uuid import uuid4

import pytest

from strongsuit.audit.models import Entry
from strongsuit.people.facts import calendar_of
from strongsuit.plans.models import Goal
from strongsuit.progress.models import CheckIn, DataPoint, Delivery, ReportNote
from strongsuit.students.models import Guardian, TeamMember
from strongsuit.web import clock
from strongsuit.web.ids import random_id, spell
from tests.cast import TODAY
from tests.progress.conftest import at, measured, on_school_day, point, standing

# V1-V3, V9, V10 and V12 of the growth vocabulary, through the page (strengths specification 1.3).
VECTORS = {
    "V1": ({160: 90, 168: 92, 176: 95}, 180, "Big growth", ("92", "3")),
    "V2": ({160: 80, 168: 84, 176: 82}, 180, "Continues to grow", ("82", "3")),
    "V3": ({160: 58, 168: 60, 176: 61}, 180, "Needs more support to grow", ("60", "3")),
    "V9": ({}, 90, "No growth word yet", ("–", "0")),
    "V10": ({70: 66}, 90, "No growth word yet", ("66", "1")),
    "V12": ({100: 92, 110: 94, 152: 80, 160: 78, 170: 79}, 180, "Big growth", ("79", "5")),
}


@pytest.fixture
def of_180_days(cast):
    """Words a minute from 48 to 92 within 180 school days, as the vectors have it."""
    goal = cast.goals[0]
    calendar = calendar_of(cast.maya.school)
    Goal.objects.filter(pk=goal.pk).update(target_on=calendar.add_school_days(goal.baseline_on, 180))
    TeamMember.objects.update(starts_on=goal.baseline_on)


@pytest.fixture
def vector_goal(of_180_days, in_effect, cast):
    return standing(cast, 0)


@pytest.mark.parametrize("vector", VECTORS)
def test_a_vector_shows_its_word_with_its_six_numbers(as_, cast, vector_goal, vector):
    points, day, word, (now, count) = VECTORS[vector]
    for number, value in points.items():
        measured(vector_goal, on_school_day(vector_goal, cast.maya, number), value, by=cast.ruiz)
    moment = datetime.combine(on_school_day(vector_goal, cast.maya, day), time(15), tzinfo=UTC)
    with clock.frozen(moment, everywhere=True):
        told = []
        for person, address, row in (
            (cast.ruiz, "/students/{}/progress/", cast.maya),
            (cast.ruiz, "/goals/{}/", vector_goal),
            (cast.rosa, "/family/{}/progress/", cast.maya),
            (cast.maya_account, "/me/goals/", cast.maya),
        ):
            told.append(as_(person).get(at(address, row)).content.decode())
    for page in told:
        first = page[: page.index("</dl>")]
        assert word in first and ">48<" in first and ">92<" in first
        assert f"<dd>{now}</dd>" in first and f"<dd>{count}</dd>" in first
        assert "Next step" in page and "<svg" in page


def test_the_page_says_which_test_decided(as_, cast, vector_goal):
    for number, value in VECTORS["V3"][0].items():
        measured(vector_goal, on_school_day(vector_goal, cast.maya, number), value, by=cast.ruiz)
    moment = datetime.combine(on_school_day(vector_goal, cast.maya, 180), time(15), tzinfo=UTC)
    with clock.frozen(moment, everywhere=True):
        page = as_(cast.ruiz).get(at("/goals/{}/", vector_goal)).content.decode()
    assert "27% of the planned growth is there after 100% of the time. Less than 50%" in page
    assert "<select" not in page


# Every address, with the people for whom it is a page and for whom it is nothing.
TEAM = {"ruiz", "okafor", "silva", "nguyen", "chen", "brooks"}
PAGES = {
    "/students/{maya}/progress/": TEAM,
    "/goals/{goal}/": TEAM,
    "/students/{maya}/reports/": TEAM - {"nguyen"},
    "/reports/{report}/preview/": TEAM - {"nguyen"},
    "/family/{maya}/progress/": {"rosa", "paul"},
    "/me/goals/": {"maya_account"},
}
EVERYBODY = (*sorted(TEAM), "rosa", "paul", "maya_account", "admin", "stranger", "outsider")


@pytest.mark.parametrize("who", EVERYBODY)
def test_a_page_is_there_for_whom_it_is_made_and_for_nobody_else(as_, cast, reading, report, who):
    client = as_(getattr(cast, who))
    for address, people in PAGES.items():
        path = address.format(maya=spell(cast.maya.pk), goal=spell(reading.pk), report=spell(report.pk))
        answer = client.get(path)
        assert answer.status_code == (200 if who in people else 404), path


POSTS = {
    "/goals/{goal}/points/": ({"ruiz", "okafor", "silva", "nguyen"}, {"value": "5", "on": "2026-11-16"}),
    "/data/{goal}/": ({"ruiz", "okafor", "silva", "nguyen"}, {"value": "5"}),
    "/points/{point}/aside/": ({"ruiz", "silva"}, {"version": "1", "because": "ill"}),
    "/reports/{report}/goals/{goal}/": ({"ruiz", "silva"}, {"text": "x", "version": "0"}),
    "/reports/{report}/goals/{goal}/minutes/": ({"ruiz", "silva"}, {"planned": "9", "given": "1"}),
    "/reports/{report}/send/": ({"ruiz"}, {"expected": "0"}),
    "/me/goals/{goal}/": ({"maya_account"}, {"face": "okay"}),
}


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("address", POSTS)
def test_only_those_who_may_change_something_can(as_, cast, reading, report, address, who):
    row = measured(reading, TODAY, 50, by=cast.ruiz)
    allowed, typed = POSTS[address]
    path = address.format(goal=spell(reading.pk), point=spell(row.pk), report=spell(report.pk))
    answer = as_(getattr(cast, who)).post(path, typed | {"once": str(uuid4())})
    assert (answer.status_code != 404) == (who in allowed)
    if who not in allowed:
        row.refresh_from_db()
        assert (row.invalid_because, DataPoint.objects.count(), ReportNote.objects.count()) == ("", 1, 0)
        assert (Delivery.objects.count(), CheckIn.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    "address", ["/goals/{}/", "/reports/{}/", "/students/{}/progress/", "/family/{}/progress/", "/reports/{}/preview/"]
)
def test_a_forged_number_is_nothing(as_, cast, address):
    assert as_(cast.ruiz).get(address.format(spell(random_id()))).status_code == 404


def test_a_goal_of_another_student_is_not_reached_through_a_report(as_, cast, report):
    foreign = Goal.objects.exclude(plan=report.plan).first()
    for pk in (random_id(), foreign.pk if foreign else random_id()):
        path = f"/reports/{spell(report.pk)}/goals/{spell(pk)}/"
        assert as_(cast.ruiz).post(path, {"text": "x", "version": "0"}).status_code == 404


def test_a_note_on_a_measurement_is_read_along_for_the_family(as_, cast, reading):
    page = as_(cast.ruiz).get(f"/goals/{spell(reading.pk)}/").text
    assert page.index('name="note"') < page.index('hx-post="/reading/family/"') < page.index('hx-params="note"')


def test_a_level_is_recorded_with_one_tap(as_, cast, in_effect):
    goal = cast.goals[1]
    client = as_(cast.ruiz)
    client.post(f"/data/{spell(goal.pk)}/", {"tap": "2", "value": "", "once": str(uuid4())})
    assert [(row.value, row.on) for row in DataPoint.objects.all()] == [(2, TODAY)]


def test_a_line_of_the_sheet_comes_back_alone(as_, cast, reading):
    client, path = as_(cast.ruiz), f"/data/{spell(reading.pk)}/"
    answer = client.post(path, {"value": "71", "once": str(uuid4())}, headers={"HX-Request": "true"})
    line = answer.content.decode()
    assert answer.status_code == 200 and line.strip().startswith("<li") and "Measured today" in line and "Undo" in line
    answer = client.post(path, {"value": "ten", "once": str(uuid4())}, headers={"HX-Request": "true"})
    assert answer.status_code == 422 and 'value="ten"' in answer.content.decode()
    row = DataPoint.objects.get()
    answer = client.post(f"/data/undo/{spell(row.pk)}/", {}, headers={"HX-Request": "true"})
    assert "Measured today" not in answer.content.decode()


def test_the_sheet_without_scripts_keeps_the_typed_number(as_, cast, reading):
    client, path = as_(cast.ruiz), f"/data/{spell(reading.pk)}/"
    answer = client.post(path, {"value": "ten", "once": str(uuid4())})
    assert answer.status_code == 422 and 'value="ten"' in answer.content.decode()
    answer = client.post(path, {"value": "71", "once": str(uuid4()), "page": "1"})
    assert answer.url == f"/data/?page=1#line-{spell(reading.pk)}"


def test_the_sheet_shows_only_students_of_ones_own_teams(as_, cast, reading):
    assert "Maya Delgado" in as_(cast.nguyen).get("/data/").content.decode()
    assert "Maya" not in as_(cast.stranger).get("/data/").content.decode()
    Guardian.objects.create(
        district_id=cast.maya.district_id, student=cast.maya, account=cast.nguyen, name="x", relationship="other"
    )
    assert "Maya" not in as_(cast.nguyen).get("/data/").content.decode()


def many_goals(cast, count):
    for number in range(count):
        Goal.objects.create(
            district_id=cast.maya.district_id, student=cast.maya, plan=cast.plan, behavior=f"counts to {number}",
            baseline=1, target=9, baseline_on=date(2025, 12, 1), target_on=date(2026, 12, 1), unit="times", order=9,
        )  # fmt: skip


@pytest.mark.parametrize("count", [1, 25])
def test_pages_ask_the_database_a_fixed_number_of_times(as_, cast, count, request, django_assert_max_num_queries):
    many_goals(cast, count)
    request.getfixturevalue("in_effect")
    report = request.getfixturevalue("report")
    for goal in Goal.objects.filter(plan=cast.plan):
        for month in (9, 10, 11):
            measured(goal, date(2026, month, 9), 5, by=cast.ruiz)
    for person, path, most in (
        (cast.ruiz, at("/students/{}/progress/", cast.maya), 20),
        (cast.ruiz, at("/goals/{}/", cast.goals[0]), 16),
        (cast.ruiz, "/data/", 13),
        (cast.ruiz, at("/reports/{}/", report), 50),
        (cast.maya_account, "/me/goals/", 20),
        (cast.rosa, at("/family/{}/progress/", cast.maya), 19),
    ):
        client = as_(person)
        with django_assert_max_num_queries(most):
            assert client.get(path).status_code == 200, path


def test_the_trail_says_whose_data_the_sheet_showed(as_, cast, reading):
    as_(cast.nguyen).get("/data/")
    entry = Entry.objects.get(deed="data sheet")
    assert (entry.student, entry.because) == (cast.maya.pk, "aide")


def test_work_that_ended_opens_nothing(as_, cast, reading):
    TeamMember.objects.filter(account=cast.okafor).update(ends_on=date(2026, 11, 19))
    client = as_(cast.okafor)
    assert client.get(at("/goals/{}/", reading)).status_code == 404
    assert client.post(at("/goals/{}/points/", reading), point()).status_code == 404
    assert "Maya" not in client.get("/data/").content.decode()


def test_a_plan_that_is_still_to_begin_is_no_earlier_plan(as_, cast, reading, next_year):
    answer = as_(cast.ruiz).get(at("/students/{}/progress/", cast.maya))
    page = answer.content.decode()
    assert "Goals of the plan that begins on Jan. 4, 2027" in page and "Goals of earlier plans" not in page
    assert {goal.plan_id for goal, _growth in answer.context["goals"]} == {cast.plan.pk}
    with clock.frozen(datetime(2027, 1, 4, 12, tzinfo=UTC), everywhere=True):
        page = as_(cast.ruiz).get(at("/students/{}/progress/", cast.maya)).content.decode()
    assert "Goals of earlier plans" in page and "Goals of the plan that begins" not in page


def test_points_are_taken_for_the_plan_in_effect_until_the_next_one_begins(as_, cast, reading, next_year):
    client, coming = as_(cast.ruiz), next_year.goals.first()
    now, later = (client.get(at("/goals/{}/", goal)).content.decode() for goal in (reading, coming))
    assert "data-record" in now and "belongs to an earlier plan" not in now
    assert "data-record" not in later and "The plan of this goal begins on Jan. 4, 2027" in later
    answer = client.post(at("/goals/{}/points/", coming), point())
    assert answer.status_code == 422 and "begins on Jan. 4, 2027" in answer.content.decode()
    assert client.post(at("/goals/{}/points/", reading), point()).status_code == 302
    assert [row.goal_id for row in DataPoint.objects.all()] == [reading.pk]
