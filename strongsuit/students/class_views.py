"""Signing in on a class tablet, and the pages on which a teacher keeps a class."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from strongsuit.people.queries import is_demo
from strongsuit.people.views import BACKEND
from strongsuit.students import access, class_actions, class_queries
from strongsuit.students.class_forms import ClassForm, ClassHoursForm, DeviceForm, SeatForm
from strongsuit.students.class_pictures import PICTURES, SECRET, SECRET_LENGTH
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours, Stale

DEVICE_COOKIE = "class-device" if settings.LOCAL else "__Host-class-device"
YEAR = 365 * 24 * 3600


def door(request):
    """The tablet's class when it may be used now; otherwise a page that says what to do, and shows nobody."""
    device = class_queries.device_by(request.COOKIES.get(DEVICE_COOKIE, ""))
    if device is None:
        return None, render(request, "students/class_closed.html", {"why": "device"})
    if not class_queries.is_open(device.group, clock.now()):
        return None, render(request, "students/class_closed.html", {"why": "hours", **when(device.group)})
    return device, None


def when(group):
    """Whether the class is open and, where it is not, when it opens next."""
    now = clock.now()
    if class_queries.is_open(group, now):
        return {"open": True, "group": group}
    found = {"school_today": class_queries.school_today(group, now), "opens_next": class_queries.opens_next(group, now)}
    return {"open": False, "group": group, **found}


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def class_sign_in(request):
    """Asks for the class code; a tablet's bookmark already carries it."""
    device, closed = door(request)
    if closed:
        return closed
    if request.method == "GET":
        return render(request, "students/class_code.html")
    if request.POST.get("code", "").strip().casefold() != device.group.code:
        wrong = _("That is not the code of this tablet's class. Look at your card, or ask your teacher.")
        return render(request, "students/class_code.html", {"wrong": wrong}, status=422)
    return redirect("students:class_faces", device.group.code)


@login_not_required
@never_cache
@require_GET
def class_faces(request, code):
    device, closed = door(request)
    if closed:
        return closed
    if code != device.group.code:
        raise Http404
    seats = [(seat, PICTURES[seat.picture]) for seat in class_queries.seats_of(device.group)]
    return render(request, "students/class_faces.html", {"group": device.group, "seats": seats})


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def class_secret(request, code, pk):
    """Three pictures, one tap each; every tap is a form, so that it works with any switch and without scripts."""
    device, closed = door(request)
    if closed:
        return closed
    if code != device.group.code:
        raise Http404
    seat = class_queries.seat_for(device.group, pk)
    tapped = [key for key in request.POST.getlist("tapped") + request.POST.getlist("tap") if key in SECRET]
    if len(tapped) < SECRET_LENGTH:
        return secret_page(request, device.group, seat, tapped)
    try:
        account = class_actions.sign_in(device=device, seat=seat, pictures=tapped[:SECRET_LENGTH])
    except Cannot as reason:
        return secret_page(request, device.group, seat, [], wrong=str(reason))
    return let_in(request, account, device)


def secret_page(request, group, seat, tapped, wrong=""):
    found = {
        "group": group,
        "seat": seat,
        "face": PICTURES[seat.picture],
        "pictures": [PICTURES[key] for key in SECRET],
        "tapped": tapped,
        "place": len(tapped) + 1,
        "places": [place < len(tapped) for place in range(SECRET_LENGTH)],
        "total": SECRET_LENGTH,
        "wrong": wrong,
    }
    return render(request, "students/class_secret.html", found, status=422 if wrong else 200)


def let_in(request, account, device):
    logout(request)
    login(request, account, backend=BACKEND)
    request.session["class_device"] = device.pk
    request.session["sign_in_again"] = reverse("students:class_faces", args=[device.group.code])
    return redirect("/me/")


