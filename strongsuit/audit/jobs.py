"""Seals what waits in the trail."""

from datetime import datetime

from strongsuit.audit.models import Entry, Seal
from strongsuit.audit.seals import BATCH, seal_next


def seal_trail(*, now: datetime) -> int:
    """Close a batch when it is full or its oldest entry is a minute old; returns how many were closed."""
    last = Seal.objects.order_by("-id").values_list("last", flat=True).first() or 0
    waiting = Entry.objects.filter(id__gt=last).order_by("id")
    oldest = waiting.values_list("at", flat=True).first()
    if oldest is None:
        return 0
    full = waiting[BATCH - 1 : BATCH].exists()
    if not full and (now - oldest).total_seconds() < 60:
        return 0
    return 1 if seal_next(now=now) else 0


JOBS = [seal_trail]
