"""Start-up checks: errors stop the start, warnings come with a hint; --deploy adds what a public server needs."""

import os
import tempfile
import time
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import OperationalError, ProgrammingError, connection

from strongsuit.knowledge.finder import decks
from strongsuit.people.models import District
from strongsuit.settings import ASKED

SEE = "docs/operate/settings.md says more."
KEY_YEARS = 2
# Read by the tests and by shell scripts, not by the settings.
ELSEWHERE = {"STRONGSUIT_TEST_WITHOUT"}


@register(Tags.security)
def openness(**_options: Any) -> Iterator[CheckMessage]:
    """What must never be true of an installation that others reach."""
    if settings.LOCAL:
        return
    if settings.DEBUG:
        yield error("001", "STRONGSUIT_DEBUG is yes on a server that others reach; error pages would show records.",
                    "Remove STRONGSUIT_DEBUG.")  # fmt: skip
    if "*" in settings.ALLOWED_HOSTS:
        yield error("002", "STRONGSUIT_HOSTS accepts every name, so that links could be made to lead elsewhere.",
                    "Name the hosts one by one, such as plans.example.org.")  # fmt: skip


@register(Tags.files)
def places(**_options: Any) -> Iterator[CheckMessage]:
    """The folders that must take what is written."""
    for name, folder in (("STRONGSUIT_DATA", settings.DATA), ("STRONGSUIT_SEAL_COPY", Path(settings.SEAL_COPY).parent)):
        if not writable(folder):
            yield error("003", f"{name} leads to {folder}, where nothing can be written.",
                        "Make the folder, and give it to the user that runs Strongsuit.")  # fmt: skip


@register(Tags.files)
def cards(**_options: Any) -> Iterator[CheckMessage]:
    """Every card of the strengths finder can be asked, in words its readers can bear."""
    try:
        decks.library()
    except decks.DeckProblem as problem:
        yield error("006", f"Cards of the strengths finder cannot be used. {problem}",
                    "Mend the file, or take its folder out of STRONGSUIT_DECKS.")  # fmt: skip


@register()
def names(**_options: Any) -> Iterator[CheckMessage]:
    """Settings in the environment that nothing reads are misspelled, most likely."""
    for name in sorted(os.environ):
        known = name.removesuffix("_FILE") in ASKED or name in ELSEWHERE
        if name.startswith("STRONGSUIT_") and not known:
            near = get_close_matches(name, ASKED, n=1)
            hint = f"Did you mean {near[0]}? {SEE}" if near else f"Remove it. {SEE}"
            yield Warning(f"{name} is no setting of Strongsuit.", hint=hint, id="strongsuit.W004")


@register(Tags.database)
def demo(**options: Any) -> Iterator[CheckMessage]:
    """One-click sign-ins and real families never meet."""
    if not settings.DEMO or not options.get("databases"):
        return
    try:
        real = District.objects.filter(demo=False).exists()
    except (OperationalError, ProgrammingError):
        return  # No tables yet, so nobody is in them.
    if real:
        yield error("005", "STRONGSUIT_DEMO is yes, and this database holds a real district.",
                    "Set STRONGSUIT_DEMO to no, or DATABASE_URL to another database.")  # fmt: skip


