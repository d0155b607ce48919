"""What a line of a rule's word list finds, compiled once: words, their forms, choices and gaps.

A line is ``pattern = reframe / reframe | flags``. In a pattern
``{refuse}`` is a verb in each of its forms, ``{tantrum:n}`` a noun and its plural, ``@name`` a word of another list,
``a|b`` one of these, ``_`` a space inside a choice, ``word?`` may be missing, ``..2`` up to two words of any kind,
``,`` among choices the comma behind the word before, and ``< >`` enclose what is marked where that is less than the
whole. In a reframe ``{begin}`` takes the form of the verb found.
"""

import math
import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import count, islice
from sys import intern

from strongsuit.knowledge.coach.inflect import PARTICIPLE, noun, verb
from strongsuit.knowledge.reading import tokens
from strongsuit.knowledge.wordlists import WORDS, words

FOLDER = WORDS / "rules"
BEFORE = r"(?<!\w)"
# What stands at the end of another word: "he'll", "isn't".
INSIDE = ("'", "n't")
ANY = r"(?:[\w'’-]+,?\s+)"
VERB = re.compile(r"\{([a-z' |-]+)\}")
FLAGS = re.compile(r"\s\|\s([a-z0-9 ]+)$")
# Whether a line counts: each is read in gates.py; a number is its severity.
KNOWN_FLAGS = frozenset({
    "absolute", "act", "asgood", "asked", "bare", "being", "bullet", "burden", "contrast", "costs", "coursegrade",
    "dream", "free", "having", "hypothesis", "idgroup", "idn", "kin", "kindenial", "know", "labels", "lacking",
    "lowalone", "main", "measured", "name", "never", "person", "placed", "purpose", "real", "refusable", "said",
    "score", "skill", "skillis", "slowalone", "soft", "suffers", "unasked", "undenied", "verdict", "victims",
    "wasted", "whole", "whom", "wilful",
})  # fmt: skip


# What the name of a line opens with, by its list; "absolute_inability" says more than a table has room for.
SHORT = {
    "absolute_exaggeration": "absolute", "absolute_inability": "inability", "character_judgment": "character",
    "deficit_noun": "deficit", "effort_blame": "effort", "failure_framing": "failure",
    "family_or_burden_blame": "family", "identity_reduction": "identity", "level_label": "level",
    "low_expectation": "expectation", "motive_attribution": "motive", "norm_comparison": "comparison",
    "outdated_or_pity": "outdated", "struggle_framing": "struggle", "vague_behavior_label": "behavior",
    "willful_refusal": "refusal",
}  # fmt: skip
NO_LETTER = re.compile(r"[^a-z0-9|'’]+")
# Words of a name, where they are enough to tell it from the lines above it.
NAMED_BY = 3


