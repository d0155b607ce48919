"""How often tests that draw lots repeat themselves: a few times here, as often as one likes in `make soak`."""

import os


def times(few: int) -> int:
    """``few``, multiplied by TESTS_TIMES where somebody has the patience."""
    return few * int(os.environ.get("TESTS_TIMES", "1"))
