"""The review as one HTML file with its styles inside: nothing is loaded from anywhere, nothing runs."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from django.template.loader import render_to_string

from strongsuit.documents.reviews.shown import Shown

PACKAGE = Path(__file__).parents[2]
SHEETS = (
    PACKAGE / "web" / "static" / "css" / "tokens.css",
    PACKAGE / "web" / "static" / "css" / "base.css",
    PACKAGE / "web" / "static" / "css" / "components" / "boxes.css",
    PACKAGE / "web" / "static" / "css" / "components" / "pictures.css",
    PACKAGE / "documents" / "static" / "documents" / "review.css",
)
PRINT = PACKAGE / "web" / "static" / "css" / "print.css"
# Fonts would have to be fetched; the reader's own stand in.
FONT = re.compile(r"@font-face\s*\{[^{}]*\}\s*")
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
PLACE = '<link rel="stylesheet" href="styles">'


@cache
def styles() -> str:
    written = "".join(path.read_text(encoding="utf-8") for path in SHEETS)
    printed = PRINT.read_text(encoding="utf-8")
    return COMMENT.sub("", FONT.sub("", f"{written}@media print {{\n{printed}}}\n"))


def html_page(every: Sequence[Shown], refused: Sequence[tuple[str, str]] = ()) -> str:
    """All reviews in one page; ``refused`` are files with the reason why they are not in it."""
    alone = len(every) < 2
    levels = ("2", "3") if alone else ("3", "4")
    numbered = [(shown, f"-{number}", *levels) for number, shown in enumerate(every, 1)]
    page = render_to_string("documents/review_file.html", {"all": numbered, "refused": refused, "kept": True})
    return page.replace(PLACE, f"<style>\n{styles()}</style>", 1)
