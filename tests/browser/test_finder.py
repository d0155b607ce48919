"""The finder in a real browser: ways of answering, other words, help, offline, on two devices, read aloud."""

from uuid import uuid4

import brotli
import pytest
from playwright.sync_api import expect

from strongsuit.knowledge.finder import decks
from strongsuit.people.models import Account
from strongsuit.strengths.finder_actions import Tap, answer_card
from strongsuit.strengths.finder_cards import deck_name, named
from strongsuit.strengths.finder_models import Call, Level, Sitting
from strongsuit.strengths.finder_ways import keep_answering
from strongsuit.strengths.models import Answer, Words
from tests.browser.axe import faults, look
from tests.browser.chromium import sign_in
from tests.browser.finder_pages import (
    CARDS,
    DECK,
    TOTAL,
    arrived,
    at_card,
    at_end,
    choices,
    here,
    opened,
    sitting,
)  # fmt: skip
from tests.browser.test_gallery import TOO_SMALL

pytestmark = pytest.mark.browser
__all__ = ["sitting"]


def test_a_deck_by_keyboard_with_arrows_digits_and_enter(page, live_server, cast, sitting):
    made = sitting()
    opened(page, cast, live_server, made)
    at_card(page, 1)
    page.keyboard.press("2")
    at_card(page, 2)
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="A lot like me")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Mostly")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    at_card(page, 3)
    for number in range(3, TOTAL + 1):
        at_card(page, number)
        page.keyboard.press("1")
    at_end(page)
    assert choices(made)[:2] == [("SO1", "mostly"), ("SO2", "a_lot")]


def test_the_star_help_undo_and_other_words_stand_on_every_card(page, live_server, cast, sitting):
    made = sitting()
    opened(page, cast, live_server, made)
    page.get_by_role("checkbox", name="I'd like to get better at this").check()
    page.get_by_role("button", name="A little").click()
    at_card(page, 2)
    page.get_by_role("button", name="Undo").click()
    at_card(page, 1)
    page.get_by_role("button", name="Not yet").click()
    at_card(page, 2)
    page.get_by_role("button", name="Help me").click()
    dialog = page.get_by_role("dialog", name="Somebody will come")
    expect(dialog).to_contain_text("You can go on or wait.")
    dialog.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Easier words").click()
    expect(page.get_by_role("button", name="That's me")).to_be_visible()
    at_card(page, 2)
    assert choices(made) == [("SO1", "a_little"), ("SO1", "taken_back"), ("SO1", "not_yet")]
    assert Answer.objects.get(choice="a_little").starred
    assert Call.objects.get().card == "SO2"
    cast.maya_account.refresh_from_db()
    assert cast.maya_account.display["answering"]["level"] == "E"


def test_the_frame_rests_after_some_rounds_and_says_so_politely(page, live_server, cast, sitting):
    made = sitting(Level.EARLY, "one", dwell="0.5", first="0", pause="0", loops="2")
    page.clock.install()
    opened(page, cast, live_server, made)
    expect(page.locator(".scan-frame")).to_be_visible()
    for _turn in range(40):
        page.clock.run_for(510)
    expect(page.locator(".scan-frame")).to_have_count(0)
    expect(page.locator("[data-announce]")).to_have_text("Press your switch to go on.")
    page.keyboard.press("Space")
    expect(page.locator(".scan-frame")).to_have_text("That's me")
    page.keyboard.press("Escape")
    expect(page.locator(".scan-frame")).to_have_count(0)


def test_one_switch_step_by_step_chooses_by_waiting(page, live_server, cast, sitting):
    made = sitting(Level.UPPER, "one", scan="step", dwell="2", first="0")
    page.clock.install()
    opened(page, cast, live_server, made)
    for number in range(1, TOTAL + 1):
        at_card(page, number)
        for _press in range(2):
            page.clock.run_for(400)
            page.keyboard.press("Space")
        page.clock.run_for(2_100)
    at_end(page)
    assert {choice for _card, choice in choices(made)[:-1]} == {"mostly"}


