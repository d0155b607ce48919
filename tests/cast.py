"""The people every test knows: Maya and her team, her parents, and those who must see nothing."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace
from uuid import uuid4

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from strongsuit.knowledge.terms import (
    AccommodationKind,
    Factor,
    Group,
    ItemKind,
    Location,
    Measure,
    Mode,
    Pattern,
    Per,
    PlanKind,
    ReportSchedule,
    Schedule,
    Section,
    ServiceClass,
    ServiceType,
    SkillSet,
)
from strongsuit.people.models import Account, Closure, District, ReportDate, School, SchoolYear, StaffPost
from strongsuit.people.roles import Relation, Role
from strongsuit.people.sessions import SessionStore
from strongsuit.plans import models as plans
from strongsuit.plans.actions import Reason, adopt_plan, pass_warnings
from strongsuit.plans.facts import frozen_facts
from strongsuit.plans.findings import findings_of
from strongsuit.plans.frozen import sealed
from strongsuit.strengths.models import Answer, Evidence, Item, Words
from strongsuit.students.models import Eligibility, Guardian, Student, TeamMember
from strongsuit.web import clock
from tests.replay import written_once

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
PASSWORD = "quiet rivers carry small boats"
YEAR_BEGAN = date(2026, 9, 1)
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@dataclass
class Cast(SimpleNamespace):
    """Everybody by name. ``sign_in(client, person)`` opens a session that has passed the second factor."""

    people: dict[str, Account] = field(default_factory=dict)

    def sign_in(self, client, person):
        """In a new client the session is written in one go: more than a thousand tests begin with it."""
        proved = {"second_factor": True, "proved_at": clock.now().timestamp()}
        if settings.SESSION_COOKIE_NAME in client.cookies:
            client.force_login(person, backend=BACKEND)
            session = client.session
            session.update(proved)
            session.save()
            return client
        session = SessionStore()
        whose = {SESSION_KEY: person._meta.pk.value_to_string(person), HASH_SESSION_KEY: person.get_session_auth_hash()}
        session.update(whose | {BACKEND_SESSION_KEY: BACKEND} | proved)
        session.create()
        client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
        return client


def account(email, name, **values):
    return Account.objects.create_user(email, PASSWORD, name=name, **values)


def post(person, district, role, school=None):
    return StaffPost.objects.create(
        account=person, district=district, school=school, role=role, starts_on=date(2020, 9, 1)
    )


def calendar(district):
    for first in (2025, 2026):
        year = SchoolYear.objects.create(
            district=district, name=f"{first}-{first + 1}", first_day=date(first, 9, 4), last_day=date(first + 1, 6, 26)
        )
        for name, begin, end in (
            ("Thanksgiving", date(first, 11, 26), date(first, 11, 27)),
            ("Winter recess", date(first, 12, 24), date(first + 1, 1, 1)),
            ("Spring recess", date(first + 1, 4, 5), date(first + 1, 4, 9)),
        ):
            Closure.objects.create(year=year, name=name, first_day=begin, last_day=end)
        for name, on in (
            ("Quarter 1", date(first, 11, 13)),
            ("Quarter 2", date(first + 1, 1, 29)),
            ("Quarter 3", date(first + 1, 4, 16)),
            ("Quarter 4", date(first + 1, 6, 18)),
        ):
            ReportDate.objects.create(year=year, name=name, on=on)


def student(district, school, given, family, born, grade, number, **values):
    return Student.objects.create(
        district=district,
        school=school,
        given_name=given,
        family_name=family,
        birth_date=born,
        grade=grade,
        local_id=number,
        **values,
    )


def on_team(child, person, relation, **values):
    return TeamMember.objects.create(
        district_id=child.district_id, student=child, account=person, relation=relation, starts_on=YEAR_BEGAN, **values
    )


def about(child):
    return {"district_id": child.district_id, "student": child}


def strength(child, key, kind, words, skill_set, *informants):
    """An item that each informant (group, account, name) claims, with one piece of evidence from the first."""
    item = Item.objects.create(**about(child), key=key, kind=kind, words=words, skill_set=skill_set or "")
    for group, person in informants:
        Answer.objects.create(
            **about(child),
            item=item,
            group=group,
            by=person,
            by_name=person.name,
            choice="often",
            value=1,
            on=date(2026, 10, 5),
            once=uuid4(),
        )
    group, person = informants[0]
    Evidence.objects.create(
        **about(child),
        item=item,
        kind=Evidence.Kind.OBSERVATION,
        words=f"Seen in class: {words}",
        setting="Classroom",
        on=date(2026, 10, 6),
        by=person,
        by_name=person.name,
        group=group,
        once=uuid4(),
    )
    return item


def filled_plan(child, items, *, author, today=TODAY, kind=PlanKind.ANNUAL, number=1, starts=date(2025, 12, 1)):
    """A draft with nothing missing: every section, two goals, services, accommodations, factors."""
    ends = starts.replace(year=starts.year + 1)
    plan = plans.Plan.objects.create(
        **about(child),
        number=number,
        kind=kind,
        meeting_on=starts,
        meeting_held=True,
        starts_on=starts,
        ends_on=ends,
        review_on=ends,
        made_by=author,
    )
    own = about(child) | {"plan": plan, "edited_by": author}
    for section in Section:
        plans.PlanSection.objects.create(**own, section=section, text=SECTION_TEXT[section])
    for factor in Factor:
        yes = factor in {Factor.COMMUNICATION}
        plans.SpecialFactor.objects.create(
            **own, factor=factor, answer=yes, text="Uses short prepared notes." if yes else ""
        )
    goals = []
    for order, (skill, need, goal, item, pattern) in enumerate(
        (
            (SkillSet.READING, READING_NEED, READING_GOAL, items["ear"], Pattern.W1),
            (SkillSet.WRITING, WRITING_NEED, WRITING_GOAL, items["draw"], Pattern.W7),
        )
    ):
        level = plans.PresentLevel.objects.create(
            **own,
            skill_set=skill,
            strength_text=f"{child.called} {item.words.lower()} in class and at home.",
            now_text="Works with the class on grade-level texts with audio.",
        )
        plans.LevelStrength.objects.create(**about(child), level=level, item=items[skill])
        made = plans.Need.objects.create(**own, level=level, order=order, **need)
        goals.append(
            plans.Goal.objects.create(
                **own,
                need=made,
                order=order,
                baseline_on=starts,
                target_on=ends,
                measure=Measure.WORDS_PER_MINUTE,
                schedule=Schedule.WEEKLY,
                report_schedule=ReportSchedule.QUARTERLY,
                responsible="Special education teacher",
                **goal,
            )
        )
        plans.Weave.objects.create(
            **about(child),
            goal=goals[-1],
            item=item,
            pattern=pattern,
            mechanism="Starts from what already works.",
            step="Ms. Ruiz begins each session with it.",
        )
    # New York asks for every area, also where there is no need (8 NYCRR 200.1(ww)(3)).
    for skill, now in ((SkillSet.SOCIAL, "Has two close friends."), (SkillSet.MOTOR, "Within normal limits.")):
        plans.PresentLevel.objects.create(**own, skill_set=skill, now_text=f"{now} No need at this time.")
    service = plans.Service.objects.create(
        **own,
        service_class=ServiceClass.SPECIAL_EDUCATION,
        service_type=ServiceType.RESOURCE_ROOM,
        times=5,
        per=Per.WEEK,
        minutes=40,
        group_size=5,
        location=Location.SEPARATE_ROOM,
        provider_role="Special education teacher",
        starts_on=starts,
        ends_on=ends,
    )
    speech = plans.Service.objects.create(
        **own,
        service_class=ServiceClass.RELATED_SERVICE,
        service_type=ServiceType.SPEECH,
        times=2,
        per=Per.WEEK,
        minutes=30,
        group_size=3,
        location=Location.GENERAL_CLASS,
        with_peers=True,
        provider_role="Speech-language pathologist",
        starts_on=starts,
        ends_on=ends,
        order=1,
    )
    for made, goal in ((service, goals[0]), (speech, goals[1])):
        plans.ServiceGoal.objects.create(**about(child), service=made, goal=goal)
    support = plans.Accommodation.objects.create(
        **own,
        kind=AccommodationKind.ACCOMMODATION,
        words="Audio of grade-level texts",
        where="Every class",
        how="Headphones at her own desk",
    )
    plans.AccommodationNeed.objects.create(**about(child), accommodation=support, need=goals[0].need)
    return plan


READING_NEED = {
    "statement": "Read grade-level print fluently",
    "measure_text": "61 words correct in a minute; the class reads 120",
    "impact": "Science and social studies texts take twice the time without audio.",
}
WRITING_NEED = {
    "statement": "Put ideas into a paragraph",
    "measure_text": "1 of 4 on the paragraph rubric",
    "impact": "Written answers in science show less than she knows.",
}
READING_GOAL = {
    "condition": "After listening to a page once",
    "behavior": "reads the page aloud",
    "criterion": "in two checks in a row",
    "unit": "words correct in a minute",
    "baseline": Decimal(48),
    "target": Decimal(92),
    "student_words": "I want to read my science book by myself.",
}
WRITING_GOAL = {
    "condition": "After drawing four frames of the idea",
    "behavior": "writes a paragraph with a main idea and three facts",
    "criterion": "in two pieces of work in a row",
    "unit": "rubric points",
    "baseline": Decimal(1),
    "target": Decimal(3),
    "smallest_change": Decimal("0.5"),
}
SECTION_TEXT = {
    Section.VISION: "Maya wants to study animals that live in the sea. She told the team in her own drawing.",
    Section.PARENT_CONCERNS: "Ms. Delgado hopes that Maya keeps her joy in science and reads without getting tired.",
    Section.EVALUATION: "Reading test of October 2025: understands grade-level text by ear; reads 61 words a minute.",
    Section.EFFECT: "Reading print slowly makes long texts in science and social studies hard to finish in class time.",
    Section.MANAGEMENT: "A quiet place for tests, audio for texts, a first example.",
    Section.TRANSITION: "",
    Section.PROGRESS: "Four times a year, with report cards, on paper and in Spanish.",
    Section.PARTICIPATION: "Maya learns with her class except for 40 minutes of resource room a day, in a small group.",
    Section.TESTING: "Takes state and district tests with audio and more time.",
    Section.EXTENDED_YEAR: "Not needed: reading stayed the same after the summer of 2025.",
    Section.TRANSPORTATION: "None needed.",
    Section.PERSONNEL: "The science teacher learns how audio texts are opened.",
}


@written_once
def build_cast():
    """Everybody, in the database, as of 20 November 2026."""
    cast = Cast()
    cast.district = District.objects.create(name="Harbor City Schools", code="NY-0001", jurisdiction="ny")
    cast.other_district = District.objects.create(name="Pine Valley Schools", code="NY-0002", jurisdiction="ny")
    cast.school = School.objects.create(district=cast.district, name="Lincoln School", code="LIN")
    cast.other_school = School.objects.create(district=cast.district, name="Harbor High School", code="HHS")
    cast.far_school = School.objects.create(district=cast.other_district, name="Pine School", code="PIN")
    calendar(cast.district)
    calendar(cast.other_district)

    cast.ruiz = account("ruiz@harbor.example", "Elena Ruiz")
    cast.okafor = account("okafor@harbor.example", "Chidi Okafor")
    cast.silva = account("silva@harbor.example", "Ana Silva")
    cast.nguyen = account("nguyen@harbor.example", "Linh Nguyen")
    cast.chen = account("chen@harbor.example", "Wei Chen")
    cast.brooks = account("brooks@harbor.example", "Dana Brooks")
    cast.admin = account("office@harbor.example", "Sam Ortiz")
    cast.stranger = account("stranger@harbor.example", "Pat Stranger")
    cast.outsider = account("outsider@pine.example", "Alex Outsider")
    cast.rosa = account("rosa@family.example", "Rosa Delgado")
    cast.paul = account("paul@family.example", "Paul Price")
    post(cast.ruiz, cast.district, Role.TEACHER, cast.school)
    post(cast.okafor, cast.district, Role.TEACHER, cast.school)
    post(cast.silva, cast.district, Role.PROVIDER, cast.school)
    post(cast.nguyen, cast.district, Role.AIDE, cast.school)
    post(cast.chen, cast.district, Role.CHAIR, cast.school)
    post(cast.brooks, cast.district, Role.LEADER, cast.school)
    post(cast.admin, cast.district, Role.DISTRICT)
    post(cast.stranger, cast.district, Role.TEACHER, cast.other_school)
    post(cast.outsider, cast.other_district, Role.CHAIR)

    maya_account = Account.objects.create_user(None, None, name="Maya Delgado", kind=Account.Kind.STUDENT)
    cast.maya = student(
        cast.district,
        cast.school,
        "Maya",
        "Delgado",
        date(2016, 5, 4),
        "5",
        "1001",
        account=maya_account,
        language="es",
    )
    cast.leo = student(cast.district, cast.other_school, "Leo", "Martin", date(2010, 2, 28), "10", "1002")
    cast.far_child = student(cast.other_district, cast.far_school, "Ida", "Pine", date(2014, 1, 1), "7", "1")
    Eligibility.objects.create(
        **about(cast.maya), disability="SLD", eligible_on=date(2023, 12, 1), evaluated_on=date(2024, 10, 15)
    )
    Eligibility.objects.create(
        **about(cast.leo), disability="AUT", eligible_on=date(2018, 3, 1), evaluated_on=date(2024, 3, 1)
    )
    on_team(cast.maya, cast.ruiz, Relation.CASE_MANAGER)
    on_team(cast.maya, cast.okafor, Relation.GENERAL_TEACHER)
    on_team(cast.maya, cast.silva, Relation.PROVIDER, service=ServiceType.SPEECH)
    on_team(cast.maya, cast.nguyen, Relation.AIDE)
    on_team(cast.leo, cast.stranger, Relation.CASE_MANAGER)
    Guardian.objects.create(
        **about(cast.maya),
        account=cast.rosa,
        name="Rosa Delgado",
        relationship="mother",
        language="es",
        interpreter=True,
        email="rosa@family.example",
        phone="555-0101",
        address="12 Canary Street",
    )
    Guardian.objects.create(
        **about(cast.maya),
        account=cast.paul,
        name="Paul Price",
        relationship="father",
        may_decide=False,
        lives_with=False,
        order="Family Court 2024-17",
        address="98 Other Road",
    )

    me, ruiz, rosa = (Group.STUDENT, maya_account), (Group.SCHOOL, cast.ruiz), (Group.FAMILY, cast.rosa)
    ability, liking, way = ItemKind.ABILITY, ItemKind.INTEREST, ItemKind.PREFERENCE
    cast.items = {
        "ear": strength(
            cast.maya, "RD2", ability, "Understands a lot when listening to a book", SkillSet.READING, me, ruiz, rosa
        ),
        "draw": strength(
            cast.maya, "MK1", ability, "Explains hard ideas by drawing them", SkillSet.TECHNOLOGY, ruiz, me
        ),
        "sea": strength(cast.maya, "own:sea", liking, "Loves animals that live in the sea", None, me, rosa),
        "pair": strength(cast.maya, "RD9", way, "Works best with one partner first", SkillSet.READING, me),
        "voice": strength(cast.maya, "WR3", ability, "Says a story well before writing it", SkillSet.WRITING, ruiz),
    }
    cast.items[SkillSet.READING] = cast.items["ear"]
    cast.items[SkillSet.WRITING] = cast.items["voice"]
    cast.words = Words.objects.create(
        **about(cast.maya),
        prompt="What should people know about me?",
        words="I can draw anything. I dont like to read out loud  when everyone looks.",
        mode=Mode.TYPED,
        by=maya_account,
        by_name="Maya Delgado",
        on=date(2026, 10, 5),
        made_at=NOW,
        once=uuid4(),
    )
    cast.maya_account = maya_account
    cast.plan = filled_plan(cast.maya, cast.items, author=cast.ruiz)
    cast.goals = list(cast.plan.goals.order_by("order"))
    return cast


def adopt(cast, on=date(2025, 12, 1)):
    """Maya's plan put into effect by the chair, exactly as the product does it."""
    open_points = findings_of(frozen_facts(cast.plan, on), today=on)
    talked = [Reason(finding, "The team talked about it.") for finding in open_points]
    pass_warnings(by=cast.chen, plan=cast.plan, reasons=talked)
    cast.plan.refresh_from_db()
    _body, sha256 = sealed(frozen_facts(cast.plan, on))
    adopt_plan(by=cast.chen, plan=cast.plan, on=on, expected=sha256)
    cast.plan.refresh_from_db()
    return cast.plan


def adopt_as_built(cast):
    """The same for a cast as it was put up; the deed runs once, then its rows are put back."""
    cast.plan = _adopted(cast)
    cast.plan.student = cast.maya


@written_once
def _adopted(cast):
    return adopt(cast)
