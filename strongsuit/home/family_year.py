"""The year as a story of strengths: which were found, where they were used, and what grew (section 7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from strongsuit.home.own_pages import growth_of
from strongsuit.knowledge.profile import HIDDEN, Status
from strongsuit.people.models import Account
from strongsuit.people.queries_calendar import year_began
from strongsuit.plans.models import Goal, Weave
from strongsuit.plans.queries import adopted_plan
from strongsuit.progress.at_work import at_work
from strongsuit.progress.milestone_queries import notes_of
from strongsuit.strengths.queries import Known, eyes_of, profile_of
from strongsuit.students.models import Student
from strongsuit.web import clock

# A story, not a list of everything.
MOST = 12
# Nobody says yes to these today.
UNSEEN = {Status.EMERGING, Status.NO_CHANCE, Status.NOT_SEEN}


@dataclass(frozen=True, slots=True)
class Used:
    """A strength that carries goals; ``helped`` where that was written down with the work."""

    known: Known
    goals: tuple[Goal, ...]
    helped: bool


def story(student: Student, viewer: Account, *, today: date) -> dict[str, object]:
    """For a family that came through the door, since the school year began."""
    since = year_began(student.district_id)
    work = at_work(student, today=today)
    profile = profile_of(student, today=today, work=work, eyes=eyes_of(student, viewer))
    new = [known for known in profile if known.view.status not in UNSEEN and known.said and known.said.first >= since]
    plan = adopted_plan(student, today)
    goals = list(Goal.objects.filter(plan=plan).order_by("order", "id")) if plan else []
    notes = notes_of(student) if "milestone.read" in student.abilities else ()
    return {
        "since": since,
        "hidden": [known for known in new if known.view.status in HIDDEN][:MOST],
        "found": [known for known in new if known.view.status not in HIDDEN][:MOST],
        "used": used_in(goals, profile, work.helped),
        "growth": growth_of(goals, student, today),
        "moments": [note for note in notes if note.sent_at and clock.day(note.sent_at) >= since][:MOST],
    }


def used_in(goals: list[Goal], profile: Iterable[Known], helped: frozenset[int]) -> list[Used]:
    """Each strength that is woven into one of these goals, with the goals in their order."""
    carried: dict[int, list[Goal]] = {}
    by_pk = {goal.pk: goal for goal in goals}
    for goal, item in Weave.objects.filter(goal__in=goals).order_by("goal__order", "goal").values_list("goal", "item"):
        carried.setdefault(item, []).append(by_pk[goal])
    return [
        Used(known, tuple(carried[known.item.pk]), known.item.pk in helped)
        for known in profile
        if known.item.pk in carried
    ]
