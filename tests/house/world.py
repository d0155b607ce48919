"""The cast made whole: five full records in three schools of two districts, one person for every relation."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from strongsuit.documents.models import (
    AskScript,
    AskTurn,
    Copy,
    GoalCard,
    GoodDayLine,
    LineInShort,
    OnePager,
    OnePagerLine,
    PageShare,
    SharedLine,
)
from strongsuit.interop.models import ImportProblem, ImportRun
from strongsuit.knowledge.terms import Group, ItemKind, Mode, PlanKind, PlanState, SkillSet
from strongsuit.knowledge.voice import Source
from strongsuit.meetings.actions import plan_meeting
from strongsuit.meetings.models import Attendee, Meeting, Preview
from strongsuit.people.models import Account, Invitation, SchoolYear, StaffPost
from strongsuit.people.roles import Relation, Role
from strongsuit.plans.actions import start_draft
from strongsuit.plans.facts import frozen_facts
from strongsuit.plans.frozen import sealed as sealed_plan
from strongsuit.plans.models import (
    AdultView,
    FrozenPlan,
    KeptText,
    Objective,
    Plan,
    Question,
    Rating,
    RatingBegun,
    Trial,
    WeaveAnswer,
)
from strongsuit.plans.rating_marks import mark_of
from strongsuit.progress.models import (
    CheckIn,
    DataPoint,
    Delivery,
    Milestone,
    MilestoneJoy,
    Report,
    ReportNote,
    SupportGiven,
)
from strongsuit.progress.reporting import report_facts, sealed
from strongsuit.strengths.finder_actions import Tap, answer_card, begin
from strongsuit.strengths.finder_models import Call, Level, Sitting, Way
from strongsuit.strengths.models import Audience, Evidence, Item, ItemPicture, Media, Paraphrase, Words
from strongsuit.students.class_actions import make_class, make_device
from strongsuit.students.models import ClassDevice, ClassSeat, Eligibility, Guardian, ReasonedAccess, TeamMember
from strongsuit.voice.actions import hear
from strongsuit.web import clock
from tests.cast import (
    NOW,
    TODAY,
    about,
    account,
    build_cast,
    filled_plan,
    on_team,
    post,
    strength,
    student,
)
from tests.replay import written_once

STARTED = date(2025, 12, 1)
YESTERDAY = TODAY - timedelta(days=1)
# What a child's record is called, seen from a person: the own one, and three that are further and further away.
CHILDREN = ("own", "school", "elsewhere", "district")


@dataclass
class World:
    """``people`` by the relation they stand for; ``things[child][name]`` is a row of that child's record."""

    cast: object
    people: dict[str, Account | None] = field(default_factory=dict)
    things: dict[str, dict[str, object]] = field(default_factory=dict)
    # person -> child -> the relations that hold, written down by hand.
    held: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)

    def thing(self, child: str, name: str):
        return self.things[child][name]


def build_world() -> World:
    world = written_world()
    for things in world.things.values():
        for name in (things["ready"].file.name, *(things[media].file.name for media in GIVEN)):
            if not default_storage.exists(name):
                default_storage.save(name, ContentFile(b"%PDF-1.7 a paper"))
    return world


@written_once
def written_world() -> World:
    cast = build_cast()
    world = World(cast)
    _people(world)
    _records(world)
    return world


