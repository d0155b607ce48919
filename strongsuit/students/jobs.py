"""What time alone changes about a student: the rights of adulthood."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F

from strongsuit.audit.trail import record
from strongsuit.knowledge.compliance.ages import years_after
from strongsuit.knowledge.compliance.profile import Profile, load_profile
from strongsuit.people.models import District
from strongsuit.students.models import Student

BATCH = 200


def pass_rights(*, now: datetime, profile_of: Callable[[str], Profile] = load_profile) -> int:
    """Let the rights pass on the birthday, where the state says that they do (34 CFR 300.520)."""
    done = 0
    for district in District.objects.all():
        profile = profile_of(district.jurisdiction)
        if profile.rights_transfer:
            today = now.astimezone(ZoneInfo(district.time_zone)).date()
            done += _pass_in(district, profile.majority_age, today)
    return done


def _pass_in(district: District, age: int, today: date) -> int:
    # A day more than needed, for those born on 29 February; each birthday is then counted exactly.
    born = years_after(today, -age) + timedelta(days=1)
    waiting = Student.objects.filter(
        district=district, rights_transferred_on=None, left_on=None, birth_date__lte=born
    ).order_by("birth_date")
    # No birth date is before any day, so a student without one never comes of age by this work.
    found = [(each, years_after(each.birth_date, age)) for each in waiting[:BATCH] if each.birth_date]
    return sum(_pass_to(student, on) for student, on in found if on <= today)


@transaction.atomic
def _pass_to(student: Student, on: date) -> int:
    untouched = Student.objects.filter(pk=student.pk, rights_transferred_on=None, birth_date=student.birth_date)
    if not untouched.update(rights_transferred_on=on, version=F("version") + 1):
        return 0
    record("work", "passed the rights to the student", student, detail={"on": on.isoformat()})
    return 1


JOBS = [pass_rights]
