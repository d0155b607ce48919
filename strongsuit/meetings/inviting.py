"""Who belongs on the list of a meeting, and which seats of the law nobody on it fills (34 CFR 300.321)."""

from collections.abc import Iterable, Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from strongsuit.knowledge.committee import Seat, open_seats, transition_planned
from strongsuit.knowledge.compliance.profile import load_profile
from strongsuit.knowledge.sentences import DENSE, letters_of
from strongsuit.meetings.models import BY_HAND, Attendee, Meeting
from strongsuit.people.models import Account, StaffPost
from strongsuit.people.roles import Relation, Role
from strongsuit.students.access import deciding, holding
from strongsuit.students.models import Guardian, TeamMember
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot

SEATS: dict[str, frozenset[Seat]] = {
    Relation.GUARDIAN: frozenset({Seat.PARENT}),
    Relation.ADULT_SELF: frozenset({Seat.PARENT, Seat.STUDENT}),
    Relation.SELF: frozenset({Seat.STUDENT}),
    Relation.GENERAL_TEACHER: frozenset({Seat.CLASS_TEACHER}),
    Relation.CASE_MANAGER: frozenset({Seat.SPECIALIST}),
    Relation.SPECIAL_TEACHER: frozenset({Seat.SPECIALIST}),
    Relation.PROVIDER: frozenset({Seat.SPECIALIST}),
    Relation.CHAIR: frozenset({Seat.DISTRICT}),
    Relation.DISTRICT: frozenset({Seat.DISTRICT}),
    "evaluator": frozenset({Seat.RESULTS}),
}

STUDENT = {Relation.SELF, Relation.ADULT_SELF}
# Whatever a list said before: the law invites them.
ALWAYS = STUDENT | {Relation.GUARDIAN}
GUARDIANS = {Relation.GUARDIAN, Relation.INFORMED}


class NoName(Cannot):
    """A seat of the law for somebody whose name says nothing."""


def missing_seats(meeting: Meeting, people: Iterable[Attendee]) -> tuple[Seat, ...]:
    """What the law asks for and nobody on the list fills."""
    filled = _seats(people)
    student = meeting.student
    profile = load_profile(student.district.jurisdiction)
    day = clock.day(meeting.starts_at)
    return open_seats(filled, transition=transition_planned(student.birth_date, meeting_on=day, profile=profile))


def stood_in_for(people: Iterable[Attendee]) -> list[Attendee]:
    """Who was asked with an account and stayed away, while only somebody written in by hand had their seat."""
    people = list(people)
    by_hand = _seats(person for person in people if person.came and _written_in(person))
    alone = by_hand - _seats(person for person in people if person.came and not _written_in(person))
    return [one for one in people if one.account_id and not one.came and _seats([one]) & alone]


def _seats(people: Iterable[Attendee]) -> set[Seat]:
    return {seat for person in people for seat in SEATS.get(person.part, ())}


def _written_in(person: Attendee) -> bool:
    return person.account_id is None and person.part in BY_HAND


def refuse_no_name(meeting: Meeting, name: str, part: str) -> None:
    """Whoever takes a seat of the law has a first and a last name, or the one name of somebody at work here."""
    if part not in SEATS:
        return
    words = [letters_of(word) for word in name.split()]
    if len([word for word in words if word]) >= 2 and any(len(word) >= 2 for word in words):
        return
    # Some scripts write first and last name without a space between them.
    if len(DENSE.findall(name)) >= 2:
        return
    staff = StaffPost.objects.filter(holding(clock.day(meeting.starts_at)), district=meeting.district_id)
    if not staff.filter(account__name__iexact=name.strip(), account__is_active=True).exists():
        raise NoName(_("Write the first and the last name of this person."))


