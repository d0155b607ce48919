"""Many rows at once, past the models: COPY or executemany; constraints and triggers still hold."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from django.db import connection, models

Values = tuple[Any, ...]
Item = TypeVar("Item")


def load(model: type[models.Model], columns: Sequence[str], rows: list[Values]) -> None:
    """Insert ``rows``, each the values of ``columns``; every other column gets its field's default."""
    if not rows:
        return
    fields = {field.attname: field for field in model._meta.concrete_fields}
    others = [field for name, field in fields.items() if name not in columns]
    fixed = tuple(field.get_db_prep_save(field.get_default(), connection) for field in others)
    names = [_quoted(str(field.column)) for field in (*(fields[name] for name in columns), *others)]
    table = _quoted(model._meta.db_table)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            statement = " ".join(["COPY", table, f"({', '.join(names)}) FROM STDIN"])
            with connection.wrap_database_errors, cursor.copy(statement) as copy:
                for row in rows:
                    copy.write_row(row + fixed)
        else:
            marks = ", ".join(["%s"] * len(names))
            statement = " ".join(["INSERT INTO", table, f"({', '.join(names)}) VALUES ({marks})"])
            dated = _dated(fields, columns)
            for some in pieces(rows, 5000):
                cursor.executemany(statement, [row + fixed for row in _plain(some, dated)])


def amend(model: type[models.Model], columns: Sequence[str], rows: list[Values]) -> None:
    """Set ``columns`` on the rows whose id comes last in each of ``rows``; an editable row gets its next version."""
    if not rows:
        return
    fields = {field.attname: field for field in model._meta.concrete_fields}
    parts = [f"{_quoted(str(fields[name].column))} = %s" for name in columns]
    if "version" in fields:
        parts.append("version = version + 1")
    statement = " ".join(["UPDATE", _quoted(model._meta.db_table), "SET", ", ".join(parts), "WHERE id = %s"])
    with connection.cursor() as cursor:
        for some in pieces(rows, 5000):
            cursor.executemany(statement, _plain(some, _dated(fields, columns)))


def pieces(values: Iterable[Item], size: int = 500) -> Iterator[list[Item]]:
    """The values some at a time: databases limit how many a question may hold."""
    waiting = list(values)
    for start in range(0, len(waiting), size):
        yield waiting[start : start + size]


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def _dated(fields: dict[str, Any], columns: Sequence[str]) -> list[int]:
    """The places of the columns that hold dates."""
    return [place for place, name in enumerate(columns) if isinstance(fields[name], models.DateField)]


def _plain(rows: list[Values], dated: list[int]) -> list[Values]:
    """Dates as the text that SQLite keeps; PostgreSQL takes them as they are."""
    if connection.vendor == "postgresql" or not dated:
        return rows
    return [_with_text(row, dated) for row in rows]


def _with_text(row: Values, dated: list[int]) -> Values:
    values = list(row)
    for place in dated:
        if isinstance(values[place], date):
            values[place] = values[place].isoformat()
    return tuple(values)
