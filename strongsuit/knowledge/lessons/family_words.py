"""For families: reading the growth words. Four graphs of the lesson for staff, and the same computation."""

from collections.abc import Iterator

from strongsuit.knowledge.growth import GrowthWord
from strongsuit.knowledge.lessons.checking import FOUND, THOUGHT, told
from strongsuit.knowledge.lessons.growth_graphs import GRAPHS
from strongsuit.knowledge.lessons.growth_words import CHOICES, NONE, answer_of, growth
from strongsuit.knowledge.lessons.shapes import Contrast, Feedback, Lesson, Place, Remark, Said, Task
from strongsuit.knowledge.words import gettext_noop

MEANS = {
    GrowthWord.BIG.value: gettext_noop("The goal was reached. It counts, even if a later day is lower."),
    GrowthWord.CONTINUES.value: gettext_noop("It is on its way, and there is time left."),
    GrowthWord.NEEDS.value: gettext_noop(
        "There is little growth for the time that has gone by. So the team has to add help, or change it. It is not a "
        "bad mark for the child."
    ),
    NONE: gettext_noop("There is too little to go by. It is the school’s job to fix that."),
}
LOOK = {
    GrowthWord.BIG.value: gettext_noop("Look at the last points. Are they at the top line?"),
    GrowthWord.CONTINUES.value: gettext_noop("Look where it began, and where it is now. How much time is left?"),
    GrowthWord.NEEDS.value: gettext_noop("Much of the time is gone. How far has it come?"),
    NONE: gettext_noop("How many points can you see?"),
}
RIGHT = gettext_noop("Yes. That is what the report will say.")
OTHER = gettext_noop("Good guess. Look one more time.")


def check(task: Task, answer: str) -> Feedback:
    if task.measured is None:
        raise ValueError("A task of this lesson shows a graph.")
    word = answer_of(task)
    if answer == word:
        return Feedback(True, Said(RIGHT), (Remark(FOUND, Said(MEANS[word])),), growth(task.measured))
    return told(OTHER, _look(word))


def _look(word: str) -> Iterator[Remark]:
    yield Remark(THOUGHT, Said(LOOK[word]))


ASKED = gettext_noop("Which words fit?")
FAMILY = (
    ("half-way", gettext_noop("How often Noor begins to talk, in 10 play times. It is the end of January.")),
    ("flat", gettext_noop("How many sentences Teo writes in a story. It is March.")),
    ("reached", gettext_noop("How many words Teo reads in a minute. The goal is 120, two times in a row.")),
    ("empty", gettext_noop("Imani’s goal is eight weeks old.")),
)
SHOWN = {graph.key: graph for graph in GRAPHS}

LESSON = Lesson(
    key="reading-the-growth-words",
    edition=1,
    title=gettext_noop("Reading the growth words"),
    lead=gettext_noop("Three short words tell you how a goal is going. Read them on four graphs."),
    minutes=3,
    idea=(
        gettext_noop(
            "Big growth: the goal was reached. Continues to grow: it is on its way. Needs more support to grow: the "
            "team has to add help, or change it."
        ),
        gettext_noop(
            "The words come from the numbers, and not from how somebody feels. You can always see the numbers. Ask for "
            "them if you can’t find them."
        ),
    ),
    contrast=Contrast(
        before=gettext_noop("Noor is doing better."),
        after=gettext_noop("Continues to grow: from 2 to 5 of 10 play times. The goal is 7 by June 12."),
        why=gettext_noop("Now you know where it began, where it is, and where it goes."),
    ),
    tasks=tuple(
        Task(key, ask, ASKED, choices=CHOICES, measured=SHOWN[key].measured) for key, ask in FAMILY
    ),
    learned=(
        gettext_noop("Big growth means reached. Continues means on the way."),
        gettext_noop("“Needs more support” is about the help, and not about your child."),
        gettext_noop("No word yet? Ask the school when they will know more."),
    ),
    places=(Place("home:family", gettext_noop("See how the goals are going")),),
    check=check,
    audience="family",
    right=answer_of,
)  # fmt: skip
