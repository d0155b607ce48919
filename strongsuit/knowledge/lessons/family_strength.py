"""For families: what a strength looks like. Seen, and said where or when; read as the school's own lines are (R-2)."""

from collections.abc import Iterator

from strongsuit.knowledge.ability import AbilityReading, read_ability
from strongsuit.knowledge.lessons.checking import FOUND, MISSING, NAMES, THOUGHT, told
from strongsuit.knowledge.lessons.shapes import Choice, Contrast, Feedback, Lesson, Place, Remark, Said, Task
from strongsuit.knowledge.lessons.students import NOOR, TEO
from strongsuit.knowledge.words import gettext_noop

ACT = gettext_noop("Something one can see.")
NO_ACT = gettext_noop("What would you see in a video? Start there.")
CONTEXT = gettext_noop("Where or when it was.")
NO_CONTEXT = gettext_noop("Where was it, or when? At the table, on Sunday, on the bus.")
EVIDENCE = gettext_noop("How often, or how we know. That is a bonus.")
PRAISE = gettext_noop("These are kind words. Keep them for your child. For the plan, say what happened.")
DONE = gettext_noop("Yes. The school can build on this.")
NOT_YET = gettext_noop("Almost. Here is what one can see, and what is still open.")


def check(task: Task, answer: str) -> Feedback:
    said = next((one.label for one in task.choices if one.value == answer), answer)
    reading = read_ability(said, NAMES)
    return told(DONE if seen(reading) else NOT_YET, _remarks(reading), good=seen(reading))


def seen(reading: AbilityReading) -> bool:
    """A family's line needs no proof: that they saw it is the proof."""
    return bool(reading.act and reading.context) and not reading.praise


def _remarks(reading: AbilityReading) -> Iterator[Remark]:
    yield Remark(FOUND, Said(ACT), reading.act.text) if reading.act else Remark(MISSING, Said(NO_ACT))
    yield Remark(FOUND, Said(CONTEXT), reading.context.text) if reading.context else Remark(MISSING, Said(NO_CONTEXT))
    if reading.praise:
        yield Remark(THOUGHT, Said(PRAISE))
    elif reading.evidence:
        yield Remark(FOUND, Said(EVIDENCE), reading.evidence.text)


def right(task: Task) -> str:
    fitting = (one.value for one in task.choices if seen(read_ability(one.label, NAMES)))
    return next(fitting, "") if task.choices else task.model


LESSON = Lesson(
    key="what-a-strength-looks-like",
    edition=1,
    title=gettext_noop("What a strength looks like"),
    lead=gettext_noop("You see things that the school may not see. Here is how to tell them."),
    minutes=3,
    idea=(
        gettext_noop(
            "You know your child best. You see what they do at home, in the store, on the bus. The school needs "
            "to know it, too."
        ),
        gettext_noop("A strength is something one can see. Say what your child does. Then say where, or when."),
    ),
    contrast=Contrast(
        before=gettext_noop("Teo is a great kid."),
        after=gettext_noop("Teo fixes his cousin’s bike in the yard. He looks at the pictures in the book."),
        why=gettext_noop("The first line is true and warm. The second line tells a teacher what to try."),
    ),
    tasks=(
        Task(
            "pick", gettext_noop("Four people talk about a child they love."),
            gettext_noop("Which line tells a strength one can see?"),
            choices=(
                Choice("1", gettext_noop("She is such a sweet girl.")),
                Choice("2", gettext_noop("He always does his best.")),
                Choice("3", gettext_noop("He mixes the dough for the bread on Sundays.")),
                Choice("4", gettext_noop("Everybody loves her.")),
            ),
        ),
        Task(
            "noor-table", gettext_noop("Say it so that a teacher can see it, too."), gettext_noop("Your line"),
            draft=gettext_noop("Noor is so sweet at home."),
            notes=(gettext_noop("Noor puts a fork by each plate."),
            gettext_noop("She does it before dinner, every Saturday.")),
            model=gettext_noop("Before dinner on Saturdays, Noor puts a fork by each plate."),
            model_why=gettext_noop("Now one can see it. A teacher may think: she can count, and she can help."),
            student=NOOR,
        ),
        Task(
            "teo-bus", gettext_noop("One more. What did he do, and where?"), gettext_noop("Your line"),
            draft=gettext_noop("Teo was just great last week."),
            notes=(gettext_noop("Teo reads the signs on the bus aloud."),
            gettext_noop("He tells his aunt when to get off.")),
            model=gettext_noop("On the bus, Teo reads the signs aloud and tells his aunt when to get off."),
            model_why=gettext_noop("Small things count. This is reading, and it is finding the way."),
            student=TEO,
        ),
    ),
    learned=(
        gettext_noop("Say what your child does. Then say where, or when."),
        gettext_noop("Small things count. So do things at home, in any language."),
        gettext_noop("You do not need to be sure. What you saw one time is worth telling."),
    ),
    places=(Place("home:family", gettext_noop("Tell the team what you see")),),
    check=check,
    audience="family",
    right=right,
    oneself=(NO_ACT, NO_CONTEXT),
)  # fmt: skip
