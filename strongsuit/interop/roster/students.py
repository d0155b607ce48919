"""Students of the roster beside the students of the district: matched by ids only, never by name."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from strongsuit.interop.models import SourceKey
from strongsuit.interop.oneroster import roster as said
from strongsuit.interop.roster.bulk import pieces
from strongsuit.interop.roster.changes import Changes, digest, last_day
from strongsuit.interop.roster.matching import Directory, is_another_person
from strongsuit.interop.roster.schooling import Schooling
from strongsuit.knowledge.terms import Grade
from strongsuit.students.models import Sex, Student
from strongsuit.web.ids import random_id

STUDENT = SourceKey.Kind.STUDENT
FIELDS = (
    "school_id",
    "given_name",
    "family_name",
    "preferred_name",
    "pronouns",
    "birth_date",
    "grade",
    "local_id",
    "state_id",
    "sex",
    "race",
)
COLUMNS = ("id", "district_id", "left_on", *FIELDS)
LONGEST_ID = 40
_SEX = {"female": Sex.FEMALE.value, "male": Sex.MALE.value, "other": Sex.OTHER.value, "unspecified": Sex.OTHER.value}


class Values(NamedTuple):
    """A student's columns as the source gives them; what it does not give is empty."""

    school_id: int | None
    given_name: str
    family_name: str
    preferred_name: str
    pronouns: str
    birth_date: date | None
    grade: str
    local_id: str
    state_id: str
    sex: str
    race: str


class Wanted(NamedTuple):
    """One student of the roster: the values, and when the school ended for them."""

    student: said.Student
    values: Values
    left_on: date | None
    begin: date | None
    digest: str


def compare_students(changes: Changes, school_of: Callable[[str], int | None]) -> None:
    posts: dict[str, list[said.Post]] = {}
    for post in changes.roster.posts:
        if post.role == "student":
            posts.setdefault(post.user, []).append(post)
    directory = Directory(changes)
    known: dict[int, Wanted] = {}
    undated = _undated(changes)
    for student in (*changes.roster.students, *_partly(changes, posts)):
        wanted = _wanted(changes, student, posts.get(student.id, []), school_of)
        key = changes.keys(STUDENT).get(student.id)
        if key and key.row in undated and student.line:
            _tell_undated(changes, wanted)
        if key and key.digest == wanted.digest and (key.ended_on is None) == (wanted.left_on is None):
            changes.tallies["students"].unchanged += 1
        elif len(wanted.values.local_id) > LONGEST_ID:
            changes.refuse("students", "oneroster.student.long_id", "users", student, limit=LONGEST_ID)
        elif key:
            known[key.row] = wanted
        elif not student.ended:
            _place_new(changes, wanted, directory, known)
    _change_known(changes, known, directory)
    _end_absent(changes)


def _undated(changes: Changes) -> set[int]:
    """Who is here without a birth date: told again with every list until the date comes."""
    return set(Student.objects.filter(district=changes.district, birth_date=None).values_list("pk", flat=True))


def _tell_undated(changes: Changes, wanted: Wanted) -> None:
    if wanted.values.birth_date is None and wanted.left_on is None:
        changes.tell("oneroster.student.birth_date", "users", wanted.student)


def _partly(changes: Changes, posts: dict[str, list[said.Post]]) -> Iterator[said.Student]:
    """Students of whom a delta says only a new place, or only demographics; the rest stays as it is."""
    named = {student.id for student in changes.roster.students}
    for id in {**posts, **changes.roster.details}:
        if id in named or id not in changes.keys(STUDENT):
            continue
        mine = posts.get(id, [])
        details = changes.roster.details.get(id, said.Details())
        schools = tuple(post.org for post in mine if not post.ended)
        line = mine[0].line if mine else 0
        nothing = ("",) * 9
        yield said.Student(id, *nothing, None, schools, details, (), bool(mine) and not schools, line)


def _wanted(
    changes: Changes, student: said.Student, posts: list[said.Post], school_of: Callable[[str], int | None]
) -> Wanted:
    held = [post for post in posts if not post.ended]
    current = [post for post in held if not post.end or post.end > changes.today]
    ends = [post.end for post in held if post.end]
    left_on = None
    if student.ended:
        left_on = changes.today
    elif ends and not current:
        left_on = last_day(max(ends))
        changes.tell("oneroster.student.past", "users", student)
    there = {post.org for post in current or held}
    schools = [school for id in student.schools if id in there and (school := school_of(id))]
    values = Values(
        school_id=schools[0] if schools else None,
        given_name=student.given,
        family_name=student.family,
        preferred_name=student.preferred_given,
        pronouns=student.pronouns[:LONGEST_ID],
        birth_date=student.details.birth_date,
        grade=str(student.grade or ""),
        local_id=student.local_id,
        state_id=student.state_id[:LONGEST_ID],
        sex=_SEX.get(student.details.sex, ""),
        race=student.details.race,
    )
    begin = min((post.begin for post in held if post.begin), default=None)
    return Wanted(student, values, left_on, begin, digest(*values, student.ended or left_on))


