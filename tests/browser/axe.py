"""No accessibility fault that axe-core can find: WCAG 2.2 A and AA, and its best practices."""

from pathlib import Path

SOURCE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Neither the sheets of style, which no rule of these looks at, nor a path to each element: it is shown itself.
RUN = """tags => axe.run(document, {
  runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], preload: false, selectors: false
})"""
WIDTHS = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"


def faults(page):
    """What axe finds on the page as it stands, one line per element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SOURCE)
    found = page.evaluate(RUN, TAGS)["violations"]
    return [f"{rule['id']}: {rule['help']}: {node['html']}" for rule in found for node in rule["nodes"]]


def look(page, address, looks=("wide", "narrow")):
    """Every fault of one page: wide in the light, narrow in the dark, mirrored, and with letters twice as large."""
    answer = page.goto(address)
    if answer.status != 200:
        return [f"{address} answers {answer.status}"]
    found = faults(page) if "wide" in looks else []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 320, "height": 800})
    found += [f"narrow and dark: {fault}" for fault in faults(page)] if "narrow" in looks else []
    found += sideways(page, "at 320 pixels")
    page.evaluate("document.documentElement.dir = 'rtl'")
    found += sideways(page, "mirrored at 320 pixels")
    page.evaluate("document.documentElement.dir = 'ltr'")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    found += sideways(page, "at 320 pixels with letters twice as large")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 800})
    found += sideways(page, "with letters twice as large")
    return [f"{address} {fault}" for fault in found]


def sideways(page, when):
    width, window = page.evaluate(WIDTHS)
    return [f"scrolls sideways {when}: {width} in {window}"] if width > window else []
