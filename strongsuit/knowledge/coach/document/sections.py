"""Finds the parts of a plan, whatever the form: what stands under which heading, in the order of the document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from strongsuit.knowledge.coach.document.blocks import Document, Line
from strongsuit.knowledge.coach.document.boilerplate import CONTENTS, answer, is_boilerplate
from strongsuit.knowledge.coach.document.headings import Heading, heading, kind_of, label, looks_like_one, normal
from strongsuit.knowledge.coach.document.tables import lines

# Parts that stand inside present levels as often as beside them.
INSIDE = frozenset({"strengths", "needs", "effect", "family", "voice", "evaluation", "present"})
HOSTS_AREAS = frozenset(
    {"present", "strengths", "needs", "goals", "objectives", "effect", "services", "accommodations", "evaluation"}
)
# Where a part of a goal may have a box of its own.
HOSTS_LABELS = frozenset({"goals", "objectives", "postsecondary"})
# Longer names of a box are sentences.
MOST_OF_A_NAME = 12
DIGIT = re.compile(r"\d")
# Words of the student and the family, which nobody judges.
QUOTED = frozenset({"family", "voice"})
CONTEXTS = {"goals": "goal", "objectives": "goal", "postsecondary": "goal", "progress": "progress", "notice": "notice",
            "placement": "notice", "testing": "general", "accommodations": "general", "services": "general",
            "transition": "general", "extended_year": "general", "other": "general"}  # fmt: skip
# Parts with forms' words and names only.
UNJUDGED = frozenset({"notice", "details", "signatures"}) | QUOTED


@dataclass(frozen=True, slots=True)
class Part:
    """A line with where it stands; ``kind`` is empty before the first heading, ``form`` marks words of the form."""

    line: Line
    kind: str
    title: str = ""
    area: str = ""
    label: str = ""
    form: bool = False

    @property
    def text(self) -> str:
        return self.line.text


@dataclass(frozen=True, slots=True)
class Section:
    """What one heading opens. ``title`` is written as the form has it."""

    kind: str
    title: str
    parts: tuple[Part, ...]

    @property
    def page(self) -> int:
        return self.parts[0].line.page if self.parts else 0

    @property
    def words(self) -> int:
        return sum(len(part.text.split()) for part in self.parts if not part.form)

    @property
    def context(self) -> str:
        return CONTEXTS.get(self.kind, "present_levels")


@dataclass(slots=True)
class Place:
    """Where the reading stands: the part, the part it stands inside, and the area of skills."""

    kind: str = ""
    title: str = ""
    host: str = ""
    area: str = ""
    # The part of a goal whose box comes next: "Baseline:" on a line of its own.
    label: str = ""

    def open(self, found: Heading) -> None:
        self.label = ""
        if found.kind == "area":
            self.area = found.title
            inside = self.host == "present" and self.kind in INSIDE
            if self.kind not in HOSTS_AREAS or (inside and self.kind != "present"):
                self.kind, self.title, self.host = "present", found.title, "present"
            return
        if found.kind not in INSIDE:
            self.host = ""
        elif found.kind == "present":
            self.host = "present"
        if found.kind not in INSIDE or self.host != "present":
            self.area = ""
        self.kind, self.title = found.kind, found.title


def sections(document: Document) -> tuple[Section, ...]:
    """Neighboring lines of one part belong together."""
    found: list[Section] = []
    for part in parts(document):
        last = found[-1] if found else None
        if last and last.kind == part.kind and (last.title == part.title or not part.title):
            found[-1] = replace(last, parts=(*last.parts, part))
        else:
            found.append(Section(part.kind, part.title, (part,)))
    return tuple(found)


def parts(document: Document) -> Iterator[Part]:
    place = Place()
    for line in lines(document.blocks):
        if not CONTENTS.search(line.text):
            yield from _labelled(line, place) if line.label else _plain(line, place)


def _labelled(line: Line, place: Place) -> Iterator[Part]:
    """A box with its name: it belongs where the name says, and the lines after it to where they were."""
    kind = kind_of(line.label, marked=True)
    part = label(line.label)
    if place.kind in HOSTS_LABELS and part and kind not in HOSTS_LABELS:
        yield _part(line, place.kind, place.title, place.area, part)
    elif kind == "area":
        yield _in_area(line, place)
    elif kind:
        yield _part(line, kind, line.label, place.area, kind if kind in HOSTS_LABELS else "")
    else:
        yield _part(line, place.kind, place.title, place.area, part)


def _in_area(line: Line, place: Place) -> Part:
    """ "Math | Strengths: adds coins": the cell may name its part itself."""
    named = heading(line.text)
    if named and named.rest and named.kind in INSIDE:
        return _part(replace(line, text=named.rest), named.kind, named.title, line.label)
    return _part(line, place.kind or "present", place.title, line.label)


def _plain(line: Line, place: Place) -> Iterator[Part]:
    if place.kind in HOSTS_LABELS and (found := _box(line)):
        yield from _in_box(line, place, *found)
        return
    opened = heading(line.text, marked=line.heading)
    if opened and not _is_item(line, opened):
        yield from _opened(line, place, opened)
    elif line.heading or (line.text.isupper() and looks_like_one(line.text) and len(line.text) > 3):
        # A heading nobody has listed: it may name the area, and says nothing of the student.
        names_area = place.kind in HOSTS_AREAS and line.text.count(" ") < 5 and not DIGIT.search(line.text)
        place.area, place.label = line.text if names_area else place.area, ""
    else:
        yield _part(line, place.kind, place.title, place.area, place.label)
        place.label = ""


def _in_box(line: Line, place: Place, name: str, rest: str) -> Iterator[Part]:
    place.label = "" if rest else name
    if rest:
        yield _part(replace(line, text=rest), place.kind, place.title, place.area, name)


def _opened(line: Line, place: Place, opened: Heading) -> Iterator[Part]:
    rest = replace(line, text=opened.rest)
    if opened.kind == "objectives" and opened.rest:
        # "Benchmark 2: ..." names one line among the goals.
        yield _part(rest, place.kind or "goals", place.title, place.area, "objectives")
        return
    if opened.kind == "details" and opened.rest and place.kind:
        # A running head that names the student again.
        yield _part(rest, "details", opened.title)
        return
    place.open(opened)
    if opened.kind == "area" and place.kind == "services" and not opened.rest:
        # "Speech" below "SERVICES" is the service itself.
        yield _part(line, place.kind, place.title, place.area)
    if opened.rest:
        named = opened.kind if opened.kind in HOSTS_LABELS else ""
        yield _part(rest, place.kind, place.title, place.area, named)


def _is_item(line: Line, opened: Heading) -> bool:
    """ "• Reading" in a list of interests is what the student likes, and "• Services" no part either."""
    return line.item and not opened.rest and not line.heading


def _box(line: Line) -> tuple[str, str] | None:
    """ "Baseline: 4 of 12" inside a goal: the part of the goal, and what stands in it."""
    name, colon, rest = line.text.partition(":")
    if not colon and not line.heading and not looks_like_one(name):
        return None
    found = label(name) if len(normal(name)) <= MOST_OF_A_NAME else ""
    return (found, rest.strip()) if found else None


def _part(line: Line, kind: str, title: str, area: str = "", name: str = "") -> Part:
    line = replace(line, text=answer(line.text))
    return Part(line, kind, title, area, name, is_boilerplate(line.text))
