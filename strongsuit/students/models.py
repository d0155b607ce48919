"""The student, the family and their rights, the team, and how a student signs in on a classroom tablet."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from strongsuit.audit.models import EditableRow, Row
from strongsuit.knowledge.terms import Disability, Grade, ServiceType
from strongsuit.people.models import Account, District, School
from strongsuit.people.roles import Relation
from strongsuit.web.choices import choices

# How a part on the team is called beside a name.
PARTS = {
    Relation.CASE_MANAGER: _("Case manager"),
    Relation.SPECIAL_TEACHER: _("Special education teacher"),
    Relation.GENERAL_TEACHER: _("General education teacher"),
    Relation.PROVIDER: _("Service provider"),
    Relation.AIDE: _("Aide"),
    Relation.CHAIR: _("Committee chair"),
}


class Sex(models.TextChoices):
    FEMALE = "F", _("Female")
    MALE = "M", _("Male")
    OTHER = "X", _("Another or not said")


class Student(EditableRow):
    # The door (students/access.py) notes what its viewer may do here, and because of which relation.
    abilities: frozenset[str]
    relation: Relation

    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="students", db_index=False)
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="students", db_index=False)
    account = models.OneToOneField(Account, null=True, blank=True, on_delete=models.PROTECT, related_name="student")
    given_name = models.CharField(max_length=300)
    family_name = models.CharField(max_length=300, blank=True)
    preferred_name = models.CharField(max_length=300, blank=True)
    pronouns = models.CharField(max_length=40, blank=True)
    # Some rosters leave it out; until it is known the student is not of age and no plan takes effect.
    birth_date = models.DateField(null=True, blank=True)
    grade = models.CharField(max_length=2, choices=choices(Grade))
    local_id = models.CharField(max_length=40)
    state_id = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=10, default="en")
    sex = models.CharField(max_length=1, choices=Sex, blank=True)
    # The federal seven-way value (AM7 … WH7); empty when unknown.
    race = models.CharField(max_length=3, blank=True)
    english_learner = models.BooleanField(default=False)
    alternate_assessment = models.BooleanField(default=False)
    rights_transferred_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["district", "family_name", "given_name", "id"], name="student_by_district"),
            models.Index(fields=["school", "family_name", "given_name", "id"], name="student_by_school"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["district", "local_id"], name="local_id_once_per_district"),
        ]

    def __str__(self):
        return self.name

    @property
    def student_id(self):
        """The trail files every row under its student, this one too."""
        return self.pk

    @property
    def called(self):
        """The first name the student goes by."""
        return self.preferred_name or self.given_name

    @property
    def name(self):
        return f"{self.called} {self.family_name}".strip()

    @property
    def legal_name(self):
        return f"{self.given_name} {self.family_name}".strip()


class AboutStudent(Row):
    """A row of one student's record. Triggers refuse a district that is not the student's."""

    district = models.ForeignKey(
        District, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="%(class)ss")

    class Meta:
        abstract = True


class EditableAboutStudent(AboutStudent, EditableRow):
    # Named again, so that the column keeps its place after those of the student.
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


class Enrollment(EditableAboutStudent):
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="+")
    grade = models.CharField(max_length=2, choices=choices(Grade))
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)


class Eligibility(EditableAboutStudent):
    """What the committee decided; the classification is a field group of its own (trust.md AZ-05)."""

    disability = models.CharField(max_length=4, choices=choices(Disability))
    eligible_on = models.DateField()
    evaluated_on = models.DateField()
    evaluation_waived_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["district", "evaluated_on"], name="eligibility_by_date", condition=Q(ended_on__isnull=True)
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["student"], condition=Q(ended_on__isnull=True), name="one_eligibility_at_a_time"
            ),
        ]


class Guardian(EditableAboutStudent):
    """A parent or guardian of one student, with the rights and orders that hold between which dates."""

    class Relationship(models.TextChoices):
        PARENT = "parent", _("Parent")
        MOTHER = "mother", _("Mother")
        FATHER = "father", _("Father")
        GUARDIAN = "guardian", _("Guardian")
        GRANDPARENT = "grandparent", _("Grandparent")
        FOSTER = "foster", _("Foster parent")
        SURROGATE = "surrogate", _("Surrogate parent")
        OTHER = "other", _("Other")

    account = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.PROTECT, related_name="children", db_index=False
    )
    name = models.CharField(max_length=300)
    relationship = models.CharField(max_length=12, choices=Relationship)
    language = models.CharField(max_length=10, default="en")
    interpreter = models.BooleanField(default=False)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    address = models.CharField(max_length=300, blank=True)
    may_see_record = models.BooleanField(default=True)
    may_decide = models.BooleanField(default=True)
    lives_with = models.BooleanField(default=True)
    # The document that limits or gives the rights above, and from when to when they hold.
    order = models.CharField(max_length=200, blank=True)
    rights_from = models.DateField(null=True, blank=True)
    rights_until = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["account"], name="guardian_by_account", condition=Q(account__isnull=False))]
        constraints = [
            models.CheckConstraint(condition=Q(may_see_record=True) | Q(may_decide=False), name="who_decides_may_see"),
        ]


class TeamMember(EditableAboutStudent):
    """Who works with the student, in which part, from when to when; access ends with the last day."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="caseload", db_index=False)
    relation = models.CharField(max_length=16, choices=[(r.value, r.value) for r in Relation])
    service = models.CharField(max_length=20, choices=choices(ServiceType), blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["account", "student"], name="team_by_account")]
        constraints = [
            models.UniqueConstraint(
                fields=["student"],
                condition=Q(relation="case_manager", ends_on__isnull=True),
                name="one_case_manager_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="team_runs_forward"
            ),
        ]

    @property
    def part(self):
        return PARTS[Relation(self.relation)]


class ReasonedAccess(AboutStudent):
    """Somebody outside the team opened the record for a stated reason; it closes by itself and the family sees it."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    opened_at = models.DateTimeField()
    until = models.DateTimeField()


class ClassGroup(EditableRow):
    """The students who share a tablet, and the hours in which it lets them in."""

    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="+")
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="classes")
    teacher = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="classes")
    name = models.CharField(max_length=100)
    code = models.CharField(max_length=12, unique=True)
    opens = models.TimeField()
    closes = models.TimeField()


class ClassDevice(Row):
    """A tablet that may show a class its pictures; the token itself lives only in the tablet's cookie."""

    group = models.ForeignKey(ClassGroup, on_delete=models.CASCADE, related_name="devices")
    token = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=80, blank=True)
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)


class ClassSeat(EditableAboutStudent):
    """A student's place in a class: the picture to tap, and the secret pictures as a slow hash."""

    group = models.ForeignKey(ClassGroup, on_delete=models.CASCADE, related_name="seats")
    picture = models.CharField(max_length=20)
    secret = models.CharField(max_length=128)
    failures = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "student"], name="one_seat_per_class")]
