"""How much of what could be tried without end is tried: some of it here, as much as one likes in `make soak`."""

import os
from zlib import crc32

from django.db import connection

# Set to "yes" where both databases are tried side by side, to "all" where nothing may be dealt out between them.
BESIDE = os.environ.get("TESTS_SIDE_BY_SIDE")
# "only" on the line of tests that has the browser, "without" on the line beside it.
BROWSER = os.environ.get("TESTS_BROWSER")


def times(few: int) -> int:
    """``few``, multiplied by TESTS_TIMES where somebody has the patience."""
    return few * int(os.environ.get("TESTS_TIMES", "1"))


def patient() -> bool:
    """Whether somebody waits for long walks whose shorter siblings are tried in any case."""
    return times(1) > 1


def some(things, few: int, turn: str) -> list:
    """``few`` of many, others for each ``turn`` and the same each day; with patience all of them."""
    many = list(things)
    first = crc32(turn.encode()) % max(1, len(many))
    return (many[first:] + many[:first])[: times(few)]


def dealt_here(name: str) -> bool:
    """Whether it is this database that tries it, where two at each other's side share what takes long."""
    return BESIDE != "yes" or (crc32(name.encode()) % 2 == 0) == (connection.vendor == "sqlite")
