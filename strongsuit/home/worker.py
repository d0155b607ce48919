"""The worker: asks every folder for waiting rows and finishes them, until told to stop."""

import importlib
import importlib.util
import logging
import signal
import threading
from collections.abc import Callable
from datetime import datetime
from types import FrameType

from django.apps import apps
from django.db import OperationalError, close_old_connections

from strongsuit.web import clock

log = logging.getLogger("strongsuit.work")

Job = Callable[..., int]


def jobs() -> list[Job]:
    """Every folder's ``jobs.JOBS``, lowest step first."""
    found: list[Job] = []
    for app in apps.get_app_configs():
        name = f"{app.name}.jobs"
        if app.name.startswith("strongsuit.") and importlib.util.find_spec(name):
            found += importlib.import_module(name).JOBS
    return found


def round_of_work(todo: list[Job], *, now: datetime) -> int:
    """Call each job once; how much was done. One job's failure does not stop the others."""
    done = 0
    for job in todo:
        try:
            done += job(now=now)
        except OperationalError:
            close_old_connections()
            log.warning("The database did not answer; %s waits for the next round.", job.__name__)
        except Exception:
            log.exception("%s failed; its rows are still waiting.", job.__name__)
    return done


def work_until_stopped(*, pause: float) -> None:
    """Work round after round. SIGTERM and SIGINT end it after the job in hand."""
    stop = threading.Event()

    def told_to_stop(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, told_to_stop)
    log.debug("Ready to work.")
    todo = jobs()
    while not stop.is_set():
        if not round_of_work(todo, now=clock.now()):
            stop.wait(pause)
