"""The doors to what accommodations mean: the student's own answers, the adults' views, what is being tried."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from strongsuit.knowledge.ratings import Answers, Outcome, differ, is_due, meaning_index, next_due, outcome
from strongsuit.knowledge.reading_level import Target
from strongsuit.knowledge.supports import plainly
from strongsuit.people.models import Account
from strongsuit.plans.models import Accommodation, AdultView, Plan, Rating, RatingBegun, Trial
from strongsuit.plans.queries import current_plan
from strongsuit.plans.rating_marks import mark_of
from strongsuit.students.access import opened
from strongsuit.students.models import Student
from strongsuit.web.refusals import NotYours

# More lines than any plan has accommodations, and a few years of answers to each.
MOST = 400


@dataclass(frozen=True, slots=True)
class Rated:
    """One accommodation with what the student and the adults last said of it."""

    accommodation: Accommodation
    rating: Rating | None
    earlier: tuple[Rating, ...]
    begun: RatingBegun | None
    views: tuple[AdultView, ...]

    def plainly(self, level: Target) -> str:
        """The support in words for the student, to be translated."""
        return plainly(self.accommodation.words, level)

    @property
    def answers(self) -> Answers | None:
        return self.rating.answers if self.rating else None

    @property
    def outcome(self) -> Outcome | None:
        return outcome(self.rating.answers) if self.rating else None

    @property
    def index(self) -> int | None:
        """Help and comfort together in percent; how often it is given is told beside it."""
        share = meaning_index(self.rating.answers) if self.rating else None
        return None if share is None else round(share * 100)

    @property
    def due_on(self) -> date | None:
        found = self.outcome
        return next_due(self.rating.on if self.rating else None, found.route if found else None)

    def due(self, today: date) -> bool:
        found = self.outcome
        return is_due(self.rating.on if self.rating else None, found.route if found else None, today=today)

    @property
    def apart(self) -> tuple[AdultView, ...]:
        """The adults who see the help very differently from the student."""
        own = self.rating.help if self.rating else None
        return tuple(view for view in self.views if differ(own, view.help))


def rated_of(accommodations: Iterable[Accommodation], student: Student) -> list[Rated]:
    """Each accommodation with the newest answers, also those given to the same words in an earlier plan. 3 queries."""
    rows = list(accommodations)
    marks = {mark_of(row.words) for row in rows}
    of = {"student": student, "mark__in": marks}
    ratings = list(Rating.objects.filter(**of).order_by("-made_at", "-id")[:MOST])
    begun = {row.mark: row for row in RatingBegun.objects.filter(**of)}
    views = list(AdultView.objects.filter(**of).order_by("-made_at", "-id")[:MOST])
    found = []
    for row in rows:
        mark = mark_of(row.words)
        own = [each for each in ratings if each.mark == mark]
        newest = {each.by_id: each for each in reversed(views) if each.mark == mark}
        found.append(Rated(row, own[0] if own else None, tuple(own[1:]), begun.get(mark), tuple(newest.values())))
    return found


def mine(student: Student, today: date) -> list[Rated]:
    """The accommodations of the plan in effect, those that are due first; ``student`` came through the door."""
    plan = current_plan(student, today)
    if plan is None:
        return []
    return sorted(rated_of(accommodations_of(plan), student), key=lambda each: not each.due(today))


def seen_differently(student: Student, today: date) -> list[Rated]:
    """What the team talks about with both views before it: the student and an adult are far apart (1.4)."""
    if "rating.read" not in student.abilities:
        return []
    return [each for each in mine(student, today) if each.apart]


def accommodations_of(plan: Plan) -> list[Accommodation]:
    rows = Accommodation.objects.filter(plan=plan).exclude(words="")
    return list(rows.order_by("order", "id"))


def accommodation_for(viewer: Account, pk: int, ability: str) -> Accommodation:
    """An accommodation of the plan in effect behind the door of its student."""
    found = Accommodation.objects.select_related("student__school", "student__district").filter(pk=pk).first()
    if found is None:
        raise NotYours
    found.student = opened(viewer, found.student, ability, part="what helps")
    return found


def trials_of(student: Student) -> list[Trial]:
    return list(Trial.objects.filter(student=student).order_by("ended", "-starts_on", "-id")[:50])
