"""Words are never lost: saved while one writes, kept on the device until then, chosen between when two wrote."""

import os
import re
import signal
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error

from strongsuit.people.models import Account
from strongsuit.plans.saving import time_words
from tests.amounts import times
from tests.browser.chromium import KEPT, QUIET, chromium_path, sign_in, wait_for_kept
from tests.browser.writing_pages import desk

pytestmark = pytest.mark.browser


@pytest.fixture
def writer(page, live_server, settings, transactional_db):
    settings.ROOT_URLCONF = "tests.browser.writing_pages"
    settings.DEMO = True
    desk.clear()
    sign_in(page, Account.objects.create_user("ana@example.org", None, name="Ana Ruiz"), live_server)
    return page


def state(page, words):
    page.locator("[data-save-state]", has_text=words).wait_for(timeout=15_000)


def kept(page):
    return page.evaluate(KEPT)


def write(page, words, box="Words"):
    page.get_by_label(box, exact=True).press_sequentially(words)


def test_words_are_saved_while_one_writes(writer):
    writer.goto("/writing/")
    write(writer, "Maya draws her plan first.")
    state(writer, "Saved 10:42")
    wait_for_kept(writer, 0)
    assert (desk.text, desk.version) == ("Maya draws her plan first.", 2)


def test_leaving_the_box_saves_at_once(writer):
    writer.goto("/writing/")
    write(writer, "Maya")
    writer.keyboard.press("Tab")
    state(writer, "Saved 10:42")
    assert desk.posts == ["Maya"]


def test_one_form_is_never_sent_twice_at_once(writer):
    writer.goto("/writing/")
    desk.gate.clear()
    write(writer, "One")
    writer.keyboard.press("Tab")
    state(writer, "Saving")
    write(writer, " two")
    writer.keyboard.press("Tab")
    desk.gate.set()
    writer.wait_for_function("() => document.querySelector('[name=version]').value === '3'")
    assert (desk.most_at_once, desk.posts[-1], desk.text) == (1, "One two", "One two")


def test_without_a_connection_words_stay_and_are_saved_later(writer):
    writer.goto("/writing/")
    writer.context.set_offline(True)
    write(writer, "Typed under way")
    state(writer, "No connection. Your words are kept here and will be saved.")
    assert len(kept(writer)) == 1
    writer.context.set_offline(False)
    state(writer, "Saved 10:42")
    wait_for_kept(writer, 0)
    assert desk.text == "Typed under way"


def test_whoever_types_without_a_pause_is_saved_all_the_same(writer):
    """A save waits for a pause, and for no more than three seconds; what the device keeps, for one."""
    writer.clock.install()
    writer.goto("/writing/")
    box = writer.get_by_label("Words", exact=True)
    box.focus()
    for _letter in range(8):
        writer.keyboard.type("a")
        writer.clock.run_for(200)
    wait_for_kept(writer)
    assert desk.posts == []
    for _letter in range(8):
        writer.keyboard.type("a")
        writer.clock.run_for(200)
    writer.wait_for_function("() => document.querySelector('[name=version]').value === '2'")
    assert desk.text.startswith("aaaaaaaa")


@pytest.mark.parametrize("place", ["/writing/", "/note/"])
@pytest.mark.parametrize("time", range(times(1)))
def test_a_browser_that_is_killed_loses_none_of_the_words_it_kept(writer, live_server, tmp_path, place, time):
    """Killed, not closed: nothing gets the time to write anything down. The same device is opened again after."""
    box = "Words" if place == "/writing/" else "Note"
    desk.answers = "fault"
    playwright, cookies = writer.context.browser.browser_type, writer.context.cookies()
    with device(playwright, tmp_path, live_server, cookies) as page:
        page.goto(place)
        write(page, "Before the lid closed", box)
        wait_for_kept(page)
        write(page, " and while it did", box)
        kill(tmp_path)
    with device(playwright, tmp_path, live_server, cookies) as page:
        page.goto(place)
        page.get_by_text("We kept what you typed").first.wait_for()
        assert page.get_by_label(box, exact=True).input_value().startswith("Before the lid closed")


@contextmanager
def device(chromium, folder, live_server, cookies):
    """A browser with a disk of its own, which is there again when it is opened the next time."""
    context = chromium.launch_persistent_context(
        folder, executable_path=chromium_path(), args=QUIET, base_url=live_server.url, locale="en-US"
    )
    context.add_cookies(cookies)
    yield context.pages[0]
    with suppress(Error):
        context.close()


def kill(folder):
    """Every process of the browser whose disk this is, at once and without a word."""
    for place in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            if f"--user-data-dir={folder}".encode() in place.read_bytes():
                os.kill(int(place.parent.name), signal.SIGKILL)


def test_a_fault_of_the_server_is_tried_again(writer):
    desk.answers = "fault"
    writer.goto("/writing/")
    write(writer, "Again")
    state(writer, "No connection")
    desk.answers = "well"
    state(writer, "Saved 10:42")
    assert desk.text == "Again"


