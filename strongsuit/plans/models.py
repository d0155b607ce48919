"""The plan and its parts; an adopted plan is frozen beside them for ever."""

import hashlib
import json

from django.db import models
from django.db.models import F, Q

from strongsuit.audit.models import ProtectedRow
from strongsuit.knowledge.ratings import MOST, Answers
from strongsuit.knowledge.terms import (
    AccommodationKind,
    Factor,
    Group,
    LeftBecause,
    Location,
    Measure,
    Mode,
    NeedKind,
    Pattern,
    Per,
    PlanKind,
    PlanState,
    ReportSchedule,
    Schedule,
    Section,
    ServiceClass,
    ServiceType,
    SkillSet,
    TrialEnd,
)
from strongsuit.people.models import Account
from strongsuit.strengths.models import Item
from strongsuit.students.models import AboutStudent, EditableAboutStudent
from strongsuit.web.choices import choices

LONG = 20_000
# The four questions about an accommodation (knowledge/ratings.py).
QUESTIONS = ("know", "get", "help", "ok")


class Plan(EditableAboutStudent):
    """One version of a student's plan. Only ``plans/actions.py`` moves ``state``."""

    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=choices(PlanKind))
    state = models.CharField(max_length=10, choices=choices(PlanState), default=PlanState.DRAFT)
    amends = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="amendments")
    amendment_agreed_on = models.DateField(null=True, blank=True)
    meeting_on = models.DateField(null=True, blank=True)
    meeting_held = models.BooleanField(default=False)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    voice_missing_because = models.CharField(max_length=1000, blank=True)
    # Findings that only warn may be passed with a reason: {"R-4 goal:ID": "reason"}.
    reasons = models.JSONField(default=dict, blank=True)
    made_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField(auto_now_add=True)
    proposed_at = models.DateTimeField(null=True, blank=True)
    adopted_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["district", "review_on"], name="plan_by_review", condition=Q(state="adopted")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["student", "number"], name="plan_number_once"),
            models.UniqueConstraint(fields=["student"], condition=Q(state="adopted"), name="one_plan_in_effect"),
            models.UniqueConstraint(
                fields=["student"], condition=Q(state__in=["draft", "proposed"]), name="one_draft_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["adopted", "superseded"]) | Q(adopted_on__isnull=False),
                name="adopted_plan_has_a_date",
            ),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(ends_on__gt=F("starts_on")),
                name="plan_runs_forward",
            ),
            models.CheckConstraint(
                condition=~Q(kind="amendment") | Q(amends__isnull=False), name="amendment_names_its_plan"
            ),
        ]


class PlanPart(EditableAboutStudent):
    """A row that belongs to one plan; triggers refuse any change once the plan is not a draft."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="%(class)ss")
    edited_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    edited_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class PlanSection(PlanPart):
    section = models.CharField(max_length=20, choices=choices(Section))
    text = models.TextField(max_length=LONG, blank=True)
    none_expressed = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "section"], name="section_once_per_plan")]


class PresentLevel(PlanPart):
    """One skill set of the present levels: strengths, then where the student is now, then needs."""

    skill_set = models.CharField(max_length=20, choices=choices(SkillSet))
    strength_text = models.TextField(max_length=LONG, blank=True)
    now_text = models.TextField(max_length=LONG, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "skill_set"], name="skill_set_once_per_plan")]


class LevelStrength(AboutStudent):
    """A strength shown in a skill set of the present levels."""

    level = models.ForeignKey(PresentLevel, on_delete=models.CASCADE, related_name="links")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["level", "item"], name="strength_once_per_level")]


class Need(PlanPart):
    level = models.ForeignKey(PresentLevel, on_delete=models.CASCADE, related_name="needs")
    kind = models.CharField(max_length=15, choices=choices(NeedKind), default=NeedKind.ACADEMIC)
    statement = models.TextField(max_length=2000, blank=True)
    measure_text = models.TextField(max_length=1000, blank=True)
    impact = models.TextField(max_length=2000, blank=True)
    without_goal_because = models.TextField(max_length=1000, blank=True)
    order = models.PositiveSmallIntegerField(default=0)


class Goal(PlanPart):
    """An annual goal. ``continues`` is the same goal in the plan before, for growth across plans."""

    need = models.ForeignKey(Need, null=True, blank=True, on_delete=models.SET_NULL, related_name="goals")
    continues = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    condition = models.TextField(max_length=1000, blank=True)
    behavior = models.TextField(max_length=1000, blank=True)
    criterion = models.TextField(max_length=1000, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    baseline = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    baseline_on = models.DateField(null=True, blank=True)
    target = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    target_on = models.DateField(null=True, blank=True)
    mastery_run = models.PositiveSmallIntegerField(default=2)
    smallest_change = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    band_low = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    band_high = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    measure = models.CharField(max_length=20, choices=choices(Measure), blank=True)
    measure_text = models.CharField(max_length=300, blank=True)
    schedule = models.CharField(max_length=12, choices=choices(Schedule), blank=True)
    report_schedule = models.CharField(max_length=12, choices=choices(ReportSchedule), blank=True)
    responsible = models.CharField(max_length=200, blank=True)
    standard = models.CharField(max_length=300, blank=True)
    student_words = models.TextField(max_length=1000, blank=True)
    order = models.PositiveSmallIntegerField(default=0)


class Weave(EditableAboutStudent):
    """How a goal grows from a strength: which one, by which pattern, why it helps, in which step it is used."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="weaves")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="weaves")
    pattern = models.CharField(max_length=3, choices=choices(Pattern))
    mechanism = models.TextField(max_length=1000, blank=True)
    step = models.TextField(max_length=1000, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["goal", "item"], name="strength_once_per_goal")]


