"""What every change of a draft has in common: the right, the lock, the version, the trail."""

import hashlib
from typing import Any, TypeVar
from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _

from strongsuit.audit.changes import change
from strongsuit.audit.models import EditableRow
from strongsuit.audit.trail import record
from strongsuit.knowledge.terms import PlanState
from strongsuit.people.models import Account
from strongsuit.plans.models import Plan
from strongsuit.students.access import require
from strongsuit.web.ids import BITS
from strongsuit.web.refusals import Cannot, NotYours

RowType = TypeVar("RowType", bound=models.Model)
Editable = TypeVar("Editable", bound=EditableRow)


def locked(plan: Plan) -> Plan:
    """The plan as it is now, held until the end of the transaction, so that nobody adopts it meanwhile."""
    # PostgreSQL refuses to lock the far side of a nullable join, so only the plan's own row is asked for.
    row = Plan.objects.select_for_update(no_key=True).filter(pk=plan.pk).first()
    if row is None:
        raise NotYours
    row.student = plan.student
    return row


def for_writing(by: Account, plan: Plan) -> tuple[Plan, str]:
    """The draft, locked, with the reason why ``by`` may write in it."""
    reason = require(by, "plan.write", plan.student)
    row = locked(plan)
    if row.state == PlanState.PROPOSED:
        raise Cannot(_("The family is reading this draft. Take it back first, then change it."))
    if row.state != PlanState.DRAFT:
        raise Cannot(_("This plan is final. To change it, start an amendment."))
    return row, reason.relation


def about(plan: Plan) -> dict[str, Any]:
    return {"district_id": plan.district_id, "student_id": plan.student_id}


def part(plan: Plan, by: Account) -> dict[str, Any]:
    return about(plan) | {"plan": plan, "edited_by": by}


def made_once(plan: Plan, once: UUID, *about_what: int) -> int:
    """The identifier that this form makes in this plan: the form may arrive twice and still makes one row."""
    mark = hashlib.sha256(f"{plan.pk}|{once}|{about_what}".encode()).digest()
    return int.from_bytes(mark[:8], "big") >> (64 - BITS) or 1


def make(row: RowType, *, by: Account, deed: str, because: str) -> RowType:
    """Insert ``row`` and record it, unless the same form has made it already."""
    before = type(row)._default_manager.filter(pk=row.pk).first()
    if before is not None:
        return before
    row.save(force_insert=True)
    record(by, deed, row, because=because)
    return row


def save(row: Editable, *, by: Account, version: int, deed: str, because: str, **values: Any) -> Editable:
    """Save what changed; the same save arriving a second time finds its own words and changes nothing."""
    same = all(getattr(row, name) == value for name, value in values.items())
    if same and version <= row.version:
        return row
    return change(row, by=by, version=version, deed=deed, because=because, **values)


def fresh(model: type[RowType], pk: int, plan: Plan) -> RowType:
    """The row as it stands inside this transaction; 404 when it is gone or belongs to another plan."""
    row = model._default_manager.filter(pk=pk, plan=plan).first()
    if row is None:
        raise NotYours
    return row


def remove(row: models.Model, *, by: Account, deed: str, because: str) -> None:
    record(by, deed, row, because=because)
    row.delete()
