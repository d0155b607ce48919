"""The gallery in a real browser: every component in both themes, narrow, large, mirrored, by keyboard."""

import gzip

import pytest

from tests.amounts import some
from tests.browser.axe import faults

pytestmark = pytest.mark.browser

LOOKS = {
    "light": "?theme=light",
    "dark": "?theme=dark",
    "high contrast": "?theme=light&contrast=high",
    "high contrast in the dark": "?theme=dark&contrast=high",
    "right to left": "?language=ar",
    "largest letters": "?size=4&spacing=wide",
    "another font": "?font=noto",
}
SPACES = ["student", "family", "educator", "district", "entrance"]

# Contrast of a color with its background (WCAG 2.2), for what axe does not look at: borders.
CONTRAST = """element => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const light = color => {
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const seen = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(v => v / 255);
    const part = seen.map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * part[0] + .7152 * part[1] + .0722 * part[2];
  };
  const style = getComputedStyle(element);
  const [one, two] = [light(style.borderTopColor), light(style.backgroundColor)];
  return (Math.max(one, two) + .05) / (Math.min(one, two) + .05);
}"""
TOO_SMALL = """least => [...document.querySelectorAll("a, button, input:not([type=hidden]), select, textarea, summary")]
  .filter(element => element.checkVisibility() && !element.closest("p, .visually-hidden, .skip-link"))
  .map(element => [element.closest("label") ?? (element.closest(".choice") ? element.labels[0] : element), element])
  .map(([pressed, element]) => [pressed.getBoundingClientRect(), element])
  .filter(([box]) => box.width && (box.width < least || box.height < least))
  .map(([box, element]) => `${element.outerHTML.slice(0, 120)} ${box.width} x ${box.height}`)"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def demo(settings):
    settings.DEMO = True


@pytest.mark.parametrize("look", ["light", "dark", *some([*LOOKS][2:], 2, "looks")])
def test_no_component_has_an_accessibility_fault(page, demo, look):
    page.goto(f"/gallery/{LOOKS[look]}")
    assert faults(page) == []


@pytest.mark.parametrize(
    ("space", "theme"), [(space, theme) for space in SPACES for theme in some(("light", "dark"), 1, space)]
)
def test_no_frame_has_an_accessibility_fault(page, demo, space, theme):
    page.goto(f"/gallery/frame/{space}/?theme={theme}")
    assert faults(page) == []


@pytest.mark.parametrize(
    "path",
    ["/gallery/", "/gallery/?language=ar", *some((f"/gallery/frame/{space}/" for space in SPACES), 2, "sideways")],
)
def test_nothing_scrolls_sideways_at_320_pixels(page, demo, path):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(path)
    assert page.evaluate(WIDER) == 0


def test_nothing_scrolls_sideways_with_letters_twice_as_large(page, demo):
    page.set_viewport_size({"width": 640, "height": 640})
    page.goto("/gallery/?size=4&spacing=wide")
    assert page.evaluate(WIDER) == 0


@pytest.mark.parametrize("theme", some(["light", "dark"], 1, "edges"))
def test_edges_of_fields_stand_out_three_to_one(page, demo, theme):
    page.goto(f"/gallery/?theme={theme}")
    fields = page.locator(
        "#specimen-field :is(input[type=text], input[type=number], select, textarea), "
        "#specimen-button .button-secondary"
    )
    weak = [ratio for ratio in (found.evaluate(CONTRAST) for found in fields.all()) if ratio < 3]
    assert (fields.count() > 5, weak) == (True, [])


def test_everything_one_presses_is_at_least_24_pixels(page, demo):
    page.goto("/gallery/")
    assert page.evaluate(TOO_SMALL, 24) == []


def test_students_press_things_of_at_least_44_pixels(page, demo):
    page.goto("/gallery/frame/student/")
    assert page.evaluate(TOO_SMALL, 44) == []


def test_the_thread_is_followed_by_keyboard(page, demo):
    page.goto("/gallery/")
    thread = page.locator("#specimen-thread .thread").first
    first = thread.locator(".thread-picture a.thread-link").first
    first.focus()
    assert first.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    lit = thread.locator(".thread-line").evaluate_all("all => all.map(line => getComputedStyle(line).strokeWidth)")
    assert ("4px" in lit, "2px" in lit) == (True, True)


def test_the_thread_can_be_read_as_a_list(page, demo):
    page.goto("/gallery/")
    thread = page.locator("#specimen-thread .thread").nth(1)
    thread.get_by_label("List").check()
    assert (thread.locator(".thread-picture").is_visible(), thread.locator(".thread-list").is_visible()) == (
        False,
        True,
    )
    assert thread.locator(".thread-list").get_by_role("link", name="Mend: add a goal").is_visible()


def test_an_error_summary_takes_the_focus_and_leads_to_the_field(page, demo):
    page.goto("/gallery/")
    assert page.evaluate("document.activeElement.matches('[data-error-summary]')")
    page.get_by_role("link", name="Minutes: Ensure this value is greater than or equal to 5.").click()
    assert page.evaluate("document.activeElement.name") == "wrong-minutes"


def test_every_page_weighs_under_100_kilobytes(page, demo):
    answers = []
    page.on("response", lambda answer: answers.append(answer) if "/fonts/" not in answer.url else None)
    page.goto("/gallery/frame/educator/", wait_until="networkidle")
    sizes = [(answer.url, len(compressed(answer))) for answer in answers]
    assert (len(sizes) > 5, sum(size for _url, size in sizes) < 100_000) == (True, True), sizes


def compressed(answer):
    return gzip.compress(answer.body())


def test_the_account_menu_opens_and_closes_by_keyboard(page, demo):
    page.goto("/gallery/frame/educator/")
    page.locator(".menu > summary").focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("link", name="My account").is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_role("link", name="My account").is_visible()
