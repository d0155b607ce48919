"""A student makes a page by keyboard and by finger, shows it, and practices asking; nothing is too small."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect

from strongsuit.documents import own_actions as actions
from strongsuit.documents import own_card_actions as cards
from strongsuit.documents.own_models import OnePagerLine, PageShare
from strongsuit.documents.own_models_beside import AskTurn
from strongsuit.documents.own_queries import lines_of
from strongsuit.knowledge.own_page import Part
from strongsuit.web.ids import spell
from tests.browser.axe import faults
from tests.browser.chromium import sign_in
from tests.browser.test_gallery import TOO_SMALL

pytestmark = pytest.mark.browser
PHONE = {"width": 320, "height": 640}
HOME = "/me/one-pager/"


@pytest.fixture
def made(page, live_server, cast):
    """A draft with three strengths and a need, and the student signed in."""
    for part, words in (
        (Part.STRENGTH, "I draw anyhing"),
        (Part.STRENGTH, "I tell storys"),
        (Part.STRENGTH, "I fix tablets"),
        (Part.NEED, "Loud rooms"),
    ):
        actions.add_line(by=cast.maya_account, student=cast.maya, part=part, words=words, once=uuid4())
    cast.script = cards.write_script(
        by=cast.maya_account, student=cast.maya, once=uuid4(), task="my report", condition="", reason="",
        support="use my headphones", person="",
    )  # fmt: skip
    sign_in(page, cast.maya_account, live_server)
    return cast


def words_of(cast):
    return [line.words for line in lines_of(cast.maya) if line.part == Part.STRENGTH]


def test_a_line_is_written_moved_and_shared_with_the_keyboard_alone(page, made):
    page.goto(f"{HOME}step/likes/")
    page.get_by_label("In my own words").focus()
    page.keyboard.type("wales and skwid")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("wales and skwid")).to_be_visible()
    page.goto(f"{HOME}step/strengths/")
    page.get_by_role("button", name="Down").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".own-draft li").first).to_contain_text("I tell storys")
    page.goto(HOME)
    page.get_by_role("button", name="Share with my team").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your team can read your page now.")).to_be_visible()
    assert PageShare.objects.get().number == 1
    assert OnePagerLine.objects.filter(words="wales and skwid").exists()


def test_lines_are_dragged_into_another_order(page, made):
    page.goto(f"{HOME}step/strengths/")
    lines = page.locator("[data-line]")
    expect(lines.first).to_have_attribute("draggable", "true")
    with page.expect_navigation():
        lines.nth(2).locator(".own-words").hover()
        page.mouse.down()
        over = lines.nth(0).locator(".own-words").bounding_box()
        page.mouse.move(over["x"] + 20, over["y"] + 12, steps=12)
        page.mouse.move(over["x"] + 24, over["y"] + 14, steps=4)
        page.mouse.up()
    expect(page.locator(".own-draft li").first).to_contain_text("I fix tablets")
    assert words_of(made) == ["I fix tablets", "I draw anyhing", "I tell storys"]


def test_the_big_page_turns_by_keys_without_leaving(page, made):
    page.goto(f"{HOME}show/")
    expect(page.get_by_role("heading", name="What I do well")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("1 of 2")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("heading", name="What is hard for me")).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_text("1 of 2")).to_be_visible()


def test_practice_takes_one_tap_for_each_turn(page, made):
    page.goto(f"/me/asks/{spell(made.script.pk)}/practice/")
    for number in range(1, 4):
        page.get_by_role("radio").first.check()
        page.get_by_role("button", name="This is my answer").click()
        expect(page.locator(".own-log li")).to_have_count(number)
    assert set(AskTurn.objects.values_list("reply", flat=True)) == {"yes", "later", "what"}


# What is pressed to choose is the label beside the small circle.
PRESSED = TOO_SMALL.replace(
    'element.closest("label")',
    'element.closest("label") ?? (/radio|checkbox/.test(element.type) ? element.labels[0] : null)',
)
PAGES = (
    HOME, f"{HOME}step/strengths/", f"{HOME}step/likes/", f"{HOME}step/me/", f"{HOME}step/look/", f"{HOME}show/",
    "/me/goal-cards/", "/me/asks/", "/me/good-day/", "/me/moments/",
)  # fmt: skip


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_pages_fit_a_phone_and_hold_no_fault(page, made, direction):
    page.set_viewport_size(PHONE)
    for path in PAGES:
        page.goto(path)
        page.evaluate("direction => { document.documentElement.dir = direction }", direction)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path
        assert page.evaluate(PRESSED, 44) == [], path
        assert faults(page) == [], path


def test_everything_works_without_scripts(browser, live_server, made):
    context = browser.new_context(base_url=live_server.url, locale="en-US", java_script_enabled=False)
    page = context.new_page()
    sign_in(page, made.maya_account, live_server)
    page.goto(f"{HOME}step/strengths/")
    page.get_by_role("button", name="Up").last.click()
    assert words_of(made) == ["I draw anyhing", "I fix tablets", "I tell storys"]
    page.goto(f"{HOME}show/")
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_text("1 of 2")).to_be_visible()
    context.close()
