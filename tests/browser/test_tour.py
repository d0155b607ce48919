"""Everybody's pages in a real browser: nothing axe-core can find, nothing sideways when narrow or enlarged."""

from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from itertools import cycle
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import DatabaseError, transaction
from django.db.models import CharField, TextField

from strongsuit.knowledge.terms import PlanKind
from strongsuit.meetings.models import Meeting
from strongsuit.plans.actions import share_with_family, start_draft
from strongsuit.progress.models import DataPoint, Report
from strongsuit.web import clock
from strongsuit.web.ids import spell
from tests.amounts import some
from tests.browser.axe import faults, look, sideways
from tests.browser.chromium import sign_in
from tests.cast import NOW, about, adopt, build_cast
from tests.house.marks import HOSTILE
from tests.replay import written_once

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADDRESSES = {
    "ruiz": [
        "/",
        "/caseload/",
        "/students/{maya}/",
        "/students/{maya}/?plan=draft",
        "/students/{maya}/voice/",
        "/strengths/{item}/",
        "/students/{maya}/plan/",
        "/plans/{plan}/",
        "/plans/{draft}/",
        "/plans/{draft}/edit/voice/",
        "/plans/{draft}/edit/levels/",
        "/plans/{draft}/edit/level-reading/",
        "/plans/{draft}/edit/effect/",
        "/plans/{draft}/edit/factors/",
        "/plans/{draft}/edit/goals/",
        "/plans/{draft}/goals/{goal}/",
        "/plans/{draft}/edit/services/",
        "/plans/{draft}/edit/accommodations/",
        "/plans/{draft}/edit/dates/",
        "/plans/{draft}/ready/",
        "/plans/{draft}/compare/{plan}/",
        "/students/{maya}/summary/",
        "/students/{maya}/meetings/",
        "/meetings/{meeting}/",
        "/students/{maya}/progress/",
        "/goals/{old_goal}/",
        "/data/",
        "/reports/{report}/",
        "/reports/{report}/preview/",
        "/students/{maya}/reports/",
        "/students/{maya}/documents/",
        "/students/{maya}/team/",
        "/students/{maya}/history/",
        "/account/",
        "/display/",
        "/help/",
    ],
    "chen": [
        "/",
        "/schools/{school}/students/",
        "/plans/{draft}/ready/",
        "/plans/{draft}/adopt/",
        "/plans/{plan}/adopted/",
    ],
    "okafor": ["/", "/students/{maya}/summary/", "/goals/{old_goal}/"],
    "admin": [
        "/district/",
        "/district/trail/",
        "/district/roster/",
        "/district/people/",
        "/district/people/invite/",
        "/account/",
        "/sign-in/password/change/",
        "/spaces/",
    ],
    "rosa": [
        "/family/{maya}/",
        "/family/{maya}/view/",
        "/family/{maya}/plan/",
        "/family/{maya}/plan/?view=legal",
        "/family/{maya}/meetings/",
        "/family/{maya}/progress/",
        "/family/{maya}/documents/",
        "/family/{maya}/record/",
    ],
    "maya_account": ["/me/", "/me/strengths/", "/me/goals/", "/me/strengths/{item}/"],
    "signed out": [
        "/sign-in/",
        "/sign-in/?ended=idle",
        "/sign-in/password/new/",
        "/sign-in/password/new/sent/",
        "/class/",
    ],
}


@pytest.fixture
def town():
    """Maya's record with something in every corner."""
    with clock.frozen(NOW, everywhere=True):
        yield build_town()


@written_once
def build_town():
    cast = build_cast()
    adopt(cast)
    goal = cast.goals[0]
    for number, value in enumerate((48, 52, 55, 61, 66, 70)):
        DataPoint.objects.create(
            **about(cast.maya),
            goal=goal,
            on=date(2026, 9, 10) + timedelta(days=11 * number),
            value=Decimal(value),
            by_name="Elena Ruiz",
            once=uuid4(),
        )
    report = Report.objects.create(**about(cast.maya), plan=cast.plan, period="Quarter 1", due_on=date(2026, 11, 13))
    meeting = Meeting.objects.create(
        **about(cast.maya), kind="annual", place="Room 4", starts_at=NOW + timedelta(days=12)
    )
    draft = start_draft(by=cast.ruiz, student=cast.maya, kind=PlanKind.ANNUAL, today=clock.today())
    cast.names = {
        "maya": cast.maya,
        "plan": cast.plan,
        "draft": draft,
        "goal": draft.goals.first(),
        "old_goal": goal,
        "meeting": meeting,
        "report": report,
        "school": cast.school,
        "item": cast.items["ear"],
    }
    return cast


