"""Good moments that go home between two reports, and what was given of the supports of the plan."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.milestones import Joy, Moment
from strongsuit.people.models import Account
from strongsuit.plans.models import Accommodation, Goal
from strongsuit.strengths.models import Item
from strongsuit.students.models import EditableAboutStudent
from strongsuit.web.choices import choices

NOTE = 600


class Milestone(EditableAboutStudent):
    """A note about one good moment. The student sees it first; it goes home once the student agreed or was asked."""

    class State(models.TextChoices):
        ASKED = "asked", _("The student looks at it first")
        SENT = "sent", _("At home")
        KEPT = "kept", _("The student keeps it")

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="milestones")
    moment = models.CharField(max_length=7, choices=choices(Moment))
    what = models.TextField(max_length=NOTE)
    item = models.ForeignKey(Item, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    strength_words = models.CharField(max_length=500, blank=True)
    celebrate = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=5, choices=State, default=State.ASKED)
    # Letter for letter, and only from the student's own hand.
    student_words = models.TextField(max_length=NOTE, blank=True)
    # How an adult asked, where the student did not answer on the own page.
    asked_how = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    by_name = models.CharField(max_length=300)
    made_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    once = models.UUIDField(unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(sent_at__isnull=False), name="milestone_sent_has_its_day"
            ),
        ]


class MilestoneJoy(EditableAboutStudent):
    """One person's answer to a note, with one tap; another tap is another answer."""

    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="joys")
    joy = models.CharField(max_length=5, choices=choices(Joy))
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    by_name = models.CharField(max_length=300)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["milestone", "by"], name="one_joy_per_person")]


class SupportGiven(EditableAboutStudent):
    """One adult's tap about one support on one day: given, not given, or taken back again."""

    accommodation = models.ForeignKey(Accommodation, on_delete=models.PROTECT, related_name="given")
    on = models.DateField()
    given = models.BooleanField(null=True)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    by_name = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["accommodation", "by", "on"], name="support_tapped_once_a_day"),
        ]
