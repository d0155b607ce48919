"""What happens once all tables are known: the house looks itself over before it opens."""

from importlib import import_module
from pathlib import Path

from django.apps import AppConfig
from django.conf import settings

from strongsuit.knowledge.finder import decks


class Home(AppConfig):
    name = "strongsuit.home"

    def ready(self):
        # Not at the top: the checks read tables, which exist only from here on.
        import_module("strongsuit.checks")
        # Only told here; a check reads it, so that a mistake is a sentence and not a fault.
        decks.use(*([Path(settings.OWN_DECKS)] if settings.OWN_DECKS else []))
