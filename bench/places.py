"""The databases that are measured, built once and kept if asked: SQLite files and a PostgreSQL cluster of our own."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STRONGSUIT = [sys.executable, "-m", "strongsuit"]


@dataclass(frozen=True, slots=True)
class Place:
    """One database with so many students, and the data folder beside it."""

    kind: str
    students: int
    folder: Path
    cluster: Path | None = None

    @property
    def name(self) -> str:
        return f"{self.kind} {self.students:,}"

    @property
    def base(self) -> str:
        return f"bench_{self.students}"

    @property
    def env(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("STRONGSUIT_")}
        url = f"sqlite:///{self.folder / 'strongsuit.sqlite3'}"
        if self.cluster:
            url = f"postgres:///{self.base}?host={self.cluster}"
        return kept | {
            "STRONGSUIT_DATA": str(self.folder), "STRONGSUIT_DEMO": "yes", "STRONGSUIT_LOG_LEVEL": "WARNING",
            "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "bench.settings", "PYTHONPATH": str(ROOT),
        }  # fmt: skip

    def run(self, *command: str, quiet: bool = True) -> str:
        """A program of ours inside this place; its words are the answer."""
        done = subprocess.run(command, env=self.env, cwd=ROOT, capture_output=quiet, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)} failed in {self.name}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def tool(self, name: str, *arguments: str) -> str:
        return self.run(sys.executable, "-m", f"bench.{name}", *arguments)

    def build(self) -> float | None:
        """The demo district of this size; None when it stood already, otherwise the seconds it took."""
        mark = self.folder / "built"
        if mark.exists():
            self.run(*STRONGSUIT, "migrate", "--verbosity", "0")
            return None
        self.folder.mkdir(parents=True, exist_ok=True)
        if self.cluster:
            self.run("createdb", "-h", str(self.cluster), self.base)
        self.run(*STRONGSUIT, "migrate", "--verbosity", "0")
        begun = time.perf_counter()
        self.run(*STRONGSUIT, "demo", "--students", str(self.students))
        passed = time.perf_counter() - begun
        self.run(sys.executable, "-c", "import django; django.setup(); from strongsuit.home.prepare import "
                 "gather_static_files; gather_static_files()")  # fmt: skip
        mark.write_text(f"{passed:.1f}", encoding="ascii")
        return passed

    @property
    def built_in(self) -> float:
        return float((self.folder / "built").read_text(encoding="ascii"))


class Cluster:
    """A PostgreSQL server reached only through its folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def start(self) -> None:
        subprocess.run([ROOT / "bin" / "postgres", "start", self.folder], check=True)

    def stop(self, *, keep: bool) -> None:
        subprocess.run([ROOT / "bin" / "postgres", "rest" if keep else "stop", self.folder], check=True)
