"""Numbers from many measurements: the middle, the spread, the slow end."""

from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Figure:
    """Many times of one thing, in milliseconds."""

    times: tuple[float, ...]

    @property
    def middle(self) -> float:
        return median(self.times)

    @property
    def spread(self) -> tuple[float, float]:
        """The middle half: a quarter is faster, a quarter is slower."""
        low, _middle, high = quantiles(self.times, n=4) if len(self.times) > 1 else (self.times * 3)
        return low, high

    @property
    def slow(self) -> float:
        """The 95th percentile."""
        return quantiles(self.times, n=20, method="inclusive")[-1] if len(self.times) > 1 else self.times[0]

    @property
    def as_words(self) -> str:
        low, high = self.spread
        return f"{self.middle:.1f} ({low:.1f}–{high:.1f})"
