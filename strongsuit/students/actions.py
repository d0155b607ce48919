"""Who works with a student: joining, changing and ending a part, and one case manager at a time."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from strongsuit.audit.changes import change
from strongsuit.audit.trail import record
from strongsuit.people.models import Account, StaffPost
from strongsuit.people.queries import unfinished
from strongsuit.people.roles import TEAM_RELATIONS, Relation
from strongsuit.students.access import require
from strongsuit.students.models import Guardian, Student, TeamMember
from strongsuit.students.queries import posts_for
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours, Stale

ONE_DAY = timedelta(days=1)


def today_of(student: Student) -> date:
    """The date where the student's school is; parts and rights end at its midnight."""
    return clock.today(student.district.time_zone)


def hold_still(student: Student) -> None:
    """Changes of one student's team and family happen one after the other."""
    Student.objects.select_for_update(no_key=True).get(pk=student.pk)


def take_in(student: Student) -> None:
    """Held still, and still here: the record of a student who has left takes nothing new."""
    hold_still(student)
    if student.left_on is not None and student.left_on <= today_of(student):
        raise Cannot(_("This record is closed: the student has left. Ask the school if that is wrong."))


@transaction.atomic
def add_member(
    *,
    by: Account,
    student: Student,
    account: Account,
    relation: Relation,
    starts_on: date,
    service: str = "",
    ends_on: date | None = None,
) -> TeamMember:
    """Let a colleague work with the student. The same part twice is one part."""
    reason = require(by, "team.write", student)
    if relation == Relation.CHAIR:
        # Nobody hands on more than they hold: a chair's part adopts plans.
        require(by, "plan.adopt", student)
    if relation not in TEAM_RELATIONS or relation == Relation.CASE_MANAGER:
        raise Cannot(_("Choose a part. The case manager is changed in a step of its own."))
    hold_still(student)
    _require_colleague(account, student, relation)
    service = service if relation == Relation.PROVIDER else ""
    today = today_of(student)
    known = TeamMember.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=max(today, starts_on)), student=student, account=account, relation=relation,
        service=service, starts_on__lte=starts_on,
    ).first()  # fmt: skip
    if known is not None:
        return known
    made = TeamMember.objects.create(
        district_id=student.district_id, student=student, account=account, relation=relation, service=service,
        starts_on=starts_on, ends_on=ends_on,
    )  # fmt: skip
    record(by, "added a person to the team", made, because=reason.relation, detail=_days(made))
    return made


@transaction.atomic
def change_case_manager(*, by: Account, student: Student, account: Account, on: date) -> TeamMember:
    """From ``on`` this person is the case manager; the one before works until the day before."""
    reason = require(by, "team.write", student)
    hold_still(student)
    _require_colleague(account, student, Relation.CASE_MANAGER)
    managing = TeamMember.objects.filter(student=student, relation=Relation.CASE_MANAGER)
    held = list(managing.filter(Q(ends_on=None) | Q(ends_on__gte=on)))
    for old in held:
        if old.account_id == account.pk and old.ends_on is None and old.starts_on <= on:
            return old
    if held and on < today_of(student):
        raise Cannot(_("Somebody else was case manager then. Choose today or a later day."))
    for old in held:
        _end(by, old, last_day=on - ONE_DAY, because=reason.relation)
    made = TeamMember.objects.create(
        district_id=student.district_id, student=student, account=account, relation=Relation.CASE_MANAGER, starts_on=on
    )
    record(by, "changed the case manager", made, because=reason.relation, detail=_days(made))
    return made


@transaction.atomic
def change_member(
    *, by: Account, member: TeamMember, version: int, starts_on: date, ends_on: date | None, service: str = ""
) -> TeamMember:
    """Other days or another service; the part and the person stay."""
    reason = require(by, "team.write", member.student)
    hold_still(member.student)
    stored = TeamMember.objects.get(pk=member.pk)
    if stored.ends_on and stored.ends_on < today_of(member.student):
        raise Cannot(_("This part has ended. Add the person again."))
    if stored.relation == Relation.CASE_MANAGER:
        _require_alone(stored, starts_on, ends_on)
    values: dict[str, date | str | None] = {"starts_on": starts_on, "ends_on": ends_on}
    if stored.relation == Relation.PROVIDER:
        values["service"] = service
    detail = {"before": _days(stored)}
    return change(
        member, by=by, version=version, deed="changed a part on the team", because=reason.relation, detail=detail,
        **values,
    )  # fmt: skip


@transaction.atomic
def end_member(*, by: Account, member: TeamMember, version: int) -> None:
    """The part, and what it opened, is closed with the next request."""
    reason = require(by, "team.write", member.student)
    today = today_of(member.student)
    if member.ends_on and member.ends_on < today:
        return
    _end(by, member, last_day=today - ONE_DAY, because=reason.relation, version=version)


def _end(by: Account, member: TeamMember, *, last_day: date, because: str, version: int | None = None) -> None:
    version = member.version if version is None else version
    if member.starts_on > last_day:
        # It has opened nothing on any day before, and the table keeps no part that ends before it begins.
        take_away(member, by=by, version=version, deed="took back a part on the team", because=because)
        return
    change(
        member, by=by, version=version, deed="ended a part on the team", because=because,
        detail={"before": _days(member)}, ends_on=last_day,
    )  # fmt: skip


def take_away(row: TeamMember | Guardian, *, by: Account, version: int, deed: str, because: str) -> None:
    """Delete a row that nobody has changed since it was shown."""
    rows = type(row)._default_manager.filter(pk=row.pk)
    if not rows.filter(version=version).delete()[0]:
        raise Stale(_("Somebody changed this a moment ago. Look again, then repeat it."), rows.first())
    record(by, deed, row, because=because)


def _require_colleague(account: Account, student: Student, part: Relation) -> None:
    if not StaffPost.objects.filter(
        unfinished(today_of(student)), account=account, district=student.district_id
    ).exists():
        raise NotYours
    if not account.is_active:
        raise Cannot(_("The account of this person is closed. Choose somebody else."))
    if Guardian.objects.filter(student=student, account=account).exists():
        raise Cannot(_("This person is family of the student and cannot work on the team as well."))
    if not posts_for(student, [part], today=today_of(student)).filter(account=account).exists():
        words = _("%(name)s has no post in this student's school that fits this part. Choose somebody else.")
        raise Cannot(words % {"name": account.name})


def _require_alone(member: TeamMember, starts_on: date, ends_on: date | None) -> None:
    others = TeamMember.objects.filter(student=member.student_id, relation=Relation.CASE_MANAGER).exclude(pk=member.pk)
    others = others.filter(Q(ends_on=None) | Q(ends_on__gte=starts_on))
    if (others.filter(starts_on__lte=ends_on) if ends_on else others).exists():
        raise Cannot(_("Somebody else is case manager in these days. There is one at a time."))


def _days(member: TeamMember) -> dict[str, str | None]:
    return {
        "part": str(member.relation),
        "from": member.starts_on.isoformat(),
        "until": member.ends_on.isoformat() if member.ends_on else None,
    }
