"""Giving a photo, recording or file, saying who may see it, and taking it back."""

import hashlib
from collections.abc import Callable
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from strongsuit.audit.changes import change
from strongsuit.audit.trail import record
from strongsuit.knowledge.terms import Group
from strongsuit.people.models import Account
from strongsuit.strengths.media import store
from strongsuit.strengths.media.sorts import Cleaned
from strongsuit.strengths.media_models import Audience, ItemPicture, Media
from strongsuit.students.access import group_of, require
from strongsuit.students.actions import hold_still
from strongsuit.students.models import Student
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours

# What one student's record can hold; far more than anybody looks at.
MOST = 400


def add_media(
    *,
    by: Account,
    student: Student,
    taken: Cleaned,
    audience: str,
    once: UUID,
    caption: str = "",
    in_words: str = "",
) -> Media:
    """Keep what ``taking.take`` has made anew. The same form twice keeps it once."""
    names = {"file": store.keep(taken.body, taken.ending)}
    if taken.small:
        names["small"] = store.keep(taken.small, taken.ending)
    try:
        found, new = _noted(by, student, taken, names, audience, once, caption, in_words)
    except BaseException:
        _forget(names)
        raise
    if not new:
        _forget(names)
    return found


@transaction.atomic
def _noted(
    by: Account, student: Student, taken: Cleaned, names: dict[str, str], audience: str, once: UUID, caption: str,
    in_words: str,
) -> tuple[Media, bool]:  # fmt: skip
    reason = require(by, "strengths.write", student)
    group = group_of(reason.relation)
    _require_choice(group, audience)
    hold_still(student)
    if known := Media.objects.filter(once=once, student=student).first():
        return known, False
    if Media.objects.filter(student=student, withdrawn_at=None).count() >= MOST:
        raise Cannot(_("There are very many photos and recordings already. Take one back that is no longer needed."))
    made = Media.objects.create(
        district_id=student.district_id, student=student, kind=taken.kind, type=taken.type, size=len(taken.body),
        sha256=hashlib.sha256(taken.body).hexdigest(), width=taken.width, height=taken.height, seconds=taken.seconds,
        caption=caption, in_words=in_words, by=by, by_name=by.name, group=group, audience=audience,
        made_at=clock.now(), once=once, **names,
    )  # fmt: skip
    record(by, "added a photo or recording", made, because=reason.relation, detail={"kind": taken.kind})
    return made, True


def _forget(names: dict[str, str]) -> None:
    for name in names.values():
        store.let_go(name)


def _require_choice(group: Group, audience: str) -> None:
    """Nobody at school keeps something about a student to themselves."""
    if audience not in Audience.values or (group == Group.SCHOOL and audience == Audience.MINE):
        raise Cannot(_("Choose who may see it."))


@transaction.atomic
def share_media(*, by: Account, media: Media, version: int, audience: str) -> Media:
    """Whoever gave it says anew who may see it."""
    reason = require(by, "strengths.write", media.student)
    hold_still(media.student)
    if media.by_id != by.pk:
        raise NotYours
    _require_choice(Group(media.group), audience)
    return change(
        media, by=by, version=version, deed="changed who may see a photo or recording", because=reason.relation,
        audience=audience,
    )  # fmt: skip


@transaction.atomic
def veto_media(*, by: Account, media: Media, version: int, shown: bool) -> Media:
    """The student says whether others may go on seeing what somebody gave."""
    reason = require(by, "words.write", media.student)
    hold_still(media.student)
    vetoed_at = None if shown else media.vetoed_at or clock.now()
    deed = "let a photo or recording be shown" if shown else "asked not to show a photo or recording"
    return change(media, by=by, version=version, deed=deed, because=reason.relation, vetoed_at=vetoed_at)


@transaction.atomic
def withdraw_media(*, by: Account, media: Media, version: int) -> Media:
    """Taken back: nobody sees it from this moment on, and its bytes go with the commit."""
    reason = require(by, "strengths.write", media.student)
    hold_still(media.student)
    if media.by_id != by.pk and not (media.group == Group.SCHOOL and _keeps_order(by, media.student)):
        raise NotYours
    if media.withdrawn_at:
        return media
    done = change(
        media, by=by, version=version, deed="took back a photo or recording", because=reason.relation,
        withdrawn_at=clock.now(), caption="", in_words="",
    )  # fmt: skip
    ItemPicture.objects.filter(media=media).delete()
    transaction.on_commit(letting_go(done.pk), robust=True)
    return done


def _keeps_order(by: Account, student: Student) -> bool:
    """A photo of the wrong child has to go at once, also when the colleague who gave it is away."""
    try:
        return bool(require(by, "strengths.edit", student))
    except NotYours:
        return False


def letting_go(pk: int) -> Callable[[], None]:
    """The bytes of one that was taken back; the job does the same when this does not come to its end."""

    def now() -> None:
        media = Media.objects.get(pk=pk)
        for name in (media.file.name, media.small.name):
            store.let_go(name or "")
        Media.objects.filter(pk=pk).update(file="", small="")

    return now


@transaction.atomic
def set_picture(*, by: Account, student: Student, key: str, media: Media) -> ItemPicture:
    """The student's own photo in place of the symbol of a card."""
    reason = require(by, "strengths.write", student)
    hold_still(student)
    if group_of(reason.relation) != Group.STUDENT or media.by_id != by.pk or media.student_id != student.pk:
        raise NotYours
    if media.kind != Media.Kind.PHOTO or media.withdrawn_at:
        raise Cannot(_("Choose a photo."))
    made, new = ItemPicture.objects.get_or_create(
        student=student, key=key, defaults={"district_id": student.district_id, "media": media}
    )
    if new:
        record(by, "chose an own picture for a card", made, because=reason.relation)
        return made
    return change(
        made, by=by, version=made.version, deed="chose an own picture for a card", because=reason.relation, media=media
    )


@transaction.atomic
def clear_picture(*, by: Account, student: Student, key: str) -> None:
    """The symbol again. A photo that stands nowhere else is taken back with it."""
    reason = require(by, "strengths.write", student)
    hold_still(student)
    if group_of(reason.relation) != Group.STUDENT:
        raise NotYours
    for found in ItemPicture.objects.filter(student=student, key=key).select_related("media"):
        media = found.media
        record(by, "took an own picture off a card", found, because=reason.relation)
        found.delete()
        if not (media.evidence.exists() or media.words.exists() or media.pictures.exists()):
            media.student = student
            withdraw_media(by=by, media=media, version=media.version)