def _people(world: World) -> None:
    cast, harbor = world.cast, world.cast.district
    pine = cast.other_district
    named = {
        "sato": ("Yuki Sato", Role.TEACHER, harbor, cast.school),
        "ines": ("Ines Prado", Role.PSYCHOLOGIST, harbor, cast.school),
        "former": ("Fay Former", Role.TEACHER, harbor, cast.school),
        "gone": ("Gus Gone", Role.TEACHER, harbor, cast.school),
        "colleague": ("Cleo Colleague", Role.TEACHER, harbor, cast.school),
        "registrar": ("Rita Registrar", Role.REGISTRAR, harbor, None),
        "distant": ("Dora Distant", Role.TEACHER, pine, cast.far_school),
        "both": ("Bea Both", Role.TEACHER, harbor, cast.school),
    }
    for key, (name, role, district, school) in named.items():
        setattr(cast, key, account(f"{key}@staff.example", name))
        post(getattr(cast, key), district, role, school)
    for key, name in {
        "viktor": "Viktor Restricted", "marie": "Marie Martin", "nora": "Nora North", "petra": "Petra Pine",
        "earlier": "Erik Earlier",
    }.items():  # fmt: skip
        setattr(cast, key, account(f"{key}@family.example", name))
    cast.noa = student(harbor, cast.school, "Noa", "North", date(2015, 3, 3), "6", "2001")
    cast.ada = student(
        harbor, cast.school, "Ada", "Adult", date(2008, 2, 29), "12", "2002",
        account=account("ada@own.example", "Ada Adult"), rights_transferred_on=date(2026, 2, 28),
    )  # fmt: skip
    cast.leo.account = Account.objects.create_user(None, None, name="Leo Martin", kind=Account.Kind.STUDENT)
    cast.leo.save()
    for child in (cast.noa, cast.ada, cast.far_child):
        Eligibility.objects.create(
            **about(child), disability="OHI", eligible_on=date(2023, 12, 1), evaluated_on=date(2024, 10, 15)
        )
    on_team(cast.maya, cast.sato, Relation.SPECIAL_TEACHER)
    on_team(cast.maya, cast.former, Relation.SPECIAL_TEACHER, ends_on=YESTERDAY)
    on_team(cast.maya, cast.gone, Relation.SPECIAL_TEACHER)
    StaffPost.objects.filter(account=cast.gone).update(ends_on=YESTERDAY)
    on_team(cast.maya, cast.both, Relation.SPECIAL_TEACHER)
    on_team(cast.noa, cast.colleague, Relation.CASE_MANAGER)
    on_team(cast.ada, cast.colleague, Relation.CASE_MANAGER)
    on_team(cast.far_child, cast.distant, Relation.CASE_MANAGER)
    for child, person, values in (
        (cast.maya, cast.viktor, {"may_see_record": False, "may_decide": False}),
        (cast.maya, cast.earlier, {"rights_until": YESTERDAY}),
        (cast.maya, cast.both, {"may_decide": False}),
        (cast.maya, None, {}),
        (cast.leo, cast.marie, {}),
        (cast.noa, cast.nora, {}),
        (cast.ada, account("agnes@family.example", "Agnes Adult"), {}),
        (cast.far_child, cast.petra, {}),
    ):
        Guardian.objects.create(
            **about(child), account=person, name=str(person or "Abuela"), relationship="parent", **values
        )
    ReasonedAccess.objects.create(
        **about(cast.maya), account=cast.ines, reason="Covering the reading test", opened_at=NOW,
        until=NOW + timedelta(hours=24),
    )  # fmt: skip
    lincoln = {"own": ("chair",), "school": ("chair",)}
    world.held = {
        "case manager": {"own": ("case_manager",)},
        "special teacher": {"own": ("special_teacher",)},
        "provider": {"own": ("provider",)},
        "general teacher": {"own": ("general_teacher",)},
        "aide": {"own": ("aide",)},
        "chair": lincoln,
        "leader": dict.fromkeys(lincoln, ("leader",)),
        "district": dict.fromkeys(("own", "school", "elsewhere"), ("district",)),
        "reason": {"own": ("reason",)},
        "guardian": {"own": ("guardian",)},
        "informed": {"own": ("informed",)},
        "staff and parent": {"own": ("informed",)},
        "student": {"own": ("self",)},
        "grown student": {"own": ("adult_self",)},
        "parent without rights": {},
        "parent with ended rights": {},
        "former team member": {},
        "dismissed teacher": {},
        "colleague": {"school": ("case_manager",)},
        "stranger": {"elsewhere": ("case_manager",)},
        "outsider": {"district": ("chair",)},
        "other family": {"elsewhere": ("guardian",)},
        "other student": {"elsewhere": ("self",)},
        "registrar": {},
        "signed out": {},
    }
    world.people = {
        "case manager": cast.ruiz, "special teacher": cast.sato, "provider": cast.silva, "general teacher": cast.okafor,
        "aide": cast.nguyen, "chair": cast.chen, "leader": cast.brooks, "district": cast.admin, "reason": cast.ines,
        "guardian": cast.rosa, "informed": cast.paul, "staff and parent": cast.both, "student": cast.maya_account,
        "grown student": cast.ada.account, "parent without rights": cast.viktor,
        "parent with ended rights": cast.earlier, "former team member": cast.former, "dismissed teacher": cast.gone,
        "colleague": cast.colleague, "stranger": cast.stranger, "outsider": cast.outsider, "other family": cast.marie,
        "other student": cast.leo.account, "registrar": cast.registrar, "signed out": None,
    }  # fmt: skip


