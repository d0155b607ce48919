"""What ``strongsuit coach review`` does with its files: read each, print it, and write it where asked."""

import os
import shutil
from collections.abc import Sequence
from errno import EEXIST
from pathlib import Path
from typing import TextIO

from strongsuit.documents.reading.files import read_path
from strongsuit.documents.reading.refusals import CannotRead
from strongsuit.documents.reviews.page import html_page
from strongsuit.documents.reviews.printed import Terminal, printed, safe
from strongsuit.documents.reviews.shown import Shown, shown
from strongsuit.knowledge.coach.document.report import review_plan


def terminal(out: TextIO) -> Terminal:
    """What this output can show; a file or a pipe gets plain text."""
    tty = out.isatty()
    color = tty and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    signs = (getattr(out, "encoding", "") or "utf-8").lower().replace("-", "") in {"utf8", "utf8sig"}
    return Terminal(shutil.get_terminal_size((80, 24)).columns if tty else 80, color, signs)


class NoPlace(Exception):
    """The report cannot be written where it was asked for; the words say why."""


def review_files(files: Sequence[Path], out: TextIO, err: TextIO, html: str | None = None) -> int:
    """How many could not be read; the others go on."""
    place = None if html is None else there(html)
    screen = terminal(out)
    done: list[Shown] = []
    refused: list[tuple[str, str]] = []
    for path in files:
        try:
            found = shown(review_plan(read_path(path)))
        except CannotRead as reason:
            refused.append((path.name or str(path), str(reason)))
            err.write(safe(f"{path}: {reason}", Terminal(signs=screen.signs)) + "\n")
            continue
        done.append(found)
        out.write(printed(found, screen) + "\n")
    if place is not None and (done or refused):
        for one in _kept(place, done, refused, files):
            out.write(f"{one}\n")
    return len(refused)


def there(html: str) -> Path:
    """Where to write: a folder that is there, or a file in one. A slip of the pen makes no new folders."""
    place = Path(html)
    folder = place if place.is_dir() or html.endswith(("/", os.sep)) else place.parent
    if not folder.is_dir():
        raise NoPlace(f"{html}: there is no folder {folder}. Make it first, or name another place. Nothing was read.")
    return place


def _kept(html: Path, done: list[Shown], refused: list[tuple[str, str]], files: Sequence[Path]) -> list[Path]:
    try:
        return written(html, done, refused, files)
    except OSError as fault:
        raise NoPlace(f"{html} could not be written: {fault.strerror}.") from fault


def written(html: Path, done: list[Shown], refused: list[tuple[str, str]], files: Sequence[Path] = ()) -> list[Path]:
    """One file with all of them, or, where ``html`` is a folder, one for each; a plan is never written over."""
    plans = {path.resolve() for path in files}
    if not html.is_dir():
        if html.resolve() in plans:
            raise FileExistsError(EEXIST, "it is the plan itself, so choose another name", str(html))
        html.write_text(html_page(done, refused), encoding="utf-8")
        return [html]
    places: list[Path] = []
    for one in done:
        place = html / f"{Path(one.review.name).stem}.html"
        number = 2
        while place in places or place.resolve() in plans:
            place, number = html / f"{Path(one.review.name).stem}-{number}.html", number + 1
        place.write_text(html_page([one]), encoding="utf-8")
        places.append(place)
    return places
