"""Random identifiers: 62 bits that fit a database integer, written in addresses as 13 letters and digits."""

import secrets

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford: no i, l, o, u to misread
LENGTH = 13
BITS = 62


def random_id() -> int:
    """A new identifier that tells nothing about how many rows there are or when one was made."""
    return secrets.randbits(BITS) or 1


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
