"""Puts what was built beside the old things in their place; all of them, or none."""

import os
from contextlib import ExitStack
from pathlib import Path


class Swap:
    """Old things are set aside under ``.replaced-STAMP`` and come back when a later step fails."""

    def __init__(self, stamp: str) -> None:
        self.stamp = stamp
        self.aside: list[Path] = []
        self.undo = ExitStack()

    def beside(self, target: Path) -> Path:
        """A new name next to ``target``, so that putting it in place is a rename and never a copy."""
        return target.with_name(f"{target.name}.restoring-{self.stamp}")

    def put(self, fresh: Path, target: Path) -> None:
        old = target.with_name(f"{target.name}.replaced-{self.stamp}")
        if target.is_file():
            # A second name for the old file, so that there is no moment without one.
            os.link(target, old)
            os.replace(fresh, target)
            self.undo.callback(os.replace, old, target)
        else:
            if target.exists():
                os.rename(target, old)
                self.undo.callback(os.rename, old, target)
            os.rename(fresh, target)
            self.undo.callback(os.rename, target, fresh)
        if old.exists():
            self.aside.append(old)

    def keep(self) -> None:
        """Everything is in its place; from here on nothing is undone."""
        self.undo.pop_all()
