"""What was typed into the boxes of a fillable PDF; it stands beside the page, not on it."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

SIZE = 10.0
# A text box, or a list to choose from; ticks say nothing by themselves.
WRITTEN = ("/Tx", "/Ch")


@dataclass(frozen=True, slots=True)
class Typed:
    left: float
    bottom: float
    right: float
    top: float
    text: str

    def words(self, height: float) -> Iterator[dict[str, Any]]:
        """As words of the page, one for each line, so that they stand in its order and its tables."""
        lines = [line.strip() for line in re.split(r"[\r\n]+", self.text) if line.strip()]
        step = min((self.top - self.bottom) / max(len(lines), 1), SIZE * 1.3)
        for number, line in enumerate(lines):
            top = (
                height
                - self.top
                + number * step
                + (0 if len(lines) > 1 else max(0.0, (self.top - self.bottom - SIZE) / 2))
            )
            yield {
                "text": line, "x0": self.left, "x1": self.right, "top": top, "bottom": top + min(step, SIZE),
                "fontname": "", "size": SIZE, "typed": True,
            }  # fmt: skip


def typed_in(data: bytes) -> dict[int, list[Typed]]:
    """The boxes of each page that hold words."""
    if b"/Widget" not in data and b"/ObjStm" not in data:
        return {}
    # A slow library, and only some files need it.
    import pypdf  # noqa: PLC0415

    try:
        read = pypdf.PdfReader(io.BytesIO(data))
        if "/AcroForm" not in read.root_object:
            return {}
        return {number: list(_on_page(page)) for number, page in enumerate(read.pages, 1)}
    except Exception:  # A form that cannot be read leaves the page itself readable.
        return {}


def _on_page(page: Any) -> Iterator[Typed]:
    for held in page.get("/Annots") or ():
        box = held.get_object()
        if box.get("/Subtype") != "/Widget" or _of(box, "/FT") not in WRITTEN:
            continue
        value = _of(box, "/V")
        text = " ".join(map(str, value)) if isinstance(value, list) else str(value or "")
        if text.strip() and "/Rect" in box:
            x0, y0, x1, y1 = (float(number) for number in box["/Rect"])
            yield Typed(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), text)


def _of(box: Any, name: str) -> Any:
    """A value of the box, or of the field that holds it."""
    for _step in range(8):
        if name in box:
            found = box[name]
            return found.get_object() if hasattr(found, "get_object") else found
        if "/Parent" not in box:
            return None
        box = box["/Parent"].get_object()
    return None
