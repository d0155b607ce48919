"""Everything that everybody can reach: who reads what, what the trail keeps, and pages that hold nothing foreign."""

import csv
import io
import logging
from collections import Counter, defaultdict
from contextlib import suppress

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils.html import strip_tags

from strongsuit.audit.models import Kind
from strongsuit.people.models import Account
from strongsuit.people.roles import STUDENT_ABILITIES
from strongsuit.students.class_actions import make_device
from strongsuit.web import clock
from strongsuit.web.logs import JsonLines
from tests.amounts import some
from tests.cast import NOW, PASSWORD
from tests.house.browser import Browser
from tests.house.crawl import walk
from tests.house.headers import missing
from tests.house.marks import CANARY, mark_all, may_read

pytestmark = pytest.mark.django_db

WALKERS = (
    "case manager", "district", "guardian", "student", "other family", "registrar",
    *some(("general teacher", "aide", "chair", "reason", "informed", "grown student", "former team member"), 3, "walk"),
)  # fmt: skip
ADDRESSES = ("@harbor.example", "@family.example", "@words.example")
# What a list may say of a child without a line in the trail for each: which child it is.
NAMES = {"given_name", "family_name", "preferred_name"}
# All that a child's own sign-in may ever read (AUTH-16): kind words, one's own words, one's own goals.
KIND = {
    "Student": {*NAMES, "pronouns"},
    "Item": {"words"},
    "Answer": {"by_name"},
    "Evidence": {"words", "setting", "by_name"},
    "Media": {"caption", "in_words", "by_name"},
    "Words": {"prompt", "words", "by_name", "helped_by"},
    "Paraphrase": {"text"},
    "CheckIn": {"words"},
    "Goal": {"student_words"},
    "VoiceItem": {"words", "topic", "by_name", "helped_by"},
    "VoiceStep": {"told", "why", "by_name", "owner"},
    # What helps; a support that no plainer words are known for is called as the plan calls it.
    "Accommodation": {"words"},
    "Rating": {"words", "said", "helped_by", "help_was"},
    "Meeting": set(),
    "Milestone": {"what", "strength_words", "celebrate", "student_words", "by_name"},
    "MilestoneJoy": {"by_name"},
    "GoalCard": {"first_step", "people", "stretch"},
    "AskScript": {"task", "condition", "reason", "support", "person"},
    "AskTurn": {"words"},
    "GoodDayLine": {"words", "makes", "who", "by_name"},
    "OnePager": {"called", "pronouns", "identity_words"},
    "OnePagerLine": {"words"},
    "PageShare": {"called", "pronouns", "identity_words"},
    "SharedLine": {"words"},
    "LineInShort": {"text", "by_name"},
}


@pytest.fixture(scope="module")
def marks(world):
    return mark_all(world)