class WeaveAnswer(AboutStudent, ProtectedRow):
    """The student's "That's me" or "Not me" to a strength that carries a goal. The newest counts; none ever goes."""

    # Strength and goal, not the weave: a teacher may take a weave, or a whole goal, out of a draft at any time, and
    # what the student said stays. So nothing holds the goal in place, and the words that were asked are kept here.
    goal = models.ForeignKey(Goal, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    goal_words = models.TextField(max_length=1000, blank=True)
    strength_words = models.CharField(max_length=500)
    yes = models.BooleanField()
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    once = models.UUIDField(unique=True)

    def fingerprint(self) -> str:
        kept = [str(self.student_id), str(self.goal_id), str(self.item_id), self.goal_words, self.strength_words]
        kept += [str(self.yes), str(self.by_id)]
        return hashlib.sha256(json.dumps(kept, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


class Objective(PlanPart):
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="objectives")
    words = models.TextField(max_length=1000, blank=True)
    target_on = models.DateField(null=True, blank=True)
    order = models.PositiveSmallIntegerField(default=0)


class Service(PlanPart):
    service_class = models.CharField(max_length=25, choices=choices(ServiceClass))
    service_type = models.CharField(max_length=20, choices=choices(ServiceType))
    name = models.CharField(max_length=200, blank=True)
    times = models.PositiveSmallIntegerField(null=True, blank=True)
    per = models.CharField(max_length=6, choices=choices(Per), blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    range_because = models.CharField(max_length=500, blank=True)
    group_size = models.PositiveSmallIntegerField(null=True, blank=True)
    location = models.CharField(max_length=15, choices=choices(Location), blank=True)
    with_peers = models.BooleanField(default=False)
    provider_role = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=10, default="en")
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    order = models.PositiveSmallIntegerField(default=0)


class ServiceGoal(AboutStudent):
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="links")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="service_links")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["service", "goal"], name="goal_once_per_service")]


class Accommodation(PlanPart):
    kind = models.CharField(max_length=15, choices=choices(AccommodationKind))
    words = models.TextField(max_length=1000, blank=True)
    where = models.CharField(max_length=300, blank=True)
    how = models.TextField(max_length=1000, blank=True)
    order = models.PositiveSmallIntegerField(default=0)


class AccommodationNeed(AboutStudent):
    accommodation = models.ForeignKey(Accommodation, on_delete=models.CASCADE, related_name="links")
    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="accommodation_links")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["accommodation", "need"], name="need_once_per_accommodation")]


class SpecialFactor(PlanPart):
    factor = models.CharField(max_length=15, choices=choices(Factor))
    answer = models.BooleanField(null=True, blank=True)
    text = models.TextField(max_length=LONG, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "factor"], name="factor_once_per_plan")]


class FrozenPlan(AboutStudent, ProtectedRow):
    """The plan exactly as it was adopted: canonical JSON and its SHA-256. Triggers refuse every change."""

    plan = models.OneToOneField(Plan, on_delete=models.PROTECT, related_name="frozen")
    number = models.PositiveIntegerField()
    body = models.TextField()
    sha256 = models.CharField(max_length=64)
    frozen_at = models.DateTimeField()
    adopted_on = models.DateField()
    by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    by_name = models.CharField(max_length=300)

    def fingerprint(self) -> str:
        kept = f"{self.student_id}|{self.plan_id}|{self.number}|{self.adopted_on}|{self.by_name}|"
        return hashlib.sha256(kept.encode() + self.body.encode("utf-8", "surrogatepass")).hexdigest()


class KeptText(AboutStudent):
    """Words typed into a plan that somebody else's save would have pushed out; nothing is lost."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="kept_texts")
    place = models.CharField(max_length=60)
    text = models.TextField()
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    @property
    def mark(self) -> str:
        """Where the words stand on a page, so that a button can copy them."""
        return f"kept-{self.pk}"


class LeftWording(AboutStudent):
    """Words of a draft that the coach has a thought on and the team leaves as they are, while their sentence stands."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="left_wordings")
    place = models.CharField(max_length=60)
    field = models.CharField(max_length=40)
    rule = models.CharField(max_length=60)
    # Of the rule, the words and their sentence (knowledge/coach/same.py): none of a text is kept twice.
    mark = models.CharField(max_length=64)
    because = models.CharField(max_length=10, choices=choices(LeftBecause))
    words = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "place", "field", "mark"], name="left_once_per_sentence"),
            models.CheckConstraint(condition=~Q(because="other") | ~Q(words=""), name="another_reason_is_said"),
        ]


