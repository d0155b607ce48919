"""Whose view somebody gives: the student's, the family's or the school's."""

from strongsuit.knowledge.terms import Group
from strongsuit.people.roles import Relation

GROUP_OF: dict[Relation, Group] = {
    Relation.SELF: Group.STUDENT,
    Relation.ADULT_SELF: Group.STUDENT,
    Relation.GUARDIAN: Group.FAMILY,
    Relation.INFORMED: Group.FAMILY,
}


def group_of(relation: Relation) -> Group:
    """Whose view this person gives."""
    return GROUP_OF.get(relation, Group.SCHOOL)
