"""What time it is: the one place that asks, so that tests can hand a time in."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

_frozen: ContextVar[datetime | None] = ContextVar("frozen", default=None)
# Live servers answer in other threads, where a context variable of the test is not seen.
_frozen_everywhere: list[datetime] = []


def now() -> datetime:
    """This moment, in UTC."""
    return _frozen.get() or (_frozen_everywhere[-1] if _frozen_everywhere else timezone.now())


def today(zone: str = "") -> date:
    """The date where the school is; ``zone`` names the time zone of a district that differs from this server's."""
    return timezone.localdate(now(), ZoneInfo(zone) if zone else None)


def day(moment: datetime) -> date:
    """The date of ``moment`` where the school is."""
    return timezone.localdate(moment)


@contextmanager
def frozen(at: datetime, *, everywhere: bool = False) -> Iterator[datetime]:
    """Hold the clock at ``at`` (with a time zone) in this context, or in every thread."""
    if everywhere:
        _frozen_everywhere.append(at)
    token = _frozen.set(at)
    try:
        yield at
    finally:
        _frozen.reset(token)
        if everywhere:
            _frozen_everywhere.pop()