def _records(world: World) -> None:
    cast = world.cast
    for key, child, keeper, parent in (
        ("own", cast.maya, cast.ruiz, cast.rosa),
        ("school", cast.noa, cast.colleague, cast.nora),
        ("elsewhere", cast.leo, cast.stranger, cast.marie),
        ("district", cast.far_child, cast.distant, cast.petra),
        ("grown", cast.ada, cast.colleague, cast.ada.account),
    ):
        world.things[key] = full_record(cast, child, keeper, parent)


def sitting_of(child, parent) -> Sitting:
    """In the middle of the first deck of the finder; of a student without a sign-in, the family's."""
    by = child.account or parent
    made = begin(
        by=by, student=child, deck="RD", level=Level.UPPER, language="en", way=Way.TOUCH, once=uuid4(),
    )  # fmt: skip
    if child.account:
        answer_card(by=by, sitting=made, tap=Tap("RD1", "mostly", uuid4()))
    return made


def full_record(cast, child, keeper, parent) -> dict[str, object]:
    """Every kind of row that a page can be about."""
    if child == cast.maya:
        items, plan = cast.items, cast.plan
    else:
        items = _items(child, keeper)
        plan = filled_plan(child, items, author=keeper, starts=STARTED)
    in_effect(plan, child, keeper)
    draft = start_draft(by=keeper, student=child, kind=PlanKind.AMENDMENT, today=TODAY)
    draft.student = child
    goal = draft.goals.order_by("order").first()
    step = Objective.objects.create(**about(child), plan=draft, goal=goal, words="Reads two pages", edited_by=keeper)
    measured = plan.goals.order_by("order").first()
    own = about(child)
    point = DataPoint.objects.create(
        **own, goal=measured, on=date(2026, 11, 16), value=Decimal(70), by=keeper, by_name=keeper.name, once=uuid4(),
        note="A quiet morning",
    )  # fmt: skip
    for on, because in ((date(2026, 11, 9), "fire drill"), (TODAY, "")):
        DataPoint.objects.create(
            **own, goal=measured, on=on, value=Decimal(66), by=keeper, by_name=keeper.name, once=uuid4(), made_at=NOW,
            invalid_because=because,
        )  # fmt: skip
    Delivery.objects.create(
        **own, goal=measured, first_day=date(2026, 9, 4), last_day=date(2026, 11, 13), planned_minutes=900,
        given_minutes=850,
    )  # fmt: skip
    CheckIn.objects.create(**own, goal=measured, face="great", words="It went well", on=TODAY, once=uuid4())
    WeaveAnswer.objects.create(
        **own, goal=measured, item=items["ear"], goal_words="I read alone.", strength_words="Listens", yes=False,
        by=child.account or keeper, at=NOW, once=uuid4(),
    )  # fmt: skip
    support, trial = _rated(child, plan, keeper)
    voiced = _said(child, keeper)
    sent, waiting = _reports(child, plan, measured, keeper)
    words = Words.objects.create(
        **own, prompt="What helps you?", words="A quiet table.", mode=Mode.SCRIBED, by=keeper, by_name=child.name,
        helped_by=keeper.name, on=date(2026, 10, 7), made_at=NOW, once=uuid4(),
    )  # fmt: skip
    hidden = Words.objects.create(
        **own, prompt="Only for me", words="I am a bit scared of tests.", mode=Mode.TYPED, by=child.account or keeper,
        by_name=child.name, on=date(2026, 10, 7), made_at=NOW, shared=False, once=uuid4(),
    )  # fmt: skip
    secret = Item.objects.create(
        **own, key="own:secret", kind=ItemKind.INTEREST, words="Writes songs at night", private=True
    )
    ready, failed = _copies(child, plan, keeper)
    hours = {"opens": time(7, 30), "closes": time(16)}
    group = make_class(by=keeper, school=child.school, name=f"Class of {child.given_name}", **hours)
    seat = ClassSeat.objects.create(**own, group=group, picture="cat", secret="not a hash")
    make_device(by=keeper, group=group, name="blue tablet")
    run = ImportRun.objects.create(
        district=child.district, source="sis", format="oneroster-1.1", file_name="roster.zip", size=10,
        sha256="0" * 64, state=ImportRun.State.REFUSED, started_by=keeper, started_at=NOW,
    )  # fmt: skip
    ImportProblem.objects.create(
        run=run, order=1, severity="error", file="users.csv", line=3, rule="oneroster.student.no_school"
    )
    year = SchoolYear.objects.filter(district=child.district).first()
    _begun_meeting(child, keeper)
    meeting = _meeting(cast, child, keeper)
    pages = _own_pages(child, items, child.account or keeper)
    pages |= _own_asks(child, measured, child.account or keeper, parent)
    pages |= _moments(child, plan, measured, keeper, parent)
    KeptText.objects.create(**own, plan=draft, place="effect", text="Words kept aside", by=keeper, at=NOW)
    return {
        "student": child, "adopted": plan, "draft": draft, "level": goal.need.level, "need": goal.need, "goal": goal,
        "weave": goal.weaves.first(), "step": step, "service": draft.services.first(),
        "accommodation": draft.accommodations.first(), "support": support, "trial": trial, "voiced": voiced,
        "measured": measured, "point": point, "sent": sent,
        "waiting": waiting, "words": words, "hidden": hidden,
        "paraphrase": Paraphrase.objects.create(**own, words=words, text="Quiet helps", by=keeper),
        "item": items["ear"], "secret": secret, "sitting": (sitting := sitting_of(child, parent)),
        "call": Call.objects.create(**own, sitting=sitting, card="RD2", at=NOW, once=uuid4()),
        "question": _question(child, plan, parent),
        "meeting": meeting, "attendee": meeting.attendees.order_by("id").first(),
        **_given(child, items, keeper, parent),
        "ready": ready, "failed": failed, "group": group, "seat": seat,
        "device": ClassDevice.objects.get(group=group), "run": run, "school": child.school, "person": keeper,
        "post": StaffPost.objects.get(account=keeper), "year": year, "closure": year.closures.first(),
        "member": TeamMember.objects.filter(student=child).order_by("starts_on", "relation").first(),
        "parent": Guardian.objects.filter(student=child).order_by("-may_decide").first(),
        "opened": _opened(cast, child),
        "invitation": Invitation.objects.create(account=parent, made_at=NOW), **pages,
    }  # fmt: skip


