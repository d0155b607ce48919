"""The coach in a real browser: a wording taken by key and by click, undone, left with a reason; by keyboard, at 320."""

import re

import pytest
from playwright.sync_api import expect

from strongsuit.knowledge.terms import Section
from strongsuit.plans.models import Goal, LeftWording, Need, PlanSection, PresentLevel
from tests.browser.axe import faults, sideways
from tests.browser.chromium import wait_for_kept
from tests.browser.test_plan_editor import address, enter

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAID = "😀 One.\nMaya refuses to read. Maya cannot write."

# How often a thought came up.
SEEN = """() => {
  window.seen = 0;
  new MutationObserver(() => { window.seen += document.querySelectorAll(".thought").length; })
    .observe(document.body, { childList: true, subtree: true });
}"""


@pytest.fixture
def ruiz(page, cast, draft, live_server):
    return enter(page, cast, cast.ruiz, live_server)


def cursor_at(box, words):
    box.evaluate("(box, words) => { const at = box.value.indexOf(words); box.setSelectionRange(at, at); }", words)


def marked(box):
    return box.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)")


def text_of(plan):
    return PlanSection.objects.get(plan=plan, section=Section.EFFECT).text


def test_wordings_are_taken_undone_and_left_by_keyboard_alone(ruiz, draft):
    ruiz.goto(address("place", draft.pk, "effect"))
    box = ruiz.get_by_label("Effect of the disability")
    box.fill(SAID)
    thoughts = ruiz.locator(".thought")
    expect(thoughts).to_have_count(2)
    expect(ruiz.locator("[data-announce]")).to_contain_text("Thoughts on the wording of: Effect of the disability")
    # The words nearest to the cursor, with a sign before them that counts as two.
    cursor_at(box, "refuses")
    expect(ruiz.locator("[data-near] q")).to_have_text("refuses to")
    ruiz.keyboard.press("Alt+Digit1")
    expect(box).to_have_value("😀 One.\nMaya needs more support to read. Maya cannot write.")
    expect(thoughts).to_have_count(1)
    ruiz.keyboard.press("Control+z")
    expect(box).to_have_value(SAID)
    expect(thoughts).to_have_count(2)
    ruiz.get_by_role("button", name="refuses to (show in the text)").click()
    assert marked(box) == "refuses to"
    # Typed on meanwhile: the same words, a little further.
    ruiz.keyboard.press("Control+Home")
    ruiz.keyboard.type("Two. ")
    cursor_at(box, "refuses")
    ruiz.keyboard.press("Alt+Digit2")
    expect(box).to_have_value(re.compile(r"^Two\. 😀 One\.\nMaya starts when ___, and needs more support to read\."))
    assert marked(box) == "___"
    ruiz.keyboard.type("the page is read to her")
    expect(ruiz.locator("[data-save-state]").first).to_have_text(re.compile("Saved"))
    expect(thoughts).to_have_count(1)
    # Words of before are found where they went, and not put anywhere when they are gone.
    box.evaluate("box => { box.value = box.value.replace('cannot', 'can'); }")
    ruiz.get_by_role("button", name=re.compile("in place of “cannot”")).first.click()
    expect(ruiz.get_by_text("These words are no longer there.").first).to_be_visible()
    box.evaluate("box => { box.value = box.value.replace('can write', 'cannot write'); }")
    # By Tab to the last of them, left as it is.
    leave = ruiz.get_by_text("Leave as it is")
    for _ in range(12):
        ruiz.keyboard.press("Tab")
        if leave.evaluate("summary => summary === document.activeElement"):
            break
    ruiz.keyboard.press("Enter")
    assert faults(ruiz) == []
    for _ in range(2):
        ruiz.keyboard.press("Tab")
    ruiz.keyboard.type("no")
    ruiz.keyboard.press("Enter")
    expect(ruiz.get_by_text("Choose a reason, or say it in at least two words.")).to_be_visible()
    expect(ruiz.get_by_label("In a few words")).to_be_focused()
    ruiz.keyboard.type("t yet tested")
    ruiz.keyboard.press("Enter")
    expect(thoughts).to_have_count(0)
    expect(box).to_be_focused()
    assert LeftWording.objects.get().words == "not yet tested"
    assert "not yet tested" not in text_of(draft)
    assert "the page is read to her" in text_of(draft)


def test_a_click_takes_a_wording_at_320_pixels_and_an_old_answer_is_not_shown(ruiz, draft):
    goal = Goal.objects.filter(plan=draft).order_by("order").first()
    ruiz.set_viewport_size({"width": 320, "height": 800})
    ruiz.emulate_media(color_scheme="dark")
    ruiz.goto(address("goal", draft.pk, goal.pk))
    box = ruiz.get_by_label("Given what (condition)", exact=True)
    box.fill("When Maya refuses to read, with a timer")
    box.press("ArrowLeft")
    slot = ruiz.locator("#goal-form .wording", has=ruiz.locator(".thought"))
    expect(slot).to_have_count(1)
    assert faults(ruiz) == []
    assert sideways(ruiz, "at 320 pixels") == []
    ruiz.get_by_role("button", name="Look at the wording").first.focus()
    slot.get_by_role("button", name=re.compile("^needs more support to")).click()
    expect(box).to_have_value("When Maya needs more support to read, with a timer")
    expect(box).to_be_focused()
    expect(ruiz.locator(".thought")).to_have_count(0)
    # An answer to words that were changed meanwhile says nothing.
    ruiz.evaluate(SEEN)
    held = []
    ruiz.route("**/coach/", lambda route: held.append(route) if not held else route.continue_())
    with ruiz.expect_request("**/coach/"):
        box.fill("When Maya refuses to read")
    box.fill("When Maya reads")
    with ruiz.expect_response("**/coach/"):
        held[0].continue_()
    with ruiz.expect_response("**/coach/"):
        pass
    assert ruiz.evaluate("window.seen") == 0
    expect(box).to_have_value("When Maya reads")


