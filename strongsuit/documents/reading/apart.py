"""Reads PDF and Word files in a program of its own, with a limit on time and memory: a hostile file ends only that."""

import json
import resource
import subprocess
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

from strongsuit.documents.reading import refusals
from strongsuit.documents.reading.refusals import CannotRead
from strongsuit.knowledge.coach.document.blocks import Block, Document, Unread

SECONDS = 60
MEMORY = 1_500_000_000
BROKEN = {"pdf": refusals.BROKEN_PDF, "word": refusals.BROKEN_WORD}
PLACE = Path(__file__).parents[3]


def read(kind: str, name: str, data: bytes, seconds: int = SECONDS) -> Document:
    """The file goes in and its blocks come out through pipes, so nothing lies on a disk."""
    asked = [sys.executable, "-c", f"from {__name__} import answer; answer()", kind]
    try:
        # Fixed words of our own; the file is only ever its input.
        done = subprocess.run(  # noqa: S603
            asked, input=data, capture_output=True, timeout=seconds, check=False, cwd=PLACE
        )
    except subprocess.TimeoutExpired as fault:
        raise CannotRead(refusals.TOO_SLOW) from fault
    if done.returncode:
        raise CannotRead(refusals.TOO_SLOW if done.returncode < 0 else BROKEN[kind])
    said = json.loads(done.stdout)
    if "refused" in said:
        raise CannotRead(said["refused"]["message"], **dict(said["refused"]["values"]))
    return Document(name, tuple(map(_block, said["blocks"])), said["pages"], tuple(map(_unread, said["unread"])))


def answer() -> None:
    """The program itself: kind as its word, the file as its input, JSON as its answer."""
    _limit()
    try:
        document = import_module(f"strongsuit.documents.reading.{sys.argv[1]}").read("", sys.stdin.buffer.read())
        said: dict[str, Any] = asdict(document)
    except CannotRead as refused:
        said = {"refused": asdict(refused.reason)}
    json.dump(said, sys.stdout)


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    # Some systems do not limit memory this way; the limit of time stands everywhere.
    if sys.platform.startswith("linux"):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _block(held: dict[str, Any]) -> Block:
    return Block(**held | {"rows": tuple(map(tuple, held["rows"]))})


def _unread(held: dict[str, Any]) -> Unread:
    return Unread(held["message"], tuple((name, value) for name, value in held["values"]))
