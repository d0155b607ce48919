"""Bringing a roster in: look first, apply on a person's word, all that can be taken at once or nothing."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from strongsuit.audit.models import Entry, Kind
from strongsuit.audit.trail import entry, record
from strongsuit.interop import keeping, queries
from strongsuit.interop.memory import without_collecting
from strongsuit.interop.models import ImportProblem, ImportRun
from strongsuit.interop.oneroster.columns import FORMATS
from strongsuit.interop.oneroster.open import CannotOpen, must_end
from strongsuit.interop.oneroster.read import read_roster
from strongsuit.interop.oneroster.report import RowReport, in_file_order
from strongsuit.interop.oneroster.roster import Roster, Stop
from strongsuit.interop.roster.bulk import load
from strongsuit.interop.roster.changes import Changes
from strongsuit.interop.roster.compare import compare
from strongsuit.interop.roster.known import known_ids
from strongsuit.interop.roster.questions import UNNAMED, questions
from strongsuit.interop.runs import report_cells
from strongsuit.people.facts import forget_calendars
from strongsuit.people.models import Account, District, School
from strongsuit.people.queries import is_demo
from strongsuit.students.actions_lists import MOST, tell_of_many
from strongsuit.web import clock
from strongsuit.web.ids import random_id
from strongsuit.web.refusals import Cannot, NotYours

PROBLEM_COLUMNS = (
    *("id", "run_id", "order", "severity", "file", "line", "column", "column_no"),
    *("value", "rule", "words", "record_key"),
)
By = Account | str


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person chose: to look only, to accept what is asked, to take the same bytes once more, to keep them.

    ``into_demo`` is their word that the people of the set are as invented as those of the demo.
    """

    dry_run: bool = False
    accept: bool = False
    force: bool = False
    keep: bool = False
    into_demo: bool = False


@without_collecting()
def import_roster(
    *,
    by: By,
    district: District,
    source: Path | bytes,
    file_name: str = "",
    source_name: str = "",
    choices: Choices = Choices(),
) -> ImportRun:
    """Read, check and compare; then apply, unless only a look was asked for or something is wrong as a whole.

    The same bytes give the run they gave before. Refuses, with NotYours, everybody but the district's office.
    """
    _require_office(by, district)
    _keep_out_of_demo(district, into_demo=choices.into_demo)
    file_name = file_name or (source.name if isinstance(source, Path) else "")
    try:
        roster = _read(source, district, source_name)
    except CannotOpen as reason:
        return _refuse(by, district, source, file_name, reason)
    with transaction.atomic():
        District.objects.select_for_update().get(pk=district.pk)
        name = _name(source_name, roster)
        known = _known_run(district, roster.sha256, name)
        if known and known.state == ImportRun.State.APPLIED and not choices.force:
            known.seen_before = True
            return known
        run = known if known and known.state != ImportRun.State.APPLIED else ImportRun(district=district)
        run.source, run.file_name, run.sha256, run.size = name, file_name[:200], roster.sha256, roster.size
        run.format = FORMATS[roster.format]
        return _settle(by, run, roster, choices, source)


@without_collecting()
def apply_roster(*, by: By, run: ImportRun, accept: bool = False) -> ImportRun:
    """Apply a run that waits, from the package kept with it. A second yes finds it applied and changes nothing."""
    _require_office(by, run.district)
    if run.state == ImportRun.State.APPLIED:
        return run
    into_demo = bool(run.options.get("into_demo"))
    _keep_out_of_demo(run.district, into_demo=into_demo)
    if run.state == ImportRun.State.REFUSED or not run.package:
        raise Cannot(_("This roster cannot be applied any more. Upload it again."))
    roster = _read(keeping.kept(run), run.district, run.source)
    with transaction.atomic():
        District.objects.select_for_update().get(pk=run.district_id)
        run.refresh_from_db()
        if run.state == ImportRun.State.APPLIED:
            return run
        return _settle(by, run, roster, Choices(accept=accept, into_demo=into_demo), None)


def refuse_run(*, by: By, run: ImportRun) -> ImportRun:
    """A person looked and says no: the package goes, the report stays."""
    _require_office(by, run.district)
    with transaction.atomic():
        if ImportRun.objects.filter(pk=run.pk, state=ImportRun.State.PREVIEWED).update(state=ImportRun.State.REFUSED):
            run.state = ImportRun.State.REFUSED
            keeping.forget(run)
            run.save(update_fields=["package"])
            record(by, "refused a roster", run)
    return run


def take_report(*, by: By, run: ImportRun) -> Iterator[tuple[Any, ...]]:
    """The report's cells in the language of whoever takes it, to leave the house; the trail says who did."""
    _require_office(by, run.district)
    rows = run.problems.count()
    record(by, "took a roster's report", run, kind=Kind.TOOK_OUT, detail={"rows": rows})
    if rows > MOST and isinstance(by, Account):
        # A line can be about a child; the rest of the office hears of a long report.
        tell_of_many(by, run.district_id)
    return report_cells(run, partial(_said_in, get_language() or settings.LANGUAGE_CODE))


def _said_in(language: str, text: str) -> str:
    # The cells leave one by one, when the page's own language may be over.
    with override(language):
        return _(text)


def _require_office(by: By, district: District) -> None:
    if not isinstance(by, str) and queries.district_for(by).pk != district.pk:
        raise NotYours