def test_two_switches_go_on_and_choose(page, live_server, cast, sitting):
    made = sitting(Level.UPPER, "two")
    page.clock.install()
    opened(page, cast, live_server, made)
    for number in range(1, TOTAL + 1):
        at_card(page, number)
        for key in ("Space", "Space", "Space", "Enter"):
            page.clock.run_for(400)
            page.keyboard.press(key)
    at_end(page)
    assert {choice for _card, choice in choices(made)[:-1]} == {"a_little"}


def test_a_switch_traps_nobody(page, live_server, cast, sitting):
    opened(page, cast, live_server, sitting(Level.UPPER, "one"))
    page.get_by_role("link", name="Strongsuit").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/me/")


def test_a_look_that_rests_chooses_and_one_look_answers_one_card(page, live_server, cast, sitting):
    made = sitting(Level.UPPER, "dwell", hover="1")
    page.clock.install()
    opened(page, cast, live_server, made)
    spot = page.get_by_role("button", name="Mostly").bounding_box()
    x, y = spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2
    page.mouse.move(x, y)
    expect(page.locator(".dwell-ring")).to_have_text("2")
    page.clock.run_for(1_050)
    at_card(page, 2)
    page.mouse.move(x + 2, y + 2)
    page.clock.run_for(5_000)
    at_card(page, 2)
    page.mouse.move(5, 5)
    page.mouse.move(x, y)
    page.clock.run_for(1_050)
    at_card(page, 3)
    arrived(page)
    assert choices(made) == [("SO1", "mostly"), ("SO2", "mostly")]


def test_with_a_helper_the_student_confirms_each_answer(page, live_server, cast, sitting):
    made = sitting(Level.UPPER, "partner")
    sign_in(page, cast.maya_account, live_server)
    page.goto(here(made))
    page.get_by_label("Who is helping?").fill("Mr. Okafor")
    page.get_by_label("I point at each answer").check()
    page.get_by_role("button", name="Go to the cards").click()
    page.get_by_role("button", name="Mostly").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Did I get that right?")
    page.get_by_role("button", name="No, ask me again").click()
    at_card(page, 1)
    assert choices(made) == []
    page.get_by_role("button", name="A little").click()
    page.get_by_role("button", name="Yes, that is right").click()
    at_card(page, 2)
    kept = Answer.objects.get(sitting=made)
    assert (kept.choice, kept.mode, kept.helped_by, kept.helped_how) == ("a_little", "scribed", "Mr. Okafor", "points")


def test_answers_without_a_connection_wait_and_arrive_once(watched, live_server, cast, sitting):
    page, made = watched, sitting()
    opened(page, cast, live_server, made)
    page.context.set_offline(True)
    for number in range(1, 4):
        at_card(page, number)
        page.get_by_role("button", name="Mostly").click()
    at_card(page, 4)
    expect(page.locator("[data-finder-state]")).to_contain_text("wait for the connection")
    assert choices(made) == []
    page.context.set_offline(False)
    expect(page.locator("[data-finder-state]")).to_contain_text("All your answers arrived.")
    assert choices(made) == [(card, "mostly") for card in CARDS[:3]]


def test_a_lid_closed_without_a_connection_loses_nothing(watched, live_server, cast, sitting):
    page, made = watched, sitting()
    opened(page, cast, live_server, made)
    page.context.set_offline(True)
    page.get_by_role("button", name="Mostly").click()
    expect(page.locator("[data-finder-state]")).to_contain_text("1 answer waits")
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto(here(made))
    at_card(page, 2)
    assert choices(made) == [("SO1", "mostly")]


# A shelf of the browser that opens only when the test says so.
SLOW_SHELF = """
window.shelves = [];
const opens = IDBFactory.prototype.open;
IDBFactory.prototype.open = function (...values) {
  const asked = opens.apply(this, values);
  const told = { get result() { return asked.result; } };
  const others = ["onupgradeneeded", "onerror"];
  for (const name of others) Object.defineProperty(told, name, { set(run) { asked[name] = run; } });
  Object.defineProperty(told, "onsuccess", { set(run) { asked.onsuccess = () => window.shelves.push(run); } });
  return told;
};
"""


