"""The quiet mark: sentences that say what the student does, with where and how much, a support, or a strength.

Language guide 8: strengths-based wording teaches more than an alarm. Few rules, each precise; in doubt no mark.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from strongsuit.knowledge.coach.inflect import BASE, PAST, S, verb
from strongsuit.knowledge.coach.passage import Advice, Passage
from strongsuit.knowledge.coach.scene import Scene, scenes
from strongsuit.knowledge.coach.text import read
from strongsuit.knowledge.coach.who import Who
from strongsuit.knowledge.wordlists import expression, words
from strongsuit.knowledge.words import gettext_noop

MEASURED, SUPPORTED, WOVEN = "measured", "supported", "woven"
# What a mark says of its sentence.
SAYS = {
    MEASURED: gettext_noop("Clear and kind: says what, where and how much."),
    SUPPORTED: gettext_noop("Clear and kind: says what, and with which support."),
    WOVEN: gettext_noop("Clear and kind: a strength leads to the task."),
}
# What earns it, for the catalogue.
EARNED = {
    MEASURED: "An act of the student that one can see or hear, a number that counts it, and a setting or cue.",
    SUPPORTED: "An act of the student that one can see or hear, and the tool, cue or partner it is done with.",
    WOVEN: "The student's own strength, interest or memory, used for a task.",
}
NOBODY_ELSE = {Who.THING}


@dataclass(frozen=True, slots=True)
class Strong:
    """Which rule, in which passage, from where to where."""

    rule: str
    place: str
    start: int
    end: int


def strong_words(passage: Passage, advice: Iterable[Advice] = ()) -> tuple[Strong, ...]:
    """At most one mark a sentence, and none where there is advice on it."""
    if passage.quoted:
        return ()
    advised = [(one.start, one.end) for one in advice]
    text = read(passage.words, passage.context, passage.subject_names)
    found: list[Strong] = []
    for scene in scenes(text):
        start, end = scene.tokens[0].start, scene.tokens[-1].end
        if scene.sentence.asks or any(begin < end and start < stop for begin, stop in (*advised, *text.quotes)):
            continue
        if rule := _rule(scene, passage.words[start:end].lower()):
            found.append(Strong(rule, passage.place, start, end))
    return tuple(found)


def _rule(scene: Scene, said: str) -> str:
    texts = list(scene.texts)
    if any(text in words("strong_bars") or text.endswith("n't") for text in texts):
        return ""
    for at in _acts(scene, texts):
        rest = said[scene.starts[at] - scene.starts[0] :]
        if _woven(texts, at):
            return WOVEN
        if texts[at] in verb("use") or scene.text(at + 1).endswith("ing"):
            # "Uses 4 rude words in class", "starts humming": an act of its own decides.
            continue
        if _counted(rest) and _has_place(texts, at):
            return MEASURED
        if _supported(texts):
            return SUPPORTED
    return ""


def _acts(scene: Scene, texts: list[str]) -> Iterator[int]:
    """Where a verb stands that one can see or hear, done by the student; nothing that is told aside."""
    for at, text in enumerate(texts):
        if text in words("marks.aside"):
            return
        if text in acts() and _by_student(scene, texts, at):
            yield at


@cache
def acts() -> frozenset[str]:
    return frozenset(verb(lemma)[form] for lemma in words("strong_acts") for form in (BASE, S, PAST))


@cache
def plain_acts() -> frozenset[str]:
    """Forms that tell somebody to do it, unless "they" do: "work with one partner"."""
    told = {verb(lemma)[form] for lemma in words("strong_acts") for form in (S, PAST)}
    return frozenset(words("strong_acts") - told)


def _by_student(scene: Scene, texts: list[str], at: int) -> bool:
    spot = at - 1
    while spot >= 0 and (texts[spot].endswith("ly") or texts[spot] in words("strong_between")):
        spot -= 1
    if texts[at] in plain_acts() and (spot < 0 or texts[spot] != "they"):
        return False
    if spot < 0:
        return True
    if texts[spot] in {",", ":"} and texts[0] in words("marks.openings"):
        # "With a checklist, starts": nobody else may be named before it.
        return not any(who not in NOBODY_ELSE for named, who in scene.people if named < at)
    return scene.who_at(spot) is Who.STUDENT and not scene.in_preposition(spot, 0)


def _counted(rest: str) -> bool:
    return any(
        not expression("marks.not_counted").search(rest[: found.start()])
        for found in expression("marks.counted").finditer(rest)
    )


def _has_place(texts: list[str], at: int) -> bool:
    """A setting, a cue or a material: "in the garden", "when the text is about animals"; not "in 4 of 5"."""
    spots = [
        spot for spot in range(len(texts) - 1) if texts[spot] in words("marks.places") and (spot > at or spot == 0)
    ]
    return any(_is_place(texts[spot + 1 : spot + 3]) for spot in spots)


def _is_place(after: list[str]) -> bool:
    """Not a number, nor a time: "in a minute", "on Friday" say how much and when."""
    counted = not after[0][0].isalpha() or after[0] in words("numbers")
    return not counted and not any(text.removesuffix("s") in words("marks.times") for text in after)


def _supported(texts: list[str]) -> bool:
    """ "With a word bank", "given a picture schedule": a support, near the word that brings it in."""
    for spot, text in enumerate(texts):
        if text in words("marks.supports"):
            near = texts[spot + 1 : spot + 6]
            near = near[: near.index(",")] if "," in near else near
            if any(_is_support(each) for each in near):
                return True
    return False


def _is_support(text: str) -> bool:
    return text in words("strong_supports") or text.removesuffix("s") in words("strong_supports")


def _woven(texts: list[str], at: int) -> bool:
    """ "Uses her map skills to plan": the student's own strength, then the task."""
    if texts[at] not in verb("use") or at + 1 >= len(texts) or texts[at + 1] not in words("pronouns.owners"):
        return False
    for spot in range(at + 2, min(at + 8, len(texts) - 2)):
        if texts[spot] in words("strong_assets"):
            return "to" in texts[spot + 1 : spot + 6] and texts[-1] != "to"
    return False
