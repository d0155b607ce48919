"""Each person lands where their work is, and sees there what is theirs and nothing else."""

from datetime import date
from types import SimpleNamespace

import pytest

from strongsuit.audit.models import Entry
from strongsuit.home import thread_page
from strongsuit.home.growth_words import counted
from strongsuit.knowledge.terms import PlanKind
from strongsuit.plans.actions import share_with_family as share
from strongsuit.plans.actions import start_draft
from strongsuit.plans.models import Goal, Plan
from strongsuit.students import access
from strongsuit.web import clock
from strongsuit.web.ids import spell
from tests.cast import TODAY, about, account, adopt_as_built, on_team, post, strength, student

ZONES = {
    "ruiz": "/", "okafor": "/", "silva": "/", "chen": "/", "brooks": "/", "admin": "/district/", "rosa": "/family/",
    "maya_account": "/me/",
}  # fmt: skip


@pytest.fixture
def as_(cast, client):
    return lambda person: cast.sign_in(client, person)


@pytest.fixture
def adopted(cast):
    adopt_as_built(cast)
    return cast


@pytest.mark.parametrize(("who", "address"), ZONES.items())
def test_everybody_lands_in_their_space(as_, adopted, who, address):
    client = as_(getattr(adopted, who))
    answer = client.get("/")
    while answer.status_code == 302 and answer.url != f"/family/{spell(adopted.maya.pk)}/":
        assert answer.url in {"/district/", "/family/", "/me/"}
        answer = client.get(answer.url)
    assert answer.status_code in {200, 302}
    assert client.get(address).status_code in {200, 302}


def test_today_shows_what_is_due_and_for_whom(as_, adopted):
    page = as_(adopted.ruiz).get("/").content.decode()
    assert "Annual review for Maya Delgado" in page
    assert "Leo" not in page


def test_the_caseload_lists_own_students_with_clock_and_voice(as_, adopted):
    page = as_(adopted.ruiz).get("/caseload/").content.decode()
    assert "Maya Delgado" in page and "12/01/2026" in page and "Heard" in page
    assert "Leo" not in page


def test_the_caseload_counts_the_goals_of_each_growth_word(as_, adopted):
    page = as_(adopted.ruiz).get("/caseload/").content.decode()
    goals = Goal.objects.filter(plan=adopted.plan).count()
    assert f"{goals} goals: no word yet" in page or f"{goals} goal: no word yet" in page
    assert "No word yet" not in page


def test_growth_words_stand_once_each_with_their_number():
    grown = [SimpleNamespace(word=word) for word in (None, "needs", "big", "big", None, None, "continues")]
    said = [word.text for word in counted(grown)]
    assert said == [
        "2 goals: big growth",
        "1 goal: continues to grow",
        "1 goal: needs more support to grow",
        "3 goals: no word yet",
    ]


def test_a_summary_nobody_read_for_long_waits_and_does_not_scold(as_, adopted):
    page = as_(adopted.okafor).get("/").content.decode()
    assert "Waiting for you" in page and "since December 2025" in page
    assert "days late" not in page


@pytest.mark.parametrize("order", ["name", "review", "triennial", "growth", "nonsense"])
def test_the_caseload_can_be_sorted(as_, adopted, order):
    assert as_(adopted.ruiz).get("/caseload/", {"sort": order}).status_code == 200


@pytest.mark.parametrize(
    ("words", "found"), [("del", True), ("MAY", True), ("1001", True), ("x", False), ("\x00", True)]
)
def test_the_caseload_can_be_searched(as_, adopted, words, found):
    page = as_(adopted.ruiz).get("/caseload/", {"q": words})
    assert page.status_code == 200
    assert (f'href="/students/{spell(adopted.maya.pk)}/"' in page.content.decode()) == found


def test_the_caseload_as_a_file_runs_no_formula_and_stands_in_the_trail(as_, adopted):
    type(adopted.maya).objects.filter(pk=adopted.maya.pk).update(given_name="=cmd|' /C calc'!A0", preferred_name="")
    answer = as_(adopted.ruiz).get("/caseload/", {"as": "csv"})
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[1].startswith("\"'=cmd") or lines[1].startswith("'=cmd")
    assert Entry.objects.filter(kind="took_out", actor=adopted.ruiz).count() == 1


