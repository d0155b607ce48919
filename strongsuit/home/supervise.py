"""Keeps programs running side by side: a dead one is started again, and all may finish when it is time to stop."""

import ctypes
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from types import FrameType

GRACE_SECONDS = 30
LONGEST_PAUSE = 30
PR_SET_PDEATHSIG = 1


def end_with_parent() -> None:
    """Ask the kernel to stop this program when the supervisor is killed and cannot; only Linux knows how."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


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
        self.process = subprocess.Popen(self.command, start_new_session=True, preexec_fn=end_with_parent)  # noqa: S603

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
    """Run the commands until SIGTERM, SIGINT or SIGHUP; the others follow, with a welcome, once the first is ready.

    Refuses with CannotStart when the first ends before that: it would not get better by trying again."""
    stop = threading.Event()

    def ask_to_stop(number: int, frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, ask_to_stop)
    programs = [Program(commands[0])]
    try:
        if begun(programs[0], stop, ready):
            welcome()
            programs += [Program(command) for command in commands[1:]]
        while not stop.wait(0.25):
            for program in programs:
                program.revive()
    finally:
        end(programs)


def begun(program: Program, stop: threading.Event, ready: Callable[[], bool]) -> bool:
    """Wait until the program is ready; False when told to stop before."""
    while not ready():
        if program.process.poll() is not None:
            raise CannotStart(f"{' '.join(program.command)} ended right after its start.")
        if stop.wait(0.05):
            return False
    return True


def end(programs: Sequence[Program]) -> None:
    """Ask all to stop, give them the grace to finish, then insist."""
    for program in programs:
        program.process.terminate()
    by = time.monotonic() + GRACE_SECONDS
    for program in programs:
        program.end(by)
