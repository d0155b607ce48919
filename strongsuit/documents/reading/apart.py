"""Reads PDF and Word files in a program of its own, with a limit on time and memory: a hostile file ends only that."""

import json
import sys
from dataclasses import asdict
from importlib import import_module
from typing import Any

from strongsuit.documents.reading import refusals
from strongsuit.documents.reading.refusals import CannotRead
from strongsuit.knowledge.coach.document.blocks import Block, Document, Unread
from strongsuit.web import apart

SECONDS = 60
MEMORY = 1_500_000_000
BROKEN = {"pdf": refusals.BROKEN_PDF, "word": refusals.BROKEN_WORD}


def read(kind: str, name: str, data: bytes, seconds: int = SECONDS) -> Document:
    """The file goes in and its blocks come out through pipes, so nothing lies on a disk."""
    try:
        said = json.loads(apart.run(__name__, kind, data=data, seconds=seconds))
    except apart.Slow as fault:
        raise CannotRead(refusals.TOO_SLOW) from fault
    except apart.Ended as fault:
        raise CannotRead(BROKEN[kind]) from fault
    if "refused" in said:
        raise CannotRead(said["refused"]["message"], **dict(said["refused"]["values"]))
    return Document(name, tuple(map(_block, said["blocks"])), said["pages"], tuple(map(_unread, said["unread"])))


def answer() -> None:
    """The program itself: kind as its word, the file as its input, JSON as its answer."""
    apart.limit(seconds=SECONDS, memory=MEMORY)
    try:
        document = import_module(f"strongsuit.documents.reading.{sys.argv[1]}").read("", sys.stdin.buffer.read())
        said: dict[str, Any] = asdict(document)
    except CannotRead as refused:
        said = {"refused": asdict(refused.reason)}
    json.dump(said, sys.stdout)


def _block(held: dict[str, Any]) -> Block:
    return Block(**held | {"rows": tuple(map(tuple, held["rows"]))})


def _unread(held: dict[str, Any]) -> Unread:
    return Unread(held["message"], tuple((name, value) for name, value in held["values"]))
