"""What changed between two plans, place by place and word by word."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby
from typing import TypeAlias

Json: TypeAlias = "str | int | float | bool | None | list[Json] | Mapping[str, Json]"
Words: TypeAlias = "tuple[tuple[Op, str], ...]"
Word: TypeAlias = tuple[str, str]
Place: TypeAlias = "tuple[str, ...]"

# What makes an item of a list the same item in both plans; the first that all items have.
KEYS = (("id",), ("section",), ("factor",), ("skill_set",), ("strength_id", "pattern"))
# Scripts without spaces are compared letter by letter; punctuation at a word's end is a word of its own.
_CHARACTERS = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_END = r"[.,;:!?)”\"’]{1,3}(?=\s|\Z)"
_WORD = rf"[{_CHARACTERS}]|{_END}|(?:(?!{_END})[^\s{_CHARACTERS}])+"
# A word with the space before it; space at the very end goes before a word of nothing.
_GAP_AND_WORD = re.compile(rf"(\s*)({_WORD}|\Z)")
# Beyond this many pairs of equal words a comparison would keep a page waiting; the whole middle counts as changed.
MOST_PAIRS = 300_000


class Kind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Op(StrEnum):
    EQUAL = "equal"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; ``place`` leads to it by names, ids and positions. ``words`` only where both sides are text."""

    place: Place
    kind: Kind
    before: Json
    after: Json
    words: Words = ()


def compare(before: Json, after: Json) -> tuple[Change, ...]:
    """Every difference between two JSON trees; a list whose items have ids is not changed by their order."""
    return tuple(_differences((), before, after))


def compare_words(before: str, after: str) -> Words:
    """Two texts as pieces: the equal and removed ones join to ``before``, the equal and added ones to ``after``."""
    old, new = _GAP_AND_WORD.findall(before), _GAP_AND_WORD.findall(after)
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    middle = _middle(old[start : len(old) - end], new[start : len(new) - end])
    pieces = ((Op.EQUAL, _joined(old[:start])), *middle, (Op.EQUAL, _joined(old[len(old) - end :])))
    return tuple(_gathered(pieces))


def _shared(old: Sequence[Word], new: Sequence[Word]) -> int:
    """How many words both begin with."""
    pairs = zip(old, new, strict=False)
    return next((number for number, (one, other) in enumerate(pairs) if one != other), min(len(old), len(new)))


def _middle(old: list[Word], new: list[Word]) -> Iterator[tuple[Op, str]]:
    words, again = [word for _, word in old], [word for _, word in new]
    if _pairs(words, again) > MOST_PAIRS:
        yield from ((Op.REMOVED, _joined(old)), (Op.ADDED, _joined(new)))
        return
    for tag, start, end, new_start, new_end in SequenceMatcher(None, words, again, autojunk=False).get_opcodes():
        here, there = old[start:end], new[new_start:new_end]
        if tag == "equal":
            for (gap, word), (new_gap, _) in zip(here, there, strict=True):
                yield from _gaps(gap, new_gap)
                yield Op.EQUAL, word
        elif here and there and here[0][0] == there[0][0]:
            gap = here[0][0]
            yield from (
                (Op.EQUAL, gap),
                (Op.REMOVED, _joined(here)[len(gap) :]),
                (Op.ADDED, _joined(there)[len(gap) :]),
            )
        else:
            yield from ((Op.REMOVED, _joined(here)), (Op.ADDED, _joined(there)))


def _pairs(old: list[str], new: list[str]) -> int:
    again = Counter(new)
    return sum(count * again[word] for word, count in Counter(old).items())


def _gaps(gap: str, new_gap: str) -> Iterator[tuple[Op, str]]:
    yield from ((Op.EQUAL, gap),) if gap == new_gap else ((Op.REMOVED, gap), (Op.ADDED, new_gap))


def _joined(words: Sequence[Word]) -> str:
    return "".join(gap + word for gap, word in words)


def _gathered(pieces: Iterable[tuple[Op, str]]) -> Iterator[tuple[Op, str]]:
    """Pieces of one kind drawn together, what was removed before what was added."""
    for equal, run in groupby((piece for piece in pieces if piece[1]), key=lambda piece: piece[0] == Op.EQUAL):
        found = tuple(run)
        for op in (Op.EQUAL,) if equal else (Op.REMOVED, Op.ADDED):
            if text := "".join(text for kind, text in found if kind == op):
                yield op, text


def _differences(place: Place, before: Json, after: Json) -> Iterator[Change]:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _of_items(place, before, after)
    elif isinstance(before, list) and isinstance(after, list):
        yield from _of_lists(place, before, after)
    # True equals 1 in Python and not in a plan.
    elif before != after or isinstance(before, bool) != isinstance(after, bool):
        both_text = isinstance(before, str) and isinstance(after, str)
        words = compare_words(str(before), str(after)) if both_text else ()
        yield Change(place, Kind.CHANGED, before, after, words)


def _of_items(place: Place, before: Mapping[str, Json], after: Mapping[str, Json]) -> Iterator[Change]:
    for name in dict.fromkeys([*before, *after]):
        here = (*place, name)
        if name not in after:
            yield Change(here, Kind.REMOVED, before[name], None)
        elif name not in before:
            yield Change(here, Kind.ADDED, None, after[name])
        else:
            yield from _differences(here, before[name], after[name])


def _of_lists(place: Place, before: list[Json], after: list[Json]) -> Iterator[Change]:
    for keys in KEYS:
        old, new = _by_key(before, keys), _by_key(after, keys)
        if old is not None and new is not None:
            yield from _of_items(place, old, new)
            return
    yield from _of_rows(place, before, after)


def _by_key(items: list[Json], keys: tuple[str, ...]) -> dict[str, Json] | None:
    found: dict[str, Json] = {}
    for item in items:
        if not isinstance(item, Mapping) or not all(isinstance(item.get(key), str) for key in keys):
            return None
        found[" ".join(str(item[key]) for key in keys)] = item
    return found if len(found) == len(items) else None


def _of_rows(place: Place, before: list[Json], after: list[Json]) -> Iterator[Change]:
    """Items without names: equal ones are found again wherever they moved down or up by others coming and going."""
    old, new = list(map(repr, before)), list(map(repr, after))
    for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        paired = min(end - start, new_end - new_start)
        for number in range(paired):
            here = (*place, str(new_start + number))
            yield from _differences(here, before[start + number], after[new_start + number])
        for number in range(start + paired, end):
            yield Change((*place, str(number)), Kind.REMOVED, before[number], None)
        for number in range(new_start + paired, new_end):
            yield Change((*place, str(number)), Kind.ADDED, None, after[number])
