"""What student, family and school say the student does well, likes and prefers; and the student's own words."""

from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from strongsuit.home.demo.dates import at
from strongsuit.home.demo.families import Child
from strongsuit.home.demo.library import Seen, Strand, fits, library
from strongsuit.home.demo.rows import Book
from strongsuit.home.demo.staff import Person
from strongsuit.knowledge.terms import Area, Group, ItemKind, Mode, SkillSet
from strongsuit.strengths.models import Answer, Evidence, Item, Words

# Who says what, so that every way in which three views can meet is to be seen. S student, F family, C case manager.
VIEWS: dict[str, dict[str, str]] = {
    "shared_by_all": {"S": "a_lot", "F": "often", "C": "often"},
    "shared": {"S": "mostly", "C": "often"},
    "others_see": {"S": "not_yet", "F": "often", "C": "often"},
    "hidden_self": {"S": "a_lot", "C": "sometimes"},
    "hidden_home": {"F": "often", "C": "not_seen"},
    "hidden_school": {"F": "not_seen", "C": "often"},
    "single": {"C": "often"},
    "emerging": {"F": "sometimes", "C": "sometimes"},
    "no_chance": {"F": "no_chance", "C": "no_chance"},
    "not_seen": {"F": "not_sure", "C": "not_seen"},
}
CLAIMED = ("shared_by_all", "shared", "others_see", "hidden_self", "hidden_home", "hidden_school", "single")
UNCLAIMED = ("emerging", "no_chance", "not_seen")
VALUES = {
    "a_lot": "1", "mostly": "0.67", "a_little": "0.33", "not_yet": "0", "often": "1", "sometimes": "0.5",
    "not_seen": "0", "not_sure": None, "no_chance": None,
}  # fmt: skip
GROUPS = {"S": Group.STUDENT, "F": Group.FAMILY, "C": Group.SCHOOL}
LEVELS = {"E": "E", "M": "U", "H": "S", "X": "E"}


@dataclass
class Thing:
    """An item with what a frozen plan says of it."""

    id: int
    key: str
    kind: ItemKind
    skill: str
    words: str
    seen_by: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    confirmed: date | None = None
    evidence: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class Voice:
    """Everything the student brings into a plan."""

    abilities: dict[str, Thing]
    interest: Thing
    topic: str
    preference: Thing
    way: Seen
    extras: list[tuple[Thing, Seen]]
    others: list[Thing] = field(default_factory=list)

    def things(self, strands: list[Strand]) -> list[Thing]:
        found = [self.abilities[one.key] for one in strands]
        return [*found, self.interest, self.preference, *(thing for thing, _seen in self.extras), *self.others]


SKILL_OF = {
    Area.ACADEMIC: "thinking", Area.SOCIAL: "social", Area.PHYSICAL: "motor", Area.MANAGEMENT: "organization",
}  # fmt: skip


def listen(book: Book, child: Child, strands: list[Strand], areas: set[Area], *, on: date, newer: date) -> Voice:
    """The items a plan is made from, told some weeks before its meeting; ``newer`` for those found a year later.

    ``areas`` are those in which no need leads to a goal: there too something is going well.
    """
    rng, words, called = book.rng, library(), child.given
    band, disability = child.band, child.part.disability
    views = iter(rng.sample(CLAIMED, len(CLAIMED)))
    abilities = {}
    for place, one in enumerate(strands):
        thing = item(book, child, ItemKind.ABILITY, one.ability, SkillSet(one.skill))
        tell(book, child, thing, next(views), newer if place else on, one.seen, one.where)
        abilities[one.key] = thing
    likes = rng.choice([one for one in words.interests if fits(one, band, disability)])
    interest = item(book, child, ItemKind.INTEREST, likes.words)
    tell(book, child, interest, "shared_by_all", on, likes.seen, "At home")
    way = rng.choice(words.preferences)
    preference = item(book, child, ItemKind.PREFERENCE, way.words)
    tell(book, child, preference, "shared", on)
    extras = []
    for area in sorted(areas):
        skill = SKILL_OF[area]
        seen = rng.choice([one for one in words.extras if one.skill == skill and fits(one, band, disability)])
        thing = item(book, child, ItemKind.ABILITY, seen.words, SkillSet(skill))
        tell(book, child, thing, next(views, "single"), on, seen.seen.replace("{name}", called), "At school")
        extras.append((thing, seen))
    return Voice(abilities, interest, likes.topic, preference, way, extras)


def item(book: Book, child: Child, kind: ItemKind, words: str, skill: SkillSet | None = None) -> Thing:
    return Thing(book.number(Item), f"own:{book.rng.getrandbits(80):020x}", kind, str(skill or ""), words)


