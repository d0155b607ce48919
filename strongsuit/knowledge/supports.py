"""Common accommodations in a student's own words: what the plan calls "extended time" is "more time" to a child.

Each line of the table is tried in turn against the plan's words; where none fits, the plan's own words are shown.
"""

import re
from dataclasses import dataclass
from functools import cache

from strongsuit.knowledge.reading_level import Target
from strongsuit.knowledge.words import gettext_noop


@dataclass(frozen=True, slots=True)
class Support:
    """A kind of support: its picture's concept, and how a young and an older child call it."""

    symbol: str
    early: str
    upper: str
    pattern: str

    def words(self, level: Target) -> str:
        return self.early if level == Target.EARLY else self.upper


_ = gettext_noop
SUPPORTS: tuple[Support, ...] = (
    Support(
        "sign-interpreter", _("Someone signs for me"), _("A sign interpreter"), r"sign language|interpreter|\basl\b"
    ),
    Support("braille", _("Dots I can feel"), _("Braille"), r"braille"),
    Support("large-print", _("Big letters"), _("Large print"), r"large[- ]print|enlarged|magnif"),
    Support(
        "speech-device",
        _("My talker"),
        _("My speech device or symbols"),
        r"\baac\b|speech([- ]generating)? (device|tablet)|communication (device|board|book)|\bsgd\b|talker|pecs",
    ),
    Support(
        "read-aloud",
        _("It is read to me"),
        _("Texts read aloud, by a person or a device"),
        r"text[- ]to[- ]speech|read(ing)? aloud|audio|human reader|tests? read"
        r"|oral(ly)? (administ|read)|directions read",
    ),
    Support(
        "speech-to-text",
        _("I talk and it writes"),
        _("I say it and it gets written"),
        r"speech[- ]to[- ]text|dictat|scribe|voice typing",
    ),
    Support(
        "typing",
        _("I type it"),
        _("I type instead of writing by hand"),
        r"keyboard|typing|types?\b|word processor|laptop",
    ),
    Support("calculator", _("I use a calculator"), _("A calculator"), r"calculator"),
    Support(
        "number-line",
        _("Number line or chart"),
        _("A number line, chart or math facts sheet"),
        r"number line|hundreds? chart|multiplication chart|fact sheet|manipulative",
    ),
    Support(
        "more-time",
        _("More time"),
        _("More time"),
        r"(extended|extra|additional|more|double) time|time and a half|1\.5|extended deadline",
    ),
    Support(
        "quiet-room",
        _("A quiet room"),
        _("A quiet place to work or take tests"),
        r"(separate|quiet|alternat\w+|small[- ]group) (location|setting|room|space|place)"
        r"|reduced distraction|distraction[- ]free|minimal distraction",
    ),
    Support("small-group", _("A small group"), _("Work or tests in a small group"), r"small[- ]group"),
    Support("seat", _("My own good seat"), _("A seat where I learn well"), r"seat|sits? (near|close)|proximity"),
    Support(
        "movement",
        _("I can move"),
        _("I can move, stand or fidget"),
        r"movement|fidget|wiggle|stand(ing)?|flexible|sensory tool",
    ),
    Support("break", _("A break"), _("A break when I need it"), r"break"),
    Support(
        "headphones",
        _("Headphones for noise"),
        _("Headphones against noise"),
        r"headphone|ear ?(muff|plug|defender)|noise",
    ),
    Support(
        "visual-schedule",
        _("A picture plan of my day"),
        _("A plan of the day I can see"),
        r"visual schedule|picture schedule|schedule|first[ /-]then",
    ),
    Support(
        "checklist",
        _("A list to check off"),
        _("A checklist of the steps"),
        r"checklist|task list|steps? (written|listed)|task analysis",
    ),
    Support(
        "small-steps",
        _("Small parts, one by one"),
        _("Work in small parts"),
        r"chunk|smaller (parts|steps|sections)|broken (down|into)|break(s|ing)? down",
    ),
    Support(
        "fewer-items",
        _("Fewer to do"),
        _("Fewer items that show the same"),
        r"fewer|reduced (number|work|amount|assign)|shortened|modified length",
    ),
    Support(
        "directions",
        _("Tell me again"),
        _("Directions again, in plain words"),
        r"direction|instruction|repeat|rephras|clarif",
    ),
    Support("notes", _("Notes for me"), _("Notes or a copy of the slides"), r"notes?\b|outline|slides"),
    Support(
        "graphic-organizer",
        _("A map for my ideas"),
        _("A map or frame to plan my ideas"),
        r"graphic organi[sz]er|sentence (starter|frame|stem)|word bank|template",
    ),
    Support(
        "pictures",
        _("Pictures that help"),
        _("Pictures and examples beside the words"),
        r"visual|picture|model(s|ed)? (of|example)|example",
    ),
    Support(
        "check-in",
        _("A grown-up checks in"),
        _("An adult checks in with me"),
        r"check[- ]?ins?|checks? for understanding|monitor",
    ),
    Support("timer", _("A timer"), _("A timer I can see"), r"timer"),
    Support(
        "warning",
        _("Tell me before it changes"),
        _("A warning before things change"),
        r"transition|advance notice|warning|priming|preview",
    ),
    Support(
        "helper",
        _("A helper near me"),
        _("An adult near me when I need it"),
        r"aide|paraprofessional|adult (support|assistance)|one[- ]to[- ]one|1:1",
    ),
    Support("friend", _("A friend to work with"), _("A partner to work with"), r"peer|buddy|partner"),
    Support(
        "praise", _("A kind word"), _("Hearing what I did well"), r"praise|positive (feedback|reinforce)|reinforce"
    ),
    Support(
        "organize",
        _("Help to keep my things"),
        _("Help to keep things in order"),
        r"organi[sz]|binder|planner|agenda|folder",
    ),
    Support(
        "glasses",
        _("My glasses or hearing aids"),
        _("My glasses, hearing aids or microphone"),
        r"glasses|hearing aid|\bfm\b|amplif|microphone",
    ),
    Support("snack", _("A snack or water"), _("Food or water when my body needs it"), r"snack|water bottle|hydrat"),
    Support(
        "show-another-way",
        _("I show it my way"),
        _("I show what I know another way"),
        r"alternat|oral (response|answer|report)|respond|project instead|choice of",
    ),
)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Support], ...]:
    return tuple((re.compile(support.pattern, re.IGNORECASE), support) for support in SUPPORTS)


def support_for(words: str) -> Support | None:
    """The kind that the plan's words name; None where the table has none for them."""
    return next((support for pattern, support in _patterns() if pattern.search(words)), None)


def plainly(words: str, level: Target) -> str:
    """A message for the student (to be translated), or the plan's own words; older students read the plan's."""
    found = None if level == Target.SECONDARY else support_for(words)
    return found.words(level) if found else words
