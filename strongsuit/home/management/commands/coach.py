"""Read wording, goals or a whole plan of any system, and say what the coach sees; keeps nothing."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand

from strongsuit.documents.reviews.command import NoPlace, review_files
from strongsuit.knowledge.coach.lines import answered


class Command(BaseCommand):
    help = __doc__
    requires_system_checks = ()

    def add_arguments(self, parser):
        parts = parser.add_subparsers(dest="part", required=True, metavar="wording | goals | review")
        for name, words in (
            ("wording", 'reads {"id", "text", "context"} lines and writes the findings of each text'),
            ("goals", 'reads {"id", "text", "kind"} lines and writes the parts of each goal'),
        ):
            part = parts.add_parser(name, help=words)
            part.add_argument("--jsonl", action="store_true", required=True, help="JSON lines in, JSON lines out")

        whole = parts.add_parser("review", help="reads plans as PDF, Word, HTML or text and prints a report of each")
        whole.add_argument("files", nargs="+", type=Path, metavar="FILE")
        whole.add_argument(
            "--html", metavar="OUT", help="also write it: one file, or one each in a folder that is there already"
        )

    def handle(self, *args, part, **options):
        if part == "review":
            code = self.review(options["files"], options["html"])
        else:
            code = answered(part, sys.stdin.buffer, self.stdout, self.stderr)
        if code:
            sys.exit(code)

    def review(self, files, html):
        try:
            unread = review_files(files, self.stdout, self.stderr, html)
        except NoPlace as fault:
            self.stderr.write(str(fault))
            return 1
        # Of a single file the reason says it all.
        if unread and len(files) > 1:
            self.stderr.write(f"{unread} of {len(files)} files could not be read.")
        return int(unread > 0)