def _keep_out_of_demo(district: District, *, into_demo: bool) -> None:
    if not into_demo and is_demo(district):
        raise Cannot(
            _(
                "This is a demo: whoever reaches it signs in as anybody, so real people do not belong in it. For your "
                "own roster, start an installation of your own, with a database of its own and STRONGSUIT_DEMO set to "
                "no. The page docs/operate/install.md says how."
            )
        )


def _read(source: Path | bytes, district: District, source_name: str) -> Roster:
    return read_roster(
        source, today=clock.today(), known=lambda system: known_ids(district, source_name or system or UNNAMED)
    )


def _name(source_name: str, roster: Roster) -> str:
    return (source_name or roster.system or UNNAMED)[:100]


def _known_run(district: District, sha256: str, source: str) -> ImportRun | None:
    runs = ImportRun.objects.filter(district=district, sha256=sha256, source=source)
    return runs.order_by("-started_at").first()


def _settle(by: By, run: ImportRun, roster: Roster, choices: Choices, source: Path | bytes | None) -> ImportRun:
    """Compare, decide, write, and note all of it, in the caller's transaction."""
    changes = compare(run.district, run.source, roster, today=clock.today())
    asked = () if roster.stops else questions(changes)
    run.stopped_because = [{"rule": stop.rule, "words": dict(stop.words)} for stop in (*roster.stops, *asked)]
    run.state = _state(roster, asked, choices)
    now = clock.now()
    if run.state == ImportRun.State.APPLIED:
        _write(by, run, changes)
        run.applied_at = now
        keeping.forget(run)
    elif choices.keep and source is not None and run.state == ImportRun.State.PREVIEWED:
        keeping.keep(run, source)
    run.started_by = None if isinstance(by, str) else by
    run.started_at = run.started_at or now
    run.options = {"newest": roster.newest.isoformat() if roster.newest else "", "accepted": choices.accept}
    if choices.into_demo and is_demo(run.district):
        run.options["into_demo"] = True
    report = in_file_order([*roster.report, *changes.report.rows()])
    run.counts = _counts(roster, changes, report)
    run.save()
    _keep_report(run, report)
    deed = "applied a roster" if run.state == ImportRun.State.APPLIED else "looked at a roster"
    record(by, deed, run, detail={"sha256": run.sha256, "records": run.counts["records"]})
    return run


def _state(roster: Roster, asked: tuple[Stop, ...], choices: Choices) -> ImportRun.State:
    if roster.stops:
        return ImportRun.State.REFUSED
    waits = choices.dry_run or (asked and not choices.accept)
    return ImportRun.State.PREVIEWED if waits else ImportRun.State.APPLIED


def _write(by: By, run: ImportRun, changes: Changes) -> None:
    try:
        with transaction.atomic():
            changes.write()
    except DatabaseError as problem:
        words = _("The records changed while the roster was being applied. Nothing was changed; try again.")
        raise Cannot(words) from problem
    if "years" in changes.tallies:
        transaction.on_commit(lambda: forget_calendars(list(School.objects.filter(district=run.district_id))))
    district = run.district_id
    entries = [
        entry(by, deed, kind=Kind.CHANGED, student=pk, district=district, because="roster", detail={"run": run.pk})
        for pk, deed in changes.deeds
    ]
    Entry.objects.bulk_create(entries, batch_size=500)


def _counts(roster: Roster, changes: Changes, report: list[RowReport]) -> dict[str, dict[str, object]]:
    severities = {"error": 0, "warning": 0, "notice": 0}
    for row in report:
        severities[row.severity] += 1
    return {
        "files": {file.name: {"mode": file.mode, "rows": file.rows, "refused": file.refused} for file in roster.files},
        "records": {name: tally.as_counts() for name, tally in changes.tallies.items()},
        "severities": dict(severities),
    }


def _keep_report(run: ImportRun, report: list[RowReport]) -> None:
    ImportProblem.objects.filter(run=run).delete()
    rows = [
        (
            *(random_id(), run.pk, order, str(row.severity), row.file, row.line, row.column, row.column_no),
            *(row.value, row.rule, json.dumps(dict(row.words)), row.record_key),
        )
        for order, row in enumerate(report)
    ]
    load(ImportProblem, PROBLEM_COLUMNS, rows)


def _refuse(by: By, district: District, source: Path | bytes, file_name: str, reason: CannotOpen) -> ImportRun:
    """A run for a package that could not even be opened."""
    try:
        size, sha256 = _measured(source)
    except (OSError, ValueError, CannotOpen):
        # Nothing there, a folder, or bytes without end: none that a run could stand for.
        raise Cannot(reason.said(_)) from reason
    now = clock.now()
    with transaction.atomic():
        run = _known_run(district, sha256, UNNAMED) or ImportRun(district=district, sha256=sha256, started_at=now)
        run.source, run.file_name, run.size, run.format = UNNAMED, file_name[:200], size, ""
        run.state = ImportRun.State.REFUSED
        run.stopped_because = [{"rule": reason.rule, "words": reason.words}]
        run.started_by = None if isinstance(by, str) else by
        run.save()
        record(by, "refused a roster", run, detail={"rule": reason.rule})
    return run


def _measured(source: Path | bytes) -> tuple[int, str]:
    if isinstance(source, bytes):
        return len(source), hashlib.sha256(source).hexdigest()
    must_end(source)
    with source.open("rb") as file:
        return source.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest()
