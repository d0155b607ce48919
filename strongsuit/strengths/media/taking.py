"""From a file that somebody sent to one that can be kept: its sort is read, and it is made anew in a program apart."""

import base64
import json
import sys
from collections.abc import Collection
from dataclasses import asdict
from importlib import import_module
from threading import BoundedSemaphore
from typing import Any

from strongsuit.strengths.media import refusals
from strongsuit.strengths.media.refusals import CannotTake
from strongsuit.strengths.media.sorts import MOST_BYTES, Cleaned, sort_of
from strongsuit.web import apart

SECONDS = 40
MEMORY = 2_000_000_000
MAKERS = {"photo": "photo", "audio": "sound", "file": "paper"}
BROKEN = {
    "photo": refusals.BROKEN_PHOTO, "audio": refusals.BROKEN_SOUND, "file": refusals.BROKEN_PDF,
}  # fmt: skip
TOO_LARGE = {
    "photo": refusals.PHOTO_TOO_LARGE, "heic": refusals.PHOTO_TOO_LARGE, "audio": refusals.SOUND_TOO_LARGE,
}  # fmt: skip
STRANGE = {"heic": refusals.HEIC, "picture": refusals.OTHER_PICTURE}
WRONG = {"photo": refusals.NO_PHOTO, "audio": refusals.NO_SOUND}
EVERY = frozenset(MAKERS)
# Two at a time leave the machine to the others.
TAKING = BoundedSemaphore(2)
PATIENCE = 15


def take(data: bytes, *, size: int = 0, kinds: Collection[str] = EVERY) -> Cleaned:
    """The file made anew. ``size`` is how large it was when only its beginning was kept; CannotTake says what to do."""
    if not data:
        raise CannotTake(refusals.EMPTY)
    sort, container = sort_of(data)
    if max(size, len(data)) > MOST_BYTES:
        message = TOO_LARGE.get(sort, refusals.FILE_TOO_LARGE)
        raise CannotTake(message, has=round(max(size, len(data)) / 1e6), most=MOST_BYTES // 1_000_000)
    if sort not in kinds:
        only = next(iter(kinds)) if len(kinds) == 1 else ""
        raise CannotTake(STRANGE.get(sort) or WRONG.get(only, refusals.UNKNOWN))
    if not TAKING.acquire(timeout=PATIENCE):
        raise CannotTake(refusals.BUSY)
    try:
        return _made_apart(sort, container, data)
    finally:
        TAKING.release()


def _made_apart(sort: str, container: str, data: bytes) -> Cleaned:
    try:
        said: dict[str, Any] = json.loads(apart.run(__name__, sort, container, data=data, seconds=SECONDS))
    except apart.Slow as fault:
        raise CannotTake(refusals.TOO_SLOW) from fault
    except apart.Ended as fault:
        raise CannotTake(BROKEN[sort]) from fault
    if "refused" in said:
        raise CannotTake(said["refused"], **said["values"])
    said |= {name: base64.b64decode(said[name]) for name in ("body", "small")}
    return Cleaned(**said)


def answer() -> None:
    """The program itself: the sort as its word, the file as its input, JSON as its answer."""
    apart.limit(seconds=SECONDS, memory=MEMORY)
    sort, container = sys.argv[1:3]
    maker = import_module(f"strongsuit.strengths.media.{MAKERS[sort]}")
    try:
        made = asdict(maker.clean(sys.stdin.buffer.read(), container))
    except CannotTake as refused:
        json.dump({"refused": refused.message, "values": refused.values}, sys.stdout)
        return
    spelled = {name: base64.b64encode(made[name]).decode() for name in ("body", "small")}
    json.dump(made | spelled, sys.stdout)
