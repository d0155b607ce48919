"""The doors to sittings of the finder, and where somebody stands in one: always counted anew from the answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from strongsuit.knowledge.finder import answers as rules
from strongsuit.knowledge.finder import decks
from strongsuit.knowledge.finder.decks import Card, Deck
from strongsuit.knowledge.terms import Group
from strongsuit.people.models import Account
from strongsuit.people.queries_calendar import year_began
from strongsuit.people.roles import Relation
from strongsuit.strengths import finder_cards
from strongsuit.strengths.finder_cards import Shown, shown
from strongsuit.strengths.models import Answer, Call, Sitting
from strongsuit.strengths.queries import standing
from strongsuit.students.access import caseload, holding, opened
from strongsuit.students.models import Student, TeamMember
from strongsuit.web import clock
from strongsuit.web.refusals import NotYours

# A sitting that was left is taken up again for so long; after that a new one begins.
REST = timedelta(days=30)


def sitting_for(viewer: Account, pk: int, *, part: str = "strengths finder") -> Sitting:
    """One's own sitting behind the door of its student; ``sitting.student`` carries the abilities."""
    found = Sitting.objects.select_related("student__school", "student__district").filter(pk=pk).first()
    if found is None or found.by_id != viewer.pk:
        raise NotYours
    opened(viewer, found.student, "strengths.write", part=part)
    return found


def open_sitting(student: Student, by: Account) -> Sitting | None:
    """The sitting that this person left and may take up again."""
    return Sitting.objects.filter(student=student, by=by, ended_at=None, seen_at__gte=clock.now() - REST).first()


@dataclass(frozen=True, slots=True)
class Step:
    """One question of a sitting."""

    card: Card
    again: bool = False

    @property
    def id(self) -> str:
        return f"{self.card.id}.again" if self.again else self.card.id


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody stands in the deck chosen last."""

    sitting: Sitting
    deck: Deck
    steps: tuple[Step, ...]
    # The newest standing answer to each question, by its id.
    given: dict[str, Answer]

    @property
    def now(self) -> Step | None:
        """The first question without an answer; the same on every device."""
        return next((step for step in self.steps if step.id not in self.given), None)

    @property
    def number(self) -> int:
        return self.steps.index(self.now) + 1 if self.now else len(self.steps)

    @property
    def last(self) -> Answer | None:
        mine = [self.given[step.id] for step in self.steps if step.id in self.given]
        return max(mine, key=lambda answer: answer.moment, default=None)

    @property
    def has_told(self) -> bool:
        """Whether the open card at the end was seen."""
        return self.deck.id in self.sitting.opened

    @property
    def has_room(self) -> bool:
        return len(self.sitting.decks) < rules.MOST_DECKS

    def step(self, key: str) -> Step | None:
        return next((step for step in self.steps if step.id == key), None)

    def card(self, step: Step, *, level: str = "") -> Shown:
        of = self.sitting
        return shown(step.card, level or of.level, of.language, seed=of.seed, again=step.again)


def given_in(sitting: Sitting) -> list[Answer]:
    return standing(Answer.objects.filter(student=sitting.student_id, sitting=sitting).select_related("item"))


def place_of(sitting: Sitting, given: Sequence[Answer] | None = None) -> Place:
    """One query, or none where the answers are at hand."""
    told = given_in(sitting) if given is None else given
    by_step = {f"{each.item.key}.again" if each.again else each.item.key: each for each in told}
    chosen = decks.deck(sitting.deck)
    if chosen is None:
        raise NotYours
    return Place(sitting, chosen, steps_of(sitting, chosen), by_step)


def steps_of(sitting: Sitting, deck: Deck) -> tuple[Step, ...]:
    """The cards of a deck, and at its end what is asked once more, the other way round."""
    again = rules.asked_again(sitting.seed, [(one.id, pairs_of(one)) for one in chosen_decks(sitting)])
    once_more = [step for key in again.get(deck.id, ()) if (card := decks.card(key)) for step in [Step(card, True)]]
    return (*map(Step, deck.cards), *once_more)


def chosen_decks(sitting: Sitting) -> list[Deck]:
    return [one for key in sitting.decks if (one := decks.deck(key))]


def pairs_of(deck: Deck) -> tuple[str, ...]:
    return tuple(card.id for card in deck.cards if card.is_pair)


# A call of yesterday is not answered by going there now.
CALL_WAITS = timedelta(hours=12)


def waiting_calls() -> QuerySet[Call]:
    return Call.objects.filter(came_at=None, at__gte=clock.now() - CALL_WAITS).order_by("at")


def calls_of(student: Student) -> list[Call]:
    """Calls for a person that nobody has answered yet; ``student`` came through the door."""
    return list(waiting_calls().filter(student=student).select_related("student"))


def calls_for(viewer: Account) -> list[Call]:
    """The same of every student this person works with."""
    return list(waiting_calls().filter(student__in=caseload(viewer, "strengths.write")).select_related("student"))


def call_of(student: Student, pk: int) -> Call:
    """One call of a student who came through the door."""
    found = Call.objects.filter(student=student, pk=pk).first()
    if found is None:
        raise NotYours
    found.student = student
    return found


def decks_for(viewer: Account, student: Student) -> list[Deck]:
    """The decks this person of the school can see in their part; all of them where no list says otherwise."""
    part = str(student.relation)
    services: list[str] = []
    if part == Relation.PROVIDER:
        held = TeamMember.objects.filter(holding(clock.today()), student=student, account=viewer, relation=part)
        services = list(held.values_list("service", flat=True))
    return [one for one in decks.decks() if rules.can_see(one.id, part, services)]


@dataclass(frozen=True, slots=True)
class Heard:
    """Whether one of the three views was told since the year of school began (R-8)."""

    group: Group
    names: tuple[str, ...]
    since: date

    @property
    def spoke(self) -> bool:
        return bool(self.names)


def not_told_by(viewer: Account, students: Sequence[Student]) -> list[Student]:
    """Those of these students about whom this person has not said anything since the school year began."""
    if not students:
        return []
    since = year_began(students[0].district_id)
    told = Answer.objects.filter(student__in=students, by=viewer, on__gte=since).values_list("student", flat=True)
    spoken = set(told.distinct())
    return [student for student in students if student.pk not in spoken]


def heard_of(student: Student) -> list[Heard]:
    """Student, family and school, each with who answered a card since the school year began; two queries."""
    since = year_began(student.district_id)
    told = Answer.objects.filter(student=student, on__gte=since, takes_back=None).values_list("group", "by_name")
    names: dict[str, set[str]] = {group: set() for group in Group}
    for group, name in told.distinct():
        names[group].add(name)
    return [Heard(group, tuple(sorted(names[group])), since) for group in Group]


def no_chance_yet(student: Student, by: Account) -> list[str]:
    """Cards of which this person had no chance to see anything: each is a chance to plan, never a low mark."""
    told = Answer.objects.filter(student=student, by=by, group=Group.SCHOOL, item__retired_on=None)
    newest = {each.item_id: each for each in standing(told.select_related("item"))}
    language = finder_cards.read_in("")
    return [
        finder_cards.named(each.item.key, language) or each.item.words
        for each in newest.values()
        if each.choice == "no_chance"
    ]
