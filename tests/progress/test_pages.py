"""Pages about growth: the word with its numbers, a form that forgives, and a 404 for everybody else."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from uuid import uuid4

import pytest

from strongsuit.audit.models import Entry
from strongsuit.people.facts import calendar_of
from strongsuit.plans.models import Goal, Question, Service, WeaveAnswer
from strongsuit.progress import actions_reports
from strongsuit.progress.actions import write_minutes
from strongsuit.progress.models import CheckIn, DataPoint, Delivery, Report, ReportNote
from strongsuit.progress.reporting import span_of
from strongsuit.students.models import Guardian, TeamMember
from strongsuit.web import clock
from strongsuit.web.ids import random_id, spell
from tests.cast import TODAY
from tests.progress.conftest import at, measured, on_school_day, standing

DUE = date(2026, 11, 13)
# V1-V3, V9, V10 and V12 of the growth vocabulary, through the page (strengths specification 1.3).
VECTORS = {
    "V1": ({160: 90, 168: 92, 176: 95}, 180, "Big growth", ("92", "3")),
    "V2": ({160: 80, 168: 84, 176: 82}, 180, "Continues to grow", ("82", "3")),
    "V3": ({160: 58, 168: 60, 176: 61}, 180, "Needs more support to grow", ("60", "3")),
    "V9": ({}, 90, "No growth word yet", ("–", "0")),
    "V10": ({70: 66}, 90, "No growth word yet", ("66", "1")),
    "V12": ({100: 92, 110: 94, 152: 80, 160: 78, 170: 79}, 180, "Big growth", ("79", "5")),
}


def point(**values):
    return {"value": "61,5", "on": "2026-11-16", "once": str(uuid4())} | values


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


def test_a_measurement_from_the_phone_stands_on_the_page(as_, cast, reading):
    client = as_(cast.okafor)
    answer = client.post(at("/goals/{}/points/", reading), point(note="A page about squid", setting="Science"))
    assert (answer.status_code, answer.url) == (302, at("/goals/{}/", reading))
    assert DataPoint.objects.get().value == Decimal("61.5")
    page = client.get(answer.url).content.decode()
    assert "61.5" in page and "A page about squid" in page and "Undo" in page


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("48", "48"),
        ("2.5", "2.5"),
        ("2,5", "2.5"),
        ("1,000", "1000"),
        ("1,250.5", "1250.5"),
        (" 61 ", "61"),
        ("٤٨", "48"),
        ("48,", None),
    ],
)
def test_numbers_are_read_as_people_type_them(as_, cast, reading, typed, value):
    answer = as_(cast.ruiz).post(at("/goals/{}/points/", reading), point(value=typed))
    assert answer.status_code == (302 if value else 422)
    assert [row.value for row in DataPoint.objects.all()] == ([Decimal(value)] if value else [])


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"value": "1e999"}, "Write a number, such as 48 or 2.5."),
        ({"value": "ten"}, "Write a number, such as 48 or 2.5."),
        ({"value": "4\x008"}, "Write a number, such as 48 or 2.5."),
        ({"value": "NaN"}, "Write a number, such as 48 or 2.5."),
        ({"value": "-Infinity"}, "Write a number, such as 48 or 2.5."),
        ({"value": "9" * 500_000}, "This number is too long: up to 7 digits before the point"),
        ({"value": "9" * 400}, "This number is too long"),
        ({"value": "99999999"}, "This number is too long"),
        ({"value": "3.5555555555"}, "This number is too long"),
        ({"value": "3.555"}, "At most 2 digits after the point fit here"),
        ({"value": ""}, "This field is required."),
        ({"value": "-3"}, "no numbers below zero"),
        ({"on": "2026-11-21"}, "still to come"),
        ({"on": "2025-11-30"}, "before the goal&#x27;s start"),
        ({"on": "1900-01-01"}, "Use a date from 2000"),
        ({"on": "yesterday"}, "Write the date as year-month-day"),
        ({"note": "x" * 501}, "500"),
        ({"note": "a\u202eb"}, "hidden sign"),
    ],
)
def test_what_cannot_be_kept_comes_back_with_what_was_typed(as_, cast, reading, wrong, sentence):
    typed = point(note="A page about squid") | wrong
    answer = as_(cast.ruiz).post(at("/goals/{}/points/", reading), typed)
    page = answer.content.decode()
    assert answer.status_code == 422 and sentence in page
    if "note" not in wrong:
        assert "A page about squid" in page
    if wrong.get("value", "").isprintable() and wrong.get("value"):
        assert f'value="{wrong["value"]}"' in page
    assert not DataPoint.objects.exists()


@pytest.mark.parametrize("address", ["/goals/{}/points/", "/data/{}/"])
def test_more_than_the_full_mark_is_refused_on_the_page_and_on_the_sheet(as_, cast, request, address):
    Goal.objects.filter(pk=cast.goals[0].pk).update(unit="of 10 moments", baseline=2, target=8)
    reading = request.getfixturevalue("reading")
    answer = as_(cast.ruiz).post(at(address, reading), point(value="99"))
    page = answer.content.decode()
    assert answer.status_code == 422 and "so 10 is the most there can be" in page and 'value="99"' in page
    assert not DataPoint.objects.exists()


def test_ten_megabytes_are_refused_and_nothing_is_written(as_, cast, reading):
    answer = as_(cast.ruiz).post(at("/goals/{}/points/", reading), point(note="x" * 10_000_000))
    assert 400 <= answer.status_code < 500
    assert not DataPoint.objects.exists()


@pytest.mark.parametrize("once", ["", "1", "not-a-token", "\x00"])
def test_a_form_without_its_token_writes_nothing(as_, cast, reading, once):
    assert as_(cast.ruiz).post(at("/goals/{}/points/", reading), point(once=once)).status_code == 422
    assert not DataPoint.objects.exists()


def test_the_same_post_twice_is_one_measurement(as_, cast, reading):
    client, typed = as_(cast.ruiz), point()
    for _time in range(2):
        assert client.post(at("/goals/{}/points/", reading), typed).status_code == 302
    assert DataPoint.objects.count() == 1


def test_undo_set_aside_and_count_again_from_the_page(as_, cast, reading):
    client = as_(cast.ruiz)
    client.post(at("/goals/{}/points/", reading), point())
    row = DataPoint.objects.get()
    assert client.post(at("/points/{}/aside/", row), {"version": "1", "because": ""}).status_code == 422
    client.post(at("/points/{}/aside/", row), {"version": "1", "because": "fire drill"})
    row.refresh_from_db()
    assert row.invalid_because == "fire drill"
    assert "fire drill" in client.get(at("/goals/{}/", reading)).content.decode()
    client.post(at("/points/{}/count/", row), {"version": "2"})
    client.post(at("/points/{}/undo/", row))
    row.refresh_from_db()
    assert row.invalid_because == "typed by mistake"


@pytest.mark.parametrize("version", ["", "x", "9" * 40, "-1", "\x00"])
def test_a_forged_version_changes_nothing(as_, cast, reading, version):
    row = measured(reading, TODAY, 50, by=cast.ruiz)
    client = as_(cast.ruiz)
    assert client.post(at("/points/{}/aside/", row), {"version": version, "because": "x"}).status_code in (302, 422)
    assert client.post(at("/points/{}/count/", row), {"version": version}).status_code == 302
    row.refresh_from_db()
    assert (row.invalid_because, row.version) == ("", 1)


@pytest.fixture
def report(cast, in_effect):
    actions_reports.open_reports(by="progress", plans=[in_effect], period="Quarter 1", due_on=DUE)
    return Report.objects.get()


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


def autosaved(client, report, goal, **values):
    path = f"/reports/{spell(report.pk)}/goals/{spell(goal.pk)}/"
    typed = {"version": "0", "text": "", "next_step": ""} | values
    return client.post(path, typed, headers={"X-Autosave": "1"})


def test_notes_save_themselves_and_never_overwrite_silently(as_, cast, reading, report):
    client = as_(cast.ruiz)
    first = autosaved(client, report, reading, text="She reads to her sister.").json()
    assert first["version"] == 1 and first["saved"]
    again = autosaved(client, report, reading, version="1", text="She reads to her sister and to me.").json()
    assert again["version"] == 2
    answer = autosaved(as_(cast.silva), report, reading, version="1", text="Speaks up more.")
    assert answer.status_code == 409
    assert "Speaks up more." in answer.json()["html"] and "to her sister and to me" in answer.json()["html"]
    assert ReportNote.objects.get().text == "She reads to her sister and to me."
    wrong = autosaved(client, report, reading, version="2", text="x" * 4001)
    assert wrong.status_code == 422 and "text" in wrong.json()["errors"]


def test_the_way_of_a_report_from_the_desk_to_the_family_and_back(as_, cast, reading, report):
    for month, value in ((9, 80), (10, 84), (11, 82)):
        measured(reading, date(2026, month, 12), value, by=cast.ruiz)
    path = f"/reports/{spell(report.pk)}/"
    family = as_(cast.rosa)
    assert family.get(path).status_code == 404
    client = as_(cast.ruiz)
    client.post(f"{path}goals/{spell(reading.pk)}/", {"version": "0", "text": "Reads <b>at home</b>.", "next_step": ""})
    promised = client.get(path).context["cards"][0]["planned"]
    given = -(-promised * 62 // 100)
    client.post(f"{path}goals/{spell(reading.pk)}/minutes/", {"planned": "1", "given": given})
    desk = client.get(path).content.decode()
    assert "Continues to grow" in desk and "This report is late" in desk and "<select" not in desk
    preview = client.get(f"{path}preview/")
    assert client.post(f"{path}send/", {"expected": "0"}).status_code == 409
    assert client.post(f"{path}send/", {"expected": preview.context["expected"]}).status_code == 302
    page = as_(cast.rosa).get(path).content.decode()
    assert (
        page.index("What Maya is good at")
        < page.index("We gave 62% of the planned support.")
        < page.index("Continues to grow")
    )
    assert "Reads &lt;b&gt;at home&lt;/b&gt;." in page and f"{given} of {promised} planned minutes" in page
    assert "It was promised for" in page and "<svg" in page
    before = page[page.index("What Maya is good at") : page.index("Answer us")]
    measured(reading, TODAY, 5, by=cast.ruiz)
    family = as_(cast.rosa)
    again = family.get(path).content.decode()
    assert again[again.index("What Maya is good at") : again.index("Answer us")] == before
    assert family.post(f"{path}answer/", {"words": "", "once": str(uuid4())}).status_code == 422
    typed = {"words": "She reads to the dog.", "once": str(uuid4())}
    for _time in range(2):
        family.post(f"{path}answer/", typed)
    assert Question.objects.get().words.endswith("She reads to the dog.")
    assert as_(cast.paul).get(path).status_code == 200
    assert as_(cast.okafor).get(path).status_code == 200
    assert as_(cast.nguyen).get(path).status_code == 404


def test_the_team_is_asked_what_it_adds_where_support_is_needed(as_, cast, reading, report):
    for month, value in ((9, 49), (10, 48), (11, 50)):
        measured(reading, date(2026, month, 12), value, by=cast.ruiz)
    assert "what the school will add or change" in as_(cast.ruiz).get(f"/reports/{spell(report.pk)}/").content.decode()


@pytest.fixture
def silent(cast):
    """The service for reading does not say how often."""
    Service.objects.filter(links__goal=cast.goals[0]).update(times=None)


@pytest.mark.parametrize(
    "typed", [{"planned": "0", "given": "1"}, {"planned": "ten", "given": ""}, {"planned": "9" * 30, "given": "-1"}]
)
def test_wrong_minutes_come_back_as_typed(as_, cast, silent, reading, report, typed):
    answer = as_(cast.ruiz).post(f"/reports/{spell(report.pk)}/goals/{spell(reading.pk)}/minutes/", typed)
    assert answer.status_code == 422 and f'value="{typed["planned"]}"' in answer.content.decode()
    assert not Delivery.objects.exists()


def test_planned_minutes_are_typed_only_where_the_plan_does_not_say(as_, cast, silent, reading, report):
    path = f"/reports/{spell(report.pk)}/"
    desk = as_(cast.ruiz)
    first, second = desk.get(path).context["cards"]
    assert (first["planned"], "planned" in first["minutes"].fields) == (0, True)
    assert second["planned"] > 0 and "planned" not in second["minutes"].fields
    assert "do not say how many minutes" in desk.get(path).content.decode()
    desk.post(f"{path}goals/{spell(reading.pk)}/minutes/", {"planned": "300", "given": "200"})
    assert (Delivery.objects.get().planned_minutes, Delivery.objects.get().given_minutes) == (300, 200)


def test_a_planned_number_that_is_not_the_plans_is_pointed_out_until_it_is_saved_again(as_, cast, reading, report):
    span = span_of(report)
    write_minutes(by=cast.ruiz, goal=reading, first=span.first, last=span.last, planned=720, given=676)
    path, desk = f"/reports/{spell(report.pk)}/", as_(cast.ruiz)
    card = desk.get(path).context["cards"][0]
    assert card["planned"] > 720 and "was saved against 720 planned minutes" in desk.get(path).content.decode()
    desk.post(f"{path}goals/{spell(reading.pk)}/minutes/", {"given": "676"})
    page = desk.get(path).content.decode()
    assert f"676 of {card['planned']} planned minutes" in page and "was saved against" not in page


def test_the_student_sees_growth_and_tells_how_it_went(as_, cast, reading):
    client = as_(cast.maya_account)
    page = client.get("/me/goals/").content.decode()
    assert "I want to read my science book by myself." in page
    for hidden in ("SLD", "Learning disability", "Reading print slowly", "resource", "61 words correct in a minute"):
        assert hidden not in page
    answer = client.post(
        f"/me/goals/{spell(reading.pk)}/", {"face": "hard", "words": "  to loud", "once": str(uuid4())}
    )
    assert answer.status_code == 302
    assert CheckIn.objects.get().words == "  to loud"
    assert "Today you said: Hard" in client.get("/me/goals/").content.decode()
    assert "to loud" in as_(cast.ruiz).get(at("/goals/{}/", reading)).content.decode()
    assert "to loud" in as_(cast.rosa).get(at("/family/{}/progress/", cast.maya)).content.decode()
    assert "to loud" not in as_(cast.nguyen).get(at("/goals/{}/", reading)).content.decode()


def test_a_face_is_needed_and_the_words_stay(as_, cast, reading):
    answer = as_(cast.maya_account).post(
        f"/me/goals/{spell(reading.pk)}/", {"face": "angry", "words": "it was to loud", "once": str(uuid4())}
    )
    assert answer.status_code == 422 and "it was to loud" in answer.content.decode()


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
        (cast.rosa, at("/family/{}/progress/", cast.maya), 18),
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


def own_answer(reading, item):
    return f"/me/goals/{spell(reading.pk)}/strengths/{spell(item.pk)}/"


def test_the_student_is_asked_whether_a_strength_is_theirs_and_the_team_reads_the_answer(as_, cast, reading):
    client, ear = as_(cast.maya_account), cast.items["ear"]
    page = client.get("/me/goals/").content.decode()
    assert page.count("Is that you?") == 2 and ear.words in page and "You said: " not in page
    assert "has not said yet" in as_(cast.okafor).get(at("/goals/{}/", reading)).content.decode()
    client, once = as_(cast.maya_account), str(uuid4())
    for _time in range(2):
        answer = client.post(own_answer(reading, ear), {"yes": "no", "once": once})
        assert answer.status_code == 302 and answer.url.endswith(f"#me-{spell(reading.pk)}-{spell(ear.pk)}")
    page = client.get("/me/goals/").content.decode()
    assert "You said: Not me." in page and f'id="me-{spell(reading.pk)}-{spell(ear.pk)}"' in page
    team = as_(cast.okafor).get(at("/goals/{}/", reading)).content.decode()
    assert "Maya said: not me" in team and "This waits for an answer" in team
    as_(cast.maya_account).post(own_answer(reading, ear), {"yes": "yes", "once": str(uuid4())})
    assert "Maya said: that's me" in as_(cast.okafor).get(at("/goals/{}/", reading)).content.decode()
    assert list(WeaveAnswer.objects.order_by("at").values_list("yes", flat=True)) == [False, True]


@pytest.mark.parametrize("typed", [{}, {"yes": "maybe"}, {"yes": "yes", "once": "x"}])
def test_an_answer_that_is_none_is_asked_for_again(as_, cast, reading, typed):
    answer = as_(cast.maya_account).post(own_answer(reading, cast.items["ear"]), {"once": str(uuid4())} | typed)
    assert answer.status_code == 422 and not WeaveAnswer.objects.exists()


def test_a_strength_taken_out_meanwhile_is_told_kindly_and_another_childs_goal_is_not_there(as_, cast, reading):
    client, typed = as_(cast.maya_account), {"yes": "yes", "once": str(uuid4())}
    answer = client.post(own_answer(reading, cast.items["draw"]), typed, follow=True)
    assert "Your team changed this goal" in answer.content.decode() and not WeaveAnswer.objects.exists()
    theirs = Goal.objects.exclude(student=cast.maya).first()
    assert theirs is None or client.post(own_answer(theirs, cast.items["ear"]), typed).status_code == 404
    for person in (cast.rosa, cast.ruiz):
        assert as_(person).post(own_answer(reading, cast.items["ear"]), typed).status_code == 404


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
