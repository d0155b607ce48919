"""The roster pages' tables as columns and rows."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from strongsuit.interop import runs as told
from strongsuit.interop.models import ImportProblem, ImportRun

Rows = list[list[Any]]
TONES = {"previewed": "warm", "applied": "good", "refused": "plain"}
GRAVITY = {"error": "alarm", "warning": "warm", "notice": "calm"}


def number(label: str) -> dict[str, Any]:
    return {"label": label, "number": True}


def run_columns() -> list[str]:
    return [_("When"), _("File"), _("Format"), _("Brought by"), _("State")]


def run_rows(runs: Iterable[ImportRun]) -> Rows:
    return [
        [
            {
                "text": date_format(localtime(run.started_at), "SHORT_DATETIME_FORMAT"),
                "url": reverse("interop:run", args=[run.pk]),
            },
            run.file_name,
            run.format,
            run.started_by.name if run.started_by else _("a command"),
            {"text": run.get_state_display(), "tone": TONES[run.state]},
        ]
        for run in runs
    ]


def record_columns() -> list[Any]:
    return [_("Records"), *(number(_(word)) for word in told.COUNTS.values())]


def record_rows(run: ImportRun) -> Rows:
    return [[label, *numbers] for label, numbers in told.records(run, _)]


def file_columns() -> list[Any]:
    return [_("File"), _("Kind of list"), number(_("Rows")), number(_("Rows not taken"))]


def file_rows(run: ImportRun) -> Rows:
    kinds = {"bulk": _("full list"), "delta": _("only changes")}
    return [[name, kinds[mode], rows, refused] for name, mode, rows, refused in told.file_counts(run)]


def problem_columns() -> list[str]:
    return [_("Where"), _("Kind"), _("What it is, and what to do"), _("Value")]


def problem_rows(problems: Iterable[ImportProblem]) -> Rows:
    words = {"error": _("error"), "warning": _("warning"), "notice": _("notice")}
    return [
        [
            {"text": _where(one), "note": one.column},
            {"text": words[one.severity], "tone": GRAVITY[one.severity]},
            told.message(one, _),
            one.value,
        ]
        for one in problems
    ]


def _where(problem: ImportProblem) -> str:
    if not problem.file:
        return _("The whole set")
    if problem.line is None:
        return problem.file
    return _("%(file)s, line %(line)d") % {"file": problem.file, "line": problem.line}
