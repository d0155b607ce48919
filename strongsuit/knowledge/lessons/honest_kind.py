"""T-6, honest and kind language: mend what judges, keep every fact, and leave alone what is fine."""

from collections.abc import Iterator

from strongsuit.knowledge.lessons.checking import (
    FOUND,
    MISSING,
    advice,
    advice_remarks,
    lost_numbers,
    new_numbers,
    told,
)
from strongsuit.knowledge.lessons.shapes import Contrast, Feedback, Kept, Lesson, Place, Remark, Said, Task
from strongsuit.knowledge.meaning import numbers, same_words, says
from strongsuit.knowledge.words import gettext_noop

PARTS = {
    "need": gettext_noop("The need is gone. The next teacher has to see what to teach."),
    "condition": gettext_noop("The condition is gone: when, where or with what does it happen?"),
    "impact": gettext_noop("The impact is gone: what does it get in the way of?"),
    "support": gettext_noop("A number is here without what helped. What was different that time?"),
}
NEEDS_WORK = gettext_noop("Unchanged. The coach stops at this one; read why.")
LEFT_ALONE = gettext_noop("Right: nothing to mend here. Leaving a good sentence alone is a skill, too.")
NEEDLESS = gettext_noop("This one was fine as it stood. Put it back; your time is worth more elsewhere.")
WHY_FINE = gettext_noop("Why it is fine")
DONE = gettext_noop("Honest and kind: the judgment is gone and every fact is still there.")
SOFTENED = gettext_noop("Kind, but something true was lost on the way.")
STILL = gettext_noop("The facts are safe. A few words still judge.")
BOTH = gettext_noop("Not there yet. First the facts, then the tone.")


def check(task: Task, answer: str) -> Feedback:
    return _fine(task, answer) if not task.raises else _mended(task, answer)


def _fine(task: Task, answer: str) -> Feedback:
    why = Remark(FOUND, Said(task.model_why))
    if same_words(task.draft, answer):
        return told(LEFT_ALONE, [why], good=True)
    return told(NEEDLESS, [why, *lost_numbers(task.draft, answer), *advice_remarks(advice(answer))])


def _mended(task: Task, answer: str) -> Feedback:
    found = advice(answer)
    if same_words(task.draft, answer):
        return told(NEEDS_WORK, advice_remarks(found))
    lost = tuple(_lost(task, answer))
    headline = BOTH if lost and found else SOFTENED if lost else STILL if found else DONE
    remarks = (*lost, *advice_remarks(found), *new_numbers(task, answer))
    return told(headline, remarks, good=not lost and not found)


def _lost(task: Task, answer: str) -> Iterator[Remark]:
    yield from lost_numbers(task.draft, answer)
    for fact in task.kept:
        if _is_due(task, fact, answer) and not says(answer, fact.stems):
            yield Remark(MISSING, Said(PARTS[fact.part]))


def _is_due(task: Task, fact: Kept, answer: str) -> bool:
    """A support of the notes may be left out, but then its number, too: "7 of 10" alone shows nobody what helps."""
    if fact.part != "support":
        return True
    others = " ".join([task.draft, *(note for note in task.notes if not says(note, fact.stems))])
    theirs = {number for note in task.notes for number in numbers(note)} - set(numbers(others))
    return not theirs.isdisjoint(numbers(answer))


def expected(draft: str) -> tuple[str, ...]:
    """The categories that the coach raises, as a task states them."""
    return tuple(one.category for one in advice(draft))


ASK = gettext_noop("Mend this sentence if it needs it. If it is fine, leave it and check.")
LABEL = gettext_noop("The sentence")


def _mend(
    key: str, draft: str, raises: tuple[str, ...], kept: tuple[Kept, ...], notes: tuple[str, ...], model: str, why: str
) -> Task:
    return Task(key, ASK, LABEL, draft, notes, model, why, prefilled=True, kept=kept, raises=raises)


def _leave(key: str, draft: str, notes: tuple[str, ...], why: str) -> Task:
    """The notes give nothing away: there are some beside every sentence."""
    return Task(key, ASK, LABEL, draft, notes, draft, why, prefilled=True)


def _need(*stems: str) -> Kept:
    return Kept("need", stems)


def _when(*stems: str) -> Kept:
    return Kept("condition", stems)


def _impact(*stems: str) -> Kept:
    return Kept("impact", stems)


def _with(*stems: str) -> Kept:
    return Kept("support", stems)