def test_a_tap_before_the_kept_answers_are_found_drops_none_of_them(watched, live_server, cast, sitting):
    page, made = watched, sitting()
    opened(page, cast, live_server, made)
    page.route("**/answer/", lambda route: route.abort())
    page.get_by_role("button", name="Mostly").click()
    expect(page.locator("[data-finder-state]")).to_contain_text("1 answer waits")
    page.goto("about:blank")
    page.unroute("**/answer/")
    page.add_init_script(SLOW_SHELF)
    with page.expect_response("**/cards/"):
        page.goto(here(made))
    page.get_by_role("button", name="A little").click()
    at_card(page, 2)
    assert choices(made) == []
    page.wait_for_function("window.shelves.length")
    with page.expect_navigation():
        page.evaluate("window.shelves.forEach((run) => run())")
    at_card(page, 2)
    assert choices(made) == [("SO1", "mostly"), ("SO1", "a_little")]


def test_two_windows_of_one_deck_keep_what_each_was_told(watched, live_server, cast, sitting):
    page, made = watched, sitting()
    opened(page, cast, live_server, made)
    other = page.context.new_page()
    with other.expect_response("**/cards/"):
        other.goto(here(made))
    arrived(other)
    page.context.set_offline(True)
    for window, word in ((page, "Mostly"), (other, "A little")):
        window.get_by_role("button", name=word).click()
        expect(window.locator("[data-finder-state]")).to_contain_text("1 answer waits")
        window.goto("about:blank")
    page.context.set_offline(False)
    page.goto(here(made))
    arrived(page)
    at_card(page, 2)
    assert sorted(choices(made)) == [("SO1", "a_little"), ("SO1", "mostly")]


def test_an_answer_that_is_refused_without_a_word_stays_and_is_tried_again(watched, live_server, cast, sitting):
    page, made = watched, sitting()
    opened(page, cast, live_server, made)
    page.route("**/answer/", lambda route: route.fulfill(status=404, body="<p>Somewhere on the way</p>"))
    page.get_by_role("button", name="Mostly").click()
    expect(page.locator("[data-finder-state]")).to_contain_text("1 answer waits")
    page.unroute("**/answer/")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("[data-finder-state]")).to_contain_text("All your answers arrived.")
    assert choices(made) == [("SO1", "mostly")]


def test_an_ended_sign_in_keeps_the_answers_for_the_same_student_only(watched, live_server, cast, sitting, world_leo):
    page, made = watched, sitting()
    opened(page, cast, live_server, made)
    page.context.clear_cookies()
    page.get_by_role("button", name="Mostly").click()
    expect(page.locator("[data-finder-state]")).to_contain_text("Sign in to go on.")
    # Somebody else signs in on the same tablet: nothing of Maya's is sent or shown.
    sign_in(page, world_leo.account, live_server)
    page.goto("/me/finder/")
    with page.expect_response("**/cards/"):
        page.locator("button[value=RD]").click()
    at_other = Sitting.objects.get(student=world_leo)
    assert not Answer.objects.filter(sitting=at_other).exists() and choices(made) == []
    page.context.clear_cookies()
    sign_in(page, cast.maya_account, live_server)
    page.goto(here(made))
    at_card(page, 2)
    assert choices(made) == [("SO1", "mostly")]


def test_signing_out_sends_what_waits_and_leaves_nothing_on_the_tablet(watched, live_server, cast, sitting):
    page, made = watched, sitting()
    opened(page, cast, live_server, made)
    page.get_by_role("button", name="Mostly").click()
    at_card(page, 2)
    page.locator("footer [data-sign-out] button").click()
    page.wait_for_url("**/sign-in/**")
    assert choices(made) == [("SO1", "mostly")]
    assert page.evaluate("indexedDB.databases().then(found => found.length)") <= 1


def test_two_devices_are_told_kindly_and_both_answers_stay(page, live_server, cast, sitting):
    made = sitting()
    opened(page, cast, live_server, made)
    answer_card(by=cast.maya_account, sitting=made, tap=Tap("SO1", "not_yet", uuid4()))
    page.get_by_role("button", name="Mostly").click()
    expect(page.get_by_text("You answered this on another device, too.").first).to_be_visible()
    assert [choice for _card, choice in choices(made)] == ["not_yet", "mostly"]
    page.reload()
    at_card(page, 2)


