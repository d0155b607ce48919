"""Facts of a rewrite that nobody gave: numbers, names, people, places, times and proofs, each with its words."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property

from strongsuit.knowledge.reading import TITLES, Token, tokens
from strongsuit.knowledge.telling import root, roots
from strongsuit.knowledge.wordlists import WORDS, words


class Fact(StrEnum):
    NUMBER = "number"
    NAME = "name"
    PERSON = "person"
    PLACE = "place"
    TIME = "time"
    PROOF = "proof"


@dataclass(frozen=True, slots=True)
class Invented:
    kind: Fact
    quote: str
    at: int


def words_from(first: int, told: str, step: int = 1) -> dict[str, str]:
    return {word: str(step * number) for number, word in enumerate(told.split(), start=first)}


def words_of(told: str) -> frozenset[str]:
    return frozenset(told.split())


# "One" and "first" are more often words than counts; "once" and "second" are read with what stands beside them.
COUNTS = words_from(
    2, "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty",
)  # fmt: skip
TENS = words_from(3, "thirty forty fifty sixty seventy eighty ninety", step=10)
ORDINALS = words_from(3, "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
HALF = "50%"
OTHERS = {"twice": "2", "thrice": "3", "both": "2", "half": HALF, "dozen": "12", "hundred": "100", "thousand": "1000"}
SPELLED = {**COUNTS, **TENS, **ORDINALS, **OTHERS}
MANY = frozenset({"dozens", "hundreds", "thousands", "countless"})
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
COUNT = r"(?:\d+(?:[.,]\d+)*|one|" + "|".join({**COUNTS, **TENS}) + ")"
BETWEEN = r"(?:out of(?: (?:the|every))?|of(?: the)?(?: last)?|in every|in|/)"
PAIR = re.compile(rf"\b({COUNT})\s*{BETWEEN}\s*({COUNT})\b", re.IGNORECASE)
PERCENT = re.compile(r"\b(\d+(?:[.,]\d+)?)\s*(?:%|percent\b|per cent\b)", re.IGNORECASE)
EVERY = re.compile(
    r"\b(?:every|each) (?:single )?(?:time|day|week|month|morning|afternoon|evening|night|lesson|class)\b"
    r"|\b(?:once|twice) (?:a|an|every|each|per) \w+|\ball (?:day|week|month|year|fall|spring|winter|summer)\b"
    r"|\b(?:last|this|next) (?:day|week|month|year|fall|spring|winter|summer|semester|quarter|term)\b"
    r"|\bMay\b(?= \d)|(?<=\bin )May\b|(?<=\b(?:in|of) the )fall\b|(?<=\b(?:this|last) )fall\b|(?<=\bin )fall\b",
    re.IGNORECASE,
)
# Before a place: "in math", "at her grandmother's house"; without one, "reading" and "writing" are acts.
LEADS = words_of(
    "in at on during from near before after outside inside behind by through into beside around between within"
)
# "In speech" and "on stage" are places after such a word only; these are one by themselves.
ALONE = words_of("outside outdoors cafeteria playground recess hallway home kitchen gym zoo")
ROOMS = words_of("class classes club lesson lessons room block center period")
REACH = 4
STAFF = words_of("teacher teachers staff instructor")
PUPILS = words_of("grader graders kindergartner kindergartners preschooler preschoolers toddlers")
# Of the lists, those that may be a thing, an act or part of another word here.
NO_PERSON = words_of("office monitor substitute sub worker coach ot pt relatives")
# A capital here begins a sentence, not a name.
OPENS = frozenset(".!?:;(\n•–—")


@dataclass(frozen=True)
class Given:
    """All that somebody told: the line as it was, the notes, and whose name it is."""

    texts: tuple[str, ...]
    names: tuple[str, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(plain(token) for text in (*self.texts, *self.names) for token in tokens(text))

    @cached_property
    def roots(self) -> frozenset[str]:
        return frozenset(root(word) for word in self.words) | roots(" ".join(self.texts))

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(number for text in self.texts for token in tokens(text) if (number := _number(token)))

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        return frozenset(_pair(found) for text in self.texts for found in PAIR.finditer(text))

    @cached_property
    def percents(self) -> frozenset[str]:
        """What is told as a percentage, and what comes to one: 8 of 10 is 80 percent."""
        told = {_digits(found[1]) for text in self.texts for found in PERCENT.finditer(text)}
        return frozenset(told | {_share(*pair) for pair in self.pairs})

    def knows(self, word: str) -> bool:
        return word in self.words or root(word) in self.roots


def invented(answer: str, given: Iterable[str], names: Iterable[str] = ()) -> tuple[Invented, ...]:
    """In the order of the answer, each fact once; what overlaps is told once."""
    known = Given(tuple(given), tuple(names))
    said = tuple(tokens(answer))
    found = [one for read in READERS for one in read(answer, said, known)]
    kept: list[Invented] = []
    for one in found:
        end = one.at + len(one.quote)
        if all(end <= other.at or other.at + len(other.quote) <= one.at for other in kept):
            kept.append(one)
    first = {one.quote.casefold(): one for one in sorted(kept, key=lambda one: -one.at)}
    return tuple(sorted(first.values(), key=lambda one: one.at))


def _counts(answer: str, _said: tuple[Token, ...], known: Given) -> Iterator[Invented]:
    for found in PAIR.finditer(answer):
        if _pair(found) not in known.pairs:
            yield Invented(Fact.NUMBER, found[0], found.start())
    for found in PERCENT.finditer(answer):
        if _digits(found[1]) not in known.percents:
            yield Invented(Fact.NUMBER, found[0], found.start())


def _numbers(answer: str, said: tuple[Token, ...], known: Given) -> Iterator[Invented]:
    derived = {found.start(1) for found in PERCENT.finditer(answer)}
    for token in said:
        number = _number(token)
        half = number == HALF and HALF.rstrip("%") in known.percents
        counted = bool(number) and number not in known.numbers and token.start not in derived
        if token.text in MANY or (counted and not half):
            yield Invented(Fact.NUMBER, token.raw, token.start)


def _times(answer: str, said: tuple[Token, ...], known: Given) -> Iterator[Invented]:
    told = " ".join(known.texts).casefold()
    for found in EVERY.finditer(answer):
        if found[0].casefold() not in told:
            yield Invented(Fact.TIME, found[0], found.start())
    for token in said:
        word = _one(plain(token), words("fact_times"))
        # "The second picture" is no time, "may" no month: both are read with what stands beside them.
        if word and word != "second" and not known.knows(word) and _is_time(token, word):
            yield Invented(Fact.TIME, token.raw, token.start)


def _is_time(token: Token, word: str) -> bool:
    """ "March" with its capital, "spring" and "term" as they come."""
    return word != "march" or token.raw[0].isupper()


def _names(_answer: str, said: tuple[Token, ...], known: Given) -> Iterator[Invented]:
    for at, token in enumerate(said):
        raw, word = token.raw, plain(token)
        if not raw[0].isupper() or len(word) < 2 or raw.isupper() or known.knows(word) or word in TITLES:
            continue
        titled = at > 1 and plain(said[at - 1 - (said[at - 1].raw == ".")]) in TITLES
        opens = at == 0 or said[at - 1].raw in OPENS
        if titled or (word not in words("common") if opens else _one(word, words("fact_times")) == ""):
            yield Invented(Fact.NAME, raw, token.start)


def _people(_answer: str, said: tuple[Token, ...], known: Given) -> Iterator[Invented]:
    titled = not known.words.isdisjoint(TITLES)
    for token in said:
        word = plain(token)
        listed = word in words("family") | PUPILS | (words("staff") - TITLES) and word not in NO_PERSON
        # "His teacher" may be the Mr. Lind of the notes.
        if listed and not known.knows(word) and not (titled and word in STAFF):
            yield Invented(Fact.PERSON, token.raw, token.start)


def _places(_answer: str, said: tuple[Token, ...], known: Given) -> Iterator[Invented]:
    for at, token in enumerate(said):
        word = _one(plain(token), words("fact_places"))
        if word and _is_new_place(word, said, at, known):
            yield Invented(Fact.PLACE, token.raw, token.start)


def _is_new_place(word: str, said: tuple[Token, ...], at: int, known: Given) -> bool:
    behind = said[at + 1] if at + 1 < len(said) else None
    if behind is not None and behind.text in ROOMS:
        # "Writing class" is a place where the notes only say that he writes.
        return word not in known.words
    if known.knows(word) or (behind is not None and known.knows(plain(behind)) and behind.text not in LEADS):
        # "Her speech device" is the device of the notes.
        return False
    return word in ALONE or _is_led(said, at)


def _is_led(said: tuple[Token, ...], at: int) -> bool:
    before = said[max(0, at - REACH) : at]
    inside = next((part for part in reversed(before) if not part.is_word or part.text in LEADS), None)
    return inside is not None and inside.text in LEADS


def _proofs(_answer: str, said: tuple[Token, ...], known: Given) -> Iterator[Invented]:
    for token in said:
        alike = sources().get(plain(token))
        if alike and not any(known.knows(word) for word in alike):
            yield Invented(Fact.PROOF, token.raw, token.start)


Reader = Callable[[str, tuple[Token, ...], Given], Iterator[Invented]]
# What is read first keeps its words: the 10 of "99 of 10" is told with its 99.
READERS: tuple[Reader, ...] = (_counts, _times, _numbers, _names, _people, _places, _proofs)


@cache
def sources() -> dict[str, frozenset[str]]:
    """Each kind of proof, in the singular and the plural, with every word that may stand for it in the notes."""
    lines = (WORDS / "fact_sources.txt").read_text(encoding="utf-8").splitlines()
    alike: dict[str, frozenset[str]] = {}
    for line in lines:
        if line and not line.startswith("#"):
            group = frozenset(word.strip() for word in line.split("/"))
            first = line.split("/")[0].strip()
            for word in (first, f"{first}s"):
                alike[word] = alike.get(word, frozenset()) | group
    return alike


def _one(word: str, listed: frozenset[str]) -> str:
    """The word as it is listed, where it may stand in the plural: "Tuesdays", "labs"."""
    return next((one for one in (word, word.removesuffix("s"), word.removesuffix("es")) if one in listed), "")


def plain(token: Token) -> str:
    return token.text.removesuffix("'s").removesuffix("'")


def _number(token: Token) -> str:
    return SPELLED.get(token.text, "") or _digits(token.raw)


def _digits(raw: str) -> str:
    found = DIGITS.match(raw)
    return found[0].replace(",", "") if found else ""


def _pair(found: re.Match[str]) -> tuple[str, str]:
    first, second = (part.lower() for part in found.groups())
    return _counted(first), _counted(second)


def _counted(word: str) -> str:
    return "1" if word == "one" else SPELLED.get(word) or _digits(word)


def _share(part: str, whole: str) -> str:
    exact = 100 * float(part) / float(whole) if float(whole) else 0.0
    return f"{exact:.0f}"
