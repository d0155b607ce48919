"""Plans to read: the versions of a student, one plan, a comparison, the teacher's summary, the family's page."""

from uuid import uuid4

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from strongsuit.knowledge.terms import PlanKind, PlanState
from strongsuit.people.roles import Relation
from strongsuit.plans import actions, actions_beside, queries
from strongsuit.plans.comparing import compare_plans
from strongsuit.plans.facts import for_viewer, plan_facts
from strongsuit.plans.forms_beside import AnswerForm, QuestionForm
from strongsuit.plans.frozen import thawed
from strongsuit.plans.models import Plan, Question, SummaryReading
from strongsuit.plans.reading import Reading
from strongsuit.students.access import student_for
from strongsuit.web import clock
from strongsuit.web.inputs import whole
from strongsuit.web.refusals import Cannot, NotYours

FAMILY = {Relation.GUARDIAN, Relation.INFORMED, Relation.ADULT_SELF}


def frame_of(student):
    """The space this person is in with this student; the two never mix on one page."""
    return "family.html" if student.relation in FAMILY else "educator.html"


def facts_of(viewer, plan):
    """What was frozen, or for a plan still in work what stands there now; without what this viewer may not read."""
    frozen = getattr(plan, "frozen", None)
    if frozen is None:
        return plan_facts(plan, viewer=viewer)
    return for_viewer(thawed(frozen), plan.student, viewer)


@require_GET
def plans(request, pk):
    student = student_for(request.user, pk, "plan.read", part="plans")
    rows = queries.plans_of(request.user, student)
    today = clock.today()
    current = queries.current_plan(student, today)
    waiting = [row for row in rows if row.state in queries.OPEN]
    coming = [row for row in rows if row.state == PlanState.ADOPTED and (current is None or row.pk != current.pk)]
    context = {
        "student": student,
        "current_plan": current,
        "waiting": waiting,
        "coming": coming,
        "earlier": [row for row in rows if row not in waiting and row not in coming and row != current],
        "kinds": [kind for kind in PlanKind if _fits(kind, current or (coming and coming[0]))] if not waiting else [],
        "questions": queries.open_questions(student) if "plan.share" in student.abilities else [],
        "frame": frame_of(student),
    }
    return render(request, "plans/plans.html", context)


def _fits(kind, current):
    return (kind == PlanKind.INITIAL) != bool(current)


@require_POST
def start(request, pk):
    student = student_for(request.user, pk, "plan.write", part="plans")
    kind = request.POST.get("kind")
    if kind not in list(PlanKind):
        raise NotYours
    try:
        plan = actions.start_draft(by=request.user, student=student, kind=PlanKind(kind), today=clock.today())
    except Cannot as refusal:
        messages.error(request, str(refusal))
        return redirect("plans:plans", student.pk)
    return redirect("plans:edit", plan.pk)


# What a sealed plan's page shows or leaves out.
SHOWN_BY = {"eligibility.read", "words.read", "plan.read", "paper.print"}


@require_GET
def plan(request, pk):
    found = queries.plan_for(request.user, pk)
    context = {
        "plan": found,
        "student": found.student,
        # A frozen sheet comes ready from this process's own memory; its facts are then never asked for.
        "reading": SimpleLazyObject(lambda: Reading(facts_of(request.user, found))),
        "groups": sorted(found.student.abilities & SHOWN_BY),
        "sealed": getattr(found, "frozen", None),
        "frame": frame_of(found.student),
    }
    return render(request, "plans/plan.html", context)


@require_POST
def move(request, pk, deed):
    """Share, take back or withdraw a draft."""
    found = queries.plan_for(request.user, pk, "plan.share")
    act, words = {
        "share": (
            actions.share_with_family,
            _("The family can read this draft now. It holds still until you take it back."),
        ),
        "take-back": (
            actions.take_back,
            _("The draft is open for writing again. The family sees it when you share it anew."),
        ),
        "withdraw": (actions.withdraw, _("The draft is withdrawn. Its words stay readable for the team.")),
    }[deed]
    try:
        act(by=request.user, plan=found)
    except Cannot as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, words)
    return redirect("plans:plan", found.pk)


