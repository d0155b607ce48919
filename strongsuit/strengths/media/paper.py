"""A PDF without what runs, leads elsewhere or tells who made it: pages, their letters, pictures and order stay."""

import io
from collections.abc import Iterator

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.filters import decode_stream_data
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from strongsuit.strengths.media import refusals
from strongsuit.strengths.media.refusals import CannotTake
from strongsuit.strengths.media.sorts import Cleaned

MOST_PAGES = 40
# What the document as a whole may say: its pages, its language, and the order in which it is read aloud.
ROOT = {"/Type", "/Pages", "/Lang", "/MarkInfo", "/StructTreeRoot", "/PageLabels", "/ViewerPreferences"}
# Wherever they stand: what runs, what is packed inside, who made it with what and when.
GONE = (
    "/JS", "/JavaScript", "/AA", "/A", "/OpenAction", "/EF", "/EmbeddedFiles", "/AF", "/XFA", "/AcroForm", "/Metadata",
    "/PieceInfo", "/LastModified", "/Thumb", "/RichMediaContent", "/RichMediaSettings", "/OCProperties", "/URI",
)  # fmt: skip
# Marks that somebody made on a page; everything else there plays, runs, asks or leads away.
MARKS = {"/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Ink", "/FreeText", "/Stamp", "/Square", "/Circle",
         "/Line", "/Polygon", "/PolyLine"}  # fmt: skip
WHO = ("/T", "/M", "/CreationDate", "/NM", "/Contents", "/RC")


def clean(data: bytes, _container: str = "") -> Cleaned:
    """CannotTake says what is wrong with it."""
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise CannotTake(refusals.LOCKED_PDF)
        if not 0 < len(reader.pages) <= MOST_PAGES:
            raise CannotTake(refusals.TOO_MANY_PAGES, has=len(reader.pages), most=MOST_PAGES)
        body = _written(PdfWriter(clone_from=reader))
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError,
            AssertionError, NotImplementedError) as fault:  # fmt: skip
        raise CannotTake(refusals.BROKEN_PDF) from fault
    return Cleaned("file", "application/pdf", "pdf", body)


def _written(writer: PdfWriter) -> bytes:
    root = writer.root_object
    for name in [name for name in root if name not in ROOT]:
        del root[name]
    for page in writer.pages:
        _keep_marks(page)
    for one in _every(writer):
        for name in GONE:
            one.pop(NameObject(name), None)
        if isinstance(one, StreamObject) and "/Filter" in one:
            _bare(one)
    writer.metadata = None
    writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _keep_marks(page: DictionaryObject) -> None:
    kept = [mark for mark in page.get("/Annots") or () if mark.get_object().get("/Subtype") in MARKS]
    for mark in kept:
        for name in WHO:
            mark.get_object().pop(NameObject(name), None)
    page.pop(NameObject("/Annots"), None)
    if kept:
        page[NameObject("/Annots")] = ArrayObject(kept)


def _every(writer: PdfWriter) -> Iterator[DictionaryObject]:
    """Each dictionary of the file, also those that stand inside others."""
    waiting: list[object] = [one for one in writer._objects if one is not None]
    while waiting:
        one = waiting.pop()
        if isinstance(one, DictionaryObject):
            yield one
            waiting += [value for value in one.values() if not isinstance(value, IndirectObject)]
        elif isinstance(one, ArrayObject):
            waiting += [value for value in one if not isinstance(value, IndirectObject)]


def _bare(picture: StreamObject) -> None:
    """A photo inside keeps its dots and loses where and with what it was taken, however it is packed."""
    packing = _known(picture.get("/Filter"))
    packed = [str(_known(name)) for name in (packing if isinstance(packing, ArrayObject) else [packing])]
    if packed[-1] not in PHOTOS:
        return
    data = decode_stream_data(picture) if len(packed) > 1 else picture._data
    settings = _known(picture.pop(NameObject("/DecodeParms"), None))
    own = _known(settings[-1]) if isinstance(settings, ArrayObject) and settings else settings
    if isinstance(own, DictionaryObject):
        picture[NameObject("/DecodeParms")] = own
    picture[NameObject("/Filter")] = NameObject(packed[-1])
    picture._data = PHOTOS[packed[-1]](data)


def _known(value: object) -> object:
    return value.get_object() if isinstance(value, IndirectObject) else value


def without_notes(jpeg: bytes) -> bytes:
    """A JPEG without its application parts and comments; the one that says how colors are kept stays."""
    if not jpeg.startswith(b"\xff\xd8"):
        return jpeg
    kept, at = [jpeg[:2]], 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF:
        mark, length = jpeg[at + 1], int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if mark == 0xDA or length < 2:
            break
        if not (0xE1 <= mark <= 0xEF and mark != 0xEE) and mark != 0xFE:
            kept.append(jpeg[at : at + 2 + length])
        at += 2 + length
    return b"".join(kept) + jpeg[at:]


def without_boxes(jpeg2000: bytes) -> bytes:
    """A JPEG 2000 without the boxes that tell of it; a bare stream of dots has none and stays."""
    kept, at = [], 0
    while at + 8 <= len(jpeg2000):
        length, head = int.from_bytes(jpeg2000[at : at + 4], "big"), 8
        if length == 1:
            length, head = int.from_bytes(jpeg2000[at + 8 : at + 16], "big"), 16
        if length < head:
            break
        if jpeg2000[at + 4 : at + 8] not in (b"uuid", b"uinf", b"xml "):
            kept.append(jpeg2000[at : at + length])
        at += length
    return b"".join(kept) + jpeg2000[at:]


# Photos by the last of their packings, and what makes them bare.
PHOTOS = {"/DCTDecode": without_notes, "/JPXDecode": without_boxes}