def keep(book: Book, child: Child, thing: Thing, made: date, retired: date | None = None) -> None:
    """Writes the item once it is known whether it is still in use."""
    book.add(
        Item, id=thing.id, **child.own, key=thing.key, kind=thing.kind, skill_set=thing.skill, words=thing.words,
        retired_on=retired, made_at=at(made, 10),
    )  # fmt: skip


def tell(
    book: Book, child: Child, thing: Thing, view: str, on: date, seen: str = "", where: str = "", hour: int = 10
) -> None:
    """Everybody's answer to one item, and one thing seen."""
    claims = set()
    for letter, choice in VIEWS[view].items():
        by = speaker(child, letter)
        group, value = GROUPS[letter], VALUES[choice]
        level = LEVELS[child.band] if letter == "S" else "A"
        if choice == "mostly" and level == "E":
            choice, value = "a_lot", "1"
        book.add(
            Answer, **child.own, item_id=thing.id, group=group, by_id=by.id or None, by_name=by.name, choice=choice,
            value=value, level=level, mode=mode_of(child) if letter == "S" else Mode.TYPED,
            helped_by=child.manager.name if letter == "S" and child.account is None else "", on=on,
            made_at=at(on, hour), once=book.once(),
        )  # fmt: skip
        if value in {"1", "0.67"}:
            claims.add(group)
            if letter == "C":
                thing.names = sorted({*thing.names, by.name})
    if claims:
        thing.seen_by = [str(group) for group in Group if group in claims or group in thing.seen_by]
        thing.confirmed = on
    if seen:
        show(book, child, thing, seen, where, on)


def show(book: Book, child: Child, thing: Thing, seen: str, where: str, on: date) -> None:
    by = child.manager if where != "At home" else child.adult
    group = Group.SCHOOL if by is child.manager else Group.FAMILY
    book.add(
        Evidence, **child.own, item_id=thing.id, kind="observation" if group == Group.SCHOOL else "story", words=seen,
        setting=where, on=on, by_id=by.id or None, by_name=by.name, group=group, made_at=at(on, 10), once=book.once(),
    )  # fmt: skip
    thing.evidence.append({"by": by.name, "on": str(on), "setting": where, "words": seen})


def speaker(child: Child, letter: str) -> Person:
    if letter == "S":
        return Person(child.account or 0, child.name)
    return child.manager if letter == "C" else child.adult


def mode_of(child: Child) -> Mode:
    if any(one.key == "pictures-to-asking" for one in child.strands):
        return Mode.AAC
    if child.part.disability == "DB":
        return Mode.CHOSEN
    if child.account is None:
        return Mode.SCRIBED
    return Mode.TYPED if child.band in "MH" else Mode.DICTATED


def speak(
    book: Book, child: Child, voice: Voice, prompt: str, on: date, *, other: bool = False, said: str = ""
) -> dict[str, Any]:
    """The student's words, kept letter for letter; what a frozen plan says of them is the answer."""
    words = library().words
    said = said or own_words(book.rng, child, voice, prompt)
    language = "en"
    if other and child.language in words["other"]:
        said, language = words["other"][child.language], child.language
    helped = "" if child.account else child.manager.name
    mode = mode_of(child)
    made = at(on, 10, 30)
    row = {
        "prompt": words["prompts"][prompt], "words": said, "mode": str(mode), "by_name": child.name,
        "helped_by": helped, "language": language, "on": on, "shared": True,
    }  # fmt: skip
    by = child.account or child.manager.id
    number = book.add(Words, **child.own, **row, by_id=by, made_at=made, once=book.once())
    print_of = Words(id=number, student_id=child.id, **row).fingerprint()
    book.note(
        kind="changed", deed="kept the student's words", actor_id=by, district=child.district, student=child.id,
        target=Words._meta.label, target_id=number, because="self" if child.account else "case_manager",
        fingerprint=print_of, at=made,
    )  # fmt: skip
    return {
        "id": str(number), "prompt": row["prompt"], "words": said, "mode": str(mode), "by": child.name,
        "on": str(on), "language": language, "helped_by": helped, "paraphrase": "", "paraphrase_approved": False,
    }  # fmt: skip


def own_words(rng: Random, child: Child, voice: Voice, prompt: str) -> str:
    words = library().words
    if prompt == "hope":
        return child.strands[0].mine if rng.random() < 0.7 else fill(rng.choice(words["en_hope"]), child, voice)
    if prompt == "help":
        return voice.way.says
    return fill(rng.choice(words["know"]), child, voice)


def fill(text: str, child: Child, voice: Voice) -> str:
    likes = next(one for one in library().interests if one.topic == voice.topic)
    return text.format(
        strong="what I showed you", interest=likes.says, preference=voice.way.says, topic=voice.topic,
        skill=SkillSet(child.strands[0].skill).label.lower(),
    )  # fmt: skip