@require_http_methods(["GET", "POST"])
def classes(request):
    """The classes one keeps, and a form for another."""
    schools = class_queries.schools_for(request.user)
    if not schools.exists():
        raise NotYours
    form = ClassForm(request.POST or None, schools=schools)
    if request.method == "POST" and form.is_valid():
        made = class_actions.make_class(by=request.user, **form.cleaned_data)
        messages.success(request, _("The class is made. Now add its students."))
        return redirect("students:class", made.pk)
    found = {"classes": class_queries.classes_of(request.user), "form": form}
    return render(request, "students/class_list.html", found, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def class_page(request, pk):
    group = class_queries.group_for(request.user, pk)
    now = {"name": group.name, "opens": group.opens, "closes": group.closes, "version": group.version}
    form = ClassHoursForm(request.POST or None, schools=class_queries.schools_for(request.user), initial=now)
    if request.method == "POST" and form.is_valid():
        try:
            class_actions.change_class(by=request.user, group=group, **form.cleaned_data)
        except Stale as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, _("Saved."))
            return redirect("students:class", group.pk)
    return render(
        request, "students/class_page.html", page_of(request, group, form), status=422 if form.is_bound else 200
    )


def page_of(request, group, form):
    return {
        "form": form,
        "seats": [(seat, PICTURES[seat.picture]) for seat in class_queries.seats_of(group)],
        "devices": class_queries.devices_of(group),
        "newcomers": class_queries.newcomers(request.user, group),
        "device_form": DeviceForm(),
        "now": clock.now(),
        "every_day": is_demo(group.district),
        **when(group),
    }


@require_POST
def class_seat_add(request, pk):
    group = class_queries.group_for(request.user, pk)
    form = SeatForm(request.POST, newcomers=access.caseload(request.user))
    if not form.is_valid():
        raise NotYours
    try:
        seat, pictures = class_actions.add_seat(by=request.user, group=group, student=form.cleaned_data["student"])
    except Cannot as reason:
        messages.error(request, str(reason))
        return redirect("students:class", group.pk)
    return cards(request, group, [(seat, pictures)])


@require_POST
def class_seat_renew(request, pk, seat):
    group = class_queries.group_for(request.user, pk)
    found = class_queries.seat_for(group, seat)
    return cards(request, group, [(found, class_actions.new_pictures(by=request.user, seat=found))])


@require_POST
def class_cards(request, pk):
    """New secret pictures for everybody, on cards to print; the pictures are shown only now."""
    group = class_queries.group_for(request.user, pk)
    made = [
        (seat, class_actions.new_pictures(by=request.user, seat=seat))
        for seat in (class_queries.seat_for(group, each.pk) for each in class_queries.seats_of(group))
    ]
    return cards(request, group, made)


def cards(request, group, made):
    shown = [(seat, PICTURES[seat.picture], [PICTURES[key] for key in pictures]) for seat, pictures in made]
    return render(request, "students/class_cards.html", {"group": group, "cards": shown})


@require_POST
def class_seat_end(request, pk, seat):
    group = class_queries.group_for(request.user, pk)
    class_actions.revoke_seat(by=request.user, seat=class_queries.seat_for(group, seat))
    messages.success(request, _("The card no longer works."))
    return redirect("students:class", group.pk)


@require_POST
def class_device_add(request, pk):
    """Turns the tablet in hand into a class tablet, and signs the teacher out of it."""
    group = class_queries.group_for(request.user, pk)
    form = DeviceForm(request.POST)
    told = form.cleaned_data if form.is_valid() else {}
    token = class_actions.make_device(by=request.user, group=group, name=told.get("name", ""), once=told.get("once"))
    logout(request)
    response = redirect("students:class_faces", group.code)
    secure = not settings.LOCAL
    response.set_cookie(DEVICE_COOKIE, token, max_age=YEAR, httponly=True, samesite="Lax", secure=secure)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@require_POST
def class_device_end(request, pk, device):
    group = class_queries.group_for(request.user, pk)
    found = next((each for each in class_queries.devices_of(group) if each.pk == device), None)
    if found is None:
        raise NotYours
    class_actions.revoke_device(by=request.user, device=found)
    messages.success(request, _("The tablet is switched off."))
    return redirect("students:class", group.pk)
