"""The doors to what students said: who may read which item, what is open, and counts without a word of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet

from strongsuit.knowledge.safety import may_mean_danger
from strongsuit.knowledge.voice import OPEN, Outcome, Route, Source, State, Step
from strongsuit.people.models import Account
from strongsuit.people.roles import Relation
from strongsuit.students.access import student_for
from strongsuit.students.models import Student
from strongsuit.voice.models import VoiceItem, VoiceStanding, VoiceStep
from strongsuit.web.refusals import NotYours

OWN = frozenset({Relation.SELF, Relation.ADULT_SELF})


@dataclass(frozen=True, slots=True)
class Voiced:
    """An item with where it stands and every step, the oldest first."""

    item: VoiceItem
    standing: VoiceStanding
    steps: tuple[VoiceStep, ...]

    @property
    def state(self) -> State:
        return State(self.standing.state)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    def last(self, step: Step) -> VoiceStep | None:
        return next((each for each in reversed(self.steps) if each.step == step), None)

    @property
    def decision(self) -> VoiceStep | None:
        return self.last(Step.DECIDED)

    @property
    def answer(self) -> VoiceStep | None:
        """The newest answer the student was given."""
        return self.last(Step.TOLD)

    @property
    def reaction(self) -> VoiceStep | None:
        """What the student said to the newest answer."""
        told, said = self.answer, self.last(Step.REACTED)
        return said if told and said and said.number > told.number else None

    @property
    def put_off(self) -> bool:
        return any(step.outcome == Outcome.LATER for step in self.steps)

    @property
    def was_shared(self) -> bool:
        """Whether the team ever had it."""
        return any(step.after not in (State.PRIVATE, State.WITHDRAWN) for step in self.steps)

    @property
    def read_soon(self) -> bool:
        """Whether words in it can mean danger and nobody has said yet what they are."""
        said = self.standing.safety or self.last(Step.UNFLAGGED) is not None
        return not said and self.state in OPEN | {State.PRIVATE} and may_mean_danger(self.item.words)

    def source(self, since: date) -> Source:
        """Where it comes from: asked again, an answer given before ``since`` is last year's."""
        again, decided = self.last(Step.REOPENED), self.decision
        of_old = decided is not None and again is not None and decided.on < since and decided.number < again.number
        return Source.LAST_YEAR if of_old else Source(self.item.source)

    def late(self, today: date) -> bool:
        return self.is_open and self.standing.due_on < today


def known_to_the_team(items: QuerySet[VoiceItem]) -> QuerySet[VoiceItem]:
    """Without what the student kept private, also after it was taken back."""
    own = VoiceStep.objects.filter(item=OuterRef("pk")).exclude(after__in=[State.PRIVATE, State.WITHDRAWN])
    return items.filter(Exists(own))


def readable(student: Student) -> QuerySet[VoiceItem]:
    """The items of a student that came through the door, as far as that viewer may read them."""
    found = VoiceItem.objects.filter(student=student)
    if student.relation in OWN:
        return found
    if "voice.read" not in student.abilities:
        return found.none()
    found = known_to_the_team(found)
    return found if "voice.safety" in student.abilities else found.exclude(standing__safety=True)


def items_of(student: Student, *, only: Iterable[State] = (), most: int = 200) -> list[Voiced]:
    """What the viewer of ``student`` may read, the newest first; two queries."""
    found = readable(student).select_related("standing").order_by("-heard_at", "-id")
    wanted = list(only)
    if wanted:
        found = found.filter(standing__state__in=wanted)
    items = list(found[:most])
    steps: dict[int, list[VoiceStep]] = {item.pk: [] for item in items}
    for step in VoiceStep.objects.filter(item__in=items).order_by("item", "number"):
        steps[step.item_id].append(step)
    return [Voiced(item, item.standing, tuple(steps[item.pk])) for item in items]


def open_items(student: Student) -> list[Voiced]:
    """What still waits for an answer, the one that is due first at the top."""
    return sorted(items_of(student, only=OPEN), key=lambda each: (each.standing.due_on, each.item.pk))


def for_agenda(student: Student) -> list[Voiced]:
    """What the next meeting must talk about: routed there or not routed at all; a matter of safety never."""
    return [
        each
        for each in open_items(student)
        if not each.standing.safety and each.state != State.DECIDED and each.standing.route in ("", Route.AGENDA)
    ]


def unanswered(student: Student, *, before: datetime) -> QuerySet[VoiceStanding]:
    """What a meeting that began then has to talk about: heard by then, sent to nobody else, not decided.

    Without a word of what was said. A matter of safety is on no agenda.
    """
    return VoiceStanding.objects.filter(
        student=student, state__in=OPEN - {State.DECIDED}, route__in=("", Route.AGENDA), safety=False,
        item__heard_at__lt=before,
    )  # fmt: skip


def waiting(student: Student) -> int:
    """How many items wait, for whoever may know that there are some; no text."""
    return VoiceStanding.objects.filter(student=student, state__in=OPEN).count()


def student_of(pk: int) -> int:
    """Whose item it is; the door of that student comes next."""
    found = VoiceItem.objects.filter(pk=pk).values_list("student", flat=True).first()
    if found is None:
        raise NotYours
    return found


def item_for(viewer: Account, pk: int, ability: str = "voice.read") -> Voiced:
    """One item behind the door of its student; ``item.student`` carries the abilities."""
    bare = VoiceItem.objects.filter(pk=pk).only("student_id").first()
    if bare is None:
        raise NotYours
    student = student_for(viewer, bare.student_id, ability, part="voice")
    item = readable(student).select_related("standing").filter(pk=pk).first()
    if item is None:
        raise NotYours
    item.student = student
    return Voiced(item, item.standing, tuple(VoiceStep.objects.filter(item=item).order_by("number")))
