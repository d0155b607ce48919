"""A canary in every text of every row about a child, each with something hostile behind it (AZ-05, AZ-10, WEB-05)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from django.apps import apps
from django.db import connection, models

from strongsuit.knowledge.terms import PlanState
from strongsuit.people.roles import STUDENT_ABILITIES
from strongsuit.plans.facts import frozen_facts
from strongsuit.plans.frozen import sealed as sealed_plan
from strongsuit.plans.models import FrozenPlan, Plan
from strongsuit.progress.models import Report
from strongsuit.progress.reporting import report_facts, sealed
from strongsuit.strengths.models import Evidence, Item
from strongsuit.students.models import AboutStudent, Student
from tests.cast import TODAY
from tests.house.doors import FAMILY, OWN, SCHOOL
from tests.house.world import STARTED, World

CANARY = re.compile("qz[0-9a-f]{8}")
# Columns that hold codes of the product, not words of people.
CODES = {
    "key", "sha256", "secret", "body", "picture", "code", "language", "race", "choice", "place", "part", "token",
    "unit", "local_id", "type", "deck", "card", "seed",
}  # fmt: skip
HOSTILE = [
    "<zqx>", "</textarea><zqx>", "</title><zqx>", "</script><zqx>", "</style><zqx>", "--><zqx>", "]]><zqx>",
    "<img src=x zqy=1>", "<svg zqy=1>", "<zqx/onload=1>", "<ZQX>", "<zqx\t>", "<zqx\n>", "<!--<zqx>-->", "<zqx",
    '" zqy="1', "' zqy='1", '"><zqx>', "'><zqx>", "` zqy=`1", "\\\" zqy=1 \\\"", "&quot; zqy=&quot;1", "&#34; zqy=1",
    "&lt;zqx&gt;", "&#60;zqx&#62;", "javascript:zqx", "data:text/html,<zqx>", "<a href=javascript:zqy>", "<zqx//",
    "{{ 12345|add:64200000 }}", "{% now 'Y' %}", "{{request}}", "{% load zqx %}", "{# zqx #}", "${7*7}", "#{7*7}",
    "<%= 7*7 %>", "%(zqx)s", "%s %d {0} {zqx}", "\\u003czqx\\u003e", "\\x3czqx\\x3e", "=1+1", "+1+1", "-1+1", "@SUM(1)",
    "=HYPERLINK(\"http://x\")", "<zqx>\u202a", "\ufeff<zqx>", "𝒵<zqx>", "<style>*{zqy:1}</style>",
    "zqx\r\nSet-Cookie: zqy=1",
]  # fmt: skip


@dataclass(frozen=True)
class Mark:
    child: str
    row: models.Model
    field: str

    def __str__(self):
        return f"{self.child}: {self.row._meta.label}.{self.field}"


def texts(model) -> list[models.Field]:
    """The columns of a table that hold words."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, (models.CharField, models.TextField)) and not field.choices and field.name not in CODES
    ]


def rows_about(student) -> Iterator[models.Model]:
    yield student
    for model in apps.get_models():
        if issubclass(model, AboutStudent):
            yield from model._default_manager.filter(student=student)


def without_guards() -> None:
    """For this transaction the tables take what they would refuse; it is undone with everything else."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
            return
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')


def mark_all(world: World) -> dict[str, Mark]:
    """Overwrite every text; the answer says what stands behind each canary."""
    without_guards()
    found: dict[str, Mark] = {}
    for child, things in world.things.items():
        for row in rows_about(things["student"]):
            for field in texts(type(row)):
                canary = "qz" + sha256(f"{child}|{row._meta.label}|{row.pk}|{field.name}".encode()).hexdigest()[:8]
                setattr(row, field.name, worded(field, canary, len(found)))
                found[canary] = Mark(child, row, field.name)
            row.save(update_fields=[field.name for field in texts(type(row))] or None)
        freeze_again(things["student"])
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = origin")
    return found


def worded(field, canary, number):
    if isinstance(field, models.EmailField):
        return f"{canary}@words.example"
    behind = HOSTILE[number % len(HOSTILE)]
    first = behind[:1] in "=+-@"
    return (f"{behind} {canary}" if first else f"{canary} {behind}")[: field.max_length]


def freeze_again(student) -> None:
    """What was frozen holds the marked words as well."""
    student = Student.objects.select_related("school", "district").get(pk=student.pk)
    for plan in Plan.objects.filter(student=student, state=PlanState.ADOPTED):
        plan.student = student
        body, digest = sealed_plan(frozen_facts(plan, STARTED))
        FrozenPlan.objects.filter(plan=plan).update(body=body, sha256=digest)
        for report in Report.objects.filter(plan=plan, state=Report.State.SENT):
            report.student, report.plan = student, plan
            body, digest = sealed(report_facts(report, today=TODAY))
            Report.objects.filter(pk=report.pk).update(body=body, sha256=digest)


# Who may read what, said by the row and not by the page.

STATES = {
    PlanState.DRAFT: "plan.draft",
    PlanState.PROPOSED: "plan.proposed",
    PlanState.ADOPTED: "plan.read",
    PlanState.SUPERSEDED: "plan.read",
    PlanState.WITHDRAWN: "plan.draft",
}
CONTACTS = {"email", "phone", "address", "order"}


def may_read(world: World, person: str, mark: Mark) -> bool:
    held = set(world.held[person].get("own" if mark.child == "grown" and person == "grown student" else mark.child, ()))
    if mark.child == "grown" and person != "grown student":
        held = set(world.held[person].get("school", ()))
    account, row, field = world.people[person], mark.row, mark.field
    can = {ability for ability, allowed in STUDENT_ABILITIES.items() if held & allowed}
    rule = READS.get(row._meta.object_name)
    if row._meta.object_name == "Goal" and field == "student_words" and held & OWN:
        return True
    if rule is None:
        plan = row if isinstance(row, Plan) else getattr(row, "plan", None) or row.goal.plan
        return reads_plan(plan, held, can)
    return rule(row=row, field=field, held=held, can=can, account=account)


def reads_plan(plan, held, can):
    return STATES[plan.state] in can


def needs(ability, *, row, field, held, can, account):
    return ability in can


def reads_item(*, row, can, held, account, **_):
    item = row if isinstance(row, Item) else row.item
    if item.private:
        return bool(held & OWN)
    if isinstance(row, Evidence):
        return reads_given(row=row, can=can, held=held, account=account)
    return "strengths.read" in can


def reads_given(*, row, can, held, account, **_):
    """A photo, a recording or a story: by the consent of whoever gave it, and by the word of the student."""
    if "strengths.read" not in can:
        return False
    if account is not None and row.by_id == account.pk:
        return True
    if held & OWN:
        return row.consent != "mine"
    return row.vetoed_at is None and row.consent in ({"both"} if held & FAMILY else {"both", "team"})


def reads_words(*, row, can, held, **_):
    words = getattr(row, "words", row) if row._meta.object_name == "Paraphrase" else row
    return "words.read" in can if words.shared else bool(held & OWN)


def reads_guardian(*, row, field, can, account, held, **_):
    if account is not None and row.account_id == account.pk:
        return True
    return "contacts.read" in can if field in CONTACTS else "team.read" in can and bool(held & SCHOOL)


def reads_page(*, row, can, held, **_):
    """Of what was shared each line says for whom it is; the draft is the student's."""
    if held & OWN:
        return True
    line = getattr(row, "line", row)
    family = getattr(line, "seen_by", "team") == "family"
    return "page.read" in can and (not family or bool(held & FAMILY))