def many_students(cast, number):
    for each in range(number):
        child = student(cast.district, cast.school, f"Kid{each}", "Doe", date(2015, 1, 1), "5", f"9{each}")
        on_team(child, cast.ruiz, "case_manager")


def list_of(client, words=""):
    return client.get("/caseload/", {"as": "csv", "q": words})


def test_a_list_leaves_only_after_a_fresh_proof(as_, adopted):
    client = as_(adopted.ruiz)
    session = client.session
    session["proved_at"] = clock.now().timestamp() - 301
    session.save()
    assert list_of(client).url.startswith("/sign-in/again/?")
    assert not Entry.objects.filter(kind="took_out").exists()


def test_a_list_of_25_children_leaves_and_stands_in_the_trail_of_each(as_, adopted, django_assert_max_num_queries):
    many_students(adopted, 24)
    client = as_(adopted.ruiz)
    with django_assert_max_num_queries(34):
        answer = list_of(client)
    assert len(answer.content.decode("utf-8-sig").splitlines()) == 26
    lines = Entry.objects.filter(kind="took_out", actor=adopted.ruiz)
    assert (lines.count(), lines.values("student").distinct().count()) == (25, 25)
    assert set(lines.values_list("because", flat=True)) == {"case_manager"}


def test_a_list_of_26_children_is_refused_and_the_refusal_is_kept(as_, adopted, mailoutbox):
    many_students(adopted, 25)
    client = as_(adopted.ruiz)
    page = client.get("/caseload/", {"as": "csv"}, follow=True)
    assert "facts about 25 students within a day" in page.content.decode()
    assert not Entry.objects.filter(kind="took_out").exists()
    (line,) = Entry.objects.filter(kind="refused")
    assert (line.actor, line.district, line.detail) == (adopted.ruiz, adopted.district.pk, {"children": 26})
    assert mailoutbox == []


def test_whoever_comes_back_for_the_rest_is_refused_and_the_office_hears(
    as_, adopted, mailoutbox, django_capture_on_commit_callbacks
):
    """Slow scraping: a part now, a part later, by searching for some at a time."""
    many_students(adopted, 30)
    client = as_(adopted.ruiz)
    assert len(list_of(client, "Kid1").content.splitlines()) == 12
    assert len(list_of(client, "Kid1").content.splitlines()) == 12, "the same children again are no more children"
    assert len(list_of(client, "Kid2").content.splitlines()) == 12
    assert mailoutbox == []
    with django_capture_on_commit_callbacks(execute=True):
        assert list_of(client).status_code == 302
    (mail,) = mailoutbox
    assert mail.to == ["office@harbor.example"]
    assert "Elena Ruiz" in mail.body and "Kid" not in mail.body and "Maya" not in mail.body
    assert Entry.objects.filter(kind="took_out").values("student").distinct().count() == 22


@pytest.mark.parametrize("count", [1, 25, 250])
def test_lists_ask_the_database_a_fixed_number_of_times(as_, adopted, count, django_assert_max_num_queries):
    for number in range(count):
        child = student(adopted.district, adopted.school, f"Kid{number}", "Doe", date(2015, 1, 1), "5", f"9{number}")
        on_team(child, adopted.ruiz, "case_manager")
        Plan.objects.create(**about(child), number=1, kind="annual", state="draft")
    client = as_(adopted.ruiz)
    with django_assert_max_num_queries(22):
        assert client.get("/caseload/").status_code == 200
    with django_assert_max_num_queries(22):
        assert client.get("/").status_code == 200
    client = as_(adopted.chen)
    with django_assert_max_num_queries(16):
        assert client.get(f"/schools/{spell(adopted.school.pk)}/students/").status_code == 200


