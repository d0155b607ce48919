"""Keeps programs running side by side: a dead one is started again, and all may finish when it is time to stop."""

import signal
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from types import FrameType

GRACE_SECONDS = 30
LONGEST_PAUSE = 30


class CannotStart(Exception):
    """A program ended before the house was open."""


class Program:
    """One command, alive as long as it is wanted."""

    def __init__(self, command: Sequence[str]):
        self.command = command
        self.pause = 1
        self.start()

    def start(self) -> None:
        self.started = time.monotonic()
        # A session of its own: Ctrl-C reaches only the supervisor, which then stops the programs in order.
        self.process = subprocess.Popen(self.command, start_new_session=True)  # noqa: S603

    def revive(self) -> None:
        """Start again when dead, after a pause that doubles while it keeps dying young."""
        if self.process.poll() is None:
            return
        age = time.monotonic() - self.started
        if age >= self.pause:
            self.pause = 1 if age > LONGEST_PAUSE else min(2 * self.pause, LONGEST_PAUSE)
            self.start()

    def end(self, by: float) -> None:
        try:
            self.process.wait(timeout=max(0.0, by - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def supervise(commands: Sequence[Sequence[str]], *, ready: Callable[[], bool], welcome: Callable[[], None]) -> None:
    """Run the commands until SIGTERM, SIGINT or SIGHUP; say welcome once the first one is ready.

    Refuses with CannotStart when a program ends before that: it would not get better by trying again."""
    stop = threading.Event()

    def ask_to_stop(number: int, frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, ask_to_stop)
    programs = [Program(command) for command in commands]
    try:
        begin(programs, stop, ready)
        if not stop.is_set():
            welcome()
        while not stop.wait(0.25):
            for program in programs:
                program.revive()
    finally:
        end(programs)


def begin(programs: Sequence[Program], stop: threading.Event, ready: Callable[[], bool]) -> None:
    while not ready() and not stop.wait(0.1):
        for program in programs:
            if program.process.poll() is not None:
                raise CannotStart(f"{' '.join(program.command)} ended right after its start.")


def end(programs: Sequence[Program]) -> None:
    """Ask all to stop, give them the grace to finish, then insist."""
    for program in programs:
        program.process.terminate()
    by = time.monotonic() + GRACE_SECONDS
    for program in programs:
        program.end(by)
