"""What may be read about classes: a teacher's own, and on an enrolled tablet the pictures of one class."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from strongsuit.people.models import Account, Closure, School, SchoolYear
from strongsuit.people.queries import is_demo, offices
from strongsuit.students import access
from strongsuit.students.models import ClassDevice, ClassGroup, ClassSeat, Student
from strongsuit.web.refusals import NotYours


def fingerprint(token: str) -> str:
    """What the table holds in place of the token in the tablet's cookie."""
    return hashlib.sha256(token.encode()).hexdigest()


def classes_of(viewer: Account) -> QuerySet[ClassGroup]:
    return ClassGroup.objects.filter(teacher=viewer).select_related("school").order_by("name", "pk")


def group_for(viewer: Account, pk: int) -> ClassGroup:
    """One's own class; 404 for everybody else, and when the post that allows classes has ended."""
    found = classes_of(viewer).select_related("school", "district").filter(pk=pk).first()
    if found is None or not schools_for(viewer).filter(pk=found.school_id).exists():
        raise NotYours
    return found


def schools_for(viewer: Account) -> QuerySet[School]:
    """The schools in which ``viewer`` may keep classes."""
    held = offices(viewer, "class.device")
    schools = School.objects.filter(pk__in=[post.school_id for post in held if post.school_id])
    return schools | School.objects.filter(district__in=[post.district_id for post in held if not post.school_id])


def seats_of(group: ClassGroup) -> list[ClassSeat]:
    found = ClassSeat.objects.filter(group=group, revoked_at=None, student__left_on=None)
    return list(found.select_related("student").order_by("student__given_name", "pk"))


def seat_for(group: ClassGroup, pk: int) -> ClassSeat:
    found = ClassSeat.objects.filter(group=group, pk=pk, revoked_at=None, student__left_on=None)
    seat = found.select_related("student__account").first()
    if seat is None:
        raise NotYours
    return seat


def devices_of(group: ClassGroup) -> list[ClassDevice]:
    return list(group.devices.filter(revoked_at=None).select_related("made_by").order_by("made_at"))


def newcomers(viewer: Account, group: ClassGroup) -> list[Student]:
    """The students of one's own caseload, in this school, who have no place in the class yet."""
    seated = ClassSeat.objects.filter(group=group, revoked_at=None).values("student")
    found = access.caseload(viewer).filter(school=group.school_id).exclude(pk__in=seated)
    return list(found.order_by("given_name", "pk"))


def device_by(token: str) -> ClassDevice | None:
    """The enrolled tablet that holds ``token``, unless its teacher has switched it off or no longer teaches here."""
    if not token:
        return None
    found = ClassDevice.objects.filter(token=fingerprint(token), revoked_at=None)
    device = found.select_related("group__school", "group__district", "group__teacher").first()
    if device is None or not device.group.teacher.is_active:
        return None
    return device if schools_for(device.group.teacher).filter(pk=device.group.school_id).exists() else None


# Long enough for a summer; a class that opens later has no calendar yet.
AHEAD = 130


def school_days(group: ClassGroup, first: date, days: int) -> Iterator[date]:
    """The days from ``first`` on that are school days by the district's calendar; in a demo every day is one."""
    every = [first + timedelta(days=ahead) for ahead in range(days)]
    if is_demo(group.district):
        yield from every
        return
    years = SchoolYear.objects.filter(district=group.district_id, school=None)
    spans = list(years.values_list("first_day", "last_day"))
    closed = list(Closure.objects.filter(year__in=years).values_list("first_day", "last_day"))
    for day in every:
        taught = not spans or any(start <= day <= end for start, end in spans)
        if day.weekday() <= 4 and taught and not any(start <= day <= end for start, end in closed):
            yield day


def school_today(group: ClassGroup, now: datetime) -> bool:
    return any(school_days(group, now.astimezone(ZoneInfo(group.district.time_zone)).date(), 1))


def is_open(group: ClassGroup, now: datetime) -> bool:
    """Whether it is school time for this class: its hours on a school day."""
    local = now.astimezone(ZoneInfo(group.district.time_zone))
    return group.opens <= local.time() < group.closes and school_today(group, now)


def opens_next(group: ClassGroup, now: datetime) -> date | None:
    """The day on which a closed class opens again, where the calendar knows one."""
    local = now.astimezone(ZoneInfo(group.district.time_zone))
    later = 0 if local.time() < group.opens else 1
    return next(school_days(group, local.date() + timedelta(days=later), AHEAD), None)
