"""What the pages about progress draw: each goal with its growth and its graph."""

from datetime import date

from django.utils.translation import gettext as _

from strongsuit.knowledge.graph import Graph, Phase, progress_graph
from strongsuit.knowledge.growth import Growth
from strongsuit.knowledge.shapes import GoalFacts, Point
from strongsuit.people.facts import calendar_of
from strongsuit.plans.models import Goal, Plan
from strongsuit.progress.facts import Line, growths, numbers_of, points_of
from strongsuit.progress.models import DataPoint
from strongsuit.progress.shown import GoalGrowth, goal_growth
from strongsuit.students.models import Student


def as_of(plan: Plan, today: date) -> date:
    """A goal of a replaced plan is told as of the plan's last day: its version is closed (1.3)."""
    return min(today, plan.ended_on) if plan.ended_on else today


def growth_of_goals(student: Student, goals: list[Goal], *, today: date) -> dict[int, GoalGrowth]:
    """Growth and graph of each of one plan's goals, in a fixed number of queries."""
    points = points_of(goal.pk for goal in goals)
    calendar = calendar_of(student.school)
    facts = {goal.pk: numbers_of(goal) for goal in goals}
    grown = growths(facts.values(), points, calendar=calendar, today=today)
    return {
        pk: goal_growth(fact, grown[fact.id], progress_graph(fact, points.get(pk, ()), today=today, calendar=calendar))
        for pk, fact in facts.items()
    }


def one_goal(goal: Goal, line: Line, rows: list[DataPoint], *, today: date) -> tuple[GoalFacts, Growth, Graph]:
    """One goal from the rows that its page lists anyway."""
    facts, calendar = numbers_of(goal), calendar_of(goal.student.school)
    points = [Point(row.on, row.value, row.invalid_because, row.note, row.setting) for row in reversed(rows)]
    day = as_of(goal.plan, today)
    growth = growths([facts], {goal.pk: points}, calendar=calendar, today=day)[facts.id]
    return facts, growth, progress_graph(facts, points, today=day, calendar=calendar, phases=phases(line))


def phases(line: Line) -> list[Phase]:
    """Where a renewed plan took the unchanged goal over."""
    if len(line.goals) == 1:
        return []
    plans = Plan.objects.filter(goals__in=line.goals[:-1], starts_on__isnull=False).order_by("number")
    return [Phase(plan.adopted_on or plan.starts_on, plan_words(plan)) for plan in plans]


def plan_words(plan: Plan) -> str:
    return _("Plan version %(number)s begins") % {"number": plan.number}
