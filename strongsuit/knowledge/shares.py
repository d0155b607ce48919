"""A share of a group as it may be shown: small groups not at all, nearly nobody and nearly everybody as a range.

Strengths specification 8, privacy: whoever reads a number must not learn what one student said.
"""

from dataclasses import dataclass

# Groups smaller than this are not shown; a district may ask for more, never for fewer than five.
SMALLEST = 10
# At or below, and at or above, only the range is told.
LOWEST, HIGHEST = 5, 95


@dataclass(frozen=True, slots=True)
class Share:
    """``part`` of ``whole``; both are counts of one group in one time."""

    part: int
    whole: int

    def __post_init__(self) -> None:
        if not 0 <= self.part <= self.whole:
            raise ValueError("A part lies between nothing and the whole.")

    @property
    def shown(self) -> bool:
        return self.whole >= SMALLEST

    @property
    def range(self) -> str:
        """``low``, ``high`` or nothing: which end of the scale hides the number."""
        hundredfold = 100 * self.part
        return "low" if hundredfold <= LOWEST * self.whole else "high" if hundredfold >= HIGHEST * self.whole else ""

    @property
    def percent(self) -> int:
        """A whole percentage, the end of the range where only that is told; an error where nothing may be."""
        if not self.shown:
            raise ValueError("The group is too small to be shown.")
        if self.range:
            return LOWEST if self.range == "low" else HIGHEST
        return round(100 * self.part / self.whole)
