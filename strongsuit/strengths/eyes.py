"""Whose eyes something is for: what somebody gave, with the consent of whoever gave it and the word of the student."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from strongsuit.knowledge.terms import Group
from strongsuit.strengths.models import Audience, Evidence, Media

# Whom each choice lets in besides whoever gave it and, but for the last, the student.
LETS_IN: dict[str, frozenset[Group]] = {
    Audience.TEAM: frozenset({Group.SCHOOL}),
    Audience.BOTH: frozenset({Group.SCHOOL, Group.FAMILY}),
    Audience.MINE: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Eyes:
    """Those of one viewer, or of everybody who reads a paper: then each of the groups has to be let in."""

    groups: frozenset[Group]
    viewer: int | None = None

    @classmethod
    def of(cls, group: Group, viewer: int) -> "Eyes":
        return cls(frozenset({group}), viewer)

    def see(self, row: Media | Evidence) -> bool:
        """Whether this is for these eyes. The door to the student was passed before."""
        if self.viewer is not None and row.by_id == self.viewer:
            return True
        if row.consent == Audience.MINE:
            return False
        if self.groups == {Group.STUDENT}:
            return True
        return row.vetoed_at is None and self.groups <= LETS_IN[row.consent]

    def see_item_of(self, told_by: Collection[str]) -> bool:
        """Whether a private item is theirs: of the student, or of the family where the family told it."""
        return self.groups <= (set(told_by) or {Group.STUDENT})

    def asked(self) -> Q:
        """``see`` as a question to the database about media that stand."""
        others = ~Q(audience=Audience.MINE)
        if self.groups != {Group.STUDENT}:
            wide = [name for name, groups in LETS_IN.items() if self.groups <= groups]
            others &= Q(vetoed_at=None, audience__in=wide)
        return Q(withdrawn_at=None) & ~Q(file="") & (others if self.viewer is None else others | Q(by=self.viewer))


# The student's own pages.
OWN = Eyes(frozenset({Group.STUDENT}))
# A plan is read at school and at home.
PAPER = Eyes(frozenset({Group.SCHOOL, Group.FAMILY}))
