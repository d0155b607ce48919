"""The student's one-pager: made in small steps, one question a screen, shown, shared and taken back."""

from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazily
from django.views.decorators.http import require_POST, require_safe

from strongsuit.documents import own_actions as actions
from strongsuit.documents import own_forms as forms
from strongsuit.documents import own_queries as queries
from strongsuit.documents.own_pictures import PICTURES
from strongsuit.knowledge.own_page import ABOUT_ASK, ABOUT_SHARE, MOST, MOST_WORDS, QUESTIONS, Part, SeenBy
from strongsuit.strengths.models import Item
from strongsuit.strengths.queries import items_of
from strongsuit.students.access import student_for
from strongsuit.web import ids
from strongsuit.web.inputs import whole
from strongsuit.web.refusals import Cannot, NotYours, Stale

CHANGED = lazily("You changed this on another page or device. Look at it again.")
SYMBOLS = {name: name for name in PICTURES} | {"": "close"}
READERS = {SeenBy.TEAM: "friends", SeenBy.FAMILY: "family", SeenBy.ME: "lock"}


@dataclass(frozen=True)
class Step:
    """One screen of the maker; ``part`` where it fills a part of the page."""

    slug: str
    label: object
    icon: str
    part: Part | None = None


STEPS = (
    Step("me", lazily("My name"), "student"),
    Step("strengths", lazily("What I do well"), "ability", Part.STRENGTH),
    Step("likes", lazily("What I like"), "interest", Part.INTEREST),
    Step("ways", lazily("How I work"), "preference", Part.PREFERENCE),
    Step("hard", lazily("What is hard"), "need", Part.NEED),
    Step("helps", lazily("What helps"), "support", Part.HELP),
    Step("ask", lazily("I ask for"), "voice", Part.ASK),
    Step("look", lazily("How it looks"), "display"),
)
BY_SLUG = {step.slug: step for step in STEPS}
SLUG_OF = {step.part: step.slug for step in STEPS if step.part}


def own_student(request):
    student = getattr(request.user, "student", None)
    if student is None:
        raise NotYours
    return student_for(request.user, student.pk, "page.own", part="my one-pager")


@require_safe
def one_pager(request):
    """My page as it is now, the steps to make it, and the ways to show it."""
    return render(request, "documents/own_page.html", page_of(own_student(request)))


def page_of(student, **filled):
    pager, lines = queries.pager_of(student), queries.lines_of(student)
    page = queries.page_of(student, reader=SeenBy.ME)
    have = {line.part for line in lines}
    named = not pager._state.adding
    done = {step.slug for step in STEPS if (step.part in have if step.part else named)}
    team = queries.page_of(student, reader=SeenBy.TEAM)
    current = queries.newest_share(student)
    return {
        "student": student,
        "page": page,
        "steps": [(step, step.slug in done) for step in STEPS],
        "next": next((step for step in STEPS if step.slug not in done), None),
        "words": team.words,
        "most": MOST_WORDS,
        "over": max(0, team.words - MOST_WORDS),
        "hidden": [line for line in lines if line.seen_by != SeenBy.TEAM],
        "shared": current,
        "same": current is not None and unchanged(student, lines, current),
        "shares": queries.shares_of(student),
        "shorts": shorts_of(student, current),
        "about_share": ABOUT_SHARE.at(page.target),
        "form": forms.OnceForm(),
        **filled,
    }


def unchanged(student, lines, current):
    return current.sha256 == queries.seal_of([line for line in lines if line.seen_by != SeenBy.ME])


def shorts_of(student, current):
    """Adults' shorter versions that wait for the student's word."""
    if current is None:
        return []
    lines = current.lines.filter(in_short__isnull=False, in_short__approved_at=None).select_related("in_short")
    return [line.in_short for line in lines.order_by("order")]


def step(request, slug):
    """One screen of the maker."""
    here = BY_SLUG.get(slug)
    if here is None:
        raise NotYours
    student = own_student(request)
    if here.part is not None:
        return part_step(request, student, here)
    return choice_step(request, student, here)


def part_step(request, student, here):
    if request.method != "POST":
        return render(request, "documents/own_part.html", part_page(student, here))
    item = chosen_item(student, request.POST.get("item"))
    form = forms.OnceForm(request.POST) if item else forms.OwnLineForm(request.POST)
    if form.is_valid():
        told = form.cleaned_data
        words = item.words if item else told["words"]
        try:
            actions.add_line(
                by=request.user, student=student, part=here.part, words=words, item=item, once=told["once"]
            )
        except Cannot as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("documents:own_step", here.slug)
    shown = {} if item else {"form": form}
    if item:
        messages.error(request, " ".join(form.non_field_errors()) or _("Choose it once more."))
    return render(request, "documents/own_part.html", part_page(student, here, **shown), status=422)


def chosen_item(student, spelled):
    """The strength whose button was pressed; none of anybody else."""
    if not spelled:
        return None
    try:
        pk = ids.read(spelled)
    except ValueError:
        raise NotYours from None
    found = items_of(student, with_private=True).filter(pk=pk).first()
    if found is None:
        raise NotYours
    return found


