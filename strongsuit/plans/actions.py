"""A plan's life: begun, dated, shared, taken back, adopted, withdrawn. Only here does ``state`` change."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from strongsuit.audit.changes import change
from strongsuit.audit.trail import record
from strongsuit.knowledge.calendar import anniversary_due
from strongsuit.knowledge.compliance.check import BLOCK, refusal
from strongsuit.knowledge.sentences import real_sentence
from strongsuit.knowledge.shapes import Finding
from strongsuit.knowledge.terms import PlanKind, PlanState
from strongsuit.people.models import Account
from strongsuit.plans.changing import about, for_writing, locked, save
from strongsuit.plans.copying import carry_forward
from strongsuit.plans.facts import frozen_facts
from strongsuit.plans.findings import findings_of, key_of
from strongsuit.plans.frozen import sealed
from strongsuit.plans.models import FrozenPlan, Plan, Service
from strongsuit.plans.queries import OPEN, current_plan
from strongsuit.students.access import require
from strongsuit.students.models import Student
from strongsuit.web import clock
from strongsuit.web.inputs import MERE_WORD
from strongsuit.web.refusals import Cannot

# Two people's reasons for one point still fit.
REASON = 2100


class CannotAdopt(Cannot):
    """The plan is not ready; ``findings`` says what is open."""

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


@transaction.atomic
def start_draft(*, by: Account, student: Student, kind: PlanKind, today: date) -> Plan:
    """Begin a version of the plan: the last adopted plan carried forward, or an empty first one."""
    reason = require(by, "plan.write", student, today=today)
    waiting = Plan.objects.filter(student=student, state__in=OPEN).first()
    if waiting is not None:
        return _same_kind(waiting, kind)
    former = current_plan(student, today) or _adopted(student)
    if kind == PlanKind.AMENDMENT and former is None:
        raise Cannot(_("There is no plan in effect to amend. Start a first plan."))
    if kind == PlanKind.INITIAL and former is not None:
        raise Cannot(_("This student has a plan already. Start an annual review or an amendment."))
    if kind == PlanKind.ANNUAL and former is None:
        raise Cannot(_("There is no plan to review yet. Start a first plan."))
    try:
        with transaction.atomic():
            plan = _begin(by, student, kind, former)
    except IntegrityError:
        # Somebody else began one in the same moment; theirs is the draft.
        return _same_kind(Plan.objects.get(student=student, state__in=OPEN), kind)
    if former is not None:
        carry_forward(former, plan, by=by)
    record(by, "started a draft", plan, because=reason.relation, detail={"kind": str(kind)})
    return plan


def _adopted(student: Student) -> Plan | None:
    return Plan.objects.filter(student=student, state=PlanState.ADOPTED).first()


def _same_kind(waiting: Plan, kind: PlanKind) -> Plan:
    if waiting.kind != kind:
        raise Cannot(_("There is already a draft for this student. Finish it or withdraw it first."))
    return waiting


def _begin(by: Account, student: Student, kind: PlanKind, former: Plan | None) -> Plan:
    last = Plan.objects.filter(student=student).aggregate(last=Max("number"))["last"] or 0
    dates = {}
    if kind == PlanKind.AMENDMENT and former is not None:
        # An amendment changes the plan, not its year (8 NYCRR 200.4(g)).
        dates = {"starts_on": former.starts_on, "ends_on": former.ends_on, "review_on": former.review_on}
    return Plan.objects.create(
        district_id=student.district_id,
        student=student,
        number=last + 1,
        kind=kind,
        amends=former if kind == PlanKind.AMENDMENT else None,
        made_by=by,
        **dates,
    )


@dataclass(frozen=True)
class Dates:
    amendment_agreed_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    review_on: date | None = None


@transaction.atomic
def save_dates(*, by: Account, plan: Plan, version: int, dates: Dates) -> Plan:
    """Set the plan's dates; services that had none, or had the plan's, follow."""
    row, because = for_writing(by, plan)
    values = dict(vars(dates))
    if row.kind == PlanKind.AMENDMENT:
        values |= {name: getattr(row, name) for name in ("starts_on", "ends_on", "review_on")}
    else:
        values["amendment_agreed_on"] = None
    was = (row.starts_on, row.ends_on)
    row = save(row, by=by, version=version, deed="changed the dates", because=because, **values)
    for name, before in zip(("starts_on", "ends_on"), was, strict=True):
        if getattr(row, name) != before:
            following = Service.objects.filter(plan=row, **{name: before})
            following.update(**{name: getattr(row, name)})
    return row


@transaction.atomic
def meeting_was_held(*, by: Account, plan: Plan, on: date) -> Plan:
    """The meeting that decides this plan was recorded; a draft the family is reading learns it too.

    No version is asked for: nobody types this, so a colleague's open page never stands against it.
    """
    reason = require(by, "meeting.write", plan.student)
    row = locked(plan)
    if row.state not in OPEN:
        raise Cannot(_("This plan is final. To change it, start an amendment."))
    values: dict[str, Any] = {"meeting_on": on, "meeting_held": True}
    if row.review_on is None and row.kind != PlanKind.AMENDMENT:
        values["review_on"] = anniversary_due(on)
    return save(row, by=by, version=row.version, deed="noted the meeting", because=reason.relation, **values)


@transaction.atomic
def explain_missing_voice(*, by: Account, plan: Plan, version: int, because: str) -> Plan:
    """Why no words of the student are in the plan, and what was tried (34 CFR 300.321(b)(2))."""
    row, relation = for_writing(by, plan)
    return save(
        row, by=by, version=version, deed="explained a missing voice", because=relation, voice_missing_because=because
    )


@dataclass(frozen=True)
class Reason:
    """Why the team goes on although a rule warns; ``was`` is what stood there when it was written."""

    finding: Finding
    words: str
    was: str = ""


@transaction.atomic
def pass_warnings(*, by: Account, plan: Plan, reasons: Iterable[Reason]) -> Plan:
    """Keep the team's reasons. An empty one takes its point back; a colleague's newer words stay above ours."""
    grant = require(by, "plan.write", plan.student)
    row = locked(plan)
    if row.state not in OPEN:
        raise Cannot(_("This plan is final. To change it, start an amendment."))
    kept = {**row.reasons}
    for reason in reasons:
        if reason.finding.severity == BLOCK:
            raise Cannot(_("The law asks for this. It cannot be passed with a reason."))
        if reason.words and reason.words != reason.was and not real_sentence(reason.words):
            raise Cannot(str(MERE_WORD))
        if reason.words and (lacking := refusal(reason.finding, reason.words)):
            raise Cannot(_(lacking))
        words = _together(kept.pop(key_of(reason.finding), ""), reason)
        if words:
            kept[key_of(reason.finding)] = words
    changed = sorted(key for key in kept.keys() | row.reasons.keys() if kept.get(key) != row.reasons.get(key))
    detail = {"findings": changed}
    return change(
        row, by=by, version=row.version, deed="gave reasons", because=grant.relation, detail=detail, reasons=kept
    )


def _together(now: str, reason: Reason) -> str:
    if reason.words == reason.was:
        return now
    if now in (reason.was, reason.words):
        return reason.words
    return f"{now}\n{reason.words}"[:REASON] if reason.words else now


@transaction.atomic
def share_with_family(*, by: Account, plan: Plan) -> Plan:
    """Show the family this draft as it stands; it holds still until it is taken back or adopted."""
    return _move(by, plan, "plan.share", PlanState.DRAFT, PlanState.PROPOSED, "shared the draft")


@transaction.atomic
def take_back(*, by: Account, plan: Plan) -> Plan:
    """Open a shared draft for writing again."""
    return _move(by, plan, "plan.share", PlanState.PROPOSED, PlanState.DRAFT, "took the draft back")


@transaction.atomic
def withdraw(*, by: Account, plan: Plan) -> Plan:
    """End a draft that will not become a plan; its words stay readable for the team."""
    before = PlanState.PROPOSED if locked(plan).state == PlanState.PROPOSED else PlanState.DRAFT
    return _move(by, plan, "plan.share", before, PlanState.WITHDRAWN, "withdrew the draft")


def _move(by: Account, plan: Plan, ability: str, before: PlanState, after: PlanState, deed: str) -> Plan:
    reason = require(by, ability, plan.student)
    row = locked(plan)
    if row.state == after:
        return row
    if row.state != before:
        raise Cannot(_("The plan has moved on since you opened this page. Look again."))
    values: dict[str, Any] = {"proposed_at": clock.now()} if after == PlanState.PROPOSED else {}
    return change(row, by=by, version=row.version, deed=deed, because=reason.relation, state=after, **values)


@transaction.atomic
def adopt_plan(*, by: Account, plan: Plan, on: date, expected: str) -> FrozenPlan:
    """Put the plan into effect exactly as it was read; ``expected`` is the SHA-256 of the text ``by`` has read."""
    reason = require(by, "plan.adopt", plan.student, today=on)
    row = locked(plan)
    if row.state == PlanState.ADOPTED:
        return _adopted_already(row, expected)
    if row.state not in OPEN:
        raise CannotAdopt(_("Only a draft can be adopted."))
    facts = frozen_facts(row, on)
    body, sha256 = sealed(facts)
    _ready(row, findings_of(facts, today=on), on)
    if sha256 != expected:
        raise CannotAdopt(_("The plan has changed since you read it. Read what changed, then adopt it."))
    _replace_former(row, by=by, on=on, because=reason.relation)
    change(
        row,
        by=by,
        version=row.version,
        deed="put the plan into effect",
        because=reason.relation,
        state=PlanState.ADOPTED,
        adopted_on=on,
    )
    frozen = FrozenPlan(
        **about(row),
        plan=row,
        number=row.number,
        body=body,
        sha256=sha256,
        frozen_at=clock.now(),
        adopted_on=on,
        by=by,
        by_name=by.name,
    )
    frozen.save(force_insert=True)
    record(by, "adopted the plan", frozen, because=reason.relation, detail={"sha256": sha256})
    return frozen


def _adopted_already(plan: Plan, expected: str) -> FrozenPlan:
    """The same signature arriving twice is one signature; another text is another deed."""
    if plan.frozen.sha256 == expected:
        return plan.frozen
    raise CannotAdopt(_("This plan is in effect already."))


def _ready(plan: Plan, findings: tuple[Finding, ...], on: date) -> None:
    blocks = tuple(found for found in findings if found.severity == BLOCK)
    open_warnings = tuple(found for found in findings if found.severity != BLOCK and key_of(found) not in plan.reasons)
    if blocks:
        raise CannotAdopt(_("Something the law asks for is still open. It is listed below."), blocks)
    if open_warnings:
        raise CannotAdopt(_("Some points need a change or a reason first. They are listed below."), open_warnings)
    # Never left to a rule file: a plan made before its meeting is no plan (34 CFR 300.501).
    met = plan.meeting_held and plan.meeting_on is not None and plan.meeting_on <= on
    agreed = plan.kind == PlanKind.AMENDMENT and plan.amendment_agreed_on is not None
    if not (met or agreed):
        raise CannotAdopt(_("The meeting is not recorded as held yet. Record it under Meetings, then adopt the plan."))


def _replace_former(plan: Plan, *, by: Account, on: date, because: str) -> None:
    former = (
        Plan.objects.select_for_update(no_key=True).filter(student_id=plan.student_id, state=PlanState.ADOPTED).first()
    )
    if plan.kind == PlanKind.AMENDMENT and (former is None or former.pk != plan.amends_id):
        raise CannotAdopt(_("The plan this amendment changes is no longer the one in effect. Start a new amendment."))
    if former is None:
        return
    last_day = plan.starts_on - timedelta(days=1) if plan.starts_on and plan.starts_on > on else on
    change(
        former,
        by=by,
        version=former.version,
        deed="replaced the plan",
        because=because,
        state=PlanState.SUPERSEDED,
        ended_on=last_day,
    )
