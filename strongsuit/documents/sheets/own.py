"""Students' own papers: the one-pager on a sheet, in large print and as a slide."""

from django.utils.translation import gettext as _

from strongsuit.documents.glyphs import Passage
from strongsuit.documents.own_queries import OwnPage, Shown
from strongsuit.documents.sheets.blocks import Block
from strongsuit.web import icons

# Largest and smallest letters, in points. Large print goes on to a second page before it gets smaller.
SHAPES: dict[str, tuple[int, int]] = {"sheet": (18, 9), "large": (24, 24), "slide": (26, 10)}
SIZES = ("us-letter", "a4")
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#0b4a5a" stroke-width="1.75" '
    'stroke-linecap="round" stroke-linejoin="round">%s</svg>'
)


def drawing(name: str) -> str:
    """A picture of our own as a file of its own; nothing where none was chosen."""
    return DRAWING % icons.drawing(name).replace("currentColor", "#0b4a5a") if name in icons.NAMES else ""


def own_sheet(page: OwnPage, *, shape: str, size: str, title: str, foot: str) -> Block:
    """One paper of a student's own: ``shape`` is one of SHAPES."""
    largest, smallest = SHAPES[shape]
    return {
        "paper": "own",
        "shape": shape,
        "size": "slide" if shape == "slide" else size,
        "largest": largest,
        "smallest": smallest,
        "title": title,
        "foot": foot,
        "blocks": [
            {"kind": "own-name", "name": page.called, "lines": [each for each in about_me(page) if each]},
            *(part_of(shown, page.pictures_only) for shown in page.parts),
        ],
    }


def about_me(page: OwnPage) -> tuple[str, str]:
    return page.pronouns, page.identity_words


def one_pager_sheet(page: OwnPage, *, shape: str, size: str) -> Block:
    return own_sheet(page, shape=shape, size=size, title=_("My one-pager"), foot=_("Made by me"))


def part_of(shown: Shown, pictures_only: bool) -> Block:
    lines = []
    for line in shown.lines:
        picture = drawing(line.picture)
        spoken = bool(picture) and pictures_only
        short = getattr(line, "in_short", None)
        lines.append(
            {
                "svg": picture,
                "alt": line.words if spoken else "",
                "words": "" if spoken else Passage(line.words, ""),
                "beside": beside(short) if short else "",
            }
        )
    return {"kind": "own-part", "words": _(shown.head), "svg": drawing(shown.picture), "lines": lines}


def beside(short) -> str:
    words = _("In short: %(text)s") if short.approved_at else _("A summary by staff: %(text)s")
    return words % {"text": short.text}
