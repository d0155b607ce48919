"""Rows as plain tuples in the order of their table's columns, with identifiers that rise within one school."""

from random import Random
from typing import Any

from django.db.models import Field, Model
from django.db.models.fields import NOT_PROVIDED

from strongsuit.audit.models import Entry
from strongsuit.web.ids import BITS

# A school has at most this many rows in one table; its identifiers share a stretch of the whole range.
MOST = 1 << 18
MISSING = object()
# What both databases take as it is.
READY = {str, int, type(None)}


def plain(value: Any) -> Any:
    """What both databases read as text or number: dates as ISO, yes and no as 1 and 0."""
    if value is MISSING:
        raise KeyError
    return int(value) if type(value) is bool else str(value)


def default_of(field: "Field[Any, Any]") -> Any:
    if field.default is not NOT_PROVIDED:
        if callable(field.default):
            return "{}" if field.default is dict else "[]" if field.default is list else MISSING
        return field.default if type(field.default) in READY else plain(field.default)
    if field.null:
        return None
    return "" if field.empty_strings_allowed and field.blank else MISSING


class Table:
    """The rows of one table, in the order in which they were made."""

    def __init__(self, model: type[Model]) -> None:
        # The trail numbers its own entries.
        own = [field for field in model._meta.concrete_fields if not (model is Entry and field.primary_key)]
        self.label = model._meta.label
        self.names = [field.attname for field in own]
        self.defaults = {field.attname: default_of(field) for field in own}
        self.rows: list[tuple[Any, ...]] = []

    def add(self, values: dict[str, Any]) -> None:
        whole = self.defaults | values
        if len(whole) != len(self.names):
            raise self.wrong(whole)
        try:
            row = tuple([v if v.__class__ in READY else plain(v) for v in map(whole.__getitem__, self.names)])
        except KeyError:
            raise self.wrong(whole) from None
        self.rows.append(row)

    def wrong(self, whole: dict[str, Any]) -> TypeError:
        odd = sorted(whole.keys() - set(self.names)) + [name for name in self.names if whole.get(name) is MISSING]
        return TypeError(f"{self.label}: these values are unknown or missing: {', '.join(odd)}")


class Book:
    """Everything made for one school (or for the district as a whole), by table."""

    def __init__(self, rng: Random, place: int, places: int) -> None:
        self.rng = rng
        width = (1 << BITS) // places
        self.first, self.step = place * width + 1, width // MOST
        self.noise = min(self.step.bit_length() - 1, 40)
        self.tables: dict[type[Model], Table] = {}
        self.counts: dict[type[Model], int] = {}
        self.asked = 0
        # Reports whose day has passed; they are sent when everything stands.
        self.ready: list[int] = []

    def number(self, model: type[Model]) -> int:
        """The next identifier of this table: higher than the one before, and not to be guessed from it."""
        count = self.counts.get(model, 0)
        if count >= MOST:
            raise OverflowError(f"One school cannot have more than {MOST} rows of {model.__name__}.")
        self.counts[model] = count + 1
        return self.first + count * self.step + self.rng.getrandbits(self.noise)

    def once(self) -> str:
        """The mark of one form; rising too, so that a large table is filled from end to end."""
        self.asked += 1
        return f"{self.first + self.asked * (self.step >> 3):016x}{self.rng.getrandbits(64):016x}"

    def add(self, model: type[Model], **values: Any) -> int:
        """A row with an identifier of its own; the answer is that identifier."""
        number = values.get("id") or self.number(model)
        self.table(model).add(values | {"id": number})
        return number

    def note(self, **values: Any) -> None:
        self.table(Entry).add(values)

    def table(self, model: type[Model]) -> Table:
        found = self.tables.get(model)
        if found is None:
            found = self.tables[model] = Table(model)
        return found
