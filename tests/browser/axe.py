"""No accessibility fault that axe-core can find: WCAG 2.2 A and AA, and its best practices."""

from pathlib import Path

SOURCE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"
RUN_RULE = "rule => axe.run(document, {runOnly: {type: 'rule', values: [rule]}, resultTypes: ['violations']})"


def faults(page):
    """What axe finds on the page as it stands, one line per element."""
    return seen(page, RUN, TAGS)


def contrast_faults(page):
    """Only what a change of colors can bring."""
    return seen(page, RUN_RULE, "color-contrast")


def seen(page, run, asked):
    if not page.evaluate("'axe' in window"):
        page.evaluate(SOURCE)
    found = page.evaluate(run, asked)["violations"]
    return [f"{rule['id']}: {rule['help']}: {node['html']}" for rule in found for node in rule["nodes"]]
