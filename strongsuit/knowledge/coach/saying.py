"""Whether something is said at all: denied, ended, supposed, only mentioned, or told with its measure.

Each question first asks whether the sentence holds any of the words it turns on: most hold none.
"""

import re
from functools import cache

from strongsuit.knowledge.coach.scene import Scene
from strongsuit.knowledge.coach.who import Who
from strongsuit.knowledge.wordlists import phrases, words

PAUSES = {",", ";", ":"}


def negated(scene: Scene, at: int) -> bool:
    """Denied, ended or rare: "no longer", "seldom", "without", "anything but"."""
    if scene.all_words.isdisjoint(_denying()):
        return False
    if nobody_says(scene, at) or " ".join(scene.texts[max(at - 2, 0) : at]) == "anything but":
        return True
    if scene.text(at - 1) in words("denying.little") and scene.text(at) in words("denying.difficulty"):
        return True
    for spot in range(at - 1, max(at - 7, -1), -1):
        text = scene.texts[spot]
        if text in words("denying.bars") or (
            text == "," and (spot < at - 1 or scene.text(at) in words("denying.helps"))
        ):
            return False
        if text == "no" and scene.text(spot + 1) == ",":
            # "Said no, refusing to move" denies nothing.
            continue
        if text in words("denying.no_such") and scene.text(spot + 1) != "longer" and _somebody_else(scene, spot, at):
            continue
        if text in words("denials") or (text.endswith("n't") and text != "don't care"):
            return not (text == "not" and scene.text(spot + 1) == "only")
        if text == "to" and scene.text(spot - 1) == "used":
            return True
        if text == "but" and scene.text(spot - 1) == "anything":
            return True
        if text in {"and", "but"} and (
            scene.text(at).endswith(("s", "ed")) or scene.text(spot + 1) in words("be", "having")
        ):
            # "Does not read and refuses to write": the second verb stands for itscene.
            return False
    return False


def _somebody_else(scene: Scene, spot: int, at: int) -> bool:
    """ "With no warning he loses it", "ended with a tantrum": what is denied or ended is something else."""
    between = scene.texts[spot + 1 : at]
    if scene.texts[spot] in words("denying.ends_something"):
        return not words("denying.after_an_end").isdisjoint(between)
    return "that" not in between and not words("denying.acting").isdisjoint(between)


def denied_inside(scene: Scene, at: int, after: int, source: str) -> bool:
    """ "Has not plateaued": a denial in a gap of what is listed."""
    inside = words("denying.inside").intersection(scene.texts[at + 1 : after])
    return bool(inside) and any(text not in _listed(source) and f"{text}_" not in source for text in inside)


