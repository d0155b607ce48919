"""Keeps programs running side by side: a dead one is started again, and all may finish when it is time to stop."""

import signal
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from types import FrameType

GRACE_SECONDS = 30
LONGEST_PAUSE = 30


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


def supervise(commands: Sequence[Sequence[str]], started: Callable[[], None]) -> None:
    """Run the commands until SIGTERM, SIGINT or SIGHUP; ``started`` is called once, beside them."""
    stop = threading.Event()

    def ask_to_stop(number: int, frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, ask_to_stop)
    programs = [Program(command) for command in commands]
    threading.Thread(target=started, daemon=True).start()
    while not stop.wait(0.25):
        for program in programs:
            program.revive()
    for program in programs:
        program.process.terminate()
    by = time.monotonic() + GRACE_SECONDS
    for program in programs:
        program.end(by)
