"""What people tell about a student's strengths, and what the student says; nothing told is ever overwritten."""

from datetime import date
from decimal import Decimal
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from strongsuit.audit.changes import change
from strongsuit.audit.trail import record
from strongsuit.knowledge.praise import only_praise
from strongsuit.knowledge.profile import claims
from strongsuit.knowledge.terms import Group, ItemKind, Mode, SkillSet
from strongsuit.knowledge.voice import Source
from strongsuit.people.models import Account
from strongsuit.strengths.models import Answer, Audience, Evidence, Item, Media, Paraphrase, Words
from strongsuit.strengths.queries import standing
from strongsuit.students.access import group_of, require
from strongsuit.students.actions import hold_still
from strongsuit.students.models import Student
from strongsuit.voice.actions import hear
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours

# What can be chosen on the short forms, and what it is worth (strengths specification 2.1, 2.3).
STUDENT_CHOICES: dict[str, Decimal | None] = {
    "a_lot": Decimal(1),
    "mostly": Decimal("0.67"),
    "a_little": Decimal("0.33"),
    "not_yet": Decimal(0),
    "skip": None,
}
ADULT_CHOICES: dict[str, Decimal | None] = {
    "often": Decimal(1),
    "sometimes": Decimal("0.5"),
    "not_seen": Decimal(0),
    "not_sure": None,
    "no_chance": None,
}


def about(student: Student) -> dict[str, object]:
    return {"district_id": student.district_id, "student": student}


@transaction.atomic
def tell_strength(
    *,
    by: Account,
    student: Student,
    kind: ItemKind,
    words: str,
    skill_set: SkillSet | None,
    choice: str,
    on: date,
    once: UUID,
    story: str = "",
    setting: str = "",
    may_share: bool = True,
    private: bool = False,
) -> Item:
    """Write down an ability, interest or preference with this person's answer and, if told, what shows it."""
    reason = require(by, "strengths.write", student, today=on)
    hold_still(student)
    group = group_of(reason.relation)
    if told := Answer.objects.filter(once=once).select_related("item").first():
        return told.item
    if group == Group.SCHOOL and kind == ItemKind.ABILITY and only_praise(words, (student.called, student.given_name)):
        raise Cannot(_("This says that people like the student. What does the student do well? Name what you saw."))
    item = Item.objects.create(
        **about(student), key=f"own:{once.hex[:20]}", kind=kind, words=words, skill_set=skill_set or "",
        private=private and group != Group.SCHOOL,
    )  # fmt: skip
    record(by, "wrote down a strength", item, because=reason.relation)
    _answer(by, item, group, choice, on, once)
    if story:
        audience = Audience.BOTH if may_share else Audience.MINE
        _evidence(by, item, group, Evidence.Kind.STORY, story, setting, on, uuid5(once, "evidence"), audience)
    return item


@transaction.atomic
def answer_item(*, by: Account, item: Item, choice: str, on: date, once: UUID) -> Answer:
    """Say how far an item fits; an earlier answer of the same person stays as history."""
    reason = require(by, "strengths.write", item.student, today=on)
    hold_still(item.student)
    if told := Answer.objects.filter(once=once).first():
        return told
    made = _answer(by, item, group_of(reason.relation), choice, on, once)
    record(by, "answered about a strength", item, because=reason.relation)
    return made


@transaction.atomic
def still_true(*, by: Account, item: Item, on: date, once: UUID) -> Answer:
    """What this person said once holds today as well: said again in the same words, and the clock begins anew (2.5)."""
    reason = require(by, "strengths.write", item.student, today=on)
    hold_still(item.student)
    if told := Answer.objects.filter(once=once).first():
        return told
    group = group_of(reason.relation)
    own = [each for each in standing(item.answers.filter(by=by, group=group)) if claims(each.value, group)]
    if not own:
        raise Cannot(_("Say how you see it first."))
    last = own[-1]
    made = Answer.objects.create(
        district_id=item.district_id, student_id=item.student_id, item=item, group=group, by=by, by_name=by.name,
        choice=last.choice, value=last.value, side=last.side, level=last.level, on=on, once=once,
    )  # fmt: skip
    record(by, "said that a strength is still true", item, because=reason.relation)
    return made


def _answer(by: Account, item: Item, group: Group, choice: str, on: date, once: UUID) -> Answer:
    choices = STUDENT_CHOICES if group == Group.STUDENT else ADULT_CHOICES
    if choice not in choices:
        raise Cannot(_("Choose one of the answers."))
    level = _level(item, group)
    try:
        with transaction.atomic():
            return Answer.objects.create(
                district_id=item.district_id, student_id=item.student_id, item=item, group=group, by=by,
                by_name=by.name, choice=choice, value=choices[choice], level=level, on=on, once=once,
            )  # fmt: skip
    except IntegrityError:
        # The same tap arrived twice at once; the other one has written it.
        return Answer.objects.get(once=once)


