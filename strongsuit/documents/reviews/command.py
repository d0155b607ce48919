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


def review_files(files: Sequence[Path], out: TextIO, err: TextIO, html: Path | None = None) -> int:
    """How many could not be read; the others go on."""
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
    if html is not None and (done or refused):
        for place in written(html, done, refused, files):
            out.write(f"{place}\n")
    return len(refused)


def written(html: Path, done: list[Shown], refused: list[tuple[str, str]], files: Sequence[Path] = ()) -> list[Path]:
    """One file with all of them, or, where ``html`` is a folder, one for each; a plan is never written over."""
    plans = {path.resolve() for path in files}
    if not (html.is_dir() or str(html).endswith(("/", os.sep))):
        if html.resolve() in plans:
            raise FileExistsError(EEXIST, "it is the plan itself, so choose another name", str(html))
        html.parent.mkdir(parents=True, exist_ok=True)
        html.write_text(html_page(done, refused), encoding="utf-8")
        return [html]
    html.mkdir(parents=True, exist_ok=True)
    places: list[Path] = []
    for one in done:
        place = html / f"{Path(one.review.name).stem}.html"
        number = 2
        while place in places or place.resolve() in plans:
            place, number = html / f"{Path(one.review.name).stem}-{number}.html", number + 1
        place.write_text(html_page([one]), encoding="utf-8")
        places.append(place)
    return places
