"""What a student does with the own one-pager: say, change, order, share, take back; and what adults set beside it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from strongsuit.audit.changes import change
from strongsuit.audit.trail import record
from strongsuit.documents import own_queries as queries
from strongsuit.documents.own_models import LineInShort, OnePager, OnePagerLine, PageShare, SharedLine
from strongsuit.knowledge.own_page import MOST, MOST_WORDS, Part, SeenBy, count_words
from strongsuit.knowledge.voice import Source
from strongsuit.people.models import Account
from strongsuit.strengths.models import Item
from strongsuit.students.access import require
from strongsuit.students.actions import hold_still
from strongsuit.students.models import Student
from strongsuit.voice.actions import hear
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours


def about(student: Student) -> dict[str, object]:
    return {"district_id": student.district_id, "student": student}


@transaction.atomic
def choose(*, by: Account, student: Student, version: int, **values: Any) -> OnePager:
    """How the student wants to be called and read, and how the page looks."""
    reason = require(by, "page.own", student)
    hold_still(student)
    begun = queries.pager_of(student)
    if begun._state.adding:
        begun.save(force_insert=True)
        version = begun.version
    return change(begun, by=by, version=version, deed="chose how the own page looks", because=reason.relation, **values)


@transaction.atomic
def add_line(
    *, by: Account, student: Student, part: Part, words: str, once: UUID, item: Item | None = None
) -> OnePagerLine:
    """A line of the draft: from the own profile, or in one's own words, letter for letter."""
    reason = require(by, "page.own", student)
    hold_still(student)
    if told := OnePagerLine.objects.filter(once=once).first():
        return _own(told, student)
    if not words.strip():
        raise Cannot(_("Write or choose something first."))
    held = OnePagerLine.objects.filter(student=student)
    if held.filter(part=part).count() >= MOST[part]:
        raise Cannot(_("This part is full. Take a line off, then add a new one."))
    order = (held.aggregate(last=Max("order"))["last"] or 0) + 1
    private = item is not None and item.private
    made = OnePagerLine.objects.create(
        **about(student), part=part, words=words, item=item, seen_by=SeenBy.ME if private else SeenBy.TEAM,
        picture=queries.first_picture(part, item), order=order, once=once,
    )  # fmt: skip
    record(by, "wrote a line of the own page", made, because=reason.relation, detail={"part": part})
    return made


def _own(told: OnePagerLine, student: Student) -> OnePagerLine:
    if told.student_id != student.pk:
        raise NotYours
    return told


@transaction.atomic
def change_line(
    *, by: Account, line: OnePagerLine, version: int, words: str, seen_by: SeenBy, picture: str
) -> OnePagerLine:
    """Other words, another picture, other readers; what was shared before stays as it was."""
    reason = require(by, "page.own", line.student)
    if not words.strip():
        raise Cannot(_("Write something, or take the line off."))
    return change(
        line, by=by, version=version, deed="changed a line of the own page", because=reason.relation, words=words,
        seen_by=seen_by, picture=picture,
    )  # fmt: skip


@transaction.atomic
def take_off(*, by: Account, line: OnePagerLine) -> None:
    """Take a line off the draft. Lines that were shared stay where they were shared."""
    reason = require(by, "page.own", line.student)
    hold_still(line.student)
    found = OnePagerLine.objects.filter(pk=line.pk)
    if found.exists():
        record(by, "took a line off the own page", line, because=reason.relation)
        found.delete()


@transaction.atomic
def move_line(*, by: Account, line: OnePagerLine, up: bool, seen_at: int | None = None) -> None:
    """One place up or down among the lines of its part; nothing when it no longer stands where it was ``seen_at``."""
    require(by, "page.own", line.student)
    hold_still(line.student)
    beside = [each.pk for each in queries.lines_of(line.student) if each.part == line.part]
    at = beside.index(line.pk)
    if seen_at is not None and seen_at != at + 1:
        # The same press came twice.
        return
    to = max(0, at - 1) if up else min(len(beside) - 1, at + 1)
    beside.insert(to, beside.pop(at))
    _put(by, line.student, Part(line.part), beside)


@transaction.atomic
def arrange(*, by: Account, student: Student, part: Part, order: Sequence[int]) -> None:
    """The lines of one part in this order; what is not named keeps its place behind."""
    require(by, "page.own", student)
    hold_still(student)
    known = [each.pk for each in queries.lines_of(student) if each.part == part]
    named = [pk for pk in dict.fromkeys(order) if pk in known]
    _put(by, student, part, [*named, *(pk for pk in known if pk not in named)])


