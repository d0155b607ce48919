"""What earlier runs of a source brought, so that a delta may refer to it."""

from collections import defaultdict

from strongsuit.interop.models import SourceKey
from strongsuit.interop.oneroster.roster import Known
from strongsuit.people.models import District

_KINDS = {
    SourceKey.Kind.STUDENT.value: "student",
    SourceKey.Kind.ACCOUNT.value: "staff",
    SourceKey.Kind.GUARDIAN.value: "family",
}
_PLACES = {SourceKey.Kind.SCHOOL.value, SourceKey.Kind.PLACE.value}


class Everything(frozenset[str]):
    """Classes, courses and terms are not kept here, so a delta may name any."""

    def __contains__(self, id: object) -> bool:
        return True


def known_ids(district: District, source: str) -> Known:
    orgs: set[str] = set()
    people: dict[str, set[str]] = defaultdict(set)
    found = SourceKey.objects.filter(district=district, source=source)
    for kind, key in found.values_list("kind", "key"):
        if kind in _PLACES:
            orgs.add(key)
        elif kind in _KINDS:
            people[key.split("\x1f")[0]].add(_KINDS[kind])
    anything = Everything()
    kinds = {id: frozenset(kind) for id, kind in people.items()}
    return Known(frozenset(orgs), anything, anything, anything, kinds)
