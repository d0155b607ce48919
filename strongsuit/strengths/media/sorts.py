"""Which sort of file it is, by its first bytes and never by its name; and how it looks once it was made anew."""

from dataclasses import dataclass

MOST_BYTES = 12_000_000

# What FFmpeg calls each container; only the one that was found is tried.
RIFF = {b"WEBP": "photo", b"WAVE": "wav"}
PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
OTHER_PICTURES = (b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"8BPS", b"\x00\x00\x01\x00", b"\xff\x0a")
SOUNDS = {b"OggS": "ogg", b"\x1a\x45\xdf\xa3": "matroska", b"ID3": "mp3"}
HEIF = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
AVIF = (b"avif", b"avis")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """One file that was made anew. ``small`` is a photo again for tiles; empty for everything else."""

    kind: str
    type: str
    ending: str
    body: bytes
    small: bytes = b""
    width: int = 0
    height: int = 0
    seconds: int = 0


def sort_of(data: bytes) -> tuple[str, str]:
    """``photo``, ``audio``, ``file``, ``heic``, ``picture`` or nothing, and for a recording its container."""
    head = data[:16]
    if head.startswith(PICTURES):
        return "photo", ""
    if head.startswith(b"RIFF") and (found := RIFF.get(head[8:12])):
        return ("photo", "") if found == "photo" else ("audio", found)
    if head[4:8] == b"ftyp":
        return _boxed(head[8:12])
    for mark, container in SOUNDS.items():
        if head.startswith(mark):
            return "audio", container
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0:
        # The sync word of MPEG audio; without a layer it is the one of AAC.
        return ("audio", "mp3") if head[1] & 0x06 else ("audio", "aac")
    if b"%PDF-" in data[:1024]:
        return "file", ""
    return ("picture", "") if head.startswith(OTHER_PICTURES) else ("", "")


def _boxed(brand: bytes) -> tuple[str, str]:
    if brand in HEIF:
        return "heic", ""
    return ("picture", "") if brand in AVIF else ("audio", "mov")
