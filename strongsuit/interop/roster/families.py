"""Contacts from the roster. It never says who may decide or see a record, so neither is ever given here."""

from collections.abc import Iterable

from strongsuit.interop.models import SourceKey
from strongsuit.interop.oneroster.roster import Adult, Relation
from strongsuit.interop.roster.bulk import pieces
from strongsuit.interop.roster.changes import Changes, digest, joined
from strongsuit.students.models import Guardian
from strongsuit.web.ids import random_id

GUARDIAN, STUDENT = SourceKey.Kind.GUARDIAN, SourceKey.Kind.STUDENT
COLUMNS = (
    *("id", "district_id", "student_id", "name", "relationship", "email", "phone"),
    *("may_see_record", "may_decide", "lives_with"),
)
_RELATIONSHIPS = {
    "parent": Guardian.Relationship.PARENT.value,
    "guardian": Guardian.Relationship.GUARDIAN.value,
    "relative": Guardian.Relationship.OTHER.value,
}


def compare_families(changes: Changes) -> None:
    adults = {adult.id: adult for adult in changes.roster.guardians if not adult.ended}
    by_address = _by_address(changes)
    seen: set[str] = set()
    altered: dict[int, tuple[str, Relation]] = {}
    for relation in changes.roster.relations:
        student, adult = changes.row_of(STUDENT, relation.student), adults.get(relation.relative)
        if student is None or adult is None:
            continue
        key = joined(relation.relative, relation.student)
        seen.add(key)
        known = changes.keys(GUARDIAN).get(key)
        if known and (known.digest, known.ended_on) == (_digest(adult, relation), None):
            changes.tallies["families"].unchanged += 1
        elif known:
            altered[known.row] = (key, relation)
        else:
            _add(changes, key, student, adult, relation, by_address)
    _alter(changes, altered, adults)
    if changes.is_full("users"):
        for key in changes.absent(GUARDIAN, seen):
            changes.set_key(GUARDIAN, key, changes.keys(GUARDIAN)[key].digest, changes.today)
            changes.tallies["families"].ended += 1


def _by_address(changes: Changes) -> dict[tuple[int, str], int]:
    """Contacts of this source's students who are there already, by student and e-mail address."""
    rows = _rows_without_key(changes)
    found: dict[tuple[int, str], int] = {}
    for some in pieces(rows):
        contacts = Guardian.objects.filter(student__in=some).exclude(email="")
        for student, email, pk in contacts.values_list("student", "email", "pk"):
            found[student, email.casefold()] = pk
    return found


def _rows_without_key(changes: Changes) -> set[int]:
    """Students with a relation that is not known yet."""
    keys = changes.keys(GUARDIAN)
    found = (
        changes.row_of(STUDENT, relation.student)
        for relation in changes.roster.relations
        if joined(relation.relative, relation.student) not in keys
    )
    return {row for row in found if row is not None}


def _digest(adult: Adult, relation: Relation) -> str:
    return digest(_name(adult), adult.email, adult.phone, relation.role)


def _name(adult: Adult) -> str:
    given, family = adult.preferred_given or adult.given, adult.preferred_family or adult.family
    return f"{given} {family}".strip()[:300]


def _add(
    changes: Changes,
    key: str,
    student: int,
    adult: Adult,
    relation: Relation,
    by_address: dict[tuple[int, str], int],
) -> None:
    there = by_address.get((student, adult.email.casefold())) if adult.email else None
    if there:
        changes.add_key(GUARDIAN, key, there, _digest(adult, relation))
        changes.tallies["families"].unchanged += 1
        return
    pk = random_id()
    changes.add_key(GUARDIAN, key, pk, _digest(adult, relation))
    contact = (_name(adult), _RELATIONSHIPS.get(relation.role, "other"), adult.email, adult.phone)
    changes.load(Guardian, COLUMNS, (pk, changes.district.pk, student, *contact, False, False, False))
    changes.tallies["families"].new += 1


def _alter(changes: Changes, altered: dict[int, tuple[str, Relation]], adults: dict[str, Adult]) -> None:
    for some in pieces(altered):
        for pk, is_bound in _bound(some):
            key, relation = altered[pk]
            adult = adults[relation.relative]
            changes.set_key(GUARDIAN, key, _digest(adult, relation))
            if is_bound:
                # Whoever gets notices or signs in must not be moved to another address by a file.
                changes.tell("oneroster.family.kept", "users", adult)
                changes.tallies["families"].unchanged += 1
                continue
            changes.amend(Guardian, ("name", "email", "phone"), (_name(adult), adult.email, adult.phone), pk)
            changes.tallies["families"].changed += 1


def _bound(rows: Iterable[int]) -> list[tuple[int, bool]]:
    found = Guardian.objects.filter(pk__in=list(rows)).values_list("pk", "account", "may_see_record")
    return [(pk, account is not None or may_see) for pk, account, may_see in found]
