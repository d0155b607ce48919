"""Measurements toward a goal, and the reports that went home."""

import hashlib

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from strongsuit.audit.models import ProtectedRow, Row
from strongsuit.people.models import Account, District, School
from strongsuit.plans.models import Goal, Plan
from strongsuit.progress.milestone_models import Milestone, MilestoneJoy, SupportGiven
from strongsuit.students.models import AboutStudent, EditableAboutStudent
from strongsuit.web import clock

__all__ = [
    "CheckIn", "DataPoint", "Delivery", "GrowthCount", "Milestone", "MilestoneJoy", "Report", "ReportNote",
    "SupportGiven",
]  # fmt: skip


class DataPoint(EditableAboutStudent):
    """One measurement. It is never deleted: a wrong one is marked invalid with the reason and stays hollow."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="points", db_index=False)
    on = models.DateField()
    value = models.DecimalField(max_digits=9, decimal_places=2)
    note = models.CharField(max_length=500, blank=True)
    setting = models.CharField(max_length=100, blank=True)
    invalid_because = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    by_name = models.CharField(max_length=300)
    made_at = models.DateTimeField(default=clock.now)
    once = models.UUIDField(unique=True)

    class Meta:
        indexes = [models.Index(fields=["goal", "on", "id"], name="point_by_goal")]


class Delivery(EditableAboutStudent):
    """Minutes of a service planned and given in a span of days, so that the school's part stands beside growth."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="deliveries")
    first_day = models.DateField()
    last_day = models.DateField()
    planned_minutes = models.PositiveIntegerField()
    given_minutes = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["goal", "first_day", "last_day"], name="delivery_once_per_span"),
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="delivery_runs_forward"),
        ]


class Report(EditableAboutStudent):
    """A progress report for one period; once sent, ``body`` is what the family got and never changes."""

    class State(models.TextChoices):
        OPEN = "open", _("Being written")
        SENT = "sent", _("Sent")

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="reports")
    period = models.CharField(max_length=40)
    due_on = models.DateField()
    state = models.CharField(max_length=5, choices=State, default=State.OPEN)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    body = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [models.Index(fields=["district", "due_on"], name="report_by_due", condition=Q(state="open"))]
        constraints = [
            models.UniqueConstraint(fields=["plan", "due_on"], name="one_report_per_date"),
            models.CheckConstraint(
                condition=Q(state="open") | (~Q(body="") & Q(sent_at__isnull=False)), name="sent_report_keeps_its_words"
            ),
        ]

    @property
    def late(self) -> bool:
        """Whether it went home after the day the plan promised."""
        return self.sent_at is not None and clock.day(self.sent_at) > self.due_on


class ReportNote(EditableAboutStudent):
    """The teacher's words and the next step for one goal in one report."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="notes")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(max_length=4000, blank=True)
    next_step = models.TextField(max_length=1000, blank=True)
    edited_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    edited_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "goal"], name="note_once_per_goal")]


class CheckIn(AboutStudent, ProtectedRow):
    """The student's own answer to "How did it go today?" for one goal; nobody can change it afterwards."""

    class Face(models.TextChoices):
        GREAT = "great", _("Great")
        OKAY = "okay", _("Okay")
        HARD = "hard", _("Hard")

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="check_ins")
    face = models.CharField(max_length=5, choices=Face)
    words = models.TextField(max_length=1000, blank=True)
    on = models.DateField()
    made_at = models.DateTimeField(default=clock.now)
    once = models.UUIDField(unique=True)

    def fingerprint(self) -> str:
        kept = f"{self.student_id}|{self.goal_id}|{self.on}|{self.face}|"
        return hashlib.sha256(kept.encode() + self.words.encode("utf-8", "surrogatepass")).hexdigest()


class GrowthCount(Row):
    """How many goals of a school have each growth word, counted once a day for the district's overview."""

    class Word(models.TextChoices):
        BIG = "big", _("Big growth")
        CONTINUES = "continues", _("Continues to grow")
        NEEDS = "needs", _("Needs more support to grow")
        NONE = "none", _("No growth word yet")

    district = models.ForeignKey(District, on_delete=models.CASCADE, related_name="growth_counts")
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="growth_counts", db_index=False)
    word = models.CharField(max_length=9, choices=Word)
    goals = models.PositiveIntegerField()
    counted_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "word"], name="growth_counted_once_per_school")]
