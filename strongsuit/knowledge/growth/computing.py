"""The growth word of a goal, computed from its measurements and from nothing else (rule R-13).

All arithmetic is exact, so that a value on a boundary falls where the rule says and not where rounding puts it.
"""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from strongsuit.knowledge.growth.shapes import Aim, Around, Growth, Mark, exact
from strongsuit.knowledge.growth.standing import Standing
from strongsuit.knowledge.growth.words import Flag, GrowthWord, NoWord, Pace, Rule

STALE_AFTER = 30
POINTS_FOR_A_WORD = 3
FULL_DELIVERY = Fraction(7, 10)


def grow(aim: Aim, marks: Iterable[Mark], day: Decimal | Fraction | int, around: Around | None = None) -> Growth:
    """The growth of one goal version on ``day``; marks after that day are not seen."""
    day, around = exact(day), around or Around()
    seen = tuple(sorted((mark for mark in marks if mark.day <= day), key=lambda mark: mark.day))
    standing = Standing(aim, seen, day, around)
    rule, outcome = _decide(standing)
    word = outcome if isinstance(outcome, GrowthWord) else None
    former = None if aim.former_target is None else replace(aim, target=aim.former_target, former_target=None)
    return Growth(
        word=word,
        no_word=outcome if isinstance(outcome, NoWord) else None,
        decided_by=rule,
        flags=frozenset(flag for flag, stands in _flags(standing, rule, word).items() if stands),
        baseline=aim.baseline,
        target=aim.target,
        now=standing.now,
        share=standing.share,
        elapsed=standing.elapsed,
        pace=standing.pace,
        pace_word=_pace_word(standing.pace) if word and standing.pace is not None else None,
        points=len(seen),
        in_band=standing.in_band,
        reached=standing.reached,
        before_break=standing.around_break[0],
        after_break=standing.around_break[1],
        delivered=around.delivered,
        little=aim.little,
        toward_former=grow(former, seen, day, around) if former else None,
    )


def _decide(standing: Standing) -> tuple[Rule, GrowthWord | NoWord]:
    aim, elapsed, share = standing.aim, standing.elapsed, standing.share
    if not standing.marks:
        started = standing.around.service_start is None or standing.around.service_start <= standing.day
        return Rule.NO_POINTS, NoWord.NO_DATA if started else NoWord.NOT_STARTED
    if standing.day - standing.marks[-1].day > STALE_AFTER:
        return Rule.STALE, NoWord.STALE
    if share is None:
        return Rule.KEPT, _kept(standing.in_band)
    if standing.reached is not None:
        return Rule.REACHED, GrowthWord.BIG
    if len(standing.marks) < POINTS_FOR_A_WORD and (elapsed < 1 or aim.ordinal):
        return Rule.FEW_POINTS, NoWord.FEW_POINTS
    if elapsed * aim.planned < aim.visible:
        return Rule.TOO_EARLY, NoWord.TOO_EARLY
    if share >= 1:
        return Rule.AT_TARGET, GrowthWord.CONTINUES
    if share < aim.little * elapsed:
        return Rule.LITTLE, NoWord.BREAK_RECOVERY if standing.recovering else GrowthWord.NEEDS
    return Rule.GROWING, GrowthWord.CONTINUES


def _kept(in_band: Fraction | None) -> GrowthWord | NoWord:
    if in_band is None:
        return NoWord.INCOMPLETE
    if in_band >= Fraction(8, 10):
        return GrowthWord.BIG
    return GrowthWord.CONTINUES if in_band >= Fraction(1, 2) else GrowthWord.NEEDS


def _pace_word(pace: Fraction) -> Pace:
    if pace >= Fraction(11, 10):
        return Pace.AHEAD
    return Pace.ON_PACE if pace >= Fraction(9, 10) else Pace.BEHIND


def _flags(standing: Standing, rule: Rule, word: GrowthWord | None) -> dict[Flag, bool]:
    aim, around = standing.aim, standing.around
    moved = 0 if aim.former_target is None else _harder(aim, aim.former_target)
    return {
        Flag.MAINTAIN: standing.kept,
        Flag.REACHED_EARLY: rule == Rule.REACHED and standing.elapsed <= Fraction(1, 2),
        Flag.SLIPPED: rule == Rule.REACHED and standing.short_of(aim.target) >= aim.visible,
        Flag.ALMOST_CONFIRMED: rule == Rule.AT_TARGET,
        # A level to be kept has no direction: its band says all there is to say.
        Flag.REGRESSION: bool(standing.marks) and not standing.kept and standing.short_of(aim.baseline) >= aim.visible,
        Flag.FOUR_BELOW: standing.last_four_all(-1),
        Flag.FOUR_ABOVE: standing.last_four_all(1),
        Flag.VARIABLE: standing.varies,
        Flag.SERVICE_GAP: around.delivered is not None and around.delivered < FULL_DELIVERY,
        Flag.BREAK_RECOVERY: standing.recovering,
        Flag.GOAL_CHANGED: around.goal_changed,
        Flag.TARGET_LOWERED: moved < 0,
        Flag.TARGET_RAISED: moved > 0,
        Flag.FEW_POINTS: word is not None and standing.elapsed == 1 and len(standing.marks) < POINTS_FOR_A_WORD,
    }


def _harder(aim: Aim, former: Fraction) -> Fraction:
    """How much farther the target stands than the former one, in the direction the former one asked for."""
    return aim.target - former if former >= aim.baseline else former - aim.target
