"""The calendar of a district: school years, days without school, report dates, and how many days they teach."""

from calendar import Calendar
from datetime import date, timedelta

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from strongsuit.people import actions_calendar as actions
from strongsuit.people import queries_calendar as queries
from strongsuit.people.facts import days_of
from strongsuit.people.forms_calendar import FORMS, NewYearForm, YearForm
from strongsuit.web import clock
from strongsuit.web.inputs import whole
from strongsuit.web.refusals import Cannot, Stale

SUNDAY = 6


@require_http_methods(["GET", "POST"])
def calendar(request):
    """All years, and a form for the next one."""
    years = list(queries.years_for(request.user))
    form = NewYearForm(posted(request), places=queries.places_for(request.user), initial=next_year(years))
    if request.method == "POST" and form.is_valid():
        district, school = form.place()
        values = {name: form.cleaned_data[name] for name in ("name", "first_day", "last_day")}
        try:
            made = actions.add_year(by=request.user, district=district, school=school, **values)
        except Cannot as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("The school year is there. Add the days without school."))
            return redirect("people:year", made.pk)
    context = {"years": [(year, len(days_of(year).school_days())) for year in years], "form": form}
    return render(request, "people/calendar.html", context | {"today": clock.today()}, status=status_of(form))


def posted(request):
    return request.POST if request.method == "POST" else None


def status_of(form):
    return 422 if form.is_bound else 200


def next_year(years):
    """A first guess: the same days of the week, a year after the newest year of the district."""
    newest = next((year for year in years if year.school_id is None), None)
    if newest is None:
        return {}
    first, last = (day + timedelta(weeks=52) for day in (newest.first_day, newest.last_day))
    return {"name": f"{first.year}-{last.year}", "first_day": first, "last_day": last}


@require_http_methods(["GET", "POST"])
def year(request, pk):
    """One year as a picture of its months, with everything that can be changed."""
    found = queries.year_for(request.user, pk)
    now = {"name": found.name, "first_day": found.first_day, "last_day": found.last_day, "version": found.version}
    form = YearForm(posted(request), initial=now)
    form, status = tried(request, found, form, actions.change_year)
    if form is None:
        return redirect("people:year", found.pk)
    if request.method == "POST":
        found = queries.year_for(request.user, pk)
    return render(request, "people/year.html", page_of(found, form), status=status)


def tried(request, found, form, action):
    """The form to show and its status; no form once the year is changed."""
    if request.method != "POST" or not form.is_valid():
        return form, status_of(form)
    try:
        action(by=request.user, year=found, **form.cleaned_data)
    except Stale as stale:
        return again(form, stale), 409
    except Cannot as problem:
        form.add_error(None, str(problem))
        return form, 422
    messages.success(request, _("Saved. Every date that follows from it counts anew."))
    return None, 302


def again(form, stale):
    """The form as typed, on top of the version as it is now."""
    typed = form.data.copy()
    typed["version"] = str(stale.current.version if stale.current else 0)
    renewed = type(form)(typed)
    renewed.is_valid()
    renewed.add_error(None, str(stale))
    return renewed


def page_of(found, form):
    taught = set(days_of(found).school_days())
    return {
        "year": found,
        "form": form,
        "school_days": len(taught),
        "closures": sorted(found.closures.all(), key=lambda each: each.first_day),
        "reports": sorted(found.report_dates.all(), key=lambda each: each.on),
        "months": months_of(found, taught),
        "names": [{"short": str(WEEKDAYS_ABBR[day]), "long": str(WEEKDAYS[day])} for day in (SUNDAY, *range(SUNDAY))],
    }


def months_of(found, taught):
    """Each month of the year as weeks of (day, kind, words); days of other months are None."""
    closed = {
        closure.first_day + timedelta(days=number): closure.name
        for closure in found.closures.all()
        for number in range((closure.last_day - closure.first_day).days + 1)
    }
    reports = {each.on: each.name for each in found.report_dates.all()}

    def cell(day, month):
        if day.month != month:
            return None
        if day in reports:
            return day, "report" if day in taught else "report closed", reports[day]
        return day, "" if day in taught else "closed" if day in closed else "off", closed.get(day, "")

    weeks_of = Calendar(firstweekday=SUNDAY).monthdatescalendar
    months, first = [], date(found.first_day.year, found.first_day.month, 1)
    while first <= found.last_day:
        weeks = [[cell(day, first.month) for day in week] for week in weeks_of(first.year, first.month)]
        count = sum(1 for day in taught if (day.year, day.month) == (first.year, first.month))
        months.append({"first": first, "weeks": weeks, "count": count})
        first = (first + timedelta(days=31)).replace(day=1)
    return months


@require_POST
def remove_year(request, pk):
    found = queries.years_for(request.user).filter(pk=pk).first()
    if found is not None:
        try:
            actions.remove_year(by=request.user, year=found, version=whole(request.POST.get("version")))
        except Stale as stale:
            messages.error(request, str(stale))
            return redirect("people:year", pk)
    messages.success(request, _("The school year is removed."))
    return redirect("people:calendar")


def year_with(request, pk, kind):
    if kind not in FORMS:
        raise Http404
    return queries.year_for(request.user, pk)


@require_http_methods(["GET", "POST"])
def add_part(request, pk, kind):
    found = year_with(request, pk, kind)
    form = FORMS[kind](posted(request), initial={"version": found.version})
    return part_page(request, found, kind, form, lambda **values: actions.add_part(kind=kind, **values))


@require_http_methods(["GET", "POST"])
def part(request, pk, kind, row):
    found = year_with(request, pk, kind)
    stored = queries.part_of(found, kind, row)
    if stored is None:
        raise Http404
    names = [name for name in FORMS[kind].base_fields if name != "version"]
    initial = {name: getattr(stored, name) for name in names} | {"version": found.version}
    form = FORMS[kind](posted(request), initial=initial)
    return part_page(
        request, found, kind, form, lambda **values: actions.change_part(part=stored, **values), stored=stored
    )


def part_page(request, found, kind, form, action, stored=None):
    form, status = tried(request, found, form, action)
    if form is None:
        return redirect("people:year", found.pk)
    context = {"year": found, "kind": kind, "form": form, "stored": stored}
    return render(request, "people/calendar_part.html", context, status=status)


@require_POST
def remove_part(request, pk, kind, row):
    found = year_with(request, pk, kind)
    stored = queries.part_of(found, kind, row)
    try:
        if stored is not None:
            actions.remove_part(by=request.user, year=found, part=stored, version=whole(request.POST.get("version")))
    except Stale as stale:
        messages.error(request, str(stale))
    else:
        messages.success(request, _("Removed. Every date that follows from it counts anew."))
    return redirect("people:year", found.pk)
