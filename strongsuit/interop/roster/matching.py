"""Which student of the district an unknown id of a source means: by state id, then by exact local id."""

from datetime import date
from typing import Protocol

from strongsuit.interop.models import SourceKey
from strongsuit.interop.roster.changes import Changes
from strongsuit.students.models import Student


class _Person(Protocol):
    @property
    def given_name(self) -> str: ...
    @property
    def family_name(self) -> str: ...
    @property
    def birth_date(self) -> date | None: ...


class Directory:
    """The ids of every student of the district, asked for once and only when a student is not known by key."""

    def __init__(self, changes: Changes) -> None:
        self.changes = changes
        self._by_state: dict[str, int] | None = None
        self._by_local: dict[str, int] = {}
        self._taken: set[int] = set()

    def _fill(self) -> dict[str, int]:
        if self._by_state is None:
            self._by_state = {}
            rows = Student.objects.filter(district=self.changes.district)
            for pk, state_id, local_id in rows.values_list("pk", "state_id", "local_id"):
                self.add(pk, state_id, local_id)
            keys = self.changes.keys(SourceKey.Kind.STUDENT).values()
            self._taken = {key.row for key in keys if key.ended_on is None}
        return self._by_state

    def add(self, pk: int, state_id: str, local_id: str) -> None:
        by_state = self._fill()
        if state_id:
            by_state[state_id] = pk
        self._by_local[local_id] = pk

    def match(self, state_id: str, local_id: str) -> int | None:
        by_state = self._fill()
        return (by_state.get(state_id) if state_id else None) or (self._by_local.get(local_id) if local_id else None)

    def has(self, local_id: str) -> bool:
        self._fill()
        return local_id in self._by_local

    def is_taken(self, pk: int) -> bool:
        """Whether another id of this source already stands for the student."""
        self._fill()
        return pk in self._taken

    def take(self, pk: int) -> None:
        self._taken.add(pk)


def is_another_person(now: _Person, then: _Person) -> bool:
    """An id given anew to another child: neither the birth date nor any name is the same.

    Two unknown birth dates are not the same one.
    """
    same_birth = then.birth_date is not None and then.birth_date == now.birth_date
    if same_birth or not then.given_name:
        return False
    names = {now.given_name.casefold(), now.family_name.casefold()} - {""}
    return names.isdisjoint({then.given_name.casefold(), then.family_name.casefold()})
