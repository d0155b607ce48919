"""Random identifiers: 62 bits that fit a database integer, written in addresses as 13 letters and digits."""

import os
import struct
from collections import deque

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford: no i, l, o, u to misread
LENGTH = 13
BITS = 62


# A roster makes a hundred thousand of them; the system is asked for many at once.
AT_ONCE = 256
_drawn: deque[int] = deque()
# A forked process must not go on with its parent's numbers.
os.register_at_fork(after_in_child=_drawn.clear)


def random_id() -> int:
    """A new identifier that tells nothing about how many rows there are or when one was made."""
    try:
        return _drawn.pop()
    except IndexError:
        fresh = struct.unpack(f"{AT_ONCE}Q", os.urandom(8 * AT_ONCE))
        _drawn.extend((number >> (64 - BITS)) or 1 for number in fresh[1:])
        return (fresh[0] >> (64 - BITS)) or 1


def spell(number: int) -> str:
    letters = []
    for _place in range(LENGTH):
        number, digit = divmod(number, 32)
        letters.append(ALPHABET[digit])
    return "".join(reversed(letters))


def read(text: str) -> int:
    """The number that ``text`` spells; ValueError when it spells none."""
    if len(text) != LENGTH:
        raise ValueError("wrong length")
    number = 0
    for letter in text:
        number = number * 32 + ALPHABET.index(letter)
    if number >= 1 << BITS:
        raise ValueError("too large")
    return number


class IdConverter:
    """The path part ``<id:pk>``."""

    regex = "[0-9a-hjkmnp-tv-z]{13}"

    def to_python(self, value: str) -> int:
        return read(value)

    def to_url(self, value: int | str) -> str:
        return value if isinstance(value, str) else spell(value)
