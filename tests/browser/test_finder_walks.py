"""Whole sittings of the finder: at each level by touch, keys and one switch, and by a screen reader alone; at every
stop nothing that axe-core finds, nothing too small, nothing off the side, nothing that moves."""

import pytest
from playwright.sync_api import expect

from strongsuit.strengths.finder_cards import named
from strongsuit.strengths.finder_models import Level
from strongsuit.strengths.models import Answer, Words
from tests.browser.axe import WIDTHS, faults
from tests.browser.finder_pages import (
    CARDS,
    PHONE,
    TOTAL,
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
TABLET = {"width": 1024, "height": 768}
# 1280 pixels wide, magnified to 400 percent.
MAGNIFIED = {"width": 320, "height": 256}
WINDOWS = {"touch": PHONE, "keys": TABLET, "one": MAGNIFIED}
SECOND = {Level.EARLY: "Sometimes", Level.UPPER: "Mostly", Level.SECONDARY: "Mostly"}
LEVELS = list(SECOND)
SEEN = """() => document.querySelector(".answers").getBoundingClientRect().bottom <= innerHeight"""


def by_touch(page, answer):
    page.get_by_role("button", name=answer, exact=True).click()


def by_keys(page, answer):
    """Arrows to the answer, and Enter."""
    for _step in range(4):
        page.keyboard.press("ArrowRight")
        if page.evaluate("document.activeElement.innerText.trim()") == answer:
            break
    page.keyboard.press("Enter")


def by_switch(page, answer):
    """The frame walks by itself; one press when it is there."""
    for _step in range(15):
        if page.locator(".scan-frame").inner_text() == answer:
            break
        page.clock.run_for(6_010)
    page.clock.run_for(300)
    page.keyboard.press("Space")


WAYS = {"touch": by_touch, "keys": by_keys, "one": by_switch}


def sound(page, where, *, whole=True):
    """Everything that can be said against the page as it stands; ``whole``: also by axe-core."""
    width, window = page.evaluate(WIDTHS)
    small = [found for found in page.evaluate(TOO_SMALL, 44) if "site-" not in found and "skip-link" not in found]
    # What lasts no time at all, as every change does where less should move, is no movement.
    moving = page.evaluate(
        "document.getAnimations().filter(each => each.effect.getComputedTiming().endTime > 1).length"
    )
    found = small + (faults(page) if whole else [])
    found += [f"{width} in {window}"] * (width > window) + [f"{moving} move"] * (moving > 0)
    return [f"{where}: {fault}" for fault in found]


def walk(page, way, level):
    """Every card, the open card and the rest; what is wrong on the way."""
    answer, whole = WAYS[way], way == "touch"
    at_card(page, 1)
    found = sound(page, f"{level} {way} card", whole=whole or way == "one")
    assert way != "keys" or page.evaluate(SEEN), "The answers stand below the window."
    for number in range(1, TOTAL):
        at_card(page, number)
        answer(page, SECOND[level])
    at_card(page, TOTAL)
    found += sound(page, f"{level} {way} pair", whole=whole)
    answer(page, "Both")
    at_end(page)
    found += sound(page, f"{level} {way} open card", whole=whole)
    page.get_by_role("button", name="Nothing this time").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("You did all these cards!")
    return found + sound(page, f"{level} {way} rest", whole=whole)


@pytest.mark.parametrize("way", list(WAYS))
@pytest.mark.parametrize("level", LEVELS)
def test_a_deck_is_walked_at_each_level_in_each_way(page, live_server, cast, sitting, way, level):
    made = sitting(level, way, dwell="6", first="0", pause="0", loops="0")
    page.set_viewport_size(WINDOWS[way])
    if way == "one":
        page.clock.install()
    opened(page, cast, live_server, made)
    assert walk(page, way, level) == []
    told = Answer.objects.filter(sitting=made, item__key__in=CARDS).order_by("made_at")
    second = SECOND[level].lower()
    assert list(told.values_list("choice", "level")) == [(second, level)] * (TOTAL - 1) + [("both", level)]


def test_touch_needs_one_tap_a_card_and_a_double_tap_is_one(page, live_server, cast, sitting):
    made = sitting()
    page.set_viewport_size(PHONE)
    opened(page, cast, live_server, made)
    page.get_by_role("button", name="Mostly").dblclick()
    at_card(page, 2)
    for number in range(2, TOTAL):
        at_card(page, number)
        page.get_by_role("button", name="Mostly").click()
    at_card(page, TOTAL)
    page.get_by_role("button", name="Both", exact=True).click()
    at_end(page)
    assert [card for card, _choice in choices(made)] == CARDS


def test_a_screen_reader_alone_finishes_a_deck(page, live_server, cast, sitting):
    """Only what the accessibility tree tells, and only keys."""
    made = sitting()
    opened(page, cast, live_server, made)
    for number, card in enumerate(CARDS[:-1], 1):
        words = named(card, "en", Level.UPPER)
        told = page.locator("main").aria_snapshot()
        in_order = (
            f"Card {number} of {TOTAL}", f'heading "{words}" [level=1]', f'group "{words}"', 'button "A lot like me"',
            'button "Mostly"', 'button "A little"', 'button "Not yet"', 'checkbox "I\'d like to get better at this"',
            'button "Skip"', 'group "More for this card"', 'button "Undo"', 'button "Easier words"',
            'button "Harder words"', 'button "Help me"',
        )  # fmt: skip
        places = [told.find(each) for each in in_order]
        assert min(places) >= 0 and places == sorted(places), told
        assert "img" not in told, "A picture beside words says nothing that they do not."
        page.get_by_role("button", name="Mostly").press("Enter")
        # The next question is read because it has the focus; nothing says it twice.
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        expect(page.get_by_role("heading", level=1)).not_to_have_text(words)
        expect(page.locator("[data-announce]")).to_have_text("")
    pair = page.locator("main").aria_snapshot()
    assert 'heading "Which is more like me?" [level=1]' in pair and 'button "Neither"' in pair
    page.get_by_role("button", name="Neither", exact=True).press("Space")
    at_end(page)
    page.get_by_role("textbox", name="Say it your way").press_sequentially("I know every bus")
    page.get_by_role("button", name="Keep my words").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("You did all these cards!")
    told = page.locator("main").aria_snapshot()
    for words in (
        "Your words are kept exactly as you wrote them.", named(CARDS[0], "en", Level.UPPER),
        'heading "You said this is you:" [level=2]', 'link "See all I said"', 'button "I am done for today"',
    ):  # fmt: skip
        assert words in told, (words, told)
    assert Words.objects.get(prompt__startswith="Something").words == "I know every bus"


def test_a_lid_closed_before_the_reply_counts_the_answer_once(browser, live_server, cast, sitting):
    """The server has the answer, the device never heard so: it sends it again, and nothing is doubled."""
    made = sitting()
    context = browser.new_context(base_url=live_server.url, locale="en-US", reduced_motion="reduce")
    page = context.new_page()
    opened(page, cast, live_server, made)
    page.route("**/answer/", lambda route: (route.fetch(), route.abort()))
    page.get_by_role("checkbox", name="I'd like to get better at this").check()
    page.get_by_role("button", name="Mostly").click()
    expect(page.locator("[data-finder-state]")).to_contain_text("1 answer waits")
    page.close()
    assert choices(made) == [(CARDS[0], "mostly")]
    page = context.new_page()
    with page.expect_response("**/answer/") as again:
        page.goto(here(made))
    assert again.value.status == 200
    at_card(page, 2)
    assert choices(made) == [(CARDS[0], "mostly")]
    assert Answer.objects.get(sitting=made).starred
    context.close()