@pytest.fixture(scope="module")
def logged():
    """Every line the product writes while the pages are walked."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture(scope="module")
def steps(world, marks, logged):
    return [step for name in WALKERS for step in walk(world, name, Browser(world.people[name]))]


def listed(found):
    """Told shortly: the same fault on many pages is one fault."""
    return "\n".join(f"{number} × {what}" for what, number in Counter(found).most_common(30))


def test_the_walk_is_long_enough_to_mean_something(marks, steps):
    by_person = Counter(step.person for step in steps)
    read = {(step.person, canary) for step in steps for canary in step.canaries}
    assert by_person["case manager"] > 80 and by_person["guardian"] > 40 and by_person["student"] >= 8
    assert len(marks) > 900
    assert sum(person == "case manager" for person, _canary in read) > 100


def test_nobody_reads_what_is_not_theirs(world, marks, steps):
    wrong = [
        f"{step.person} reads {marks[canary]} at {step.route}"
        for step in steps
        for canary in step.canaries
        if canary in marks and not may_read(world, step.person, marks[canary])
    ]
    assert not wrong, listed(wrong)


def test_whoever_keeps_the_installation_meets_no_child(marks, steps):
    """There is no way in for support; who keeps the roster and the sign-ins reads no record (AZ-15)."""
    read = [
        f"{marks[canary]} at {step.route}" for step in steps if step.person == "registrar" for canary in step.canaries
    ]
    assert not read, listed(read)
    assert sum(step.person == "registrar" and step.answer.status == 200 for step in steps) > 8


def test_no_command_says_anything_of_a_child(world, marks, capsys, tmp_path, settings):
    """What somebody at the machine is shown: health, mistakes, seals, numbers; never a word of a record (AZ-15)."""
    settings.SEAL_COPY = tmp_path / "seals.log"
    for words in (["check"], ["audit", "verify"], ["showmigrations"]):
        with suppress(SystemExit, CommandError):
            call_command(*words)
    told = "".join(capsys.readouterr())
    assert len(told) > 200 and not CANARY.search(told)


def test_no_account_is_more_than_its_posts(world):
    """No administration of tables, no account above the others, nobody who can become somebody else (AZ-15)."""
    columns = {field.name for field in Account._meta.get_fields()}
    assert columns & {"is_superuser", "is_staff", "user_permissions", "groups"} == set()
    assert not any(name in app.name for app in apps.get_app_configs() for name in ("admin", "hijack", "impersonate"))
    browser = Browser(world.people["registrar"])
    for path in ("/admin/", "/django-admin/", "/hijack/", "/impersonate/", "/debug/", "/api/", "/__debug__/", "/sql/"):
        assert browser.get(path).status == 404


def test_a_child_meets_only_kind_words(marks, steps):
    wrong = [
        f"{marks[canary]} at {step.route}"
        for step in steps
        if step.person == "student"
        for canary in step.canaries
        if marks[canary].field not in KIND.get(marks[canary].row._meta.object_name, set())
    ]
    assert not wrong, listed(wrong)


def test_the_screen_of_a_class_shows_first_names_and_nothing_else(world, marks):
    """What a whole class can read: which child is whom, and no word of any record (AZ-12)."""
    group = world.thing("own", "group")
    tablet = Browser()
    tablet.cookie = f"class-device={make_device(by=world.cast.ruiz, group=group, name='wall')}"
    addresses = [
        reverse("students:class_sign_in"),
        reverse("students:class_faces", args=[group.code]),
        reverse("students:class_secret", args=[group.code, world.thing("own", "seat").pk]),
    ]
    read = set()
    with clock.frozen(NOW.replace(hour=15), everywhere=True):
        for path in addresses:
            answer = tablet.get(path)
            assert answer.status == 200
            read |= {str(marks[canary]) for canary in CANARY.findall(answer.text)}
    shown = {"own: students.Student.preferred_name", "own: students.ClassGroup.name"}
    assert read <= shown and "own: students.Student.preferred_name" in read


def test_the_classification_is_named_only_to_those_who_may_read_it(world, steps):
    """It is a code in the record, so no canary can stand for it: its name is looked for instead."""
    wrong = []
    for step in steps:
        held = set(world.held[step.person].get("own", ())) | set(world.held[step.person].get("school", ()))
        if not held & STUDENT_ABILITIES["eligibility.read"] and "Learning disability" in step.answer.text:
            wrong.append(str(step))
    assert not wrong, listed(wrong)
    assert any("Learning disability" in strip_tags(step.answer.text) for step in steps if step.person == "case manager")


def test_nothing_of_a_child_stands_in_an_address_a_title_or_a_header(steps):
    wrong = [str(step) for step in steps if CANARY.search(step.path) or CANARY.search(repr(dict(step.answer.headers)))]
    wrong += [f"the title of {step}" for step in steps if step.page and CANARY.search(step.page.title)]
    assert not wrong, listed(wrong)


def test_words_stay_words(steps):
    """Whatever was typed reaches a page as text: no tag, no attribute, no template, no second header of its own."""
    wrong = []
    for step in steps:
        if step.page is None:
            continue
        foreign = {name for name in step.page.tags | step.page.attributes if name.startswith("zq")}
        wrong += [f"{step}: {foreign}"] if foreign else []
        wrong += [f"{step}: a template ran"] if "64212345" in step.answer.text else []
        wrong += [f"{step}: {name}" for name in step.answer.cookies if name.startswith("zq")]
    assert not wrong, listed(wrong)


def test_no_cell_of_a_list_is_a_formula(steps, browsers):
    taken = browsers["case manager"].get("/caseload/?as=csv")
    tables = [taken] + [step.answer for step in steps if step.answer.headers["Content-Type"].startswith("text/csv")]
    cells = [cell for answer in tables for row in csv.reader(io.StringIO(answer.text.lstrip("\ufeff"))) for cell in row]
    assert len(tables) > 1 and len(cells) > 10
    assert [cell for cell in cells if cell[:1] in {"=", "+", "-", "@", "\t", "\r"}] == []


def test_no_page_runs_or_asks_for_anything_that_the_policy_would_refuse(steps):
    wrong = [f"{step.route}: {found}" for step in steps if step.page for found in step.page.inline]
    wrong += [f"{step.route}: {found}" for step in steps if step.page for found in step.page.elsewhere]
    assert not wrong, listed(wrong)


def test_every_answer_carries_the_strict_headers_and_none_is_stored(steps):
    wrong = []
    for step in steps:
        wrong += [f"{step.route}: without {found}"] if (found := missing(step.answer)) else []
        wrong += [f"{step.route}: may be stored"] if "no-store" not in step.answer.headers["Cache-Control"] else []
        wrong += [f"{step.route}: says what runs here"] if {"Server", "X-Powered-By"} & set(step.answer.headers) else []
    assert not wrong, listed(wrong)


def test_the_way_out_stands_on_every_page(steps):
    # A fragment is a part of a page that has its own.
    shown = [step for step in steps if step.page and step.answer.status == 200 and "html" in step.page.tags]
    wrong = [step.route for step in shown if "/sign-in/sign-out/" not in {form.action for form in step.page.forms}]
    assert not wrong, listed(wrong)
    assert len(shown) > 200


def test_every_cookie_that_a_page_sets_is_out_of_reach_for_scripts(steps):
    wrong = [
        f"{step.route}: {name}"
        for step in steps
        for name, cookie in step.answer.cookies.items()
        if cookie["max-age"] != 0 and not (cookie["httponly"] and cookie["samesite"] and cookie["path"] == "/")
    ]
    assert not wrong, listed(wrong)


def test_looking_changes_nothing(steps):
    assert not (wrong := [f"{step.route} wrote {step.answer.written}" for step in steps if step.answer.written]), (
        listed(wrong)
    )


def test_no_link_leads_nowhere(steps):
    wrong = [f"{step.person}: {step.route} from {step.via}" for step in steps if step.answer.status not in {200, 302}]
    assert not wrong, listed(wrong)


def test_whoever_sees_more_than_a_name_leaves_one_line_that_says_why(world, marks, steps):
    wrong = []
    for step in steps:
        if step.answer.status != 200:
            continue
        shown, seen = defaultdict(set), Counter()
        for canary in step.canaries & marks.keys():
            mark = marks[canary]
            if not (mark.row._meta.object_name == "Student" and mark.field in NAMES) and not own_words(
                step, world, mark
            ):
                shown[mark.row.student_id].add(str(mark))
        for entry in step.entries:
            if entry.kind == Kind.SAW:
                seen[entry.student] += 1
                wrong += [] if entry.because else [f"{step}: a line without a reason"]
                wrong += [] if entry.actor_id == world.people[step.person].pk else [f"{step}: a line of somebody else"]
        wrong += [f"{step.route}: {sorted(shown[pk])[:3]} without a line" for pk in shown if not seen[pk]]
        wrong += [f"{step.route}: {number} lines for one look" for number in seen.values() if number > 1]
    assert not wrong, listed(wrong)


def own_words(step, world, mark):
    """The reason one gave oneself, on the list of records that one holds open."""
    return mark.row._meta.object_name == "ReasonedAccess" and step.route == "students:find"


def test_the_trail_keeps_no_words_of_anybody(marks, steps):
    kept = [repr((entry.deed, entry.detail, entry.target)) for step in steps for entry in step.entries]
    assert [line for line in kept if CANARY.search(line)] == []


def test_the_log_names_no_child_and_no_key(world, steps, logged):
    lines = logged.getvalue()
    assert lines.count("\n") >= len(steps)
    assert not CANARY.search(lines)
    keys = [Browser(world.people[name]).cookie.partition("=")[2] for name in ("case manager", "guardian")]
    assert not any(key in lines for key in keys)
    assert not any(words in lines for words in (*ADDRESSES, PASSWORD, "sessionid", "csrfmiddlewaretoken"))


def test_a_child_reads_nothing_of_another(world, marks, steps):
    """A student, a parent, a team: nobody's walk ever meets a record outside their relations."""
    reach = {name: {child for child, held in world.held[name].items() if held} for name in WALKERS}
    wrong = []
    for step in steps:
        met = {marks[canary].child for canary in step.canaries & marks.keys()}
        there = reach[step.person] | (
            {"grown"} if "school" in reach[step.person] or step.person == "grown student" else set()
        )
        wrong += [f"{step} meets {child}" for child in met - there]
    assert not wrong, listed(wrong)
