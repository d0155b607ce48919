"""What the student is asked, and says, about the strengths that carry a goal."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q

from strongsuit.knowledge.terms import PlanKind
from strongsuit.plans.models import Goal, Plan, Weave, WeaveAnswer
from strongsuit.plans.queries import OPEN
from strongsuit.strengths.models import Item
from strongsuit.students.models import Student

# By goal and strength: the answer that counts.
Answers = dict[tuple[int, int], WeaveAnswer]
Former = Mapping[int, tuple[int, str]]


def answers_of(goals: Iterable[Goal]) -> Answers:
    """What counts for each goal: the newest answer of its year; from a year before only a "Not me" is carried along.

    A yes is asked for again each year, while a no stays in sight until somebody has answered it. Two queries at most.
    """
    goals = list(goals)
    students = {goal.student_id for goal in goals}
    said: dict[int, list[WeaveAnswer]] = defaultdict(list)
    for answer in WeaveAnswer.objects.filter(student__in=students).order_by("at", "id"):
        said[answer.goal_id].append(answer)
    if not said:
        return {}
    rows = Goal.objects.filter(student__in=students, continues__isnull=False)
    steps = rows.values_list("pk", "continues", "plan__kind")
    former = {pk: (before, kind) for pk, before, kind in steps if before}
    return {(goal.pk, item): told for goal in goals for item, told in _told(goal.pk, former, said).items()}


def _told(goal: int, former: Former, said: Mapping[int, list[WeaveAnswer]]) -> dict[int, WeaveAnswer]:
    now, before = _years(goal, former)
    heard = _newest(answer for part in now for answer in said.get(part, []))
    kept = _newest(answer for part in before for answer in said.get(part, []))
    return {item: answer for item, answer in kept.items() if not answer.yes} | heard


def _years(goal: int, former: Former) -> tuple[list[int], list[int]]:
    """The goal with those it amends in its own year, and those of the years before."""
    now, before = [goal], list[int]()
    line = now
    while step := former.get(goal):
        goal, kind = step
        if goal in now or goal in before:
            break
        line = line if kind == PlanKind.AMENDMENT else before
        line.append(goal)
    return now, before


def _newest(answers: Iterable[WeaveAnswer]) -> dict[int, WeaveAnswer]:
    return {answer.item_id: answer for answer in sorted(answers, key=lambda each: (each.at, each.pk))}


@dataclass(frozen=True, slots=True)
class Asked:
    """A strength that carries a goal, with the student's answer where there is one."""

    goal: Goal
    item: Item
    answer: WeaveAnswer | None
    weave: Weave


@dataclass(frozen=True, slots=True)
class Questions:
    """What the student is asked on one page, and what the team has answered to a "Not me" by taking it out."""

    now: list[Asked]
    ideas: list[Asked]
    heard: list[WeaveAnswer]

    def about(self, goal: int, item: int) -> Asked | None:
        return next((each for each in (*self.now, *self.ideas) if (each.goal.pk, each.item.pk) == (goal, item)), None)


def asked_of(goals: Iterable[Goal]) -> list[Asked]:
    """Each strength in use of these goals, with what the student says of it. Three queries at most."""
    known = {goal.pk: goal for goal in goals}
    answers = answers_of(known.values())
    return [Asked(known[w.goal_id], w.item, answers.get((w.goal_id, w.item_id)), w) for w in _woven(known)]


def _woven(goals: Iterable[int]) -> list[Weave]:
    rows = Weave.objects.filter(goal__in=list(goals), item__retired_on=None)
    return list(rows.select_related("item").order_by("id"))


def questions_for(student: Student, plan: Plan | None) -> Questions:
    """The strengths of the goals in effect, and of a draft those whose goal is already written in the student's words.

    ``student`` came through the own door. Of a draft nothing else reaches the student: it is not yet a plan.
    """
    ready = Q(plan__state__in=OPEN) & ~Q(student_words="")
    rows = Goal.objects.filter(Q(plan=plan) | ready if plan else ready, student=student).select_related("plan")
    goals = {goal.pk: goal for goal in rows.order_by("order", "id")}
    answers, woven = answers_of(goals.values()), _woven(goals)
    asked = [Asked(goals[w.goal_id], w.item, answers.get((w.goal_id, w.item_id)), w) for w in woven]
    now = [each for each in asked if each.goal.plan == plan]
    # An amendment carries the same goals again; what is asked for the plan in effect holds for both.
    same = {(each.goal.pk, each.item.pk) for each in now}
    ideas = [each for each in asked if each.goal.plan != plan and not _carried(each, same)]
    pairs = {(w.goal_id, w.item_id) for w in woven}
    heard = [no for key, no in answers.items() if not no.yes and key not in pairs and goals[key[0]].plan == plan]
    return Questions(now, ideas, heard)


def _carried(asked: Asked, same: Collection[tuple[int | None, int]]) -> bool:
    return asked.goal.plan.kind == PlanKind.AMENDMENT and (asked.goal.continues_id, asked.item.pk) in same