@require_GET
def compare(request, pk, other):
    pair = queries.plan_for(request.user, pk), queries.plan_for(request.user, other)
    before, after = sorted(pair, key=lambda plan: plan.number)
    if before.student_id != after.student_id or before.pk == after.pk:
        raise NotYours
    continued = queries.goals_continued(after, before)
    groups = compare_plans(facts_of(request.user, before), facts_of(request.user, after), continued)
    student = after.student
    context = {"plan": after, "before": before, "student": student, "groups": groups, "frame": frame_of(student)}
    return render(request, "plans/compare.html", context)


@require_http_methods(["GET", "POST"])
def summary(request, pk):
    student = student_for(request.user, pk, "summary.read", part="summary")
    current = queries.current_plan(student, clock.today())
    if request.method == "POST":
        if current is None:
            raise NotYours
        current.student = student
        actions_beside.read_summary(by=request.user, plan=current, at=clock.now())
        messages.success(request, _("Thank you. It is noted that you have read this."))
        return redirect("plans:summary", student.pk)
    context = {"student": student, "plan": current}
    if current is not None:
        current.student = student
        readings = SummaryReading.objects.filter(plan=current).select_related("account").order_by("read_at")
        context |= {
            "reading": Reading(facts_of(request.user, current)),
            "readings": readings,
            "mine": next((each for each in readings if each.account_id == request.user.pk), None),
        }
    return render(request, "plans/summary.html", context)


@require_GET
def family(request, pk):
    return _family(request, student_for(request.user, pk, "plan.ask", part="family plan"))


def _family(request, student, form=None, status=200):
    rows = [row for row in queries.plans_of(request.user, student) if row.state != PlanState.WITHDRAWN]
    current = queries.current_plan(student, clock.today())
    proposed = next((row for row in rows if row.state == PlanState.PROPOSED), None)
    wanted = request.GET.get("plan") or request.POST.get("plan") or ""
    shown = proposed if proposed and (wanted == "draft" or current is None) else current
    context = {"student": student, "plan": shown, "current_plan": current, "proposed": proposed}
    if shown is not None:
        shown.student = student
        context |= {
            "reading": Reading(facts_of(request.user, shown)),
            "legal": request.GET.get("view") == "legal",
            "sealed": getattr(shown, "frozen", None),
            "views": _ways(request, wanted),
            "questions": _own_questions(request.user, student),
            "form": form or QuestionForm(initial={"once": uuid4()}),
        }
    return render(request, "plans/family.html", context, status=status)


def _own_questions(viewer, student):
    """What this reader asked, with the answers; another parent asks on their own (trust.md AZ-10)."""
    return Question.objects.filter(student=student, by=viewer).order_by("-at")[:20]


def _ways(request, wanted):
    """The same plan in plain words and as the law asks for it."""
    draft = "plan=draft&" if wanted == "draft" else ""
    legal = request.GET.get("view") == "legal"
    return [
        {"label": _("In plain words"), "url": f"?{draft}view=plain", "current": not legal},
        {"label": _("The whole legal text"), "url": f"?{draft}view=legal", "current": legal},
    ]


@require_POST
def ask(request, pk):
    """A family's question about the plan on the page."""
    student = student_for(request.user, pk, "plan.ask", part="family plan")
    form = QuestionForm(request.POST)
    if not form.is_valid():
        return _family(request, student, form, status=422)
    about = Plan.objects.filter(student=student, pk=whole(request.POST.get("about"), digits=19)).first()
    if about is None or queries.OPENS[about.state] not in student.abilities:
        raise NotYours
    about.student = student
    actions_beside.ask_question(
        by=request.user, plan=about, words=form.cleaned_data["words"], at=clock.now(), once=form.cleaned_data["once"]
    )
    messages.success(request, _("Your question is with the team. The answer will appear here."))
    return redirect("plans:family", student.pk)


@require_http_methods(["GET", "POST"])
def question(request, pk):
    """One question of a family, for the team to answer."""
    found = Question.objects.select_related("plan").filter(pk=pk).first()
    if found is None:
        raise NotYours
    student = student_for(request.user, found.student_id, "plan.share", part="question")
    found.student = found.plan.student = student
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions_beside.answer_question(
                by=request.user, question=found, words=form.cleaned_data["words"], at=clock.now()
            )
        except Cannot as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Your answer is on the family's page."))
            return redirect("plans:question", found.pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "plans/question.html", {"question": found, "student": student, "form": form}, status=status)