class BadPattern(ValueError):
    """A line of a word list that says nothing; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """``first`` are the words, or pairs of words, it may begin with; ``flags`` say how the rule reads it.

    ``rule`` is its list and ``number`` its line there.
    ``second`` are the words of which one follows the first; empty where any may.
    ``needed`` are words of which one stands in every sentence it is found in; empty where nothing is sure.
    """

    rule: str
    number: int
    source: str
    first: frozenset[str]
    second: frozenset[str]
    needed: frozenset[str]
    reframes: tuple[str, ...]
    flags: frozenset[str]
    severity: int | None

    @property
    def name(self) -> str:
        """ "refusal.refuse-to": the one rule that a finding gives as its ground."""
        return names(self.rule)[self.number]

    @property
    def expression(self) -> str:
        return _expression(self.source)[0]

    def example(self, chance: random.Random) -> str:
        """Words this pattern finds, drawn among its choices."""
        drawn = []
        for element in _elements(self.source.lower()):
            if element in "<>" or element.startswith("..") or element.endswith("?") and chance.random() < 0.5:
                continue
            drawn.append(chance.choice(sorted(_texts(element.removesuffix("?"))[0])))
        return " ".join(drawn).replace(" ,", ",")

    def at(self, text: str, start: int) -> "Hit | None":
        found = ready(self.source)(text, start)
        return self.hit(found) if found else None

    def hit(self, found: re.Match[str]) -> "Hit":
        text, groups = found.string, found.re.groupindex
        start, behind = found.span()
        begin, end = found.span("marked") if "marked" in groups else (start, behind)
        end = begin + len(text[begin:end].rstrip(" ,\n"))
        # "< poor > handwriting" is judged with what it is said of.
        whole = start + len(text[start:behind].rstrip(" ,\n")) if "whole" in self.flags else end
        return Hit(self, start, max(whole, begin + 1), begin, end, found["verb"] if "verb" in groups else "")


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a pattern was found: the whole of it, and the part to mark."""

    pattern: Pattern
    start: int
    end: int
    marked_from: int
    marked_to: int
    verb: str

    def reframes(self) -> tuple[str, ...]:
        forms = _expression(self.pattern.source)[1] if self.verb else ()
        form = next((index for text, index in forms if text == self.verb), 1)
        return tuple(VERB.sub(lambda found: verb(found[1])[form], reframe) for reframe in self.pattern.reframes)


# Most words of the lists never occur in one text, and compiling is the dear part.
@cache
def ready(source: str) -> Callable[[str, int], re.Match[str] | None]:
    return re.compile(_expression(source)[0]).match


@cache
def patterns(rule: str) -> tuple[Pattern, ...]:
    """Every pattern of a rule's list, in its order."""
    lines = (FOLDER / f"{rule}.txt").read_text(encoding="utf-8").splitlines()
    numbered = ((number, line.strip()) for number, line in enumerate(lines, 1))
    return tuple(_read(rule, number, line) for number, line in numbered if line and not line.startswith("#"))


def _read(rule: str, number: int, line: str) -> Pattern:
    flags: frozenset[str] = frozenset()
    if found := FLAGS.search(line):
        line, flags = line[: found.start()], frozenset(found[1].split())
    if strange := {flag for flag in flags if not flag.isdigit()} - KNOWN_FLAGS:
        raise BadPattern(f"{rule}.txt, line {number}: no gate reads {', '.join(sorted(strange))}")
    source, equals, said = line.partition(" = ")
    try:
        elements = tuple(_elements(source.strip().lower()))
        first, second, needed = map(_shared, (_first(elements), _second(elements), _needed(elements)))
    except ValueError as error:
        raise BadPattern(f"{rule}.txt, line {number}: {error}") from error
    severity = next((int(flag) for flag in flags if flag.isdigit()), None)
    reframes = tuple(part.strip() for part in said.split(" / ")) if equals else ()
    return Pattern(rule, number, source.strip(), first, second, needed, reframes, _shared(flags), severity)


@cache
def _shared(listed: frozenset[str]) -> frozenset[str]:
    """The same words only once: many lines begin or go on alike."""
    return listed


@cache
def names(rule: str) -> dict[int, str]:
    """The name of each line of a list by its number; made when something is first found.

    Each takes the shortest that no line above it has, so that a line added below renames none.
    """
    found: dict[int, str] = {}
    taken: set[str] = set()
    for pattern in patterns(rule):
        name = next(name for name in _names(pattern.source) if name not in taken)
        taken.add(name)
        found[pattern.number] = f"{SHORT.get(rule, rule)}.{name}"
    return found


def _names(source: str) -> Iterator[str]:
    """Its first literal words, then more of them, those that may be missing, its other choices, and a number."""
    elements = [element for element in _elements(source.lower()) if element not in "<>" and element[:2] != ".."]
    sure = _slugs(element for element in elements if _must(element))
    yield from _longer(sure)
    every = _slugs(elements)
    yield from _longer(every)
    yield from _longer([*every, *_slugs((element for element in elements if "|" in element), choice=1)])
    yield from (f"{'-'.join(every)}-{number}" for number in count(2))


