"""Runs one of our own functions in a program of its own, with a limit on time and memory.

Files of strangers are opened there: a hostile one ends that program and nothing else. The file goes in and the answer
comes out through pipes, so that nothing of it lies on a disk.
"""

import resource
import subprocess
import sys
from pathlib import Path

PLACE = Path(__file__).parents[2]


class Slow(Exception):
    """It took more time or memory than it may."""


class Ended(Exception):
    """The program ended without an answer."""


def run(module: str, *words: str, data: bytes, seconds: int) -> bytes:
    """What ``answer()`` of ``module`` writes, when it is given ``data`` as its input and ``words`` behind its name."""
    asked = [sys.executable, "-c", f"from {module} import answer; answer()", *words]
    try:
        # Fixed words of our own; the file is only ever its input.
        done = subprocess.run(  # noqa: S603
            asked, input=data, capture_output=True, timeout=seconds, check=False, cwd=PLACE
        )
    except subprocess.TimeoutExpired as fault:
        raise Slow from fault
    if done.returncode < 0:
        raise Slow
    if done.returncode:
        raise Ended
    return done.stdout


def limit(*, seconds: int, memory: int) -> None:
    """Called by that program first of all."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    # Some systems do not limit memory this way; the limit of time stands everywhere.
    if sys.platform.startswith("linux"):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
