"""Django's command line under the name and with the list of this house."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import ManagementUtility

from strongsuit import __version__
from strongsuit.command import HELP, operations


class Operations(ManagementUtility):
    """With our list of commands, and with hyphens where Python needs underscores."""

    def main_help_text(self, commands_only: bool = False) -> str:
        lines = [f"  {name.replace('_', '-'):<16}{words}" for name, words in operations().items()]
        return HELP.format(version=__version__, commands="\n".join(lines))

    def fetch_command(self, subcommand):
        return super().fetch_command(subcommand.replace("-", "_"))


def operate(words: list[str]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "strongsuit.settings")
    try:
        Operations(["strongsuit", *words]).execute()
    except ImproperlyConfigured as problem:
        sys.exit(f"Strongsuit cannot start: {problem}")
