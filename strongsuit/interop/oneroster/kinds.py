"""What a file is by its first bytes, whatever its name says."""

from strongsuit.knowledge.words import gettext_noop

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", gettext_noop("a zip file or an Excel workbook")),
    (b"PK\x05\x06", gettext_noop("a zip file or an Excel workbook")),
    (b"\xd0\xcf\x11\xe0", gettext_noop("an old Excel or Word file")),
    (b"%PDF", gettext_noop("a PDF")),
    (b"\x1f\x8b", gettext_noop("another kind of archive")),
    (b"7z\xbc\xaf", gettext_noop("another kind of archive")),
    (b"Rar!", gettext_noop("another kind of archive")),
    (b"BZh", gettext_noop("another kind of archive")),
    (b"\xfd7zXZ", gettext_noop("another kind of archive")),
    (b"\x89PNG", gettext_noop("a picture")),
    (b"\xff\xd8\xff", gettext_noop("a picture")),
    (b"GIF8", gettext_noop("a picture")),
    (b"<", gettext_noop("a web page or an XML file")),
    (b"{", gettext_noop("a JSON file")),
    (b"[", gettext_noop("a JSON file")),
)
_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


def is_json(head: bytes) -> bool:
    """Whether the bytes begin like the answer of a web service."""
    return head.removeprefix(_MARKS[-1]).lstrip().startswith((b"{", b"["))


def kind_of(head: bytes) -> str:
    """The kind in plain words, for a sentence; call it only when the kind is wrong."""
    return foreign_kind(head) or gettext_noop("a single text file")


def foreign_kind(head: bytes) -> str:
    """What the bytes are when they are no table of text; empty when they may be one."""
    start = head.lstrip()
    for signature, kind in _SIGNATURES:
        if start.startswith(signature):
            return kind
    # UTF-16 is full of zero bytes and says so by its mark; without the mark such bytes are no text.
    if not head.startswith(_MARKS) and head.count(0) * 5 > len(head):
        return gettext_noop("a file of raw data")
    return ""
