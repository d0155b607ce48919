"""T-5, weaving: a goal that runs on the student's own strength, and says all that is needed to measure it."""

from collections.abc import Iterator

from strongsuit.knowledge import weave
from strongsuit.knowledge.coach.goals import ADVICE, GoalReading, read_goal
from strongsuit.knowledge.hidden_clause import WILL, Weaving, best_weave
from strongsuit.knowledge.lessons.checking import FOUND, MISSING, THOUGHT, advice, advice_remarks, told
from strongsuit.knowledge.lessons.shapes import Contrast, Feedback, Lesson, Place, Remark, Said, Task
from strongsuit.knowledge.lessons.students import IMANI, NOOR, TEO
from strongsuit.knowledge.meaning import numbers
from strongsuit.knowledge.weave import REWARD
from strongsuit.knowledge.words import gettext_noop

PARTS = {
    "behavior": gettext_noop("An act that can be counted"),
    "baseline": gettext_noop("The baseline: where it stands today"),
    "criterion": gettext_noop("The target: how much is enough"),
    "measurement": gettext_noop("The tool: how it is recorded"),
    "timeframe": gettext_noop("The date"),
}
SCORES = (
    gettext_noop("Weave 0 of 3: the goal names nothing of what this student does well, likes or prefers."),
    gettext_noop("Weave 1 of 3: a strength is named, but the work would be the same without it."),
    gettext_noop("Weave 2 of 3: a strength is part of the work itself."),
)
# What the third point needs cannot be written; it has to happen.
THIRD = gettext_noop("The third point comes later: when the student says “That’s me” and the plan is used.")
WHICH = gettext_noop("Built on: %(item)s")
HIDDEN_CHANGES = gettext_noop("Hide these words, and the student would work in another way. That is a weave.")
HIDDEN_SAME = gettext_noop(
    "Hide these words, and the goal is still the same goal. Let the strength be how the student gets there."
)
NAMED_IN_ACT = gettext_noop(
    "It is named beside the act. Move it before “will”, and it becomes the way there: with what, where, as whom?"
)
RANSOM = gettext_noop("Here the interest is a prize that can be lost. Make it the content, the tool or the place.")
NOT_TODAY = gettext_noop("The team’s notes say something else about today: “%(note)s”. Begin from there.")
NOT_PAST = gettext_noop("The level to reach is not past where it stands today. Is that meant?")
DONE = gettext_noop("Measurable, and built on a strength. A stranger could start on Monday.")
MEASURABLE_ONLY = gettext_noop("It can be measured. Now let a strength do some of the work.")
WOVEN_ONLY = gettext_noop("The strength is part of the work. Now fill in what is needed to measure it.")
CLOSE = gettext_noop("A start. Look at the parts one by one.")


def check(task: Task, answer: str) -> Feedback:
    items = task.student.items if task.student else ()
    reading = read_goal(answer)
    weaving = best_weave(answer, items, task.student.name if task.student else "")
    whole = all(getattr(reading, name) for name in PARTS) and reading.measurable
    found = advice(answer, "goal")
    remarks = (
        *_parts(reading),
        *_start(task, reading),
        *_weave(answer, weaving),
        *advice_remarks(found),
    )
    woven = weaving.score >= weave.READY
    whole = whole and reading.past_today is not False
    headline = DONE if whole and woven else MEASURABLE_ONLY if whole else WOVEN_ONLY if woven else CLOSE
    return told(headline, remarks, good=whole and woven and not found and not REWARD.search(answer))


def _parts(reading: GoalReading) -> Iterator[Remark]:
    for name, label in PARTS.items():
        part = getattr(reading, name)
        yield Remark(FOUND, Said(label), part.text) if part else Remark(MISSING, Said(ADVICE[name]))


def _start(task: Task, reading: GoalReading) -> Iterator[Remark]:
    """The baseline begins where the student is, and the target lies beyond it."""
    if reading.criterion and reading.past_today is False:
        yield Remark(MISSING, Said(NOT_PAST), reading.criterion.text)
    today = numbers(task.notes[0]) if task.notes else ()
    if today and reading.baseline and not set(today) & set(numbers(reading.baseline.text)):
        yield Remark(THOUGHT, Said(NOT_TODAY, {"note": task.notes[0]}), reading.baseline.text)


