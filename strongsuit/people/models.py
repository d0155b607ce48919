"""Districts, schools and their calendars; accounts, posts and sign-ins."""

import unicodedata

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import F, Q
from django.utils.crypto import get_random_string
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from strongsuit.audit.models import EditableRow, Row
from strongsuit.people.roles import Role
from strongsuit.web.ids import random_id


class District(EditableRow):
    name = models.CharField(max_length=200)
    code = models.CharField(max_length=30, unique=True)
    # Which file of knowledge/compliance/states holds the rules here.
    jurisdiction = models.CharField(max_length=20, default="ny")
    time_zone = models.CharField(max_length=50, default="America/New_York")
    demo = models.BooleanField(default=False)

    def __str__(self):
        return self.name


class School(EditableRow):
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="schools")
    name = models.CharField(max_length=200)
    code = models.CharField(max_length=30)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["district", "code"], name="school_code_once_per_district")]

    def __str__(self):
        return self.name


class SchoolYear(EditableRow):
    """One year of one district's calendar; ``school`` only where a school differs."""

    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="years")
    school = models.ForeignKey(School, null=True, blank=True, on_delete=models.PROTECT, related_name="years")
    name = models.CharField(max_length=20)
    first_day = models.DateField()
    last_day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["district", "name"], condition=Q(school=None), name="district_year_once"),
            models.UniqueConstraint(fields=["school", "name"], name="school_year_once"),
            models.CheckConstraint(condition=Q(last_day__gt=F("first_day")), name="school_year_runs_forward"),
        ]


class Closure(Row):
    """Days without school: a holiday, a break, a snow day."""

    year = models.ForeignKey(SchoolYear, on_delete=models.CASCADE, related_name="closures")
    name = models.CharField(max_length=80)
    first_day = models.DateField()
    last_day = models.DateField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="closure_runs_forward")]


class ReportDate(Row):
    """The end of a marking period, when progress reports go home."""

    year = models.ForeignKey(SchoolYear, on_delete=models.CASCADE, related_name="report_dates")
    name = models.CharField(max_length=40)
    on = models.DateField()


def new_stamp() -> str:
    return get_random_string(16)


def same_letters(password: str) -> str:
    """One spelling for what looks the same, however a keyboard composes it (NIST SP 800-63B, 3.1.1.2)."""
    return unicodedata.normalize("NFKC", password)


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, email: str | None, password: str | None = None, **values: object) -> "Account":
        account = self.model(email=self.normalize_email(email).casefold() if email else None, **values)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(email__iexact=username)


class Account(AbstractBaseUser):
    """A person who can sign in. What they may do comes from posts, teams and families, never from here."""

    class Kind(models.TextChoices):
        ADULT = "adult", _("Adult")
        STUDENT = "student", _("Student")

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    email = models.EmailField(max_length=254, null=True, blank=True, unique=True)
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.ADULT)
    language = models.CharField(max_length=10, default="en")
    is_active = models.BooleanField(default=True)
    # Part of every session's check: a new stamp ends all sign-ins at once.
    stamp = models.CharField(max_length=16, default=new_stamp)
    # Changes with each request for a new password, so that only the newest link works.
    reset_mark = models.CharField(max_length=16, blank=True)
    # Size, spacing, font, contrast, motion, speech speed; follows the person to every device.
    display = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = AccountManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="student") | Q(email__isnull=False), name="adult_account_has_an_email"
            ),
        ]

    def __str__(self):
        return self.name

    def get_full_name(self):
        return self.name

    def set_password(self, raw_password):
        super().set_password(raw_password and same_letters(raw_password))

    def check_password(self, raw_password):
        return super().check_password(raw_password and same_letters(raw_password))

    def get_session_auth_hash(self):
        return self._stamped(super().get_session_auth_hash())

    def get_session_auth_fallback_hash(self):
        return (self._stamped(value) for value in super().get_session_auth_fallback_hash())

    def _stamped(self, value: str) -> str:
        return f"{value[:40]}{self.stamp}"


class StaffPost(EditableRow):
    """Why an adult works here: a role in a school, or in the whole district when ``school`` is empty."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="posts")
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="posts")
    school = models.ForeignKey(School, null=True, blank=True, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(max_length=20, choices=Role)
    title = models.CharField(max_length=100, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["school", "role"], name="post_by_school")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="post_runs_forward"
            )
        ]


class Session(AbstractBaseSession):
    """A sign-in. ``session_key`` holds only a hash, so a copy of this table opens nothing."""

    account = models.BigIntegerField(null=True, db_index=True)
    agent = models.CharField(max_length=120, blank=True)
    started_at = models.DateTimeField()
    # Written beside the session's content, so that being seen never overwrites what another request saved.
    seen_at = models.DateTimeField()

    @classmethod
    def get_session_store_class(cls):
        # By name: the store's module imports this one.
        return import_string("strongsuit.people.sessions.SessionStore")


class Invitation(Row):
    """A one-time link handed to a family or a colleague; the token itself is never stored."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="invitations")
    made_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class LessonFinished(Row):
    """Somebody came to the end of a short lesson; what they answered is kept nowhere. Rows only come."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="lessons")
    # The key and edition of a lesson in knowledge/lessons.
    lesson = models.CharField(max_length=40)
    edition = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "lesson", "edition"], name="lesson_finished_once")]
