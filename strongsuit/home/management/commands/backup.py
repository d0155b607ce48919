"""Write everything this installation holds, but not its secret key, to one file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from strongsuit.home.keeping.backup import back_up
from strongsuit.home.keeping.refusals import CannotBackUp
from strongsuit.web import clock


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, help="the file to write, or a folder for a file named by the time")

    def handle(self, *, path, **options):
        try:
            made = back_up(path, now=clock.now())
        except (CannotBackUp, OSError) as problem:
            raise CommandError(f"No backup was made. {problem}") from problem
        self.stdout.write(f"{made.path}: the database and {made.files} files, {made.size:,} bytes.")
        self.stdout.write(
            "The secret key is not in it. Keep the key in another safe place: without it, people must set up "
            "their second sign-in step again and rosters that wait for approval must be sent again."
        )
