"""Renews the catalogues from the code (bin/messages): new words come in, words nobody uses go, and all is compiled."""

import os
import shutil
import sys
from pathlib import Path

import django
from django.core.management import call_command
from django.core.management.commands.makemessages import Command

from tests.house import catalogues

OTHER_NAMES = ("lazily", "_lazy", "now", "now_")


class Collect(Command):
    # A guess from a similar sentence is worse than an English one: it reads as if somebody had meant it.
    msgmerge_options = [*Command.msgmerge_options, "--no-fuzzy-matching"]
    # Our other names for gettext, where a module needs both the one that speaks at once and the one that waits.
    xgettext_options = [*Command.xgettext_options, *(f"--keyword={name}" for name in OTHER_NAMES)]


def collect():
    call_command(
        Collect(),
        locale=list(catalogues.LANGUAGES),
        extensions=["html", "py", "txt"],
        ignore_patterns=["tests", "bench", "soak", "docs", "data", "build", "dist"],
        no_wrap=True,
        add_location="file",
        no_obsolete=True,
        keep_pot=True,
        verbosity=0,
    )
    for language in catalogues.LANGUAGES:
        settle(catalogues.path_of(language), language)
    settle(catalogues.LOCALE / "django.pot", "")


def settle(path: Path, language):
    text = path.read_text(encoding="utf-8")
    path.write_text(catalogues.with_own_head(text, language), encoding="utf-8")


def compile_all():
    for language in catalogues.LANGUAGES:
        if any(map(catalogues.translated, catalogues.entries(language))):
            catalogues.path_of(language, "mo").write_bytes(catalogues.compiled(language))


def main():
    if "--compile" not in sys.argv[1:]:
        if not shutil.which("xgettext"):
            sys.exit("This needs GNU gettext:  sudo apt-get install gettext   (or brew install gettext)")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "strongsuit.settings")
        django.setup()
        collect()
    compile_all()


if __name__ == "__main__":
    main()
