"""Forgets packages that nobody said yes to."""

from datetime import datetime, timedelta

from strongsuit.interop import keeping
from strongsuit.interop.models import ImportRun

KEPT_FOR = timedelta(days=14)


def forget_old_packages(*, now: datetime) -> int:
    """Remove the kept packages of runs that have waited two weeks; returns how many."""
    waiting = ImportRun.objects.filter(started_at__lt=now - KEPT_FOR).exclude(package="")
    done = 0
    for run in waiting[:20]:
        keeping.forget(run)
        run.save(update_fields=["package"])
        done += 1
    return done


JOBS = [forget_old_packages]
