"""A run told to people: its numbers, its questions, and its report as cells."""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.translation import gettext_noop

from strongsuit.interop.models import ImportProblem, ImportRun
from strongsuit.interop.oneroster.report import HEADER
from strongsuit.interop.oneroster.rules import sentence

RECORDS = {
    "schools": gettext_noop("Schools"),
    "years": gettext_noop("School years"),
    "students": gettext_noop("Students"),
    "staff": gettext_noop("Colleagues"),
    "posts": gettext_noop("Posts"),
    "families": gettext_noop("Family contacts"),
    "teams": gettext_noop("Teachers of students with a plan"),
}
COUNTS = {
    "new": gettext_noop("new"),
    "changed": gettext_noop("changed"),
    "unchanged": gettext_noop("unchanged"),
    "ended": gettext_noop("ended"),
    "refused": gettext_noop("refused"),
}


def records(run: ImportRun, translate: Callable[[str], str] = str) -> list[tuple[str, list[int]]]:
    """What changes, or would: (kind of record, its numbers in the order of COUNTS)."""
    found = run.counts.get("records", {})
    return [(translate(label), list(found[name].values())) for name, label in RECORDS.items() if name in found]


def file_counts(run: ImportRun) -> list[tuple[str, str, int, int]]:
    """(file, bulk or delta, rows, refused rows) in the order in which they were read."""
    found = run.counts.get("files", {})
    return [(f"{name}.csv", file["mode"], file["rows"], file["refused"]) for name, file in found.items()]


def reasons(run: ImportRun, translate: Callable[[str], str] = str) -> list[str]:
    """Why the run stopped, or what it asks."""
    return [sentence(stop["rule"], stop["words"], translate) for stop in run.stopped_because]


def message(problem: ImportProblem, translate: Callable[[str], str] = str) -> str:
    """What one row of the report says, in the reader's language."""
    return sentence(problem.rule, problem.words, translate)


def report_cells(run: ImportRun, translate: Callable[[str], str] = str) -> Iterator[tuple[Any, ...]]:
    """The report's rows, in the order of the files, as cells under its header."""
    for problem in ImportProblem.objects.filter(run=run).order_by("order").iterator():
        said = {"message": message(problem, translate)}
        yield tuple(said[name] if name in said else getattr(problem, name) for name in HEADER)
