"""What the clocks ask of a person: computed from events, never stored, the most urgent first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from django.db.models import Exists, Max, Model, OuterRef, Q, QuerySet

from strongsuit.knowledge.calendar import triennial_due
from strongsuit.knowledge.ratings import AFTER_A_CHANGE, BEFORE_REVIEW, TWICE_A_YEAR, asking_due
from strongsuit.knowledge.safety import may_mean_danger
from strongsuit.knowledge.terms import PlanState
from strongsuit.knowledge.voice import OPEN
from strongsuit.meetings.models import Attendee, Meeting
from strongsuit.people.models import Account, StaffPost
from strongsuit.people.roles import POST_RELATIONS, STUDENT_ABILITIES, Relation, Role
from strongsuit.plans.models import Accommodation, Goal, Plan, Question, Rating, SummaryReading
from strongsuit.progress.milestone_queries import without_note
from strongsuit.progress.models import Report
from strongsuit.students.access import holding
from strongsuit.students.models import Eligibility, Guardian, Student, TeamMember
from strongsuit.voice.models import VoiceStanding
from strongsuit.web import clock

Found = TypeVar("Found", bound=Model)
# How far ahead each clock is shown, in days (iep-requirements V66: 60, 30, 10).
AHEAD = 60
SOON = 10
REPORT_AHEAD = 21
MEETING_AHEAD = 14
NOTICE_DAYS = 5
QUESTION_DAYS = 5
# A marking period lasts about ten weeks; in its second half a goal without any note is worth a reminder.
MOMENT_AHEAD = 42
# A page shows this many of one kind; the count says how many there are.
MOST = 50


class Kind(StrEnum):
    ANNUAL = "annual"
    TRIENNIAL = "triennial"
    REPORT = "report"
    NOTICE = "notice"
    MEETING = "meeting"
    INVITED = "invited"
    SUMMARY = "summary"
    QUESTION = "question"
    MANAGER = "manager"
    MOMENT = "moment"
    VOICE = "voice"
    RATING = "rating"


# What waits for a person and not for a clock of the law, with the days it may wait before it is asked for again.
WAITING = {Kind.SUMMARY: 0, Kind.QUESTION: QUESTION_DAYS, Kind.MANAGER: 0, Kind.MOMENT: 0, Kind.RATING: 0}


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing to do for one student; ``target`` is the row to open."""

    kind: Kind
    student: Student
    due_on: date
    days: int
    target: int

    @property
    def late_by(self) -> int:
        return -self.days

    @property
    def state(self) -> str:
        if self.days < 0:
            return "waiting" if self.kind in WAITING else "late"
        return "soon" if self.days <= SOON else "ahead"

    @property
    def since(self) -> date:
        """The day since which it waits for somebody."""
        return self.due_on - timedelta(days=WAITING[self.kind])

    @property
    def this_year(self) -> bool:
        return self.since.year == (self.due_on - timedelta(days=self.days)).year


@dataclass(frozen=True, slots=True)
class Reach:
    """Which students a person's duties are about: own teams by relation, and whole schools or districts by post."""

    teams: dict[int, frozenset[Relation]]
    schools: frozenset[int]
    districts: frozenset[int]
    near: frozenset[int]
    own: frozenset[int]
    posts: frozenset[Relation]

    def students(self, relations: Iterable[Relation], *, left_too: bool = False) -> Q | None:
        """The students for whom this person holds one of ``relations``, as a condition; None when there is none."""
        wanted = set(relations)
        mine = [pk for pk, held in self.teams.items() if held & wanted]
        found = Q()
        if mine:
            found |= Q(student__in=mine)
        if self.posts & wanted:
            # The district stands in the row itself, where the index begins.
            if self.schools:
                found |= Q(district__in=self.near, student__school__in=self.schools)
            if self.districts:
                found |= Q(district__in=self.districts)
        if not found:
            return None
        found &= ~Q(student__in=self.own)
        return found if left_too else found & Q(student__left_on=None)


def reach(viewer: Account, *, held: Iterable[StaffPost], today: date) -> Reach:
    teams: dict[int, set[Relation]] = {}
    for student, relation in TeamMember.objects.filter(holding(today), account=viewer).values_list(
        "student", "relation"
    ):
        teams.setdefault(student, set()).add(Relation(relation))
    growing = [post for post in held if Role(post.role) in POST_RELATIONS]
    return Reach(
        {pk: frozenset(relations) for pk, relations in teams.items()},
        frozenset(post.school_id for post in growing if post.school_id),
        frozenset(post.district_id for post in growing if not post.school_id),
        frozenset(post.district_id for post in growing),
        frozenset(Guardian.objects.filter(account=viewer).values_list("student", flat=True)),
        frozenset(POST_RELATIONS[Role(post.role)] for post in growing),
    )


PLANNERS = frozenset({Relation.CASE_MANAGER, Relation.CHAIR, Relation.LEADER})


