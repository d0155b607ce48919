"""Finish what waits in the background: papers, seals, clean-up."""

from django.core.management.base import BaseCommand

from strongsuit.home.worker import jobs, round_of_work, work_until_stopped
from strongsuit.web import clock


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="Stop when nothing waits any more.")
        parser.add_argument("--pause", type=float, default=1.0, help="Seconds to wait when nothing waits (default 1).")

    def handle(self, *, once, pause, **options):
        if not once:
            work_until_stopped(pause=pause)
            return
        done = 0
        while more := round_of_work(jobs(), now=clock.now()):
            done += more
        self.stdout.write(f"{done} done, nothing waits.")
