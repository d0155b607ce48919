"""Seal the trail, or verify that nothing in it was altered, removed or slipped in."""

from django.core.management.base import BaseCommand, CommandError

from strongsuit.audit import seals
from strongsuit.web import clock


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("deed", choices=["verify", "seal"])

    def handle(self, *, deed, **options):
        if deed == "seal":
            count = 0
            while seal := seals.seal_next(now=clock.now()):
                count += seal.count
            self.stdout.write(f"{count} entries sealed.")
            return
        verdict = seals.verify()
        self.stdout.write(
            f"{verdict.seals} seals over {verdict.entries} entries, {verdict.unsealed} not sealed yet, "
            f"{verdict.protected} protected rows."
        )
        for fault in verdict.faults:
            self.stderr.write(f"{fault.kind}: {fault.row} {fault.words}")
        if verdict.faults:
            raise CommandError(f"{len(verdict.faults)} things are not as they were recorded.")
        self.stdout.write("Everything is as it was recorded.")
