"""For families: a milestone at home. Which moment the numbers show, and a short note about one that was seen."""

import re
from collections.abc import Iterator

from strongsuit.knowledge.ability import read_ability
from strongsuit.knowledge.lessons.checking import FOUND, MISSING, NAMES, THOUGHT, told
from strongsuit.knowledge.lessons.growth_graphs import GRAPHS
from strongsuit.knowledge.lessons.shapes import Choice, Contrast, Feedback, Lesson, Place, Remark, Said, Task
from strongsuit.knowledge.lessons.students import TEO
from strongsuit.knowledge.milestones import Moment, names_a_grade, reached
from strongsuit.knowledge.reading_level import Target, read_level
from strongsuit.knowledge.words import gettext_noop

COMPARES = re.compile(
    r"\b(?:better|faster|more|smarter|slower|worse) than (?:his|her|their|my|the|any|other|all)\b"
    r"|\blike (?:other|normal|regular) (?:kids|children)\b|\bas (?:\w+) as (?:his|her|their|the|other) \w+",
    re.I,
)
ACT = gettext_noop("It tells what happened.")
NO_ACT = gettext_noop("What did he do? Tell it as you would on the phone.")
MARK = gettext_noop("Leave the marks to the school. Tell what happened.")
OTHERS = gettext_noop("Tell it without other children. He grew from where he was.")
LONG = gettext_noop("A short note gets read at once. Two short lines are fine.")
DONE = gettext_noop("Lovely. This is a note that people keep.")
NOT_YET = gettext_noop("Almost. See what is there, and what would make it better.")
PASSED = gettext_noop("Yes. From 2 to 7 is the whole way. At 5, more than half of it is done.")
LOOK = gettext_noop("Start at 2, go to 7. Where is 5 on that way?")
GRAPH = next(graph for graph in GRAPHS if graph.key == "half-way")
MOMENTS = (Moment.FIRST, Moment.QUARTER, Moment.HALF, Moment.MOST)


def check(task: Task, answer: str) -> Feedback:
    if task.choices:
        good = answer == right(task)
        return told(PASSED if good else NOT_YET, () if good else (Remark(THOUGHT, Said(LOOK)),), good=good)
    act = read_ability(answer, NAMES).act
    wrong = tuple(_wrong(answer))
    first = Remark(FOUND, Said(ACT), act.text) if act else Remark(MISSING, Said(NO_ACT))
    good = act is not None and not wrong
    easy = read_level(answer, Target.NOTE, names=NAMES).ease != "hard"
    long = () if easy else (Remark(THOUGHT, Said(LONG)),)
    return told(DONE if good else NOT_YET, (first, *wrong, *long), good=good)


def _wrong(answer: str) -> Iterator[Remark]:
    if names_a_grade(answer):
        yield Remark(MISSING, Said(MARK))
    if found := COMPARES.search(answer):
        yield Remark(MISSING, Said(OTHERS), found[0])


def right(task: Task) -> str:
    """The newest moment that the measurements show."""
    if task.measured is None:
        return task.model
    return reached(task.measured.goal, task.measured.points)[-1].moment.value


LESSON = Lesson(
    key="a-milestone-at-home",
    edition=1,
    title=gettext_noop("A good moment at home"),
    lead=gettext_noop("Small steps count. See them, name them, and tell the school."),
    minutes=3,
    idea=(
        gettext_noop(
            "A goal takes a year. A good moment takes one day: the first time, half of the way, the first time alone. "
            "The school tells you about such moments."
        ),
        gettext_noop(
            "You can tell them, too. Say what happened, in one or two lines. Then say it to your child: I saw you do "
            "that."
        ),
    ),
    contrast=Contrast(
        before=gettext_noop("He reads much better than his sister did."),
        after=gettext_noop("On Sunday Teo read the whole menu aloud. He did it by himself."),
        why=gettext_noop("A good moment needs no other child beside it."),
    ),
    tasks=(
        Task(
            "half", gettext_noop("Noor began at 2 and wants to get to 7. Now she is at 5."),
            gettext_noop("Which moment is that?"), measured=GRAPH.measured,
            choices=tuple(Choice(moment.value, moment.label) for moment in MOMENTS),
        ),
        Task(
            "note", gettext_noop("Write a short note to the school about this moment."), gettext_noop("Your note"),
            notes=(gettext_noop("On Sunday Teo reads the stops on the bus plan."),
            gettext_noop("He asks the driver for the next one, by himself.")),
            model=gettext_noop("On Sunday Teo reads the bus plan. He asks the driver for the next stop by himself."),
            model_why=gettext_noop(
                "It is short, and it tells what happened. His teacher can ask him about it on Monday."
            ),
            student=TEO,
        ),
    ),
    learned=(
        gettext_noop("A first time is worth a note."),
        gettext_noop("Tell what happened. Leave out marks and other children."),
        gettext_noop("Tell your child first. It is their moment."),
    ),
    places=(Place("home:family", gettext_noop("To my child’s page")),),
    check=check,
    audience="family",
    right=right,
    oneself=(NO_ACT, MARK, OTHERS),
)  # fmt: skip
