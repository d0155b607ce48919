"""What a student adds to goals, asks for and practices, and what a good day is made of."""

from django.db import models

from strongsuit.documents.own_models import MOST_LETTERS
from strongsuit.knowledge.own_cards import Happens, Reply
from strongsuit.knowledge.own_page import SeenBy
from strongsuit.knowledge.terms import Group
from strongsuit.people.models import Account
from strongsuit.plans.models import Goal
from strongsuit.students.models import AboutStudent, EditableAboutStudent
from strongsuit.web.choices import choices

SHORT = 200


class GoalCard(EditableAboutStudent):
    """What the student adds to a goal of the plan. The stretch goal stays whatever the team's becomes."""

    goal = models.OneToOneField(Goal, on_delete=models.PROTECT, related_name="card")
    first_step = models.TextField(max_length=MOST_LETTERS, blank=True)
    people = models.TextField(max_length=MOST_LETTERS, blank=True)
    stretch = models.TextField(max_length=MOST_LETTERS, blank=True)


class AskScript(EditableAboutStudent):
    """How the student asks for one thing, in pieces of the student's own words."""

    task = models.CharField(max_length=SHORT)
    condition = models.CharField(max_length=SHORT, blank=True)
    reason = models.CharField(max_length=SHORT, blank=True)
    support = models.CharField(max_length=SHORT)
    person = models.CharField(max_length=SHORT, blank=True)
    # Put away, never deleted: what was practiced belongs to it.
    put_away = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    once = models.UUIDField(unique=True)


class AskTurn(AboutStudent):
    """One turn of practice: what the teacher said, and what the student answered. The log only grows."""

    script = models.ForeignKey(AskScript, on_delete=models.PROTECT, related_name="turns")
    reply = models.CharField(max_length=5, choices=choices(Reply))
    words = models.TextField(max_length=MOST_LETTERS)
    own_words = models.BooleanField(default=False)
    at = models.DateTimeField()
    once = models.UUIDField(unique=True)


class GoodDayLine(EditableAboutStudent):
    """One thing of a good day, told by student or family; whoever told it decides who reads it."""

    words = models.TextField(max_length=MOST_LETTERS)
    now = models.CharField(max_length=9, choices=choices(Happens))
    makes = models.TextField(max_length=MOST_LETTERS, blank=True)
    who = models.CharField(max_length=SHORT, blank=True)
    picture = models.CharField(max_length=40, blank=True)
    seen_by = models.CharField(max_length=6, choices=choices(SeenBy), default=SeenBy.FAMILY)
    group = models.CharField(max_length=7, choices=choices(Group))
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    by_name = models.CharField(max_length=300)
    at = models.DateTimeField()
    once = models.UUIDField(unique=True)