def test_kept_words_cannot_be_read_without_the_key(writer):
    writer.goto("/writing/")
    writer.context.set_offline(True)
    write(writer, "Secretword")
    wait_for_kept(writer)
    assert "Secretword" not in str(kept(writer))


def test_words_come_back_after_the_page_was_closed(writer):
    desk.answers = "fault"
    writer.goto("/writing/")
    write(writer, "Closed lid")
    wait_for_kept(writer)
    desk.answers = "well"
    writer.goto("/writing/")
    writer.get_by_text(re.compile("We kept what you typed at .+, and it is back in the box")).first.wait_for()
    assert writer.get_by_label("Words", exact=True).input_value() == "Closed lid"
    state(writer, "Saved 10:42")
    assert desk.text == "Closed lid"


def test_what_came_back_can_be_undone(writer):
    desk.text, desk.answers = "As it was", "fault"
    writer.goto("/writing/")
    write(writer, " and more")
    wait_for_kept(writer)
    writer.goto("/writing/")
    writer.get_by_role("button", name="Undo").click()
    wait_for_kept(writer, 0)
    assert writer.get_by_label("Words", exact=True).input_value() == "As it was"


def test_signed_out_words_wait_for_the_next_sign_in(writer):
    desk.answers = "signed out"
    writer.goto("/writing/")
    write(writer, "Almost done")
    state(writer, "You were signed out. Your words are kept on this device.")
    link = writer.get_by_role("link", name="Sign in to go on")
    assert link.get_attribute("href").endswith("/sign-in/?next=%2Fwriting%2F")
    desk.answers = "well"
    writer.goto("/writing/")
    state(writer, "Saved 10:42")
    assert desk.text == "Almost done"


def test_words_that_are_wrong_are_told_beside_the_box(writer):
    desk.answers = "wrong"
    writer.goto("/writing/")
    write(writer, "Long")
    writer.get_by_text("Say it in fewer words.").wait_for()
    assert writer.get_by_label("Words", exact=True).get_attribute("aria-invalid") == "true"
    assert len(kept(writer)) == 1


@pytest.mark.parametrize(
    ("choice", "left"),
    [("Keep mine", "Mine"), ("Keep theirs", "Theirs"), ("Keep both, mine below theirs", "Theirs\nMine")],
)
def test_two_who_wrote_choose_and_nothing_is_lost(writer, choice, left):
    writer.goto("/writing/")
    desk.text, desk.version = "Theirs", 5
    write(writer, "Mine")
    writer.get_by_role("heading", name="James Okafor changed this while you were writing").wait_for()
    writer.get_by_role("button", name=choice).click()
    writer.wait_for_load_state()
    wait_for_kept(writer, 0)
    assert (desk.text, desk.version) == (left, 6)


def test_kept_words_never_overwrite_what_somebody_wrote_since(writer):
    desk.answers = "fault"
    writer.goto("/writing/")
    write(writer, "Mine")
    wait_for_kept(writer)
    desk.answers, desk.text, desk.version = "well", "Theirs", 2
    writer.goto("/writing/")
    writer.get_by_role("heading", name="James Okafor changed this while you were writing").wait_for()
    assert desk.text == "Theirs"


def test_a_plain_form_keeps_its_words_until_they_arrive(writer):
    writer.goto("/note/")
    write(writer, "She read a page aloud", "Note")
    writer.get_by_label("Share").check()
    wait_for_kept(writer)
    writer.goto("/elsewhere/")
    writer.goto("/note/")
    writer.get_by_text("We kept what you typed").first.wait_for()
    assert writer.get_by_label("Note", exact=True).input_value() == "She read a page aloud"
    assert writer.get_by_label("Share").is_checked()
    writer.get_by_role("button", name="Send").click()
    writer.wait_for_function("() => document.querySelector('#id_note').value === ''")
    wait_for_kept(writer, 0)
    assert (desk.notes, writer.get_by_label("Note", exact=True).input_value()) == (["She read a page aloud"], "")


def test_words_that_were_refused_stay(writer):
    writer.goto("/note/")
    write(writer, "Hm", "Note")
    writer.get_by_role("button", name="Send").click()
    writer.get_by_text("Too short").wait_for()
    assert writer.evaluate("document.activeElement.matches('[data-error-summary]')")
    wait_for_kept(writer)
    writer.goto("/note/")
    writer.get_by_text("We kept what you typed").first.wait_for()
    assert writer.get_by_label("Note", exact=True).input_value() == "Hm"


SOMEBODY_ELSES = """new Promise(done => {
  const asked = indexedDB.open("strongsuit-kept", 1);
  asked.onsuccess = () => {
    const work = asked.result.transaction("words", "readwrite");
    work.objectStore("words").put("theirs", "keep:somebody:note:7");
    work.oncomplete = () => { asked.result.close(); done(); };
  };
})"""


