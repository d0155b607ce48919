"""Runs of an import, their problems, and the keys by which other systems know our rows."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from strongsuit.audit.models import Row
from strongsuit.people.models import Account, District


class ImportRun(Row):
    """One set of bytes offered once; the same bytes give the same run unless forced."""

    # Set on a run that an action gives back because these bytes had been applied before; not a column.
    seen_before = False

    class State(models.TextChoices):
        PREVIEWED = "previewed", _("Checked, waiting for a person")
        APPLIED = "applied", _("Applied")
        REFUSED = "refused", _("Refused")

    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="import_runs")
    source = models.CharField(max_length=100)
    format = models.CharField(max_length=40)
    file_name = models.CharField(max_length=200)
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    package = models.FileField(max_length=200, blank=True)
    state = models.CharField(max_length=9, choices=State)
    counts = models.JSONField(default=dict)
    stopped_because = models.JSONField(default=list)
    options = models.JSONField(default=dict)
    started_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    started_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["district", "sha256"], name="run_by_bytes")]


class ImportProblem(Row):
    """One line of a run's report, in the order of the file."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="problems")
    order = models.PositiveIntegerField()
    severity = models.CharField(max_length=8)
    file = models.CharField(max_length=200)
    line = models.PositiveIntegerField(null=True)
    column = models.CharField(max_length=200, blank=True)
    column_no = models.PositiveIntegerField(null=True)
    value = models.CharField(max_length=120, blank=True)
    # What was found, by the rule's id and its words; the sentence is made in the language of whoever reads it.
    rule = models.CharField(max_length=60)
    words = models.JSONField(default=dict)
    record_key = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "order"], name="problem_order_once")]


class SourceKey(Row):
    """How another system names one of our rows; unique only within that system."""

    class Kind(models.TextChoices):
        SCHOOL = "school", _("School")
        STUDENT = "student", _("Student")
        ACCOUNT = "account", _("Adult")
        GUARDIAN = "guardian", _("Guardian")
        PLACE = "place", _("Another place of the district")
        POST = "post", _("Post")
        TEAM = "team", _("Who teaches whom")

    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=100)
    kind = models.CharField(max_length=8, choices=Kind)
    key = models.CharField(max_length=200)
    row = models.BigIntegerField()
    # What the source said last, so that a second run can tell unchanged from changed without asking each row.
    digest = models.CharField(max_length=64, blank=True)
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["district", "source", "kind", "key"], name="source_key_once")]
        indexes = [models.Index(fields=["kind", "row"], name="source_key_by_row")]
