"""Keeping the school year: its first and last day, the days without school, the days reports go home."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from strongsuit.audit.changes import change
from strongsuit.audit.trail import record
from strongsuit.people.facts import forget_calendars
from strongsuit.people.models import Account, Closure, District, ReportDate, School, SchoolYear
from strongsuit.people.queries_calendar import PARTS, keepers
from strongsuit.web.refusals import Cannot, NotYours, Stale

LONGEST = timedelta(days=366)
Part = Closure | ReportDate


def require_keeper(by: Account, district: District | int, school: School | int | None) -> None:
    """Only who keeps the calendar of this district, or of this school, goes on."""
    where, which = getattr(district, "pk", district), getattr(school, "pk", school)
    held = [post for post in keepers(by) if post.district_id == where]
    if not any(post.school_id is None or post.school_id == which for post in held):
        raise NotYours


@transaction.atomic
def add_year(
    *, by: Account, district: District, school: School | None, name: str, first_day: date, last_day: date
) -> SchoolYear:
    """A year of the district, or of one school that differs. The same year twice is one year."""
    require_keeper(by, district, school)
    District.objects.select_for_update(no_key=True).get(pk=district.pk)
    known = SchoolYear.objects.filter(district=district, school=school, name=name).first()
    if known is not None and (known.first_day, known.last_day) == (first_day, last_day):
        return known
    if known is not None:
        raise Cannot(_("There is a school year of this name already. Open it to change its days."))
    year = SchoolYear(district=district, school=school, name=name, first_day=first_day, last_day=last_day)
    _check(year)
    year.save(force_insert=True)
    record(by, "added a school year", year, detail=_days(year))
    _forget(year)
    return year


@transaction.atomic
def change_year(
    *, by: Account, year: SchoolYear, version: int, name: str, first_day: date, last_day: date
) -> SchoolYear:
    """Other days or another name; the trail keeps the days before and after."""
    require_keeper(by, year.district_id, year.school_id)
    District.objects.select_for_update(no_key=True).get(pk=year.district_id)
    wanted = SchoolYear(
        pk=year.pk, district_id=year.district_id, school_id=year.school_id, name=name, first_day=first_day,
        last_day=last_day,
    )  # fmt: skip
    _check(wanted)
    twin = SchoolYear.objects.filter(district=year.district_id, school=year.school_id, name=name).exclude(pk=year.pk)
    if twin.exists():
        raise Cannot(_("There is a school year of this name already. Choose another name."))
    detail = {"before": _days(year), "after": _days(wanted)}
    changed = change(
        year, by=by, version=version, deed="changed a school year", detail=detail, name=name, first_day=first_day,
        last_day=last_day,
    )  # fmt: skip
    _forget(year)
    return changed


@transaction.atomic
def remove_year(*, by: Account, year: SchoolYear, version: int) -> None:
    """With its days without school and its report dates."""
    require_keeper(by, year.district_id, year.school_id)
    rows = SchoolYear.objects.filter(pk=year.pk)
    if not rows.exists():
        return
    if not rows.filter(version=version).delete()[0]:
        raise _stale(year)
    record(by, "removed a school year", year, detail=_days(year))
    _forget(year)


@transaction.atomic
def add_part(*, by: Account, year: SchoolYear, kind: str, version: int, **values: Any) -> Part:
    """Days without school, or a report date. The same twice is one."""
    require_keeper(by, year.district_id, year.school_id)
    known = PARTS[kind].objects.filter(year=year, **values).first()
    if known is not None:
        return known
    part = PARTS[kind](year=year, **values)
    _check_part(year, part)
    _touch(year, version)
    part.save(force_insert=True)
    record(by, f"added {NAMES[kind]}", part, district=year.district_id, detail=_days(part))
    _forget(year)
    return part


@transaction.atomic
def change_part(*, by: Account, year: SchoolYear, part: Part, version: int, **values: Any) -> Part:
    require_keeper(by, year.district_id, year.school_id)
    if all(getattr(part, name) == value for name, value in values.items()):
        return part
    wanted = PARTS[_kind(part)](pk=part.pk, year=year, **values)
    _check_part(year, wanted)
    _touch(year, version)
    wanted.save(force_update=True)
    detail = {"before": _days(part), "after": _days(wanted)}
    record(by, f"changed {NAMES[_kind(part)]}", wanted, district=year.district_id, detail=detail)
    _forget(year)
    return wanted


@transaction.atomic
def remove_part(*, by: Account, year: SchoolYear, part: Part, version: int) -> None:
    require_keeper(by, year.district_id, year.school_id)
    if not type(part)._default_manager.filter(pk=part.pk).exists():
        return
    _touch(year, version)
    record(by, f"removed {NAMES[_kind(part)]}", part, district=year.district_id, detail=_days(part))
    type(part)._default_manager.filter(pk=part.pk).delete()
    _forget(year)


NAMES = {"closures": "days without school", "reports": "a report date"}


def _kind(part: Part) -> str:
    return "closures" if isinstance(part, Closure) else "reports"


def _touch(year: SchoolYear, version: int) -> None:
    """The year and all that hangs on it is one page: whoever saves a part names the version of the year."""
    if not SchoolYear.objects.filter(pk=year.pk, version=version).update(version=F("version") + 1):
        raise _stale(year)


def _stale(year: SchoolYear) -> Stale:
    words = _("Somebody else changed this calendar while you had it open. Look at it as it is now, then save again.")
    return Stale(words, SchoolYear.objects.filter(pk=year.pk).first())


def _check(year: SchoolYear) -> None:
    if year.last_day <= year.first_day:
        raise Cannot(_("The last day comes before the first. Check both days."))
    if year.last_day - year.first_day > LONGEST:
        raise Cannot(_("A school year is at most a year long. Check both days."))
    others = SchoolYear.objects.filter(
        district=year.district_id, school=year.school_id, first_day__lte=year.last_day, last_day__gte=year.first_day
    ).exclude(pk=year.pk)
    if other := others.first():
        raise Cannot(_("These days overlap with the school year %(name)s. Check both days.") % {"name": other.name})
    for closure in Closure.objects.filter(year=year.pk):
        _check_part(year, closure)
    for report in ReportDate.objects.filter(year=year.pk):
        _check_part(year, report)


def _check_part(year: SchoolYear, part: Part) -> None:
    first, last = _span(part)
    if last < first:
        raise Cannot(_("The last day comes before the first. Check both days."))
    if first < year.first_day or last > year.last_day:
        words = {"name": part.name, "first": date_format(year.first_day), "last": date_format(year.last_day)}
        raise Cannot(_("%(name)s lies outside the school year, which runs from %(first)s to %(last)s.") % words)


def _span(part: Part) -> tuple[date, date]:
    return (part.first_day, part.last_day) if isinstance(part, Closure) else (part.on, part.on)


def _days(row: SchoolYear | Part) -> dict[str, str]:
    first, last = (row.first_day, row.last_day) if isinstance(row, SchoolYear) else _span(row)
    return {"first": first.isoformat(), "last": last.isoformat()}


def _forget(year: SchoolYear) -> None:
    """Every clock counts by the new days as soon as they are kept."""
    schools = School.objects.filter(district=year.district_id)
    if year.school_id:
        schools = schools.filter(pk=year.school_id)
    transaction.on_commit(lambda: forget_calendars(list(schools)))
