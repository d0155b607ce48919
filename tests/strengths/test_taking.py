"""Files are opened apart, told by their content, and made anew without anything they would give away."""

import io
import zlib

import av
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from strongsuit.strengths.media import paper, photo, sound
from strongsuit.strengths.media.refusals import CannotTake
from strongsuit.strengths.media.sorts import MOST_BYTES, sort_of
from strongsuit.strengths.media.taking import take
from tests.strengths import samples
from tests.strengths.samples import CANARY


def refused(data, **asked):
    with pytest.raises(CannotTake) as problem:
        take(data, **asked)
    return str(problem.value)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_keeps_its_dots_and_nothing_else(kind):
    given = samples.photo(kind)
    assert CANARY.encode() in given
    made = take(given)
    assert (made.kind, made.type, made.ending, made.width, made.height) == ("photo", "image/webp", "webp", 640, 480)
    for body in (made.body, made.small):
        again = Image.open(io.BytesIO(body))
        again.load()
        assert not again.getexif() and not {"exif", "icc_profile", "comment", "xmp"} & set(again.info)
        assert CANARY.encode() not in body
    red, _green, blue = Image.open(io.BytesIO(made.body)).convert("RGB").getpixel((100, 200))
    assert red > 180 and blue < 80


def test_a_photo_of_a_phone_on_its_side_stands_upright_and_fits_a_page():
    made = take(samples.photo(size=(4000, 3000), turned=6))
    assert (made.width, made.height) == (1200, 1600)
    assert max(Image.open(io.BytesIO(made.small)).size) == 400
    # The left half was colored; turned by a quarter to the right it is the upper one.
    upright = Image.open(io.BytesIO(made.body)).convert("RGB")
    assert upright.getpixel((600, 100))[2] < 80 < upright.getpixel((600, 1500))[2]


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "L", "I;16"])
def test_a_drawing_on_nothing_stands_on_white(mode):
    made = io.BytesIO()
    Image.new(mode, (50, 40)).save(made, "PNG")
    found = Image.open(io.BytesIO(take(made.getvalue()).body))
    assert found.mode == "RGB"
    if mode in ("RGBA", "LA"):
        assert found.getpixel((5, 5)) == (255, 255, 255)


def test_what_unpacks_to_gigabytes_is_counted_and_never_unpacked():
    assert "40000 by 40000 dots" in refused(samples.bomb())


@pytest.mark.parametrize("kind", ["mp3", "m4a", "ogg", "webm", "wav"])
def test_a_recording_becomes_one_kind_that_every_browser_plays(kind):
    given = samples.sound(kind)
    made = take(given)
    assert (made.kind, made.type, made.seconds) == ("audio", "audio/mp4", 2)
    assert CANARY.encode() not in made.body and b"Lav" not in made.body
    # The contents stand before the sound, so that it plays from the first bytes on.
    assert made.body.index(b"moov") < made.body.index(b"mdat")
    with av.open(io.BytesIO(made.body)) as again:
        assert [stream.codec_context.name for stream in again.streams] == ["aac"]
        assert not {"title", "artist", "comment", "encoder"} & set(again.metadata)
        heard = sum(frame.samples for frame in again.decode(audio=0))
    assert abs(heard / 48_000 - 2) < 0.1


@pytest.mark.parametrize("kind", ["m4a", "webm"])
def test_a_video_is_told_as_one(kind):
    assert "This is a video" in refused(samples.sound(kind, video=True))


def test_a_recording_of_three_minutes_fits_and_a_longer_one_does_not():
    assert take(samples.wav(180, rate=4000)).seconds == 180
    assert "longer than 3 minutes" in refused(samples.wav(190, rate=4000))


