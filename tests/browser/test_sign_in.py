"""Signing in as people do it: passkeys, pictures, a page left too long; in real Chromium."""

from datetime import time, timedelta

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from strongsuit.people import actions
from strongsuit.students import class_actions
from strongsuit.web import clock
from tests.browser import axe
from tests.browser.chromium import sign_in, wait_for_kept
from tests.cast import NOW, PASSWORD
from tests.people.conftest import give_app

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _forget_tries():
    cache.clear()


@pytest.fixture
def authenticator(page):
    """A device that holds passkeys and recognizes its owner."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    return devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]


def fill_in(page, email, password=PASSWORD):
    page.goto("/sign-in/")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.locator("form[action='/sign-in/'] button[type=submit]").click()


def local(live_server):
    """Passkeys belong to a name, not to a number."""
    return live_server.url.replace("127.0.0.1", "localhost")


def test_a_passkey_is_added_and_then_opens_the_account_alone(cast, page, live_server, authenticator):
    home = local(live_server)
    page.goto(f"{home}/sign-in/")
    page.get_by_label("E-mail").fill("ruiz@harbor.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.locator("form[action='/sign-in/'] button[type=submit]").click()
    page.get_by_role("heading", name="Make your account safe").wait_for()
    assert axe.faults(page) == []
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Name of this passkey").fill("my laptop")
    assert axe.faults(page) == []
    page.get_by_role("button", name="Make the passkey").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    assert axe.faults(page) == []
    page.get_by_role("link", name="I have kept them").click()
    page.get_by_role("contentinfo").get_by_role("button", name="Sign out").click()
    page.get_by_role("heading", name="Sign in").wait_for()
    for number in range(101):
        page.request.post(f"{home}/sign-in/", form={"login": "ruiz@harbor.example", "password": f"guess {number}"})
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_role("heading", level=1, name="Today").wait_for()


def test_a_passkey_of_nobody_here_is_refused_in_words(cast, page, live_server, authenticator):
    page.goto(f"{local(live_server)}/sign-in/")
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_text("The passkey was not used").wait_for()


def test_the_password_can_be_pasted_and_shown(cast, page):
    page.goto("/sign-in/")
    field = page.get_by_label("Password", exact=True)
    field.focus()
    page.evaluate(
        "text => document.activeElement.dispatchEvent(new ClipboardEvent('paste', {bubbles: true, cancelable: true}))"
        " && document.execCommand('insertText', false, text)",
        PASSWORD,
    )
    assert field.input_value() == PASSWORD
    page.get_by_role("button", name="Show password").press("Enter")
    assert field.get_attribute("type") == "text"
    page.get_by_role("button", name="Show password").press("Enter")
    assert field.get_attribute("type") == "password"


def test_a_refused_sign_in_puts_the_focus_on_the_reason(cast, page):
    fill_in(page, "rosa@family.example", "something else")
    page.locator("[data-error-summary]:focus").wait_for()
    assert axe.faults(page) == []
    assert page.get_by_label("E-mail").input_value() == "rosa@family.example"


def test_signing_in_works_by_keyboard_alone(cast, page):
    page.goto("/sign-in/")
    page.get_by_label("E-mail").focus()
    page.keyboard.type("rosa@family.example")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("contentinfo").get_by_role("button").wait_for()
    assert "/sign-in/" not in page.url


def test_signing_in_works_without_scripts(cast, browser, live_server):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    fill_in(page, "rosa@family.example")
    assert "/sign-in/" not in page.url
    context.close()


def test_words_typed_before_the_end_come_back_after_signing_in_again(cast, page, live_server):
    cast.admin.set_password(PASSWORD)
    cast.admin.save()
    sign_in(page, cast.admin, live_server)
    page.goto("/district/people/invite/")
    page.get_by_label("Name", exact=True).fill("Noa New, who was nearly lost")
    wait_for_kept(page)
    with clock.frozen(NOW + timedelta(minutes=31), everywhere=True):
        page.get_by_role("button", name="Send the invitation").click()
        page.get_by_text("What you typed is kept on this device").wait_for()
        give_app(cast.admin).delete()
        sign_in(page, cast.admin, live_server)
        page.goto("/district/people/invite/")
        expect(page.get_by_label("Name", exact=True)).to_have_value("Noa New, who was nearly lost")


@pytest.fixture
def tablet(cast, page, live_server):
    """A tablet set up for Room 5, with the three pictures of Maya."""
    group = class_actions.make_class(by=cast.ruiz, school=cast.school, name="Room 5", opens=time(8), closes=time(15))
    _seat, pictures = class_actions.add_seat(by=cast.ruiz, group=group, student=cast.maya)
    token = class_actions.make_device(by=cast.ruiz, group=group, name="blue")
    page.context.add_cookies([{"name": "class-device", "value": token, "url": live_server.url}])
    page.goto(f"/class/{group.code}/")
    return pictures


@pytest.mark.parametrize("width", [320, 1024])
def test_a_child_signs_in_by_tapping_pictures(tablet, page, width):
    page.set_viewport_size({"width": width, "height": 768})
    assert axe.faults(page) == []
    page.get_by_role("link", name="Maya").click()
    for picture in tablet:
        assert axe.faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.get_by_role("button", name=picture, exact=True).click()
    page.wait_for_url("**/me/")


def test_a_child_signs_in_with_one_switch_that_moves_and_one_that_presses(tablet, page):
    press(page, page.get_by_role("link", name="Maya"))
    for place, picture in enumerate(tablet, 1):
        page.get_by_text(f"Picture {place} of 3").wait_for()
        press(page, page.get_by_role("button", name=picture, exact=True))
    page.wait_for_url("**/me/")


def press(page, wanted):
    """Tab until it has the focus, then Enter."""
    wanted.wait_for()
    for _step in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("each => each === document.activeElement"):
            return page.keyboard.press("Enter")
    raise AssertionError("the keyboard never came there")


def test_everything_a_child_taps_is_large(tablet, page):
    page.set_viewport_size({"width": 320, "height": 700})
    page.get_by_role("link", name="Maya").click()
    page.get_by_text("Picture 1 of 3").wait_for()
    for button in page.locator(".picture").all():
        box = button.bounding_box()
        assert min(box["width"], box["height"]) >= 60
    for link in page.locator("main a").all():
        assert link.bounding_box()["height"] >= 40


def test_nothing_of_the_child_is_left_after_signing_out_of_the_tablet(tablet, page):
    page.get_by_role("link", name="Maya").click()
    for picture in tablet:
        page.get_by_role("button", name=picture, exact=True).click()
    page.wait_for_url("**/me/")
    page.evaluate("localStorage.setItem('canary', 'Maya')")
    page.get_by_role("button", name="Sign out").first.click()
    page.get_by_text("Who are you?").wait_for()
    page.goto("/me/")
    assert "/sign-in/" in page.url
    assert page.evaluate("localStorage.getItem('canary')") is None
    page.go_back()
    assert "Delgado" not in page.content()


def test_a_link_by_mail_is_a_page_with_one_button(cast, page, live_server):
    made = actions.send_link(by="a test", account=cast.rosa)
    page.goto(actions.link_address(made).partition("/link/")[1] + actions.link_address(made).partition("/link/")[2])
    assert axe.faults(page) == []
    page.get_by_role("button", name="Come in").click()
    page.get_by_role("contentinfo").get_by_role("button").wait_for()
    assert "/link/" not in page.url