def staying(meeting: Meeting, people: Iterable[Attendee]) -> set[int]:
    """Who is never taken off the list: the student, and each guardian who decides on that day."""
    day = clock.day(meeting.starts_at)
    rights = holding(day, "rights_from", "rights_until")
    held = Guardian.objects.filter(rights, deciding(day), student=meeting.student_id).values_list("account", "name")
    accounts = {account for account, _name in held if account} | {meeting.student.account_id} - {None}
    # A guardian without an account is known by the name; so is one who has an account only since.
    names = {name for _account, name in held}
    return {
        person.pk
        for person in people
        if person.part in STUDENT
        or person.account_id in accounts
        or (person.part in GUARDIANS and person.account_id is None and person.name in names)
    }


def invite(meeting: Meeting) -> list[Attendee]:
    """Put on the list whoever belongs there and is neither on it yet nor was taken off on purpose."""
    away = set(meeting.left_out)
    return Attendee.objects.bulk_create(
        [person for person in _unlisted(meeting) if person.part in ALWAYS or key_of(person) not in away]
    )


def left_out(meeting: Meeting) -> list[str]:
    """The names of those who belong to the meeting and were taken off its list."""
    if not meeting.left_out:
        return []
    away = set(meeting.left_out)
    return sorted(person.name for person in _unlisted(meeting) if key_of(person) in away)


def key_of(person: Attendee) -> str:
    """How a list knows somebody again; names alone only for those without an account."""
    return str(person.account_id or person.name)


def _unlisted(meeting: Meeting) -> list[Attendee]:
    listed = {key_of(person) for person in Attendee.objects.filter(meeting=meeting)}
    return [person for person in _belonging(meeting) if key_of(person) not in listed]


def _belonging(meeting: Meeting) -> list[Attendee]:
    """The team, the chair, each guardian whose rights hold, and the student; the family's part goes first."""
    own = {"district_id": meeting.district_id, "student_id": meeting.student_id, "meeting": meeting}
    people: dict[int | str, Attendee] = {}
    for account, part in _staff(meeting):
        people.setdefault(account.pk, Attendee(**own, account=account, name=account.name, part=part))
    day = clock.day(meeting.starts_at)
    rights = holding(day, "rights_from", "rights_until")
    guardians = Guardian.objects.filter(rights, student=meeting.student_id, may_see_record=True)
    decide = set(guardians.filter(deciding(day)).values_list("pk", flat=True))
    for guardian in guardians.select_related("account").order_by("id"):
        part = Relation.GUARDIAN if guardian.pk in decide else Relation.INFORMED
        key = guardian.account_id or f"guardian {guardian.pk}"
        people[key] = Attendee(**own, account=guardian.account, name=guardian.name, part=part)
    student = meeting.student
    grown = student.rights_transferred_on is not None and student.rights_transferred_on <= day
    part = Relation.ADULT_SELF if grown else Relation.SELF
    people["student"] = Attendee(**own, account=student.account, name=student.name, part=part)
    return list(people.values())


def _staff(meeting: Meeting) -> Iterator[tuple[Account, str]]:
    """Accounts with their part: the team in effect, then the chair; nobody at work who is family of this student."""
    day = clock.day(meeting.starts_at)
    family = Guardian.objects.filter(student=meeting.student_id, account__isnull=False).values("account")
    employed = StaffPost.objects.filter(holding(day), district=meeting.district_id)
    team = TeamMember.objects.filter(
        holding(day), student=meeting.student_id, account__is_active=True, account__in=employed.values("account")
    )
    for member in team.exclude(account__in=family).select_related("account").order_by("starts_on", "id"):
        yield member.account, member.relation
    for post in _chairs(meeting, employed).exclude(account__in=family).select_related("account").order_by("id"):
        yield post.account, Relation.CHAIR


def _chairs(meeting: Meeting, employed: QuerySet[StaffPost]) -> QuerySet[StaffPost]:
    """The chair of the student's own school; where it has none, those of the district."""
    chairs = employed.filter(role=Role.CHAIR, account__is_active=True)
    own = chairs.filter(school=meeting.student.school_id)
    return own if own.exists() else chairs.filter(school=None)