@pytest.mark.parametrize("who", ADDRESSES)
def test_everybodys_pages_are_for_everybody(page, live_server, town, who):
    if who != "signed out":
        sign_in(page, getattr(town, who), live_server)
    names = {name: spell(row.pk) for name, row in town.names.items()}
    found = []
    for address in ADDRESSES[who]:
        # One page is looked through wide and in the light, the next narrow and in the dark; with patience each is both.
        looks = some(("wide", "narrow"), 1, f"{who} {address}")
        found += look(page, address.format(**names), looks)
    assert not found, "\n".join(found)


# What people type, as they would not: one word as long as a page is wide ten times over.
LONG = "Sesquipedalia" * 23 + "x"
# Texts of the product's own.
CODES = {"password", "stamp", "once", "code", "jurisdiction", "time_zone", "language", "sha256", "body", "local_id",
         "state_id", "phone", "key", "session_key", "session_data", "strand", "timezone", "package"}  # fmt: skip


# What others type to break out of a page: each way by itself, shouted, and inside of signs that end something.
SHAPES = ("{}", "\"'>{}", "</textarea></title>{}", "]]>{}", "--!>{}", "{{{{{}}}}}")
PAYLOADS = [shape.format(one) for shape in SHAPES for one in HOSTILE]
BROKEN_OUT = "[...document.querySelectorAll('*')].filter(one => one.localName.startsWith('zq') || " \
    "[...one.attributes].some(each => each.name.startsWith('zq'))).map(one => one.outerHTML.slice(0, 80))"  # fmt: skip


def write_long_words(town, turn):
    """Something hostile and a long word in every typed text of every row that is not sealed."""
    payloads = cycle(PAYLOADS[turn * len(PAYLOADS) // 6 :])
    for model in apps.get_models():
        if not model.__module__.startswith("strongsuit.") or model._meta.app_label in ("audit", "documents"):
            continue
        for field in model._meta.concrete_fields:
            if type(field) in (CharField, TextField) and typed(field):
                word = next(payloads) + LONG
                word = word[: field.max_length] if field.max_length else word
                with suppress(DatabaseError), transaction.atomic():
                    model._default_manager.exclude(**{field.name: ""}).update(**{field.name: word})


def typed(field):
    """Whether people write it freely: no list of choices, no number or code of its own, no secret."""
    return not (field.choices or field.unique or field.name in CODES or (field.max_length or 999) < 40)


@pytest.mark.parametrize("who", [who for who in ADDRESSES if who != "signed out"])
def test_hostile_words_without_end_stay_words_and_push_nothing_sideways(page, live_server, town, who):
    sign_in(page, getattr(town, who), live_server)
    write_long_words(town, [*ADDRESSES].index(who))
    names = {name: spell(row.pk) for name, row in town.names.items()}
    found = []
    page.set_viewport_size({"width": 320, "height": 800})
    for address in some(ADDRESSES[who], (len(ADDRESSES[who]) + 2) // 3, who):
        there = address.format(**names)
        answer = page.goto(there)
        found += [f"{there} answers {answer.status}"] if answer.status != 200 else []
        found += [f"{there} {fault}: {widest(page)}" for fault in sideways(page, "at 320 pixels")]
        found += [f"{there} holds {foreign}" for foreign in page.evaluate(BROKEN_OUT)]
    assert not found, "\n".join(found)


def widest(page):
    """The first element that reaches past the window, to say where to look."""
    return page.evaluate(
        "[...document.querySelectorAll('main *, header *, footer *')]"
        ".filter(one => one.getBoundingClientRect().right > innerWidth + 1)"
        ".slice(0, 3).map(one => one.tagName + '.' + one.className)"
    )


def test_a_shared_draft_is_for_everybody(page, live_server, town):
    draft = town.names["draft"]
    draft.student = town.maya
    share_with_family(by=town.ruiz, plan=draft)
    sign_in(page, town.rosa, live_server)
    assert look(page, f"/family/{spell(town.maya.pk)}/plan/") == []


@pytest.mark.parametrize("who", ["ruiz", "maya_account", "signed out"])
def test_an_address_that_only_takes_forms_is_a_page_for_everybody(page, live_server, town, who):
    """What Enter in the address bar brings after a form was refused: no page of the browser's own."""
    if who != "signed out":
        sign_in(page, getattr(town, who), live_server)
    there = {"ruiz": f"/goals/{spell(town.names['old_goal'].pk)}/points/", "maya_account": "/me/strengths/add/"}
    answer = page.goto(there.get(who, "/sign-in/demo/0000000000000/"))
    page.get_by_role("heading", name="This address only takes a form").wait_for()
    assert (answer.status, faults(page)) == (405, [])
    page.get_by_role("link", name="Go to the page of the form").click()
    page.wait_for_url("**/sign-in/" if who == "signed out" else there[who].rpartition("/")[0].rpartition("/")[0] + "/")