def test_the_school_list_goes_on_where_the_last_page_ended(as_, adopted):
    for number in range(60):
        student(adopted.district, adopted.school, f"Kid{number:02}", "Doe", date(2015, 1, 1), "5", f"9{number}")
    client = as_(adopted.chen)
    address = f"/schools/{spell(adopted.school.pk)}/students/"
    first = client.get(address).content.decode()
    assert "Kid00" in first and "Kid45" not in first
    after = first.split("?after=")[1].split("&")[0]
    second = client.get(address, {"after": after}).content.decode()
    assert "Kid45" in second and "Kid00" not in second
    assert "Kid00" in client.get(address, {"after": "nonsense"}).content.decode()


@pytest.mark.parametrize("who", ["ruiz", "okafor", "stranger", "outsider", "rosa", "maya_account"])
def test_only_who_leads_a_school_lists_it(as_, adopted, who):
    assert as_(getattr(adopted, who)).get(f"/schools/{spell(adopted.school.pk)}/students/").status_code == 404


def test_the_thread_shows_a_strength_told_after_the_plan_began(as_, adopted, django_assert_max_num_queries):
    strength(adopted.maya, "own:new", "ability", "Repairs bicycles", "work", ("school", adopted.ruiz))
    client = as_(adopted.okafor)
    client.get(f"/students/{spell(adopted.maya.pk)}/")
    with django_assert_max_num_queries(20):
        page = client.get(f"/students/{spell(adopted.maya.pk)}/").content.decode()
    assert "Repairs bicycles" in page


def thread_with_a_break(as_, cast, who):
    """The picture of the plan in effect, where a strength is used in no goal."""
    strength(cast.maya, "own:new", "ability", "Repairs bicycles", "work", ("school", cast.ruiz))
    return as_(who).get(f"/students/{spell(cast.maya.pk)}/").content.decode()


def test_a_break_in_the_plan_in_effect_leads_to_an_amendment(as_, adopted):
    page = thread_with_a_break(as_, adopted, adopted.ruiz)
    assert f'class="thread-mend" href="/students/{spell(adopted.maya.pk)}/plan/#begin">Mend it in an amendment' in page
    assert 'id="begin"' in as_(adopted.ruiz).get(f"/students/{spell(adopted.maya.pk)}/plan/").content.decode()


def test_a_break_in_the_plan_in_effect_leads_to_the_draft_that_is_open(as_, adopted):
    draft = start_draft(by=adopted.ruiz, student=adopted.maya, kind=PlanKind.AMENDMENT, today=TODAY)
    page = thread_with_a_break(as_, adopted, adopted.ruiz)
    place = f"/plans/{spell(draft.pk)}/edit/goals/"
    assert f'class="thread-mend" href="{place}">Mend it in the draft' in page
    assert as_(adopted.ruiz).get(place).status_code == 200
    share(by=adopted.ruiz, plan=draft)
    page = as_(adopted.ruiz).get(f"/students/{spell(adopted.maya.pk)}/").content.decode()
    assert f'class="thread-mend" href="/plans/{spell(draft.pk)}/">Take the draft back to mend it' in page
    page = as_(adopted.silva).get(f"/students/{spell(adopted.maya.pk)}/").content.decode()
    assert "Not used in a goal yet" in page and "thread-mend" not in page


def test_a_goal_of_the_plan_in_effect_is_mended_in_the_goal_that_continues_it(as_, adopted):
    draft = start_draft(by=adopted.ruiz, student=adopted.maya, kind=PlanKind.AMENDMENT, today=TODAY)
    student_of = access.student_for(adopted.ruiz, adopted.maya.pk)
    mend = thread_page._repair(adopted.plan, draft, student_of).way
    newer = Goal.objects.filter(plan=draft).exclude(continues=None).first()
    assert mend(f"goal:{newer.continues_id}") == f"/plans/{spell(draft.pk)}/goals/{spell(newer.pk)}/"
    assert mend("service:5") == f"/plans/{spell(draft.pk)}/edit/services/"
    assert mend("goal:5") == f"/plans/{spell(draft.pk)}/edit/goals/"


@pytest.mark.parametrize("who", ["okafor", "brooks"])
def test_who_may_not_write_reads_of_the_break_without_a_link(as_, adopted, who):
    page = thread_with_a_break(as_, adopted, getattr(adopted, who))
    assert "Not used in a goal yet" in page and "thread-mend" not in page


