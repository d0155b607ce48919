"""The support card for teachers on one sheet."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from strongsuit.documents.glyphs import Passage
from strongsuit.documents.own_queries import OwnPage
from strongsuit.documents.sheets.blocks import Block
from strongsuit.documents.sheets.own import drawing
from strongsuit.knowledge.own_page import Part
from strongsuit.knowledge.shapes import StrengthFacts
from strongsuit.plans.models import Accommodation

Strengths = Sequence[tuple[StrengthFacts, list[str]]]
Supports = Sequence[tuple[Accommodation, bool | None, tuple[int, int] | None]]


def support_sheet(called: str, strengths: Strengths, supports: Supports, page: OwnPage | None, *, size: str) -> Block:
    """Strengths first, then what to give, then what the student asks of people."""
    parts = [
        part(
            _("What %(name)s does well") % {"name": called},
            "strength",
            [(s.words, "; ".join(how)) for s, how in strengths],
        ),
        part(_("What you give"), "support", [(each.words, each.where) for each, _tap, _count in supports]),
    ]
    if page is not None:
        wanted = {Part.PREFERENCE, Part.HELP, Part.ASK}
        said = [(line.words, "") for shown in page.parts if shown.part in wanted for line in shown.lines]
        parts.append(part(_("In %(name)s's own words") % {"name": called}, "voice", said))
    lines = [page.pronouns, _(page.way) if page.way else ""] if page is not None else []
    return {
        "paper": "own",
        "shape": "sheet",
        "size": size,
        "largest": 14,
        "smallest": 8,
        "title": _("Support card"),
        "foot": _("Confidential. For the adults who teach this student."),
        "blocks": [
            {"kind": "own-name", "name": page.called if page else called, "lines": [each for each in lines if each]},
            *(each for each in parts if each["lines"]),
        ],
    }


def part(title: str, picture: str, lines: Sequence[tuple[str, str]]) -> Block:
    return {
        "kind": "own-part",
        "words": title,
        "svg": "",
        "lines": [
            {"svg": drawing(picture), "alt": "", "words": Passage(words, ""), "beside": beside}
            for words, beside in lines
        ],
    }