def _level(item: Item, group: Group) -> str:
    """The words that the student chose last; how soon an answer fades depends on them."""
    if group != Group.STUDENT:
        return Answer.Level.ADULT
    own = Answer.objects.filter(student=item.student_id, group=group).order_by("-made_at", "-id")
    return own.values_list("level", flat=True).first() or Answer.Level.UPPER


@transaction.atomic
def show_evidence(
    *,
    by: Account,
    item: Item,
    kind: Evidence.Kind,
    words: str,
    setting: str,
    on: date,
    once: UUID,
    audience: str = Audience.BOTH,
    media: Media | None = None,
) -> Evidence:
    """Add what somebody saw, made, photographed or measured that shows the item."""
    reason = require(by, "strengths.write", item.student)
    hold_still(item.student)
    if media is not None and (media.student_id != item.student_id or media.by_id != by.pk):
        raise NotYours
    if told := Evidence.objects.filter(once=once).first():
        return told
    made = _evidence(by, item, group_of(reason.relation), kind, words, setting, on, once, audience, media)
    record(by, "added evidence to a strength", item, because=reason.relation)
    return made


def _evidence(
    by: Account,
    item: Item,
    group: Group,
    kind: Evidence.Kind,
    words: str,
    setting: str,
    on: date,
    once: UUID,
    audience: str,
    media: Media | None = None,
) -> Evidence:
    return Evidence.objects.create(
        district_id=item.district_id, student_id=item.student_id, item=item, kind=kind, words=words,
        setting=setting, on=on, by=by, by_name=by.name, group=group, media=media, audience=audience,
        may_share=audience != Audience.MINE, once=once,
    )  # fmt: skip


@transaction.atomic
def retire_item(*, by: Account, item: Item, version: int, on: date) -> Item:
    """Take an item off the pages; its answers and evidence stay, and so do the plans that used it."""
    reason = require(by, "strengths.write", item.student)
    own = item.answers.filter(by=by).exists()
    if not own:
        reason = require(by, "strengths.edit", item.student)
    return change(item, by=by, version=version, deed="retired a strength", because=reason.relation, retired_on=on)


@transaction.atomic
def say(
    *, by: Account, student: Student, prompt: str, words: str, mode: Mode, once: UUID, shared: bool = True,
    language: str = "en", helped_by: str = "", media: Media | None = None, to_answer: Source | None = None,
) -> Words:  # fmt: skip
    """Keep the student's own words exactly as given. An adult may only write down what the student said to them.

    With ``to_answer`` they also become something that the team has to answer, told where they come from.
    """
    own = student.account_id == by.pk
    reason = require(by, "words.write" if own else "words.scribe", student)
    hold_still(student)
    if told := Words.objects.filter(once=once).first():
        return told
    if not words.strip() and media is None:
        raise Cannot(_("Write, say or choose something first."))
    if media is not None and (media.student_id != student.pk or media.by_id != by.pk):
        raise NotYours
    now = clock.now()
    made = Words.objects.create(
        **about(student), prompt=prompt, words=words, mode=mode if own else Mode.SCRIBED, by=by,
        by_name=student.name, helped_by=helped_by if own else by.name, language=language,
        on=clock.day(now), shared=shared or not own, media=media, made_at=now, once=once,
    )  # fmt: skip
    record(by, "kept the student's words", made, because=reason.relation)
    if to_answer is not None:
        if not made.shared:
            raise Cannot(_("Your team can only answer what it may read. Let it read this, or do not ask."))
        hear(
            by=by, student=student, words=words if words.strip() else _("I said it aloud. The recording is there."),
            topic=prompt, mode=Mode(made.mode), language=language, helped_by=made.helped_by, source=to_answer,
            source_key=f"words:{made.pk}", once=once,
        )  # fmt: skip
    return made


@transaction.atomic
def paraphrase(*, by: Account, words: Words, text: str, version: int) -> Paraphrase:
    """Put an adult's shorter version beside the words. A changed version asks the student again."""
    reason = require(by, "words.scribe", words.student)
    hold_still(words.student)
    found = Paraphrase.objects.filter(words=words).first()
    if found is None:
        found = Paraphrase.objects.create(
            district_id=words.district_id, student_id=words.student_id, words=words, text=text, by=by
        )
        record(by, "paraphrased the student's words", found, because=reason.relation)
        return found
    return change(
        found, by=by, version=version, deed="paraphrased the student's words", because=reason.relation, text=text,
        approved_at=None,
    )  # fmt: skip


@transaction.atomic
def approve_paraphrase(*, by: Account, found: Paraphrase, version: int, meant: bool) -> Paraphrase:
    """Only the student says "that is what I meant"."""
    reason = require(by, "words.write", found.student)
    approved = clock.now() if meant else None
    return change(
        found, by=by, version=version, deed="answered a paraphrase", because=reason.relation, approved_at=approved
    )
