"""Sets a sheet as an accessible PDF; the press stays warm, one for each thread."""

import json
import threading
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from strongsuit.documents.glyphs import FONTS

if TYPE_CHECKING:
    from typst import Compiler, Fonts

TEMPLATES = Path(__file__).parent / "typst"
_kept = threading.local()


def press(sheet: object, *, seconds: int, accessible: bool = True) -> bytes:
    """Give the bytes of the PDF; the same sheet and second give the same bytes. Raises what typst refuses."""
    # The text travels as JSON beside the template, so nothing a person typed can be read as a command.
    drawn = _compiler().compile(
        format="pdf",
        sys_inputs={"sheet": json.dumps(sheet, ensure_ascii=False)},
        pdf_standards=["ua-1"] if accessible else [],
        timestamp=seconds,
    )
    if not isinstance(drawn, bytes):
        raise TypeError("A paper is one file.")
    return drawn


def _compiler() -> "Compiler":
    from typst import Compiler  # noqa: PLC0415  slow to load, and only papers need it

    if not hasattr(_kept, "compiler"):
        _kept.compiler = Compiler(
            str(TEMPLATES / "paper.typ"), root=str(TEMPLATES), font_paths=_fonts(), ignore_system_fonts=True
        )
    compiler: Compiler = _kept.compiler
    return compiler


@lru_cache
def _fonts() -> "Fonts":
    from typst import Fonts  # noqa: PLC0415  slow to load, and only papers need it

    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
