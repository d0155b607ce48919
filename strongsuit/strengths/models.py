"""What a student does well, likes and prefers: items, answers, evidence; and the student's own words."""

import hashlib
import json

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from strongsuit.audit.models import ProtectedRow
from strongsuit.knowledge.terms import Group, ItemKind, Mode, SkillSet
from strongsuit.people.models import Account
from strongsuit.strengths.finder_models import Call, Level, Sitting
from strongsuit.strengths.media_models import Audience, ItemPicture, Media
from strongsuit.students.models import AboutStudent, EditableAboutStudent
from strongsuit.web.choices import choices

__all__ = ["Answer", "Audience", "Call", "Evidence", "Item", "ItemPicture", "Media", "Paraphrase", "Sitting", "Words"]


class Item(EditableAboutStudent):
    """One ability, interest or preference. ``key`` is a finder id (RD1), an atlas word, or ``own:…`` for one's own."""

    key = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, choices=choices(ItemKind))
    skill_set = models.CharField(max_length=20, choices=choices(SkillSet), blank=True)
    words = models.CharField(max_length=500)
    # Only what the student or family marked; nothing private reaches a page of the team.
    private = models.BooleanField(default=False)
    retired_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["student", "key"], name="item_key_once_per_student")]


class Answer(AboutStudent):
    """One informant's answer to one item on one day; a new answer never overwrites an older one."""

    class Side(models.TextChoices):
        """The answer to a pair."""

        LEFT = "left", _("the first")
        RIGHT = "right", _("the second")
        BOTH = "both", _("both")
        NEITHER = "neither", _("neither")

    Level = Level
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="answers")
    group = models.CharField(max_length=7, choices=choices(Group))
    by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    by_name = models.CharField(max_length=300)
    # The word chosen on the form ("often"), and its value 0 … 1; empty for skip, not sure, no chance to see.
    choice = models.CharField(max_length=20)
    value = models.DecimalField(max_digits=3, decimal_places=2, null=True)
    level = models.CharField(max_length=1, choices=Level, default=Level.ADULT)
    mode = models.CharField(max_length=8, choices=choices(Mode), default=Mode.TYPED)
    helped_by = models.CharField(max_length=300, blank=True)
    # How that person helped; empty in rows from before it was kept at each answer.
    helped_how = models.CharField(max_length=300, null=True, blank=True)  # noqa: DJ001
    starred = models.BooleanField(default=False)
    on = models.DateField()
    # When it was given; a device without a connection sends it later.
    given_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    # Of the strengths finder: in which sitting, and for a pair which side, which way round, and whether once more.
    sitting = models.ForeignKey(Sitting, null=True, blank=True, on_delete=models.PROTECT, related_name="answers")
    side = models.CharField(max_length=7, choices=Side, blank=True)
    flipped = models.BooleanField(default=False)
    again = models.BooleanField(default=False)
    # This row takes that answer back; both stay as history.
    takes_back = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="taken_back_by"
    )
    once = models.UUIDField(unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__gte=0, value__lte=1), name="answer_value_in_range"
            )
        ]

    @property
    def moment(self):
        """When it was given, however late it arrived; of two at once, the one that arrived first comes first."""
        return self.given_at or self.made_at, self.made_at


class Evidence(AboutStudent):
    """What somebody saw, made or told that shows an item; where and when."""

    class Kind(models.TextChoices):
        OBSERVATION = "observation", _("Something seen")
        WORK = "work", _("A piece of work")
        NUMBERS = "numbers", _("A measure")
        STORY = "story", _("A story")
        PHOTO = "photo", _("A photo")
        AUDIO = "audio", _("A recording")
        FILE = "file", _("A file")

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=12, choices=Kind)
    words = models.TextField(max_length=4000)
    setting = models.CharField(max_length=200)
    on = models.DateField()
    by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    by_name = models.CharField(max_length=300)
    group = models.CharField(max_length=7, choices=choices(Group))
    media = models.ForeignKey(Media, null=True, blank=True, on_delete=models.PROTECT, related_name="evidence")
    # The consent of whoever gave it, empty in rows from before there was a choice of three; and the student's word
    # against it, which is stronger.
    may_share = models.BooleanField(default=True)
    audience = models.CharField(max_length=4, choices=Audience, null=True, blank=True)  # noqa: DJ001
    vetoed_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    once = models.UUIDField(unique=True)

    @property
    def tells(self) -> str:
        """In words, what it says; nothing once a photo or recording without words was taken back."""
        if self.words or self.media is None or not self.media.standing:
            return self.words
        return self.media.in_words or self.media.caption or str(self.get_kind_display())

    @property
    def consent(self) -> str:
        return self.audience or (Audience.BOTH if self.may_share else Audience.MINE)


class Words(AboutStudent, ProtectedRow):
    """What the student said, letter for letter, for ever (R-10). Triggers refuse every change."""

    prompt = models.CharField(max_length=300)
    words = models.TextField()
    mode = models.CharField(max_length=8, choices=choices(Mode))
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    by_name = models.CharField(max_length=300)
    helped_by = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=10, default="en")
    on = models.DateField()
    shared = models.BooleanField(default=True)
    # What was said aloud instead of written.
    media = models.ForeignKey(Media, null=True, blank=True, on_delete=models.PROTECT, related_name="words")
    made_at = models.DateTimeField()
    once = models.UUIDField(unique=True)

    class Meta:
        verbose_name_plural = "words"

    def fingerprint(self) -> str:
        kept = [str(self.student_id), self.prompt, self.words, self.mode, self.by_name, self.helped_by]
        kept += [self.language, self.on.isoformat(), str(self.shared)]
        kept += [self.media.sha256] if self.media else []
        return hashlib.sha256(json.dumps(kept, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


class Paraphrase(EditableAboutStudent):
    """An adult's shorter version of the student's words, beside them; printed as the student's only once approved."""

    words = models.OneToOneField(Words, on_delete=models.PROTECT, related_name="paraphrase")
    text = models.TextField(max_length=4000)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    approved_at = models.DateTimeField(null=True)
