"""What each field of a plan holds, and its value as a person reads it: a term, a day, a number, a link or words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, is_dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from strongsuit.knowledge.shapes import PlanFacts
from strongsuit.knowledge.terms import Term
from strongsuit.plans.places import Words
from strongsuit.students.languages import language_name

# The words by which a person knows a row again.
TELLS = ("statement", "behavior", "words", "text", "name", "now_text", "service_type", "pattern")
# Fields that hold the identifier of another row, and what is said where the version does not name that row.
UNNAMED: dict[str, Words] = {
    "strength_id": gettext_lazy("a strength that this version does not name"),
    "strength_ids": gettext_lazy("a strength that this version does not name"),
    "goal_ids": gettext_lazy("a goal that this version does not hold"),
    "need_id": gettext_lazy("a need that this version does not hold"),
    "need_ids": gettext_lazy("a need that this version does not hold"),
}


@dataclass(frozen=True)
class Field:
    """``holds`` is the type in the facts; ``name`` is that of the nearest named field, for the items of a list."""

    holds: Any
    name: str = ""

    def inside(self, part: str) -> "Field":
        """The field that ``part`` leads to: a name inside a row, any key or position inside a list."""
        if get_origin(self.holds) is tuple:
            return Field(_bare(get_args(self.holds)[0]), self.name)
        return Field(_bare(_hints(self.holds)[part]), part)

    @property
    def is_words(self) -> bool:
        """Whether somebody wrote it, so that it can be compared word by word."""
        return self.holds is str and self.name not in UNNAMED and self.name not in {"id", "language"}


@dataclass(frozen=True)
class Side:
    """What one version calls its own rows, and what each of its goals counts."""

    names: Mapping[str, str]
    units: Mapping[str, str]


def field_at(place: Iterable[str]) -> Field:
    found = Field(PlanFacts)
    for part in place:
        found = found.inside(part)
    return found


def spoken(value: Any, field: Field, side: Side, unit: str = "") -> str:
    """A value of the plan as a person reads it; never an identifier."""
    if value is None or value == "" or field.name == "id":
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, list):
        return "; ".join(filter(None, (spoken(item, field.inside(""), side, unit) for item in value)))
    if isinstance(value, Mapping):
        return main_words(value, field) or _whole(value, field, side)
    if field.name in UNNAMED:
        return side.names.get(str(value)) or str(UNNAMED[field.name])
    if field.name == "language":
        return language_name(str(value))
    return _plain(str(value), field.holds, unit)


def main_words(row: Mapping[str, Any], field: Field) -> str:
    """The words by which a person knows this row again."""
    found = next((name for name in TELLS if row.get(name)), None)
    return _plain(str(row[found]), field.inside(found).holds) if found else ""


def _whole(row: Mapping[str, Any], field: Field, side: Side) -> str:
    said = (spoken(item, field.inside(name), side, row.get("unit") or "") for name, item in row.items())
    return "; ".join(filter(None, said))


def _plain(text: str, holds: Any, unit: str = "") -> str:
    if holds is date:
        return formats.date_format(date.fromisoformat(text), "DATE_FORMAT")
    if holds is Decimal:
        number = formats.number_format(Decimal(text))
        return _("%(number)s %(unit)s") % {"number": number, "unit": unit} if unit else number
    if isinstance(holds, type) and issubclass(holds, Term):
        return _(holds(text).label)
    return text


def _bare(kind: Any) -> Any:
    """The type that stands there when something does."""
    if get_origin(kind) in (Union, UnionType):
        return next(part for part in get_args(kind) if part is not NoneType)
    return kind


@lru_cache(maxsize=64)
def _hints(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind) if is_dataclass(kind) else {}
