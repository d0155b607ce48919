"""What helps me: the student says what each accommodation means, one picture a screen."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from strongsuit.knowledge import ratings
from strongsuit.knowledge.ratings import Answers, Asked, next_question
from strongsuit.knowledge.reading_level import target_of_grade
from strongsuit.knowledge.supports import support_for
from strongsuit.plans import rating_actions as actions
from strongsuit.plans import rating_queries as queries
from strongsuit.plans.rating_forms import FinishForm, step_of
from strongsuit.students.access import student_for
from strongsuit.web import clock
from strongsuit.web.inputs import whole
from strongsuit.web.refusals import Cannot, NotYours


def own_student(request, ability="rating.write"):
    student = getattr(request.user, "student", None)
    if student is None:
        raise NotYours
    return student_for(request.user, student.pk, ability, part="what helps me")


@require_safe
def helps(request):
    """Every accommodation of the plan in effect, those to talk about first."""
    student, today = own_student(request), clock.today()
    rated = queries.mine(student, today)
    return render(
        request, "plans/rating_mine.html",
        {"student": student, "rated": [(each, called(student, each), each.due(today)) for each in rated]},
    )  # fmt: skip


def called(student, rated):
    """The support as the student reads it; the plan's words where no plainer ones are known."""
    return _(rated.plainly(target_of_grade(student.grade)))


def concept(rated):
    """The name of the support's picture, where its kind is known."""
    kind = support_for(rated.accommodation.words)
    return kind.symbol if kind else ""


def found(request, pk):
    """One accommodation of the student's own plan in effect."""
    student = own_student(request)
    rated = next((each for each in queries.mine(student, clock.today()) if each.accommodation.pk == pk), None)
    if rated is None:
        raise NotYours
    rated.accommodation.student = student
    return student, rated


def rate(request, pk):
    """The next question, or the last screen once all are answered."""
    student, rated = found(request, pk)
    if request.method == "POST":
        return answered(request, student, rated)
    return screen(request, student, rated)


def screen(request, student, rated, form=None, status=200):
    begun = rated.begun
    said = Answers(*(getattr(begun, name) for name in Asked)) if begun else Answers()
    passed = frozenset(begun.passed if begun else ())
    asked = next_question(said, passed)
    page = {
        "student": student,
        "rated": rated,
        "called": called(student, rated),
        "concept": concept(rated),
        "given": len(passed),
        "number": len(passed) + 1,
        "most": len(ratings.follow_ups(said)),
    }
    if asked is None:
        return render(request, "plans/rating_end.html", page | {"form": form or FinishForm()}, status=status)
    level = target_of_grade(student.grade)
    # Each step has a picture of its own that can be told apart without color.
    steps = [(value, f"{asked}-{value}", word) for value, word in enumerate(ratings.STEPS[level][asked])]
    page |= {"asked": asked, "question": ratings.ASKED[level][asked], "steps": steps, "first": not passed}
    return render(request, "plans/rating_question.html", page, status=status)


def answered(request, student, rated):
    asked = request.POST.get("asked", "")
    try:
        if asked not in set(Asked):
            raise ValueError(asked)
        value = step_of(request.POST.get("step"))
    except ValueError:
        messages.error(request, _("Choose one of the four pictures, or skip."))
        return screen(request, student, rated, status=422)
    actions.answer_question(by=request.user, accommodation=rated.accommodation, asked=Asked(asked), value=value)
    return redirect("plans:rate", pk=rated.accommodation.pk)


@require_POST
def back(request, pk):
    _student, rated = found(request, pk)
    given = whole(request.POST.get("given"))
    actions.take_back_answer(by=request.user, accommodation=rated.accommodation, given=given)
    return redirect("plans:rate", pk=pk)


@require_POST
def finish(request, pk):
    """Keep the answers for good, and show what happens with them."""
    student, rated = found(request, pk)
    form = FinishForm(request.POST)
    if not form.is_valid():
        return screen(request, student, rated, form=form, status=422)
    try:
        actions.finish_rating(by=request.user, accommodation=rated.accommodation, **form.cleaned_data)
    except Cannot as problem:
        messages.error(request, str(problem))
        return screen(request, student, rated, form=form, status=422)
    return redirect("plans:rating_done", pk=pk)


@require_safe
def done(request, pk):
    student, rated = found(request, pk)
    if rated.rating is None:
        return redirect("plans:rate", pk=pk)
    following = [each for each in queries.mine(student, clock.today()) if each.due(clock.today())]
    page = {"student": student, "rated": rated, "called": called(student, rated)}
    return render(request, "plans/rating_done.html", page | {"more": following[0] if following else None})
