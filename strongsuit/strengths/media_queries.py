"""The door to photos, recordings and files: who may see which, asked again each time one is fetched."""

from collections.abc import Iterable

from django.db.models import QuerySet

from strongsuit.knowledge.terms import Group
from strongsuit.people.models import Account
from strongsuit.strengths.eyes import Eyes
from strongsuit.strengths.media_models import ItemPicture, Media
from strongsuit.students.access import group_of, student_for
from strongsuit.students.models import Student
from strongsuit.web.refusals import NotYours


def media_for(
    viewer: Account, pk: int, ability: str = "strengths.read", *, part: str = "a photo or recording"
) -> Media:
    """One of them behind the door of its student; ``media.student`` carries the abilities."""
    media = Media.objects.filter(pk=pk).first()
    if media is None:
        raise NotYours
    media.student = student_for(viewer, media.student_id, ability, part=part)
    eyes = Eyes.of(group_of(media.student.relation), viewer.pk)
    if not media.standing or not eyes.see(media) or hidden_with_its_item(media, eyes):
        raise NotYours
    return media


def hidden_with_its_item(media: Media, eyes: Eyes) -> bool:
    """What shows something private is as private as that; and what was said only to oneself, as those words."""
    if eyes.groups == {Group.STUDENT} or media.by_id == eyes.viewer:
        return False
    private = media.evidence.filter(item__private=True).select_related("item")
    told = [set(each.item.answers.values_list("group", flat=True)) for each in private]
    return media.words.filter(shared=False).exists() or not all(eyes.see_item_of(groups) for groups in told)


def media_of(student: Student, eyes: Eyes) -> QuerySet[Media]:
    """Everything of a student that is for these eyes, newest first."""
    return Media.objects.filter(eyes.asked(), student=student).order_by("-made_at", "-id")


def pictures_of(student: Student, keys: Iterable[str] | None = None) -> dict[str, Media]:
    """The student's own photos in place of symbols, by the key of the card; for the student's own pages."""
    found = ItemPicture.objects.filter(student=student, media__withdrawn_at=None).select_related("media")
    if keys is not None:
        found = found.filter(key__in=list(keys))
    return {each.key: each.media for each in found if each.media.file}
