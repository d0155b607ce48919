"""The parts every paper is built from; typst/house.typ draws each kind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from strongsuit.documents.glyphs import Passage

Text = str | Passage
Block = dict[str, Any]
# Signs that certainly fit on a page; what is longer may be parted, so that no word can fall off the paper.
WHOLE = 1600


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who made this copy, when, and which number it has (each print is logged under it).

    ``seal`` is the SHA-256 under which an adopted plan was frozen; freezing it anew could give another one in a later
    program. A draft has none yet and gets the one of its words as they are now.
    """

    printed_by: str
    printed_at: datetime
    copy: int = 1
    seal: str = ""


def heading(level: int, words: Text, *, listed: bool = True) -> Block:
    return {"kind": "heading", "level": level, "words": words, "listed": listed}


def paragraph(words: Text, *, label: str = "", small: bool = False) -> Block:
    return {"kind": "paragraph", "words": words, "label": label, "small": small}


def fields(pairs: Iterable[tuple[str, Text]], *, columns: int = 4) -> Block:
    """Labels above their values, at most ``columns`` in a row; a pair without a value is left out."""
    kept = [pair for pair in pairs if pair[1]]
    return {"kind": "fields", "rows": [kept[at : at + columns] for at in range(0, len(kept), columns)]}


def table(head: Sequence[str], rows: Sequence[Sequence[object]], widths: Sequence[int]) -> Block:
    """Cells are text, or lists of text that stand below each other."""
    return {"kind": "table", "head": head, "rows": rows, "widths": widths}


def bullets(items: Sequence[Text]) -> Block:
    return {"kind": "bullets", "items": items}


def quote(words: str, *, by: str, language: str = "", prompt: str = "") -> Block:
    return {"kind": "quote", "words": Passage(words, language), "by": by, "prompt": prompt}


def panel(tone: str, blocks: Sequence[Block]) -> Block:
    """A box with its own edge. Tones: strength, need, thread, draft, note."""
    return {"kind": "panel", "tone": tone, "blocks": blocks, "whole": length(blocks) < WHOLE}


def together(blocks: Sequence[Block]) -> Block:
    """Blocks that a page break shall not part, as long as they are sure to fit on one page."""
    return {"kind": "together", "blocks": blocks, "whole": length(blocks) < WHOLE}


def length(part: object) -> int:
    """How much there is to read in a part of a sheet."""
    match part:
        case Passage():
            return len(part.words)
        case str():
            return len(part)
        case dict():
            return sum(length(each) for each in part.values())
        case list() | tuple():
            return sum(length(each) for each in part)
    return 0


def day(on: date | None) -> str:
    return date_format(on, "DATE_FORMAT") if on else ""


def moment(at: datetime) -> str:
    return date_format(timezone.localtime(at), "DATETIME_FORMAT")


def amount(value: Decimal | None, unit: str) -> str:
    if value is None:
        return ""
    # Normal form would show a round number as 1E+2.
    shown = number_format(value.quantize(1) if value == value.to_integral_value() else value.normalize())
    return f"{shown}{unit}" if unit.startswith("%") else f"{shown} {unit}".strip()


def joined(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)


def language_name(code: str) -> str:
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


def foot(stamp: Stamp, *, about: str) -> Block:
    """The lines at the bottom of every page (a print says who, when, which copy, page x of y)."""
    printed = _("Printed by %(name)s, %(moment)s, copy %(copy)s")
    return {
        "about": about,
        "printed": printed % {"name": stamp.printed_by, "moment": moment(stamp.printed_at), "copy": stamp.copy},
        "page": _("Page %(page)s of %(pages)s"),
    }