def _reviews(found: Reach, today: date) -> QuerySet[Plan] | None:
    mine = found.students(PLANNERS)
    if mine is None:
        return None
    due = Plan.objects.filter(mine, state=PlanState.ADOPTED, review_on__lte=today + timedelta(days=AHEAD))
    return due.select_related("student__school").order_by("review_on")


def _triennials(found: Reach, today: date) -> QuerySet[Eligibility] | None:
    mine = found.students(PLANNERS)
    if mine is None:
        return None
    # Three years hold at most 1,096 days; what this lets in too early, the exact date below leaves out.
    before = today + timedelta(days=AHEAD - 1095)
    waived = Q(evaluation_waived_on=None) | Q(evaluation_waived_on__lte=before)
    due = Eligibility.objects.filter(mine, waived, ended_on=None, evaluated_on__lte=before)
    return due.select_related("student__school").order_by("evaluated_on")


def _reports(found: Reach, today: date) -> QuerySet[Report] | None:
    mine = found.students(STUDENT_ABILITIES["report.send"])
    if mine is None:
        return None
    due = Report.objects.filter(mine, state=Report.State.OPEN, due_on__lte=today + timedelta(days=REPORT_AHEAD))
    return due.select_related("student__school").order_by("due_on")


def _meetings(found: Reach) -> QuerySet[Meeting] | None:
    mine = found.students(STUDENT_ABILITIES["meeting.write"])
    if mine is None:
        return None
    until = clock.now() + timedelta(days=MEETING_AHEAD)
    planned = Meeting.objects.filter(mine, state=Meeting.State.PLANNED, starts_at__lte=until)
    return planned.select_related("student__school").order_by("starts_at")


def _invitations(viewer: Account, found: Reach) -> QuerySet[Attendee] | None:
    """The person's own invitations that went out and wait for an answer."""
    mine = found.students(STUDENT_ABILITIES["meeting.invited"])
    if mine is None:
        return None
    coming = Q(meeting__state=Meeting.State.PLANNED, meeting__starts_at__gt=clock.now())
    waiting = Attendee.objects.filter(mine, coming, account=viewer, answer="", meeting__notice_sent_on__isnull=False)
    return waiting.select_related("meeting", "student__school").order_by("meeting__starts_at")


def _summaries(viewer: Account, found: Reach) -> QuerySet[Plan] | None:
    mine = [pk for pk, held in found.teams.items() if held & STUDENT_ABILITIES["summary.read"] and pk not in found.own]
    if not mine:
        return None
    read = SummaryReading.objects.filter(plan=OuterRef("pk"), account=viewer)
    unread = Plan.objects.filter(~Exists(read), student__in=mine, student__left_on=None, state=PlanState.ADOPTED)
    return unread.select_related("student__school").order_by("starts_on")


def _questions(found: Reach) -> QuerySet[Question] | None:
    mine = found.students({Relation.CASE_MANAGER})
    if mine is None:
        return None
    return Question.objects.filter(mine, answered_at=None).select_related("student__school").order_by("at")


def _quiet(found: Reach, today: date) -> list[tuple[Plan, date]]:
    """Plans with a goal of which nobody told anything good since the last report, from the middle of a period on."""
    mine = found.students({Relation.CASE_MANAGER})
    if mine is None:
        return []
    soon = Report.objects.filter(
        mine, state=Report.State.OPEN, due_on__range=(today, today + timedelta(days=MOMENT_AHEAD)),
        plan__state=PlanState.ADOPTED,
    )  # fmt: skip
    reports = some(soon.select_related("plan", "student__school").order_by("due_on"))
    dates: dict[int, list[date]] = {}
    for plan, due in Report.objects.filter(plan__in=[each.plan_id for each in reports]).values_list("plan", "due_on"):
        dates.setdefault(plan, []).append(due)
    quiet = []
    for report in reports:
        earlier = [due for due in dates[report.plan_id] if due < report.due_on]
        since = max([*earlier, report.plan.starts_on or date.min])
        middle = since + (report.due_on - since) / 2
        if since != date.min and middle <= today and _untold(report.plan, since):
            report.plan.student = report.student
            quiet.append((report.plan, middle))
    return quiet


def _untold(plan: Plan, since: date) -> bool:
    return bool(without_note(Goal.objects.filter(plan=plan), since=since))


def _unmanaged(viewer: Account, found: Reach, today: date) -> QuerySet[Eligibility] | None:
    """Students found eligible who have no case manager yet, for whoever chairs their committee."""
    if Relation.CHAIR not in found.posts or not found.schools:
        return None
    managed = TeamMember.objects.filter(holding(today), student=OuterRef("student"), relation=Relation.CASE_MANAGER)
    own = Q(student__in=found.own)
    here = Eligibility.objects.filter(
        ~Exists(managed), ~own, district__in=found.near, student__school__in=found.schools, student__left_on=None
    )
    return here.filter(ended_on=None).select_related("student__school").order_by("eligible_on")


