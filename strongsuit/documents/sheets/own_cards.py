"""Goal cards, ask scripts and the good-day page on paper, for the desk and for the pocket."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from strongsuit.documents.glyphs import Passage
from strongsuit.documents.own_card_queries import Card, Sentence
from strongsuit.documents.own_models_beside import GoodDayLine
from strongsuit.documents.sheets.blocks import Block
from strongsuit.documents.sheets.own import drawing
from strongsuit.knowledge import own_cards as ours
from strongsuit.knowledge.own_cards import Happens
from strongsuit.knowledge.reading_level import Target

CARD_SHAPES = ("cards", "pocket")
HAPPENS_PICTURE = {Happens.YES: "yes-face", Happens.SOMETIMES: "sometimes", Happens.NOT_YET: "growth"}


def whole(title: str, blocks: Sequence[Block], *, shape: str, size: str) -> Block:
    return {
        "paper": "own",
        "shape": shape,
        "size": size,
        "largest": 16,
        "smallest": 9,
        "title": title,
        "foot": _("Made by me"),
        "blocks": list(blocks),
    }


def name_of(called: str) -> Block:
    return {"kind": "own-name", "name": called, "lines": []}


def cards_sheet(called: str, cards: Sequence[Card], target: Target, *, shape: str, size: str) -> Block:
    """A card for each goal: whole lines of the desk, or a quarter of a sheet for the pocket."""
    found = [
        {
            "kind": "own-card",
            "words": _("Goal %(number)s") % {"number": number},
            "rows": [[label, Passage(words, "")] for label, words in card.rows(target)],
        }
        for number, card in enumerate(cards, 1)
    ]
    return whole(_("My goal cards"), [name_of(called), *found], shape=shape, size=size)


def ask_sheet(called: str, sentences: Sequence[Sentence], *, shape: str, size: str) -> Block:
    """The script to read from, or small enough for a pocket."""
    blocks: list[Block]
    if shape == "pocket":
        rows = [["", Passage(each.words, "")] for each in sentences]
        blocks = [{"kind": "own-card", "words": _("How I ask"), "rows": rows}]
    else:
        lines = [
            {"svg": drawing(each.picture), "alt": "", "words": Passage(each.words, ""), "beside": ""}
            for each in sentences
        ]
        blocks = [{"kind": "own-part", "words": _("How I ask"), "svg": "", "lines": lines}]
    return whole(_("How I ask"), [name_of(called), *blocks], shape=shape, size=size)


def messages_sheet(called: str, sentences: Sequence[Sentence], *, size: str) -> Block:
    """Label, words and picture of each message for a speech device."""
    parts = [
        {
            "kind": "own-part",
            "words": each.label,
            "svg": "",
            "lines": [{"svg": drawing(each.picture), "alt": "", "words": Passage(each.words, ""), "beside": ""}],
        }
        for each in sentences
    ]
    return whole(_("Messages for my device"), [name_of(called), *parts], shape="sheet", size=size)


def day_sheet(called: str, lines: Sequence[GoodDayLine], target: Target, *, size: str) -> Block:
    """A good day: what happens, whether it does now, what makes it happen, who helps."""
    parts = []
    for line in lines:
        happens = Happens(line.now)
        rows = [(drawing(HAPPENS_PICTURE[happens]), _(ours.DAY_NOW.at(target)), _(happens.label))]
        rows += [("", _(ours.DAY_MAKES.at(target)), line.makes)] if line.makes else []
        rows += [("", _(ours.DAY_WHO.at(target)), line.who)] if line.who else []
        told = [
            {"svg": svg, "alt": "", "words": Passage(words, ""), "beside": "", "label": label}
            for svg, label, words in rows
        ]
        parts.append({"kind": "own-part", "words": Passage(line.words, ""), "svg": "", "lines": told})
    return whole(_("A good day"), [name_of(called), *parts], shape="sheet", size=size)


def change_sheet(called: str, items: Sequence[tuple[str, list[tuple[str, str]]]], *, size: str) -> Block:
    """Each thing the student said, letter for letter, with the answer under it."""
    parts = [
        {
            "kind": "own-part",
            "words": Passage(said, ""),
            "svg": "",
            "lines": [
                {"svg": "", "alt": "", "words": Passage(words, ""), "beside": "", "label": label}
                for label, words in rows
            ],
        }
        for said, rows in items
    ]
    return whole(_("What changed"), [name_of(called), *parts], shape="sheet", size=size)