def reads_day(*, row, can, held, **_):
    """Whoever told it said who reads it."""
    readers = {"team": OWN | FAMILY | SCHOOL, "family": OWN | FAMILY, "me": OWN}[row.seen_by]
    return "page.read" in can and bool(held & readers)


def reads_moment(*, row, can, held, **_):
    """The student sees it first; at home it is read once it was sent."""
    note = getattr(row, "milestone", row)
    return "milestone.read" in can and (note.state == "sent" or not held & (FAMILY - OWN))


def reads_own(*, held, **_):
    return bool(held & OWN)


def reads_meeting(*, row, field, can, held, account, **_):
    """Of an invitation the family reads its own: not who else of the family comes, or wishes what (AZ-10)."""
    if row._meta.object_name == "Meeting" or held & SCHOOL:
        meeting = row if row._meta.object_name == "Meeting" else row.meeting
        asked = account is not None and meeting.attendees.filter(account=account).exists()
        return ("meeting.invited" if asked else "meeting.read") in can
    return account is not None and row.account_id == account.pk


def reads_question(*, row, can, account, **_):
    """Between the one who asks and those who answer; the other parent asks on their own."""
    return "plan.share" in can or (account is not None and row.by_id == account.pk and "plan.ask" in can)


def reads_report(*, row, can, held, **_):
    report = row if isinstance(row, Report) else row.report
    return "report.read" in can and (report.state == Report.State.SENT or bool(held & SCHOOL))


def reads_reason(*, row, can, account, **_):
    return "trail.read" in can or (account is not None and row.account_id == account.pk)


READS = {
    "Student": partial(needs, "student.read"),
    "Guardian": reads_guardian,
    "ReasonedAccess": reads_reason,
    "Item": reads_item,
    "Answer": reads_item,
    "Evidence": reads_item,
    "Media": reads_given,
    "ItemPicture": lambda *, held, **_: bool(held & OWN),
    "Words": reads_words,
    "Paraphrase": reads_words,
    "OnePager": reads_own,
    "OnePagerLine": reads_own,
    "PageShare": reads_page,
    "SharedLine": reads_page,
    "LineInShort": reads_page,
    "GoalCard": reads_page,
    "AskScript": reads_own,
    "AskTurn": reads_own,
    "GoodDayLine": reads_day,
    "Milestone": reads_moment,
    "MilestoneJoy": reads_moment,
    "SupportGiven": partial(needs, "support.given"),
    "FrozenPlan": partial(needs, "plan.read"),
    "KeptText": lambda *, row, account, **_: account is not None and row.by_id == account.pk,
    "Question": reads_question,
    "Meeting": reads_meeting,
    "Preview": reads_meeting,
    "Attendee": reads_meeting,
    "DataPoint": partial(needs, "progress.read"),
    "VoiceItem": lambda *, row, can, held, **_: (
        bool(held & OWN) or ("voice.read" in can and row.standing.state != "private")
    ),
    "VoiceStep": lambda *, row, can, held, **_: (
        bool(held & OWN) or ("voice.read" in can and row.item.standing.state != "private")
    ),
    "VoiceStanding": lambda *, can, held, **_: bool(held & OWN) or "voice.read" in can,
    "Accommodation": lambda *, row, can, held, **_: reads_plan(row.plan, held, can) or bool(held & OWN),
    "Rating": lambda *, can, **_: "rating.read" in can,
    "RatingBegun": lambda *, held, **_: bool(held & OWN),
    "AdultView": lambda *, can, **_: "rating.read" in can,
    "Trial": lambda *, can, **_: "rating.read" in can,
    "CheckIn": lambda *, can, held, **_: "words.read" in can or bool(held & OWN),
    "WeaveAnswer": lambda *, can, **_: "strengths.read" in can,
    "Report": reads_report,
    "ReportNote": reads_report,
    "Copy": partial(needs, "paper.print"),
}
