"""Schools of the roster beside the schools of the district, and the calendar where there is none yet."""

from collections.abc import Callable
from datetime import date, timedelta

from strongsuit.interop.models import SourceKey
from strongsuit.interop.oneroster.roster import Org
from strongsuit.interop.roster.changes import ONE_DAY, Changes, digest, last_day
from strongsuit.people.models import ReportDate, School, SchoolYear
from strongsuit.web.ids import random_id

SCHOOL, PLACE = SourceKey.Kind.SCHOOL, SourceKey.Kind.PLACE
SCHOOL_TYPES = frozenset({"school", "college", "university", "campus", "nursery", "preschool"})
COLUMNS = ("id", "district_id", "name", "code")
LONGEST_NAME, LONGEST_CODE = 200, 30
# A post in one of these is a post in the whole district; one in a department without a school is none.
WHOLE_TYPES = frozenset({"district", "local", "localEducationAgency"})
SHORTEST_YEAR = timedelta(days=120)


def compare_schools(changes: Changes) -> None:
    codes = dict(School.objects.filter(district=changes.district).values_list("code", "pk"))
    for org in changes.roster.orgs:
        if org.type in SCHOOL_TYPES and not org.ended:
            _compare(changes, org, codes)
        elif not org.ended and changes.row_of(PLACE, org.id) is None:
            changes.add_key(PLACE, org.id, changes.district.pk, org.type)
    gone = [org.id for org in changes.roster.orgs if org.ended]
    if changes.is_full("orgs"):
        gone += changes.absent(SCHOOL, {org.id for org in changes.roster.orgs})
    for id in gone:
        known = changes.keys(SCHOOL).get(id)
        if known and known.ended_on is None:
            changes.set_key(SCHOOL, id, known.digest, changes.today)
            changes.amend(School, ("closed_on",), (changes.today,), known.row)
            changes.tallies["schools"].ended += 1


def _compare(changes: Changes, org: Org, codes: dict[str, int]) -> None:
    tally = changes.tallies["schools"]
    name, code = org.name[:LONGEST_NAME], (org.identifier or org.id)[:LONGEST_CODE]
    said = digest(name, code)
    known = changes.keys(SCHOOL).get(org.id)
    if known and (known.digest, known.ended_on) == (said, None):
        tally.unchanged += 1
    elif known:
        changes.set_key(SCHOOL, org.id, said)
        changes.amend(School, ("name", "closed_on"), (name, None), known.row)
        tally.changed += 1
    elif code in codes and any(key.row == codes[code] for key in changes.keys(SCHOOL).values()):
        changes.refuse("schools", "oneroster.school.code", "orgs", org, code=code)
    elif code in codes:
        changes.add_key(SCHOOL, org.id, codes[code], said)
        changes.amend(School, ("name", "closed_on"), (name, None), codes[code])
        tally.changed += 1
    else:
        codes[code] = random_id()
        changes.add_key(SCHOOL, org.id, codes[code], said)
        changes.load(School, COLUMNS, (codes[code], changes.district.pk, name, code))
        tally.new += 1


def school_finder(changes: Changes) -> Callable[[str], int | None]:
    """Which of our schools an id of the roster leads to: itself, or the nearest above it."""
    parents = {org.id: org.parent for org in changes.roster.orgs}
    found: dict[str, int | None] = {}

    def school_of(id: str) -> int | None:
        if id not in found:
            at = id
            while at and changes.row_of(SCHOOL, at) is None:
                at = parents.get(at, "")
            found[id] = changes.row_of(SCHOOL, at) if at else None
        return found[id]

    return school_of


def is_whole_district(changes: Changes, id: str) -> bool:
    place = changes.keys(PLACE).get(id)
    return place is not None and place.digest in WHOLE_TYPES


def compare_calendar(changes: Changes) -> None:
    """A first calendar for years that have none; a calendar that people keep is never touched."""
    spans = list(SchoolYear.objects.filter(district=changes.district, school=None).values_list("first_day", "last_day"))
    for year in changes.roster.sessions:
        if year.type != "schoolYear" or year.ended or not year.begin or not year.end:
            continue
        first, last = year.begin, year.end - ONE_DAY
        if last - first < SHORTEST_YEAR or any(begin <= last and first <= end for begin, end in spans):
            continue
        spans.append((first, last))
        _add_year(changes, first, last)


def _add_year(changes: Changes, first: date, last: date) -> None:
    pk = random_id()
    changes.load(
        SchoolYear,
        ("id", "district_id", "name", "first_day", "last_day"),
        (pk, changes.district.pk, f"{first.year}-{last.year}", first, last),
    )
    changes.tallies["years"].new += 1
    for period in changes.roster.sessions:
        on = last_day(period.end)
        if period.type == "gradingPeriod" and not period.ended and on and first <= on <= last:
            changes.load(ReportDate, ("id", "year_id", "name", "on"), (random_id(), pk, period.title[:40], on))