def _moments(child, plan, goal, by, parent):
    """A note that waits for the student, one that is at home with an answer, one that stays; and a support given."""
    told = about(child) | {"goal": goal, "moment": "first", "by": by, "by_name": by.name, "made_at": NOW}
    waiting, sent, _kept = (
        Milestone.objects.create(
            **told, state=state, what=f"{state}: read a page", strength_words="Listens", celebrate="Read it together",
            student_words="I did it" if state == "sent" else "", asked_how="We looked at it" if state == "sent" else "",
            sent_at=NOW if state == "sent" else None, once=uuid4(),
        )
        for state in ("asked", "sent", "kept")
    )  # fmt: skip
    MilestoneJoy.objects.create(**about(child), milestone=sent, joy="heart", by=parent, by_name=parent.name, at=NOW)
    support = plan.accommodations.first()
    SupportGiven.objects.create(**about(child), accommodation=support, on=YESTERDAY, given=True, by=by, by_name=by.name)
    return {"moment": waiting, "sent_moment": sent, "support": support}


def _own_asks(child, goal, by, parent):
    """What the student added to a goal, a way to ask with its practice, and a good day from both sides."""
    own = about(child)
    GoalCard.objects.create(**own, goal=goal, first_step="Read a page", people="Ms. Ruiz", stretch="Read to the class")
    script = AskScript.objects.create(
        **own, task="my report", condition="it is quiet", reason="I hear well", support="use headphones",
        person="Ms. Ruiz", made_at=NOW, once=uuid4(),
    )  # fmt: skip
    AskTurn.objects.create(**own, script=script, reply="later", words="When can I?", at=NOW, once=uuid4())
    told = {"now": "sometimes", "makes": "A calm start", "who": "Abuela", "at": NOW}
    mine, home, alone = (
        GoodDayLine.objects.create(
            **own, **told, words=words, seen_by=reader, group=group, by=who, by_name=who.name, once=uuid4()
        )
        for words, reader, group, who in (
            ("We draw", "team", Group.STUDENT, by),
            ("We bake", "family", Group.FAMILY, parent),
            ("I sing", "me", Group.STUDENT, by),
        )
    )
    return {"script": script, "own_day": mine, "family_day": home, "alone_day": alone}


