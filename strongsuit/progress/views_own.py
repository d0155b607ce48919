"""Progress in the spaces of the student and of the family: pictures first, kind words, one's own say."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from strongsuit.knowledge.terms import Group
from strongsuit.plans.actions_beside import answer_weave as answer_strength
from strongsuit.plans.models import Goal
from strongsuit.plans.queries import current_plan
from strongsuit.plans.queries_weaves import questions_for
from strongsuit.progress import actions, pages, queries
from strongsuit.progress.forms import CheckInForm, OnceForm, WeaveAnswerForm
from strongsuit.progress.models import CheckIn
from strongsuit.progress.own_words import YOUNGEST
from strongsuit.students.access import group_of, student_for
from strongsuit.web import clock, ids
from strongsuit.web.refusals import NotYours

FACES = {"great": "yes-face", "okay": "sometimes", "hard": "no-face"}


def own_student(request, ability="growth.mine"):
    student = getattr(request.user, "student", None)
    if student is None:
        raise NotYours
    return student_for(request.user, student.pk, ability, part="my goals")


@require_safe
def mine(request):
    """My goals: what I want, how it grows, and how it went today."""
    return render(request, "progress/mine.html", mine_page(own_student(request)))


def mine_page(student, refused=None):
    today = clock.today()
    plan = current_plan(student, today)
    goals = queries.goals_of(plan)
    grown = pages.growth_of_goals(student, goals, today=today, remarks=False)
    said = queries.check_ins_of(goals, most=10)
    asked = questions_for(student, plan)
    cards = []
    for goal in goals:
        wrong = refused is not None and refused.goal == goal.pk
        cards.append(
            {
                "goal": goal,
                "growth": grown[goal.pk],
                "form": refused if wrong else CheckInForm(goal=goal.pk),
                "open": wrong,
                "today": next((each for each in said[goal.pk] if each.on == today), None),
                "said": [(FACES[each.face], each) for each in reversed(said[goal.pk])],
                "asked": [(each, OnceForm()) for each in asked.now if each.goal.pk == goal.pk],
                "heard": [each for each in asked.heard if each.goal_id == goal.pk],
            }
        )
    return {
        "student": student,
        "cards": cards,
        "young": student.grade in YOUNGEST,
        "faces": FACES,
        "ideas": [(each, OnceForm()) for each in asked.ideas],
    }


@require_POST
def check_in(request, pk):
    """The student's face and words for one of the goals in effect."""
    student = own_student(request)
    goal = next((each for each in queries.goals_of(current_plan(student, clock.today())) if each.pk == pk), None)
    if goal is None:
        raise NotYours
    goal.student = student
    form = CheckInForm(request.POST, goal=goal.pk)
    if not form.is_valid():
        return render(request, "progress/mine.html", mine_page(student, refused=form), status=422)
    told = form.cleaned_data
    actions.check_in(
        by=request.user,
        goal=goal,
        face=CheckIn.Face(told["face"]),
        words=told["words"],
        answer_me=told["answer_me"],
        on=clock.today(),
        once=told["once"],
    )
    messages.success(request, _("Thank you for telling. It is kept."))
    return redirect(f"{reverse('progress:mine')}#goal-{ids.spell(goal.pk)}")


@require_POST
def answer_weave(request, pk, item):
    """The student's "That's me" or "Not me" to a strength that carries one of the goals."""
    student = own_student(request, "weave.answer")
    asked = questions_for(student, current_plan(student, clock.today())).about(pk, item)
    if asked is None:
        if not Goal.objects.filter(pk=pk, student=student).exists():
            raise NotYours
        messages.info(request, _("Your team changed this goal. Look at it again."))
        return redirect("progress:mine")
    form = WeaveAnswerForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose one of the two answers."))
        return render(request, "progress/mine.html", mine_page(student), status=422)
    asked.goal.student = student
    told = form.cleaned_data
    answer_strength(
        by=request.user, goal=asked.goal, item=asked.item, yes=told["yes"] == "yes", at=clock.now(), once=told["once"]
    )
    return redirect(f"{reverse('progress:mine')}#me-{ids.spell(pk)}-{ids.spell(item)}")


@require_safe
def family(request, pk):
    """How the goals are going, as the family reads it, and the reports that came home."""
    student = student_for(request.user, pk, "progress.read", part="progress")
    if group_of(student.relation) == Group.SCHOOL:
        raise NotYours
    today = clock.today()
    plan = current_plan(student, today)
    goals = queries.goals_of(plan)
    grown = pages.growth_of_goals(student, goals, today=today)
    said = queries.check_ins_of(goals, most=3) if "words.read" in student.abilities else {}
    context = {
        "student": student,
        "plan": plan,
        "goals": [(goal, grown[goal.pk], [(FACES[s.face], s) for s in said.get(goal.pk, [])]) for goal in goals],
        "reports": list(queries.reports_for(student)),
        "today": today,
    }
    return render(request, "progress/family.html", context)
