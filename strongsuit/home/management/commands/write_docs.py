"""Write the pages of docs/ that are made from the code."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from strongsuit.command import operations
from strongsuit.home.bill import bill
from strongsuit.home.data_page import data_page
from strongsuit.knowledge import catalogue

COMMANDS = """# Commands

Made from the commands themselves. `strongsuit COMMAND --help` tells every option; Django's own commands work too.

| strongsuit | what it does |
| --- | --- |"""


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options):
        docs = settings.BASE_DIR / "docs"
        if not docs.is_dir():
            raise CommandError(f"There is no folder {docs}. The pages are written in a checkout of the source.")
        for name, words in made_pages().items():
            path = docs / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words, encoding="utf-8")
            self.stdout.write(f"docs/{name}")


def names():
    """Each page, without its words."""
    rules = [f"rules/{name}" for name in catalogue.names()]
    return ["data.md", "operate/commands.md", "operate/bill-of-materials.json", *rules]


def made_pages():
    """Each page with its words; a test compares them with what is there."""
    # From where the package lies, not from where the pages go.
    made = [data_page(), commands_page(), bill(settings.PACKAGE.parent), *catalogue.pages().values()]
    return dict(zip(names(), made, strict=True))


def commands_page():
    lines = [f"| `{name.replace('_', '-')}` | {words} |" for name, words in operations().items()]
    return "\n".join([COMMANDS, *lines, ""])
