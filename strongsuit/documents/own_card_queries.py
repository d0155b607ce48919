"""Goal cards, ask scripts and good days as their pages and papers read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from strongsuit.documents.own_models_beside import AskScript, AskTurn, GoalCard, GoodDayLine
from strongsuit.documents.own_queries import reader_of
from strongsuit.knowledge import own_cards as ours
from strongsuit.knowledge.own_page import READS, names_a_disability
from strongsuit.knowledge.reading_level import Target
from strongsuit.knowledge.weaving.topic import to_do
from strongsuit.people.models import Account
from strongsuit.plans.models import Goal, Weave
from strongsuit.plans.queries import current_plan
from strongsuit.progress.pages import growth_of_goals
from strongsuit.progress.queries import goals_of
from strongsuit.students.access import student_for
from strongsuit.students.models import Student
from strongsuit.web.refusals import NotYours


@dataclass(frozen=True, slots=True)
class Card:
    """One goal as a card: what the team agreed with its numbers, and what the student adds."""

    goal: Goal
    words: str
    good_at: tuple[str, ...]
    start: str
    now: str
    target: str
    unit: str
    target_on: date | None
    own: GoalCard

    @property
    def by_when(self) -> str:
        return date_format(self.target_on, "DATE_FORMAT") if self.target_on else ""

    def rows(self, target: Target) -> list[tuple[str, str]]:
        """Label and words, in the order of the card; what is not there yet is left out."""
        found = (
            (ours.GOOD_AT, "; ".join(self.good_at)),
            (ours.WILL, self.words),
            (ours.START, counted(self.start, self.unit)),
            (ours.NOW, counted(self.now, self.unit)),
            (ours.WANT, counted(self.target, self.unit)),
            (ours.WHEN, self.by_when),
            (ours.STEP, self.own.first_step),
            (ours.PEOPLE, self.own.people),
            (ours.STRETCH, self.own.stretch),
        )
        return [(_(label.at(target)), words) for label, words in found if words]


def counted(number: str, unit: str) -> str:
    return f"{number} {unit}".strip() if number else ""


def cards_of(student: Student, today: date) -> list[Card]:
    """A card for each goal in effect."""
    goals = goals_of(current_plan(student, today))
    grown = growth_of_goals(student, goals, today=today, remarks=False)
    added, strengths = added_to(goals), strengths_of(goals)
    found = []
    for goal in goals:
        shown = grown[goal.pk].shown
        own = added.get(goal.pk) or GoalCard(goal=goal, student=student, district_id=student.district_id)
        found.append(
            Card(
                goal,
                will(goal),
                strengths.get(goal.pk, ()),
                shown.start,
                shown.now,
                shown.target,
                goal.unit,
                goal.target_on,
                own,
            )  # fmt: skip
        )
    return found


def will(goal: Goal) -> str:
    """The goal in the student's words; until there are some, in the plan's, if these name no disability."""
    if goal.student_words:
        return goal.student_words
    return to_do(unlabeled(goal.behavior))


def unlabeled(words: str) -> str:
    """Words of adults, as far as they name no disability and no office of it."""
    return "" if names_a_disability(words) else words


def strengths_of(goals: list[Goal]) -> Mapping[int, tuple[str, ...]]:
    """What carries each goal, without what is private and without the name of any disability."""
    found: dict[int, tuple[str, ...]] = {}
    links = Weave.objects.filter(goal__in=goals, item__private=False).order_by("id")
    for goal, words in links.values_list("goal", "item__words"):
        if not names_a_disability(words):
            found[goal] = (*found.get(goal, ()), words)
    return found


def added_to(goals: list[Goal]) -> dict[int, GoalCard]:
    """What the student added to each goal, also where a newer plan carries the same goal on."""
    if not goals:
        return {}
    student = goals[0].student_id
    held = {card.goal_id: card for card in GoalCard.objects.filter(student=student)}
    former = dict(Goal.objects.filter(student=student, continues__isnull=False).values_list("pk", "continues"))
    found = {}
    for goal in goals:
        at: int | None = goal.pk
        seen = set[int]()
        while at is not None and at not in held and at not in seen:
            seen.add(at)
            at = former.get(at)
        if at in held:
            found[goal.pk] = held[at]
    return found


# Asking


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a script, with the word that names it on a speech device."""

    label: str
    words: str
    picture: str


def sentences_of(script: AskScript, target: Target) -> list[Sentence]:
    """The script at the student's level, built from its pieces; what is empty is not said."""
    values = {name: getattr(script, name).strip().rstrip(".?!") for name in PIECES}
    frames = (
        (_("Task"), ours.ASK_TASK, "edit", values["task"]),
        (_("It goes well"), ours.ASK_CONDITION, "like", values["condition"]),
        (_("Why"), ours.ASK_REASON, "idea", values["reason"]),
        (_("Ask"), ours.ASK_SUPPORT, "voice", values["support"]),
        (_("When"), ours.ASK_WHEN, "clock", "always"),
        (_("Thank you"), ours.ASK_THANKS, "interest", "always"),
        (_("Who else"), ours.ASK_PERSON, "friends", values["person"]),
    )
    return [Sentence(label, _(frame.at(target)) % values, picture) for label, frame, picture, there in frames if there]


PIECES = ("task", "condition", "reason", "support", "person")


def scripts_of(student: Student) -> list[AskScript]:
    return list(AskScript.objects.filter(student=student, put_away=False).order_by("-made_at", "-id"))


def script_for(viewer: Account, pk: int) -> AskScript:
    """One of one's own scripts."""
    script = AskScript.objects.filter(pk=pk).first()
    if script is None:
        raise NotYours
    script.student = student_for(viewer, script.student_id, "page.own", part="my asks")
    return script


def turns_of(script: AskScript, most: int = 12) -> list[AskTurn]:
    return list(AskTurn.objects.filter(script=script).order_by("-at", "-id")[:most])


# Good days


def day_lines(student: Student) -> list[GoodDayLine]:
    """What a good day is made of, as the person at the student's door may read it."""
    rows = GoodDayLine.objects.filter(student=student).order_by("at", "id")
    return list(rows.filter(seen_by__in=READS[reader_of(student)]))


def day_line_for(viewer: Account, pk: int) -> GoodDayLine:
    """A line that one told oneself."""
    line = GoodDayLine.objects.filter(pk=pk).first()
    if line is None:
        raise NotYours
    line.student = student_for(viewer, line.student_id, "day.write", part="good day")
    if line.by_id != viewer.pk:
        raise NotYours
    return line