def _own_pages(child, items, by):
    """The draft of a one-pager and what was shared of it, with a line for each reader."""
    own = about(child)
    OnePager.objects.create(**own, level="U", called="May", pronouns="she/her", identity_words="I am proud")
    lines = [
        OnePagerLine.objects.create(
            **own, part="strength", words=f"I draw for {reader}", item=items["draw"], seen_by=reader, order=place,
            once=uuid4(), picture="art",
        )
        for place, reader in enumerate(("team", "family", "me"), 1)
    ]  # fmt: skip
    share = PageShare.objects.create(
        **own, number=1, level="U", called="May", pronouns="she/her", identity_words="I am proud", sha256="0" * 64,
        by=by, at=NOW, once=uuid4(),
    )  # fmt: skip
    shared = [
        SharedLine.objects.create(
            **own, share=share, part="strength", words=line.words, seen_by=line.seen_by, picture="art", order=line.order
        )
        for line in lines[:2]
    ]
    short = LineInShort.objects.create(**own, line=shared[0], text="Draws", by=by, by_name=by.name)
    return {"own_line": lines[0], "page_share": share, "shared_line": shared[0], "in_short": short}


def _begun_meeting(child, keeper):
    """One that began an hour ago and waits for its record."""
    begun = Meeting.objects.create(
        **about(child), kind=Meeting.Kind.ANNUAL, starts_at=NOW - timedelta(hours=1), place="1"
    )
    Attendee.objects.create(**about(child), meeting=begun, account=keeper, name=keeper.name, part="case_manager")


def _opened(cast, child):
    """An access for a reason that ended long ago."""
    return ReasonedAccess.objects.create(
        **about(child), account=cast.ines, reason="An old question", opened_at=NOW - timedelta(days=40),
        until=NOW - timedelta(days=39),
    )  # fmt: skip


def _items(child, keeper):
    school = (Group.SCHOOL, keeper)
    told = [school] + ([(Group.STUDENT, child.account)] if child.account else [])
    items = {
        "ear": strength(child, "RD2", ItemKind.ABILITY, "Listens closely to a book", SkillSet.READING, *told),
        "draw": strength(child, "MK1", ItemKind.ABILITY, "Explains by drawing", SkillSet.TECHNOLOGY, *told),
        "voice": strength(child, "WR3", ItemKind.ABILITY, "Tells a story well", SkillSet.WRITING, *told),
        "sea": strength(child, "own:sea", ItemKind.INTEREST, "Loves trains", None, *told),
    }
    return items | {SkillSet.READING: items["ear"], SkillSet.WRITING: items["voice"]}


def in_effect(plan, child, by) -> None:
    """Put a plan into effect as adopting does, without asking its rules."""
    plan.student = child
    body, sha256 = sealed_plan(frozen_facts(plan, STARTED))
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.ADOPTED, adopted_on=STARTED)
    FrozenPlan(
        **about(child), plan=plan, number=plan.number, body=body, sha256=sha256,
        frozen_at=datetime(2025, 12, 1, 15, tzinfo=UTC), adopted_on=STARTED, by=by, by_name=by.name,
    ).save()  # fmt: skip
    plan.refresh_from_db()
    plan.student = child


def _said(child, keeper):
    """Something the student told the team, and something that is the student's alone."""
    own = {"by": child.account or keeper, "student": child, "source": Source.BUTTON}
    if child.account:
        hear(**own, words="Not yet for anybody", shared=False, once=uuid4())
    return hear(**own, words="I want to sit by the window", topic="wish", once=uuid4())


