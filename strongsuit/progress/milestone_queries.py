"""The doors to good moments: who reads which note, what the measurements show and nobody has told yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from strongsuit.knowledge.milestones import Moment, Reached, reached
from strongsuit.knowledge.terms import Group
from strongsuit.knowledge.voice import Source
from strongsuit.people.models import Account
from strongsuit.plans.facts import numbers_of
from strongsuit.plans.models import Goal
from strongsuit.progress.facts import lines_of, points_of
from strongsuit.progress.models import Milestone, SupportGiven
from strongsuit.strengths.models import Item
from strongsuit.strengths.queries import group_of
from strongsuit.students.access import student_for
from strongsuit.students.models import Student
from strongsuit.voice.models import VoiceItem
from strongsuit.voice.queries import known_to_the_team
from strongsuit.web.refusals import NotYours

MOST = 40
# What a student says to the team by an own deed.
OWN_DEEDS = (Source.BUTTON, Source.OWN_PAGE, Source.PRACTICE)


def notes_of(student: Student) -> QuerySet[Milestone]:
    """The notes that the person at the student's door may read, newest first; at home only what was sent."""
    found = Milestone.objects.filter(student=student).select_related("goal").order_by("-made_at", "-id")
    if group_of(student.relation) == Group.FAMILY:
        return found.filter(state=Milestone.State.SENT)
    return found


def note_for(viewer: Account, pk: int, ability: str = "milestone.read") -> Milestone:
    """One note behind the door of its student."""
    found = Milestone.objects.select_related("goal").filter(pk=pk).first()
    if found is None:
        raise NotYours
    found.student = student_for(viewer, found.student_id, ability, part="good moments")
    if not notes_of(found.student).filter(pk=pk).exists():
        raise NotYours
    return found


@dataclass(frozen=True, slots=True)
class Told:
    """A moment that is worth a note and has none."""

    goal: Goal
    reached: Reached

    @property
    def label(self) -> str:
        return self.reached.moment.label


def moments_for(student: Student, goals: list[Goal], *, today: date) -> list[Told]:
    """What the measurements show and nobody has told yet: of each goal the newest, so that nobody drowns in them."""
    lines = lines_of(goal.pk for goal in goals)
    points = points_of(lines, lines)
    known = set(Milestone.objects.filter(goal__in=goals).values_list("goal", "moment"))
    found = []
    for goal in goals:
        shown = [each for each in reached(numbers_of(goal), points.get(goal.pk, [])) if each.on <= today]
        told = [each for each in shown if (goal.pk, each.moment) in known]
        later = shown[shown.index(told[-1]) + 1 :] if told else shown
        found += [Told(goal, each) for each in later[-1:]]
    return found + first_ask(student, goals, known)


def first_ask(student: Student, goals: list[Goal], known: set[tuple[int, str]]) -> list[Told]:
    """The first time that the student asked the team for something, by the student's own deed."""
    if not goals or any(moment == Moment.ASKED for _goal, moment in known):
        return []
    asked = VoiceItem.objects.filter(student=student, said_by=Group.STUDENT, source__in=OWN_DEEDS)
    # Only what the team may read is for the team to tell.
    shared = known_to_the_team(asked).exclude(standing__safety=True)
    first = shared.order_by("heard_on").values_list("heard_on", flat=True).first()
    return [Told(goals[0], Reached(Moment.ASKED, first))] if first else []


def usable_items(student: Student, goal: Goal) -> list[Item]:
    """Strengths that a note may name: those that carry the goal first, then the others; never a private one."""
    woven = list(Item.objects.filter(weaves__goal=goal, private=False, retired_on=None).distinct())
    others = Item.objects.filter(student=student, private=False, retired_on=None).exclude(pk__in=[i.pk for i in woven])
    return [*woven, *others.order_by("kind", "words")[:20]]


def without_note(goals: Iterable[Goal], *, since: date) -> list[Goal]:
    """Goals that no note has told of since a day; one that the student keeps counts as asked."""
    goals = list(goals)
    there = Milestone.objects.filter(Q(made_at__date__gte=since), goal__in=goals).values_list("goal", flat=True)
    told = set(there)
    return [goal for goal in goals if goal.pk not in told]


def taps_of(viewer: Account, student: Student, *, today: date) -> dict[int, bool | None]:
    """What this person tapped today, by the support."""
    rows = SupportGiven.objects.filter(student=student, by=viewer, on=today)
    return dict(rows.values_list("accommodation", "given"))


def given_since(student: Student, *, since: date) -> dict[int, tuple[int, int]]:
    """How often each support was given, out of how often anybody told of it."""
    found: dict[int, tuple[int, int]] = {}
    for support, given in SupportGiven.objects.filter(student=student, on__gte=since, given__isnull=False).values_list(
        "accommodation", "given"
    ):
        yes, every = found.get(support, (0, 0))
        found[support] = (yes + bool(given), every + 1)
    return found
