"""Measurements toward a goal, and the reports that went home."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from strongsuit.people.models import Account
from strongsuit.plans.models import Goal, Plan
from strongsuit.students.models import AboutStudent, EditableAboutStudent


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
    made_at = models.DateTimeField(auto_now_add=True)
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
        constraints = [models.UniqueConstraint(fields=["goal", "first_day", "last_day"], name="delivery_once_per_span")]


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
            models.CheckConstraint(condition=Q(state="open") | ~Q(body=""), name="sent_report_keeps_its_words"),
        ]


class ReportNote(EditableAboutStudent):
    """The teacher's words and the next step for one goal in one report."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="notes")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(max_length=4000, blank=True)
    next_step = models.TextField(max_length=1000, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "goal"], name="note_once_per_goal")]


class CheckIn(AboutStudent):
    """The student's own answer to "How did it go today?" for one goal."""

    class Face(models.TextChoices):
        GREAT = "great", _("Great")
        OKAY = "okay", _("Okay")
        HARD = "hard", _("Hard")

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="check_ins")
    face = models.CharField(max_length=5, choices=Face)
    words = models.TextField(max_length=1000, blank=True)
    on = models.DateField()
    made_at = models.DateTimeField(auto_now_add=True)
    once = models.UUIDField(unique=True)