def test_a_voice_reads_and_marks_each_word_and_none_says_so_plainly(page, live_server, cast, sitting):
    made = sitting()
    page.add_init_script("Object.defineProperty(window, 'speechSynthesis', {value: undefined})")
    opened(page, cast, live_server, made)
    page.get_by_role("button", name="Read it to me").click()
    expect(page.get_by_text("This device has no voice. Ask somebody to read it to you.").first).to_be_visible()


VOICE = """
class Spoken { constructor(text) { this.text = text } }
window.SpeechSynthesisUtterance = Spoken;
window.said = [];
Object.defineProperty(window, 'speechSynthesis', {value: {
  getVoices: () => [{localService: true, lang: 'en-US'}], cancel() {}, addEventListener() {},
  speak(words) {
    said.push([words.text, words.rate]);
    words.onstart();
    if (window.bounded) words.onboundary({name: 'word', charIndex: 2, charLength: 3});
    window.goOn = () => words.onend();
  },
}});
"""
SENTENCE = named(CARDS[0], "en", "U")
MARKED = "() => [...CSS.highlights.get('spoken')].map(String).join('|')"


@pytest.mark.parametrize(("bounded", "marked"), [(True, SENTENCE[2:5]), (False, SENTENCE)])
def test_the_spoken_word_is_marked_or_the_sentence_where_the_voice_tells_no_place(
    page, live_server, cast, sitting, bounded, marked
):
    cast.maya_account.display = {"speech": "slow"}
    made = sitting()
    page.add_init_script(f"window.bounded = {str(bounded).lower()};{VOICE}")
    opened(page, cast, live_server, made)
    button = page.get_by_role("button", name="Read it to me")
    button.click()
    expect(page.get_by_role("button", name="Stop reading")).to_be_visible()
    assert page.evaluate(MARKED) == marked
    assert page.evaluate("said") == [[SENTENCE, 0.7]]
    page.evaluate("goOn()")
    page.wait_for_function("said.length === 2")
    assert page.evaluate("said[1][0]") == "A lot like me"
    page.get_by_role("button", name="Stop reading").click()
    assert page.evaluate(MARKED) == ""


@pytest.mark.parametrize("level", [Level.EARLY, Level.UPPER])
def test_pages_of_the_finder_have_no_fault_narrow_dark_mirrored_or_large(page, live_server, cast, sitting, level):
    made = sitting(level)
    sign_in(page, cast.maya_account, live_server)
    found = look(page, "/me/finder/") + look(page, here(made)) + look(page, "/me/answering/")
    for card in CARDS[:-1]:
        answer_card(by=cast.maya_account, sitting=made, tap=Tap(card, "not_yet", uuid4()))
    found += look(page, here(made))
    answer_card(by=cast.maya_account, sitting=made, tap=Tap(CARDS[-1], "both", uuid4()))
    found += look(page, here(made))
    assert found == []


@pytest.mark.parametrize("way", ["touch", "one", "two", "dwell"])
def test_every_target_is_large_enough_and_400_percent_fits(page, live_server, cast, sitting, way):
    made = sitting(Level.UPPER, way)
    opened(page, cast, live_server, made)
    # 1280 pixels at 400 percent.
    page.set_viewport_size({"width": 320, "height": 256})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = [found for found in page.evaluate(TOO_SMALL, 44) if "site-" not in found and "skip-link" not in found]
    assert small == []
    assert faults(page) == []


def test_a_switch_chooses_the_cards_and_says_something_with_pictures(page, live_server, cast):
    keep_answering(cast.maya_account, {"way": "two"})
    sign_in(page, cast.maya_account, live_server)
    page.clock.install()
    page.goto("/me/finder/")

    def until(words):
        for _press in range(60):
            page.clock.run_for(300)
            page.keyboard.press("Space")
            if words in page.locator(".scan-frame").inner_text():
                break
        page.clock.run_for(300)
        page.keyboard.press("Enter")

    until(deck_name(decks.deck(DECK), "en"))
    page.wait_for_url("**/me/finder/*/")
    made = Sitting.objects.get()
    for card in CARDS:
        answer_card(by=cast.maya_account, sitting=made, tap=Tap(card, "skip", uuid4()))
    page.goto(here(made))
    until("Say it with pictures")
    expect(page.locator("details[open]")).to_be_visible()
    until("Dinosaurs")
    expect(page.get_by_role("checkbox", name="Dinosaurs")).to_be_checked()
    until("Keep my words")
    expect(page.get_by_role("heading", level=1)).to_have_text("You did all these cards!")
    kept = Words.objects.get(prompt__startswith="Something")
    assert (kept.words, kept.mode) == ("Dinosaurs", "chosen")


