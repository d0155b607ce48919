"""Learning: the list of lessons, one lesson, its tasks one at a time, and its end; for staff and for families."""

from dataclasses import replace

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from strongsuit.home import learning_page as pages
from strongsuit.home.forms import PracticeForm
from strongsuit.home.learning_readers import READERS
from strongsuit.knowledge.lessons import Feedback, Lesson, Task, lessons_for
from strongsuit.web import clock


@require_safe
def learning(request, audience="staff"):
    """Every lesson, with what one has finished."""
    finished = READERS[audience].finished(request.user)
    rows = [
        {"lesson": lesson, "finished": _current(finished, lesson), "done": len(pages.done_in(request, lesson))}
        for lesson in lessons_for(audience)
    ]
    return render(request, "home/learning.html", pages.frame(request, audience) | {"rows": rows})


@require_safe
def lesson(request, key, audience="staff"):
    """The idea and one contrast; then the practice."""
    finished = READERS[audience].finished(request.user)
    found = pages.lesson_for(key, audience)
    done = pages.done_in(request, found)
    first = pages.next_url(found, [] if len(done) == len(found.tasks) else done)
    context = pages.frame(request, audience) | {"lesson": pages.read_here(found), "done": done, "first_url": first}
    return render(request, "home/lesson.html", context | {"finished": _current(finished, found)})


def task(request, key, task, audience="staff"):
    """One task. What is sent is checked and forgotten; only that the task is done stays with the sign-in."""
    READERS[audience].require(request.user)
    found = pages.lesson_for(key, audience)
    asked = pages.task_for(found, task)
    if request.method != "POST":
        form = PracticeForm(task=asked)
        context = pages.task_page(request, found, asked, form, pages.done_in(request, found))
        return render(request, "home/lesson_task.html", context | {"tries": 0})
    return _answered(request, found, asked)


def _answered(request, found: Lesson, asked: Task):
    form = PracticeForm(request.POST, task=asked)
    tries, quick = form.tried(), "HX-Request" in request.headers
    template = "home/_lesson_answer.html" if quick else "home/lesson_task.html"
    if not form.is_valid():
        done = pages.done_in(request, found)
        context = pages.task_page(request, found, asked, form, done) | {"tries": tries, "quick": quick}
        return render(request, template, context, status=422)
    feedback, tries = pages.checked(found, asked, form.given()), tries + 1
    seen = feedback.good or tries >= pages.TRIES_BEFORE_MODEL
    done = pages.remember(request, found, asked) if seen else pages.done_in(request, found)
    if len(done) == len(found.tasks):
        READERS[found.audience].finish(by=request.user, lesson=found.key, edition=found.edition, at=clock.now())
    context = pages.task_page(request, found, asked, form, done) | {"quick": quick}
    context |= pages.answered(found, asked, _explained(found, asked, feedback, tries), tries, done)
    return render(request, template, context)


def _explained(found: Lesson, asked: Task, feedback: Feedback, tries: int) -> Feedback:
    """After two tries a choice is explained, as a written task then shows a model answer."""
    if feedback.good or not asked.choices or tries < pages.TRIES_BEFORE_MODEL:
        return feedback
    return replace(found.check(asked, found.right(asked)), good=False, headline=feedback.headline)


@require_safe
def lesson_end(request, key, audience="staff"):
    """What was learned, and where the same rules work on real drafts."""
    finished = READERS[audience].finished(request.user)
    found = pages.lesson_for(key, audience)
    row = _current(finished, found)
    if row is None:
        return redirect(pages.WAYS[audience]["one"], key=found.key)
    waiting = [one for one in lessons_for(audience) if _current(finished, one) is None]
    context = pages.frame(request, audience) | {"lesson": found, "finished": row, "waiting": waiting[:1]}
    return render(request, "home/lesson_end.html", context)


def _current(finished, lesson: Lesson):
    """The row of this very edition; a lesson that teaches something new is open again."""
    row = finished.get(lesson.key)
    return row if row is not None and row.edition == lesson.edition else None