def _unheard(found: Reach) -> QuerySet[VoiceStanding] | None:
    """What students said and still wait for, by the day on which the answer is due (R-20, R-29).

    Who left the school is owed the answer as well. What only the student reads yet is in no state that is open.
    """
    mine = found.students({Relation.CASE_MANAGER, Relation.CHAIR}, left_too=True)
    if mine is None:
        return None
    open_ones = VoiceStanding.objects.filter(mine, state__in=sorted(OPEN))
    return open_ones.select_related("student__school", "item").order_by("due_on", "item")


def _unrated(found: Reach, today: date) -> list[tuple[Plan, date]]:
    """Plans whose supports the student has to be asked about: at half the year and before the review (1.4)."""
    mine = found.students({Relation.CASE_MANAGER})
    if mine is None:
        return []
    supported = Exists(Accommodation.objects.filter(plan=OuterRef("pk")).exclude(words=""))
    reached = Q(starts_on__lte=today - TWICE_A_YEAR) | Q(review_on__lte=today + BEFORE_REVIEW)
    plans = Plan.objects.filter(mine, reached, supported, state=PlanState.ADOPTED)
    shown = some(plans.select_related("student__school").order_by("review_on"))
    ratings = Rating.objects.filter(student__in=[plan.student_id for plan in shown]).order_by()
    rated = dict(ratings.values_list("student").annotate(Max("on")))
    return [(plan, due) for plan in shown if (due := asking_due(plan.starts_on, plan.review_on, today))
            and rated.get(plan.student_id, date.min) < due - AFTER_A_CHANGE]  # fmt: skip


def some(rows: QuerySet[Found] | None) -> list[Found]:
    """As many as a page shows. Never asked for its truth: that would fetch every row."""
    return [] if rows is None else list(rows[:MOST])


def duties_for(viewer: Account, *, held: Iterable[StaffPost], today: date) -> list[Duty]:
    """Everything the clocks ask of ``viewer`` within the look-ahead, late ones first."""
    found = reach(viewer, held=held, today=today)
    rows: list[tuple[Kind, Student, date, int]] = []
    for plan in some(_reviews(found, today)):
        rows.append((Kind.ANNUAL, plan.student, plan.review_on or today, plan.pk))
    for known in some(_triennials(found, today)):
        rows.append(
            (Kind.TRIENNIAL, known.student, triennial_due(known.evaluation_waived_on or known.evaluated_on), known.pk)
        )
    for report in some(_reports(found, today)):
        rows.append((Kind.REPORT, report.student, report.due_on, report.pk))
    for meeting in some(_meetings(found)):
        rows.append(_about_meeting(meeting))
    planned = {target for kind, _student, _due, target in rows if kind == Kind.MEETING}
    for invitation in some(_invitations(viewer, found)):
        # Whoever plans the meeting has a line about it already.
        if invitation.meeting_id not in planned:
            day = clock.day(invitation.meeting.starts_at)
            rows.append((Kind.INVITED, invitation.student, day, invitation.meeting_id))
    for plan in some(_summaries(viewer, found)):
        since = plan.starts_on or plan.adopted_on or today
        rows.append((Kind.SUMMARY, plan.student, max(since, plan.adopted_on or since), plan.pk))
    for question in some(_questions(found)):
        rows.append(
            (Kind.QUESTION, question.student, clock.day(question.at) + timedelta(days=QUESTION_DAYS), question.pk)
        )
    for plan, middle in _quiet(found, today):
        rows.append((Kind.MOMENT, plan.student, middle, plan.pk))
    for standing in _first_of_each(some(_unheard(found))):
        # Words that can mean danger are read on the day they come.
        due = standing.heard_on if may_mean_danger(standing.item.words) else standing.due_on
        rows.append((Kind.VOICE, standing.student, due, standing.item_id))
    for plan, asked in _unrated(found, today):
        rows.append((Kind.RATING, plan.student, asked, plan.pk))
    for known in some(_unmanaged(viewer, found, today)):
        rows.append((Kind.MANAGER, known.student, known.eligible_on, known.pk))
    made = [
        Duty(kind, student, due, (due - today).days, target)
        for kind, student, due, target in rows
        if (due - today).days <= AHEAD
    ]
    return sorted(made, key=lambda duty: (duty.due_on, duty.kind, duty.student.family_name, duty.target))


def _first_of_each(standings: list[VoiceStanding]) -> list[VoiceStanding]:
    """One line for a student, however much waits: the page behind it holds all."""
    first: dict[int, VoiceStanding] = {}
    for each in standings:
        first.setdefault(each.student_id, each)
    return list(first.values())


def _about_meeting(meeting: Meeting) -> tuple[Kind, Student, date, int]:
    day = clock.day(meeting.starts_at)
    if meeting.notice_sent_on is None:
        return Kind.NOTICE, meeting.student, day - timedelta(days=NOTICE_DAYS), meeting.pk
    return Kind.MEETING, meeting.student, day, meeting.pk