@cache
def _listed(source: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z'’]+", source.lower()))


@cache
def _denying() -> frozenset[str]:
    """Every word that a denial is told with."""
    shortened = {f"{verb}n't" for verb in words("denying.shortened")}
    begins = {said.partition(" ")[0] for said in words("denying.nobody_says")}
    return words("untrue").union(shortened, begins, *map(words, ("denials", "denying.rest", "denying.orders")))


def nobody_says(scene: Scene, at: int) -> bool:
    """ "Nobody would call him", "nothing in the data suggested that", "it would be unfair to say"."""
    for spot in range(at - 1, -1, -1):
        if scene.texts[spot] in {";", ":"}:
            return False
        pair = " ".join(scene.texts[spot : spot + 2])
        if scene.texts[spot] in words("denying.neither") or pair in words("denying.nobody_says"):
            return True
        if scene.texts[spot] == "neither" and not words("judging").isdisjoint(scene.texts[spot:at]):
            return True
        if scene.texts[spot] in words("untrue") and scene.text(spot + 1) in words("denying.untrue_to"):
            return True
        if scene.texts[spot] == "don't" or scene.texts[spot : spot + 2] == ("do", "not"):
            # "Please do not describe it as": an order, for nobody does it.
            if spot == 0 or scene.texts[spot - 1] in words("denying.before_orders") and spot < 3:
                return True
            return scene.text(spot - 1) == ";"
    return False


def ended(scene: Scene, after: int) -> bool:
    """ "Outbursts have ended", "tantrums: none", "is no longer": the end is told behind."""
    if words("denying.ending").isdisjoint(scene.texts[after : after + 7]):
        return False
    near = scene.texts[after : after + 7]
    until = (at for at, text in enumerate(near) if text in {",", ";"} or text in words("denying.conditions"))
    near = near[: next(until, len(near))]
    joined = " ".join(near)
    return any(joined.startswith(begin) or f" {begin}" in f" {joined}" for begin in _written("denying.endings"))


def supposed(scene: Scene, at: int) -> bool:
    """In a question, a condition or a guess that is to be tested."""
    if (
        scene.sentence.asks
        and not _told_by_asking(scene, at)
        and (_opens(scene) in words("supposing.asks") or "," not in scene.texts[at + 1 :])
    ):
        return True
    any_child = phrases("supposing.any_child")
    if scene.holds("supposing.duties") and any_child & set(zip(scene.texts, scene.texts[1:], strict=False)):
        # "A child who fails to make progress must be evaluated again": the law, of anybody.
        return True
    if scene.holds("supposing.duties") and scene.holds("supposing.qualifies"):
        return True
    if scene.texts[:2] in any_child and scene.text(2) == "who" and scene.holds("supposing.advice"):
        # "A student who cannot hold a pencil may dictate".
        return True
    if scene.holds("supposing.when") and any(
        scene.texts[spot] in words("supposing.when") and scene.text(spot + 1) in words("supposing.anybody")
        for spot in range(at)
    ):
        # "When a student refuses, wait": advice for anybody.
        return True
    if not scene.holds("supposing.if"):
        return scene.text(0) in words("supposing.might") and PAUSES.isdisjoint(scene.texts[:at])
    for spot in range(at - 1, -1, -1):
        text = scene.texts[spot]
        if text == "," and "whether" in scene.texts[max(spot - 6, 0) : spot]:
            continue
        if text in PAUSES:
            return False
        if text in words("supposing.if"):
            return not (text == "if" and scene.text(spot + 1) == "you" and scene.text(spot + 2) == "ask")
    return scene.text(0) in words("supposing.might")


def _told_by_asking(scene: Scene, at: int) -> bool:
    """ "How do you motivate a kid who does not care?" says that he does not care."""
    if scene.text(0) not in words("supposing.asks_how"):
        return False
    return any(
        scene.texts[spot] == "who" and scene.who_at(spot - 1) in {Who.STUDENT, Who.STUDENTS, Who.FAMILY}
        for spot in range(max(at - 6, 2), at)
    )


def _opens(scene: Scene) -> str:
    """What a sentence begins with, behind its heading if it has one: "Ask yourself: does he"."""
    return scene.text(scene.texts.index(":") + 1 if ":" in scene.texts else 0)


def _goes_on(scene: Scene, spot: int, at: int) -> bool:
    if scene.texts[spot] not in words("mentioning.word"):
        return scene.text(spot + 1).startswith(("problem", "recognition", "study"))
    near = scene.texts[spot + 1 : at]
    return (
        not words("mentioning.goes_on").isdisjoint(near)
        or bool(near[:1] and near[0] in words("mentioning.reading"))
        or scene.text(spot - 1) in words("mentioning.kinds")
    )


def mentioned(scene: Scene, at: int, after: int) -> bool:
    """Named as words, not said: "the word lazy", "avoid", "instead of writing"."""
    if scene.all_words.isdisjoint(_mentioning()):
        return False
    before = range(max(at - 6, 0), at)
    if scene.texts[0] in words("mentioning.opens"):
        return True
    if any(scene.texts[spot] in words("mentions") and not _goes_on(scene, spot, at) for spot in before):
        return True
    behind = scene.texts[after : after + 6]
    if not words("mentioning.lessons").isdisjoint(scene.before_colon(at)):
        # "Vocabulary for the unit: stubborn, lazy, generous".
        return True
    called = not words("mentioning.calling").isdisjoint(scene.texts[max(at - 7, 0) : at])
    if called and not words("mentioning.minding").isdisjoint(scene.texts[:at]):
        return True
    pairs = zip(scene.texts[after:], scene.texts[after + 1 :], strict=False)
    if scene.text(after) != "" and not phrases("mentioning.which_word").isdisjoint(pairs):
        return True
    if any(
        text in words("is_a_word") and behind[max(spot - 2, 0) : spot] in phrases("mentioning.is_a")
        for spot, text in enumerate(behind)
    ):
        return True
    joined = " ".join(scene.texts[max(at - 7, 0) : at])
    if scene.text(at - 1) in words("mentioning.reads") and scene.subject(at - 1)[0] not in {Who.STUDENT, Who.NOBODY}:
        return True
    return any(phrase in joined for phrase in _written("mentioning.says"))


@cache
def _mentioning() -> frozenset[str]:
    """Every word that a mention is told with."""
    begins = {phrase.partition(" ")[0] for phrase in _written("mentioning.says")}
    listed = ("is_a_word", "mentioning.opens", "mentioning.reads", "mentioning.calling", "mentioning.lessons")
    return words("mentions").union(begins, *map(words, listed))


@cache
def _written(name: str) -> tuple[str, ...]:
    """The phrases of a list as they stand in a text: behind "_" more words follow."""
    return tuple(said.replace("_", " ") for said in words(name))


def measured(scene: Scene, at: int) -> bool:
    near = scene.tokens[max(at - 12, 0) : at + 14]
    return sum(token.raw[0].isdigit() for token in near) >= 1


def undenied(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """For a line that says itself what is denied behind it."""
    return not negated(scene, at)
