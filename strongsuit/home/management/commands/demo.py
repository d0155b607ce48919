"""Build a district of invented people, the same for the same seed and day."""

from django.core.management.base import BaseCommand, CommandError

from strongsuit.home.demo import build
from strongsuit.web import clock


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--students", type=int, default=60, help="how many students (60 or more)")
        parser.add_argument("--seed", type=int, default=1, help="another number makes another district")
        parser.add_argument("--reset", action="store_true", help="remove the demo that is there first")

    def handle(self, *, students, seed, reset, verbosity, **options):
        told = self.stdout.write if verbosity > 1 else lambda words: None
        try:
            build.build(students, seed, today=clock.today(), told=told, reset=reset)
        except build.CannotBuild as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"A demo district of {students:,} students is ready.")
