"""What the pages about progress draw: each goal with its growth and its graph."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from strongsuit.knowledge.graph import Graph, Phase, progress_graph
from strongsuit.knowledge.growth import Growth
from strongsuit.knowledge.shapes import GoalFacts, Point, StrengthFacts, WeaveFacts
from strongsuit.knowledge.terms import Pattern
from strongsuit.knowledge.weave import LIVED
from strongsuit.people.facts import calendar_of
from strongsuit.plans.facts import numbers_of
from strongsuit.plans.models import Goal, Plan, Weave
from strongsuit.plans.queries_weaves import Asked, asked_of
from strongsuit.plans.weaving import lived, next_words
from strongsuit.progress.facts import Line, growths, lines_of, points_of
from strongsuit.progress.models import DataPoint
from strongsuit.progress.noted import noted
from strongsuit.progress.shown import GoalGrowth, goal_growth
from strongsuit.strengths.facts import facts_of_items
from strongsuit.students.models import Student


def as_of(plan: Plan, today: date) -> date:
    """A goal of a replaced plan is told as of the plan's last day: its version is closed (1.3)."""
    return min(today, plan.ended_on) if plan.ended_on else today


def growth_of_goals(student: Student, goals: list[Goal], *, today: date, remarks: bool = True) -> dict[int, GoalGrowth]:
    """Growth and graph of each of one plan's goals, in a fixed number of queries."""
    lines = lines_of(goal.pk for goal in goals)
    points = points_of(lines, lines)
    if not remarks:
        points = {pk: [without_remarks(point) for point in found] for pk, found in points.items()}
    calendar = calendar_of(student.school)
    facts = {goal.pk: numbers_of(goal) for goal in goals}
    strengths = strengths_of(facts)
    grown = growths(facts.values(), points, calendar=calendar, today=today, lines=lines)
    return {
        pk: goal_growth(
            fact,
            grown[fact.id],
            progress_graph(fact, points.get(pk, ()), today=today, calendar=calendar),
            "; ".join(strengths.get(pk, ())),
        )
        for pk, fact in facts.items()
    }


def without_remarks(point: Point) -> Point:
    """The number alone: what adults wrote beside it is not for the student's own page."""
    because = _("This one does not count.") if point.invalid_because else ""
    return replace(point, invalid_because=because, note="", setting="")


def strengths_of(goals: Iterable[int]) -> dict[int, list[str]]:
    """The strengths that each goal grows from; what a student keeps private stays so."""
    found: dict[int, list[str]] = {}
    links = Weave.objects.filter(goal__in=list(goals), item__private=False).order_by("id")
    for goal, words in links.values_list("goal", "item__words"):
        found.setdefault(goal, []).append(words)
    return found


def one_goal(goal: Goal, line: Line, rows: list[DataPoint], *, today: date) -> tuple[GoalFacts, Growth, Graph]:
    """One goal from the rows that its page lists anyway."""
    facts, calendar = numbers_of(goal), calendar_of(goal.student.school)
    points = [Point(row.on, row.value, row.invalid_because, row.note, row.setting) for row in reversed(rows)]
    day = as_of(goal.plan, today)
    growth = growths([facts], {goal.pk: points}, calendar=calendar, today=day, lines={goal.pk: line})[facts.id]
    return facts, growth, progress_graph(facts, points, today=day, calendar=calendar, phases=phases(line))


@dataclass(frozen=True, slots=True)
class Woven:
    """A strength that carries the goal: what the student says of it, how well it is woven in, and what is next."""

    asked: Asked
    quality: int
    next_step: str

    @property
    def most(self) -> int:
        return LIVED


def woven_in(goal: Goal, facts: GoalFacts) -> list[Woven]:
    """What a student keeps private stays so."""
    asked = [each for each in asked_of([goal]) if not each.item.private]
    items = facts_of_items([each.item.pk for each in asked])
    return [_woven(goal.student, facts, each, items[str(each.item.pk)]) for each in asked]


def _woven(student: Student, facts: GoalFacts, asked: Asked, item: StrengthFacts) -> Woven:
    row, yes = asked.weave, bool(asked.answer and asked.answer.yes)
    weave = WeaveFacts(item.id, Pattern(row.pattern), row.mechanism, row.step, confirmed_by_student=yes)
    found = lived(weave, facts, item, student=student.name, noted=lambda: noted(int(facts.id)))
    return Woven(asked, found, next_words(weave, found, student.called))


def phases(line: Line) -> list[Phase]:
    """Where a renewed plan took the unchanged goal over."""
    if len(line.goals) == 1:
        return []
    plans = Plan.objects.filter(goals__in=line.goals[:-1], starts_on__isnull=False).order_by("number")
    begun = ((plan, plan.adopted_on or plan.starts_on) for plan in plans)
    return [Phase(on, plan_words(plan)) for plan, on in begun if on]


def plan_words(plan: Plan) -> str:
    return _("Plan version %(number)s begins") % {"number": plan.number}
