"""Data taken with a thumb, a keyboard, no scripts, no connection; and pages about growth without a fault."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from strongsuit.progress import actions_reports
from strongsuit.progress.models import CheckIn, DataPoint, Delivery, Report, ReportNote
from tests.browser.axe import faults
from tests.browser.chromium import sign_in, wait_for_kept
from tests.browser.test_gallery import TOO_SMALL
from tests.progress.conftest import at, in_effect, measured, reading, writing  # noqa: F401 fixtures

pytestmark = pytest.mark.browser
PHONE = {"width": 320, "height": 640}


@pytest.fixture
def filled(page, cast, reading, writing):  # noqa: F811
    """A year of measurements, one set aside, minutes, faces, and a report to write."""
    for number in range(22):
        on = date(2026, 1, 5) + timedelta(days=14 * number)
        because = "fire drill" if number == 9 else ""
        measured(reading, on, Decimal(48 + number * 2), by=cast.ruiz, invalid_because=because, setting="Science")
    for month in (9, 10, 11):
        measured(writing, date(2026, month, 10), 1, by=cast.okafor)
    own = {"district_id": cast.maya.district_id, "student": cast.maya}
    Delivery.objects.create(
        **own,
        goal=writing,
        first_day=date(2026, 7, 16),
        last_day=date(2026, 11, 13),
        planned_minutes=100,
        given_minutes=60,
    )
    CheckIn.objects.create(
        **own, goal=reading, face="great", on=date(2026, 11, 18), words="A whole page!", once=uuid4()
    )
    actions_reports.open_reports(by="progress", plans=[cast.plan], period="Quarter 1", due_on=date(2026, 11, 13))
    cast.reading, cast.report = reading, Report.objects.get()
    return cast


@pytest.fixture
def watched(browser, live_server):
    """A window in which tests may look into the page's own memory and cut its connection."""
    context = browser.new_context(base_url=live_server.url, locale="en-US", bypass_csp=True)
    yield context.new_page()
    context.close()


def test_a_measurement_is_taken_on_a_phone(page, live_server, filled):
    sign_in(page, filled.okafor, live_server)
    page.set_viewport_size(PHONE)
    page.goto(at("/goals/{}/", filled.reading))
    form = page.locator("form[data-record]")
    box = form.get_by_label("Words correct in a minute")
    assert box.get_attribute("inputmode") == "decimal"
    form.get_by_role("button", name="More").click()
    expect(box).to_have_value("90")
    form.get_by_role("button", name="More").click()
    form.get_by_role("button", name="Less").click()
    form.get_by_role("button", name="Less").click()
    expect(box).to_have_value("89")
    form.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved: 89 words correct in a minute.")).to_be_visible()
    page.get_by_role("button", name="Undo 89").click()
    expect(page.get_by_text("typed by mistake").first).to_be_visible()
    assert DataPoint.objects.get(by=filled.okafor, goal=filled.reading).invalid_because == "typed by mistake"


def test_a_measurement_is_taken_with_the_keyboard_alone(page, live_server, filled):
    sign_in(page, filled.ruiz, live_server)
    page.goto(at("/goals/{}/", filled.reading))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for _press in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "value":
            break
    page.keyboard.type("77,5")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Saved: 77.5 words correct in a minute.")).to_be_visible()
    assert DataPoint.objects.filter(goal=filled.reading, value=Decimal("77.5")).count() == 1


def test_a_wrong_number_stays_in_its_box_with_the_reason(page, live_server, filled):
    sign_in(page, filled.ruiz, live_server)
    page.goto(at("/goals/{}/", filled.reading))
    page.locator("form[data-record] [name=value]").fill("ten")
    page.locator("form[data-record]").get_by_role("button", name="Save").click()
    expect(page.locator("[data-error-summary]")).to_be_focused()
    expect(page.locator("form[data-record] [name=value]")).to_have_value("ten")
    assert faults(page) == []


def test_everything_on_the_sheet_is_made_for_thumbs(page, live_server, filled):
    sign_in(page, filled.ruiz, live_server)
    page.set_viewport_size(PHONE)
    page.goto("/data/")
    small = [found for found in page.evaluate(TOO_SMALL, 44) if "sheet" in found or "step" in found or "value" in found]
    assert small == []