def _rated(child, plan, keeper):
    """What a support in effect means to the student, begun and told, and something that is tried."""
    support = plan.accommodations.order_by("order", "id").first()
    own = {"district": child.district, "student": child}
    of = own | {"accommodation": support, "words": support.words, "mark": mark_of(support.words)}
    Rating.objects.create(
        **of, know=3, get=2, help=0, ok=3, said="It is too loud", mode=Mode.CHOSEN, by=child.account or keeper,
        on=date(2026, 10, 7), made_at=NOW, once=uuid4(),
    )  # fmt: skip
    RatingBegun.objects.create(**of, know=3, passed=["know"], at=NOW)
    AdultView.objects.create(
        **of, help=3, given=2, seen="Uses it on Mondays", by=keeper, by_name=keeper.name, on=date(2026, 10, 7),
        made_at=NOW, once=uuid4(),
    )  # fmt: skip
    trial = Trial.objects.create(
        **own, words="A quiet corner", starts_on=date(2026, 11, 2), ends_on=date(2026, 11, 20),
        measure="minutes at work", before="4", by=keeper, by_name=keeper.name, made_at=NOW, once=uuid4(),
    )  # fmt: skip
    return support, trial


def _reports(child, plan, goal, by):
    own = about(child) | {"plan": plan}
    sent = Report.objects.create(**own, period="Quarter 1", due_on=date(2026, 11, 13))
    waiting = Report.objects.create(**own, period="Quarter 2", due_on=date(2027, 1, 29))
    for report in (sent, waiting):
        ReportNote.objects.create(**about(child), report=report, goal=goal, text="Reads more each week", edited_by=by)
        report.student, report.plan = child, plan
    body, sha256 = sealed(report_facts(sent, today=TODAY))
    Report.objects.filter(pk=sent.pk).update(state=Report.State.SENT, sent_at=NOW, sent_by=by, body=body, sha256=sha256)
    return sent, waiting


# A photo that the school gave, a recording of the family, and what only the student may see.
GIVEN = ("media", "recording", "drawing")


def _given(child, items, keeper, parent):
    """What shows a strength in more than words, with every consent there is."""
    found = {}
    for name, (kind, by, group, audience) in {
        "media": ("photo", keeper, Group.SCHOOL, Audience.BOTH),
        "recording": ("audio", parent, Group.FAMILY, Audience.TEAM),
        "drawing": ("photo", child.account or keeper, Group.STUDENT, Audience.MINE),
    }.items():
        found[name] = Media.objects.create(
            **about(child), kind=kind, file=f"media/x/{uuid4().hex}.bin", type="x", sha256="0" * 64, size=16,
            caption="At the fair", in_words="A tower of blocks", by=by, by_name=by.name, group=group,
            audience=audience, made_at=NOW, once=uuid4(),
        )  # fmt: skip
        shown = Evidence.objects.create(
            **about(child), item=items["ear"], kind=kind, words="See", setting="At home", on=TODAY, by=by,
            by_name=by.name, group=group, media=found[name], audience=audience,
            may_share=audience != Audience.MINE, once=uuid4(),
        )  # fmt: skip
        found |= {"shown": shown} if name == "media" else {"story": shown} if name == "recording" else {}
    ItemPicture.objects.create(**about(child), key="RD1", media=found["drawing"])
    return found


def _copies(child, plan, by):
    own = about(child) | {"plan": plan, "kind": Copy.Kind.PLAN, "asked_by": by, "asked_by_name": by.name}
    ready = Copy.objects.create(
        **own, state=Copy.State.READY, file=f"papers/{uuid4().hex}.pdf", size=16, asked_at=NOW, made_at=NOW,
        once=uuid4(),
    )  # fmt: skip
    failed = Copy.objects.create(**own, number=2, state=Copy.State.FAILED, asked_at=NOW, once=uuid4())
    return ready, failed


def _question(child, plan, parent):
    return Question.objects.create(
        **about(child), plan=plan, words="May we try audio books at home?", by=parent, by_name=parent.name, at=NOW,
        once=uuid4(),
    )  # fmt: skip


def _meeting(cast, child, keeper):
    meeting = plan_meeting(
        by=keeper, student=child, kind=Meeting.Kind.ANNUAL, starts_at=clock.now() + timedelta(days=10), minutes=60,
        place="Room 4", purpose="The year ahead",
    )  # fmt: skip
    # Asked while on the team, and gone since: the invitation alone opens nothing.
    if child.account_id:
        Preview.objects.create(
            **about(child), meeting=meeting, by=child.account, on=TODAY, at=NOW, once=uuid4(), seen=[], apart=[]
        )
    Attendee.objects.create(**about(child), meeting=meeting, account=cast.former, name="Fay Former", part="provider")
    return meeting
