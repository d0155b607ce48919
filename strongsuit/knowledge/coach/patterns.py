"""What a line of a rule's word list finds, compiled once: words, their forms, choices and gaps.

A line is ``pattern = reframe / reframe | flags``. In a pattern
``{refuse}`` is a verb in each of its forms, ``{tantrum:n}`` a noun and its plural, ``@name`` a word of another list,
``a|b`` one of these, ``_`` a space inside a choice, ``word?`` may be missing, ``..2`` up to two words of any kind,
``,`` among choices the comma behind the word before, and ``< >`` enclose what is marked where that is less than the
whole. In a reframe ``{begin}`` takes the form of the verb found, and ``…`` stands for what is marked without its first
adjective.
"""

import random
import re
from dataclasses import dataclass
from functools import cache

from strongsuit.knowledge.coach.elements import first_words, needed_words, parted, second_words, spelled
from strongsuit.knowledge.coach.inflect import verb
from strongsuit.knowledge.coach.line_names import told_apart
from strongsuit.knowledge.coach.matching import ready, written
from strongsuit.knowledge.wordlists import WORDS

FOLDER = WORDS / "rules"
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
        return written(self.source)[0]

    def example(self, chance: random.Random) -> str:
        """Words this pattern finds, drawn among its choices."""
        drawn = []
        for element in parted(self.source.lower()):
            if element in "<>" or element.startswith("..") or element.endswith("?") and chance.random() < 0.5:
                continue
            drawn.append(chance.choice(sorted(spelled(element.removesuffix("?"))[0])))
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
        forms = written(self.pattern.source)[1] if self.verb else ()
        form = next((index for text, index in forms if text == self.verb), 1)
        return tuple(VERB.sub(lambda found: verb(found[1])[form], reframe) for reframe in self.pattern.reframes)


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
        elements = tuple(parted(source.strip().lower()))
        first, second, needed = map(_shared, (first_words(elements), second_words(elements), needed_words(elements)))
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
    """The name of each line of a list by its number; made when something is first found."""
    return told_apart(rule, ((pattern.number, pattern.source) for pattern in patterns(rule)))
