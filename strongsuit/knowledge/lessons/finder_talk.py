"""T-2, running the strengths finder without leading: the next thing to say, and how long to wait."""

from collections.abc import Iterator

from strongsuit.knowledge.finder.prompts import Slip, read_prompt
from strongsuit.knowledge.lessons.checking import FOUND, MISSING, NAMES, told
from strongsuit.knowledge.lessons.finder_turns import NEEDED, TURNS, WAITS
from strongsuit.knowledge.lessons.shapes import (
    Also,
    Choice,
    Contrast,
    Feedback,
    Lesson,
    Place,
    Remark,
    Said,
    Task,
    Value,
    Wait,
)
from strongsuit.knowledge.words import gettext_noop

OPEN = gettext_noop("This leaves the answer to the student.")
NO_ASK = gettext_noop("Nothing here asks or invites. Begin with “Tell me”, “Show me”, or with what, how, when.")
SLIPS = {
    Slip.LEADING: gettext_noop(
        "This leads: the answer you hope for is in it already. Ask so that any answer is right."
    ),
    Slip.CLOSED: gettext_noop(
        "This is closed: yes, no or one of two words is all it leaves. Open it, or add “or something else”."
    ),
    Slip.STACKED: gettext_noop("These are several questions at once. Ask one, and wait."),
    Slip.PRAISE: gettext_noop(
        "This is praise. It tells the student which answers please you. Say back what you heard, and go on."
    ),
    Slip.FOR_THEM: gettext_noop(
        "Here you answer for the student. Say what you saw or heard, and let the student go on."
    ),
}
ENOUGH = gettext_noop("You wait %(given)d seconds. That is time enough for %(name)s to find the words.")
TOO_SHORT = gettext_noop(
    "You wait %(given)d seconds; %(name)s needs about %(needed)d. Who speaks sooner gets the shorter answer."
)
GOOD = gettext_noop("Yes. The next words belong to the student.")
ONLY_WAIT = gettext_noop("That is a good thing to say. Now give it time.")
NOT_YET = gettext_noop("Not yet. See what these words do, and try others.")


def check(task: Task, answer: str) -> Feedback:
    said, wait = _parts(task, answer)
    reading = read_prompt(said, NAMES)
    enough = wait is None or wait.given >= wait.needed
    remarks = [Remark(FOUND, Said(OPEN), reading.opens)] if reading.good else []
    remarks += [Remark(MISSING, Said(SLIPS[one.slip]), one.quote) for one in reading.slips]
    if not reading.opens and not reading.slips:
        remarks.append(Remark(MISSING, Said(NO_ASK)))
    remarks += _waiting(task, wait)
    good = reading.good and enough
    feedback = told(GOOD if good else ONLY_WAIT if reading.good else NOT_YET, remarks, good=good)
    return Feedback(good, feedback.headline, feedback.remarks, wait=wait)


def _parts(task: Task, answer: str) -> tuple[str, Wait | None]:
    """The words that were picked or written, and the silence after them."""
    if not task.choices:
        return answer, None
    key, _space, seconds = answer.partition(" ")
    said = next((one.label for one in task.choices if one.value == key), "")
    given = int(seconds) if seconds in {one.value for one in WAITS} else 0
    return said, Wait(given, _needed(task))


def _needed(task: Task) -> int:
    return NEEDED[task.student.key] if task.student else max(NEEDED.values())


def _waiting(task: Task, wait: Wait | None) -> Iterator[Remark]:
    if wait is not None:
        name = task.student.name if task.student else ""
        enough = wait.given >= wait.needed
        values: dict[str, Value] = {"given": wait.given, "needed": wait.needed, "name": name}
        yield Remark(FOUND if enough else MISSING, Said(ENOUGH if enough else TOO_SHORT, values))


def right(task: Task) -> str:
    """The first thing to say that the reader finds open, with the shortest silence that is long enough."""
    if not task.choices:
        return task.model
    key = next((one.value for one in task.choices if read_prompt(one.label, NAMES).good), "")
    return f"{key} {min(int(one.value) for one in WAITS if int(one.value) >= _needed(task))}"


PICK = gettext_noop("What do you say next, and how long do you wait?")
PICK_LABEL = gettext_noop("You say")
WAIT_LABEL = gettext_noop("Then you wait in silence")
WRITE = gettext_noop("Now in your own words: write what you would say next.")
WRITE_LABEL = gettext_noop("You say")
WHY_MODEL = gettext_noop("One invitation, no praise, nothing guessed. The student decides where it goes.")
WAIT = Also(WAIT_LABEL, WAITS)

LESSON = Lesson(
    key="finder-talk",
    edition=1,
    title=gettext_noop("Run a strengths finder without leading"),
    lead=gettext_noop("Pick what to say next, turn by turn, and let the student do the telling."),
    minutes=7,
    idea=(
        gettext_noop(
            "Many students say yes when a question is hard, or when the adult seems to hope for it. Then the profile "
            "tells our own guess."
        ),
        gettext_noop(
            "So: one open question or invitation at a time. Say back what you heard, without praise and without a "
            "guess. Then wait. A student with a speech device needs about 20 seconds to begin, and silence is work."
        ),
    ),
    contrast=Contrast(
        before="You like trains, don’t you? Great!",
        after="“Train.” Tell me more about that.",
        why=gettext_noop("After the first there is nothing left to say but yes. After the second, anything can come."),
    ),
    tasks=tuple(
        Task(
            turn.key,
            PICK if turn.says else WRITE,
            PICK_LABEL if turn.says else WRITE_LABEL,
            model=turn.model,
            model_why=WHY_MODEL,
            choices=tuple(Choice(str(number), words, own=True) for number, words in enumerate(turn.says, start=1)),
            also=WAIT if turn.says else None,
            chat=turn.chat,
            student=turn.student,
        )
        for turn in TURNS
    ),
    learned=(
        gettext_noop("One open question or invitation at a time; then wait."),
        gettext_noop("Say back what you saw or heard. Praise and guesses steer the next answer."),
        gettext_noop("With a speech device, wait 20 seconds before you say anything more."),
        gettext_noop("If yes and no is the student’s way, let each answer be confirmed."),
    ),
    places=(Place("home:caseload", gettext_noop("Open a student and sit down with the finder")),),
    check=check,
    right=right,
)
