"""The smaller deeds of the editor: needs and strengths of a skill set, services, accommodations."""

from uuid import uuid4

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from strongsuit.plans import actions_parts, actions_supports, forms, forms_supports
from strongsuit.plans.models import Accommodation, Need, PresentLevel, Service
from strongsuit.plans.places import BY_KEY, level_key
from strongsuit.plans.rating_queries import rated_of
from strongsuit.plans.saving import save
from strongsuit.plans.views_editor import PAGES, address, desk_for, held, level_page, page
from strongsuit.web.inputs import whole
from strongsuit.web.refusals import Cannot, NotYours


def part_of(model, desk, pk):
    """A part of this plan by its number; 404 for a part of any other."""
    row = model.objects.filter(pk=pk, plan=desk.plan).select_related("edited_by").first()
    if row is None:
        raise NotYours
    row.plan = desk.plan
    return row


def number(text):
    return whole(text, digits=19)


def done(request, desk, key, act, *, spot="", words=""):
    """Do something small and go back to the place, with the refusal said there."""
    try:
        act()
    except Cannot as refusal:
        messages.error(request, str(refusal))
    else:
        if words:
            messages.success(request, words)
    return redirect(address(desk, key, spot))


def made(form, act):
    """What a valid form makes; None, with the refusal in the form, when nothing is made."""
    if not form.is_valid():
        return None
    try:
        return act()
    except Cannot as refusal:
        form.add_error(None, str(refusal))
        return None


# Skill sets


@require_POST
def remove_level(request, pk, level):
    desk = desk_for(request, pk)
    row = PresentLevel.objects.filter(pk=level, plan=desk.plan).first()
    if row is None:
        return redirect(address(desk, "levels"))
    row.plan = desk.plan
    return done(request, desk, "levels", lambda: actions_parts.remove_level(by=request.user, level=row))


@require_POST
def strength(request, pk, level):
    """Show a strength in a skill set, or take it out again."""
    desk = desk_for(request, pk)
    row = part_of(PresentLevel, desk, level)
    act = actions_parts.lift_strength if request.POST.get("do") == "lift" else actions_parts.place_strength
    item = number(request.POST.get("item"))
    key = level_key(row.skill_set)
    return done(request, desk, key, lambda: act(by=request.user, level=row, item=item), spot="strengths")


# Needs


@require_POST
def add_need(request, pk, level):
    desk = desk_for(request, pk)
    row = part_of(PresentLevel, desk, level)
    form = forms.NewNeedForm(request.POST, auto_id="new-need-%s")
    need = made(form, lambda: actions_parts.add_need(by=request.user, level=row, **form.cleaned_data))
    if need is None:
        return level_page(request, desk, row, status=422, new=form)
    return redirect(address(desk, level_key(row.skill_set), f"need-{need.pk}"))


@require_POST
def need(request, pk, need):
    desk = desk_for(request, pk)
    row = part_of(Need, desk, need)
    form = forms.NeedForm(request.POST, row=row, key=f"need-{row.pk}")

    def write(version, values):
        return actions_parts.save_need(by=request.user, need=row, version=version, **values)

    def again(form, status, conflict):
        return level_page(request, desk, row.level, status=status, mine=form, conflict=conflict)

    back = address(desk, level_key(row.level.skill_set), f"need-{row.pk}")
    return save(request, desk.plan, form, place=f"need-{row.pk}", write=write, back=back, page=again)


@require_POST
def remove_need(request, pk, need):
    desk = desk_for(request, pk)
    row = Need.objects.filter(pk=need, plan=desk.plan).select_related("level").first()
    if row is None:
        return redirect(address(desk, "levels"))
    row.plan = desk.plan
    key = level_key(row.level.skill_set)
    return done(request, desk, key, lambda: actions_parts.remove_need(by=request.user, need=row))


# Services


def services(request, desk, stop, mine=None, status=200, conflict=None, new=None):
    goals = [(str(goal.pk), _goal_name(number, goal)) for number, goal in enumerate(desk.rows.goals, start=1)]
    cards = [held(_service_form(None, row, desk, goals), mine, conflict) for row in desk.rows.services]
    new = new or forms_supports.NewServiceForm(initial={"once": uuid4()}, auto_id="new-service-%s")
    return page(request, desk, "services", "plans/place_services.html", status=status, cards=cards, new=new)


def _goal_name(number, goal):
    return _("Goal %(number)s: %(words)s") % {"number": number, "words": goal.behavior or "…"}


