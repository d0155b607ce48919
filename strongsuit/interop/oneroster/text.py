"""Bytes into lines of text, piece by piece: UTF-8, UTF-16 by its mark, Windows-1252 where nothing else fits."""

import codecs
import io
from collections.abc import Callable, Iterator

from strongsuit.interop.oneroster.open import Stream

CHUNK = 256 * 1024
# No roster row comes near; a longer line is kept only so far that the row can be refused.
LONGEST = 100_000

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)


class Undecodable(Exception):
    """The mark at the start promises an encoding that the bytes do not keep."""


def batches(stream: Stream, say: Callable[[str], None]) -> Iterator[list[str]]:
    """The lines without their ends (CR LF, LF or CR), some thousand at a time; ``say`` hears a rule's id."""
    chunk = stream.read(CHUNK)
    mark, encoding = next((found for found in _MARKS if chunk.startswith(found[0])), (b"", "utf-8"))
    if encoding != "utf-8":
        say("oneroster.file.utf16")
    chunk = chunk[len(mark) :]
    decoder = _Decoder(encoding, say)
    newlines = io.IncrementalNewlineDecoder(None, translate=True)
    carry = ""
    while chunk:
        lines = (carry + newlines.decode(decoder.decode(chunk))).split("\n")
        carry = lines.pop()[: LONGEST + 1]
        if lines:
            yield lines
        chunk = stream.read(CHUNK)
    rest = (carry + newlines.decode(decoder.decode(b"", final=True), final=True)).split("\n")
    yield rest if rest[-1] else rest[:-1]


class _Decoder:
    """Strict until a byte is not UTF-8; from there on line by line, for files are glued together of two encodings."""

    def __init__(self, encoding: str, say: Callable[[str], None]) -> None:
        self.encoding = encoding
        self.say = say
        self.strict: codecs.IncrementalDecoder | None = codecs.getincrementaldecoder(encoding)("strict")
        self.waiting = b""

    def decode(self, chunk: bytes, final: bool = False) -> str:
        if self.strict is not None:
            waiting, _ = self.strict.getstate()
            try:
                return self.strict.decode(chunk, final)
            except UnicodeDecodeError as problem:
                if self.encoding != "utf-8":
                    raise Undecodable from problem
            self.say("oneroster.file.encoding")
            self.strict, self.waiting = None, waiting
        return self._by_line(self.waiting + chunk, final)

    def _by_line(self, content: bytes, final: bool) -> str:
        end = max(content.rfind(b"\n"), content.rfind(b"\r")) + 1
        if final or len(content) - end > LONGEST:
            end = len(content)
        self.waiting = content[end:]
        return "".join(map(_decoded, content[:end].splitlines(keepends=True)))


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")
