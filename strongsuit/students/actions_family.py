"""The family on record: contact facts, rights with the paper behind them, and the way to sign in."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from strongsuit.audit.changes import change
from strongsuit.audit.trail import record
from strongsuit.people.actions import account_for, send_link
from strongsuit.people.models import Account, Invitation
from strongsuit.students.access import require
from strongsuit.students.actions import hold_still, take_away, today_of
from strongsuit.students.models import Guardian, Student
from strongsuit.web.refusals import Cannot

# Both hold every right until a court or an agreement says otherwise (34 CFR 99.4, 300.30).
PARENTS = {Guardian.Relationship.PARENT, Guardian.Relationship.MOTHER, Guardian.Relationship.FATHER}
FIELDS = (
    *("name", "relationship", "language", "interpreter", "email", "phone", "address", "lives_with"),
    *("may_see_record", "may_decide", "order", "rights_from", "rights_until"),
)


@transaction.atomic
def add_guardian(*, by: Account, student: Student, **values: Any) -> Guardian:
    """Write down a parent, guardian or other contact. The same facts twice are one person."""
    reason = require(by, "contacts.write", student)
    _check(values)
    hold_still(student)
    wanted = {name: values[name] for name in FIELDS}
    known = Guardian.objects.filter(student=student, **wanted).first()
    if known is not None:
        return known
    made = Guardian.objects.create(district_id=student.district_id, student=student, **wanted)
    record(by, "added a person of the family", made, because=reason.relation, detail=_rights(made))
    return made


@transaction.atomic
def change_guardian(*, by: Account, guardian: Guardian, version: int, **values: Any) -> Guardian:
    """Contact facts or rights. New rights hold from the next request on."""
    reason = require(by, "contacts.write", guardian.student)
    _check(values)
    detail = {"before": _rights(guardian)}
    return change(
        guardian, by=by, version=version, deed="changed a person of the family", because=reason.relation,
        detail=detail, **{name: values[name] for name in FIELDS},
    )  # fmt: skip


@transaction.atomic
def remove_guardian(*, by: Account, guardian: Guardian, version: int) -> None:
    """For an entry made by mistake. Whoever can sign in stays on record: their rights end with a last day."""
    reason = require(by, "contacts.write", guardian.student)
    if guardian.account_id:
        raise Cannot(_("This person can sign in. Close the sign-in first, or give the rights a last day."))
    take_away(guardian, by=by, version=version, deed="removed a person of the family", because=reason.relation)


@transaction.atomic
def invite_guardian(*, by: Account, guardian: Guardian) -> Invitation:
    """A one-time link to the address on record; the account opens what the rights on record open, and no more."""
    reason = require(by, "contacts.write", guardian.student)
    hold_still(guardian.student)
    today = today_of(guardian.student)
    guardian = Guardian.objects.select_related("account").get(pk=guardian.pk)
    if not guardian.may_see_record or (guardian.rights_until and guardian.rights_until < today):
        raise Cannot(_("This person has no right to see the record. Write the right down first, then invite."))
    account = guardian.account or _bind(by, guardian, because=reason.relation)
    return send_link(by=by, account=account)


def _bind(by: Account, guardian: Guardian, *, because: str) -> Account:
    if not guardian.email:
        raise Cannot(_("There is no e-mail address yet. Write it down first, then invite."))
    language = guardian.language if guardian.language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE[:2]
    account = account_for(by=by, email=guardian.email, name=guardian.name, language=language)
    if account.kind != Account.Kind.ADULT:
        raise Cannot(_("This address belongs to a student. Ask the parent for an address of their own."))
    if Guardian.objects.filter(student=guardian.student_id, account=account).exists():
        raise Cannot(_("Somebody else of this family signs in with this address. Each person needs their own."))
    change(
        guardian, by=by, version=guardian.version, deed="invited a person of the family", because=because,
        account=account,
    )  # fmt: skip
    return account


@transaction.atomic
def close_sign_in(*, by: Account, guardian: Guardian, version: int) -> Guardian:
    """The account no longer opens this student's record; what is written about the person stays."""
    reason = require(by, "contacts.write", guardian.student)
    if guardian.account_id is None:
        return guardian
    return change(
        guardian, by=by, version=version, deed="closed the sign-in of a person of the family",
        because=reason.relation, account=None,
    )  # fmt: skip


def _check(values: dict[str, Any]) -> None:
    limited = not (values["may_see_record"] and values["may_decide"])
    if limited and values["relationship"] in PARENTS and not values["order"]:
        raise Cannot(
            _("A parent has both rights unless a court order or an agreement says otherwise. Name that paper.")
        )


def _rights(guardian: Guardian) -> dict[str, Any]:
    return {
        "may_see_record": guardian.may_see_record,
        "may_decide": guardian.may_decide,
        "from": guardian.rights_from.isoformat() if guardian.rights_from else None,
        "until": guardian.rights_until.isoformat() if guardian.rights_until else None,
    }