def test_a_recording_that_was_cut_off_is_kept_as_far_as_it_goes():
    whole = samples.sound("webm", seconds=4)
    assert 1 <= take(whole[: len(whole) * 2 // 3]).seconds <= 3


def test_a_pdf_loses_what_runs_leads_away_or_tells_who_made_it():
    given = samples.pdf()
    made = take(given)
    assert (made.kind, made.type) == ("file", "application/pdf")
    assert CANARY.encode() not in made.body
    with pikepdf.open(io.BytesIO(made.body)) as again:
        kept = set(again.Root.keys())
        assert kept <= {"/Type", "/Pages", "/Lang", "/MarkInfo", "/StructTreeRoot", "/PageLabels"} and "/Lang" in kept
        assert [str(mark.Subtype) for mark in again.pages[0].Annots] == ["/Highlight"]
        for one in again.objects:
            if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
                assert not {"/JS", "/AA", "/A", "/OpenAction", "/EF", "/URI", "/Metadata", "/Author"} & set(one.keys())
            if isinstance(one, pikepdf.Stream):
                assert CANARY.encode() not in one.read_raw_bytes()
        picture = pikepdf.PdfImage(again.pages[0].Resources.XObject.P).as_pil_image()
        assert picture.size == (64, 48) and not picture.getexif()


def unpacked(data, packed):
    if packed == "jpeg2000":
        return data
    return zlib.decompress(data) if packed == "twice" else bytes.fromhex(data.decode().strip(">"))


@pytest.mark.parametrize("packed", ["twice", "elsewhere", "jpeg2000"])
def test_a_photo_in_a_pdf_is_bare_however_it_is_packed(packed):
    given = samples.pdf(packed=packed)
    with pikepdf.open(io.BytesIO(given)) as before:
        assert CANARY.encode() in unpacked(before.pages[0].Resources.XObject.P.read_raw_bytes(), packed)
    with pikepdf.open(io.BytesIO(take(given).body)) as again:
        picture = again.pages[0].Resources.XObject.P
        assert CANARY.encode() not in picture.read_raw_bytes()
        image = Image.open(io.BytesIO(picture.read_raw_bytes()))
        image.load()
        assert image.size == (64, 48) and not image.getexif()


def test_a_locked_pdf_and_one_without_end_are_refused():
    assert "locked with a password" in refused(samples.pdf(password="secret"))
    assert "has 41 pages" in refused(samples.pdf(pages=41))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "nothing in this file"),
        (b"<script>alert(1)</script>", "no photo, recording or PDF"),
        (b"#!/bin/sh\necho hello\n", "no photo, recording or PDF"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "no photo, recording or PDF"),
        (b"MZ" + bytes(200), "no photo, recording or PDF"),
        (b"PK\x03\x04" + bytes(200), "no photo, recording or PDF"),
        (b"GIF89a" + bytes(200), "JPEG or PNG"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(200), "HEIC"),
        (b"\xff\xd8\xff" + bytes(2000), "photo is damaged"),
        (samples.photo()[:3000], "photo is damaged"),
        (b"ID3" + bytes(2000), "recording is damaged"),
        (b"\x1a\x45\xdf\xa3" + bytes(2000), "recording is damaged"),
        (b"%PDF-1.7\n" + bytes(2000), "PDF is damaged"),
    ],
)
def test_what_a_file_is_shows_in_its_content(data, words):
    assert words in refused(data)


def test_a_web_page_behind_a_photo_is_gone():
    both = samples.photo() + b"<html><script>alert(1)</script></html>"
    assert b"<script" not in take(both).body


def test_only_the_kinds_that_a_form_asks_for_are_taken():
    assert "A photo is needed" in refused(samples.wav(), kinds={"photo"})
    assert "A recording is needed" in refused(samples.photo(), kinds={"audio"})


@pytest.mark.parametrize(
    ("data", "word"), [(samples.photo(), "photo"), (samples.wav(), "recording"), (b"%PDF-1.7", "file")]
)
def test_what_is_too_large_is_told_with_its_size(data, word):
    told = refused(data, size=40_000_000)
    assert told.startswith(f"This {word} is 40 MB. Up to 12 MB fits.") and "your words are kept" in told
    assert "12 MB fits" in refused(data + bytes(MOST_BYTES))


@given(st.binary(max_size=400), st.sampled_from(["", "photo", "mp3", "mov", "ogg", "matroska", "wav", "pdf"]))
def test_no_bytes_at_all_are_more_than_refused(behind, begin):
    """In this process, so that a maker's own mistake would show."""
    heads = {"": b"", "photo": samples.photo()[:600], "mp3": samples.sound("mp3")[:300], "pdf": samples.pdf()[:900],
             "mov": samples.sound("m4a")[:400], "ogg": samples.sound("ogg")[:300],
             "matroska": samples.sound("webm")[:400], "wav": samples.wav()[:300]}  # fmt: skip
    data = heads[begin] + behind
    sort, container = sort_of(data)
    maker = {"photo": photo, "audio": sound, "file": paper}.get(sort)
    if maker is None:
        return
    try:
        made = maker.clean(data, container)
    except CannotTake:
        return
    assert made.kind == sort and made.body
