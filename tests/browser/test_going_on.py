"""What a person does is not asked twice, what they paste is not cut, and what they read is not broken."""

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from strongsuit.people.steps import PROVED
from strongsuit.plans.models import Plan
from strongsuit.students.models import Student
from tests.browser.chromium import sign_in, wait_for_kept
from tests.browser.test_plan_editor import address, enter, made_ready, say, text_of
from tests.cast import PASSWORD, adopt

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# How many lines the name of a column takes beside the cell.
LINES = """cell => {
  const name = getComputedStyle(cell, "::before");
  return Math.round(parseFloat(name.height) / parseFloat(name.lineHeight));
}"""
PASTE = """(box, words) => {
  box.focus();
  document.execCommand("insertText", false, words);
}"""


def enter_long_ago(page, cast, person, server):
    """Signed in, but the last proof of who one is lies an hour back."""
    client = cast.sign_in(Client(), person)
    session = client.session
    session[PROVED] = 0
    session.save()
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": server.url}])


def test_a_plan_is_adopted_with_one_press_and_one_proof(cast, page, draft, live_server):
    plan = made_ready(cast, draft)
    enter_long_ago(page, cast, cast.chen, live_server)
    page.goto(address("adopt", plan.pk))
    page.get_by_label("I have read this plan").check()
    page.get_by_role("button", name="Adopt the plan").click()
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("The plan is adopted").first).to_be_visible()
    assert Plan.objects.get(pk=plan.pk).frozen.sha256 in page.content()


def test_what_is_pasted_stays_whole_with_how_much_is_too_long(cast, page, draft, live_server):
    enter(page, cast, cast.ruiz, live_server)
    page.goto(address("place", draft.pk, "effect"))
    before = text_of(draft)
    box = page.get_by_label("Effect of the disability")
    box.fill("")
    box.evaluate(PASTE, "Word " * 5000 + "end.")
    expect(page.get_by_text("5,004 characters too many: at most 20,000 fit here.").first).to_be_visible()
    assert len(box.input_value()) == 25_004
    say(page, "Not saved yet")
    wait_for_kept(page)
    assert text_of(draft) == before
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("5,004 characters too many: at most 20,000 fit here.").first).to_be_visible()
    box = page.get_by_label("Effect of the disability")
    assert len(box.input_value()) == 25_004
    box.fill("Short.")
    expect(page.locator("[data-error-for=text]:visible")).to_have_count(0)
    say(page, "Saved")
    assert text_of(draft) == "Short."


def test_a_text_of_many_pages_comes_back_whole(cast, page, draft, live_server):
    enter(page, cast, cast.ruiz, live_server)
    page.goto(address("place", draft.pk, "effect"))
    box = page.get_by_label("Effect of the disability")
    box.fill("word " * 40_000)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("characters too many: at most 20,000 fit here.").first).to_be_visible()
    expect(page.get_by_text("Something needs another look")).to_be_visible()
    assert len(page.get_by_label("Effect of the disability").input_value()) == 200_000


def test_no_word_of_a_list_is_broken_on_a_phone(cast, page, live_server):
    adopt(cast)
    sign_in(page, cast.ruiz, live_server)
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/caseload/")
    names = page.locator("td[data-label]")
    expect(names.first).to_be_visible()
    broken = [
        cell.get_attribute("data-label")
        for cell in names.all()
        if cell.evaluate(LINES) > len(cell.get_attribute("data-label").split())
    ]
    assert broken == []


def test_a_name_in_another_script_brings_its_letters_along(cast, page, live_server):
    fetched = []
    page.on("request", lambda sent: fetched.append(sent.url) if "/fonts/" in sent.url else None)
    sign_in(page, cast.ruiz, live_server)
    page.goto("/caseload/")
    page.wait_for_load_state("networkidle")
    assert [url for url in fetched if "arabic" in url or "hebrew" in url] == []
    Student.objects.filter(pk=cast.maya.pk).update(preferred_name="", given_name="مريم", family_name="حداد")
    page.goto("/caseload/")
    page.wait_for_load_state("networkidle")
    assert [url for url in fetched if "noto-sans-arabic-arabic-700" in url]
    assert not [url for url in fetched if "hebrew" in url or "bengali" in url]
