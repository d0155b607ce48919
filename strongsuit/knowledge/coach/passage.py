"""What the coach is given, a passage, and what it gives back, advice."""

from dataclasses import dataclass
from typing import Protocol

# Where a passage stands; what is soft in one is a fact or a form in another (language guide, section 4).
CONTEXTS = ("present_levels", "goal", "progress", "notice", "general")


@dataclass(frozen=True, slots=True)
class Passage:
    """``subject_names`` are the student's names; ``quoted`` marks words of a student or family, never judged.

    ``context`` is one of CONTEXTS: a bullet without a subject is about the student in present levels.
    """

    place: str
    words: str
    subject_names: tuple[str, ...] = ()
    quoted: bool = False
    context: str = "present_levels"


@dataclass(frozen=True, slots=True)
class Advice:
    """``start`` and ``end`` count characters of the passage; a reframe fits where ``quote`` stands,
    or where ``over`` says, if the words around ``quote`` change with it; ``narrow`` then fits ``quote`` alone.

    ``rule`` names the one line of a list that found it, as the catalogue does.

    ``because`` holds the words that weighed most where no rule but the learned second opinion speaks.
    """

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
    because: tuple[str, ...] = ()
    over: tuple[int, int] = (0, 0)
    narrow: tuple[str, ...] = ()

    @property
    def in_place(self) -> tuple[str, ...]:
        """Reframes that fit where ``quote`` stands, and nowhere else."""
        return self.narrow or self.reframes

    @property
    def place_of_reframes(self) -> tuple[int, int]:
        return self.over if self.over[1] else (self.start, self.end)

    @property
    def group(self) -> str:
        """What is told together and left together: its why and its question are the same, whichever line found it."""
        return self.rule if self.learned else self.category

    @property
    def learned(self) -> bool:
        """Whether only the second opinion speaks, and no rule."""
        return bool(self.because)


class Rule(Protocol):
    """What a module in rules/ offers; its file name is the rule's name, and that of its list in words/rules/."""

    __name__: str
    __doc__: str
    CATEGORY: str
    SEVERITY: int
    WHY: str
    ASK: str
    LEFT_ALONE: tuple[str, ...]
    INSTEAD: tuple[str, ...]