@register(Tags.security, deploy=True)
def public(**_options: Any) -> Iterator[CheckMessage]:
    """What a server for a district should have."""
    if settings.LOCAL:
        yield warning("010", "STRONGSUIT_LOCAL is yes: cookies travel without https.",
                      "Set STRONGSUIT_LOCAL to no on a server that others reach.")  # fmt: skip
    if settings.DEMO:
        yield warning("011", "STRONGSUIT_DEMO is yes: everybody who finds the address can sign in.",
                      "Set it to no, unless this server is meant to be tried out.")  # fmt: skip
    if not settings.LOCAL and settings.SECURE_PROXY_SSL_HEADER is None:
        yield warning("012", "STRONGSUIT_BEHIND_PROXY is no: pages speak plain http, and would send browsers to https "
                      "for ever.", "Put a proxy that speaks https in front, and set it to yes.")  # fmt: skip
    if urlsplit(settings.SITE_ADDRESS).hostname not in settings.ALLOWED_HOSTS:
        yield warning("013", f"Links in mail lead to {settings.SITE_ADDRESS}, which is not among STRONGSUIT_HOSTS.",
                      "Let STRONGSUIT_ADDRESS be one of the hosts.")  # fmt: skip
    if connection.vendor == "sqlite":
        yield warning("014", "The database is SQLite, which suits one machine and a small school.",
                      "Set DATABASE_URL to a PostgreSQL database.")  # fmt: skip


@register(Tags.database, deploy=True)
def role(**options: Any) -> Iterator[CheckMessage]:
    """The pages run with a role that cannot change the tables or their guards."""
    if not options.get("databases") or connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_has_role(tableowner, 'MEMBER') FROM pg_tables "
            "WHERE schemaname = current_schema() AND tablename = 'audit_entry'"
        )
        found = cursor.fetchone()
    if found and found[0]:
        yield warning("015", "The database role of the pages owns the tables, and could take their guards away.",
                      "Serve with a role of its own; docs/operate/install.md shows it.")  # fmt: skip


@register(Tags.security, deploy=True)
def mail(**_options: Any) -> Iterator[CheckMessage]:
    """Links reach people, from an address they know."""
    if settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        yield warning("020", "The address that mail comes from is not set.", "Set STRONGSUIT_MAIL_FROM.")
    if settings.EMAIL_BACKEND.endswith("filebased.EmailBackend"):
        yield warning("021", "Mail is written to a folder and reaches nobody.",
                      "Set STRONGSUIT_MAIL to smtp, and STRONGSUIT_MAIL_HOST to your mail server.")  # fmt: skip
    elif settings.EMAIL_HOST not in {"localhost", "127.0.0.1"} and not settings.EMAIL_USE_TLS:
        yield warning(
            "022", "Mail, and the links in it, travels without encryption.", "Set STRONGSUIT_MAIL_TLS to yes."
        )


@register(Tags.security, deploy=True)
def secrets(**_options: Any) -> Iterator[CheckMessage]:
    """The key is nobody else's to read, and not older than it should be; the seals stand apart from the database."""
    key = Path(os.environ.get("STRONGSUIT_SECRET_KEY_FILE") or settings.DATA / "secret-key")
    if key.exists() and key.stat().st_mode & 0o077:
        yield warning("030", f"Others on this machine can read the secret key in {key}.", f"chmod 600 {key}")
    if key.exists() and time.time() - key.stat().st_mtime > KEY_YEARS * 365 * 86400:
        yield warning("031", f"The secret key in {key} is more than {KEY_YEARS} years old.",
                      "Make a new one; docs/operate/settings.md says how nobody loses anything by it.")  # fmt: skip
    if settings.DATA.exists() and settings.DATA.stat().st_mode & 0o007:
        yield warning("032", f"Others on this machine can look into {settings.DATA}.", f"chmod 750 {settings.DATA}")
    if Path(settings.SEAL_COPY).is_relative_to(settings.DATA):
        yield warning("033", "The copy of the seals lies beside what it seals; who can change the one can change both.",
                      "Set STRONGSUIT_SEAL_COPY to a file on another machine's disk.")  # fmt: skip


def writable(folder: Path) -> bool:
    """Whether a file can be made there, or in the nearest folder above that exists."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def error(number: str, words: str, hint: str) -> Error:
    return Error(words, hint=f"{hint} {SEE}", id=f"strongsuit.E{number}")


def warning(number: str, words: str, hint: str) -> Warning:
    return Warning(words, hint=hint, id=f"strongsuit.W{number}")
