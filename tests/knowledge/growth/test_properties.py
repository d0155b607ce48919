"""The growth word against a second reading of the same rule, and against mirrors, scales and time."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from strongsuit.knowledge.growth import Aim, Around, Flag, GrowthWord, Mark, NoWord, Pause, grow
from tests.amounts import times

values = st.decimals(min_value=-20, max_value=120, places=1)
days = st.integers(0, 180)


@st.composite
def aims(draw):
    baseline = draw(values)
    target = draw(st.one_of(values, st.just(baseline)))
    low = draw(values)
    return Aim(
        baseline,
        target,
        start=0,
        end=draw(st.integers(1, 180)),
        run=draw(st.integers(1, 4)),
        smallest_change=draw(st.one_of(st.none(), st.decimals(min_value=1, max_value=20, places=1))),
        band=draw(st.sampled_from([None, (low, low + 15)])),
        little=draw(st.sampled_from([Decimal("0.33"), Decimal("0.5"), Decimal("0.66")])),
        ordinal=draw(st.booleans()),
    )


arounds = st.builds(
    Around,
    delivered=st.one_of(st.none(), st.decimals(min_value=0, max_value=1, places=2)),
    pauses=st.lists(st.builds(Pause, st.integers(8, 12), days), max_size=2).map(tuple),
    service_start=st.one_of(st.none(), days),
)


@st.composite
def marks(draw):
    """Points like real ones: few or many, some of them close to one level."""
    level = draw(values)
    near = st.decimals(min_value=-6, max_value=6, places=1).map(lambda step: level + step)
    return draw(st.lists(st.builds(Mark, days, st.one_of(values, near)), max_size=12))


situations = st.tuples(aims(), marks(), st.integers(0, 200), arounds)


def naive(aim, marks, day, around):
    """The rule once more, without fractions of fractions: whole tenths, cross-multiplied, one long if."""
    points = [(mark.day, mark.value * 10) for mark in marks if mark.day <= day]
    points = [point for _, point in sorted(enumerate(points), key=lambda pair: (pair[1][0], pair[0]))]
    b, t = aim.baseline * 10, aim.target * 10
    gap = abs(t - b)
    up = t >= b
    gone, span = min(max(day, 0), aim.end), aim.end
    if points == []:
        late = around.service_start is not None and day < around.service_start
        return "not_started" if late else "no_data"
    if points[-1][0] + 30 < day:
        return "stale"
    if gap == 0:
        if aim.band is None:
            return "incomplete"
        inside = len([1 for _, value in points if value >= aim.band[0] * 10 and value <= aim.band[1] * 10])
        if inside * 10 >= len(points) * 8:
            return "big"
        return "needs" if inside * 2 < len(points) else "continues"
    streak = "".join("x" if (value >= t if up else value <= t) else "." for _, value in points)
    if "x" * aim.run in streak:
        return "big"
    if len(points) in (1, 2) and (aim.ordinal or gone != span):
        return "few_points"
    smallest = aim.smallest_change * 10 if aim.smallest_change else gap * Fraction(1, 10)
    if gone * gap < smallest * span:
        return "too_early"
    tail = sorted(value for _, value in points[-3:])
    now = (tail[0] + tail[1]) / 2 if len(tail) == 2 else tail[len(tail) // 2]
    progress = now - b if up else b - now
    if progress >= gap:
        return "continues"
    if progress * span < aim.little * gone * gap:
        return (
            "break_recovery" if any(p.days >= 10 and p.ended <= day <= p.ended + 30 for p in around.pauses) else "needs"
        )
    return "continues"


@settings(max_examples=times(150))
@given(situations)
def test_two_readings_of_the_rule_agree(situation):
    found = grow(*situation)
    assert (found.word or found.no_word).value == naive(*situation)


@given(situations)
def test_a_mirrored_goal_gets_the_same_word(situation):
    aim, seen, day, around = situation
    mirrored = replace(aim, baseline=-aim.baseline, target=-aim.target, band=aim.band and (-aim.band[1], -aim.band[0]))
    turned = grow(mirrored, [Mark(mark.day, -mark.value) for mark in seen], day, around)
    found = grow(aim, seen, day, around)
    assert (found.word, found.no_word, found.flags, found.share) == (
        turned.word,
        turned.no_word,
        turned.flags,
        turned.share,
    )


@given(situations, st.integers(1, 50), st.integers(-40, 40))
def test_the_unit_of_measurement_does_not_matter(situation, factor, shift):
    aim, seen, day, around = situation

    def other(value):
        return value * factor + shift

    small = aim.smallest_change and aim.smallest_change * factor
    band = aim.band and tuple(map(other, aim.band))
    scaled = replace(aim, baseline=other(aim.baseline), target=other(aim.target), smallest_change=small, band=band)
    turned = grow(scaled, [Mark(mark.day, other(mark.value)) for mark in seen], day, around)
    found = grow(aim, seen, day, around)
    assert (found.word, found.no_word, found.flags) == (turned.word, turned.no_word, turned.flags)


ORDER = [GrowthWord.NEEDS, GrowthWord.CONTINUES, GrowthWord.BIG]


@given(situations, st.decimals(min_value=0, max_value=30, places=1))
def test_better_points_never_give_a_lower_word(situation, lift):
    aim, seen, day, around = situation
    better = [Mark(mark.day, mark.value + aim.sign * Fraction(lift)) for mark in seen]
    found, lifted = grow(aim, seen, day, around), grow(aim, better, day, around)
    if aim.planned and found.word and lifted.word:
        assert ORDER.index(lifted.word) >= ORDER.index(found.word)


@given(situations)
def test_big_growth_stays_as_long_as_points_are_fresh(situation):
    aim, seen, day, around = situation
    if aim.planned and grow(aim, seen, day, around).word == GrowthWord.BIG:
        later = [*(mark for mark in seen if mark.day <= day), Mark(day + 1, aim.baseline)]
        assert grow(aim, later, day + 1, around).word == GrowthWord.BIG


@given(situations, st.lists(st.builds(Mark, st.integers(201, 260), values), max_size=4))
def test_points_after_the_report_day_are_not_seen(situation, later):
    aim, seen, day, around = situation
    assert grow(aim, seen + later, day, around) == grow(aim, seen, day, around)


@given(situations)
def test_there_is_always_a_word_or_a_reason_and_flags_keep_their_company(situation):
    found = grow(*situation)
    assert (found.word is None) != (found.no_word is None)
    assert not {Flag.FOUR_ABOVE, Flag.FOUR_BELOW} <= found.flags
    assert Flag.SLIPPED not in found.flags or found.word == GrowthWord.BIG
    assert found.no_word != NoWord.BREAK_RECOVERY or Flag.BREAK_RECOVERY in found.flags
    assert found.word is None or found.points > 0