def _weave(answer: str, weaving: Weaving) -> Iterator[Remark]:
    tone = FOUND if weaving.score >= weave.READY else MISSING
    yield Remark(tone, Said(SCORES[min(weaving.score, weave.READY)]))
    if weaving.item is not None and weaving.score > weave.TAG_ONLY:
        yield Remark(FOUND, Said(WHICH, {"item": weaving.item.words}))
    if prize := REWARD.search(answer):
        yield Remark(MISSING, Said(RANSOM), prize[0])
    elif weaving.clause:
        inside = NAMED_IN_ACT if WILL.search(weaving.clause) else HIDDEN_SAME
        yield Remark(tone, Said(HIDDEN_CHANGES if tone == FOUND else inside), weaving.clause)
    if weaving.score >= weave.READY:
        yield Remark(THOUGHT, Said(THIRD))


ASK = gettext_noop("Write one annual goal for this need. Let a strength, interest or preference do some of the work.")
LABEL = gettext_noop("Your goal")
WHY_MODEL = gettext_noop("The strength stands before “will”: it is how the work is done, not a kind word beside it.")

LESSON = Lesson(
    key="weave",
    edition=1,
    title=gettext_noop("Weave a strength into a goal"),
    lead=gettext_noop("A goal that runs on what the student already has, and can still be measured."),
    minutes=8,
    idea=(
        gettext_noop(
            "A strength at the top of a plan is nice to read. A strength inside a goal changes what happens in the "
            "lesson. The easiest place for it is before “will”: with what, where, as whom?"
        ),
        gettext_noop(
            "There is a quick test. Cover the words about the strength with your thumb. If the student would still do "
            "the same work in the same way, it was only a decoration."
        ),
    ),
    contrast=Contrast(
        before="By June 12, Teo, who loves comics, will write 10 sentences (now 3), scored by the teacher.",
        after=(
            "By June 12, from a comic of six panels that he drew, Teo will write a story of 10 sentences (now 3), "
            "measured by the monthly writing sample."
        ),
        why=gettext_noop(
            "Cover “who loves comics”: the same goal is left. Cover “from a comic he drew”, and Teo has nothing to "
            "write from."
        ),
    ),
    tasks=(
        Task(
            "noor-message", ASK, LABEL,
            notes=("Begins a message in 2 of 10 play times today",
                   "The aide keeps a tally at play time", "The plan ends on May 28"),
            model=(
                "By May 28, playing trains with one partner, Noor will begin a message on her device in 7 of 10 play "
                "times (now 2 of 10), recorded on the aide’s tally sheet."
            ),
            model_why=WHY_MODEL, student=NOOR,
        ),
        Task(
            "teo-start", ASK, LABEL,
            notes=("Starts written work within 2 minutes in 3 of 10 lessons today",
                   "The teacher keeps a tally", "The plan ends on June 12"),
            model=(
                "By June 12, after talking his idea through with a partner, Teo will write the first sentence within "
                "2 minutes in 8 of 10 lessons (now 3 of 10), recorded on the teacher’s tally sheet."
            ),
            model_why=WHY_MODEL, student=TEO,
        ),
        Task(
            "imani-percent", ASK, LABEL,
            notes=("Solves percent problems with 40 percent correct today",
                   "The math teacher gives a quiz every two weeks", "The plan ends on June 4"),
            model=(
                "By June 4, using prices and orders from the school store register, Imani will solve percent problems "
                "with 80 percent correct on two quizzes in a row (now 40 percent), measured by the math quiz."
            ),
            model_why=WHY_MODEL, student=IMANI,
        ),
    ),
    learned=(
        gettext_noop("The best place for a strength is in the condition: with what, where, as whom."),
        gettext_noop("Cover the strength with your thumb. If nothing changes, it is not woven yet."),
        gettext_noop("An interest is content, a tool or a place. It is never a prize to be lost."),
        gettext_noop("A goal is ready to measure with baseline, target, tool and date."),
    ),
    places=(Place("home:caseload", gettext_noop("Open a student and build a goal")),),
    check=check,
)  # fmt: skip