def _longer(said: list[str]) -> Iterator[str]:
    return ("-".join(said[:many]) for many in range(min(NAMED_BY, len(said)), len(said) + 1) if many)


def _slugs(elements: Iterable[str], choice: int = 0) -> list[str]:
    """One of the choices of each element as a part of a name."""
    found = []
    for element in elements:
        choices = NO_LETTER.sub(" ", element.replace(":n", "")).split("|")
        choices = [plain for each in choices if (plain := "-".join(each.replace("'", "").replace("’", "").split()))]
        found += choices[min(choice, len(choices) - 1) :][:1]
    return found


def _first(elements: tuple[str, ...]) -> frozenset[str]:
    """The words, or pairs of words, it may begin with."""
    first = set[str]()
    for element in elements:
        if element in "<>" or element.startswith(".."):
            continue
        texts, _forms = _texts(element.removesuffix("?"))
        if "," in texts:
            raise ValueError(f"{element!r} begins with a comma, which stands behind a word")
        first |= {opening(text) for text in texts}
        if _must(element):
            break
    return frozenset(first)


def _second(elements: tuple[str, ...]) -> frozenset[str]:
    """The words that may stand behind a first one of one word."""
    said = [element for element in elements if element not in "<>"]
    if not _must(said[0]) or any(" " in opening(text) for text in _texts(said[0])[0]):
        return frozenset()
    found = set[str]()
    for element in said[1:]:
        if element.startswith(".."):
            break
        texts, _forms = _texts(element.removesuffix("?"))
        if any(text == "," or text.startswith(INSIDE) for text in texts):
            break
        found |= {intern(opening(text).partition(" ")[0]) for text in texts}
        if _must(element):
            return frozenset(found)
    return frozenset()


@cache
def _expression(source: str) -> tuple[str, tuple[tuple[str, int], ...]]:
    """What finds it, and the forms of its first verb; made when it is first looked for."""
    expression = ""
    forms: tuple[tuple[str, int], ...] = ()
    elements = list(_elements(source.lower()))
    while elements and elements[-1].startswith(".."):
        # A gap behind everything finds nothing more.
        elements.pop()
    needed = max((at for at, element in enumerate(elements) if _must(element)), default=-1)
    for at, element in enumerate(elements):
        if element == "<":
            expression += "(?P<marked>"
            continue
        if element == ">":
            # The space before the end belongs to what follows.
            comma = ",?" if _takes_comma(elements, at) or not _must(elements[at - 1]) else ""
            expression = expression.removesuffix(r"\s+") + rf")(?:{comma}\s+|(?!\w))"
            continue
        optional = element.endswith("?") and len(element) > 1
        element = element.removesuffix("?")
        # Behind the last word that must be there, which may be the last that is marked or the last of the sentence.
        behind = at > needed or _closes(elements[at:])
        if element.startswith(".."):
            most = int(element[2:] or 3)
            if behind:
                expression = expression.removesuffix(r"\s+") + rf"(?:,?\s+[\w'’-]+){{0,{most}}}?"
            else:
                expression += f"{ANY}{{0,{most}}}?"
            continue
        listed, found = _texts(element)
        after_comma = r"(?<=,\s)|" if "," in listed else ""
        texts = listed - {","}
        if found and not forms:
            forms = found
        group = "|".join(re.escape(text).replace(r"\ ", r"\s+") for text in sorted(texts, key=len, reverse=True))
        named = "?P<verb>" if found and "?P<verb>" not in expression else "?:"
        part = rf"{'' if group.startswith(INSIDE) else BEFORE}({named}{group})(?![\w])(?!['-]\w)"
        if optional and behind:
            expression = expression.removesuffix(r"\s+") + rf"(?:,?\s+{part})?"
        elif after_comma:
            last = "" if at == needed else r",?\s+"
            expression += rf"(?:{after_comma}{part}{last}){'?' * optional}"
        else:
            comma = ",?" if _takes_comma(elements, at) else ""
            expression += rf"(?:{part},?\s+)?" if optional else rf"{part}{comma}\s+"
    return expression.removesuffix(r"\s+"), forms


