"""The whole roster against the whole district, in the order in which the parts need each other."""

from datetime import date

from strongsuit.interop.oneroster.roster import Roster
from strongsuit.interop.roster.changes import Changes
from strongsuit.interop.roster.families import compare_families
from strongsuit.interop.roster.schools import compare_calendar, compare_schools, school_finder
from strongsuit.interop.roster.staff import compare_staff
from strongsuit.interop.roster.students import compare_students
from strongsuit.interop.roster.teams import compare_teams
from strongsuit.people.models import District


def compare(district: District, source: str, roster: Roster, *, today: date) -> Changes:
    """What applying ``roster`` would change; nothing is written."""
    changes = Changes(district, source, today, roster)
    compare_schools(changes)
    compare_calendar(changes)
    school_of = school_finder(changes)
    compare_students(changes, school_of)
    compare_staff(changes, school_of)
    compare_families(changes)
    compare_teams(changes)
    return changes
