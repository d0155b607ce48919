"""One informant's way through cards of the strengths finder, and a student's call for a person."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.terms import Group
from strongsuit.people.models import Account
from strongsuit.students.models import AboutStudent, EditableAboutStudent
from strongsuit.web.choices import choices


class Level(models.TextChoices):
    EARLY = "E", _("Early words and pictures")
    UPPER = "U", _("Upper elementary words")
    SECONDARY = "S", _("Secondary words")
    ADULT = "A", _("Adult form")


class Way(models.TextChoices):
    """How answers are given; chosen by whoever answers, never by a label (R-25)."""

    TOUCH = "touch", _("I touch or click")
    KEYS = "keys", _("I use the keyboard")
    ONE_SWITCH = "one", _("I use one switch")
    TWO_SWITCHES = "two", _("I use two switches")
    DWELL = "dwell", _("I look or point, and wait")
    PARTNER = "partner", _("Somebody helps me answer")
    FORM = "form", _("A form for adults")


class Sitting(EditableAboutStudent):
    """Some decks answered by one person; it can be left and taken up again on any device, at the same card."""

    group = models.CharField(max_length=7, choices=choices(Group))
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    by_name = models.CharField(max_length=300)
    level = models.CharField(max_length=1, choices=Level)
    language = models.CharField(max_length=10, default="en")
    # The deck in hand; all decks in the order they were chosen; those whose open card was seen.
    deck = models.CharField(max_length=20)
    decks = models.JSONField(default=list)
    opened = models.JSONField(default=list)
    # From it comes which side of a pair stands first, and which pairs are asked again.
    seed = models.CharField(max_length=32)
    way = models.CharField(max_length=8, choices=Way, default=Way.TOUCH)
    helped_by = models.CharField(max_length=300, blank=True)
    helped_how = models.CharField(max_length=300, blank=True)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    once = models.UUIDField(unique=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["student", "by"], condition=Q(ended_at=None), name="one_open_sitting_each")
        ]


class Call(AboutStudent):
    """A student asked for a person at a card; the team sees it until somebody came."""

    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="calls")
    card = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField()
    came = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    came_name = models.CharField(max_length=300, blank=True)
    came_at = models.DateTimeField(null=True)
    once = models.UUIDField(unique=True)

    class Meta:
        indexes = [models.Index(fields=["student"], name="call_that_waits", condition=Q(came_at=None))]
