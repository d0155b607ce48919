"""The words of the demo: what belongs together is written together, in words/*.toml."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

WORDS = Path(__file__).parent / "words"


@dataclass(frozen=True, slots=True)
class Strand:
    """One need with its number, the strength beside it, and the goal that grows from that strength."""

    key: str
    skill: str
    bands: str
    ability: str
    seen: str
    where: str
    need: str
    measured: str
    impact: str
    now: str
    condition: str
    behavior: str
    criterion: str
    unit: str
    base: tuple[int, int]
    gain: tuple[int, int]
    measure: str
    schedule: str
    pattern: str
    why: str
    step: str
    mine: str
    service: str
    help: str
    help_where: str
    help_how: str
    only: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    run: int = 2
    smallest: str = ""
    peers: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """An interest, a preference or a strength outside the goals."""

    words: str
    seen: str = ""
    says: str = ""
    bands: str = "EMHX"
    topic: str = ""
    skill: str = ""
    now: str = ""
    support: str = ""
    where: str = ""
    pattern: str = ""
    step: str = ""
    why: str = ""
    only: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Culture:
    language: str
    weight: int
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    families: tuple[str, ...]


@dataclass(frozen=True)
class Library:
    strands: tuple[Strand, ...]
    interests: tuple[Seen, ...]
    preferences: tuple[Seen, ...]
    extras: tuple[Seen, ...]
    words: dict[str, Any]
    cultures: tuple[Culture, ...]
    staff_given: tuple[str, ...]
    staff_family: tuple[str, ...]
    sections: dict[str, Any]
    fitting: dict[tuple[str, str], list[Strand]] = field(default_factory=dict)

    def strand(self, key: str) -> Strand:
        return next(one for one in self.strands if one.key == key)

    def strands_for(self, band: str, disability: str) -> list[Strand]:
        """What fits an age and a disability; what was written for this disability counts three times."""
        key = (band, disability)
        if key not in self.fitting:
            made = [one for one in self.strands if fits(one, band, disability)]
            self.fitting[key] = [one for one in made for _times in range(3 if one.only else 1)]
        return self.fitting[key]


def fits(one: Strand | Seen, band: str, disability: str) -> bool:
    return band in one.bands and disability not in one.never and (not one.only or disability in one.only)


@cache
def library() -> Library:
    names, voices = read("names.toml"), read("voices.toml")
    return Library(
        strands=tuple(strand(row) for path in sorted((WORDS / "threads").glob("*.toml")) for row in rows(path)),
        interests=tuple(Seen(**row) for row in voices["interest"]),
        preferences=tuple(Seen(**row) for row in voices["preference"]),
        extras=tuple(Seen(**row) for row in voices["extra"]),
        words=voices["words"] | {"prompts": voices["prompts"]},
        cultures=tuple(culture(row) for row in names["culture"]),
        staff_given=tuple(names["staff"]["given"]),
        staff_family=tuple(names["staff"]["family"]),
        sections=read("sections.toml"),
    )


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((WORDS / name).read_text(encoding="utf-8"))


def rows(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["thread"]
    return found


def strand(row: dict[str, Any]) -> Strand:
    smallest = str(row.pop("smallest", ""))
    lists: dict[str, Any] = {name: tuple(row[name]) for name in ("base", "gain", "only", "never") if name in row}
    return Strand(**row | lists, smallest=smallest)


def culture(row: dict[str, Any]) -> Culture:
    return Culture(**row | {name: tuple(row[name]) for name in ("girls", "boys", "families")})
