"""Bring in a roster: OneRoster 1.1 or 1.2, or School Data Sync, as a folder or a zip file."""

from pathlib import Path

from django.core.management import BaseCommand, CommandError
from django.db import transaction
from django.db.models import Case, When
from django.utils.formats import date_format

from strongsuit.interop.actions import Choices, import_roster
from strongsuit.interop.models import ImportRun
from strongsuit.interop.oneroster.report import as_csv
from strongsuit.interop.runs import COUNTS, file_counts, message, reasons, records, report_cells
from strongsuit.people.actions import district_for
from strongsuit.people.models import District
from strongsuit.people.queries import is_demo
from strongsuit.web.refusals import Cannot

SHOWN = 20
OUTCOMES = {"applied": "Applied.", "previewed": "Nothing was changed.", "refused": "Refused; nothing was changed."}
EPILOG = (
    "A row that cannot be taken is left out and named in the report; all the others are applied together, or none of "
    "them. Where too many would be left out or would leave, nothing is changed before you have said yes. Give "
    "--dry-run first and read what it says."
)


class Command(BaseCommand):
    help = __doc__

    def create_parser(self, prog_name, subcommand, **values):
        return super().create_parser(prog_name, subcommand, epilog=EPILOG, **values)

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, help="the folder or zip file with the roster's CSV files")
        parser.add_argument("--district", help="name or code; needed where there are several, or none yet")
        parser.add_argument("--new-district", action="store_true", help="make the district; its name must be new")
        parser.add_argument("--source", default="", help="the name of the sending system; default: what the set says")
        parser.add_argument("--report", type=Path, help="write every problem into this CSV file")
        parser.add_argument("--force", action="store_true", help="take the same bytes once more")
        parser.add_argument(
            "--accept-removals",
            action="store_true",
            help="go on although many students would leave, too many rows or students cannot be taken, or the set "
            "looks old or foreign",
        )
        parser.add_argument(
            "--into-demo", action="store_true", help="the people of this set are invented too; only a demo asks for it"
        )
        deed = parser.add_mutually_exclusive_group()
        deed.add_argument("--apply", action="store_true", help="change the records (this is what happens anyway)")
        deed.add_argument("--dry-run", action="store_true", help="only say what would change")

    def handle(
        self, *, path, district, new_district, source, report, force, accept_removals, into_demo, dry_run, **options
    ):
        choices = Choices(dry_run=dry_run, accept=accept_removals, force=force, into_demo=into_demo)
        with transaction.atomic():
            before = set(District.objects.values_list("pk", flat=True))
            where = self.find_district(district, new_district)
            try:
                run = import_roster(
                    by="strongsuit import-roster", district=where, source=path, source_name=source, choices=choices
                )
            except Cannot as reason:
                raise CommandError(self.refusal(reason, where, into_demo=into_demo)) from reason
            if report:
                self.write_report(run, report)
            lines = self.said(run)
            if where.pk not in before and run.state != ImportRun.State.APPLIED:
                # A district that was only tried out does not stay behind.
                transaction.set_rollback(True)
        self.stdout.write("\n".join(lines))
        if run.stopped_because and run.state != ImportRun.State.APPLIED:
            raise CommandError("\n".join(self.stopped(run)))

    def find_district(self, wanted, new):
        try:
            return district_for(wanted, new=new)
        except Cannot as reason:
            raise CommandError(str(reason)) from reason

    def refusal(self, reason, district, *, into_demo):
        way = " If the people of this set are invented too, give --into-demo."
        return f"{reason}{way if is_demo(district) and not into_demo else ''}"

    def write_report(self, run, path):
        try:
            with path.open("w", encoding="utf-8", newline="") as file:
                file.writelines(as_csv(report_cells(run)))
        except OSError as problem:
            raise CommandError(f"The report cannot be written to {path}: {problem.strerror}.") from problem

    def said(self, run):
        if run.seen_before:
            return [f"These very bytes were applied on {date_format(run.applied_at)}. Nothing to do; see --force."]
        return [
            f"{run.file_name}: {run.format or 'no roster'}",
            *self.problems(run),
            *self.numbers(run),
            OUTCOMES[run.state],
        ]

    def problems(self, run):
        """The gravest first; the rest only as a number."""
        rank = Case(When(severity="error", then=0), When(severity="warning", then=1), default=2)
        for one in run.problems.order_by(rank, "order")[:SHOWN]:
            where = ", ".join(filter(None, [one.file, one.line and f"line {one.line}", one.column]))
            yield f"  {one.severity}: {where or 'the whole set'}: {message(one)}"
        if (more := run.problems.count() - SHOWN) > 0:
            yield f"  ... and {more} more. Write them all into a file with --report FILE.csv"

    def numbers(self, run):
        for name, mode, rows, refused in file_counts(run):
            yield f"  {name:<24}{rows:>8} rows ({mode}), {refused} refused"
        for label, counts in records(run):
            yield f"  {label:<34}" + ", ".join(
                f"{count} {word}" for word, count in zip(COUNTS.values(), counts, strict=True)
            )

    def stopped(self, run):
        yield from reasons(run)
        if run.state == ImportRun.State.PREVIEWED:
            yield "To go on all the same, give --accept-removals."
