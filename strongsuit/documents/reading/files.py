"""One file into blocks: what kind it is shows in its content, whatever its name ends with."""

import io
import re
import zipfile
from pathlib import Path

from strongsuit.documents.reading import apart, html, plain, refusals
from strongsuit.documents.reading.refusals import CannotRead
from strongsuit.knowledge.coach.document.blocks import Document, Unread

MOST_BYTES = 40_000_000
MOST_LETTERS = 1_000_000
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "EncryptedPackage".encode("utf-16-le")
MARKUP = re.compile(
    rb"<!doctype html|<\?xml|<(?:html|head|body|table|div|p|h[1-6]|ul|ol|section|article|main|header|span|b|strong|"
    rb"meta|title|style|form)[\s>]"
)
# Names of what is never plain text, and of what is; under any other name a text is read, and that is told.
NO_TEXT_NAMES = frozenset(
    {".pdf", ".docx", ".docm", ".dotx", ".doc", ".rtf", ".odt", ".pages", ".xlsx", ".xls", ".pptx", ".zip", ".png",
     ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".heic"}
)  # fmt: skip
TEXT_NAMES = frozenset({"", ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".asc", ".log"})
# Signs that no text holds.
NO_TEXT_SIGNS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})


def read_path(path: Path) -> Document:
    try:
        if path.is_dir():
            raise CannotRead(refusals.A_FOLDER)
        has = path.stat().st_size
        if has > MOST_BYTES:
            raise CannotRead(refusals.TOO_LARGE, has=round(has / 1e6), most=MOST_BYTES // 1_000_000)
        with path.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except FileNotFoundError as fault:
        raise CannotRead(refusals.NOT_THERE) from fault
    except (OSError, ValueError) as fault:
        raise CannotRead(refusals.NOT_ALLOWED, why=getattr(fault, "strerror", None) or str(fault)) from fault
    return read_bytes(path.name, data)


def read_bytes(name: str, data: bytes, seconds: int = apart.SECONDS) -> Document:
    """CannotRead says what else it is."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise CannotRead(refusals.EMPTY)
    if len(data) > MOST_BYTES:
        raise CannotRead(refusals.TOO_LARGE, has=round(len(data) / 1e6), most=MOST_BYTES // 1_000_000)
    if b"%PDF-" in data[:1024]:
        return _checked(apart.read("pdf", name, data, seconds))
    if data.startswith(b"PK"):
        return _checked(_packed(name, data, seconds))
    if data.startswith(OLD_OFFICE):
        raise CannotRead(refusals.LOCKED_OFFICE if LOCKED in data else refusals.OLD_WORD)
    if data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        raise CannotRead(refusals.RTF)
    if data.startswith(PICTURES):
        raise CannotRead(refusals.PICTURE)
    return _checked(_written(name, data))


def _packed(name: str, data: bytes, seconds: int) -> Document:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            listed = set(opened.namelist())
            kind = opened.read("mimetype")[:80] if "mimetype" in listed else b""
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError) as fault:
        raise CannotRead(refusals.BROKEN_WORD) from fault
    if kind.startswith(b"application/vnd.oasis"):
        raise CannotRead(refusals.OPEN_DOCUMENT)
    if any(one.startswith("word/") for one in listed):
        return apart.read("word", name, data, seconds)
    if any(one.startswith(("xl/", "ppt/")) for one in listed):
        raise CannotRead(refusals.OTHER_OFFICE)
    raise CannotRead(refusals.BROKEN_WORD if name.lower().endswith(".docx") else refusals.ZIPPED)


def _written(name: str, data: bytes) -> Document:
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff")) or bool(plain.zeros_on(data))
    strange = len(data[:100_000]) - len(data[:100_000].translate(None, NO_TEXT_SIGNS))
    # A stray sign comes with pasting; many of them are no text.
    if not wide and (b"\x00" in data[:100_000] or strange > len(data[:100_000]) // 50):
        raise CannotRead(refusals.UNKNOWN)
    if len(data) > MOST_LETTERS * 4:
        raise CannotRead(refusals.TOO_LONG, most=MOST_LETTERS)
    narrow = start if not wide else plain.decode(data[:4096])[0].strip().encode(errors="replace").lower()
    if MARKUP.match(narrow) or b"<html" in narrow or (name.lower().endswith((".html", ".htm")) and b"<" in narrow):
        return html.read(name, data)
    return _text(name, data)


def _text(name: str, data: bytes) -> Document:
    """Plain text by its letters; a name that promises something else is a file that went wrong on its way."""
    ending = Path(name).suffix.lower()
    text, unread = plain.decode(data)
    if not plain.is_written(text, guessed=any(one.message == refusals.GUESSED for one in unread)):
        raise CannotRead(refusals.UNKNOWN)
    if ending in NO_TEXT_NAMES:
        raise CannotRead(refusals.OTHER_THAN_NAMED, ending=ending)
    if ending not in TEXT_NAMES:
        unread = (Unread(refusals.READ_AS_TEXT, (("ending", ending),)), *unread)
    return plain.read_text(name, text, unread)


def _checked(document: Document) -> Document:
    letters = sum(len(block.text) + sum(len(cell) for row in block.rows for cell in row) for block in document.blocks)
    if not letters:
        raise CannotRead(refusals.NO_TEXT)
    if letters > MOST_LETTERS:
        raise CannotRead(refusals.TOO_LONG, most=MOST_LETTERS)
    return document
