"""What a student said that the team must answer, every step that was taken with it, and where it stands."""

import hashlib
import json

from django.db import models
from django.db.models import Q

from strongsuit.audit.models import ProtectedRow
from strongsuit.knowledge.terms import Group, Mode
from strongsuit.knowledge.voice import OPEN, Outcome, Reaction, Route, Source, State, Step
from strongsuit.people.models import Account
from strongsuit.students.models import AboutStudent
from strongsuit.web.choices import choices


class VoiceItem(AboutStudent, ProtectedRow):
    """The words letter for letter. Triggers refuse every change and every removal, whoever asks."""

    words = models.TextField()
    topic = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=10, default="en")
    mode = models.CharField(max_length=8, choices=choices(Mode))
    # Who said it: the student, or the family or an adult on the student's behalf.
    said_by = models.CharField(max_length=7, choices=choices(Group))
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    by_name = models.CharField(max_length=300)
    helped_by = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=10, choices=choices(Source))
    # What it came from, such as "rating:4711": the same thing never makes two.
    source_key = models.CharField(max_length=100, blank=True)
    heard_on = models.DateField()
    heard_at = models.DateTimeField()
    once = models.UUIDField(unique=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["student", "source", "source_key"], condition=~Q(source_key=""), name="voice_once_per_source"
            )
        ]

    def fingerprint(self) -> str:
        kept = [str(self.student_id), self.words, self.topic, self.language, self.mode, self.said_by, self.by_name]
        kept += [self.helped_by, self.source, self.source_key, self.heard_on.isoformat()]
        return hashlib.sha256(json.dumps(kept, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


class VoiceStep(AboutStudent, ProtectedRow):
    """One step of one item. Triggers keep the order of the states and number the steps without a gap."""

    item = models.ForeignKey(VoiceItem, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField()
    step = models.CharField(max_length=10, choices=choices(Step))
    before = models.CharField(max_length=10, choices=choices(State), blank=True)
    after = models.CharField(max_length=10, choices=choices(State))
    route = models.CharField(max_length=10, choices=choices(Route), blank=True)
    outcome = models.CharField(max_length=15, choices=choices(Outcome), blank=True)
    reaction = models.CharField(max_length=9, choices=choices(Reaction), blank=True)
    # Who acts on it, and until when.
    owner = models.CharField(max_length=300, blank=True)
    by_when = models.DateField(null=True, blank=True)
    why = models.TextField(max_length=2000, blank=True)
    # What the student is told, in plain words.
    told = models.TextField(max_length=2000, blank=True)
    into = models.ForeignKey(VoiceItem, null=True, on_delete=models.PROTECT, related_name="taken_in", db_index=False)
    # A new clock where the item begins or comes back.
    due_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    by_name = models.CharField(max_length=300)
    group = models.CharField(max_length=7, choices=choices(Group))
    on = models.DateField()
    at = models.DateTimeField()
    once = models.UUIDField(unique=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="voice_step_numbered_once"),
            models.CheckConstraint(
                condition=~Q(step="decided")
                | (~Q(outcome="") & ~Q(why="") & ~Q(by_name="") & Q(by_when__isnull=False)),
                name="voice_decision_is_whole",
            ),
            models.CheckConstraint(condition=~Q(step="routed") | ~Q(route=""), name="voice_route_is_named"),
            models.CheckConstraint(condition=~Q(step="told") | ~Q(told=""), name="voice_answer_has_words"),
            models.CheckConstraint(condition=~Q(step="reacted") | ~Q(reaction=""), name="voice_reaction_is_named"),
            models.CheckConstraint(condition=~Q(step="merged") | Q(into__isnull=False), name="voice_merge_is_whole"),
            models.CheckConstraint(
                condition=~Q(step="withdrawn") | Q(group="student") | (Q(group="family") & ~Q(why="")),
                name="voice_withdrawn_by_its_own",
            ),
        ]

    def fingerprint(self) -> str:
        kept = [str(self.item_id), self.number, self.step, self.before, self.after, self.route, self.outcome]
        kept += [self.reaction, self.owner, str(self.by_when), self.why, self.told, str(self.into_id), self.by_name]
        kept += [self.group, self.on.isoformat()]
        return hashlib.sha256(json.dumps(kept, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


class VoiceStanding(AboutStudent):
    """Where an item stands: written by a trigger whenever a step comes, by nothing else."""

    item = models.OneToOneField(VoiceItem, on_delete=models.PROTECT, related_name="standing")
    state = models.CharField(max_length=10, choices=choices(State))
    route = models.CharField(max_length=10, choices=choices(Route), blank=True)
    safety = models.BooleanField(default=False)
    heard_on = models.DateField()
    due_on = models.DateField()

    class Meta:
        indexes = [
            models.Index(fields=["district", "due_on"], name="voice_open_by_due", condition=Q(state__in=sorted(OPEN)))
        ]