def _place_new(changes: Changes, wanted: Wanted, directory: Directory, known: dict[int, Wanted]) -> None:
    """An id of the source that is not known yet: a student the district has already, or a new one."""
    student, values = wanted.student, wanted.values
    if match := directory.match(values.state_id, values.local_id):
        if directory.is_taken(match):
            changes.refuse("students", "oneroster.student.taken", "users", student)
            return
        directory.take(match)
        changes.add_key(STUDENT, student.id, match, "")
        known[match] = wanted
        return
    local_id = values.local_id or student.id
    if rule := _lacking(values, local_id, directory):
        changes.refuse("students", rule, "users", student, **_words(rule))
        return
    if not values.grade:
        changes.tell("oneroster.student.grade", "users", student)
    _tell_undated(changes, wanted)
    values = values._replace(local_id=local_id, grade=values.grade or str(Grade.UG))
    pk = random_id()
    directory.add(pk, values.state_id, local_id)
    directory.take(pk)
    changes.add_key(STUDENT, student.id, pk, wanted.digest)
    changes.load(Student, COLUMNS, (pk, changes.district.pk, wanted.left_on, *values))
    Schooling.begin(changes, pk, values.school_id, values.grade, wanted.begin or changes.today, wanted.left_on)
    changes.tallies["students"].new += 1


def _lacking(values: Values, local_id: str, directory: Directory) -> str:
    """The rule by which a new student cannot be taken yet."""
    if values.school_id is None:
        return "oneroster.student.no_school"
    if len(local_id) > LONGEST_ID:
        return "oneroster.student.long_id"
    return "oneroster.student.same_id" if directory.has(local_id) else ""


def _words(rule: str) -> dict[str, str | int]:
    return {"limit": LONGEST_ID} if rule == "oneroster.student.long_id" else {}


def _change_known(changes: Changes, known: dict[int, Wanted], directory: Directory) -> None:
    for some in pieces(known):
        schooling = Schooling(some)
        rows = Student.objects.filter(pk__in=some, district=changes.district)
        for pk, left_on, *values in rows.values_list("pk", "left_on", *FIELDS):
            _change(changes, pk, left_on, Values._make(values), known[pk], directory, schooling)


def _change(
    changes: Changes,
    pk: int,
    left_on: date | None,
    now: Values,
    wanted: Wanted,
    directory: Directory,
    schooling: Schooling,
) -> None:
    student, tally = wanted.student, changes.tallies["students"]
    if is_another_person(now, wanted.values):
        changes.refuse("students", "oneroster.student.other_person", "users", student)
        return
    # What the source leaves empty stays as it is here.
    then = Values._make(new or old for new, old in zip(wanted.values, now, strict=True))
    if then.local_id != now.local_id and directory.has(then.local_id):
        changes.refuse("students", "oneroster.student.same_id", "users", student)
        return
    gone = left_on or wanted.left_on if wanted.left_on else None
    changes.set_key(STUDENT, student.id, wanted.digest, wanted.left_on and changes.today)
    if then == now and gone == left_on:
        tally.unchanged += 1
        return
    changes.amend(Student, ("left_on", *FIELDS), (gone, *then), pk)
    schooling.change(changes, pk, then.school_id, then.grade, wanted.begin, gone)
    if gone and not left_on:
        tally.ended += 1
        changes.deeds.append((pk, "left by roster"))
    else:
        tally.changed += 1
        changes.deeds.append((pk, "changed by roster"))


def _end_absent(changes: Changes) -> None:
    """A student a full list names no more has left; the record stays."""
    if not changes.is_full("users"):
        return
    named = {student.id for student in changes.roster.students} | changes.unread("users")
    rows = {changes.keys(STUDENT)[id].row: id for id in changes.absent(STUDENT, named)}
    for some in pieces(rows):
        schooling = Schooling(some)
        for pk, left_on in Student.objects.filter(pk__in=some).values_list("pk", "left_on"):
            changes.set_key(STUDENT, rows[pk], "", changes.today)
            if left_on is None:
                changes.amend(Student, ("left_on",), (changes.today,), pk)
                schooling.end(changes, pk, changes.today)
                changes.tallies["students"].ended += 1
                changes.deeds.append((pk, "left by roster"))
