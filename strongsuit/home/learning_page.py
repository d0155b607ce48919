"""What the pages of a lesson show: sentences in the reader's language, the graph, how far one has come."""

from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from strongsuit.home.growth_words import number
from strongsuit.home.spaces import space_of
from strongsuit.knowledge.graph import progress_graph
from strongsuit.knowledge.growth import Growth, report_line
from strongsuit.knowledge.lessons import Feedback, Lesson, Measured, Said, Task, lesson_of
from strongsuit.knowledge.lessons.checking import LOOK_YOURSELF, in_english, look_yourself
from strongsuit.web.graph import shown
from strongsuit.web.refusals import NotYours

# The sign-in remembers which tasks are done until one signs out; what was answered is nowhere.
SESSION = "learning"
TRIES_BEFORE_MODEL = 2
BASES = {"district": "district.html", "family": "family.html"}
# The addresses of each audience's lessons.
WAYS = {
    "staff": {"all": "home:learning", "one": "home:lesson", "task": "home:task", "end": "home:lesson_end"},
    "family": {
        "all": "home:family_learning",
        "one": "home:family_lesson",
        "task": "home:family_task",
        "end": "home:family_lesson_end",
    },
}
TONES = {"found": "check", "missing": "edit", "thought": "idea"}


@dataclass(frozen=True, slots=True)
class Line:
    """A remark as it is shown: ``word`` says the tone to those who do not see the icon."""

    tone: str
    icon: str
    word: str
    text: str
    quote: str


def lesson_for(key: str, audience: str) -> Lesson:
    found = lesson_of(key, audience)
    if found is None:
        raise NotYours
    return found


def task_for(lesson: Lesson, key: str) -> Task:
    found = lesson.task(key)
    if found is None:
        raise NotYours
    return found


def told(said: Said) -> str:
    values = {name: _word(value) if isinstance(value, str) else shown(value) for name, value in said.values.items()}
    return _(said.message) % values if values else _(said.message)


def _word(value: str) -> str:
    """A value that is a word of the product, such as a skill set, is translated as well."""
    return _(value) if value else value


def frame(request, audience: str) -> dict[str, object]:
    """The frame of the space that the reader is in, and the addresses of these lessons."""
    space = "family" if audience == "family" else space_of(request)
    family = audience == "family"
    return {
        "base": BASES.get(space, "educator.html"), "ways": WAYS[audience], "family": family,
        # Practice material: translated for families, for staff in the language the checks read.
        "material": {"lang": get_language(), "dir": "rtl" if get_language_bidi() else "ltr"} if family else
                    {"lang": "en", "dir": "ltr"},
    }  # fmt: skip


def read_here(lesson: Lesson) -> Lesson:
    """The lesson as its page shows it: a family reads the examples in its own language."""
    if lesson.audience != "family":
        return lesson
    said = lesson.contrast
    return replace(lesson, contrast=replace(said, before=_(said.before), after=_(said.after)))


def task_here(lesson: Lesson, task: Task) -> Task:
    if lesson.audience != "family":
        return task
    known = task.student
    if known:
        items = tuple(replace(item, words=_(item.words)) for item in known.items)
        known = replace(known, items=items, data=tuple(_(fact) for fact in known.data))
    notes = tuple(_(note) for note in task.notes)
    return replace(task, draft=_word(task.draft), model=_word(task.model), notes=notes, student=known)


def checked(lesson: Lesson, task: Task, answer: str) -> Feedback:
    """What the check says; a line in another language is compared by its writer."""
    if lesson.audience == "family" and not task.choices and not in_english(answer):
        return look_yourself(lesson.oneself)
    found = lesson.check(task, answer)
    if lesson.audience == "family" and task.choices:
        # What was picked is read in translation; a quote from the English line would be a riddle.
        return replace(found, remarks=tuple(replace(one, quote="") for one in found.remarks))
    return found


def mark(lesson: Lesson) -> str:
    return f"{lesson.key}:{lesson.edition}"


def done_in(request, lesson: Lesson) -> list[str]:
    """The tasks done since signing in, in the order of the lesson."""
    kept = request.session.get(SESSION, {}).get(mark(lesson), [])
    return [task.key for task in lesson.tasks if task.key in kept]


def remember(request, lesson: Lesson, task: Task) -> list[str]:
    done = done_in(request, lesson)
    if task.key not in done:
        done.append(task.key)
        request.session[SESSION] = request.session.get(SESSION, {}) | {mark(lesson): done}
    return done_in(request, lesson)


def next_url(lesson: Lesson, done: list[str], here: Task | None = None) -> str:
    """The next open task after this one, or from the beginning; the end when none is open."""
    ways, keys = WAYS[lesson.audience], [task.key for task in lesson.tasks]
    start = keys.index(here.key) + 1 if here else 0
    waiting = [key for key in keys[start:] + keys[:start] if key not in done and (here is None or key != here.key)]
    if waiting:
        return reverse(ways["task"], args=[lesson.key, waiting[0]])
    if len(done) < len(keys):
        return reverse(ways["one"], args=[lesson.key])
    return reverse(ways["end"], args=[lesson.key])


def lines(feedback: Feedback) -> list[Line]:
    words = {"found": _("There:"), "missing": _("Still open:"), "thought": _("A thought:")}
    return [Line(one.tone, TONES[one.tone], words[one.tone], told(one.said), one.quote) for one in feedback.remarks]


def word(growth: Growth | None) -> dict[str, object] | None:
    """The growth word with the six numbers it is never shown without."""
    if growth is None:
        return None
    line = report_line(growth)
    return {
        "word": growth.word.value if growth.word else "none",
        "text": _("No word yet") if growth.word is None else _(line.label),
        "reason": "" if growth.word else _(line.label),
        "start": number(line.start),
        "now": number(line.now),
        "target": number(line.target),
        "on": date_format(line.target_on, "DATE_FORMAT") if line.target_on else "",
        "points": str(line.points),
        "unit": _(line.unit),
        "next_step": _(line.next_step),
        "pace": _(line.pace.label) if line.pace else "",
    }


def picture(measured: Measured | None) -> dict[str, object] | None:
    if measured is None:
        return None
    graph = progress_graph(measured.goal, measured.points, today=measured.on, calendar=measured.calendar)
    title = _("Measurements up to %(day)s") % {"day": date_format(measured.on, "DATE_FORMAT")}
    return {"graph": graph, "unit": _(measured.goal.unit), "title": title}


def task_page(request, lesson: Lesson, task: Task, form, done: list[str]) -> dict[str, object]:
    way = WAYS[lesson.audience]["task"]
    return frame(request, lesson.audience) | {
        "lesson": lesson,
        "task": task_here(lesson, task),
        "place": lesson.tasks.index(task) + 1,
        "form": form,
        "done": done,
        "picture": picture(task.measured),
        "skip_url": next_url(lesson, done, task),
        "others": [
            {"url": reverse(way, args=[lesson.key, one.key]), "done": one.key in done, "here": one is task}
            for one in lesson.tasks
        ],
    }


def answered(lesson: Lesson, task: Task, feedback: Feedback, tries: int, done: list[str]) -> dict[str, object]:
    """What the check found, and after two tries a way it could be said."""
    shows = feedback.headline.message == LOOK_YOURSELF or not feedback.good and tries >= TRIES_BEFORE_MODEL
    return {
        "feedback": feedback,
        "headline": told(feedback.headline),
        "lines": lines(feedback),
        "word": word(feedback.growth),
        "tries": tries,
        "shows_model": shows,
        "next_url": next_url(lesson, done, task) if task.key in done else "",
        "complete": len(done) == len(lesson.tasks),
    }
