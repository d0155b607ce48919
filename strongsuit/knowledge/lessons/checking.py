"""What several lessons check in the same way: the coach's advice, missing parts, numbers that came or went."""

from collections.abc import Iterable, Iterator

from strongsuit.knowledge.coach.review import Advice, Passage, review
from strongsuit.knowledge.lessons.shapes import Feedback, Profile, Remark, Said, Task
from strongsuit.knowledge.lessons.students import STUDENTS
from strongsuit.knowledge.meaning import numbers_from_nowhere, numbers_lost
from strongsuit.knowledge.words import gettext_noop

FOUND, MISSING, THOUGHT = "found", "missing", "thought"
NAMES = tuple(student.name for student in STUDENTS)
# Enough for ten sentences; a practice answer is one or two.
LONGEST_ANSWER = 2000

NUMBERS_LOST = gettext_noop("Gone from the draft: %(numbers)s. Without its numbers nobody can see growth later.")
NUMBERS_NEW = gettext_noop("New here: %(numbers)s. In a real plan, write only what somebody counted.")
UNCHANGED = gettext_noop("That is the draft as it was. Change what the coach marked, and look again.")


def advice(text: str, context: str = "present_levels") -> tuple[Advice, ...]:
    """What the coach's rules say on a real draft, word for word the same; a learned guess teaches nobody."""
    found = review([Passage("lesson", text, NAMES, context=context)])
    return tuple(one for one in found if not one.learned)


def advice_remarks(found: Iterable[Advice]) -> Iterator[Remark]:
    for one in found:
        yield Remark(MISSING, Said(one.why), one.quote)


def lost_numbers(draft: str, answer: str) -> Iterator[Remark]:
    if lost := numbers_lost(draft, answer):
        yield Remark(MISSING, Said(NUMBERS_LOST, {"numbers": ", ".join(lost)}))


def new_numbers(task: Task, answer: str) -> Iterator[Remark]:
    if new := numbers_from_nowhere(known(task), answer):
        yield Remark(THOUGHT, Said(NUMBERS_NEW, {"numbers": ", ".join(new)}))


def known(task: Task) -> tuple[str, ...]:
    """Every fact the task gives."""
    return (task.draft, *task.notes, *_of(task.student))


def _of(student: Profile | None) -> tuple[str, ...]:
    return () if student is None else student.data + tuple(item.words for item in student.items)


def told(headline: str, remarks: Iterable[Remark] = (), *, good: bool = False) -> Feedback:
    return Feedback(good, Said(headline), tuple(remarks))


# Small words that stand in nearly every line of a language; one of them is enough, for a practice line is short.
ENGLISH = """
a an and at are as but by can each every for from has have he her his i in is it me my of on our please she so that the
their them then they this to was we were what when who will with without you your
"""
OTHERS = """
el la los las un una de del que en con su sus y por para se es le lo cuando dans les des une et avec sur pour il elle du
au na nan ak pou li yon ki o os as um uma e com ele ela der die das und mit im er sie ist a me on
"""
OURS = frozenset(ENGLISH.split()) - frozenset(OTHERS.split())
THEIRS = frozenset(OTHERS.split()) - frozenset(ENGLISH.split())
LOOK_YOURSELF = gettext_noop("Here only English is read by rules. So look at your line yourself, and compare.")


def in_english(text: str) -> bool:
    """Whether the checks of a lesson can say anything about a line."""
    if any(letter.isalpha() and letter > "\u024f" for letter in text):
        return False
    words = {word.strip(".,;:!?¡¿()\"“”’'").casefold() for word in text.split()}
    return len(words & OURS) >= len(words & THEIRS)


def look_yourself(questions: Iterable[str]) -> Feedback:
    """For a line in another language: the questions to ask of it. Nobody says that it is wrong."""
    return told(LOOK_YOURSELF, [Remark(THOUGHT, Said(one)) for one in questions], good=True)
