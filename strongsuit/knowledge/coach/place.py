"""Where the words of a finding stand: which words are beside them, and what those ask of what comes there."""

import re
from dataclasses import dataclass
from typing import TypedDict

from strongsuit.knowledge.coach.forms import past
from strongsuit.knowledge.coach.patterns import Hit
from strongsuit.knowledge.coach.scene import Scene
from strongsuit.knowledge.coach.text import BREAKS
from strongsuit.knowledge.coach.who import Who
from strongsuit.knowledge.wordlists import words

SIGN = re.compile(r"\S")
BE = {"is", "are", "was", "were", "be", "been", "being", "am"}
HAVE = {"has", "have", "had", "having"}
HELPING = {"to", "can", "could", "will", "would", "may", "might", "must", "should", "does", "did", "do", "cannot"}
NEGATED = {"can't", "couldn't", "won't", "wouldn't", "doesn't", "didn't", "don't", "shouldn't", "must", "ought"}
ARTICLES = {"a", "an", "the"}
LONG = {"d": "had", "ve": "have", "ll": "will", "re": "are"}
IS = {"he's", "she's", "it's", "that's", "there's", "who's", "they're", "we're", "you're", "i'm", "what's"}
RELATIVE = {"who", "which", "that"}
JOINED = RELATIVE | {"and", "but", "or", "yet"}
ACTING = {"he", "she", "they", "we", "you", "i", "it"}
BETWEEN = {"just", "so", "very", "too", "quite", "also", "still", "often", "even", "rather", "now", "such", "pretty"}
MORE_CLAUSES = {"once", "than", "till", "whatever", "however", "except", "though", "even"}
OBJECTS = {"me", "him", "her", "us", "them", "it", "himself", "herself", "themselves", "you"}
WHILE = {
    "today", "again", "now", "yet", "here", "there", "too", "anymore", "already", "daily", "alone", "first",
    "yesterday", "tonight", "tomorrow", "indeed", "this", "last", "each", "every", "all", "most", "these", "those",
    "than", "if", "either", "some", "both", "other", "whatsoever", "instead", "up", "down", "away", "back", "off",
}  # fmt: skip
SEASONS = {
    "day", "days", "week", "weeks", "month", "months", "year", "years", "time", "times", "morning", "mornings", "fall",
    "winter", "spring", "summer", "term", "quarter", "semester", "period", "monday", "tuesday", "wednesday", "thursday",
    "friday", "afternoon", "night", "minute", "class", "lesson",
}  # fmt: skip
SIGNS = frozenset(".,;:!?)\"”'’–—-(/")
PERSONS = {
    "man", "woman", "men", "women", "teens", "guy", "guys", "lady", "people", "twin", "twins", "reader", "readers",
    "speller", "writer", "worker", "listener",
}  # fmt: skip
# Put together once: each is asked of every finding.
BE_HAVE = BE | HAVE
BE_HAVE_DO = BE_HAVE | {"does", "did", "do"}
HELPERS = HELPING | NEGATED
BE_HELPING = BE | HELPERS
GROUP = BE_HAVE | HELPERS
OWNING = ARTICLES | words("pronouns.owners")
HELPED = GROUP | OWNING
CLAUSES = words("clauses.joining", "clauses.subordinate")
ALL_CLAUSES = CLAUSES | MORE_CLAUSES
CLOSING = BREAKS | CLAUSES | BE_HAVE | HELPING
FARTHEST = 4
DAILY = {"this", "last", "each", "every", "all", "most", "these", "those", "some", "both", "other", "first", "than"}
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
    while spot >= 0 and (scene.texts[spot] in BETWEEN or _adverb(scene, spot)):
        spot -= 1
    before = scene.text(spot) if spot >= 0 else ""
    begins = scene.texts[first]
    word = (hit.verb or "").partition(" ")[0]
    acts = begins in BE_HAVE_DO or begins in NEGATED or begins.endswith("n't") or bool(word) and begins == word
    # "Children afflicted with" says what they are.
    if not acts and spot >= 0 and _seems_done(begins) and scene.text(first + 1) not in {"with", "by"}:
        acts = scene.who_at(spot) in PERSONAL and before not in OBJECTS
    acts = acts and not begins.endswith("ing") and (before in IS or not before.endswith("'s"))
    before = "is" if before in IS else LONG.get(before.rpartition("'")[2], before) if "'" in before else before
    behind = before not in BREAKS and before not in CLAUSES and bool(before)
    helped = before in HELPED or before in words("prepositions")
    who, head = scene.subject(first)
    return Place(
        near=scene.text(first - 1) if first else "",
        before=before,
        begins=begins,
        ends=scene.texts[last],
        **words_behind(scene, said, last),
        does=acts and (behind and not helped or before in JOINED),
        past=past(begins),
        person=who in PERSONAL or who is Who.NOBODY,
        there=before in BE and scene.text(spot - 1) in {"there", "there's"} or scene.text(first - 1) == "there's",
        bare=scene.text(first - 2) in ARTICLES
        and scene.text(first - 1) not in CLOSING
        and scene.text(first - 1) not in words("prepositions"),
        many=scene.text(head) in {"they", "we"} or scene.text(head) in words("many_students") or _of_many(begins, word),
    )


def _of_many(begins: str, word: str) -> bool:
    """Whether the verb marked is told of several: "trip him up", "are a challenge"."""
    if begins in {"are", "were", "have", "don't", "aren't", "weren't", "do"}:
        return True
    base = bool(word) and begins == word and not word.endswith(("s", "ed", "ing"))
    return base and word not in BE_HAVE and not past(word)


def _seems_done(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss") and word not in {"always", "sometimes", "as"} or past(word)


def words_behind(scene: Scene, said: str, last: int) -> Behind:
    sign = SIGN.search(said, scene.tokens[last].end)
    follows = sign[0] if sign else ""
    after = scene.text(last + 1)
    end = not after or not follows or follows in SIGNS or after in ALL_CLAUSES
    known = after in OBJECTS or after in words("determiners") or not end and scene.is_name(last + 1)
    return {"after": after, "end": end, "then": "" if end else _kind(scene, last + 1), "object": known}


def _kind(scene: Scene, spot: int) -> str:
    """What goes on behind: a noun of a person, of a thing, a clause, a verb."""
    text = scene.text(spot)
    if text in words("prepositions") or text in {"to", "out", "up", "off", "into", "onto"}:
        return "preposition"
    if _adverb(scene, spot) or text in WHILE and (text not in DAILY or scene.text(spot + 1) in SEASONS):
        return "while"
    if text in ACTING and text != "it":
        return "clause"
    if text == "the" and scene.text(spot + 1) in {"way", "minute", "moment", "second", "day", "time", "rest"}:
        return "while"
    if text in GROUP or text.endswith("n't"):
        return "verb"
    if past(text):
        return "done"
    noun = next((at for at in range(spot, min(spot + FARTHEST, len(scene.tokens))) if _person(scene, at)), None)
    other = text in {"it", "the"} or text in words("works")
    return "person" if noun is not None and not other else "thing"


def _person(scene: Scene, at: int) -> bool:
    text = scene.texts[at]
    return text in PERSONS or text in words("people") or scene.who_at(at) in PERSONAL


def _adverb(scene: Scene, spot: int) -> bool:
    return scene.texts[spot].endswith("ly") and scene.texts[spot] not in words("family") and not scene.is_name(spot)
