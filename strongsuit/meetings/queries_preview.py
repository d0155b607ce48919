"""What a meeting will show of a student, and which of it the student has looked at (R-35)."""

from collections.abc import Iterator

from strongsuit.knowledge.preview import Kind, Look, Shown, Standing, standing
from strongsuit.knowledge.shapes import PlanFacts
from strongsuit.knowledge.terms import PlanState
from strongsuit.meetings.models import Meeting, Preview
from strongsuit.people.facts import calendar_of
from strongsuit.plans.facts import plan_facts
from strongsuit.plans.queries import open_draft
from strongsuit.students.models import Student
from strongsuit.voice.queries import for_agenda
from strongsuit.web import clock


def coming(student: Student) -> Meeting | None:
    """The next meeting about a student who came through the door."""
    planned = Meeting.objects.filter(student=student, state=Meeting.State.PLANNED, starts_at__gte=clock.now())
    return planned.order_by("starts_at").first()


def shown_at(student: Student) -> list[Shown]:
    """What the student said and the team has to answer; then the plan, once it was shared."""
    found = [Shown(Kind.SAID, each.item.words, each.item.words) for each in for_agenda(student)]
    plan = open_draft(student)
    if plan is not None and plan.state == PlanState.PROPOSED:
        plan.student = student
        found += of_plan(plan_facts(plan))
    return list({each.mark: each for each in found}.values())


def of_plan(facts: PlanFacts) -> Iterator[Shown]:
    """A need is named by its part of school alone: what stands there is read with somebody, not found on a tablet."""
    named = {strength for level in facts.present_levels for strength in level.strength_ids}
    named |= {weave.strength_id for goal in facts.goals for weave in goal.weaves}
    for item in facts.strengths:
        if item.id in named:
            yield Shown(Kind.STRENGTH, item.words, item.words)
    for goal in facts.goals:
        yield Shown(Kind.GOAL, goal.student_words or goal.behavior, f"{goal.student_words}\n{goal.behavior}")
    for level in facts.present_levels:
        for need in level.needs:
            yield Shown(Kind.NEED, level.skill_set.label, need.statement)


def looks_of(meeting: Meeting) -> list[Look]:
    rows = Preview.objects.filter(meeting=meeting).order_by("at", "id").values_list("on", "seen", "apart")
    return [Look(on, frozenset(seen), frozenset(apart)) for on, seen, apart in rows]


def standing_of(meeting: Meeting, student: Student) -> list[Standing]:
    """Each thing with whether the student saw it, and saw it in time; two queries beside those of the plan."""
    day = clock.day(meeting.starts_at)
    return standing(shown_at(student), looks_of(meeting), meeting=day, calendar=calendar_of(student.school))


def unseen(meeting: Meeting) -> int | None:
    """How many things are new to the student, without a word of them; None where nothing will be shown."""
    found = standing_of(meeting, meeting.student)
    return sum(not each.in_time for each in found) if found else None