def test_the_thread_is_drawn_and_seen_in_the_trail(as_, adopted):
    page = as_(adopted.okafor).get(f"/students/{spell(adopted.maya.pk)}/").content.decode()
    assert "reads the page aloud" in page and "Resource room" in page
    seen = Entry.objects.get(kind="saw", actor=adopted.okafor)
    assert (seen.student, seen.deed, seen.because) == (adopted.maya.pk, "thread", "general_teacher")


def test_a_student_without_a_plan_gets_a_way_to_begin(as_, cast):
    child = student(cast.district, cast.school, "New", "Child", date(2015, 1, 1), "5", "77")
    on_team(child, cast.ruiz, "case_manager")
    page = as_(cast.ruiz).get(f"/students/{spell(child.pk)}/").content.decode()
    assert "No plan yet" in page and "Start a plan" in page


def test_the_history_says_who_looked_and_why_in_plain_words(as_, adopted):
    as_(adopted.okafor).get(f"/students/{spell(adopted.maya.pk)}/")
    page = as_(adopted.rosa).get(f"/family/{spell(adopted.maya.pk)}/record/").content.decode()
    assert "Chidi Okafor looked at the thread" in page
    assert "This person teaches Maya." in page


def test_the_familys_page_names_the_one_thing_that_waits(as_, adopted):
    page = as_(adopted.rosa).get(f"/family/{spell(adopted.maya.pk)}/").content.decode()
    assert "Please read the plan and sign" in page
    page = as_(adopted.paul).get(f"/family/{spell(adopted.maya.pk)}/").content.decode()
    assert "Please read the plan and sign" not in page


def test_one_parents_page_shows_nothing_of_the_other_parent(as_, adopted):
    client = as_(adopted.paul)
    for address in ("", "record/", "view/", "meetings/", "plan/", "progress/"):
        page = client.get(f"/family/{spell(adopted.maya.pk)}/{address}").content.decode()
        assert "12 Canary Street" not in page and "555-0101" not in page and "rosa@family.example" not in page


def test_the_students_page_is_one_step_and_never_clinical(as_, adopted):
    page = as_(adopted.maya_account).get("/me/").content.decode()
    assert "Hello, Maya" in page and "How did it go today?" in page
    assert "disability" not in page.lower() and "Learning disability" not in page


@pytest.mark.parametrize("address", ["/", "/caseload/", "/district/", "/family/", "/data/"])
def test_a_student_stays_in_the_students_space(as_, adopted, address):
    answer = as_(adopted.maya_account).get(address)
    assert answer.status_code in {302, 404}
    if answer.status_code == 302:
        assert answer.url == "/me/"


def test_the_district_sees_clocks_by_school_and_no_small_groups(as_, adopted):
    page = as_(adopted.admin).get("/district/").content.decode()
    assert "Lincoln School" in page and "too few to show" in page
    assert "Maya" not in page


@pytest.mark.parametrize("who", ["ruiz", "chen", "rosa", "outsider"])
def test_only_the_district_office_sees_the_district(as_, adopted, who):
    client = as_(getattr(adopted, who))
    answer = client.get("/district/")
    assert answer.status_code == 404 or b"Harbor" not in answer.content
    assert client.get("/district/trail/").status_code == 404 or who == "outsider"


def test_a_machine_can_ask_whether_the_house_stands(client, db):
    assert client.get("/health/").json() == {"status": "ok"}
    assert client.get("/ready/").json() == {"status": "ready", "waiting_for": []}


def test_who_keeps_the_roster_lands_on_it_and_sees_only_what_opens(as_, cast):
    keeper = account("keeper@harbor.example", "Robin Keeper")
    post(keeper, cast.district, "registrar")
    client = as_(keeper)
    assert client.get("/").url == "/district/roster/"
    page = client.get("/district/roster/").content.decode()
    assert 'href="/district/people/"' in page
    assert 'href="/district/"' not in page and 'href="/district/trail/"' not in page