def part_page(student, here, **filled):
    lines = queries.lines_of(student)
    mine = [line for line in lines if line.part == here.part]
    target = queries.reads_at(student)
    full = len(mine) >= MOST[here.part]
    offered: list[Item] = [] if full else queries.offered_items(student, here.part, lines)
    return {
        "student": student,
        "step": here,
        "question": QUESTIONS[here.part].at(target),
        "note": ABOUT_ASK.at(target) if here.part == Part.ASK else "",
        "lines": mine,
        "most": MOST[here.part],
        "full": full,
        "offered": [(item, queries.first_picture(here.part, item), forms.OnceForm()) for item in offered],
        "form": forms.OwnLineForm(),
        "arrange": forms.OnceForm(),
        **around(here),
        **filled,
    }


def around(here):
    """The steps before and after, and where this one stands."""
    at = STEPS.index(here)
    return {
        "number": at + 1,
        "names": [each.label for each in STEPS],
        "before": STEPS[at - 1] if at else None,
        "after": STEPS[at + 1] if at + 1 < len(STEPS) else None,
    }


def renewed(form, version):
    """What was typed stays, and may be sent again now that the newer version was seen."""
    form.data = form.data.copy()
    form.data["version"] = version


FORMS = {"me": forms.AboutMeForm, "look": forms.LookForm}


def choice_step(request, student, here):
    pager, kind = queries.pager_of(student), FORMS[here.slug]
    saved = 0 if pager._state.adding else pager.version
    if request.method != "POST":
        first = {name: getattr(pager, name) for name in kind.base_fields if name != "version"} | {"version": saved}
        first["called"] = pager.called or student.called
        return render(request, "documents/own_choice.html", choice_page(student, here, kind(initial=first)))
    form = kind(request.POST)
    if form.is_valid():
        try:
            actions.choose(by=request.user, student=student, **form.cleaned_data)
        except Stale:
            form.add_error(None, str(CHANGED))
            renewed(form, saved)
        else:
            after = around(here)["after"]
            return redirect("documents:own_step", after.slug) if after else redirect("documents:own_page")
    return render(request, "documents/own_choice.html", choice_page(student, here, form), status=422)


def choice_page(student, here, form):
    return {"student": student, "step": here, "form": form, **around(here)}


def line(request, pk):
    """One line: its words, its picture, who may see it."""
    found = queries.line_for(request.user, pk)
    if request.method != "POST":
        first = {name: getattr(found, name) for name in ("version", "words", "seen_by", "picture")}
        return render(request, "documents/own_line.html", line_page(found, forms.LineForm(initial=first)))
    form = forms.LineForm(request.POST)
    if form.is_valid():
        try:
            actions.change_line(by=request.user, line=found, **form.cleaned_data)
        except Stale as stale:
            form.add_error(None, str(CHANGED))
            renewed(form, stale.current.version)
        except Cannot as problem:
            form.add_error("words", str(problem))
        else:
            return redirect("documents:own_step", SLUG_OF[found.part])
    return render(request, "documents/own_line.html", line_page(found, form), status=422)


def line_page(found, form):
    return {
        "student": found.student,
        "line": found,
        "form": form,
        "symbols": SYMBOLS,
        "readers": READERS,
        "slug": SLUG_OF[found.part],
    }


@require_POST
def move(request, pk):
    """One place up or down."""
    found = queries.line_for(request.user, pk)
    seen_at = request.POST.get("seen_at", "")
    actions.move_line(
        by=request.user,
        line=found,
        up=request.POST.get("way") == "up",
        seen_at=int(seen_at) if seen_at.isascii() and seen_at.isdigit() and len(seen_at) < 4 else None,
    )
    return redirect("documents:own_step", SLUG_OF[found.part])


@require_POST
def arrange(request, slug):
    """The lines of a part in the order in which they were dragged."""
    here = BY_SLUG.get(slug)
    if here is None or here.part is None:
        raise NotYours
    student = own_student(request)
    try:
        order = [ids.read(spelled) for spelled in request.POST.getlist("line")[:20]]
    except ValueError:
        raise NotYours from None
    actions.arrange(by=request.user, student=student, part=here.part, order=order)
    return redirect("documents:own_step", slug)


@require_POST
def take_off(request, pk):
    """Take a line off the draft."""
    found = queries.line_for(request.user, pk)
    actions.take_off(by=request.user, line=found)
    messages.success(request, _("The line is off your page."))
    return redirect("documents:own_step", SLUG_OF[found.part])


@require_POST
def share(request):
    """Give team and family a copy."""
    student, form = own_student(request), forms.OnceForm(request.POST)
    if form.is_valid():
        try:
            actions.share(by=request.user, student=student, once=form.cleaned_data["once"])
        except Cannot as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, _("Your team can read your page now."))
            return redirect("documents:own_page")
    return render(request, "documents/own_page.html", page_of(student), status=422)


@require_POST
def take_back(request):
    """Show the shared copy to nobody any more."""
    student, form = own_student(request), forms.OnceForm(request.POST)
    if not form.is_valid():
        return render(request, "documents/own_page.html", page_of(student), status=422)
    if actions.take_back(by=request.user, student=student, once=form.cleaned_data["once"]):
        messages.success(request, _("Your page is only yours again."))
    return redirect("documents:own_page")


@require_POST
def meant(request, pk):
    """Whether an adult's shorter version is what the student meant."""
    found = queries.short_for(request.user, pk)
    try:
        actions.answer_short(
            by=request.user, found=found, version=whole(request.POST.get("version")),
            meant=request.POST.get("meant") == "yes",
        )  # fmt: skip
    except Stale:
        messages.error(request, _("The short version changed. Please read it again."))
    return redirect("documents:own_page")
