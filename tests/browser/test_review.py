"""A plan from elsewhere is chosen, dropped or pasted, and its review is a sound page."""

import pytest
from playwright.sync_api import expect

from tests.browser import axe
from tests.browser.chromium import sign_in
from tests.documents.reading import making

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NARROW, WIDE = {"width": 320, "height": 800}, {"width": 1280, "height": 900}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
DROP = """async ([name, text]) => {
  const carried = new DataTransfer();
  carried.items.add(new File([text], name, { type: "text/plain" }));
  // Beside its box: the whole page takes it.
  const place = document.querySelector("textarea");
  for (const kind of ["dragover", "drop"]) {
    place.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
  }
}"""


def sound(page):
    """No fault that axe knows, and nothing to scroll sideways on a small phone, light or dark."""
    page.emulate_media(color_scheme="dark")
    faults = axe.faults(page)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(NARROW)
    too_wide = page.evaluate(OVERFLOW)
    faults += axe.faults(page)
    page.set_viewport_size(WIDE)
    assert (faults, too_wide) == ([], 0)


def test_a_plan_is_dropped_and_its_review_read(cast, page, live_server):
    sign_in(page, cast.ruiz, live_server)
    page.goto("/review/")
    sound(page)
    page.get_by_role("button", name="Review it").click()
    expect(page.get_by_text("There is nothing to read yet.").first).to_be_visible()
    sound(page)

    page.evaluate(DROP, ["plan.txt", (making.FORMS / "california.txt").read_text(encoding="utf-8")])
    expect(page.get_by_text("Chosen: plan.txt")).to_be_visible()
    page.get_by_role("button", name="Review it").click()
    expect(page.get_by_role("heading", name="Review of a plan")).to_be_visible()
    expect(page.get_by_text("Mateo repairs bicycles with his uncle").first).to_be_visible()
    expect(page.locator("mark", has_text="unable to")).to_be_visible()
    sound(page)
