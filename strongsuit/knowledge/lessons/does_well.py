"""T-1, from "what I like" to "does well": praise becomes an act, a place and something that shows it."""

from collections.abc import Iterator

from strongsuit.knowledge.ability import read_ability
from strongsuit.knowledge.coach.goals import Part
from strongsuit.knowledge.lessons.checking import (
    FOUND,
    MISSING,
    NAMES,
    THOUGHT,
    advice,
    advice_remarks,
    known,
    told,
)
from strongsuit.knowledge.lessons.invented import Fact, invented
from strongsuit.knowledge.lessons.shapes import Contrast, Feedback, Lesson, Place, Remark, Said, Task
from strongsuit.knowledge.lessons.students import IMANI, NOOR, TEO
from strongsuit.knowledge.lessons.untold import untold
from strongsuit.knowledge.meaning import same_words
from strongsuit.knowledge.words import gettext_noop

ACT = gettext_noop("An act that somebody can see")
NO_ACT = gettext_noop("What would you see in a video of it? Start with that verb: tells, sorts, repairs, waits.")
CONTEXT = gettext_noop("Where or when it was seen")
NO_CONTEXT = gettext_noop("Where or when? Name the lesson, the place or the moment. “In class” fits everybody.")
EVIDENCE = gettext_noop("What shows it")
NO_EVIDENCE = gettext_noop("How do we know? A count, a date, a piece of work, or who saw it.")

NOBODY_GAVE = {
    Fact.NUMBER: gettext_noop("This number stands neither in the line nor in the notes. Who counted it?"),
    Fact.NAME: gettext_noop("This name stands neither in the line nor in the notes. Who is meant?"),
    Fact.PERSON: gettext_noop("The line and the notes do not speak of this person. Who saw it?"),
    Fact.PLACE: gettext_noop("The line and the notes do not speak of this place. Where was it seen?"),
    Fact.TIME: gettext_noop("The line and the notes do not speak of this time. When was it seen, and how often?"),
    Fact.PROOF: gettext_noop("The line and the notes do not speak of this proof. Where could one look at it?"),
}
NEW_ACT = gettext_noop("Neither the line nor the notes tell of this act. Who saw it?")
NEW_WORDS = gettext_noop(
    "Not in the line, not in the notes: %(words)s. If that says the same in other words, it may stay. If it tells "
    "more, ask: where do we know it from?"
)
DONE = gettext_noop("All three parts are there. The next teacher can build on this.")
CLOSE = gettext_noop("You are on the way. See what stands already, and what would round it off.")
INVENTED = gettext_noop(
    "Something here comes from nowhere: neither the line nor the notes tell it. Take it out, or use what the notes say."
)
AS_BEFORE = gettext_noop("This is still the praise. It is kind; now say what happened.")
WHY_MODEL = gettext_noop("It says what the student did, where, and how often. Nothing in it is a compliment.")


def check(task: Task, answer: str) -> Feedback:
    if same_words(task.draft, answer):
        return told(AS_BEFORE, _parts(answer))
    found, new = advice(answer), tuple(_from_nowhere(task, answer))
    beyond = any(one.tone == MISSING for one in new)
    good = read_ability(answer, NAMES).complete and not found and not beyond
    headline = INVENTED if beyond else DONE if good else CLOSE
    return told(headline, (*_parts(answer), *new, *advice_remarks(found)), good=good)


def _from_nowhere(task: Task, answer: str) -> Iterator[Remark]:
    """Numbers of the student's file belong to something else; only the line and its notes tell of this act.

    A word that stands nowhere may be another word for the same, so the writer is asked and not refused.
    """
    names, given = ((), ()) if task.student is None else ((task.student.name,), (task.student.about,))
    for one in invented(answer, (task.draft, *task.notes), names):
        yield Remark(MISSING, Said(NOBODY_GAVE[one.kind]), one.quote)
    new = untold(answer, (task.draft, *task.notes), (*known(task), *given), names)
    for act in new.acts:
        yield Remark(MISSING, Said(NEW_ACT), act)
    if new.words:
        yield Remark(THOUGHT, Said(NEW_WORDS, {"words": ", ".join(new.words)}))


