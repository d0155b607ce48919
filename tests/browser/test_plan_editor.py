"""The plan editor in a real browser: words survive, writers meet, by keyboard, at 320 pixels, with JavaScript off."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from strongsuit.knowledge.terms import Section
from strongsuit.people.steps import PROVED
from strongsuit.plans import actions
from strongsuit.plans.models import Goal, KeptText, Plan, PlanSection
from strongsuit.web import clock
from tests.browser.axe import faults
from tests.browser.chromium import wait_for_kept
from tests.cast import TODAY
from tests.plans.conftest import give_reasons

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def enter(page, cast, person, server):
    client = cast.sign_in(Client(), person)
    session = client.session
    session[PROVED] = clock.now().timestamp()
    session.save()
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": server.url}])
    return page


@pytest.fixture
def ruiz(page, cast, draft, live_server):
    return enter(page, cast, cast.ruiz, live_server)


def address(name, *args):
    return reverse(f"plans:{name}", args=args)


def text_of(plan, section=Section.EFFECT):
    return PlanSection.objects.get(plan=plan, section=section).text


def say(page, words):
    expect(page.locator("[data-save-state]").first).to_have_text(re.compile(words))


def test_what_is_typed_saves_itself_and_says_so(ruiz, draft):
    ruiz.goto(address("place", draft.pk, "effect"))
    ruiz.get_by_label("Effect of the disability").fill("Long texts take twice the time.")
    say(ruiz, "Saved")
    assert text_of(draft) == "Long texts take twice the time."


def test_words_typed_without_a_network_come_back_after_a_reload(cast, draft, browser, live_server):
    # A window of its own: a lost network is an error in the console, and here it is meant.
    ruiz = enter(browser.new_context(base_url=live_server.url).new_page(), cast, cast.ruiz, live_server)
    ruiz.goto(address("place", draft.pk, "effect"))
    box = ruiz.get_by_label("Effect of the disability")
    ruiz.context.set_offline(True)
    box.fill("Written on the bus.")
    say(ruiz, "No connection")
    wait_for_kept(ruiz)
    ruiz.goto("about:blank")
    ruiz.context.set_offline(False)
    ruiz.goto(address("place", draft.pk, "effect"))
    expect(ruiz.get_by_label("Effect of the disability")).to_have_value("Written on the bus.")
    # On the way out the browser may have got through after all; pressing the button is right in both cases.
    ruiz.get_by_role("button", name="Save", exact=True).click()
    expect(ruiz.get_by_text("Saved.", exact=True)).to_be_visible()
    assert text_of(draft) == "Written on the bus."
    ruiz.context.close()


def test_the_save_button_waits_for_a_save_that_is_on_its_way(ruiz, draft):
    held = []
    ruiz.route(
        "**/edit/effect/", lambda route: held.append(route) if not held and is_autosave(route) else route.continue_()
    )
    ruiz.goto(address("place", draft.pk, "effect"))
    box = ruiz.get_by_label("Effect of the disability")
    box.fill("First words.")
    box.blur()
    ruiz.wait_for_function("document.querySelector('[data-save-state]').dataset.state === 'saving'")
    box.fill("First words, and more.")
    ruiz.get_by_role("button", name="Save", exact=True).click()
    held[0].continue_()
    expect(ruiz.get_by_text("Saved.", exact=True)).to_be_visible()
    expect(ruiz.locator(".conflict")).to_have_count(0)
    assert text_of(draft) == "First words, and more."


def is_autosave(route):
    return "x-autosave" in route.request.headers


def test_two_writers_of_one_section_are_both_offered_both_texts(cast, ruiz, draft, browser, live_server):
    other = enter(browser.new_context(base_url=live_server.url).new_page(), cast, cast.silva, live_server)
    url = address("place", draft.pk, "effect")
    ruiz.goto(url)
    other.goto(url)
    expect(other.get_by_text("Elena Ruiz has this section open.")).to_be_visible()
    other.get_by_label("Effect of the disability").fill("Silva's words.")
    say(other, "Saved")
    ruiz.get_by_label("Effect of the disability").fill("Ruiz's words.")
    expect(ruiz.get_by_role("heading", name="Ana Silva changed this while you were writing")).to_be_visible()
    conflict = ruiz.locator(".conflict")
    expect(conflict.get_by_text("Silva's words.")).to_be_visible()
    expect(conflict.get_by_text("Ruiz's words.")).to_be_visible()
    assert faults(ruiz) == []
    ruiz.get_by_role("button", name="Keep both, mine below theirs").click()
    expect(ruiz.get_by_label("Effect of the disability")).to_have_value("Silva's words.\n\nRuiz's words.")
    assert text_of(draft) == "Silva's words.\n\nRuiz's words."
    assert KeptText.objects.get().settled_at is not None
    other.context.close()


def test_the_goal_is_read_back_and_drawn_while_it_is_typed(ruiz, draft):
    goal = draft.goals.order_by("order").first()
    ruiz.goto(address("goal", draft.pk, goal.pk))
    ruiz.get_by_label("What the student does", exact=True).fill("reads the sea page aloud")
    expect(ruiz.locator(".preview-words")).to_contain_text("Maya reads the sea page aloud: from 48 to 92")
    expect(ruiz.locator("#preview polyline.graph-aim")).to_be_attached()
    say(ruiz, "Saved|^$")


def test_the_coach_speaks_up_and_the_checks_follow_each_save(ruiz, draft):
    ruiz.goto(address("place", draft.pk, "effect"))
    box = ruiz.get_by_label("Effect of the disability")
    box.fill("Maya refuses to read.")
    expect(ruiz.get_by_text("Not joining in, told as will")).to_be_visible()
    box.fill("")
    say(ruiz, "Saved")
    expect(ruiz.locator("#checks").get_by_text("Must be settled")).to_be_visible()
    current = ruiz.locator("#places a[aria-current]")
    expect(current).to_contain_text("1 open")


def test_a_section_is_written_by_keyboard_alone(ruiz, draft):
    ruiz.goto(address("place", draft.pk, "effect"))
    ruiz.keyboard.press("Tab")
    expect(ruiz.get_by_text("Skip to the main part")).to_be_focused()
    ruiz.keyboard.press("Enter")
    for _ in range(30):
        ruiz.keyboard.press("Tab")
        if ruiz.evaluate("document.activeElement.tagName") == "TEXTAREA":
            break
    ruiz.keyboard.press("Control+a")
    ruiz.keyboard.type("By hand.")
    ruiz.keyboard.press("Tab")
    expect(ruiz.get_by_role("button", name="Save", exact=True)).to_be_focused()
    ruiz.keyboard.press("Enter")
    expect(ruiz.get_by_text("Saved.", exact=True)).to_be_visible()
    assert text_of(draft) == "By hand."


def test_a_goal_is_woven_with_javascript_off(cast, draft, browser, live_server):
    page = browser.new_context(base_url=live_server.url, java_script_enabled=False).new_page()
    enter(page, cast, cast.ruiz, live_server)
    page.goto(address("place", draft.pk, "goals"))
    page.get_by_role("button", name=re.compile("Build a goal.+Read grade-level")).click()
    page.get_by_role("button", name=re.compile("Weave it in.+Loves animals")).click()
    page.get_by_label("What the student does", exact=True).fill("reads a sea page")
    page.get_by_role("button", name="Show it first").click()
    expect(page.locator(".preview-words")).to_contain_text("Maya reads a sea page")
    page.get_by_role("button", name="Save the goal").click()
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    goal = Goal.objects.get(plan=draft, behavior="reads a sea page")
    assert goal.weaves.count() == 1
    page.context.close()


def made_ready(cast, draft):
    """The draft with all that its adoption asks for."""
    actions.save_dates(by=cast.ruiz, plan=draft, version=draft.version, dates=actions.Dates(amendment_agreed_on=TODAY))
    plan = Plan.objects.get(pk=draft.pk)
    plan.student = cast.maya
    give_reasons(plan, cast.ruiz)
    return plan


def test_a_chair_adopts_in_the_browser(cast, page, draft, live_server):
    plan = made_ready(cast, draft)
    enter(page, cast, cast.chen, live_server)
    page.goto(address("adopt", plan.pk))
    page.get_by_label("I have read this plan").check()
    page.get_by_role("button", name="Adopt the plan").click()
    expect(page.get_by_text("The plan is adopted").first).to_be_visible()
    assert Plan.objects.get(pk=plan.pk).frozen.sha256 in page.content()


def test_a_way_to_weave_goes_into_the_condition_and_the_page_says_how_well_and_how_easy(ruiz, draft):
    goal = Goal.objects.filter(plan=draft).order_by("order", "pk").first()
    goal.weaves.all().delete()
    ruiz.set_viewport_size({"width": 320, "height": 800})
    ruiz.goto(address("goal", draft.pk, goal.pk))
    ruiz.get_by_label("Given what (condition)").fill("Given a page")
    ruiz.locator("#weaving").get_by_role("button", name="after listening first").press("Enter")
    expect(ruiz.get_by_label("Given what (condition)")).to_have_value("After listening first, given a page")
    expect(ruiz.get_by_label("Given what (condition)")).to_be_focused()
    behavior = "demonstrates comprehension of informational text utilizing strategies"
    ruiz.get_by_label("What the student does").fill(behavior)
    preview = ruiz.locator("#preview")
    expect(preview).to_contain_text("2 of 3")
    expect(preview).to_contain_text("easier: shows", timeout=15_000)
    assert ruiz.evaluate("document.documentElement.scrollWidth") <= 320
    assert faults(ruiz) == []
    ruiz.get_by_role("button", name="Save the goal").click()
    expect(ruiz.get_by_text("Saved.", exact=True)).to_be_visible()
    assert goal.weaves.get().item.key == "RD2"
