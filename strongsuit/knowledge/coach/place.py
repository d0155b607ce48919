"""Where the words of a finding stand: which words are beside them, and what those ask of what comes there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from strongsuit.knowledge.coach.forms import past
from strongsuit.knowledge.coach.patterns import Hit
from strongsuit.knowledge.coach.scene import Scene
from strongsuit.knowledge.coach.text import BREAKS
from strongsuit.knowledge.coach.who import Who
from strongsuit.knowledge.wordlists import words

SIGN = re.compile(r"\S")
LONG = {"d": "had", "ve": "have", "ll": "will", "re": "are"}
SIGNS = frozenset(".,;:!?)\"”'’–—-(/")
FARTHEST = 4
PERSONAL = {Who.STUDENT, Who.STUDENTS, Who.FAMILY, Who.STAFF}


# Not frozen, for one is made for each finding.
@dataclass(slots=True)
class Place:
    """Where the words of a finding stand: ``before`` and ``after`` are the words beside them, without adverbs before.

    ``does`` where the words are what somebody does; ``end`` where nothing follows that belongs to them.
    """

    near: str
    before: str
    begins: str
    ends: str
    after: str
    end: bool
    then: str
    object: bool
    does: bool
    past: bool
    many: bool
    # Behind "there is"; behind "a steep", which wants no article.
    there: bool
    bare: bool
    person: bool


class Behind(TypedDict):
    """What of a place is known from the words behind it."""

    after: str
    end: bool
    then: str
    object: bool


def place_of(scene: Scene, hit: Hit, said: str, first: int, last: int) -> Place:
    spot = first - 1
    while spot >= 0 and (scene.texts[spot] in words("beside.between") or _adverb(scene, spot)):
        spot -= 1
    before = scene.text(spot) if spot >= 0 else ""
    begins = scene.texts[first]
    word = (hit.verb or "").partition(" ")[0]
    acts = begins in words("beside.be_have_do", "beside.negated") or begins.endswith("n't")
    acts = acts or bool(word) and begins == word
    # "Children afflicted with" says what they are.
    if not acts and spot >= 0 and _seems_done(begins) and scene.text(first + 1) not in words("beside.with"):
        acts = scene.who_at(spot) in PERSONAL and before not in words("beside.objects")
    acts = acts and not begins.endswith("ing") and (before in words("beside.is") or not before.endswith("'s"))
    before = "is" if before in words("beside.is") else _in_full(before)
    behind = before not in BREAKS and before not in words("clauses.all") and bool(before)
    helped = before in words("beside.helped", "prepositions")
    who, head = scene.subject(first)
    return Place(
        near=scene.text(first - 1) if first else "",
        before=before,
        begins=begins,
        ends=scene.texts[last],
        **words_behind(scene, said, last),
        does=acts and (behind and not helped or before in words("beside.joined")),
        past=past(begins) or begins in {"could", "couldn't"} and hit.pattern.rule == "absolute_inability",
        person=who in PERSONAL or who is Who.NOBODY,
        there=before in words("beside.be")
        and scene.text(spot - 1) in words("beside.there")
        or scene.text(first - 1) == "there's",
        bare=scene.text(first - 2) in words("whose.articles")
        and not closes(scene.text(first - 1))
        and scene.text(first - 1) not in words("prepositions"),
        many=scene.text(head) in words("beside.they", "many_students") or _of_many(begins, word) or _two(scene, head),
    )


def _two(scene: Scene, head: int) -> bool:
    """ "Omar and Maya"."""
    return head > 1 and scene.texts[head - 1] == "and" and scene.is_name(head) and scene.is_name(head - 2)


def _in_full(word: str) -> str:
    """ "'d" is "had", "'ll" is "will"."""
    return LONG.get(word.rpartition("'")[2], word) if "'" in word else word


def _of_many(begins: str, word: str) -> bool:
    """Whether the verb marked is told of several: "trip him up", "are a challenge"."""
    if begins in words("beside.several"):
        return True
    base = bool(word) and begins == word and not word.endswith(("s", "ed", "ing"))
    return base and word not in words("beside.be_have") and not past(word)


def _seems_done(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss") and word not in words("beside.no_verbs") or past(word)


def words_behind(scene: Scene, said: str, last: int) -> Behind:
    sign = SIGN.search(said, scene.tokens[last].end)
    follows = sign[0] if sign else ""
    after = scene.text(last + 1)
    end = not after or not follows or follows in SIGNS or after in words("beside.clauses")
    known = after in words("beside.objects") or after in words("determiners") or not end and scene.is_name(last + 1)
    return {"after": after, "end": end, "then": "" if end else _kind(scene, last + 1), "object": known}


def _kind(scene: Scene, spot: int) -> str:
    """What goes on behind: a noun of a person, of a thing, a clause, a verb."""
    text = scene.text(spot)
    if text in words("prepositions", "beside.leads"):
        return "preposition"
    if (
        _adverb(scene, spot)
        or text in words("beside.while")
        and (text not in words("beside.daily") or _times(scene, spot + 1))
    ):
        return "while"
    if text in words("beside.acting") and text != "it":
        return "clause"
    if text == "the" and scene.text(spot + 1) in words("beside.moments"):
        return "while"
    if text in words("beside.group") or text.endswith("n't"):
        return "verb"
    if past(text):
        return "done"
    if text in words("beside.while_too") and (
        closes(scene.text(spot + 1)) or scene.text(spot + 1) in words("prepositions")
    ):
        return "while"
    noun = next((at for at in _together(scene, spot) if _person(scene, at)), None)
    other = text in words("beside.things", "works")
    return "person" if noun is not None and not other else "thing"


def _together(scene: Scene, spot: int) -> Iterator[int]:
    """The next words, as far as they can belong to one noun."""
    for at in range(spot, min(spot + FARTHEST, len(scene.tokens))):
        text = scene.texts[at]
        if at > spot and (text in words("prepositions", "pronouns.owners") or text in BREAKS):
            return
        yield at


def _times(scene: Scene, spot: int) -> bool:
    """ "Each day", "all the time"."""
    return scene.text(spot + (scene.text(spot) == "the")) in words("beside.times")


def _person(scene: Scene, at: int) -> bool:
    text = scene.texts[at]
    return text in words("beside.persons", "people") or scene.who_at(at) in PERSONAL


def closes(text: str) -> bool:
    """Whether what goes together ends before this word."""
    return text in BREAKS or text in words("beside.closing")


def _adverb(scene: Scene, spot: int) -> bool:
    text = scene.texts[spot]
    # "Will not comply": no adverb.
    return text.endswith("ly") and text not in words("family", "joining_acts") and not scene.is_name(spot)
