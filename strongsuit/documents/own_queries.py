"""The doors to students' own pages: the draft for the student alone, the shared copy for team and family."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from strongsuit.documents.own_models import LineInShort, OnePager, OnePagerLine, PageShare, SharedLine
from strongsuit.documents.own_pictures import PICTURES
from strongsuit.knowledge.own_page import (
    HEADS,
    PART_OF,
    PICTURE_OF,
    PICTURE_OF_PART,
    READS,
    Identity,
    Part,
    SeenBy,
    count_words,
)
from strongsuit.knowledge.reading_level import Target, target_of_grade, target_of_level
from strongsuit.knowledge.terms import Grade, Group, ItemKind, SkillSet
from strongsuit.people.models import Account
from strongsuit.strengths.eyes import OWN
from strongsuit.strengths.models import Item
from strongsuit.strengths.queries import group_of, items_of, told_of
from strongsuit.students.access import student_for
from strongsuit.students.models import Student
from strongsuit.web.refusals import NotYours

LEVELS = {Target.EARLY: "E", Target.UPPER: "U"}


class Line(Protocol):
    """A line of the draft, or of what was shared."""

    part: str
    words: str
    seen_by: str
    picture: str


def pager_of(student: Student) -> OnePager:
    """The student's choices; before the first one, what fits the grade, not yet saved."""
    begun = LEVELS.get(target_of_grade(Grade(student.grade)), "S")
    found = OnePager.objects.filter(student=student).first()
    return found or OnePager(student=student, district_id=student.district_id, level=begun, pronouns=student.pronouns)


def reads_at(student: Student) -> Target:
    """The level at which the student reads: chosen, or as the grade suggests."""
    return target_of_level(pager_of(student).level)


def lines_of(student: Student) -> list[OnePagerLine]:
    return list(OnePagerLine.objects.filter(student=student).order_by("order", "id"))


def line_for(viewer: Account, pk: int) -> OnePagerLine:
    """A line of one's own draft."""
    line = OnePagerLine.objects.filter(pk=pk).first()
    if line is None:
        raise NotYours
    line.student = student_for(viewer, line.student_id, "page.own", part="my one-pager")
    return line


def offered_items(student: Student, part: Part, taken: Iterable[OnePagerLine]) -> list[Item]:
    """What the student has said of this kind and not yet set on the page, the newest first."""
    used = {line.item_id for line in taken}
    kinds = [kind for kind, of in PART_OF.items() if of == part]
    found = told_of(items_of(student, with_private=True).filter(kind__in=kinds), OWN)
    own = [told for told in found if told.item.pk not in used and any(a.group == Group.STUDENT for a in told.claims)]
    return [told.item for told in sorted(own, key=lambda told: str(told.claimed_on), reverse=True)][:12]


def first_picture(part: Part, item: Item | None) -> str:
    """A picture to begin with; the student may choose another, or none."""
    if item is not None and item.skill_set:
        return PICTURE_OF[SkillSet(item.skill_set)]
    return {ItemKind.INTEREST: "interest", ItemKind.PREFERENCE: "preference"}.get(
        ItemKind(item.kind) if item else ItemKind.ABILITY, PICTURE_OF_PART[part]
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """One part of the page as one reader gets it."""

    part: Part
    head: str
    lines: tuple[Line, ...]

    @property
    def picture(self) -> str:
        return PICTURE_OF_PART[self.part]


@dataclass(frozen=True, slots=True)
class OwnPage:
    """The one-pager as one reader gets it; drawn on the screen, on paper and as a slide from this alone."""

    called: str
    pronouns: str
    identity: str
    identity_words: str
    pictures_only: bool
    target: Target
    parts: tuple[Shown, ...]

    @property
    def words(self) -> int:
        return count_words([line.words for shown in self.parts for line in shown.lines])

    @property
    def way(self) -> str:
        """How to speak of a disability, where the student says so."""
        return "" if self.identity == Identity.UNSAID else Identity(self.identity).label


def page_of(student: Student, *, reader: SeenBy) -> OwnPage:
    """The draft as a reader would get it if it were shared now."""
    pager = pager_of(student)
    return _page(pager, pager.called or student.called, lines_of(student), reader)


def shared_page(share: PageShare, *, reader: SeenBy) -> OwnPage:
    """What was shared, as it was shared."""
    lines = SharedLine.objects.filter(share=share).select_related("in_short").order_by("order", "id")
    return _page(share, share.called, list(lines), reader)


def _page(about: OnePager | PageShare, called: str, lines: Iterable[Line], reader: SeenBy) -> OwnPage:
    target, allowed = target_of_level(about.level), READS[reader]
    kept = [line for line in lines if SeenBy(line.seen_by) in allowed]
    found = [Shown(part, HEADS[part].at(target), tuple(each for each in kept if each.part == part)) for part in Part]
    return OwnPage(
        called, about.pronouns, about.identity, about.identity_words, about.pictures_only, target,
        tuple(shown for shown in found if shown.lines),
    )  # fmt: skip


def seal_of(lines: Iterable[Line]) -> str:
    kept = [[line.part, line.words, line.seen_by, line.picture] for line in lines]
    return hashlib.sha256(json.dumps(kept, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def newest_share(student: Student) -> PageShare | None:
    """What is shared right now; nothing once it was taken back."""
    found = PageShare.objects.filter(student=student).order_by("-number").first()
    return None if found is None or found.taken_back else found


def shares_of(student: Student) -> list[PageShare]:
    """Everything that was shared and taken back, the newest first."""
    return list(PageShare.objects.filter(student=student).order_by("-number")[:20])


def reader_of(student: Student) -> SeenBy:
    """Whose copy the person at the student's door gets."""
    groups = {Group.STUDENT: SeenBy.ME, Group.FAMILY: SeenBy.FAMILY, Group.SCHOOL: SeenBy.TEAM}
    return groups[group_of(student.relation)]


def shared_line_for(viewer: Account, pk: int) -> SharedLine:
    """A line that was shared with the team and still is, for those who may set a shorter version beside it."""
    line = SharedLine.objects.select_related("share").filter(pk=pk).first()
    if line is None:
        raise NotYours
    line.student = student_for(viewer, line.student_id, "words.scribe", part="one-pager")
    if newest_share(line.student) != line.share or SeenBy(line.seen_by) not in READS[reader_of(line.student)]:
        raise NotYours
    return line


def short_for(viewer: Account, pk: int) -> LineInShort:
    """An adult's shorter version of one's own line."""
    found = LineInShort.objects.select_related("line").filter(pk=pk).first()
    if found is None:
        raise NotYours
    found.student = student_for(viewer, found.student_id, "page.own", part="my one-pager")
    return found


def picture_names() -> list[str]:
    return list(PICTURES)
