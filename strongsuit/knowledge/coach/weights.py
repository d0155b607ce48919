"""What the second opinion has learned: read from its file once, and looked up there where it is seldom asked for."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BufferedReader
from mmap import ACCESS_READ, mmap
from pathlib import Path
from zlib import crc32

FILE = Path(__file__).with_name("second_opinion.tsv")
# What begins so weighs where in a sentence the words to mark are.
PLACE = "@"
# A run of letters of the word that is asked of.
PLACE_LETTERS = "§"
# A sign that stands anywhere in the sentence, beside those inside of what is marked.
AROUND = "~"
# A run of letters of a word; a space is the word's end.
LETTERS = "^"
SHORTEST_RUN, LONGEST_RUN = 3, 5
# More different words and signs than a long plan has.
REMEMBERED = 1 << 15
STEP = 64
LAST = b"\xff"
# Several times as many as there are signs.
TELLING = 1 << 19


@dataclass(frozen=True, slots=True)
class Weights:
    """``threshold`` is the least sum that speaks, ``surely`` the least where a rule knows better;
    ``words`` are those that stand in a sign of several words.

    ``telling`` holds a mark, by checksum, for each sign that says something of the categories: most say nothing.
    ``lines`` is the file as it lies on the disk, sorted: what a sign says of the categories is looked up there when it
    is asked for, from the last of ``marks`` before it. Few ever are, and most of the file is never read again.
    """

    threshold: float
    surely: float
    categories: tuple[str, ...]
    blame: Mapping[str, float]
    places: Mapping[str, float]
    letters: Mapping[str, float]
    words: frozenset[str]
    lines: mmap
    marks: tuple[bytes, ...]
    offsets: tuple[int, ...]
    telling: bytearray

    def spelled(self, word: str) -> float:
        """What the letters of a word weigh together."""
        return _spelled(word)

    def kinds(self, sign: str) -> tuple[tuple[int, float], ...]:
        """Numbers of categories, each with how much the sign speaks for it."""
        return _kinds(sign)


@lru_cache(REMEMBERED)
def _kinds(sign: str) -> tuple[tuple[int, float], ...]:
    known, begins = weights(), sign.encode() + b"\t"
    if not known.telling[crc32(begins) % TELLING]:
        return ()
    near = max(bisect_right(known.marks, begins + LAST) - 1, 0)
    until = known.offsets[near + 1] if near + 1 < len(known.offsets) else len(known.lines)
    at = known.lines.find(b"\n" + begins, known.offsets[near] - 1, until)
    if at < 0:
        return ()
    return tuple(map(_kind, known.lines[at + 1 : known.lines.find(b"\n", at + 1)].rpartition(b"\t")[2].split()))


@lru_cache(REMEMBERED)
def _spelled(word: str) -> float:
    known = weights().letters
    return sum([known[run] for run in runs(word) if run in known])


def runs(word: str, begins: str = LETTERS) -> Iterator[str]:
    """ "^ la", "^laz", … "^azy ": every three to five letters in a row, the word's ends among them."""
    if len(word) < SHORTEST_RUN or not word[0].isalpha():
        return
    padded = f" {word} "
    for length in range(SHORTEST_RUN, LONGEST_RUN + 1):
        yield from (begins + padded[at : at + length] for at in range(len(padded) - length + 1))


# A few hundred pairs are told of all the signs.
@cache
def _kind(said: bytes) -> tuple[int, float]:
    kind, _colon, much = said.partition(b":")
    return int(kind), float(much)


@cache
def weights() -> Weights:
    with FILE.open("rb") as file:
        return _read(file)


def _read(file: BufferedReader) -> Weights:
    head, _comment, _source = (file.readline() for _line in range(3))
    speaks, surely, *categories = head.decode().split()[1:]
    blame: dict[str, float] = {}
    places: dict[str, float] = {}
    letters: dict[str, float] = {}
    # Many signs weigh the same; a number of its own for each would take megabytes.
    shared: dict[str, float] = {}
    joined: set[str] = set()
    marks: list[bytes] = []
    offsets: list[int] = []
    offset, telling = file.tell(), bytearray(TELLING)
    for number, line in enumerate(file):
        if number % STEP == 0:
            marks.append(line)
            offsets.append(offset)
        offset += len(line)
        sign, weight, said = line.decode().split("\t")
        if said != "\n":
            telling[crc32(line[: line.index(b"\t") + 1]) % TELLING] = 1
        if sign.startswith((PLACE, PLACE_LETTERS)):
            places[sign] = shared.setdefault(weight, float(weight))
            continue
        if sign.startswith(LETTERS):
            if weight:
                letters[sign] = shared.setdefault(weight, float(weight))
            continue
        if weight:
            blame[sign] = shared.setdefault(weight, float(weight))
        if " " in sign and not sign.startswith(AROUND):
            joined.update(sign.split(" "))
    lines = mmap(file.fileno(), 0, access=ACCESS_READ)
    sums = (float(speaks), float(surely))
    at = (tuple(marks), tuple(offsets))
    return Weights(*sums, tuple(categories), blame, places, letters, frozenset(joined), lines, *at, telling)