def test_groups_of_pictures_are_walked_by_rows(page, live_server, cast):
    keep_answering(cast.maya_account, {"way": "one", "dwell": "1", "first": "0", "pause": "0"})
    sign_in(page, cast.maya_account, live_server)
    page.clock.install()
    page.goto("/me/finder/likes/")
    row = page.locator("[data-scan-row]").first
    expect(page.locator(".scan-frame[data-scan-row]")).to_have_count(1)
    page.clock.run_for(300)
    page.keyboard.press("Space")
    expect(row.locator(".scan-frame")).to_have_count(1)
    first = row.locator("label.scan-frame input")
    page.clock.run_for(300)
    page.keyboard.press("Space")
    expect(row.locator("input:checked")).to_have_count(1)
    assert first.count() == 1


def test_a_cards_page_is_light(page, live_server, cast, sitting):
    """HTML, styles, scripts, pictures and every other card of the deck, as a browser gets them: under 60 kB.

    The letters came with the page before; those of other languages do not come for their names.
    """
    made, found = sitting(), []
    page.on("response", lambda answer: found.append(answer))
    opened(page, cast, live_server, made)
    kinds = ("document", "stylesheet", "script", "image", "fetch")
    sent = {
        answer.url: len(brotli.compress(answer.body(), quality=5))
        for answer in found
        if answer.request.resource_type in kinds and answer.ok
    }
    assert sum(sent.values()) < 60_000, sent
    letters = {answer.url: len(answer.body()) for answer in found if answer.request.resource_type == "font"}
    assert 0 < sum(letters.values()) < 30_000, letters


def test_a_deck_without_scripts_is_a_row_of_forms(browser, live_server, cast, sitting):
    made = sitting()
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, cast.maya_account, live_server)
    page.goto(here(made))
    for number in range(1, TOTAL):
        at_card(page, number)
        page.get_by_role("button", name="Mostly").click()
    at_card(page, TOTAL)
    page.get_by_role("button", name="Undo").click()
    at_card(page, TOTAL - 1)
    page.get_by_role("button", name="Skip").click()
    page.get_by_role("button", name="Neither", exact=True).click()
    at_end(page)
    page.get_by_role("button", name="Nothing this time").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You did all these cards!")
    context.close()


def test_less_movement_counts_instead_of_filling(page, live_server, cast, sitting):
    opened(page, cast, live_server, sitting(Level.UPPER, "dwell", hover="2"))
    page.get_by_role("button", name="Mostly").hover()
    expect(page.locator(".dwell-ring")).to_have_text("4")
    assert page.locator(".dwell-fills").count() == 0


def test_own_words_at_the_end_are_kept_letter_for_letter(page, live_server, cast, sitting):
    made = sitting()
    for card in CARDS:
        answer_card(by=cast.maya_account, sitting=made, tap=Tap(card, "skip", uuid4()))
    sign_in(page, cast.maya_account, live_server)
    page.goto(here(made))
    page.get_by_label("Say it your way").fill("  i make my baby brother laff")
    page.get_by_role("button", name="Keep my words").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You did all these cards!")
    assert Words.objects.get(prompt__startswith="Something").words == "  i make my baby brother laff"


@pytest.fixture
def watched(browser, live_server):
    """A window whose connection tests may cut."""
    context = browser.new_context(base_url=live_server.url, locale="en-US", reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def world_leo(cast):
    """Another student with a sign-in."""
    cast.leo.account = Account.objects.create_user(None, None, name="Leo Martin", kind=Account.Kind.STUDENT)
    cast.leo.save()
    return cast.leo
