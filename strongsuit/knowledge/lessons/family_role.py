"""For families: choosing a part in the meeting with a child who worries; at least three ways, and the wish is kept."""

from collections.abc import Iterator

from strongsuit.knowledge.finder.prompts import read_prompt
from strongsuit.knowledge.lessons.checking import FOUND, MISSING, NAMES, THOUGHT, told
from strongsuit.knowledge.lessons.shapes import Choice, Contrast, Feedback, Lesson, Place, Remark, Said, Task
from strongsuit.knowledge.lessons.students import NOOR, TEO
from strongsuit.knowledge.words import gettext_noop

# As many ways as every worried child is offered (specification R-21, 3.3).
LEAST = 3
# A way that keeps what the child wished for; and what is no part at all.
KEEPS, OUT = "keeps", "out"
PARTS = {
    "comic-opens": (KEEPS, gettext_noop("His comic opens the meeting, on paper or as a video.")),
    "five-minutes": ("", gettext_noop("He comes for five minutes. Then he may go.")),
    "at-home": (OUT, gettext_noop("He stays home, and nobody asks him.")),
    "practice": ("", gettext_noop("He tries it first with one person he trusts.")),
    "next-door": ("", gettext_noop("He watches from the next room.")),
    "reader": ("", gettext_noop("He picks who reads his words aloud.")),
}
FEW = gettext_noop("That is a start. Offer three ways, so that he has a real choice.")
ENOUGH = gettext_noop("He has a real choice.")
WISH = gettext_noop("His wish is kept: the comic will be seen.")
NO_WISH = gettext_noop("He said what he wants: to show his comic. Which way keeps that?")
HEARD = gettext_noop("If he stays home and nobody asks, nobody hears him. A child can have a part from home, too.")
DONE = gettext_noop("Yes. He can choose, and his wish is in it.")
NOT_YET = gettext_noop("Almost. Think of his worry, and of his wish.")
OPEN = gettext_noop("She can answer this in her own way.")
CLOSED = gettext_noop("This leaves little room. Ask so that she can say anything.")
ASKED = gettext_noop("Yes. Now give her time. With a device, 20 seconds is not long.")


def check(task: Task, answer: str) -> Feedback:
    return _offered(answer) if task.several else _asked(task, answer)


def _offered(answer: str) -> Feedback:
    kinds = [PARTS[key][0] for key in PARTS if key in answer.split()]
    parts = [kind for kind in kinds if kind != OUT]
    good = len(parts) >= LEAST and KEEPS in parts and OUT not in kinds
    return told(DONE if good else NOT_YET, _remarks(kinds, parts), good=good)


def _remarks(kinds: list[str], parts: list[str]) -> Iterator[Remark]:
    yield Remark(FOUND, Said(ENOUGH)) if len(parts) >= LEAST else Remark(MISSING, Said(FEW))
    yield Remark(FOUND, Said(WISH)) if KEEPS in parts else Remark(MISSING, Said(NO_WISH))
    if OUT in kinds:
        yield Remark(THOUGHT, Said(HEARD))


def _asked(task: Task, answer: str) -> Feedback:
    said = next((one.label for one in task.choices if one.value == answer), "")
    if read_prompt(said, NAMES).good:
        return told(ASKED, (Remark(FOUND, Said(OPEN)),), good=True)
    return told(NOT_YET, (Remark(MISSING, Said(CLOSED)),))


def right(task: Task) -> str:
    if task.several:
        return " ".join([key for key, (kind, _label) in PARTS.items() if kind != OUT][:LEAST])
    return next((one.value for one in task.choices if read_prompt(one.label, NAMES).good), "")


LESSON = Lesson(
    key="choosing-a-role",
    edition=1,
    title=gettext_noop("Choosing a part in the meeting"),
    lead=gettext_noop("Every child can have a part. It may be small, and it may be from home."),
    minutes=3,
    idea=(
        gettext_noop(
            "The meeting is about your child. So your child has a part in it. Some lead it. Some send a video. Some "
            "pick one photo, and that is fine."
        ),
        gettext_noop(
            "Is your child afraid of it? Or are you? Say so. Then look for three ways that could work, and let your "
            "child choose."
        ),
    ),
    contrast=Contrast(
        before=gettext_noop("He is too shy. He will not come."),
        after=gettext_noop("He is shy with new people. He would like to send a video and wave at the end."),
        why=gettext_noop("Both say that he is shy. The second one still lets him be heard."),
    ),
    tasks=(
        Task(
            "teo-worries",
            gettext_noop("Teo wants to show his comic at the meeting. He is afraid of so many people."),
            gettext_noop("What could you offer him? Pick three or more."),
            several=True, student=TEO,
            choices=tuple(Choice(key, label) for key, (_kind, label) in PARTS.items()),
        ),
        Task(
            "noor-asked", gettext_noop("Noor talks with a device. You want to know which part she would like."),
            gettext_noop("What do you say?"), student=NOOR,
            choices=(
                Choice("1", gettext_noop("You do not want to come, right?")),
                Choice("2", gettext_noop("Do you want to come?")),
                Choice("3", gettext_noop("Show me which part you would like.")),
                Choice("4", gettext_noop("I think you just want to wave.")),
            ),
        ),
    ),
    learned=(
        gettext_noop("Every child has a part, even from home."),
        gettext_noop("Look for three ways, and let your child choose."),
        gettext_noop("If you and your child want different things, both are written down. Talk with the team."),
    ),
    places=(Place("home:family", gettext_noop("To my child’s page")),),
    check=check,
    audience="family",
    right=right,
)  # fmt: skip
