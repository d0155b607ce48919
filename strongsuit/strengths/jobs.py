"""Lets go of what nobody holds any more: bytes that were taken back, and those whose row was never written."""

from datetime import datetime, timedelta

from django.core.cache import cache

from strongsuit.strengths.media import store
from strongsuit.strengths.media_actions import letting_go
from strongsuit.strengths.media_models import Media

BATCH = 50
# A form that is being sent has stored its file and not yet its row.
AGE = timedelta(hours=24)
HOUR = 3600


def let_go_withdrawn(*, now: datetime) -> int:
    """The bytes of what was taken back, where the page that took it back could not finish."""
    waiting = Media.objects.exclude(withdrawn_at=None).exclude(file="").filter(withdrawn_at__lte=now)
    found = list(waiting.values_list("pk", flat=True)[:BATCH])
    for pk in found:
        letting_go(pk)()
    return len(found)


def sweep(*, now: datetime) -> int:
    """Files without a row: a machine that stopped between the two left them. One folder an hour."""
    letter = store.FOLDERS[int(now.timestamp()) // HOUR % len(store.FOLDERS)]
    if not cache.add(f"swept:{letter}", True, timeout=HOUR):
        return 0
    return sum(_swept(name) for name in list(store.lying_in(letter, before=now - AGE)))


def _swept(name: str) -> int:
    if Media.objects.filter(file=name).exists() or Media.objects.filter(small=name).exists():
        return 0
    store.let_go(name)
    return 1


JOBS = [let_go_withdrawn, sweep]
