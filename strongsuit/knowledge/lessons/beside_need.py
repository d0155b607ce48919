"""T-4, a strength inside the hard area: abilities laid beside six needs, read by the rule R-3 of the plan's checks."""

from collections.abc import Iterator

from strongsuit.knowledge.compliance.profile import FLOOR, load_profile
from strongsuit.knowledge.compliance.rules import need_without_strength
from strongsuit.knowledge.lessons.beside_shelves import ON, TASKS, Beside
from strongsuit.knowledge.lessons.checking import FOUND, MISSING, THOUGHT, told
from strongsuit.knowledge.lessons.shapes import Choice, Contrast, Feedback, Lesson, Place, Remark, Said, Task
from strongsuit.knowledge.shapes import (
    Finding,
    NeedFacts,
    PlanFacts,
    PresentLevelFacts,
    StrengthFacts,
    StudentFacts,
)
from strongsuit.knowledge.terms import Grade, ItemKind, NeedKind, PlanKind, PlanState
from strongsuit.knowledge.words import gettext_noop

STANDS = gettext_noop("From the same skill set, so the work can begin with it.")
ELSEWHERE = gettext_noop(
    "From another skill set (%(skill_set)s). It is welcome beside the need, and does not answer it."
)
LIKED = gettext_noop("Something liked or preferred. It helps to plan the lesson, and does not answer the need.")
MANY = gettext_noop("So many say little. Which one would you begin with on Monday?")
DONE = gettext_noop("Yes. The need has something of its own to grow from.")
NOT_YET = gettext_noop("Not yet. The same sentence would stand in the check of a real plan.")
# More than this is a list and no choice.
FEW = 3


def check(task: Task, answer: str) -> Feedback:
    beside = TASKS[task.key]
    picked = tuple(item for item in beside.shelf if item.id in set(answer.split()))
    found = findings(beside, tuple(item.id for item in picked))
    remarks = (*_lacking(found), *(_of(item, beside) for item in picked), *_many(len(picked)))
    return told(NOT_YET if found else DONE, remarks, good=not found)


def findings(beside: Beside, ids: tuple[str, ...]) -> tuple[Finding, ...]:
    """What R-3 says of a plan with this one need and these items beside it."""
    need = NeedFacts("lesson", NeedKind.ACADEMIC, beside.need)
    level = PresentLevelFacts(beside.skill_set, "", "", ids, (need,))
    plan = PlanFacts(
        id="lesson", number=1, kind=PlanKind.ANNUAL, state=PlanState.DRAFT, student=_student(beside),
        starts_on=None, ends_on=None, review_on=None, meeting_on=None,
        strengths=beside.shelf, present_levels=(level,),
    )  # fmt: skip
    return tuple(need_without_strength.check(plan, today=ON, profile=load_profile(FLOOR)))


def _student(beside: Beside) -> StudentFacts:
    return StudentFacts("lesson", beside.student.name, None, Grade.G6, "", "")


def _lacking(found: tuple[Finding, ...]) -> Iterator[Remark]:
    for one in found:
        yield Remark(MISSING, Said(one.message, dict(one.values)))
        yield Remark(THOUGHT, Said(one.next_step))


def _of(item: StrengthFacts, beside: Beside) -> Remark:
    if item.kind != ItemKind.ABILITY or item.skill_set is None:
        return Remark(THOUGHT, Said(LIKED), item.words)
    if item.skill_set == beside.skill_set:
        return Remark(FOUND, Said(STANDS), item.words)
    return Remark(THOUGHT, Said(ELSEWHERE, {"skill_set": item.skill_set.label}), item.words)


def _many(count: int) -> Iterator[Remark]:
    if count > FEW:
        yield Remark(THOUGHT, Said(MANY))


def right(task: Task) -> str:
    """The first single item after which the rule has nothing to say."""
    beside = TASKS[task.key]
    return next((item.id for item in beside.shelf if not findings(beside, (item.id,))), "")


ASK = gettext_noop("Which of these belong beside the need?")
LABEL = gettext_noop("Lay beside it")

LESSON = Lesson(
    key="beside-the-need",
    edition=1,
    title=gettext_noop("A strength inside the hard area"),
    lead=gettext_noop("Lay beside each need something that already works right there."),
    minutes=6,
    idea=(
        gettext_noop(
            "A need in math with a strength in art beside it is kind, and nobody knows what to do with it on Monday. "
            "Inside every hard area something works already: a tool, a way of working, a part of the skill."
        ),
        gettext_noop(
            "So beside every need the plan asks for an ability from the same skill set. Strengths from elsewhere are "
            "welcome, too; they come on top."
        ),
    ),
    contrast=Contrast(
        before="Imani solves percent problems with 40 percent correct. She has a wonderful memory.",
        after=(
            "Imani solves percent problems with 40 percent correct. With a calculator she finds the sum of a shopping "
            "list in 9 of 10 tries."
        ),
        why=gettext_noop("The second one is math as well. The first lesson can begin with the calculator."),
    ),
    tasks=tuple(
        Task(
            key, ASK, LABEL, draft=one.need, student=one.student, several=True,
            choices=tuple(Choice(item.id, item.words, own=True) for item in one.shelf),
        )
        for key, one in TASKS.items()
    ),
    learned=(
        gettext_noop("Every need has an ability from its own skill set beside it."),
        gettext_noop("Look for a tool, a way of working, or a part of the skill."),
        gettext_noop("Strengths from elsewhere, interests and preferences come on top."),
        gettext_noop("If nothing is there yet, ask the finder: one of its cards is about that skill set."),
    ),
    places=(Place("home:caseload", gettext_noop("Open a student’s draft and look at the needs")),),
    check=check,
    right=right,
)  # fmt: skip