def test_the_sheet_saves_in_place_and_takes_back(page, live_server, filled):
    sign_in(page, filled.ruiz, live_server)
    page.goto("/data/")
    line = page.locator(".sheet-line").first
    line.get_by_role("textbox").fill("91")
    line.get_by_role("textbox").press("Enter")
    expect(line.get_by_text("Measured today")).to_be_visible()
    expect(line.get_by_text("Last: 91 words correct in a minute")).to_be_visible()
    expect(line.get_by_role("textbox")).to_have_value("")
    assert faults(page) == []
    line.get_by_role("button", name="Undo").click()
    expect(line.get_by_text("Measured today")).to_have_count(0)
    assert DataPoint.objects.get(value=91).invalid_because == "typed by mistake"


def test_a_number_typed_without_a_connection_is_sent_once_when_it_is_back(watched, live_server, filled):
    sign_in(watched, filled.ruiz, live_server)
    watched.goto("/data/")
    watched.context.set_offline(True)
    line = watched.locator(".sheet-line").first
    line.get_by_role("textbox").fill("93")
    line.get_by_role("button", name="Save").click()
    expect(line.get_by_text("No connection.")).to_be_visible()
    expect(line.get_by_role("textbox")).to_have_value("93")
    assert not DataPoint.objects.filter(value=93).exists()
    watched.context.set_offline(False)
    expect(line.get_by_text("Measured today")).to_be_visible()
    assert DataPoint.objects.filter(value=93).count() == 1


def test_a_number_survives_a_reload_until_the_server_has_it(watched, live_server, filled):
    sign_in(watched, filled.ruiz, live_server)
    watched.goto("/data/")
    watched.locator(".sheet-line").first.get_by_role("textbox").fill("94")
    wait_for_kept(watched)
    watched.reload()
    box = watched.locator(".sheet-line").first.get_by_role("textbox")
    expect(box).to_have_value("94")
    box.press("Enter")
    expect(watched.locator(".sheet-line").first.get_by_text("Measured today")).to_be_visible()
    wait_for_kept(watched, 0)


def test_everything_works_without_scripts(browser, live_server, filled):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    sign_in(page, filled.ruiz, live_server)
    page.goto(at("/goals/{}/", filled.reading))
    assert page.get_by_role("button", name="More").count() == 0
    page.locator("[name=value]").fill("88,5")
    page.get_by_role("button", name="Save", exact=True).click()
    assert page.get_by_text("Saved: 88.5 words correct in a minute.").is_visible()
    page.goto("/data/")
    page.locator(".sheet-line [name=value]").first.fill("ten")
    page.locator(".sheet-line").first.get_by_role("button", name="Save").click()
    assert page.locator(".sheet-line [name=value]").first.input_value() == "ten"
    page.locator(".sheet-line [name=value]").first.fill("90")
    page.locator(".sheet-line").first.get_by_role("button", name="Save").click()
    assert page.get_by_text("Measured today").first.is_visible()
    page.goto(at("/reports/{}/", filled.report))
    page.locator("textarea[name=text]").first.fill("Reads to her sister.")
    page.locator("form[data-autosave]").first.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Read it as the family will").first.click()
    page.get_by_role("button", name="Send to the family").click()
    context.close()
    assert Report.objects.get().state == Report.State.SENT
    assert sorted(DataPoint.objects.filter(on=date(2026, 11, 20)).values_list("value", flat=True)) == [
        Decimal("88.5"),
        90,
    ]


def test_a_note_saves_itself_and_says_so(page, live_server, filled):
    sign_in(page, filled.ruiz, live_server)
    page.goto(at("/reports/{}/", filled.report))
    form = page.locator("form[data-autosave]").first
    form.locator("textarea[name=text]").fill("She reads to her sister.")
    form.locator("textarea[name=next_step]").focus()
    expect(form.locator("[data-save-state]")).to_contain_text("Saved")
    assert ReportNote.objects.get().text == "She reads to her sister."


def test_a_student_tells_how_it_went_by_face(page, live_server, filled):
    sign_in(page, filled.maya_account, live_server)
    page.set_viewport_size(PHONE)
    page.goto("/me/goals/")
    mine = page.locator(".my-goal").first
    mine.get_by_text("Okay").first.click()
    mine.get_by_role("button", name="Tell my team").click()
    expect(page.get_by_text("Today you said: Okay")).to_be_visible()
    assert CheckIn.objects.filter(goal=filled.reading, on=date(2026, 11, 20)).count() == 1
    assert [found for found in page.evaluate(TOO_SMALL, 44) if 'type="radio"' not in found] == []
