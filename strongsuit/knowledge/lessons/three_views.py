"""T-3, reading disagreement: eight cards of the finder, sorted as the profile sorts them (specification 2.3)."""

from collections.abc import Iterator

from strongsuit.knowledge.lessons.checking import FOUND, MISSING, THOUGHT, told
from strongsuit.knowledge.lessons.shapes import (
    Also,
    Card,
    Choice,
    Contrast,
    Feedback,
    Heard,
    Lesson,
    Place,
    Profile,
    Remark,
    Said,
    Task,
)
from strongsuit.knowledge.lessons.students import IMANI, NOOR, TEO
from strongsuit.knowledge.profile import Status, View, claims, view
from strongsuit.knowledge.terms import Group
from strongsuit.knowledge.words import gettext_noop

STUDENT, FAMILY, SCHOOL = Group.STUDENT, Group.FAMILY, Group.SCHOOL
DEPENDS, ALIKE = "depends", "alike"
STATUSES = tuple(Choice(status.value, status.label) for status in Status)
WHERE = Also(
    gettext_noop("Does it depend on where?"),
    (
        Choice(DEPENDS, gettext_noop("Yes: one says it is there, another had a chance and says it is not")),
        Choice(ALIKE, gettext_noop("No")),
    ),
)

# Who says yes, in whole sentences: the first thing to look at, and never the answer itself.
SAYS_YES = {
    STUDENT: gettext_noop("The student says yes: “mostly” and “a lot like me” count."),
    FAMILY: gettext_noop("The family says yes: of adults only “often” counts."),
    SCHOOL: gettext_noop("School says yes: one person who says “often” is enough."),
}
NO_YES = gettext_noop("Nobody says a full yes here. Is there a “sometimes” or “a little”? Or no chance to look?")
UNHEARD = gettext_noop(
    "Somebody here has no view: skipped, not sure, no chance or not asked. That is a gap, and never a no."
)
BECAUSE = {
    Status.SHARED_BY_ALL: gettext_noop("All three say yes. It stands first among what a goal can grow from."),
    Status.SHARED: gettext_noop("The student and one side of the adults say yes. It can be used now."),
    Status.OTHERS_SEE: gettext_noop(
        "Family and school say yes, the student does not. Ask: “Two people see this in you. What do you think?” Until "
        "then it is not printed as the student’s view."
    ),
    Status.HIDDEN_SELF: gettext_noop(
        "Only the student says yes, and somebody else has a view. It stands as the student’s word. Ask for one story, "
        "and plan a chance to show it."
    ),
    Status.HIDDEN_HOME: gettext_noop(
        "Only the family says yes, and somebody else has a view. Ask them to tell one time, and plan a chance to show "
        "it at school."
    ),
    Status.HIDDEN_SCHOOL: gettext_noop(
        "Only school says yes, and others have a view; or one colleague of several sees it. Find out what that lesson "
        "does, and take it further."
    ),
    Status.SINGLE: gettext_noop("One says yes, and nobody else has a view yet. Invite a second one."),
    Status.EMERGING: gettext_noop("Nobody says yes, but something is there: a good seed for a goal."),
    Status.NO_CHANCE: gettext_noop(
        "No adult had a view. That says nothing about the student: plan one chance, and look."
    ),
    Status.NOT_SEEN: gettext_noop("Looked for and not seen yet. It stays off every page and is asked again next time."),
}
WHERE_YES = gettext_noop("It depends on where: somebody says yes, and somebody with a chance to see it says no.")
WHERE_NO = gettext_noop("It does not depend on where: nobody who looked says no beside a yes.")
LOOK_WHERE = gettext_noop(
    "Look at the second question again: is there a full yes, and also a plain no by somebody who looked?"
)
RIGHT = gettext_noop("Yes. That is how the profile sorts it.")
ONLY_WHERE = gettext_noop("The status is right. Where it was seen is one more question.")
OTHER = gettext_noop("The profile sorts it elsewhere. First see who says yes, and who has a view at all.")


def read(task: Task) -> View:
    """The view as the profile of every student computes it."""
    if task.card is None:
        raise ValueError("A task of this lesson shows a card.")
    return view([one.answered for one in task.card.heard])


def right(task: Task) -> str:
    found = read(task)
    return f"{found.status.value} {DEPENDS if found.depends_on_where else ALIKE}"