def test_signing_out_takes_only_ones_own_words(writer):
    writer.goto("/note/")
    writer.evaluate(SOMEBODY_ELSES)
    write(writer, "Left behind", "Note")
    wait_for_kept(writer, 2)
    writer.evaluate(
        """() => { const form = document.createElement("form"); form.dataset.signOut = ""; document.body.append(form);
        form.dispatchEvent(new Event("submit", {bubbles: true})); }"""
    )
    wait_for_kept(writer, 1)
    assert kept(writer) == [["keep:somebody:note:7", "theirs"]]


def test_a_second_tap_sends_nothing(writer):
    writer.goto("/note/")
    write(writer, "Once only", "Note")
    writer.evaluate("() => { const send = document.querySelector('main [type=submit]'); send.click(); send.click(); }")
    # The address stays the same; the emptied box says that the answer is here.
    writer.wait_for_function("() => document.querySelector('#id_note').value === ''")
    wait_for_kept(writer, 0)
    assert desk.notes == ["Once only"]


def test_a_question_is_asked_first(writer):
    writer.goto("/note/?confirm")
    write(writer, "Thought about", "Note")
    writer.get_by_role("button", name="Send").click()
    writer.get_by_role("dialog").get_by_text("Send it now?").wait_for()
    writer.get_by_role("button", name="Go back").click()
    assert (desk.notes, writer.evaluate("document.activeElement.innerText")) == ([], "Send")
    writer.get_by_role("button", name="Send").click()
    writer.get_by_role("button", name="Yes").click()
    writer.wait_for_function("() => document.querySelector('#id_note').value === ''")
    assert desk.notes == ["Thought about"]


def test_a_forgotten_page_warns_aloud_and_can_be_kept_open(writer):
    writer.clock.install()
    writer.goto("/gallery/frame/educator/")
    warning = writer.get_by_role("dialog", name="Are you still there?")
    writer.clock.fast_forward("27:30")
    assert not warning.is_visible()
    writer.clock.fast_forward("00:31")
    warning.get_by_role("status").get_by_text("You will be signed out in two minutes.").wait_for()
    assert writer.evaluate("document.activeElement.innerText") == "Stay signed in"
    writer.route("**/gallery/", lambda route: route.fulfill(status=204))
    warning.get_by_role("button", name="Stay signed in").click()
    warning.wait_for(state="hidden")
    writer.clock.fast_forward("29:01")
    warning.get_by_text("You will be signed out in one minute.").wait_for()


def test_a_sign_in_that_ended_says_so_and_leads_back(writer):
    writer.clock.install()
    writer.goto("/gallery/frame/educator/")
    writer.clock.fast_forward("30:01")
    warning = writer.get_by_role("dialog", name="Are you still there?")
    warning.get_by_text("You were signed out. Your words are kept on this device.").wait_for()
    link = warning.get_by_role("link", name="Sign in to go on")
    assert link.get_attribute("href").endswith("/sign-in/?next=%2Fgallery%2Fframe%2Feducator%2F")


def test_what_was_kept_is_told_in_the_hour_of_the_district(browser, live_server, settings, transactional_db):
    """The same moment reads the same beside "Saved", wherever the device is and however it spells the hour."""
    settings.ROOT_URLCONF = "tests.browser.writing_pages"
    desk.clear()
    desk.answers = "fault"
    far = browser.new_context(base_url=live_server.url, locale="en-US", timezone_id="Asia/Tokyo")
    with closing(far):
        page = far.new_page()
        sign_in(page, Account.objects.create_user("ana@example.org", None, name="Ana Ruiz"), live_server)
        page.goto("/writing/")
        said = [time_words()]
        write(page, "Far away")
        wait_for_kept(page)
        said.append(time_words())
        page.goto("/writing/")
        told = page.get_by_text("We kept what you typed at").first.inner_text()
        assert any(f"We kept what you typed at {time}, and it is back" in told for time in said), (told, said)


BOOK = "The student reads with joy. " * 10_000


def test_a_book_that_is_pasted_is_taken_as_fast_as_any_text(writer):
    """Chromium would look for its direction once for each of its lines; here it is said beforehand."""
    writer.goto("/writing/")
    box = writer.get_by_label("Words", exact=True)
    box.evaluate("box => { box.dir = 'auto'; }")
    box.focus()
    writer.keyboard.insert_text(BOOK)
    assert (box.get_attribute("dir"), box.evaluate("box => box.textLength")) == ("ltr", len(BOOK))
    box.fill("short")
    assert box.get_attribute("dir") == "auto"


def test_a_paste_that_no_form_can_send_is_refused_in_words(writer, settings):
    writer.goto("/writing/")
    box = writer.get_by_label("Words", exact=True)
    write(writer, "Mine")
    writer.keyboard.insert_text(BOOK * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE // len(BOOK) + 1))
    writer.get_by_text("one form can send up to 6 MB. Nothing was put in").first.wait_for()
    assert box.input_value() == "Mine"
    # "Saved" may still be said of the words before.
    with writer.expect_response(lambda answer: "Mine%21" in (answer.request.post_data or "")):
        write(writer, "!")
    writer.locator("#id_text_error").wait_for(state="hidden")
    assert desk.text == "Mine!"
