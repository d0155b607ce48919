"""The strongsuit command: every operation of the house under one name."""

import ast
import os
import sys
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management import ManagementUtility

from strongsuit import __version__

PACKAGE = Path(__file__).parent
# Django's own commands that an operator needs, in our words.
BORROWED = {
    "migrate": "Bring the database to the shape this version needs.",
    "check": "Look for mistakes in the settings; with --deploy, also for what a public server must not have.",
}
FIRST = ["serve", "work", "demo", "invite", "import_roster", "coach", "audit", "backup", "restore", "migrate", "check"]
HELP = """\
Strongsuit {version}: plans that grow from what a student does well.

Usage: strongsuit COMMAND [options]

{commands}

strongsuit COMMAND --help tells more about one of them. Django's own commands work too."""


def caption(path: Path) -> str:
    """The first line of a module, read without running it: help must work where the settings do not."""
    words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return words.partition("\n")[0]


def operations() -> dict[str, str]:
    """Our commands and the borrowed ones with their captions, the everyday ones first."""
    ours = sorted(path for path in PACKAGE.glob("*/management/commands/*.py") if not path.stem.startswith("_"))
    every = {path.stem: caption(path) for path in ours} | BORROWED
    order = [name for name in FIRST if name in every]
    return {name: every[name] for name in order + [name for name in every if name not in order]}


class Operations(ManagementUtility):
    """Django's command line with our list of commands, and with hyphens where Python needs underscores."""

    def main_help_text(self, commands_only: bool = False) -> str:
        lines = [f"  {name.replace('_', '-'):<16}{words}" for name, words in operations().items()]
        return HELP.format(version=__version__, commands="\n".join(lines))

    def fetch_command(self, subcommand):
        return super().fetch_command(subcommand.replace("-", "_"))


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "strongsuit.settings")
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"Strongsuit {__version__}\n")
        return
    try:
        Operations(["strongsuit", *sys.argv[1:]]).execute()
    except ImproperlyConfigured as problem:
        sys.exit(f"Strongsuit cannot start: {problem}")
