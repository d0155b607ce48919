"""Photos, recordings and PDFs for the tests, with canaries in every corner where a file can hide a word."""

import io
import math
import struct
import wave
import zlib
from fractions import Fraction

import av
import pikepdf
from PIL import Image, ImageCms, PngImagePlugin

CANARY = "CANARY7Q"


def photo(kind="JPEG", size=(640, 480), mode="RGB", turned=0, color=(200, 60, 40)):
    """A picture whose left half is of one color, with place, device, comment and profile in it."""
    image = Image.new(mode, size, "white")
    image.paste(color, (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x010F] = CANARY
    if turned:
        exif[0x0112] = turned
    exif.get_ifd(0x8825).update({1: "N", 2: (40.0, 26.0, 46.0), 3: "W", 4: (79.0, 58.0, 56.0)})
    found = {"exif": exif, "icc_profile": ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()}
    if kind == "JPEG":
        found["comment"] = CANARY.encode()
    if kind == "PNG":
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Author", CANARY)
        found["pnginfo"] = notes
    made = io.BytesIO()
    image.save(made, kind, **found)
    return made.getvalue()


def bomb(width=40_000, height=40_000):
    """A small PNG that says it is enormous."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)

    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\x00" * 10_000))
        + chunk(b"IEND", b"")
    )


def wav(seconds=2, rate=8000):
    made = io.BytesIO()
    with wave.open(made, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        tone = b"".join(struct.pack("<h", int(9000 * math.sin(at / 3))) for at in range(rate))
        out.writeframes(tone * seconds)
    return made.getvalue()


SOUNDS = {
    "mp3": ("mp3", "libmp3lame"), "m4a": ("ipod", "aac"), "ogg": ("ogg", "libopus"), "webm": ("webm", "libopus"),
}  # fmt: skip


def sound(kind, seconds=2, video=False):
    """The same tone as other programs record it, with a title and an artist."""
    if kind == "wav":
        return wav(seconds)
    container, codec = SOUNDS[kind]
    made = io.BytesIO()
    with av.open(io.BytesIO(wav(seconds))) as source, av.open(made, "w", format=container) as out:
        out.metadata.update({"title": CANARY, "artist": CANARY, "comment": CANARY})
        stream = out.add_stream(codec, rate=48_000, layout="mono")
        moving = out.add_stream("libx264" if container == "ipod" else "vp8", rate=5) if video else None
        if moving:
            moving.width, moving.height, moving.pix_fmt = 64, 64, "yuv420p"
            frame = av.VideoFrame(64, 64, "yuv420p")
            frame.pts, frame.time_base = 0, Fraction(1, 5)
            out.mux(moving.encode(frame))
            out.mux(moving.encode(None))
        if not stream.codec_context.is_open:
            stream.codec_context.open()
        resampler = av.AudioResampler(
            format=stream.codec_context.format, layout="mono", rate=48_000,
            frame_size=stream.codec_context.frame_size,
        )  # fmt: skip
        for frame in source.decode(audio=0):
            for each in resampler.resample(frame):
                out.mux(stream.encode(each))
        for each in resampler.resample(None):
            out.mux(stream.encode(each))
        out.mux(stream.encode(None))
    return made.getvalue()


def photo_2000():
    """A JPEG 2000 with a note of who took it, between its boxes."""
    made = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(made, "JPEG2000")
    whole, note = made.getvalue(), b"xml " + CANARY.encode()
    place = whole.index(b"jp2c") - 4
    return whole[:place] + (len(note) + 4).to_bytes(4, "big") + note + whole[place:]


def pdf(pages=1, password="", packed=""):
    """Pages with everything that runs, leads away, is packed inside or tells who made it."""
    made = io.BytesIO()
    with pikepdf.new() as out:
        for _page in range(pages):
            out.add_blank_page(page_size=(300, 300))
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String(f"app.alert('{CANARY}')"))
        out.Root.OpenAction = script
        out.Root.AA = pikepdf.Dictionary(WC=script)
        out.Root.Lang = pikepdf.String("en")
        out.Root.Names = pikepdf.Dictionary(
            JavaScript=pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("go"), out.make_indirect(script)]))
        )
        out.attachments["secret.txt"] = CANARY.encode()
        out.docinfo["/Author"] = CANARY
        with out.open_metadata() as meta:
            meta["dc:creator"] = [CANARY]
        page = out.pages[0]
        page.AA = pikepdf.Dictionary(O=script)
        picture = out.make_stream(photo(size=(64, 48)))
        picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        picture.Width, picture.Height, picture.BitsPerComponent = 64, 48, 8
        picture.ColorSpace, picture.Filter = pikepdf.Name.DeviceRGB, pikepdf.Name.DCTDecode
        if packed == "twice":
            picture.write(
                zlib.compress(photo(size=(64, 48))), filter=[pikepdf.Name.FlateDecode, pikepdf.Name.DCTDecode]
            )
        if packed == "elsewhere":
            names = pikepdf.Array([pikepdf.Name.ASCIIHexDecode, pikepdf.Name.DCTDecode])
            picture.write(photo(size=(64, 48)).hex().encode() + b">", filter=names)
            picture.Filter = out.make_indirect(names)
        if packed == "jpeg2000":
            picture.write(photo_2000(), filter=pikepdf.Name.JPXDecode)
            del picture.ColorSpace
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=picture))
        page.Contents = out.make_stream(b"q 200 0 0 150 50 50 cm /P Do Q")
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9],
            A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(f"http://{CANARY}.example")),
        )  # fmt: skip
        mark = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Highlight, Rect=[0, 0, 9, 9], T=pikepdf.String(CANARY),
            QuadPoints=[0, 9, 9, 9, 0, 0, 9, 0], A=script,
        )  # fmt: skip
        page.Annots = pikepdf.Array([out.make_indirect(link), out.make_indirect(mark)])
        locked = pikepdf.Encryption(owner=password, user=password) if password else False
        out.save(made, encryption=locked)
    return made.getvalue()