def _put(by: Account, student: Student, part: Part, order: Sequence[int]) -> None:
    lines = {each.pk: each for each in queries.lines_of(student) if each.part == part}
    if list(order) == list(lines):
        return
    for place, pk in enumerate(order, 1):
        OnePagerLine.objects.filter(pk=pk).update(order=place)
    record(by, "ordered the lines of the own page", lines[order[0]], because="self", detail={"part": part})


@transaction.atomic
def share(*, by: Account, student: Student, once: UUID) -> PageShare:
    """Give team and family a copy that never changes. What is for the student alone stays out of it."""
    reason = require(by, "page.own", student)
    hold_still(student)
    if told := PageShare.objects.filter(once=once).first():
        return _shared(told, student)
    lines = [each for each in queries.lines_of(student) if each.seen_by != SeenBy.ME]
    over = count_words([each.words for each in lines]) - MOST_WORDS
    if not lines:
        raise Cannot(_("There is nothing to share yet. Add a line that your team or your family may see."))
    if over > 0:
        words = _("Your page has %(over)s words too many. Make a line shorter, or take one off. Then share it.")
        raise Cannot(words % {"over": over})
    made = _written(by, student, once, seal=queries.seal_of(lines))
    for place, each in enumerate(lines, 1):
        SharedLine.objects.create(
            **about(student), share=made, part=each.part, words=each.words, seen_by=each.seen_by,
            picture=each.picture, order=place,
        )  # fmt: skip
    record(by, "shared the own page", made, because=reason.relation, detail={"number": made.number})
    _ask_the_team(by, student, lines, once)
    return made


def _shared(told: PageShare, student: Student) -> PageShare:
    if told.student_id != student.pk:
        raise NotYours
    return told


def _written(by: Account, student: Student, once: UUID, *, seal: str, taken_back: bool = False) -> PageShare:
    pager = queries.pager_of(student)
    last = PageShare.objects.filter(student=student).aggregate(last=Max("number"))["last"] or 0
    return PageShare.objects.create(
        **about(student), number=last + 1, taken_back=taken_back, level=pager.level,
        called=pager.called or student.called, pronouns=pager.pronouns, identity=pager.identity,
        identity_words=pager.identity_words, pictures_only=pager.pictures_only, sha256=seal, by=by, at=clock.now(),
        once=once,
    )  # fmt: skip


def _ask_the_team(by: Account, student: Student, lines: Sequence[OnePagerLine], once: UUID) -> None:
    """What the student asks for is heard as something that the team has to answer."""
    for line in lines:
        if line.part == Part.ASK and line.seen_by == SeenBy.TEAM:
            # The line is the token: sharing the page again asks for nothing twice.
            said = uuid5(line.once, line.words)
            hear(
                by=by, student=student, words=line.words, source=Source.OWN_PAGE, once=said, source_key=said.hex,
                topic=_("What I ask for on my page"),
            )  # fmt: skip


@transaction.atomic
def take_back(*, by: Account, student: Student, once: UUID) -> PageShare | None:
    """The shared copy is shown to nobody any more; what was shared when stays in the student's own list."""
    reason = require(by, "page.own", student)
    hold_still(student)
    if told := PageShare.objects.filter(once=once).first():
        return _shared(told, student)
    current = queries.newest_share(student)
    if current is None:
        return None
    made = _written(by, student, once, seal=current.sha256, taken_back=True)
    record(by, "took the own page back", made, because=reason.relation, detail={"number": made.number})
    return made


@transaction.atomic
def shorten(*, by: Account, line: SharedLine, text: str, version: int) -> LineInShort:
    """Set an adult's shorter version beside a shared line. A changed version asks the student again."""
    reason = require(by, "words.scribe", line.student)
    hold_still(line.student)
    deed = "shortened a line of the own page"
    found = LineInShort.objects.filter(line=line).first()
    if found is None:
        found = LineInShort.objects.create(**about(line.student), line=line, text=text, by=by, by_name=by.name)
        record(by, deed, found, because=reason.relation)
        return found
    return change(
        found, by=by, version=version, deed=deed, because=reason.relation, text=text, by_name=by.name, approved_at=None
    )


@transaction.atomic
def answer_short(*, by: Account, found: LineInShort, version: int, meant: bool) -> LineInShort:
    """Only the student says whether the shorter version is what was meant."""
    reason = require(by, "page.own", found.student)
    return change(
        found, by=by, version=version, deed="answered a shorter line", because=reason.relation,
        approved_at=clock.now() if meant else None,
    )  # fmt: skip