def test_what_is_said_comes_with_the_page_and_coming_to_a_box_asks_and_moves_nothing(ruiz, draft):
    level = PresentLevel.objects.get(plan=draft, skill_set="reading")
    PresentLevel.objects.filter(pk=level.pk).update(now_text=SAID, strength_text="")
    need = Need.objects.filter(level=level).order_by("order").first()
    Need.objects.filter(pk=need.pk).update(statement="Maya refuses to read.")
    asked = []
    ruiz.on("request", lambda request: asked.append(request.url) if request.url.endswith("/coach/") else None)
    ruiz.route("**/coach.js", lambda route: route.abort())
    ruiz.goto(address("place", draft.pk, "level-reading"))
    before = ruiz.evaluate("document.documentElement.scrollHeight")
    ruiz.unroute("**/coach.js")
    ruiz.goto(address("place", draft.pk, "level-reading"))
    thoughts = ruiz.locator(".thought")
    expect(thoughts).to_have_count(3)
    said = "Thoughts on the wording of: Where the student is now and The need"
    expect(ruiz.locator("[data-announce]")).to_have_text(said)
    assert ruiz.evaluate("document.documentElement.scrollHeight") == before
    box = ruiz.get_by_label("Where the student is now")
    cannot = ruiz.locator(".thought", has_text="cannot")
    cannot.get_by_text("Leave as it is").click()
    ruiz.get_by_role("button", name="cannot (show in the text)").click()
    assert marked(box) == "cannot"
    assert asked == []
    # Typing asks again; what is still so stays as it is, open where it was open.
    ruiz.keyboard.press("Control+End")
    with ruiz.expect_response("**/coach/"):
        ruiz.keyboard.type(" She sings.")
    expect(cannot.get_by_label("In a few words")).to_be_visible()
    cursor_at(box, "refuses")
    ruiz.keyboard.press("Alt+Digit1")
    expect(box).to_have_value(re.compile("Maya needs more support to read"))
    expect(thoughts).to_have_count(2)
    assert faults(ruiz) == []


def test_words_that_come_back_when_the_page_opens_again_are_read_and_those_before_them_no_longer(ruiz, draft):
    PlanSection.objects.filter(plan=draft, section=Section.EFFECT).update(text="Maya cannot write.")
    # No save arrives; the coach still does.
    saves = re.compile(r"/edit/effect/$")
    ruiz.route(saves, lambda route: route.abort() if route.request.method == "POST" else route.fallback())
    ruiz.goto(address("place", draft.pk, "effect"))
    thoughts = ruiz.locator(".thought")
    expect(thoughts).to_contain_text("cannot")
    ruiz.get_by_label("Effect of the disability").fill("Maya refuses to read.")
    wait_for_kept(ruiz)
    ruiz.goto(address("place", draft.pk, "effect"))
    box = ruiz.get_by_label("Effect of the disability")
    expect(box).to_have_value("Maya refuses to read.")
    expect(thoughts).to_have_count(1)
    expect(thoughts).to_contain_text("refuses to")
    box.focus()
    cursor_at(box, "refuses")
    ruiz.keyboard.press("Alt+Digit1")
    expect(box).to_have_value("Maya needs more support to read.")
    expect(thoughts).to_have_count(0)
    # Back to the words that are saved: what is said of them comes back, too.
    ruiz.locator(".kept").get_by_role("button", name="Undo").click()
    expect(box).to_have_value("Maya cannot write.")
    expect(thoughts).to_contain_text("cannot")


def test_no_reason_is_chosen_for_anybody_and_without_one_nothing_is_left(ruiz, draft):
    PlanSection.objects.filter(plan=draft, section=Section.EFFECT).update(text="Maya refuses to read.")
    ruiz.goto(address("place", draft.pk, "effect"))
    thought = ruiz.locator(".thought")
    leave = thought.get_by_text("Leave as it is")
    leave.focus()
    ruiz.keyboard.press("Enter")
    chosen = thought.locator("input[type=radio]:checked")
    for _ in range(3):
        # Past the reasons and the box, without choosing.
        ruiz.keyboard.press("Tab")
    expect(thought.get_by_role("button", name="Leave it")).to_be_focused()
    expect(chosen).to_have_count(0)
    ruiz.keyboard.press("Enter")
    expect(ruiz.get_by_text("Choose a reason, or say it in at least two words.")).to_be_visible()
    expect(chosen).to_have_count(0)
    expect(thought.get_by_label("It is a quote")).to_be_focused()
    assert faults(ruiz) == [] and not LeftWording.objects.exists()
    # A choice that was not sent is none when the page comes again.
    ruiz.keyboard.press("Space")
    expect(chosen).to_have_count(1)
    ruiz.reload()
    expect(thought).to_have_count(1)
    expect(chosen).to_have_count(0)
    leave.focus()
    ruiz.keyboard.press("Enter")
    ruiz.keyboard.press("Tab")
    ruiz.keyboard.press("ArrowDown")
    expect(thought.get_by_label("It is a legal or test name")).to_be_checked()
    ruiz.keyboard.press("Enter")
    expect(thought).to_have_count(0)
    row = LeftWording.objects.get()
    assert (row.because, row.words) == ("name", "")