def _parts(answer: str) -> Iterator[Remark]:
    reading = read_ability(answer, NAMES)
    yield _part(reading.act, ACT, NO_ACT)
    yield _part(reading.context, CONTEXT, NO_CONTEXT)
    yield _part(reading.evidence, EVIDENCE, NO_EVIDENCE)


def _part(part: Part | None, there: str, missing: str) -> Remark:
    return Remark(FOUND, Said(there), part.text) if part else Remark(MISSING, Said(missing))


ASK = gettext_noop("Rewrite the line so that another teacher could use it on Monday.")
LABEL = gettext_noop("Your line")

LESSON = Lesson(
    key="does-well",
    edition=1,
    title=gettext_noop("From “what I like” to “does well”"),
    lead=gettext_noop("Turn a kind word into a strength that a plan can stand on."),
    minutes=6,
    idea=(
        gettext_noop(
            "Praise tells how we feel about a student. A strength tells what the student does. Only the second one "
            "helps the teacher who reads it in August."
        ),
        gettext_noop(
            "Three small parts make the difference: an act you could film, the place or moment where it happened, and "
            "something that shows it was more than one lucky day."
        ),
    ),
    contrast=Contrast(
        before="Noor is a delight.",
        after="Noor greets each classmate by name with her device at morning circle (9 of 10 days in September).",
        why=gettext_noop(
            "Both are warm. With the second one somebody can plan: let her lead the greeting, then add a question."
        ),
    ),
    tasks=(
        Task(
            "noor-joy", ASK, LABEL, "Noor is a joy to have in class.",
            ("After one look she finds the picture for a new word on her device.",
             "It worked in 8 of 10 story times in October; the aide kept a tally."),
            "After one look, Noor finds the picture for a new word on her device (8 of 10 story times in October).",
            WHY_MODEL, student=NOOR,
        ),
        Task(
            "teo-polite", ASK, LABEL, "Teo is such a polite and happy boy.",
            ("In the bike club he shows younger students how to fix a chain.",
             "Mr. Lind saw it on 4 Tuesdays in a row."),
            "In the bike club, Teo shows younger students how to fix a chain (seen on 4 Tuesdays in a row).",
            WHY_MODEL, student=TEO,
        ),
        Task(
            "imani-worker", ASK, LABEL, "Imani is a hard worker with a great attitude.",
            ("At the school store she counts change without a calculator.",
             "In October the register was right after 11 of 12 shifts."),
            "At the school store, Imani counts change without a calculator; the register was right after 11 of 12 "
            "shifts in October.",
            WHY_MODEL, student=IMANI,
        ),
        Task(
            "teo-smart", ASK, LABEL, "Teo is very bright.",
            ("He tells a story with beginning, middle and end when he may talk before he writes.",
             "He did it in 5 of 6 story talks, and there is a recording of one."),
            "When he talks before he writes, Teo tells a story with beginning, middle and end (5 of 6 story talks).",
            WHY_MODEL, student=TEO,
        ),
        Task(
            "noor-sweet", ASK, LABEL, "Noor is sweet and tries her best.",
            ("At the bead table she copies a pattern of three colors and goes on with it.",
             "Her aunt filmed a row of 24 beads in September."),
            "At the bead table, Noor copies a pattern of three colors and goes on with it; a video from September "
            "shows a row of 24 beads.",
            WHY_MODEL, student=NOOR,
        ),
    ),
    learned=(
        gettext_noop("A strength has an act, a place or moment, and something that shows it."),
        gettext_noop("If a line would fit any student, it is praise. Ask: what would I see in a video?"),
        gettext_noop("The editor asks the same question when a strength is only praise."),
    ),
    places=(Place("home:caseload", gettext_noop("Open a student and write a strength")),),
    check=check,
)  # fmt: skip
