"""Writing rows into the database many at a time, with every trigger and constraint of the tables in force."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model

from strongsuit.audit.models import Entry
from strongsuit.home.demo.rows import Book, Table
from strongsuit.knowledge.terms import PlanState
from strongsuit.plans.models import Plan
from strongsuit.progress.models import Report
from strongsuit.voice.models import VoiceStep

# Parts come before their plan is final and notes before their report is sent; so both wait in another state.
WAITING: dict[type[Model], tuple[str, str]] = {
    Plan: (PlanState.DRAFT, "loading"),
    Report: (Report.State.OPEN, Report.State.OPEN),
}
# Where each row leads to the next, a trigger after it has to see no further than it.
ONE_BY_ONE = {VoiceStep}
FOLDERS = ("people", "students", "voice", "strengths", "plans", "meetings", "progress", "documents", "interop", "audit")
# What others of the same folder point at stands first.
FIRST = ("District", "School", "SchoolYear", "Account", "Student", "VoiceItem", "Item", "Sitting", "Media", "Plan",
         "PresentLevel", "Need", "Goal", "Service", "Accommodation", "Meeting", "Report", "ClassGroup")  # fmt: skip


def in_order(models: Iterable[type[Model]]) -> list[type[Model]]:
    """Tables in an order in which every row finds what it points at."""

    def place(model: type[Model]) -> tuple[int, int, str]:
        name = model.__name__
        first = FIRST.index(name) if name in FIRST else len(FIRST)
        return FOLDERS.index(model._meta.app_label), first, name

    return sorted(models, key=place)


def write(book: Book) -> None:
    """All rows of one book. Plans and reports get their state when everything inside them stands."""
    for model in in_order(book.tables):
        table = book.tables[model]
        if model in WAITING:
            write_waiting(model, table)
        else:
            insert(model, table.names, table.rows)
    for model in WAITING:
        if model in book.tables:
            settle(model, book.tables[model])


def write_waiting(model: type[Model], table: Table) -> None:
    kept, waiting = WAITING[model]
    place = table.names.index("state")
    rows = [row if row[place] == kept else (*row[:place], str(waiting), *row[place + 1 :]) for row in table.rows]
    insert(model, table.names, rows)


def settle(model: type[Model], table: Table) -> None:
    """The states that waited. Older plans first: a student has one draft and one plan in effect at a time."""
    place, key = table.names.index("state"), table.names.index("id")
    kept = WAITING[model][0]
    by_state: dict[str, list[int]] = {}
    for row in table.rows:
        if row[place] != kept:
            by_state.setdefault(row[place], []).append(row[key])
    for state, numbers in by_state.items():
        for start in range(0, len(numbers), 500):
            model._default_manager.filter(pk__in=numbers[start : start + 500]).update(state=state)


def in_time(table: Table) -> list[tuple[Any, ...]]:
    """The rows of the trail in the order in which things happened."""
    place = table.names.index("at")
    return sorted(table.rows, key=lambda row: str(row[place]))


def columns_of(model: type[Model], names: list[str]) -> list[str]:
    found = {field.attname: str(field.column) for field in model._meta.concrete_fields}
    return [found[name] for name in names]


def insert(model: type[Model], names: list[str], rows: list[tuple[Any, ...]]) -> None:
    columns = ", ".join(f'"{column}"' for column in columns_of(model, names))
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql" and model not in ONE_BY_ONE:
            with cursor.copy(f'COPY "{table}" ({columns}) FROM STDIN') as copy:
                copy.write("".join(map(line, rows)))
        else:
            marks = ", ".join(["%s"] * len(names))
            cursor.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', rows)


def line(row: tuple[Any, ...]) -> str:
    """One row as PostgreSQL's COPY reads it."""
    return "\t".join([cell(value) for value in row]) + "\n"


def cell(value: Any) -> str:
    if value is None:
        return r"\N"
    if type(value) is str:
        if "\\" in value:
            value = value.replace("\\", "\\\\")
        return value.replace("\t", "\\t").replace("\n", "\\n") if "\n" in value or "\t" in value else value
    return str(value)


def own_models() -> list[type[Model]]:
    """Every table of ours, in the order in which rows find what they point at."""
    found = [model for model in apps.get_models() if model._meta.app_label in FOLDERS]
    return in_order(model for model in found if model is not Entry) + [Entry]
