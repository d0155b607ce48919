"""Photos, recordings and files that show something about a student, and who may see each of them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.terms import Group
from strongsuit.people.models import Account
from strongsuit.students.models import EditableAboutStudent
from strongsuit.web.choices import choices


class Audience(models.TextChoices):
    """The consent of whoever gave it. The student sees everything but what somebody keeps to themselves."""

    TEAM = "team", _("The team at school")
    BOTH = "both", _("The family and the team at school")
    MINE = "mine", _("Only me")


class Media(EditableAboutStudent):
    """One photo, recording or file, made anew when it came. Its bytes never change; who may see it does."""

    class Kind(models.TextChoices):
        PHOTO = "photo", _("Photo")
        AUDIO = "audio", _("Recording")
        FILE = "file", _("File")

    kind = models.CharField(max_length=5, choices=Kind)
    file = models.FileField(max_length=200, blank=True)
    # A photo once more for tiles and cards.
    small = models.FileField(max_length=200, blank=True)
    type = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    seconds = models.PositiveIntegerField(default=0)
    caption = models.CharField(max_length=300, blank=True)
    # What is to be seen or heard, for whoever does not see or hear it.
    in_words = models.TextField(max_length=4000, blank=True)
    by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    by_name = models.CharField(max_length=300)
    group = models.CharField(max_length=7, choices=choices(Group))
    audience = models.CharField(max_length=4, choices=Audience)
    # The student said: do not show this.
    vetoed_at = models.DateTimeField(null=True, blank=True)
    # Taken back by whoever gave it: the bytes and the words are gone, the row says that something was there.
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField()
    once = models.UUIDField(unique=True)

    class Meta:
        verbose_name_plural = "media"
        indexes = [
            models.Index(fields=["withdrawn_at"], name="media_to_let_go", condition=~Q(file="") & ~Q(withdrawn_at=None))
        ]

    @property
    def consent(self) -> str:
        return self.audience

    @property
    def standing(self) -> bool:
        """Whether its bytes are there to be seen."""
        return self.withdrawn_at is None and bool(self.file)


class ItemPicture(EditableAboutStudent):
    """A student's own photo in place of the symbol of a card; ``key`` as in ``Item.key``."""

    key = models.CharField(max_length=60)
    media = models.ForeignKey(Media, on_delete=models.PROTECT, related_name="pictures")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["student", "key"], name="one_picture_per_card")]
