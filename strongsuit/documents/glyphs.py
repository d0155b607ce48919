"""Text made printable: what no bundled font can show becomes a marker that says what stood there."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parent / "fonts"
# In the order they are asked: the cheap and likely ones first, the large ones only when a text needs them.
ORDER = ("AtkinsonHyperlegibleNext", "NotoSans", "NotoSansArabic", "NotoSansBengali", "NotoSansSymbols", "NotoEmoji")
NEW_LINE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
LONG_WORD = re.compile(r"[^\s\u200b]{28,}")
# Invisible signs that scripts and emoji need. Overrides of direction and tags are not among them: they hide text.
KEPT = frozenset("\n\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufe0e\ufe0f")
ARABIC_SIGNS = frozenset(map(chr, (*range(0x0600, 0x0606), 0x06DD, 0x08E2)))
# Letters that Urdu has and Arabic has not.
URDU = frozenset("ٹڈڑںےہ")
# Words that choose how a block is drawn and are never shown.
FOR_THE_TEMPLATE = frozenset(("kind", "tone", "paper", "shape", "size", "svg"))
RIGHT_TO_LEFT = frozenset(("ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
SCRIPTS = {
    "ARABIC": "ar",
    "HEBREW": "he",
    "BENGALI": "bn",
    "DEVANAGARI": "hi",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "CJK": "zh",
    "CYRILLIC": "ru",
    "ETHIOPIC": "am",
    "GURMUKHI": "pa",
    "THAI": "th",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in a language of their own, for readers aloud and for the direction of writing."""

    words: str
    language: str


@dataclass(slots=True)
class Proof:
    """Reads a sheet once: makes every text printable and remembers what had to be replaced."""

    language: str
    replaced: set[str] = field(default_factory=set)

    def read_sheet(self, sheet: dict[str, Any]) -> dict[str, Any]:
        return {"lang": self.language, **{key: self.read(value) for key, value in sheet.items()}}

    def read(self, part: object) -> object:
        match part:
            case str():
                return self.passage(part, tongue(part))
            case Passage():
                return self.passage(part.words, part.language)
            case dict():
                return {key: value if key in FOR_THE_TEMPLATE else self.read(value) for key, value in part.items()}
            case list() | tuple():
                return [self.read(each) for each in part]
        return part

    def passage(self, words: str, language: str) -> object:
        text = self.printable(words)
        code = language.split("-")[0].lower() if re.fullmatch(r"[A-Za-z]{2,3}(-\w+)*", language) else ""
        if not code and self.language in RIGHT_TO_LEFT and any(each.isalpha() for each in text):
            # Latin letters on a page that runs the other way; their full stop stands at their own end.
            code = "en"
        wide = not text.isascii() and any(letter_beyond(each) for each in text)
        if code in ("", self.language) and not wide:
            return text
        return {"words": text, "lang": code or self.language, "wide": wide}

    def printable(self, words: str) -> str:
        if not (words.isascii() and words.isprintable()):
            words = NEW_LINE.sub("\n", words).replace("\t", " ")
            words = "".join(each if shows(each) else self.marker(each) for each in words)
        return LONG_WORD.sub(breakable, words)

    def marker(self, sign: str) -> str:
        marker = f"[U+{ord(sign):04X} {unicodedata.name(sign, 'sign without a name').lower()}]"
        self.replaced.add(marker)
        return marker


@lru_cache(maxsize=4096)
def shows(sign: str) -> bool:
    """Whether some bundled font can draw the sign, or the sign does its work unseen."""
    if sign in KEPT:
        return True
    if unicodedata.category(sign) in ("Cc", "Cs", "Co", "Cn", "Cf") and sign not in ARABIC_SIGNS:
        return False
    return sign.isspace() or any(ord(sign) in drawn_by(family) for family in families())


@lru_cache(maxsize=4096)
def letter_beyond(sign: str) -> bool:
    """Whether the text face lacks the letter, so that the whole passage is better set in the wider face."""
    return sign.isalpha() and ord(sign) not in drawn_by(ORDER[0])


@lru_cache
def families() -> tuple[str, ...]:
    others = sorted(path.name.split("_")[0] for path in FONTS.glob("*_400Regular.ttf"))
    return (*ORDER, *(name for name in others if name not in ORDER))


@lru_cache
def drawn_by(family: str) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  slow to load, and only papers need it

    with TTFont(FONTS / f"{family}_400Regular.ttf", lazy=True) as font:
        return frozenset(font.getBestCmap())


def tongue(words: str) -> str:
    """The language a script points to, where nobody wrote it down; empty for Latin letters."""
    if words.isascii():
        return ""
    letters = [each for each in words[:400] if each.isalpha()]
    scripts = [unicodedata.name(each, "").partition(" ")[0] for each in letters if not each.isascii()]
    likely = max(SCRIPTS, key=scripts.count)
    if scripts.count(likely) * 2 < len(letters) or likely not in scripts:
        return ""
    return "ur" if likely == "ARABIC" and not URDU.isdisjoint(letters) else SCRIPTS[likely]


def breakable(word: re.Match[str]) -> str:
    """A word no line could hold gets places to break, never inside a sign made of several code points."""
    pieces, run = [], 0
    for before, sign in zip(" " + word[0], word[0], strict=False):
        joined = unicodedata.category(sign)[0] == "M" or "\u200d" in (before, sign)
        if run >= 14 and not joined:
            pieces.append("\u200b")
            run = 0
        pieces.append(sign)
        run += 1
    return "".join(pieces)
