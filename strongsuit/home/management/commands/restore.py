"""Bring back what a backup holds, after comparing every checksum, and verify the trail."""

from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from strongsuit.home.keeping.archive import Damaged
from strongsuit.home.keeping.refusals import CannotRestore
from strongsuit.home.keeping.restore import restore
from strongsuit.web import clock


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, help="the file that strongsuit backup wrote")
        parser.add_argument("--replace", action="store_true", help="put it in the place of what is here")

    def handle(self, *, path, replace, **options):
        try:
            done = restore(path, now=clock.now(), replace=replace)
        except (CannotRestore, Damaged, DatabaseError, OSError) as problem:
            raise CommandError(f"{path} was not restored, and nothing was changed. {problem}") from problem
        self.stdout.write(f"Restored what Strongsuit {done.app} held on {done.made_at}, with {done.files} files.")
        for old in done.aside:
            self.stdout.write(f"Set aside: {old}")
        call_command("audit", "verify", stdout=self.stdout, stderr=self.stderr)
