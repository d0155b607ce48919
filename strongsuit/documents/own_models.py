"""What students make to show who they are: the one-pager, what was shared of it, and words beside it."""

import hashlib
import json

from django.db import models
from django.utils.translation import gettext_lazy as _

from strongsuit.audit.models import ProtectedRow
from strongsuit.knowledge.own_page import Identity, Part, SeenBy
from strongsuit.people.models import Account
from strongsuit.strengths.models import Item
from strongsuit.students.models import AboutStudent, EditableAboutStudent
from strongsuit.web.choices import choices

MOST_LETTERS = 300


class OwnLevel(models.TextChoices):
    """Chosen by the student, whatever the grade."""

    EARLY = "E", _("Short words and pictures")
    UPPER = "U", _("Easy words")
    SECONDARY = "S", _("More words")


class OnePager(EditableAboutStudent):
    """How the student wants to be called and read, and how the own pages look. One row for each student."""

    level = models.CharField(max_length=1, choices=OwnLevel)
    called = models.CharField(max_length=300, blank=True)
    pronouns = models.CharField(max_length=40, blank=True)
    identity = models.CharField(max_length=8, choices=choices(Identity), blank=True)
    identity_words = models.CharField(max_length=200, blank=True)
    pictures_only = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["student"], name="one_pager_per_student")]


class OnePagerLine(EditableAboutStudent):
    """A line of the draft, letter for letter; the draft is the student's alone."""

    part = models.CharField(max_length=10, choices=choices(Part))
    words = models.TextField(max_length=MOST_LETTERS)
    item = models.ForeignKey(Item, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    seen_by = models.CharField(max_length=6, choices=choices(SeenBy), default=SeenBy.TEAM)
    picture = models.CharField(max_length=40, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    once = models.UUIDField(unique=True)


class PageShare(AboutStudent, ProtectedRow):
    """The one-pager as it was shared, or that it was taken back. The newest counts; none ever changes."""

    number = models.PositiveIntegerField()
    taken_back = models.BooleanField(default=False)
    level = models.CharField(max_length=1, choices=OwnLevel)
    called = models.CharField(max_length=300)
    pronouns = models.CharField(max_length=40, blank=True)
    identity = models.CharField(max_length=8, choices=choices(Identity), blank=True)
    identity_words = models.CharField(max_length=200, blank=True)
    pictures_only = models.BooleanField(default=False)
    # Of the lines, so that what stands below can be proved to be what was shared.
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    once = models.UUIDField(unique=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["student", "number"], name="page_share_number_once")]

    def fingerprint(self) -> str:
        kept = [str(self.student_id), str(self.number), str(self.taken_back), self.level, self.called, self.pronouns]
        kept += [self.identity, self.identity_words, str(self.pictures_only), self.sha256]
        return hashlib.sha256(json.dumps(kept, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


class SharedLine(AboutStudent):
    """A line as it was shared. Lines for the student alone are never copied here; triggers refuse every change."""

    share = models.ForeignKey(PageShare, on_delete=models.PROTECT, related_name="lines")
    part = models.CharField(max_length=10, choices=choices(Part))
    words = models.TextField(max_length=MOST_LETTERS)
    seen_by = models.CharField(max_length=6, choices=choices(SeenBy))
    picture = models.CharField(max_length=40, blank=True)
    order = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(seen_by="me"), name="shared_line_is_for_somebody"),
        ]


class LineInShort(EditableAboutStudent):
    """An adult's shorter version beside a shared line; the student's own words stay, and say whether it fits."""

    line = models.OneToOneField(SharedLine, on_delete=models.PROTECT, related_name="in_short")
    text = models.CharField(max_length=MOST_LETTERS)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    by_name = models.CharField(max_length=300)
    approved_at = models.DateTimeField(null=True)
