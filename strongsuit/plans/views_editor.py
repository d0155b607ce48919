"""The editor: one place of a draft at a time, what stands there, what is open, and the strengths at hand."""

from uuid import uuid4

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from strongsuit.knowledge.terms import Factor, PlanState, Section, SkillSet
from strongsuit.plans import actions, actions_parts, coaching, forms, queries
from strongsuit.plans.desk import Desk
from strongsuit.plans.models import PresentLevel, SpecialFactor
from strongsuit.plans.places import BY_KEY, LEVEL, level_key
from strongsuit.plans.reading import Reading
from strongsuit.plans.saving import save
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours

# The student's own words stand above, out of reach; this is the team's.
TEAM_HEARD = _lazy("What the team heard, and what follows from it")


def desk_for(request, pk):
    """The draft, open for writing, with everything the editor shows; 404 for those who may not write."""
    return Desk(queries.plan_for(request.user, pk, "plan.write"), clock.today())


def page(request, desk, key, template, *, status=200, **context):
    """A place of the editor around ``template``."""
    stops = desk.stops(key)
    found = {
        "desk": desk,
        "plan": desk.plan,
        "student": desk.plan.student,
        "place": BY_KEY.get(key) or BY_KEY["levels"],
        "key": key,
        "stops": stops,
        "next_stop": after(stops),
        "checks": desk.checks_at(key),
        "open_count": len(desk.open),
        "kept": desk.kept(request.user) if status != 409 else [],
    }
    coaching.speak(desk.plan, context.values())
    if "shelf" not in context:
        context["shelf"] = desk.shelf(None)
    return render(request, template, found | context, status=status)


def after(stops):
    """The stop that comes after the current one, the skill sets included."""
    row = [each for stop in stops for each in (stop, *stop.below)]
    here = next((place for place, stop in enumerate(row) if stop.current), None)
    return row[here + 1] if here is not None and here + 1 < len(row) else None


@require_GET
def edit(request, pk):
    """The first place where something is open."""
    desk = desk_for(request, pk)
    first = next((stop for stop in desk.stops("") if stop.state in ("open", "empty")), None)
    below = next((stop for stop in first.below if stop.state == "open"), None) if first else None
    return redirect("plans:place", desk.plan.pk, (below or first).key if first else "voice")


@require_http_methods(["GET", "POST"])
def place(request, pk, key):
    desk = desk_for(request, pk)
    if desk.plan.state != PlanState.DRAFT and request.method == "GET":
        messages.info(request, _("This plan cannot be changed now. You see it as it stands."))
        return redirect("plans:plan", desk.plan.pk)
    if key.startswith(LEVEL):
        return level(request, desk, level_for(desk, key))
    if key not in BY_KEY:
        raise NotYours
    shown = PAGES.get(key, section)
    if request.method == "POST" and shown not in (section, dates):
        raise NotYours
    return shown(request, desk, BY_KEY[key])


def level_for(desk, key):
    rows = PresentLevel.objects.filter(plan=desk.plan, skill_set=key.removeprefix(LEVEL))
    row = rows.select_related("edited_by").first()
    if row is None:
        raise NotYours
    row.plan = desk.plan
    return row


def held(form, mine, conflict):
    """One form of many on a page; the one that was just refused stands in place of its saved self."""
    if mine is not None and mine.key == form.key:
        return {"form": mine, "row": form.row, "conflict": conflict}
    return {"form": form, "row": form.row, "conflict": None}


def address(desk, key, spot=""):
    return reverse("plans:place", args=[desk.plan.pk, key]) + (f"#{spot}" if spot else "")


def section(request, desk, stop):
    """A narrative section, as one autosaving text."""
    row = queries.section_of(desk.plan, stop.section)
    shape = forms.ConcernsForm if stop.section == Section.PARENT_CONCERNS else forms.SectionForm
    label = TEAM_HEARD if stop.key == "voice" else stop.title
    form = shape(request.POST or None, row=row, key=stop.key, label=label)

    def again(form, status=200, conflict=None):
        card = held(form, form, conflict)
        if stop.key == "voice":
            return voice_page(request, desk, card, forms.VoiceForm(row=desk.plan, key="missing"), None, status)
        return page(request, desk, stop.key, "plans/place_section.html", status=status, card=card)

    def write(version, values):
        return actions_parts.save_section(
            by=request.user, plan=desk.plan, section=stop.section, version=version, **values
        )

    if request.method == "GET":
        return again(form)
    return save(request, desk.plan, form, place=stop.key, write=write, back=request.path, page=again)


def voice_page(request, desk, card, missing, conflict, status=200):
    return page(
        request,
        desk,
        "voice",
        "plans/place_voice.html",
        status=status,
        card=card,
        words=desk.facts.words,
        missing=held(missing, missing, conflict),
    )


