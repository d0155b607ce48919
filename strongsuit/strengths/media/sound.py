"""A recording made anew from its sound alone: one channel of AAC, at most three minutes, without any note about it."""

import io
import struct
from collections.abc import Iterator
from fractions import Fraction

import av
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.container import InputContainer

from strongsuit.strengths.media import refusals
from strongsuit.strengths.media.refusals import CannotTake
from strongsuit.strengths.media.sorts import Cleaned

MOST_SECONDS = 180
# A recorder that stops by itself after three minutes may be a breath late.
BREATH = 2
RATE = 48_000
BITS = 64_000


def clean(data: bytes, container: str) -> Cleaned:
    """CannotTake says what is wrong with it."""
    try:
        # The container is named, so that no other reader of FFmpeg's is tried, and nothing else is opened.
        with av.open(io.BytesIO(data), "r", format=container, options={"protocol_whitelist": "pipe"}) as opened:
            body, samples = _encoded(_sound_of(opened))
    except (av.FFmpegError, ValueError, MemoryError, OverflowError) as fault:
        raise CannotTake(refusals.BROKEN_SOUND) from fault
    if not samples:
        raise CannotTake(refusals.SILENT)
    return Cleaned("audio", "audio/mp4", "m4a", body, seconds=max(1, round(samples / RATE)))


def _sound_of(opened: InputContainer) -> Iterator[AudioFrame]:
    moving = [video for video in opened.streams.video if not _is_cover(video)]
    if moving:
        raise CannotTake(refusals.A_VIDEO)
    if not opened.streams.audio:
        raise CannotTake(refusals.SILENT)
    resampler = AudioResampler(format="fltp", layout="mono", rate=RATE)
    samples = 0
    for frame in _decoded(opened):
        for each in resampler.resample(frame):
            samples += each.samples
            if samples > (MOST_SECONDS + BREATH) * RATE:
                raise CannotTake(refusals.TOO_LONG, most=MOST_SECONDS // 60)
            yield each
    yield from resampler.resample(None)


def _is_cover(video: "av.VideoStream") -> bool:
    """The picture of a record's cover lies in a music file as if it were a video."""
    return bool(video.disposition & av.stream.Disposition.attached_pic)


def _decoded(opened: InputContainer) -> Iterator[AudioFrame]:
    """Every frame that can be read; what a recorder left unfinished at the end is left out."""
    read = 0
    try:
        for frame in opened.decode(opened.streams.audio[0]):
            read += 1
            frame.pts = None
            yield frame
    except av.FFmpegError:
        if not read:
            raise


def _encoded(sound: Iterator[AudioFrame]) -> tuple[bytes, int]:
    made, samples = io.BytesIO(), 0
    # Without "bitexact" FFmpeg writes its own name and version into the file.
    with av.open(made, "w", format="ipod", options={"fflags": "+bitexact"}) as out:
        stream = out.add_stream("aac", rate=RATE, layout="mono", options={"flags": "+bitexact"})
        stream.bit_rate = BITS
        stream.codec_context.time_base = Fraction(1, RATE)
        for frame in sound:
            frame.pts, frame.time_base = samples, Fraction(1, RATE)
            samples += frame.samples
            out.mux(stream.encode(frame))
        if samples:
            out.mux(stream.encode(None))
    return contents_first(made.getvalue()), samples


def contents_first(file: bytes) -> bytes:
    """The list of contents before the sound, so that a browser plays from the first bytes on.

    FFmpeg can do this only with a file on a disk. The places that the list names move by its own length.
    """
    boxes = dict(_boxes(file, 0, len(file)))
    begin, end = boxes[b"moov"]
    if begin < boxes[b"mdat"][0]:
        return file
    moov = bytearray(file[begin:end])
    for at, number in _places(moov):
        struct.pack_into(">I", moov, at, number + len(moov))
    first = boxes[b"mdat"][0]
    return file[:first] + bytes(moov) + file[first:begin] + file[end:]


def _boxes(file: bytes | bytearray, at: int, end: int) -> Iterator[tuple[bytes, tuple[int, int]]]:
    while at + 8 <= end:
        size, name = struct.unpack_from(">I4s", file, at)
        yield name, (at, at + size)
        at += max(size, 8)


def _places(moov: bytearray) -> Iterator[tuple[int, int]]:
    """Where each number stands that says where in the file a piece of sound begins."""
    begin, end = 0, len(moov)
    for name in (b"trak", b"mdia", b"minf", b"stbl", b"stco"):
        begin, end = dict(_boxes(moov, begin + 8, end))[name]
    (count,) = struct.unpack_from(">I", moov, begin + 12)
    for order in range(count):
        at = begin + 16 + 4 * order
        yield at, struct.unpack_from(">I", moov, at)[0]
