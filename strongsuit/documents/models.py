"""Files made from frozen facts: waiting rows that a worker turns into paper."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from strongsuit.documents.own_models import LineInShort, OnePager, OnePagerLine, PageShare, SharedLine
from strongsuit.documents.own_models_beside import AskScript, AskTurn, GoalCard, GoodDayLine
from strongsuit.people.models import Account
from strongsuit.plans.models import Plan
from strongsuit.progress.models import Report
from strongsuit.students.models import AboutStudent

__all__ = [
    "AskScript", "AskTurn", "Copy", "GoalCard", "GoodDayLine", "LineInShort", "OnePager", "OnePagerLine", "PageShare",
    "SharedLine",
]  # fmt: skip


class Copy(AboutStudent):
    """One paper. It waits until a worker has claimed it (``lease_until``) and drawn it."""

    class Kind(models.TextChoices):
        PLAN = "plan", _("The whole plan")
        SUMMARY = "summary", _("Summary for teachers")
        GROWTH = "growth", _("Growth report")

    class State(models.TextChoices):
        WAITING = "waiting", _("Being prepared")
        READY = "ready", _("Ready")
        FAILED = "failed", _("Could not be made")

    kind = models.CharField(max_length=8, choices=Kind)
    language = models.CharField(max_length=10, default="en")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="copies")
    report = models.ForeignKey(Report, null=True, blank=True, on_delete=models.PROTECT, related_name="copies")
    number = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    asked_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    asked_by_name = models.CharField(max_length=300, blank=True)
    asked_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    file = models.FileField(max_length=200, blank=True)
    size = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    warnings = models.JSONField(default=list, blank=True)
    made_at = models.DateTimeField(null=True)
    once = models.UUIDField(unique=True)

    class Meta:
        verbose_name_plural = "copies"
        indexes = [models.Index(fields=["asked_at"], name="copy_waiting", condition=Q(state="waiting"))]