def check(task: Task, answer: str) -> Feedback:
    found = read(task)
    status, _space, where = answer.partition(" ")
    if answer == right(task):
        seen = WHERE_YES if found.depends_on_where else WHERE_NO
        return told(RIGHT, (Remark(FOUND, Said(BECAUSE[found.status])), Remark(THOUGHT, Said(seen))), good=True)
    if status == found.status:
        return told(ONLY_WHERE, (Remark(FOUND, Said(BECAUSE[found.status])), Remark(MISSING, Said(LOOK_WHERE))))
    return told(OTHER, _looked_at(found))


def _looked_at(found: View) -> Iterator[Remark]:
    claiming = [group for group in Group if claims(found.values.get(group), group)]
    for group in claiming:
        yield Remark(FOUND, Said(SAYS_YES[group]))
    if not claiming:
        yield Remark(THOUGHT, Said(NO_YES))
    if any(found.values.get(group) is None for group in Group):
        yield Remark(THOUGHT, Said(UNHEARD))


ASK = gettext_noop("Three views of one card. How does the profile sort it?")
LABEL = gettext_noop("Together they say")


def _task(key: str, student: Profile, words: str, *heard: Heard) -> Task:
    return Task(key, ASK, LABEL, choices=STATUSES, also=WHERE, card=Card(words, heard), student=student)


LESSON = Lesson(
    key="three-views",
    edition=1,
    title=gettext_noop("Read three views that differ"),
    lead=gettext_noop("Eight cards on which student, family and school do not say the same."),
    minutes=7,
    idea=(
        gettext_noop(
            "People who know the same child often answer differently, mostly because they see the child in different "
            "places. So nothing is averaged. A difference tells where a strength shows and where it has no room yet."
        ),
        gettext_noop(
            "Look in two steps. Who says a full yes? For adults that is “often”; for the student “mostly” and more. "
            "Then: who has a view at all? “Not sure” and “no chance to see” are gaps, and never a no."
        ),
    ),
    contrast=Contrast(
        before="Home and school disagree about Teo’s reading, so we take the middle.",
        after="At home Teo reads recipes aloud every Sunday. At school nobody has seen it yet: we plan one chance.",
        why=gettext_noop("The middle of two answers is nobody’s answer. The difference is a plan for Monday."),
    ),
    tasks=(
        _task(
            "noor-patterns", NOOR, "Sees patterns in colors and shapes",
            Heard(STUDENT, "thats_me"), Heard(FAMILY, "not_seen"), Heard(SCHOOL, "often", "Ms. Adler"),
        ),
        _task(
            "teo-explains", TEO, "Explains how he got an answer",
            Heard(STUDENT, "a_little"), Heard(FAMILY, "often"), Heard(SCHOOL, "often", "Mr. Lind"),
        ),
        _task(
            "noor-helps", NOOR, "Notices when somebody needs help",
            Heard(STUDENT, "not_yet"), Heard(FAMILY, "often"), Heard(SCHOOL, "not_seen", "Ms. Adler"),
        ),
        _task(
            "imani-budget", IMANI, "Handles budgets and prices",
            Heard(STUDENT, "a_lot"), Heard(FAMILY, "not_sure"), Heard(SCHOOL, "no_chance", "Ms. Okoye"),
        ),
        _task(
            "imani-calm", IMANI, "Knows what steadies her, and when",
            Heard(STUDENT, "mostly"), Heard(FAMILY, "sometimes"), Heard(SCHOOL, "no_chance", "Ms. Okoye"),
        ),
        _task(
            "teo-plans", TEO, "Plans with a drawing, map or list",
            Heard(STUDENT, "a_little"), Heard(FAMILY, "not_seen"), Heard(SCHOOL, "sometimes", "Mr. Lind"),
        ),
        _task(
            "imani-leads", IMANI, "Leads a task or coaches others",
            Heard(STUDENT, "not_yet"), Heard(FAMILY, "not_sure"),
            Heard(SCHOOL, "often", "Ms. Okoye"), Heard(SCHOOL, "not_seen", "Mr. Hale"),
        ),
        _task(
            "noor-swims", NOOR, "Moves with ease in the water",
            Heard(STUDENT, "skip"), Heard(FAMILY, "not_sure"), Heard(SCHOOL, "no_chance", "Ms. Adler"),
        ),
    ),
    learned=(
        gettext_noop("Nothing is averaged: a difference says where a strength shows."),
        gettext_noop("“No chance to see” is a gap to fill, and never a low mark."),
        gettext_noop("What only one side sees is hidden, and not wrong: one story, one chance to show it."),
        gettext_noop("“It depends on where” belongs into a goal as its condition."),
    ),
    places=(Place("home:caseload", gettext_noop("Open a student and read the three views")),),
    check=check,
    right=right,
)  # fmt: skip
