"""For families: disagreeing well. What I see, where I see it, what I ask for; and nobody is to blame (R-28)."""

import re
from collections.abc import Iterator

from strongsuit.knowledge.ability import read_ability
from strongsuit.knowledge.lessons.checking import FOUND, MISSING, NAMES, told
from strongsuit.knowledge.lessons.shapes import Choice, Contrast, Feedback, Lesson, Place, Remark, Said, Task
from strongsuit.knowledge.lessons.students import NOOR, TEO
from strongsuit.knowledge.words import gettext_noop

OWN = re.compile(
    r"\b(?:i|we) (?:\w+ )?(?:see|saw|think|feel|know|disagree|worry|notice|find|hear|heard)\b|\b(?:i"
    r"|we) do(?:n['’]t| not) "
    r"(?:agree|think|see)\b|\b(?:at|in our|in my) home\b|\b(?:to|for) (?:me|us)\b|\bin (?:my|our) (?:view"
    r"|family|house)\b",
    re.I,
)
ASKS = re.compile(
    r"\?|\bplease\b|\b(?:can|could|may|shall) (?:we|you|i|the team)\b|\b(?:i|we)(?:['’]d| would| want| ask"
    r"| need|['’]m asking)\b"
    r"|\blet(?:['’]s| us)\b",
    re.I,
)
BLAMES = re.compile(
    r"\byou (?:people )?(?:never|always)\b|\byou(?:['’]re| are) (?:all )?(?:\w+ )?(?:wrong|lazy|bad|mean"
    r"|unfair|lying|liars?|stupid|"
    r"useless|blind)\b|\byour (?:own )?fault\b|\byou (?:do not|don['’]t) (?:care|listen|want|know"
    r"|understand)\b|\byou people\b"
    r"|\b(?:stupid|idiots?|liars?|useless)\b",
    re.I,
)
# That one sees it otherwise is no act, and "another way" is no place.
OTHERWISE = re.compile(
    r"\b(?:see|saw) (?:it|this|that|her|him) (?:(?:in )?another way|in a different way|differently)\b", re.I
)
VIEW = gettext_noop("It says how you see it.")
NO_VIEW = gettext_noop("Begin with what you see: “I see it in another way.” Or: “At home …”")
SEEN = gettext_noop("It says what happens.")
NO_SEEN = gettext_noop("Tell one thing you have seen, and when.")
ASK = gettext_noop("It asks for something.")
NO_ASK = gettext_noop("What should happen now? Ask for one thing.")
BLAME = gettext_noop("This puts the blame on a person. You may be angry. What you saw will do more.")
DONE = gettext_noop("Yes. That is clear and fair, and hard to pass over.")
NOT_YET = gettext_noop("Almost. You may see it in another way. Here is what would make it strong.")


def check(task: Task, answer: str) -> Feedback:
    said = next((one.label for one in task.choices if one.value == answer), answer)
    remarks = tuple(_remarks(said))
    good = all(one.tone == FOUND for one in remarks)
    return told(DONE if good else NOT_YET, remarks, good=good)


def _remarks(said: str) -> Iterator[Remark]:
    view, asks, blame = OWN.search(said), ASKS.search(said), BLAMES.search(said)
    reading = read_ability(OTHERWISE.sub("", said), NAMES)
    seen = reading.act and reading.context
    yield Remark(FOUND, Said(VIEW), view[0]) if view else Remark(MISSING, Said(NO_VIEW))
    yield Remark(FOUND, Said(SEEN), reading.act.text) if reading.act and seen else Remark(MISSING, Said(NO_SEEN))
    yield Remark(FOUND, Said(ASK)) if asks else Remark(MISSING, Said(NO_ASK))
    if blame:
        yield Remark(MISSING, Said(BLAME), blame[0])


def right(task: Task) -> str:
    fitting = (one.value for one in task.choices if check(task, one.value).good)
    return next(fitting, "") if task.choices else task.model


LESSON = Lesson(
    key="disagreeing-well",
    edition=1,
    title=gettext_noop("When you see it in another way"),
    lead=gettext_noop("You may disagree. This is how to say it so that it counts."),
    minutes=3,
    idea=(
        gettext_noop(
            "You are part of the team. There is no vote. If you see it in another way, say so. You do not have to sign "
            "today, and you can ask first."
        ),
        gettext_noop("Three small parts help: how you see it, one thing you have seen, and what you ask for."),
    ),
    contrast=Contrast(
        before=gettext_noop("You never listen to us!"),
        after=gettext_noop("We see it in another way. At home she reads to her brother every night. Can you try "
            "that at school?"),
        why=gettext_noop("It is fine to be angry. The second one gives the team something to do."),
    ),
    tasks=(
        Task(
            "pick", gettext_noop("The school says that Noor does not like to read. Her aunt sees it in another way."),
            gettext_noop("What could she say?"), student=NOOR,
            choices=(
                Choice("1", gettext_noop("You are wrong about her.")),
                Choice("2", gettext_noop("It is fine, I guess.")),
                Choice("3", gettext_noop("I see it in another way. At home Noor points to the stops on her train "
                    "map every night. Can "
                    "you try maps?")),
                Choice("4", gettext_noop("You never ask us anything.")),
            ),
        ),
        Task(
            "teo-list", gettext_noop("Say it for Teo’s family, so that the team can do something with it."),
            gettext_noop("Your words"), draft=gettext_noop("You are wrong. Teo can write!"),
            notes=(gettext_noop("At home Teo writes a shopping list every Friday."),
            gettext_noop("His aunt wants the team to look at the lists.")),
            model=gettext_noop("I see it in another way. At home Teo writes a shopping list every Friday. Please "
                "look at the lists."),
            model_why=gettext_noop("It says how she sees it, what she saw, and what she asks for."),
            student=TEO,
        ),
    ),
    learned=(
        gettext_noop("How I see it, what I have seen, what I ask for."),
        gettext_noop("You can ask first and sign later."),
        gettext_noop("Your child may see it in another way, too. Ask them, and write it down in their words."),
    ),
    places=(Place("home:family", gettext_noop("To my child’s page")),),
    check=check,
    audience="family",
    right=right,
    oneself=(NO_VIEW, NO_SEEN, NO_ASK),
)  # fmt: skip
