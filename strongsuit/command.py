"""The strongsuit command: every operation of the house under one name."""

import ast
import io
import os
import sys
from pathlib import Path

from strongsuit import __version__

PACKAGE = Path(__file__).parent
# Django's own commands that an operator needs, in our words.
BORROWED = {
    "migrate": "Bring the database to the shape this version needs.",
    "check": "Look for mistakes in the settings; with --deploy, also for what a public server must not have.",
}
FIRST = ["serve", "work", "demo", "invite", "import_roster", "coach", "audit", "backup", "restore", "migrate", "check"]
COACH_LINES = [[part, "--jsonl"] for part in ("wording", "goals")]
# 128 and the number of the signal that closes a pipe, as every shell tells it.
PIPE_CLOSED = 141
HELP = """\
Strongsuit {version}: plans that grow from what a student does well.

Usage: strongsuit COMMAND [options]

{commands}

strongsuit COMMAND --help tells more about one of them. Django's own commands work too."""


def caption(path: Path) -> str:
    """The first line of a module, read without running it: help must work where the settings do not."""
    words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return words.partition("\n")[0]


def operations() -> dict[str, str]:
    """Our commands and the borrowed ones with their captions, the everyday ones first."""
    ours = sorted(path for path in PACKAGE.glob("*/management/commands/*.py") if not path.stem.startswith("_"))
    every = {path.stem: caption(path) for path in ours} | BORROWED
    order = [name for name in FIRST if name in every]
    return {name: every[name] for name in order + [name for name in every if name not in order]}


def main() -> None:
    try:
        try:
            run(sys.argv[1:])
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read this has enough, as with "| head -1"; Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(PIPE_CLOSED)


def run(words: list[str]) -> None:
    if words == ["--version"]:
        sys.stdout.write(f"Strongsuit {__version__}\n")
    elif words[:1] == ["coach"] and words[1:] in COACH_LINES:
        # With Django around them these would take twice as long to begin, and a quarter more memory.
        from strongsuit.knowledge.coach.lines import answered  # noqa: PLC0415

        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")
        sys.exit(answered(words[1], sys.stdin.buffer, sys.stdout, sys.stderr))
    else:
        from strongsuit.operations import operate  # noqa: PLC0415

        operate(words)