def _service_form(typed, row, desk, goals):
    linked = desk.rows.goals_of_service.get(row.pk, [])
    return forms_supports.ServiceForm(typed, row=row, key=f"service-{row.pk}", linkable=goals, linked=linked)


@require_POST
def add_service(request, pk):
    desk = desk_for(request, pk)
    form = forms_supports.NewServiceForm(request.POST, auto_id="new-service-%s")
    row = made(form, lambda: actions_supports.add_service(by=request.user, plan=desk.plan, **form.cleaned_data))
    if row is None:
        return services(request, desk, BY_KEY["services"], new=form, status=422)
    return redirect(address(desk, "services", f"service-{row.pk}"))


@require_POST
def service(request, pk, service):
    desk = desk_for(request, pk)
    row = part_of(Service, desk, service)
    goals = [(str(goal.pk), goal.behavior) for goal in desk.rows.goals]
    form = _service_form(request.POST, row, desk, goals)

    def write(version, values):
        return actions_supports.save_service(
            by=request.user, service=row, version=version, values=values, goals=form.links()
        )

    def again(form, status, conflict):
        return services(request, desk, BY_KEY["services"], mine=form, status=status, conflict=conflict)

    back = address(desk, "services", f"service-{row.pk}")
    return save(request, desk.plan, form, place=f"service-{row.pk}", write=write, back=back, page=again)


@require_POST
def remove_service(request, pk, service):
    desk = desk_for(request, pk)
    row = Service.objects.filter(pk=service, plan=desk.plan).first()
    if row is None:
        return redirect(address(desk, "services"))
    row.plan = desk.plan
    return done(request, desk, "services", lambda: actions_supports.remove_service(by=request.user, service=row))


# Accommodations


def accommodations(request, desk, stop, mine=None, status=200, conflict=None, new=None):
    needs = [(str(need.pk), need.statement or "…") for need in desk.rows.needs]
    cards = [held(_accommodation_form(None, row, desk, needs), mine, conflict) for row in desk.rows.accommodations]
    new = new or forms_supports.NewAccommodationForm(initial={"once": uuid4()}, auto_id="new-accommodation-%s")
    rated = {each.accommodation.pk: each for each in rated_of(desk.rows.accommodations, desk.plan.student)}
    cards = [card | {"rated": rated[card["row"].pk]} for card in cards]
    return page(request, desk, "accommodations", "plans/place_accommodations.html", status=status, cards=cards, new=new)


def _accommodation_form(typed, row, desk, needs):
    linked = desk.rows.needs_of_accommodation.get(row.pk, [])
    return forms_supports.AccommodationForm(
        typed, row=row, key=f"accommodation-{row.pk}", linkable=needs, linked=linked
    )


@require_POST
def add_accommodation(request, pk):
    desk = desk_for(request, pk)
    form = forms_supports.NewAccommodationForm(request.POST, auto_id="new-accommodation-%s")
    row = made(form, lambda: actions_supports.add_accommodation(by=request.user, plan=desk.plan, **form.cleaned_data))
    if row is None:
        return accommodations(request, desk, BY_KEY["accommodations"], new=form, status=422)
    return redirect(address(desk, "accommodations", f"accommodation-{row.pk}"))


@require_POST
def accommodation(request, pk, accommodation):
    desk = desk_for(request, pk)
    row = part_of(Accommodation, desk, accommodation)
    needs = [(str(need.pk), need.statement) for need in desk.rows.needs]
    form = _accommodation_form(request.POST, row, desk, needs)

    def write(version, values):
        return actions_supports.save_accommodation(
            by=request.user, accommodation=row, version=version, values=values, needs=form.links()
        )

    def again(form, status, conflict):
        return accommodations(request, desk, BY_KEY["accommodations"], mine=form, status=status, conflict=conflict)

    back = address(desk, "accommodations", f"accommodation-{row.pk}")
    return save(request, desk.plan, form, place=f"accommodation-{row.pk}", write=write, back=back, page=again)


@require_POST
def remove_accommodation(request, pk, accommodation):
    desk = desk_for(request, pk)
    row = Accommodation.objects.filter(pk=accommodation, plan=desk.plan).first()
    if row is None:
        return redirect(address(desk, "accommodations"))
    row.plan = desk.plan
    return done(
        request,
        desk,
        "accommodations",
        lambda: actions_supports.remove_accommodation(by=request.user, accommodation=row),
    )


PAGES |= {"services": services, "accommodations": accommodations}
