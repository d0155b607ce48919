"""What the coach is given, a passage, and what it gives back, advice."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Passage:
    """``subject_names`` are the student's names; ``quoted`` marks words of a student or family, never judged."""

    place: str
    words: str
    subject_names: tuple[str, ...] = ()
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Advice:
    """``start`` and ``end`` count characters of the passage; a reframe fits where ``quote`` stands."""

    rule: str
    category: str
    severity: int
    place: str
    start: int
    end: int
    quote: str
    why: str
    reframes: tuple[str, ...]
    ask: str


class Rule(Protocol):
    """What a module in rules/ offers; its file name is the rule's name."""

    __name__: str
    __doc__: str
    CATEGORY: str
    SEVERITY: int
    WHY: str
    ASK: str

    def check(self, passage: Passage) -> Iterator[Advice]: ...
