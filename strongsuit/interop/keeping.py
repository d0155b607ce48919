"""Packages that wait for a person's yes: kept without passwords, encrypted, and only as long as they are needed."""

import base64
import hashlib
from pathlib import Path

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction

from strongsuit.interop.models import ImportRun
from strongsuit.interop.oneroster.open import open_package
from strongsuit.interop.oneroster.scrub import without_secrets
from strongsuit.web.ids import spell

PIECE = 1024 * 1024


def keep(run: ImportRun, source: Path | bytes) -> None:
    """Store the package with the run, which the caller saves."""
    forget(run)
    with open_package(source) as package:
        content = without_secrets(package)
    cipher = _cipher()
    pieces = (content[start : start + PIECE] for start in range(0, len(content), PIECE))
    locked = b"\n".join(cipher.encrypt(piece) for piece in pieces)
    run.package.save(f"rosters/{spell(run.pk)}", ContentFile(locked), save=False)


def kept(run: ImportRun) -> bytes:
    """The package as zip bytes."""
    cipher = _cipher()
    with run.package.open("rb") as file:
        return b"".join(cipher.decrypt(piece) for piece in file.read().split(b"\n"))


def forget(run: ImportRun) -> None:
    """Remove the stored package once the caller's transaction holds; the run, which the caller saves, stays."""
    if run.package:
        storage, name = run.package.storage, str(run.package.name)
        run.package = None
        transaction.on_commit(lambda: storage.delete(name))


def _cipher() -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [hashlib.sha256(b"strongsuit rosters|" + str(secret).encode()).digest() for secret in secrets]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
