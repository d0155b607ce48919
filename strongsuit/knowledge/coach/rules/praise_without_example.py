"""Say what the student does well and where it was seen, not that the student is liked.

Language guide 7 and rule R-2: praise is kind, but nobody can plan with it.
"""

from collections.abc import Iterator

from strongsuit.knowledge.coach.passage import Advice, Passage
from strongsuit.knowledge.coach.scene import Scene, scenes
from strongsuit.knowledge.coach.text import read
from strongsuit.knowledge.coach.who import Who
from strongsuit.knowledge.praise import Praise, only_praise
from strongsuit.knowledge.wordlists import words
from strongsuit.knowledge.words import gettext_noop

CATEGORY = "praise_without_example"
SEVERITY = 1
RULE = "praise.without_example"
WHY = gettext_noop("Praise says that the student is liked, but gives the next teacher nothing to build on.")
ASK = gettext_noop("What does the student do well, and where was it seen?")

# Near misses, for the catalogue.
LEFT_ALONE = (
    "Kofi retells a chapter in order after listening (3 of 3 book talks).",
    "Kofi is a joy. He retells a chapter in order after listening.",
    "Kofi is kind: he shares his markers with new classmates.",
    "Kofi is friendly when younger children visit.",
    "Kofi tries hard on robotics for 25 minutes.",
    "Is Kofi nice?",
    "The library is a joy.",
    "The maze was nice.",
)

OF_SOMEONE = ("someone who ___, seen in ___",)
OF_A_TRAIT = ("a way of ___, seen in ___",)
OF_EFFORT = ("keeps at ___ for ___ minutes, seen in ___",)
ANYWHERE = ("___ (seen in ___)",)


def check(passage: Passage) -> Iterator[Advice]:
    found = only_praise(passage.words, passage.subject_names)
    if not found:
        return
    starts = {praise.start for praise in found}
    text = read(passage.words, passage.context, passage.subject_names)
    if not all(_praises_student(scene, starts) for scene in scenes(text)):
        return
    for praise in found:
        if text.quote_at(praise.start) is None:
            yield _advice(passage, praise)


def _praises_student(scene: Scene, starts: set[int]) -> bool:
    if scene.sentence.asks or not words("denials").isdisjoint(scene.texts):
        return False
    subject = next((who for at, who in scene.people if not scene.in_preposition(at, 0)), None)
    # Notes leave the subject out: "A joy to have in class".
    return subject in {Who.STUDENT, Who.STUDENTS} if subject else scene.starts[0] in starts


def _advice(passage: Passage, praise: Praise) -> Advice:
    quote, span = passage.words[praise.start : praise.end], (praise.start, praise.end)
    reframes = _reframes(praise, quote)
    if quote[:1].isupper() and reframes is OF_SOMEONE:
        reframes = tuple(each[:1].upper() + each[1:] for each in reframes)
    return Advice(RULE, CATEGORY, SEVERITY, passage.place, *span, quote, WHY, reframes, ASK)


def _reframes(praise: Praise, quote: str) -> tuple[str, ...]:
    if praise.lead in words("praising.has"):
        return OF_A_TRAIT
    if quote.lower().startswith(tuple(words("praising.effort"))):
        return OF_EFFORT
    return OF_SOMEONE if praise.lead in words("be") or not praise.lead else ANYWHERE
