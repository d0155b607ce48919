"""The doors to school years: whoever keeps the calendar of a district, or of one school."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from strongsuit.people.models import Account, Closure, District, ReportDate, School, SchoolYear, StaffPost
from strongsuit.people.queries import offices
from strongsuit.web import clock
from strongsuit.web.refusals import NotYours

PARTS: dict[str, type[Closure] | type[ReportDate]] = {"closures": Closure, "reports": ReportDate}


def keepers(viewer: Account) -> list[StaffPost]:
    """The posts by which ``viewer`` keeps calendars; 404 without one."""
    held = offices(viewer, "calendar.write")
    if not held:
        raise NotYours
    return held


def years_for(viewer: Account) -> QuerySet[SchoolYear]:
    """The years that ``viewer`` may change, the newest first: a school's office keeps that school's own years."""
    reach = Q(pk__in=[])
    for post in keepers(viewer):
        reach |= Q(school=post.school_id) if post.school_id else Q(district=post.district_id)
    found = SchoolYear.objects.filter(reach).select_related("district", "school")
    return found.order_by("-first_day", "school__name", "pk").prefetch_related("closures", "report_dates")


def year_for(viewer: Account, pk: int) -> SchoolYear:
    found = years_for(viewer).filter(pk=pk).first()
    if found is None:
        raise NotYours
    return found


def part_of(year: SchoolYear, kind: str, pk: int) -> Closure | ReportDate | None:
    """Days without school or a report date of a year that came through its door."""
    return PARTS[kind].objects.filter(year=year, pk=pk).first()


def places_for(viewer: Account) -> list[tuple[District, School | None]]:
    """Where ``viewer`` may add a year: the whole district, or one school that differs from it."""
    held = keepers(viewer)
    whole = {post.district_id: post.district for post in held if post.school_id is None}
    own = Q(pk__in=[post.school_id for post in held if post.school_id])
    schools = School.objects.filter(Q(district__in=whole) | own, closed_on=None).select_related("district")
    return [(district, None) for district in whole.values()] + [(s.district, s) for s in schools.order_by("name", "pk")]


def year_began(district: int) -> date:
    """The day from which everybody is asked anew: the first of the school year."""
    today = clock.today()
    years = SchoolYear.objects.filter(district=district, first_day__lte=today).order_by("-first_day")
    return years.values_list("first_day", flat=True).first() or today - timedelta(days=365)
