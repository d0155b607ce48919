"""Who teaches a student with a plan, from the classes both are in; that is who must see the accommodations."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from strongsuit.interop.models import SourceKey
from strongsuit.interop.oneroster.report import Place
from strongsuit.interop.oneroster.roster import Enrollment
from strongsuit.interop.roster.bulk import pieces
from strongsuit.interop.roster.changes import Changes, digest, joined, last_day
from strongsuit.people.roles import Relation
from strongsuit.students.models import Eligibility, TeamMember
from strongsuit.web.ids import random_id

TEAM, STUDENT, ACCOUNT = SourceKey.Kind.TEAM, SourceKey.Kind.STUDENT, SourceKey.Kind.ACCOUNT
COLUMNS = ("id", "district_id", "student_id", "account_id", "relation", "starts_on", "ends_on")
_RELATIONS = {
    **dict.fromkeys(("teacher", "professor", "faculty", "instructor", "lecturer"), Relation.GENERAL_TEACHER),
    **dict.fromkeys(("aide", "assistant", "paraprofessional", "teacherAssistant", "teachingAssistant"), Relation.AIDE),
}
# (student's id, colleague's id, relation)
Pair = tuple[str, str, str]
# The first and the last day; a missing last day is open.
Span = tuple[date, date | None]


def compare_teams(changes: Changes) -> None:
    files = {file.name for file in changes.roster.files}
    if "enrollments" not in files:
        return
    if not {"enrollments", "classes", "users"} <= changes.roster.bulk:
        changes.report.add("oneroster.teams.delta", Place("enrollments.csv"))
        return
    there = _members(changes)
    seen: set[str] = set()
    for pair, span in _pairs(changes).items():
        seen.add(_compare(changes, pair, span, there))
    _end(changes, changes.absent(TEAM, seen))


def _pairs(changes: Changes) -> dict[Pair, Span]:
    """Every pair that shares a class today or later, for students who are eligible."""
    eligible = set(
        Eligibility.objects.filter(district=changes.district, ended_on=None).values_list("student", flat=True)
    )
    teachers: dict[str, list[Enrollment]] = defaultdict(list)
    for one in _current(changes):
        if one.role in _RELATIONS and changes.row_of(ACCOUNT, one.user):
            teachers[one.school_class].append(one)
    pairs: dict[Pair, Span] = {}
    for one in _current(changes):
        if one.role != "student" or changes.row_of(STUDENT, one.user) not in eligible:
            continue
        for teacher in teachers[one.school_class]:
            pair = (one.user, teacher.user, str(_RELATIONS[teacher.role]))
            span = _span(changes, one, teacher)
            pairs[pair] = _joined(pairs[pair], span) if pair in pairs else span
    return pairs


def _current(changes: Changes) -> Iterator[Enrollment]:
    return (one for one in changes.roster.enrollments if not one.ended and (not one.end or one.end > changes.today))


def _span(changes: Changes, one: Enrollment, other: Enrollment) -> Span:
    begins = [each.begin for each in (one, other) if each.begin]
    ends = [day for each in (one, other) if (day := last_day(each.end))]
    begin = max(begins, default=changes.today)
    end = min(ends, default=None)
    return begin, max(begin, end) if end else None


def _joined(one: Span, other: Span) -> Span:
    return min(one[0], other[0]), max(one[1], other[1]) if one[1] and other[1] else None


def _members(changes: Changes) -> set[tuple[int, int]]:
    """Pairs of student and colleague who are on a team already, in whatever part."""
    found = TeamMember.objects.filter(Q(ends_on=None) | Q(ends_on__gte=changes.today), district=changes.district)
    return set(found.values_list("student", "account"))


def _compare(changes: Changes, pair: Pair, span: Span, there: set[tuple[int, int]]) -> str:
    tally, key = changes.tallies["teams"], joined(*pair)
    known, said = changes.keys(TEAM).get(key), digest(*span)
    student, account = changes.keys(STUDENT)[pair[0]].row, changes.keys(ACCOUNT)[pair[1]].row
    if known and (known.digest, known.ended_on) == (said, None):
        tally.unchanged += 1
    elif known:
        changes.set_key(TEAM, key, said)
        changes.amend(TeamMember, ("starts_on", "ends_on"), span, known.row)
        tally.changed += 1
    elif (student, account) in there:
        tally.unchanged += 1
    else:
        pk = random_id()
        there.add((student, account))
        changes.add_key(TEAM, key, pk, said)
        changes.load(TeamMember, COLUMNS, (pk, changes.district.pk, student, account, pair[2], *span))
        tally.new += 1
    return key


def _end(changes: Changes, gone: list[str]) -> None:
    keys = changes.keys(TEAM)
    rows = {keys[key].row: key for key in gone}
    for some in pieces(rows):
        for pk, starts_on in TeamMember.objects.filter(pk__in=some).values_list("pk", "starts_on"):
            changes.set_key(TEAM, rows[pk], keys[rows[pk]].digest, changes.today)
            changes.amend(TeamMember, ("ends_on",), (max(starts_on, changes.today),), pk)
            changes.tallies["teams"].ended += 1
