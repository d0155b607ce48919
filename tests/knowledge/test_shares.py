"""Small groups are not shown, and nearly nobody or nearly everybody is a range."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.shares import SMALLEST, Share


@pytest.mark.parametrize(
    ("part", "whole", "end", "percent"),
    [(0, 10, "low", 5), (1, 20, "low", 5), (2, 20, "", 10), (5, 10, "", 50), (18, 20, "", 90), (19, 20, "high", 95)],
)
def test_examples(part, whole, end, percent):
    share = Share(part, whole)
    assert share.shown and (share.range, share.percent) == (end, percent)


@given(st.integers(0, 60), st.integers(0, 60))
def test_a_share_never_tells_more_than_it_may(part, more):
    share = Share(part, part + more)
    if part + more < SMALLEST:
        assert not share.shown
        with pytest.raises(ValueError, match="too small"):
            _ = share.percent
    else:
        assert 5 <= share.percent <= 95
        assert share.range or abs(share.percent - 100 * part / (part + more)) <= 0.5


@pytest.mark.parametrize(("part", "whole"), [(3, 2), (-1, 4)])
def test_a_part_is_never_more_than_the_whole(part, whole):
    with pytest.raises(ValueError, match="part"):
        Share(part, whole)
