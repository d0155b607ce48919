"""What changed between two plans, place by place and word by word."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TypeAlias

Json: TypeAlias = "str | int | float | bool | None | list[Json] | Mapping[str, Json]"
Words: TypeAlias = "tuple[tuple[Op, str], ...]"
Place: TypeAlias = "tuple[str, ...]"

# What makes an item of a list the same item in both plans; the first that all items have.
KEYS = (("id",), ("section",), ("factor",), ("skill_set",), ("strength_id", "pattern"))
# Scripts without spaces are compared letter by letter; punctuation at a word's end is a word of its own.
_CHARACTERS = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_END = r"[.,;:!?)”\"’]{1,3}(?=\s|\Z)"
_WORD = re.compile(rf"\s+|[{_CHARACTERS}]|{_END}|(?:(?!{_END})[^\s{_CHARACTERS}])+")
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
    old, new = _WORD.findall(before), _WORD.findall(after)
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    middle = _middle(old[start : len(old) - end], new[start : len(new) - end])
    pieces = [(Op.EQUAL, old[:start]), *middle, (Op.EQUAL, old[len(old) - end :])]
    return tuple((op, "".join(words)) for op, words in pieces if words)


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words both begin with."""
    pairs = zip(old, new, strict=False)
    return next((number for number, (one, other) in enumerate(pairs) if one != other), min(len(old), len(new)))


def _middle(old: list[str], new: list[str]) -> Iterator[tuple[Op, list[str]]]:
    again = Counter(new)
    if sum(count * again[word] for word, count in Counter(old).items() if not word.isspace()) > MOST_PAIRS:
        yield from ((Op.REMOVED, old), (Op.ADDED, new))
        return
    # Space alone holds no two texts together: it only goes along with a word beside it.
    for tag, start, end, new_start, new_end in SequenceMatcher(str.isspace, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Op.EQUAL, old[start:end]
        else:
            yield Op.REMOVED, old[start:end]
            yield Op.ADDED, new[new_start:new_end]


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
