"""Say what the student does now and which support makes the next step possible, not what cannot be.

Language guide 2, absolute_inability: a verdict without "yet" and without support reads as permanent.
"""

from collections.abc import Iterator

from strongsuit.knowledge.coach.asserted import is_asserted
from strongsuit.knowledge.coach.passage import Advice, Passage
from strongsuit.knowledge.coach.subject import Subject
from strongsuit.knowledge.coach.triggers import Trigger, student_being, student_doing, triggers
from strongsuit.knowledge.wordlists import rewordings, words
from strongsuit.knowledge.words import gettext_noop

CATEGORY = "absolute_inability"
SEVERITY = 2
WHY = gettext_noop("This reads as permanent and hides what the student does now.")
ASK = gettext_noop("What does the student do today, and with which support does the next step work?")

NOUNS = {"inability", "an", "the"}
MANY = {"is ": "are ", "needs ": "need "}


def check(passage: Passage) -> Iterator[Advice]:
    for found in triggers(passage, rewordings("inability")):
        subject = _whose(found)
        if subject and subject.particular and _is_verdict(found) and is_asserted(found.line, found.at, found.after):
            start, end = found.span()
            reframes = tuple(_agreeing(reframe, subject) for reframe in found.reframes)
            quote = passage.words[start:end]
            yield Advice("absolute_inability", CATEGORY, SEVERITY, passage.place, start, end, quote, WHY, reframes, ASK)


def _whose(found: Trigger) -> Subject | None:
    opens = found.line.sentence.text(found.at)
    # "An inability to learn that ..." opens a definition, as the law's own do.
    if found.at == 0 and opens in {"an", "the"}:
        return None
    return student_being(found) if opens in NOUNS else student_doing(found)


def _is_verdict(found: Trigger) -> bool:
    """False where a barrier, a support, a time to come, health or permission is what the sentence is about."""
    texts = [token.text for token in found.line.sentence.tokens]
    act = next((text for text in texts[found.after :] if not text.endswith("ly")), "")
    if act in words("not_a_skill") or not words("health_and_rules").isdisjoint(texts):
        return False
    behind = texts[found.after :]
    with_help = "but" in behind and "with" in behind[behind.index("but") :]
    return not with_help and not any(_opens_a_way(texts, at) for at in range(len(texts)))


def _opens_a_way(texts: list[str], at: int) -> bool:
    # "Not even when" closes the way again.
    return texts[at] in words("opens_a_way") and texts[at - 1 : at] != ["even"]


def _agreeing(reframe: str, subject: Subject) -> str:
    opens = next((verb for verb in MANY if reframe.startswith(verb)), "")
    return MANY[opens] + reframe.removeprefix(opens) if subject.many and opens else reframe
