"""The support card for teachers: strengths and how to use them, what to give with one tap, the student's own words."""

from datetime import timedelta

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from strongsuit.documents import own_queries as queries
from strongsuit.documents.own_card_queries import added_to
from strongsuit.documents.own_paper_views import sent
from strongsuit.documents.paper import own_paper
from strongsuit.documents.sheets.own import SIZES
from strongsuit.documents.sheets.own_support import support_sheet
from strongsuit.knowledge.terms import AccommodationKind
from strongsuit.people.roles import Relation
from strongsuit.plans.facts import plan_facts
from strongsuit.plans.models import Accommodation, SummaryReading
from strongsuit.plans.queries import current_plan
from strongsuit.plans.reading import Reading
from strongsuit.progress import milestone_actions
from strongsuit.progress.milestone_queries import given_since, taps_of
from strongsuit.progress.queries import goals_of
from strongsuit.students.access import student_for
from strongsuit.web import clock
from strongsuit.web.refusals import NotYours

LOOKS_BACK = timedelta(days=30)
# As many as stand on one screen.
MOST = 6
TAPS = {"yes": True, "no": False, "back": None}


def card_for(request, pk):
    student = student_for(request.user, pk, "summary.read", part="support card")
    plan = current_plan(student, clock.today())
    if plan is not None:
        plan.student = student
    return student, plan


@require_safe
def card(request, pk):
    """One screen about one student for whoever teaches now."""
    student, plan = card_for(request, pk)
    return render(
        request, "documents/support_card.html", {"student": student, "plan": plan, **told(request, student, plan)}
    )


def told(request, student, plan):
    if plan is None:
        return {}
    reading = Reading(plan_facts(plan))
    share = queries.newest_share(student)
    page = queries.shared_page(share, reader=queries.reader_of(student)) if share else None
    today = clock.today()
    return {
        "strengths": strengths_of(reading),
        "supports": supports_of(request, student, plan, today),
        "page": page,
        "stretch": [added.stretch for added in added_to(goals_of(plan)).values() if added.stretch],
        "may_tap": "support.given" in student.abilities,
        "read": SummaryReading.objects.filter(plan=plan, account=request.user).first(),
        "today": today,
    }


def strengths_of(reading):
    """What the student does well, each with how a teacher uses it where a goal says so."""
    steps: dict[str, list[str]] = {}
    for goal in reading.facts.goals:
        for weave in goal.weaves:
            if weave.step or weave.mechanism:
                steps.setdefault(weave.strength_id, []).append(weave.step or weave.mechanism)
    found = [(each, list(dict.fromkeys(steps.get(each.id, ())))) for each in reading.glance_strengths]
    return sorted(found, key=lambda each: not each[1])[:MOST]


def supports_of(request, student, plan, today):
    """Each support with this person's tap of today, and for those who plan how often it was given lately."""
    taps = taps_of(request.user, student, today=today)
    plans = student.relation in {Relation.CASE_MANAGER, Relation.CHAIR}
    counts = given_since(student, since=today - LOOKS_BACK) if plans else {}
    rows = Accommodation.objects.filter(plan=plan).exclude(kind=AccommodationKind.TESTING)
    return [(each, taps.get(each.pk), counts.get(each.pk)) for each in rows.order_by("order", "id")]


@require_POST
def tap(request, pk, support):
    """Given today, not today, or taken back."""
    student, plan = card_for(request, pk)
    found = Accommodation.objects.filter(pk=support, plan=plan, student=student).select_related("plan").first()
    asked = request.POST.get("given")
    if plan is None or found is None or asked not in TAPS:
        raise NotYours
    milestone_actions.tap_support(by=request.user, student=student, support=found, on=clock.today(), given=TAPS[asked])
    return redirect("documents:support_card", pk)


@require_safe
def paper(request, pk):
    """The card on one sheet."""
    student, plan = card_for(request, pk)
    if plan is None:
        raise NotYours
    asked, values = request.GET.get("size"), told(request, student, plan)
    size = asked if asked in SIZES else SIZES[0]
    made = own_paper(
        lambda: support_sheet(student.called, values["strengths"], values["supports"], values["page"], size=size),
        at=clock.now(), language=request.user.language,
    )  # fmt: skip
    return sent(request, student, made, "support-card")
