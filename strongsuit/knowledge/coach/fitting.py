"""Gives a reframe the form that its place asks for: behind "is", "to" or "his", before an object or a noun."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TypedDict

from strongsuit.knowledge.coach.inflect import BASE, ING, PARTICIPLE, PAST, S, verb
from strongsuit.knowledge.coach.patterns import Hit
from strongsuit.knowledge.coach.scene import BREAKS, CLAUSES, OWNERS, Scene, Who
from strongsuit.knowledge.wordlists import rewordings, words


@dataclass(frozen=True, slots=True)
class Forms:
    """What a category says where a line's own reframe has no form for its place: what one does, and what one has.

    ``then`` ties what is left of the sentence to it: "after ___, followed by ___ from" his sister. ``says`` stands for
    a whole sentence that is not about what the student does.
    """

    does: str
    has: str
    then: str = "with"
    says: str = ""


FORMS = {
    "willful_refusal": Forms("needs more support to begin ___", "need for more support to ___"),
    "effort_blame": Forms("needs a first step for ___", "need for a first step in ___"),
    "character_judgment": Forms("needs support to ___ when ___", "need for support to ___ when ___"),
    "motive_attribution": Forms("does ___ after ___, followed by ___", "pattern of ___ after ___", "from"),
    "absolute_inability": Forms("is learning ___ with ___", "next step with ___"),
    "failure_framing": Forms("completed ___ of ___", "record of ___ done and ___ to do", "on"),
    "deficit_noun": Forms("is building ___", "need for support with ___", "in"),
    "struggle_framing": Forms("needs ___ with ___", "need for ___ with ___"),
    "level_label": Forms("needs support in ___ with ___", "need for support in ___", "in"),
    "norm_comparison": Forms("is at ___ in ___", "present level of ___ in ___", "beside"),
    "outdated_or_pity": Forms("uses ___ for ___", "person who uses ___", says="with ___ as support"),
    "identity_reduction": Forms("needs ___ when ___", "need for ___ when ___"),
    "vague_behavior_label": Forms("is seen to ___, ___ times in ___", "record of ___ (what was seen)"),
    "family_or_burden_blame": Forms(
        "needs ___ from the team", "plan for ___", "for", says="the team and the family will agree on ___"
    ),
    "low_expectation": Forms("works toward ___, with ___ as the first step", "first step toward ___", "in"),
    "absolute_exaggeration": Forms("is seen to ___ in ___ of ___ times", "count of ___ in ___", ""),
}
# Verbs a reframe may begin with; where the base form is as often a noun, what must follow it.
LEMMAS = (
    "be", "have", "do", "need", "say", "ask", "work", "use", "learn", "teach", "take", "finish", "read", "join",
    "follow", "earn", "mean", "move", "stop", "start", "open", "come", "show", "look", "see", "go", "complete",
    "spend", "meet", "leave", "bring", "help", "keep", "count", "score", "agree", "end", "speak", "tell", "pay",
    "understand", "find", "plan", "prefer", "reach", "aim", "know", "give", "choose", "answer", "attend", "begin",
    "practice", "join", "laugh", "arrive", "grow", "wait", "change", "get", "finish", "shut", "put",
)  # fmt: skip
OFTEN_NOUNS = frozenset({
    "need", "work", "plan", "help", "show", "practice", "score", "change", "end", "count", "start", "aim", "answer",
    "use", "look", "meet", "reach", "stop", "laugh", "grow", "read",
})  # fmt: skip
VERBAL = frozenset({"more", "a", "support", "___", "on", "longest", "hardest", "the", "first", "to", "short"})
BE = {"is", "are", "was", "were", "be", "been", "being", "am"}
HAVE = {"has", "have", "had", "having"}
HELPING = {"to", "can", "could", "will", "would", "may", "might", "must", "should", "does", "did", "do", "cannot"}
NEGATED = {"can't", "couldn't", "won't", "wouldn't", "doesn't", "didn't", "don't", "shouldn't", "must", "ought"}
ARTICLES = {"a", "an", "the"}
LONG = {"d": "had", "ve": "have", "ll": "will", "re": "are"}
IS = {"he's", "she's", "it's", "that's", "there's", "who's", "they're", "we're", "you're", "i'm", "what's"}
RELATIVE = {"who", "which", "that"}
ACTING = {"he", "she", "they", "we", "you", "i", "it"}
BETWEEN = {"just", "so", "very", "too", "quite", "also", "still", "often", "even", "rather", "now", "such", "pretty"}
# What a span begins with that only goes along with a sentence.
BESIDE = {
    "to",
    "like",
    "when",
    "if",
    "as",
    "until",
    "for",
    "just",
    "only",
    "at",
    "in",
    "on",
    "with",
    "from",
    "by",
    "out",
}
PEOPLE = {"student", "learner", "person", "reader", "individual", "one"}
SEVERAL = {"student": "students", "learner": "learners", "person": "people", "reader": "readers"}
# What stands behind a form of "be" as it is.
STATES = {
    "in", "learning", "seen", "supported", "at", "working", "building", "living", "using", "able", "ready", "not",
    "busy", "absent", "awake", "hard", "new", "affected", "slowed", "helped", "born", "asking", "planning",
}  # fmt: skip
WITH = "with"
AFTER_BE = {"has": "living with", "needs": "in need of", "need": "in need of", "needing": "in need of"}
OWNED = (
    ("in need of ", "need for "), ("needs ", "need for "), ("needed ", "need for "), ("need more ", "need for more "),
    ("is building ", "need for support with "), ("has ", "present "), ("is learning ", "learning "),
)  # fmt: skip
DOES = (("need for ", "needs "), ("effort that ", "shows effort that "))
SHORTENED = {
    "he'll": "he", "she'll": "she", "they'll": "they", "he'd": "he", "she'd": "she", "he's": "he", "she's": "she",
    "he": "he", "she": "she",
}  # fmt: skip
TAILS = ((", and needs ", "need"), ("; needs ", "need"), (", and is ", "be"), (" who needs ", "need"))
# Said at the end of a reframe that goes on with the words behind it.
GOES_ON = {"follow", "join", "answer", "has", "having", "using", "beside"}
# Said of how often, before the verb.
OFTEN = {
    "always": "often", "never": "so far", "constantly": "often", "continually": "often", "perpetually": "often",
    "forever": "often", "invariably": "often", "continuously": "often", "incessantly": "often", "endlessly": "often",
    "eternally": "often", "ceaselessly": "often", "relentlessly": "often",
}  # fmt: skip
# What may tie a reframe to the words behind it, where what is marked ended in it.
TIES = {"from", "in", "at", "on", "with", "toward", "towards", "during", "about", "over"}
# "___ after ___": a blank for what one did.
SEEN = re.compile(r"___ (?:after|when|before) ")
MORE_CLAUSES = {"once", "than", "till", "whatever", "however", "except", "though", "even"}
OBJECTS = {"me", "him", "her", "us", "them", "it", "himself", "herself", "themselves", "you"}
AT_ONCE = {"begin", "start"}
WHOLE = ("go on", "join in", "take part in")
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
FULL = frozenset(".,;:!?)")
PERSONS = {
    "man", "woman", "men", "women", "teens", "guy", "guys", "lady", "people", "twin", "twins", "reader", "readers",
}  # fmt: skip
MANY = {"men", "women", "teens", "guys", "people", "twins", "youngsters", "teenagers"}
FARTHEST = 4
DAILY = {"this", "last", "each", "every", "all", "most", "these", "those", "some", "both", "other", "first", "than"}
PERSONAL = {Who.STUDENT, Who.STUDENTS, Who.FAMILY, Who.STAFF}


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Fit:
    """Reframes and the characters they replace, which may be more than what is marked."""

    start: int
    end: int
    reframes: tuple[str, ...]


def fitting(scene: Scene, hit: Hit, said: str) -> Fit:
    """The reframes in the form that their place asks for, each once."""
    first, last = scene.index(hit.marked_from), scene.index(hit.marked_to - 1)
    told: tuple[str, ...] = hit.reframes()
    place, forms = _place(scene, hit, said, first, last), FORMS[hit.pattern.rule]
    start, end = hit.marked_from, hit.marked_to
    if noun := _noun_behind(scene, place, first, last, told[0]):
        told = tuple(f"is seen to {each}" if SEEN.match(each) else each for each in told)
        told = tuple(each if any(map(str.isalpha, each)) else forms.does for each in told)
        start, end = _from_article(scene, first, noun), scene.tokens[noun].end
        named = " ".join(token.raw for token in scene.tokens[last + 1 : noun + 1])
        fitted = [_told_of(named, scene.texts[noun], reframe, said[start : hit.marked_from]) for reframe in told]
        place = replace(place, ends=scene.texts[noun], **_behind(scene, said, noun))
    elif _of_a_thing(scene, place, last, told[0]):
        end, place = scene.tokens[last + 1].end, replace(place, **_behind(scene, said, last + 1))
        fitted = [_sounding(forms.has, place)]
    elif place.before in ARTICLES and _tells(scene, first, last):
        # "The lights are on": what is marked is more than a noun.
        start, fitted = scene.tokens[first - 1].start, list(told)
    else:
        whose = _name_in(scene, first, last)
        fitted = [_formed(_said(reframe, place, forms, whose), place, forms) for reframe in told]
    fitted = [_joined(reframe, place, forms) for reframe in fitted]
    if start == scene.starts[0] and said[start].isupper():
        fitted = [reframe[:1].upper() + reframe[1:] for reframe in fitted]
    return Fit(start, end, tuple(dict.fromkeys(fitted)))


def _tells(scene: Scene, first: int, last: int) -> bool:
    """A noun with what it does: "ship never left the harbor"."""
    inside = scene.texts[first + 1 : last]
    return not RELATIVE & set(inside) and not BE.isdisjoint(inside) or "never" in inside


def _place(scene: Scene, hit: Hit, said: str, first: int, last: int) -> Place:
    spot = first - 1
    while spot >= 0 and (scene.texts[spot] in BETWEEN or _adverb(scene, spot)):
        spot -= 1
    before = scene.text(spot) if spot >= 0 else ""
    begins = scene.texts[first]
    word = (hit.verb or "").partition(" ")[0]
    acts = (
        begins in BE | HAVE | {"does", "did", "do"}
        or begins in NEGATED
        or begins.endswith("n't")
        or bool(word)
        and begins == word
    )
    acts = acts or scene.who_at(spot) in PERSONAL and before not in OBJECTS - {"you", "it"} and _seems_done(begins)
    acts = acts and not begins.endswith("ing") and (before in IS or not before.endswith("'s"))
    before = "is" if before in IS else LONG.get(before.rpartition("'")[2], before) if "'" in before else before
    behind = before not in BREAKS and before not in CLAUSES and bool(before)
    helped = before in BE | HAVE | HELPING | NEGATED | ARTICLES | OWNERS or before in words("prepositions")
    who, head = scene.subject(first)
    return Place(
        near=scene.text(first - 1) if first else "",
        before=before,
        begins=begins,
        ends=scene.texts[last],
        **_behind(scene, said, last),
        does=acts and (behind and not helped or before in RELATIVE),
        past=_past(begins),
        person=who in PERSONAL or who is Who.NOBODY,
        there=before in BE and scene.text(spot - 1) in {"there", "there's"} or scene.text(first - 1) == "there's",
        bare=scene.text(first - 2) in ARTICLES
        and scene.text(first - 1) not in BE | HAVE | CLAUSES | BREAKS | words("prepositions"),
        many=begins in {"are", "were", "have", "don't", "aren't", "weren't", "do"}
        or scene.text(head) in {"they", "we"}
        or scene.text(head) in words("many_students")
        or acts
        and bool(word)
        and not word.endswith(("s", "ed"))
        and word not in BE | HAVE
        and not _past(word),
    )


def _seems_done(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss") and word not in {"always", "sometimes", "as"} or _past(word)


def _behind(scene: Scene, said: str, last: int) -> Behind:
    follows = said[scene.tokens[last].end :].lstrip()[:1]
    after = scene.text(last + 1)
    end = not after or not follows or follows in SIGNS or after in CLAUSES | MORE_CLAUSES
    known = after in words("determiners") | OBJECTS or not end and scene.is_name(last + 1)
    return {"after": after, "end": end, "then": "" if end else _kind(scene, last + 1), "object": known}


def _kind(scene: Scene, spot: int) -> str:
    """What goes on behind: a noun of a person, of a thing, a clause, a verb."""
    text = scene.text(spot)
    if text in words("prepositions") or text in {"to", "out", "up", "off", "into", "onto"}:
        return "preposition"
    if (
        text.endswith("ly")
        and not scene.is_name(spot)
        or text in WHILE
        and (text not in DAILY or scene.text(spot + 1) in SEASONS)
    ):
        return "while"
    if text in ACTING and text != "it":
        return "clause"
    if text == "the" and scene.text(spot + 1) in {"way", "minute", "moment", "second", "day", "time", "rest"}:
        return "while"
    if text in BE | HAVE | HELPING | NEGATED or text.endswith("n't"):
        return "verb"
    if _past(text):
        return "done"
    noun = next((at for at in range(spot, min(spot + FARTHEST, len(scene.tokens))) if _person(scene, at)), None)
    return "person" if noun is not None and scene.texts[spot] not in {"it", "the"} | words("works") else "thing"


def _person(scene: Scene, at: int) -> bool:
    text = scene.texts[at]
    return text in PERSONS or text in words("people") or scene.who_at(at) in PERSONAL


def _adverb(scene: Scene, spot: int) -> bool:
    return scene.texts[spot].endswith("ly") and scene.texts[spot] not in words("family") and not scene.is_name(spot)


@cache
def _past(word: str) -> bool:
    return word in {"was", "were", "had", "did"} or word.endswith("ed") and word not in {"need"} or word in _pasts()


@cache
def _pasts() -> frozenset[str]:
    forms = ((lemma, forms[2] if len(forms) == 4 else forms[-1]) for (lemma, *_), forms in _irregular().items())
    return frozenset(past for lemma, past in forms if past not in {lemma, "read"})


def _irregular() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    return rewordings("irregular_verbs")


@cache
def _verbs() -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for lemma in LEMMAS:
        forms = verb(lemma)
        for form in (BASE, PAST, S):
            found[forms[form]] = lemma, form
    return found | {"is": ("be", S), "are": ("be", BASE), "were": ("be", PAST)}


def _verb_of(reframe: str) -> tuple[str, int] | None:
    """The verb a reframe begins with, and its form."""
    first, _space, rest = reframe.partition(" ")
    found = _verbs().get(first.rstrip(","))
    if found and first in OFTEN_NOUNS and rest.partition(" ")[0] not in VERBAL:
        return None
    return found


def _turned(reframe: str, form: int) -> str:
    """With its first verb, and those told of the same one, in another form."""
    found = _verb_of(reframe)
    if found is None:
        return reframe
    first, space, rest = reframe.partition(" ")
    told = "were" if (found[0], form) == ("be", PAST) and first == "are" else verb(found[0])[form]
    told += "," * first.endswith(",")
    return f"{told}{space}{rest}"


def _name_in(scene: Scene, first: int, last: int) -> str:
    return next((scene.tokens[at].raw for at in range(first, last + 1) if scene.is_name(at)), "the student")


def _said(reframe: str, place: Place, forms: Forms, whose: str) -> str:
    """A blank alone says nothing of what belongs there; for an idiom that is a whole sentence there is one in turn."""
    if any(map(str.isalpha, reframe)):
        return reframe
    if place.before == "there":
        return "is a need for ___"
    if place.does or place.before in BE | HELPING | NEGATED:
        return forms.does
    if place.before in OWNERS | ARTICLES or place.near in words("determiners"):
        return forms.has if place.end or place.then not in {"thing", "person"} else reframe
    if place.near and place.near not in BREAKS and place.near not in CLAUSES:
        return reframe
    if place.end:
        return forms.says or f"the student {forms.does}"
    return whose if place.then in {"verb", "done"} else reframe


def _formed(reframe: str, place: Place, forms: Forms) -> str:
    """The reframe as its place in the sentence asks for it."""
    first, _space, rest = reframe.partition(" ")
    if place.bare and first in {"a", "an"} and place.begins not in ARTICLES:
        return rest
    if rest and first == place.near and (first in words("prepositions") or first in ARTICLES):
        return rest
    if reframe.startswith("and "):
        return _of_the_team(reframe, place, forms)
    if reframe[:2] in {"; ", ", "}:
        return reframe[2:] if place.near in BREAKS or not place.near else f"– {reframe[2:]}"
    if place.before in BE and (place.begins not in BE or place.begins in {"being", "been"}):
        return _behind_be(reframe, place)
    if place.before in HELPING | NEGATED:
        return _behind_to(reframe, place, forms)
    if place.before in OWNERS or place.before in ARTICLES or place.before.endswith(("'s", "’s")) and not place.does:
        return _behind_his(reframe, place, forms)
    if place.before in HAVE or place.before in words("having") and not place.does:
        return _behind_has(reframe, place)
    if place.before == "as" and first in HAVE:
        return f"having {rest}"
    if place.before in words("prepositions") and place.begins not in BESIDE:
        return _behind_of(reframe, place)
    if place.does:
        return _behind_he(reframe, place, forms)
    return _many(_named(reframe, place), place)


def _of_the_team(reframe: str, place: Place, forms: Forms) -> str:
    """What family and team do together, behind "his mother", "she is", "could", or nothing."""
    _team, will, what = reframe.partition(" will ")
    what = f"{what.replace(' on ', ' with the team on ', 1)}" if " on " in what else f"{what} with the team"
    if not place.near or place.near in BREAKS:
        return f"the family {reframe}"
    if place.near == "and":
        return reframe.removeprefix("and ")
    if place.before in HELPING | NEGATED and will:
        return what
    if place.before in BE | HAVE:
        return f"{'working' if place.before in BE else 'worked'} with the team on ___"
    return forms.has if place.before in words("prepositions") or place.before in ARTICLES else reframe


def _named(reframe: str, place: Place) -> str:
    if place.begins in words("determiners") and reframe.partition(" ")[0] in PEOPLE - {"one"}:
        return _article(reframe, place)
    if place.begins in SHORTENED and _verb_of(reframe) and place.before != "that":
        return f"{SHORTENED[place.begins]} {reframe}"
    return reframe


def _behind_be(reframe: str, place: Place) -> str:
    """ "Is struggling" -> "is in need of", "has been coasting" -> "has been getting"."""
    first, _space, rest = reframe.partition(" ")
    if first in BE:
        return rest
    if place.person and SEEN.match(reframe):
        return f"seen to {reframe}"
    if place.there:
        return _behind_has(reframe, place)
    if first in AFTER_BE and (found := _verb_of(reframe)):
        return f"{AFTER_BE[first]} {rest}"
    if reframe.startswith("need for "):
        return f"in need of {reframe.removeprefix('need for ')}"
    if first in PEOPLE:
        return _article(reframe, place)
    found = _verb_of(reframe)
    if found and (found[1] != PAST or place.begins.endswith("ing")):
        return _turned(reframe, ING).replace(" and has ___ left", ", with ___ left")
    return reframe


def _article(reframe: str, place: Place) -> str:
    first, _space, rest = reframe.partition(" ")
    if first in SEVERAL and (place.many or place.ends.endswith("s") and not place.ends.endswith(("ss", "'s"))):
        return f"{SEVERAL[first]} {rest}".replace(" needs ", " need ").replace(" has ", " have ")
    return reframe if place.near in ARTICLES or first == "one" else f"a {reframe}"


def _behind_to(reframe: str, place: Place, forms: Forms) -> str:
    """ "Continues to fail" -> "continues to have done"."""
    first, _space, rest = reframe.partition(" ")
    if first == "will":
        return rest
    if place.before == "to" and place.begins in ARTICLES | OWNERS:
        return f"a {forms.has}" if _verb_of(reframe) else reframe
    if first == "went":
        return f"go {rest}"
    if _verb_of(reframe):
        return _turned(reframe, BASE)
    for own, own_base in (("in need of ", "need "), ("need for ", "need "), ("effort that ", "show effort that ")):
        if reframe.startswith(own):
            return own_base + reframe.removeprefix(own)
    if first in STATES:
        return f"be {reframe}"
    return f"be {_article(reframe, place)}" if first in PEOPLE else reframe


def _behind_his(reframe: str, place: Place, forms: Forms) -> str:
    """ "His laziness" -> "his need for"; where nothing may be owned, what the category has."""
    first, _space, rest = reframe.partition(" ")
    if first in ARTICLES and place.before in ARTICLES | OWNERS:
        return _sounding(rest, place)
    for does, own in OWNED:
        if reframe.startswith(does):
            return _sounding(own + reframe.removeprefix(does), place)
    if _verb_of(reframe) or first in {"seen", "supported", "able", "at"} or reframe == forms.has:
        several = forms.has.startswith("person who uses") and place.after in {"are", "were", "have", "do"}
        return "people who use ___" if several else _sounding(forms.has, place)
    return _sounding(reframe, place)


def _sounding(reframe: str, place: Place) -> str:
    """ "An" individual, "a" show of effort."""
    vowel = reframe[:1] in "aeio"
    if place.near == "an" and not vowel and reframe[:1].isalpha():
        first, _space, rest = reframe.partition(" ")
        return f"individual {rest}" if first in PEOPLE else f"observed {reframe}"
    if place.near == "a" and reframe.startswith("effort"):
        return f"show of {reframe}"
    return reframe


def _behind_has(reframe: str, place: Place) -> str:
    """ "Has plateaued" -> "has gone", "has trouble" -> "has a need for"."""
    first, _space, rest = reframe.partition(" ")
    if first in HAVE:
        return rest
    if reframe.startswith(("need for ", "in need of ")):
        return f"a need for {reframe.removeprefix('need for ').removeprefix('in need of ')}"
    if found := _verb_of(reframe):
        if found[1] == PAST or place.past or place.begins in {"been", "become", "gone"} or place.begins.endswith("n"):
            return _turned(reframe, PARTICIPLE)
        return f"a need for {rest}" if first in {"needs", "need"} else reframe
    if first in PEOPLE:
        return _article(reframe, place)
    return reframe


def _behind_of(reframe: str, place: Place) -> str:
    """ "Known for refusing" -> "known for needing"."""
    first, _space, rest = reframe.partition(" ")
    if first in {"needs", "need", "needing"} and (_verb_of(reframe) or rest.startswith("for ") or first == "needing"):
        return f"a need for {rest.removeprefix('for ')}"
    if reframe.startswith("in need of "):
        return f"a need for {reframe.removeprefix('in need of ')}"
    if first in PEOPLE:
        return _article(reframe, place)
    if _verb_of(reframe):
        return _turned(reframe, ING)
    return reframe


def _behind_he(reframe: str, place: Place, forms: Forms) -> str:
    """What somebody does, in the time and number of the words it replaces."""
    first, _space, rest = reframe.partition(" ")
    if first in {"when", "next", "first", "a"} and place.begins not in BE | HAVE:
        reframe = forms.does
    for own, does in DOES:
        if reframe.startswith(own):
            reframe = does + reframe.removeprefix(own)
    if first == WITH:
        reframe = f"is supported {reframe}"
    if first in STATES:
        reframe = f"is {reframe}"
    if first in PEOPLE:
        reframe = f"is {_article(reframe, replace(place, near=''))}"
    found = _verb_of(reframe)
    if found and found[1] == S and place.past and not reframe.startswith("has done "):
        return _turned(reframe, PAST)
    return _many(reframe, place)


def _many(reframe: str, place: Place) -> str:
    if not place.many:
        return reframe
    first, _space, rest = reframe.partition(" ")
    if first in SEVERAL:
        return f"{SEVERAL[first]} {rest}".replace(" needs ", " need ")
    if not (found := _verb_of(reframe)) or found[1] != S and first != "was":
        return reframe
    told = f"{ {'is': 'are', 'was': 'were'}.get(first, verb(found[0])[BASE]) } {rest}".rstrip()
    for one, lemma in TAILS:
        base = "are" if lemma == "be" else lemma
        told = told.replace(one, one.replace(one.split()[-1], base))
    return told


# What follows


def _joined(reframe: str, place: Place, forms: Forms) -> str:
    """The reframe with what ties it to the words behind it."""
    plain = reframe.rstrip(" ,")
    last = plain.rpartition(" ")[2]
    goes_on = (last in words("prepositions") or last == "to" or last in GOES_ON) and not plain.endswith(WHOLE)
    if not plain or plain[-1] in "–:":
        return plain
    if last and last == place.after:
        return plain.rpartition(" ")[0]
    if place.end or place.then == "while":
        return f"{plain} ___" if goes_on else plain
    if place.then == "preposition":
        if goes_on and last not in GOES_ON and (last != "to" or place.after == "to"):
            return plain if plain.endswith("need of") else plain.rpartition(" ")[0]
        return f"{plain} ___" if goes_on else plain
    again = f" {place.ends}" if place.ends in words("determiners") else ""
    if last in AT_ONCE or last == "building":
        return f"{plain}{again}"
    if goes_on and last in words("prepositions"):
        return f"{plain}{again}"
    if goes_on or " " not in plain or place.then in {"verb", "clause"}:
        return reframe
    if place.begins == place.ends and (place.begins.endswith("ly") or place.begins in OFTEN):
        return f"{OFTEN.get(place.begins, '')} ({plain.removeprefix('in ')})".lstrip()
    if place.ends == "to" or place.ends in CLAUSES | MORE_CLAUSES:
        return f"{plain} {place.ends}"
    if place.ends in TIES:
        return f"{plain} {place.ends}"
    if not again and not place.object and not (place.does or _verb_of(plain) or plain.partition(" ")[0] in STATES):
        return reframe
    then = forms.then if place.then == "person" or forms.then != "from" else WITH
    return f"{plain} {then}{again}" if then else reframe


# Before a noun


def _noun_behind(scene: Scene, place: Place, first: int, last: int, reframe: str) -> int:
    """Where the person stands of whom an adjective is said: "the lazy boy"; 0 where it is said otherwise."""
    opens = reframe.partition(" ")[0]
    if (
        place.end
        or place.then != "person"
        or place.does
        or opens not in STATES | PEOPLE | {"peers", "students", "who", "___"}
        and not _verb_of(reframe)
    ):
        return 0
    if place.before in BE | HELPING or place.begins in BE | HAVE or place.ends in words("prepositions"):
        return 0
    for at in range(last + 1, min(last + FARTHEST, len(scene.tokens))):
        text = scene.texts[at]
        if text in words("students") | words("many_students") | PERSONS and text != "kid's":
            return at
        if text in words("determiners") | words("prepositions") | CLAUSES | BREAKS | BE:
            return 0
    return 0


def _of_a_thing(scene: Scene, place: Place, last: int, reframe: str) -> bool:
    """ "Her lazy attitude": an adjective of what the student has, and nothing but that."""
    owned = place.before in OWNERS | ARTICLES or place.before.endswith("'s") and place.before not in IS
    behind = _behind_word(scene, last + 2)
    states = (reframe.partition(" ")[0] in STATES or bool(_verb_of(reframe))) and place.then == "thing"
    return owned and states and not place.does and not place.object and behind


def _behind_word(scene: Scene, spot: int) -> bool:
    text = scene.text(spot)
    ends = not text or text in BREAKS | CLAUSES | BE | HAVE | HELPING or text in words("prepositions") | words("having")
    return ends or _past(text)


def _from_article(scene: Scene, first: int, noun: int) -> int:
    near = scene.text(first - 1) if first else ""
    return scene.tokens[first - 1 if near in {"a", "an"} else first].start


def _told_of(named: str, noun: str, reframe: str, article: str) -> str:
    """ "Boy" and "needs a first step" -> "boy who needs a first step"."""
    many = noun in words("many_students") | MANY
    first, _space, rest = reframe.partition(" ")
    if first == "who":
        told = reframe.rstrip(",")
    elif first in PEOPLE | {"peers", "students"}:
        told = rest.replace("who needs ", "who need ") if many else rest
    elif found := _verb_of(reframe):
        told = f"who {reframe if found[1] != S or not many else _turned(reframe, BASE)}"
    else:
        told = f"who {'are' if many else 'is'} {reframe}"
    opens = ("an " if named[:1].lower() in "aeio" else "a ") if article.strip().lower() in {"a", "an"} else ""
    return f"{opens.capitalize() if article[:1].isupper() else opens}{named} {told}"
