"""Where a student stands on the report day: the quantities the tests and flags compare."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from statistics import median

from strongsuit.knowledge.growth.shapes import Aim, Around, Mark, Pause

RECOVERY_DAYS = 30
BREAK_DAYS = 10


@dataclass(frozen=True)
class Standing:
    """Where the student stands on the report day."""

    aim: Aim
    marks: tuple[Mark, ...]
    day: Fraction
    around: Around

    @property
    def kept(self) -> bool:
        return self.aim.target == self.aim.baseline

    @property
    def elapsed(self) -> Fraction:
        return self.aim.elapsed(self.day)

    @cached_property
    def now(self) -> Fraction | None:
        return last_three(self.marks)

    @property
    def share(self) -> Fraction | None:
        if self.now is None or self.kept:
            return None
        return (self.now - self.aim.baseline) / (self.aim.target - self.aim.baseline)

    @property
    def pace(self) -> Fraction | None:
        return self.share / self.elapsed if self.share is not None and self.elapsed else None

    @property
    def in_band(self) -> Fraction | None:
        if not self.kept or not self.marks or self.aim.band is None:
            return None
        low, high = self.aim.band
        return Fraction(sum(low <= mark.value <= high for mark in self.marks), len(self.marks))

    @cached_property
    def reached(self) -> Fraction | None:
        """The day the run of points at or past the target was complete for the first time."""
        run = 0
        for mark in () if self.kept else self.marks:
            run = run + 1 if self.aim.sign * (mark.value - self.aim.target) >= 0 else 0
            if run == self.aim.run:
                return mark.day
        return None

    @cached_property
    def pause(self) -> Pause | None:
        long = (pause for pause in self.around.pauses if pause.days >= BREAK_DAYS)
        recent = (pause for pause in long if 0 <= self.day - pause.ended <= RECOVERY_DAYS)
        return max(recent, key=lambda pause: pause.ended, default=None)

    @property
    def recovering(self) -> bool:
        return self.pause is not None

    @property
    def around_break(self) -> tuple[Fraction | None, Fraction | None]:
        if self.pause is None:
            return None, None
        ended = self.pause.ended
        before = tuple(mark for mark in self.marks if mark.day <= ended)
        return last_three(before), last_three(self.marks[len(before) :])

    @property
    def varies(self) -> bool:
        """Whether the middle half of the last six points is wider than half of the planned growth."""
        if len(self.marks) < 6 or self.kept:
            return False
        # Quartiles as schools teach them: the medians of the lower and the upper three.
        ordered = sorted(mark.value for mark in self.marks[-6:])
        return ordered[4] - ordered[1] > self.aim.planned / 2

    def short_of(self, level: Fraction) -> Fraction:
        return Fraction(0) if self.now is None else self.aim.sign * (level - self.now)

    def last_four_all(self, side: int) -> bool:
        if len(self.marks) < 4 or self.kept:
            return False
        gaps = (mark.value - self.aim.expected(mark.day) for mark in self.marks[-4:])
        return all(side * self.aim.sign * gap > 0 for gap in gaps)


def last_three(marks: tuple[Mark, ...]) -> Fraction | None:
    return median(mark.value for mark in marks[-3:]) if marks else None
