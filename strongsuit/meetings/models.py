"""A meeting of the team, who came, what was agreed and who signed."""

import hashlib

from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from strongsuit.audit.models import ProtectedRow
from strongsuit.people.models import Account
from strongsuit.people.roles import Relation
from strongsuit.plans.models import Plan
from strongsuit.students.models import PARTS, AboutStudent, EditableAboutStudent

Words = str | Promise
# Parts of people who are written on the list by hand.
BY_HAND: dict[str, Words] = {
    "general_teacher": PARTS[Relation.GENERAL_TEACHER],
    "special_teacher": PARTS[Relation.SPECIAL_TEACHER],
    "provider": PARTS[Relation.PROVIDER],
    "district": _("Speaks for the district"),
    "evaluator": _("Psychologist or evaluator"),
    "interpreter": _("Interpreter"),
    "guest": _("Invited by the family or the school"),
}
PART_WORDS: dict[str, Words] = {
    **{str(relation): words for relation, words in PARTS.items()},
    **BY_HAND,
    Relation.GUARDIAN: _("Parent or guardian"),
    Relation.INFORMED: _("Parent with the right to be informed"),
    Relation.SELF: _("Student"),
    Relation.ADULT_SELF: _("Student, holds the rights"),
}


class Meeting(EditableAboutStudent):
    class Kind(models.TextChoices):
        ANNUAL = "annual", _("Annual review")
        INITIAL = "initial", _("First plan")
        AMENDMENT = "amendment", _("Change of the plan")
        REEVALUATION = "reevaluation", _("Three-year review")

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        HELD = "held", _("Held")
        CANCELLED = "cancelled", _("Called off")

    plan = models.ForeignKey(Plan, null=True, blank=True, on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=12, choices=Kind)
    state = models.CharField(max_length=9, choices=State, default=State.PLANNED)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=60)
    place = models.CharField(max_length=200)
    purpose = models.CharField(max_length=500, blank=True)
    notice_sent_on = models.DateField(null=True, blank=True)
    held_at = models.DateTimeField(null=True, blank=True)
    agreed = models.BooleanField(null=True, blank=True)
    agreement_note = models.TextField(max_length=4000, blank=True)
    family_tried = models.TextField(max_length=4000, blank=True)
    stayed_away = models.TextField(max_length=4000, blank=True)
    # Why something the student had said was left without an answer (rule R-31: the law's days go first, with a reason).
    unheard_because = models.TextField(max_length=2000, blank=True)
    # Who was taken off the list on purpose: the account's number, or the name of somebody without one.
    left_out = models.JSONField(default=list, blank=True)

    class Meta:
        indexes = [models.Index(fields=["district", "starts_at"], name="meeting_by_day", condition=Q(state="planned"))]


class Attendee(EditableAboutStudent):
    """Somebody invited; ``came`` is empty until the meeting is recorded."""

    class Answer(models.TextChoices):
        COMES = "comes", _("I'll be there")
        CANNOT = "cannot", _("I can't come at this time")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendees")
    account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=300)
    part = models.CharField(max_length=100)
    answer = models.CharField(max_length=12, choices=Answer, blank=True)
    wish = models.TextField(max_length=1000, blank=True)
    came = models.BooleanField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)

    @property
    def part_words(self):
        return PART_WORDS.get(self.part, "")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "account"], condition=Q(account__isnull=False), name="invited_once"
            )
        ]


class Preview(AboutStudent, ProtectedRow):
    """One time the student looked at what a meeting will show. Triggers refuse every change."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="previews")
    # Marks of what was shown (knowledge/preview.py), and of what is talked of without the student.
    seen = models.JSONField(default=list)
    apart = models.JSONField(default=list)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    on = models.DateField()
    at = models.DateTimeField()
    once = models.UUIDField(unique=True)

    def fingerprint(self) -> str:
        kept = "|".join([str(self.meeting_id), str(self.by_id), self.on.isoformat(), *self.seen, "apart", *self.apart])
        return hashlib.sha256(kept.encode("utf-8", "surrogatepass")).hexdigest()


class Signature(AboutStudent, ProtectedRow):
    """A person's name under a plan: what they read, what it means, when, and how we knew it was them."""

    class Meaning(models.TextChoices):
        TOOK_PART = "took_part", _("I took part in making this plan")
        CONSENT = "consent", _("I agree that services may begin")
        DECLINE = "decline", _("I do not agree")
        ADOPT = "adopt", _("The committee adopts this plan")

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="signatures")
    sha256 = models.CharField(max_length=64)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    name = models.CharField(max_length=300)
    capacity = models.CharField(max_length=100)
    meaning = models.CharField(max_length=10, choices=Meaning)
    statement = models.CharField(max_length=500)
    words = models.TextField(max_length=4000, blank=True)
    signed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "account", "meaning"], name="signed_once_per_meaning")]

    def fingerprint(self) -> str:
        kept = "|".join([str(self.student_id), str(self.plan_id), self.sha256, self.name, self.capacity, self.meaning])
        kept += f"|{self.statement}|{self.words}|{self.signed_at.isoformat()}"
        return hashlib.sha256(kept.encode("utf-8", "surrogatepass")).hexdigest()
