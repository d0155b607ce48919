"""What happens once all tables are known: the house looks itself over before it opens."""

from importlib import import_module

from django.apps import AppConfig


class Home(AppConfig):
    name = "strongsuit.home"

    def ready(self):
        # Not at the top: the checks read tables, which exist only from here on.
        import_module("strongsuit.checks")