class Presence(AboutStudent):
    """Who has which part of a plan open right now; a line older than a minute means nobody."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="presences")
    place = models.CharField(max_length=60)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "account"], name="one_place_at_a_time")]


class SummaryReading(AboutStudent):
    """A teacher has read the summary of a plan in effect (34 CFR 300.323(d))."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="readings")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "account"], name="read_once_per_plan")]


class Question(AboutStudent):
    """What a family asks about the plan, and the answer; neither can be altered once sent."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="questions")
    words = models.TextField(max_length=4000)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    by_name = models.CharField(max_length=300)
    at = models.DateTimeField()
    answer = models.TextField(max_length=4000, blank=True)
    answered_by_name = models.CharField(max_length=300, blank=True)
    answered_at = models.DateTimeField(null=True)
    once = models.UUIDField(unique=True)


def _in_steps(*names: str) -> Q:
    found = Q()
    for name in names:
        found &= Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__range": (0, MOST)})
    return found


class OfAccommodation(models.Model):
    """An accommodation is copied into every new plan, so what was said of it keeps the words it was said of."""

    # Nothing holds the row of a draft in place; what the student said outlives it.
    accommodation = models.ForeignKey(
        Accommodation, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    words = models.TextField(max_length=1000)
    # SHA-256 of the words without capitals and blanks: the same support in the next plan has the same mark.
    mark = models.CharField(max_length=64)

    class Meta:
        abstract = True


class RatingBegun(OfAccommodation, EditableAboutStudent):
    """Answers given so far, so that a student can stop after any question and go on at another device."""

    know = models.PositiveSmallIntegerField(null=True)
    get = models.PositiveSmallIntegerField(null=True)
    help = models.PositiveSmallIntegerField(null=True)
    ok = models.PositiveSmallIntegerField(null=True)
    # The names of the questions that were answered or skipped, so that a skip is not asked again.
    passed = models.JSONField(default=list)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["student", "mark"], name="one_rating_begun"),
            models.CheckConstraint(condition=_in_steps(*QUESTIONS), name="begun_rating_in_steps"),
        ]


class Rating(OfAccommodation, AboutStudent, ProtectedRow):
    """The student's own four answers on one day; an adult's observation is never one. Nothing changes it later."""

    know = models.PositiveSmallIntegerField(null=True)
    get = models.PositiveSmallIntegerField(null=True)
    help = models.PositiveSmallIntegerField(null=True)
    ok = models.PositiveSmallIntegerField(null=True)
    said = models.TextField(max_length=2000, blank=True)
    mode = models.CharField(max_length=8, choices=choices(Mode))
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    helped_by = models.CharField(max_length=300, blank=True)
    help_was = models.CharField(max_length=300, blank=True)
    on = models.DateField()
    made_at = models.DateTimeField()
    once = models.UUIDField(unique=True)

    class Meta:
        indexes = [models.Index(fields=["student", "mark", "-made_at"], name="rating_by_student")]
        constraints = [models.CheckConstraint(condition=_in_steps(*QUESTIONS), name="rating_in_steps")]

    @property
    def answers(self) -> Answers:
        return Answers(self.know, self.get, self.help, self.ok)

    def fingerprint(self) -> str:
        kept = [str(self.student_id), self.words, self.mark, self.know, self.get, self.help, self.ok, self.said]
        kept += [self.mode, str(self.by_id), self.helped_by, self.help_was, self.on.isoformat()]
        return hashlib.sha256(json.dumps(kept, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


class AdultView(OfAccommodation, AboutStudent):
    """How an adult sees the same support: how much it helps, and how often it is given. The newest of each counts."""

    group = models.CharField(max_length=7, choices=choices(Group), default=Group.SCHOOL)
    help = models.PositiveSmallIntegerField(null=True)
    given = models.PositiveSmallIntegerField(null=True)
    # What was seen: an observation with its day, never the student's answer.
    seen = models.TextField(max_length=1000, blank=True)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    by_name = models.CharField(max_length=300)
    on = models.DateField()
    made_at = models.DateTimeField()
    once = models.UUIDField(unique=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=_in_steps("help", "given"), name="adult_view_in_steps")]


class Trial(EditableAboutStudent):
    """A support that is tried for two or three weeks, with a measure before and after."""

    words = models.TextField(max_length=1000)
    # The number of the voice item that asked for it, if one did; the item stands on a lower step.
    asked_in = models.BigIntegerField(null=True, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    measure = models.CharField(max_length=300)
    before = models.CharField(max_length=300, blank=True)
    after = models.CharField(max_length=300, blank=True)
    student_says = models.TextField(max_length=1000, blank=True)
    ended = models.CharField(max_length=8, choices=choices(TrialEnd), blank=True)
    why = models.TextField(max_length=1000, blank=True)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    by_name = models.CharField(max_length=300)
    made_at = models.DateTimeField()
    once = models.UUIDField(unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="trial_runs_forward"),
            models.CheckConstraint(condition=Q(ended="") | ~Q(why=""), name="ended_trial_says_why"),
        ]
