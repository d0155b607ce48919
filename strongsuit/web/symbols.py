"""Pictures for concepts: each set is a table and a folder; what a set leaves out comes from the house's."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from django.conf import settings

HERE = Path(__file__).parent
HOUSE = "openmoji"
KINDS = (".svg", ".png", ".webp")
# What an SVG may hold: shapes and their colors, nothing that runs, and nothing that leads elsewhere.
SHAPES = {
    "svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "defs", "clipPath", "mask",
    "linearGradient", "radialGradient", "stop", "title", "desc", "metadata", "use", "symbol", "text", "tspan",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Set:
    """One set of pictures: whose they are, and which file shows which concept."""

    key: str
    folder: Path
    about: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)
    same: Mapping[str, str] = field(default_factory=dict)
    drawn: Mapping[str, str] = field(default_factory=dict)
    turned: frozenset[str] = frozenset()
    problem: str = ""

    def file(self, concept: str) -> str:
        """The name of its file where the set has it and the file is there."""
        name = self.pictures.get(concept) or self.pictures.get(house().same.get(concept, ""), "")
        return name if name and (self.folder / name).is_file() else ""


def load(key: str, folder: Path, table: Path) -> Set:
    """A set as its table tells it; a table that cannot be used gives an empty set that says why."""
    try:
        told = tomllib.loads(table.read_text(encoding="utf-8"))
        about, pictures = texts(told, "set"), texts(told, "pictures")
        if wrong := [name for name in pictures.values() if Path(name).name != name or not name.endswith(KINDS)]:
            raise ValueError(f"{wrong[0]!r} is no name of a picture; it takes one ending in {', '.join(KINDS)}")
        turned = frozenset(told.get("turned", ()))
    except (OSError, ValueError, TypeError) as problem:
        return Set(key, folder, problem=f"{table} cannot be used: {problem}")
    return Set(key, folder, about, pictures, texts(told, "same"), texts(told, "drawn"), turned)


def texts(told: Mapping[str, Any], part: str) -> dict[str, str]:
    found = told.get(part, {})
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise ValueError(f'[{part}] takes lines such as  name = "text"')
    return found


@cache
def house() -> Set:
    return load(HOUSE, HERE / "static" / "symbols" / HOUSE, HERE / "symbols.toml")


@cache
def symbol_set(key: str) -> Set:
    """The set of this name; a table beside its pictures goes before one of ours."""
    if key == HOUSE:
        return house()
    folder = settings.DATA / "symbols" / key
    own = folder / "symbols.toml"
    return load(key, folder, own if own.exists() else HERE / f"symbols-{key}.toml")


def chosen() -> Set:
    return symbol_set(settings.SYMBOLS)


def names() -> tuple[str, ...]:
    """Every concept that has a picture."""
    return (*house().pictures, *house().same)


def file_for(concept: str, key: str = "") -> str:
    """The static file that shows a concept in a set (the chosen one unless named); KeyError where nobody has it."""
    for one in (symbol_set(key) if key else chosen(), house()):
        if name := one.file(concept):
            return f"symbols/{one.key}/{name}"
    raise KeyError(concept)


def turns(concept: str) -> bool:
    """Whether it points the other way in a page that runs from right to left."""
    return concept in chosen().turned | house().turned


def missing(one: Set) -> list[str]:
    """Concepts for which the set of the house steps in."""
    return [concept for concept in house().pictures if not one.file(concept)]


def credits() -> list[Set]:
    """The sets whose pictures are shown, the chosen one first."""
    one = chosen()
    return [one, house()] if one.key != HOUSE and one.pictures else [house()]


def trouble(svg: bytes) -> str:
    """What a drawing holds besides shapes; nothing where it is safe to show."""
    if b"<!DOCTYPE" in svg or b"<!ENTITY" in svg:
        return "a document type"
    try:
        root = ET.fromstring(svg)  # noqa: S314 -- without a document type there is nothing to expand
    except ET.ParseError as problem:
        return f"no readable drawing ({problem})"
    for element in root.iter():
        if found := trouble_in(element):
            return found
    return ""


def trouble_in(element: ET.Element) -> str:
    name = local(element.tag)
    foreign = not element.tag.startswith("{http://www.w3.org/2000/svg}")
    if not foreign and name not in SHAPES:
        return f"<{name}>"
    for key, value in element.attrib.items():
        word = local(key)
        if word.startswith("on") or (word == "href" and not value.startswith("#")) or leads_away(value):
            return word
    return ""


def leads_away(value: str) -> bool:
    plain = "".join(value.split()).lower().replace('"', "").replace("'", "")
    return "javascript:" in plain or "url(" in plain.replace("url(#", "")


def local(tag: str) -> str:
    return tag.rpartition("}")[2]
