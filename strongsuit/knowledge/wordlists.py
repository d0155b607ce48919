"""The word lists in coach/words: one word or phrase a line, or ``phrase = rewording / rewording``."""

from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent / "coach" / "words"


def _lines(name: str) -> list[str]:
    lines = (WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """Single words, for asking whether a token is among them."""
    return frozenset(_lines(name))


@cache
def phrases(name: str) -> frozenset[tuple[str, ...]]:
    """Phrases, each as its words."""
    return frozenset(tuple(line.split()) for line in _lines(name))


@cache
def rewordings(name: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Each phrase with what may stand in its place, best first."""
    pairs = (line.split("=", 1) for line in _lines(name))
    return {tuple(key.split()): tuple(part.strip() for part in said.split("/")) for key, said in pairs}