LESSON = Lesson(
    key="honest-and-kind",
    edition=1,
    title=gettext_noop("Honest and kind"),
    lead=gettext_noop("Twelve sentences from drafts. Eight judge, four are fine. Find out which."),
    minutes=8,
    idea=(
        gettext_noop(
            "A plan is read by the student, too, some day. Words that judge (refuses, lazy, cannot) tell how an "
            "adult felt, and hide what to do. What was seen, when, and how often tells more, and hurts nobody."
        ),
        gettext_noop(
            "Kind does not mean soft. If the number, the condition or the need goes missing, the student loses the "
            "help. And a low number is not unkind: it is a fact. Leave it."
        ),
    ),
    contrast=Contrast(
        before="Teo refuses to write and is lazy in science.",
        after=(
            "In science, Teo starts writing in 3 of 10 labs; with the first line given, in 9 of 10. He needs a "
            "sentence starter so that his lab report counts."
        ),
        why=gettext_noop(
            "The second one is harder on the facts and easier on Teo. It also says what to do tomorrow."
        ),
    ),
    tasks=(
        _mend(
            "refuses", "Teo refuses to join class discussions: he spoke in 2 of 10.", ("willful_refusal",),
            (
                _need("discuss", "speak", "spoke", "talk"), _when("class", "discuss", "lesson", "talk"),
                _with("question", "ahead", "before", "advance", "prepar"),
            ),
            ("With the question a day ahead he spoke in 7 of 10.",),
            "Teo spoke in 2 of 10 class discussions, and in 7 of 10 with the question a day ahead.",
            gettext_noop("“Refuses” guesses at his will. Two counts show what helps him join."),
        ),
        _leave(
            "low-number", "Noor begins a message in 2 of 10 play times; with her partner beside her, in 5 of 10.",
            ("The aide keeps the tally at play time.",),
            gettext_noop("A low number is a fact, not an insult. It even says what helps."),
        ),
        _mend(
            "lazy", "Imani is lazy during independent work and finished 4 of 12 pages.", ("effort_blame",),
            (_need("work", "page", "finish"), _when("independent", "alone", "own"), _with("step", "card")),
            ("With the steps on a card she finished 10 of 12.",),
            "During independent work, Imani finished 4 of 12 pages; with the steps on a card, 10 of 12.",
            gettext_noop("The page count stays, the verdict goes, and the card that helps comes in."),
        ),
        _mend(
            "cannot", "In board games, Noor cannot count past 6, so she misses her turn.", ("absolute_inability",),
            (_need("count"), _when("board", "game"), _impact("miss", "turn"), _with("card", "dot")),
            ("With a card of 12 dots she counts to 9.",),
            "In board games, Noor counts to 6, and to 9 with a card of 12 dots; she is learning the next numbers so "
            "that she misses no turn.",
            gettext_noop("“Cannot” sounds like forever. What she does now, and what she is learning, keeps the need."),
        ),
        _leave(
            "medical", "Teo cannot eat peanuts; the nurse keeps his medicine in the office.",
            ("All 4 of his teachers know the plan for an allergic reaction.",),
            gettext_noop("This “cannot” keeps him safe. It judges nobody."),
        ),
        _mend(
            "attention", "Teo leaves his seat for attention, 6 times in a lesson of 40 minutes.",
            ("motive_attribution",),
            (_need("seat", "stand", "stood", "walk", "up"),),
            ("It happens after about 15 minutes of sitting; after a lap in the hall he works on.",),
            "In a lesson of 40 minutes, Teo left his seat 6 times, mostly after 15 minutes of sitting; after a lap in "
            "the hall he worked on.",
            gettext_noop("Nobody can see a motive. What came before and after can be seen, and it points to a plan."),
        ),
        _mend(
            "always", "Imani never asks for help in math and gives up.", ("absolute_exaggeration",),
            (_need("help", "ask"), _when("math"), _with("card", "desk")),
            ("The October tally: she asked in 2 of 10 classes.", "With a help card on her desk she asked in 6 of 10."),
            "In math, Imani asked for help in 2 of 10 classes; with a help card on her desk, in 6 of 10.",
            gettext_noop("“Never” is seldom true and cannot grow. A count can."),
        ),
        _leave(
            "school-part", "We did not give the 30 minutes of reading support in March; the aide was out for 9 days.",
            ("A substitute began on April 2.",),
            gettext_noop("It is honest about the school’s own part, with numbers. That is just how it should read."),
        ),
        _mend(
            "tantrum", "Noor has meltdowns when the tablet is put away, 3 times a week.", ("vague_behavior_label",),
            (_need("cry", "cries", "cried", "floor", "put", "tablet"), _when("tablet")),
            ("She cries and sits on the floor for about 4 minutes.",
             "With a two-minute picture timer it was once a week."),
            "When the tablet is put away, Noor cries and sits on the floor for about 4 minutes, 3 times a week; with a "
            "picture timer, once a week.",
            gettext_noop("Two readers picture two different scenes. Everybody sees the same 4 minutes on the floor."),
        ),
        _mend(
            "parents", "Teo's parents do not care about homework; 3 of 10 sheets came back.",
            ("family_or_burden_blame",),
            (_need("homework", "sheet"),),
            ("His mother works evenings; the family has asked for one sheet a week, on Fridays.",),
            "Of 10 homework sheets, 3 came back; the family has asked for one sheet a week, on Fridays.",
            gettext_noop("The count stays. What the family asked for is more use than a guess about their hearts."),
        ),
        _leave(
            "measured-gap", "Teo reads 96 words correct in a minute; the grade 6 benchmark in the fall is 120.",
            ("The probe was read aloud to his teacher on October 6.",),
            gettext_noop("A measured gap, with its measure. It names the need better than any adjective."),
        ),
        _mend(
            "never-will", "Imani will never live on her own; she plans 3 of 8 steps of a bus trip.",
            ("low_expectation",),
            (_need("bus", "trip", "travel"), _impact("own", "live", "living", "apartment"), _with("photo", "picture")),
            ("Her hope is an apartment with her cousin.", "With a photo of each stop she plans 6 of 8 steps."),
            "Imani plans 3 of 8 steps of a bus trip, and 6 of 8 with a photo of each stop; it is a step toward an "
            "apartment of her own.",
            gettext_noop("A plan opens doors. The number says where she stands, her hope says where to."),
        ),
    ),
    learned=(
        gettext_noop("Say what was seen, when and how often. Leave motives and verdicts out."),
        gettext_noop("Keep every number, the condition, and what it gets in the way of."),
        gettext_noop("A low number, a medical “cannot” or the school’s own mistake needs no softening."),
    ),
    places=(Place("home:caseload", gettext_noop("Open a student and write present levels")),),
    check=check,
)  # fmt: skip