@require_POST
def voice_missing(request, pk):
    desk = desk_for(request, pk)
    form = forms.VoiceForm(request.POST, row=desk.plan, key="missing")

    def again(form, status, conflict=None):
        saved = forms.SectionForm(row=queries.section_of(desk.plan, Section.VISION), key="voice", label=TEAM_HEARD)
        return voice_page(request, desk, held(saved, None, None), form, conflict, status)

    def write(version, values):
        because = values["voice_missing_because"]
        return actions.explain_missing_voice(by=request.user, plan=desk.plan, version=version, because=because)

    return save(request, desk.plan, form, place="missing", write=write, back=address(desk, "voice"), page=again)


def levels(request, desk, stop, form=None, status=200):
    taken = {row.skill_set for row in desk.rows.levels}
    below = next(found for found in desk.stops("") if found.key == "levels").below
    return page(
        request,
        desk,
        "levels",
        "plans/place_levels.html",
        status=status,
        form=form or forms.NewLevelForm(taken=taken),
        below=below,
        left=len(SkillSet) - len(taken),
    )


@require_POST
def add_level(request, pk):
    desk = desk_for(request, pk)
    form = forms.NewLevelForm(request.POST)
    if form.is_valid():
        try:
            row = actions_parts.add_level(by=request.user, plan=desk.plan, skill_set=form.cleaned_data["skill_set"])
            return redirect("plans:place", desk.plan.pk, level_key(row.skill_set))
        except Cannot as refusal:
            form.add_error(None, str(refusal))
    return levels(request, desk, BY_KEY["levels"], form, status=422)


def level(request, desk, row):
    form = forms.LevelForm(request.POST or None, row=row, key="level")

    def again(form, status=200, conflict=None):
        return level_page(request, desk, row, status=status, mine=form, conflict=conflict)

    def write(version, values):
        return actions_parts.save_level(by=request.user, level=row, version=version, **values)

    if request.method == "GET":
        return level_page(request, desk, row)
    return save(request, desk.plan, form, place=level_key(row.skill_set), write=write, back=request.path, page=again)


def level_page(request, desk, row, *, status=200, mine=None, conflict=None, new=None):
    """A skill set: strengths first, then where the student is now, then the needs."""
    skill_set = SkillSet(row.skill_set)
    fact = next(found for found in desk.facts.present_levels if found.skill_set == skill_set)
    known = {each.id: each for each in desk.facts.strengths}
    needs = desk.rows.needs_of_level.get(row.pk, [])
    return page(
        request,
        desk,
        level_key(skill_set),
        "plans/place_level.html",
        status=status,
        level=row,
        skill_set=skill_set,
        card=held(forms.LevelForm(row=row, key="level"), mine, conflict),
        needs=[held(forms.NeedForm(row=need, key=f"need-{need.pk}"), mine, conflict) for need in needs],
        new=new or forms.NewNeedForm(initial={"once": uuid4()}, auto_id="new-need-%s"),
        shown=[known[key] for key in fact.strength_ids if key in known],
        shelf=desk.shelf(skill_set, frozenset(fact.strength_ids)),
    )


def factors(request, desk, stop, mine=None, status=200, conflict=None):
    rows = {row.factor: row for row in desk.rows.factors}
    cards = [
        held(forms.FactorForm(row=rows.get(each), key=f"factor-{each}", label=_(each.label)), mine, conflict)
        | {"factor": each}
        for each in Factor
    ]
    return page(request, desk, "factors", "plans/place_factors.html", status=status, cards=cards)


@require_POST
def factor(request, pk, name):
    desk = desk_for(request, pk)
    if name not in list(Factor):
        raise NotYours
    row = SpecialFactor.objects.filter(plan=desk.plan, factor=name).select_related("edited_by").first()
    form = forms.FactorForm(request.POST, row=row, key=f"factor-{name}", label=_(Factor(name).label))

    def write(version, values):
        return actions_parts.save_factor(
            by=request.user, plan=desk.plan, factor=Factor(name), version=version, **values
        )

    def again(form, status, conflict):
        return factors(request, desk, BY_KEY["factors"], mine=form, status=status, conflict=conflict)

    back = address(desk, "factors", f"factor-{name}")
    return save(request, desk.plan, form, place=f"factor-{name}", write=write, back=back, page=again)


def dates(request, desk, stop):
    form = forms.DatesForm(request.POST or None, row=desk.plan, key="dates")

    def again(form, status=200, conflict=None):
        card = held(form, form, conflict)
        return page(request, desk, "dates", "plans/place_dates.html", status=status, card=card)

    def write(version, values):
        return actions.save_dates(by=request.user, plan=desk.plan, version=version, dates=actions.Dates(**values))

    if request.method == "GET":
        return again(form)
    return save(request, desk.plan, form, place="dates", write=write, back=request.path, page=again)


def goals(request, desk, stop):
    return page(
        request,
        desk,
        "goals",
        "plans/place_goals.html",
        needs=desk.rows.needs,
        token=uuid4(),
        reading=Reading(desk.facts),
        answered={goal.need_id for goal in desk.rows.goals},
    )


PAGES = {"levels": levels, "factors": factors, "dates": dates, "goals": goals}