def _must(element: str) -> bool:
    return not (element in "<>" or element.startswith("..") or element.endswith("?") and len(element) > 1)


def _takes_comma(elements: list[str], at: int) -> bool:
    """The comma behind this element is among the choices of the next."""
    follows = next((element for element in elements[at + 1 :] if element not in "<>"), "")
    return "," in follows.removesuffix("?").split("|")


def _closes(elements: list[str]) -> bool:
    """Nothing that must be there stands between these and the end of what is marked."""
    return next((element for element in elements if _must(element) or element == ">"), "") == ">"


# Among these are too many of every sentence.
COMMON = frozenset({
    "a", "all", "and", "are", "as", "at", "be", "been", "being", "by", "for", "from", "had", "has", "have", "he", "her",
    "him", "his", "if", "in", "is", "it", "no", "not", "of", "off", "on", "or", "our", "out", "she", "so", "that",
    "the",
    "their", "them", "they", "this", "to", "up", "was", "we", "were", "what", "when", "who", "will", "with",
})  # fmt: skip

# How many rare words a frequent one counts as.
FREQUENT = 8


def _needed(elements: tuple[str, ...]) -> frozenset[str]:
    """A word of each choice of the rarest part behind the first one, to look for before anything is matched."""
    best: frozenset[str] = frozenset()
    least, begun = math.inf, False
    frequent = words("frequent")
    for element in elements:
        if element in "<>":
            continue
        before, begun = begun, True
        if not before or element.startswith("..") or element.endswith("?"):
            continue
        texts, _forms = _texts(element)
        if "," in texts:
            continue
        if any(text.startswith(INSIDE) for text in texts):
            continue
        rare = {_rarest(text) for text in texts}
        often = len(rare) + FREQUENT * len(rare & frequent)
        if often < least and not rare & COMMON:
            best, least = frozenset(rare), often
    return best


@lru_cache(maxsize=512)
def _rarest(text: str) -> str:
    return intern(next((token.text for token in tokens(text) if token.text not in COMMON), next(iter(COMMON))))


@lru_cache(maxsize=512)
def opening(text: str) -> str:
    """The first word, or the first two: few texts hold "a charity", each one an "a"."""
    return intern(" ".join(token.text for token in islice(tokens(text), 2)))


def _elements(source: str) -> Iterator[str]:
    """Split at spaces outside braces."""
    return (found[0] for found in re.finditer(r"(?:\{[^}]*\}|\S)+", source))


@lru_cache(maxsize=256)
def _texts(element: str) -> tuple[frozenset[str], tuple[tuple[str, int], ...]]:
    if element.strip("|") in {"", ","} or element.startswith(("<", ">")) and len(element) > 1:
        raise ValueError(f"{element!r} finds nothing")
    texts: set[str] = set()
    forms: list[tuple[str, int]] = []
    for choice in re.findall(r"(?:\{[^}]*\}|[^|])+", element):
        if choice.startswith("{"):
            inner, _colon, kind = choice[1:-1].partition(":")
            for lemma in inner.split("|"):
                if kind == "n":
                    texts |= set(noun(lemma))
                else:
                    found = verb(lemma)
                    texts |= set(found)
                    forms += [(text, at) for at, text in enumerate(found) if at != PARTICIPLE]
        elif choice.startswith("@"):
            texts |= words(choice[1:])
        else:
            texts.add(choice.replace("_", " "))
    if not texts:
        raise ValueError(f"{element!r} says nothing")
    return frozenset(texts), tuple(forms)
