"""What students of the demo show: a tower, a tune, a drawing, made here from numbers, so that nobody is in them."""

import hashlib
import io
import math
import struct
import wave
from collections.abc import Callable
from datetime import date
from functools import cache

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageDraw

from strongsuit.home.demo.dates import at
from strongsuit.home.demo.families import Child
from strongsuit.home.demo.rows import Book
from strongsuit.home.demo.staff import Person
from strongsuit.knowledge.terms import Group
from strongsuit.strengths.media import photo, sound
from strongsuit.strengths.media.sorts import Cleaned
from strongsuit.strengths.models import Audience, Evidence, ItemPicture, Media

SKY, GRASS, PAPER, INK = "#cfe6f2", "#9cc68a", "#fbf6e9", "#33414a"
BLOCKS = ("#c8553d", "#e0a33e", "#3f7d8c", "#7a5c99", "#5b8c5a")
# Notes of a tune that is nobody's, in steps from the middle C.
TUNE = (0, 4, 7, 4, 9, 7, 4, 0)
RATE = 16_000


def show_work(book: Book, child: Child, items: dict[str, int], today: date) -> None:
    """For those whom a visitor meets by name; ``items`` are the cards they answered."""
    if child.part.name is None or not child.account:
        return
    own = Person(child.account, child.name)
    tower = given(
        book, child, child.manager, Group.SCHOOL, tower_of_blocks(), "A tower of seven blocks, planned on paper", today
    )
    shown(book, child, items["MK1"], child.manager, Group.SCHOOL, "photo", "Block corner", today, tower)
    tune = given(book, child, own, Group.STUDENT, played_tune(), "Eight notes on the bells", today)
    shown(book, child, items["MK2"], own, Group.STUDENT, "audio", "Music room", today, tune)
    drawn = given(book, child, own, Group.STUDENT, boat_on_waves(), "A boat on the sea", today, Audience.MINE)
    book.add(ItemPicture, **child.own, key="MK1", media_id=drawn)


def given(
    book: Book, child: Child, by: Person, group: Group, made: Cleaned, in_words: str, on: date,
    audience: Audience = Audience.BOTH,
) -> int:  # fmt: skip
    once = book.once()
    names = {"file": laid(f"media/{once[-1]}/{once}.{made.ending}", made.body)}
    if made.small:
        names["small"] = laid(f"media/{once[-1]}/{once}-small.{made.ending}", made.small)
    return book.add(
        Media, **child.own, **names, kind=made.kind, type=made.type, sha256=hashlib.sha256(made.body).hexdigest(),
        size=len(made.body), width=made.width, height=made.height, seconds=made.seconds, in_words=in_words,
        by_id=by.id or None, by_name=by.name, group=group, audience=audience, made_at=at(on, 11), once=once,
    )  # fmt: skip


def laid(name: str, body: bytes) -> str:
    """Where it lies; a demo that is built anew lays it in the same place."""
    default_storage.delete(name)
    return default_storage.save(name, ContentFile(body))


def shown(
    book: Book, child: Child, item: int, by: Person, group: Group, kind: str, setting: str, on: date, media: int
) -> None:
    book.add(
        Evidence, **child.own, item_id=item, kind=kind, words="", setting=setting, on=on, by_id=by.id or None,
        by_name=by.name, group=group, media_id=media, audience=Audience.BOTH, made_at=at(on, 11), once=book.once(),
    )  # fmt: skip


def drawn(draw: Callable[[ImageDraw.ImageDraw], None], ground: str) -> Cleaned:
    picture = Image.new("RGB", (1200, 900), ground)
    draw(ImageDraw.Draw(picture))
    made = io.BytesIO()
    picture.save(made, "PNG")
    return photo.clean(made.getvalue())


@cache
def tower_of_blocks() -> Cleaned:
    def draw(pen: ImageDraw.ImageDraw) -> None:
        pen.rectangle((0, 760, 1200, 900), fill=GRASS)
        for place in range(7):
            width, foot = 300 - 28 * place, 760 - 92 * place
            lean = (place % 3 - 1) * 14
            box = (600 - width // 2 + lean, foot - 92, 600 + width // 2 + lean, foot)
            pen.rounded_rectangle(box, radius=12, fill=BLOCKS[place % len(BLOCKS)], outline=INK, width=5)

    return drawn(draw, SKY)


@cache
def boat_on_waves() -> Cleaned:
    def draw(pen: ImageDraw.ImageDraw) -> None:
        for row in range(5):
            line = [(at_x, 620 + 55 * row + 18 * math.sin(at_x / 55 + row)) for at_x in range(0, 1201, 12)]
            pen.line(line, fill=BLOCKS[2], width=9)
        pen.polygon([(380, 560), (820, 560), (740, 660), (460, 660)], fill=BLOCKS[0], outline=INK)
        pen.line([(600, 560), (600, 200)], fill=INK, width=10)
        pen.polygon([(615, 220), (615, 520), (800, 520)], fill=BLOCKS[1], outline=INK)
        pen.ellipse((950, 90, 1090, 230), fill=BLOCKS[1])

    return drawn(draw, PAPER)


@cache
def played_tune() -> Cleaned:
    made = io.BytesIO()
    with wave.open(made, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        for step in TUNE:
            height = 2 * math.pi * 261.63 * 2 ** (step / 12) / RATE
            fade = [math.exp(-5 * place / RATE) for place in range(RATE // 2)]
            bell = [loud * (math.sin(height * n) + math.sin(4 * height * n) / 4) for n, loud in enumerate(fade)]
            out.writeframes(b"".join(struct.pack("<h", int(14_000 * value)) for value in bell))
    return sound.clean(made.getvalue(), "wav")
