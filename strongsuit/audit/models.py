"""The trail and its seals. Database triggers refuse every update and delete of both."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from strongsuit.web.ids import random_id


class Row(models.Model):
    """Every table's ground: an identifier that tells nothing."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)

    class Meta:
        abstract = True


class EditableRow(Row):
    """A row that two people may have open at once: a change names the version it started from."""

    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


class ProtectedRow(Row):
    """A row that no one may alter or remove; its fingerprint stands in the sealed trail."""

    protected: ClassVar[bool] = True

    class Meta:
        abstract = True

    def fingerprint(self) -> str:
        """SHA-256, as hex, over everything that must not change."""
        raise NotImplementedError


class Kind(models.TextChoices):
    SAW = "saw"
    CHANGED = "changed"
    REFUSED = "refused"
    SIGNED_IN = "signed_in"
    TOOK_OUT = "took_out"


class Entry(models.Model):
    """One deed. Student and district are numbers, not keys: the trail outlives what it speaks of."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(db_default=Now())
    kind = models.CharField(max_length=10, choices=Kind)
    deed = models.CharField(max_length=60)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    # A command or a worker acts without an account; it says its name here.
    agent = models.CharField(max_length=60, blank=True)
    district = models.BigIntegerField(null=True)
    student = models.BigIntegerField(null=True)
    target = models.CharField(max_length=80, blank=True)
    target_id = models.BigIntegerField(null=True)
    because = models.CharField(max_length=200, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    detail = models.JSONField(default=dict)
    request = models.CharField(max_length=32, blank=True)
    origin = models.CharField(max_length=45, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["student", "-id"], name="entry_by_student", condition=models.Q(student__isnull=False)),
            models.Index(fields=["actor", "-id"], name="entry_by_actor"),
            models.Index(
                fields=["target", "target_id"], name="entry_by_fingerprint", condition=~models.Q(fingerprint="")
            ),
        ]


class Seal(models.Model):
    """A closed batch of entries: ``digest`` covers the rows from ``first`` to ``last`` and the seal before."""

    id = models.BigAutoField(primary_key=True)
    sealed_at = models.DateTimeField()
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    count = models.PositiveIntegerField()
    # Number and mark (8 bytes each) of every entry in the batch, so that a bad one can be named.
    marks = models.BinaryField()
    previous = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(last__gte=models.F("first")), name="seal_runs_forward"),
        ]
