"""Gives a reframe the form that its place asks for: behind "is", "to" or "his", before an object or a noun."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from strongsuit.knowledge.coach.agreeing import agreed, attributive, completed, fair, filled, swallowed
from strongsuit.knowledge.coach.following import (
    from_article,
    joined,
    list_around,
    name_in,
    noun_behind,
    of_a_thing,
    tells,
    told_of,
    without,
)
from strongsuit.knowledge.coach.forms import FORMS, SEEN, WITH, Forms, turned, verb_of, verbs
from strongsuit.knowledge.coach.inflect import BASE, ING, PARTICIPLE, PAST, S, verb
from strongsuit.knowledge.coach.patterns import Hit
from strongsuit.knowledge.coach.place import Place, place_of, words_behind
from strongsuit.knowledge.coach.scene import Scene
from strongsuit.knowledge.coach.text import BREAKS
from strongsuit.knowledge.wordlists import words

# What a span begins with that only goes along with a sentence.
BESIDE = {
    "to", "like", "when", "if", "as", "until", "for", "just", "only", "at", "in", "on", "with", "from", "by", "out",
}  # fmt: skip
SEVERAL = {"student": "students", "learner": "learners", "person": "people", "reader": "readers"}
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
BEFORE_NOUN = "___ (seen in ___)"
KEEPING = {"stop", "stops", "stopped", "quit", "quits", "cease", "ceases", "keep", "keeps", "kept", "avoid", "without"}


@dataclass(frozen=True, slots=True)
class Fit:
    """Reframes and the characters they replace, which may be more than what is marked.

    ``narrow`` are those for what is marked alone, where the others replace more.
    """

    start: int
    end: int
    reframes: tuple[str, ...]
    narrow: tuple[str, ...] = ()


def fitting(scene: Scene, hit: Hit, said: str) -> Fit:
    """The reframes in the form that their place asks for, each once."""
    first, last = scene.index(hit.marked_from), scene.index(hit.marked_to - 1)
    place, forms = place_of(scene, hit, said, first, last), FORMS[hit.pattern.rule]
    told = fair(scene, place, (first, last), filled(scene, said, first, last, hit.reframes()), forms)
    start, end, narrow = hit.marked_from, hit.marked_to, ""
    if place.before.endswith("'s") and place.end and told[0].partition(" ")[0] in words("reframing.states"):
        # "Omar's lazy."
        place = replace(place, before="is")
    if place.before == "her" and place.end and told[0].partition(" ")[0] in words("reframing.states"):
        # "We consider her lazy."
        place = replace(place, before="him")
    if around := list_around(scene, first, last, told[0]):
        return _in_a_list(scene, hit, said, (first, last), around)
    if place.near == "most" and place.then == "person":
        fitted = [BEFORE_NOUN]
    elif noun := noun_behind(scene, place, first, last, told[0]):
        start, end, narrow = from_article(scene, first), scene.tokens[noun].end, _adjective(scene, first)
        named = " ".join(token.raw for token in scene.tokens[last + 1 : noun + 1])
        fitted = [
            told_of(named, scene.texts[noun], reframe, said[start : hit.marked_from])
            for reframe in _of_one(told, forms)
        ]
        place = replace(place, ends=scene.texts[noun], **words_behind(scene, said, noun))
    elif of_a_thing(scene, place, last, told[0]):
        end, place = scene.tokens[last + 1].end, replace(place, **words_behind(scene, said, last + 1))
        fitted, narrow = [_sounding(forms.has, place)], _adjective(scene, first)
    elif attributive(scene, place, first, last, told[0]):
        fitted = [_adjective(scene, first)]
    elif place.before in words("whose.articles") and tells(scene, first, last):
        # "The lights are on": what is marked is more than a noun.
        start, fitted, narrow = scene.tokens[first - 1].start, list(told), joined(forms.has, place, forms)
    else:
        whose = "" if all(any(map(str.isalpha, each)) for each in told) else name_in(scene, first, last)
        fitted = [_formed(_said(reframe, place, forms, whose), place, forms) for reframe in told]
        fitted = [agreed(scene, place, first, last, reframe) for reframe in fitted]
    if tail := swallowed(scene, first, last, told):
        fitted = [f"{reframe.rstrip(',')} {tail}" for reframe in fitted]
    else:
        fitted = [completed(scene, place, first, last, joined(reframe, place, forms)) for reframe in fitted]
    return _opened(scene, said, Fit(start, end, tuple(fitted), (narrow,) if narrow else ()), hit)


def _in_a_list(scene: Scene, hit: Hit, said: str, at: tuple[int, int], around: tuple[int, int]) -> Fit:
    """One of several adjectives: the others stay before the noun, and the reframe comes behind it."""
    begin, noun = around
    narrow = (_adjective(scene, at[0]),)
    if begin == noun:
        return Fit(hit.marked_from, hit.marked_to, narrow)
    start, end, forms = from_article(scene, begin), scene.tokens[noun].end, FORMS[hit.pattern.rule]
    place = replace(place_of(scene, hit, said, *at), ends=scene.texts[noun], **words_behind(scene, said, noun))
    named, article = without(scene, said, around, *at), said[start : scene.tokens[begin].start]
    told = [told_of(named, scene.texts[noun], each, article) for each in _of_one(hit.reframes(), forms)]
    return _opened(scene, said, Fit(start, end, tuple(joined(each, place, forms) for each in told), narrow), hit)


def _of_one(told: Iterable[str], forms: Forms) -> Iterator[str]:
    """What can be told of a person behind "who"."""
    for each in told:
        if SEEN.match(each):
            yield f"is seen to {each}"
        else:
            yield each if any(map(str.isalpha, each)) else forms.does


def _adjective(scene: Scene, first: int) -> str:
    """What may stand before a noun, with a blank for what was seen."""
    return f"often {BEFORE_NOUN}" if first and scene.texts[first - 1] == "an" else BEFORE_NOUN


def _opened(scene: Scene, said: str, fit: Fit, hit: Hit) -> Fit:
    """Each once, and with a capital where the sentence opens with it."""
    reframes, narrow = tuple(dict.fromkeys(fit.reframes)), fit.narrow
    if fit.start == scene.starts[0] and said[fit.start].isupper():
        reframes = tuple(each[:1].upper() + each[1:] for each in reframes)
    if hit.marked_from == scene.starts[0] and said[hit.marked_from].isupper():
        narrow = tuple(each[:1].upper() + each[1:] for each in narrow)
    return Fit(fit.start, fit.end, reframes, narrow)


def _said(reframe: str, place: Place, forms: Forms, whose: str) -> str:
    """A blank alone says nothing of what belongs there; for an idiom that is a whole sentence there is one in turn."""
    if any(map(str.isalpha, reframe)):
        return reframe
    if place.before == "there":
        return "is a need for ___"
    if place.does or place.before in words("beside.be_helping"):
        return forms.does
    if place.before in words("beside.owning") or place.near in words("determiners"):
        return forms.has if place.end or place.then not in {"thing", "person"} else reframe
    if place.near and place.near not in BREAKS and place.near not in words("clauses.all"):
        return reframe
    if place.end:
        return forms.says or f"the student {forms.does}"
    return whose if place.then in {"verb", "done"} else reframe


def _formed(reframe: str, place: Place, forms: Forms) -> str:
    """The reframe as its place in the sentence asks for it."""
    first, _space, rest = reframe.partition(" ")
    if place.bare and first in {"a", "an"} and place.begins not in words("whose.articles"):
        return rest
    if (
        rest
        and first == place.near
        and (first == "as" or first in words("prepositions") or first in words("whose.articles"))
    ):
        return rest
    if reframe.startswith("and "):
        return _of_the_team(reframe, place, forms)
    if reframe[:2] in {"; ", ", "}:
        return reframe[2:] if place.near in BREAKS or not place.near else f"– {reframe[2:]}"
    if place.before in words("beside.be") and (
        place.begins not in words("beside.be") or place.begins in {"being", "been"}
    ):
        return _behind_be(reframe, place)
    if place.before in words("beside.helpers"):
        return _behind_to(reframe, place, forms)
    if (
        place.before in words("pronouns.owners")
        or place.before in words("whose.articles")
        or place.before.endswith(("'s", "’s"))
        and not place.does
    ):
        return _behind_his(reframe, place, forms)
    if place.before in words("beside.have") or place.before in words("having") and not place.does:
        return _behind_has(reframe, place)
    if place.before == "as" and first in words("beside.have"):
        return f"having {rest}"
    if place.before in words("prepositions") and place.begins not in BESIDE:
        return _behind_of(reframe, place)
    if place.does:
        return _behind_he(reframe, place, forms)
    if reframe.startswith("need for ") and place.before in words("beside.objects"):
        return f"a {reframe}"
    if verb_of(reframe) and (place.before in words("beside.objects") or place.before in KEEPING):
        return turned(reframe, BASE if place.before in words("beside.objects") else ING)
    return _many(_named(reframe, place), place)


def _of_the_team(reframe: str, place: Place, forms: Forms) -> str:
    """What family and team do together, behind "his mother", "she is", "could", or nothing."""
    if place.begins in words("agreeing.owing"):
        helped = "helped when the family and the team look at ___"
        if place.before in words("beside.be"):
            return helped
        return f"is {helped}" if place.does else f"– the family {reframe}"
    _team, will, what = reframe.partition(" will ")
    what = f"{what.replace(' on ', ' with the team on ', 1)}" if " on " in what else f"{what} with the team"
    if not place.near or place.near in BREAKS:
        return f"the family {reframe}"
    if place.near == "and":
        return reframe.removeprefix("and ")
    if place.before in words("beside.helpers") and will:
        return what
    if place.before in words("beside.be_have"):
        return f"{'working' if place.before in words('beside.be') else 'worked'} with the team on ___"
    return forms.has if place.before in words("prepositions") or place.before in words("whose.articles") else reframe


def _named(reframe: str, place: Place) -> str:
    if reframe.partition(" ")[0] in words("reframing.people") - {"one"}:
        opens = not place.near or place.near in BREAKS
        if place.begins in words("determiners") or opens and _several(place):
            return _article(reframe, place)
    if place.begins in SHORTENED and verb_of(reframe) and place.before != "that":
        return f"{SHORTENED[place.begins]} {reframe}"
    return reframe


def _behind_be(reframe: str, place: Place) -> str:
    """ "Is struggling" -> "is in need of", "has been coasting" -> "has been getting"."""
    first, _space, rest = reframe.partition(" ")
    if first in words("beside.be"):
        return rest
    if place.person and SEEN.match(reframe):
        return f"seen to {reframe}"
    if place.there:
        return _behind_has(reframe, place)
    if reframe.startswith("has done ") and place.begins.endswith("ing"):
        return f"at {reframe.removeprefix('has done ')}".replace(" and is ", " and ")
    if first in AFTER_BE and (found := verb_of(reframe)):
        return f"{AFTER_BE[first]} {rest}"
    if reframe.startswith("need for "):
        return f"in need of {reframe.removeprefix('need for ')}"
    if first in words("reframing.people"):
        return _article(reframe, place)
    found = verb_of(reframe)
    if found and (found[1] != PAST or place.begins.endswith("ing")):
        return turned(reframe, ING)
    return reframe.replace(" and having ___ left", ", with ___ left")


def _article(reframe: str, place: Place) -> str:
    first, _space, rest = reframe.partition(" ")
    if first in SEVERAL and (place.many or _several(place)):
        return f"{SEVERAL[first]} {rest}".replace(" needs ", " need ").replace(" has ", " have ")
    return reframe if place.near in words("whose.articles") or first == "one" else f"a {reframe}"


def _several(place: Place) -> bool:
    return place.ends.endswith("s") and not place.ends.endswith(("ss", "'s", "us"))


def _behind_to(reframe: str, place: Place, forms: Forms) -> str:
    """ "Continues to fail" -> "continues to have done"."""
    first, _space, rest = reframe.partition(" ")
    if first == "will":
        return rest
    if place.before == "to" and reframe.startswith(("is seen to ", "be seen to ")):
        return reframe.removeprefix("is seen to ").removeprefix("be seen to ")
    if place.before == "to" and place.begins in words("beside.owning"):
        return f"a {forms.has}" if verb_of(reframe) else reframe
    if first == "went":
        return f"go {rest}"
    if verb_of(reframe):
        return turned(reframe, BASE)
    for own, own_base in (("in need of ", "need "), ("need for ", "need "), ("effort that ", "show effort that ")):
        if reframe.startswith(own):
            return own_base + reframe.removeprefix(own)
    if first in words("reframing.states"):
        return f"be {reframe}"
    return f"be {_article(reframe, place)}" if first in words("reframing.people") else reframe


def _behind_his(reframe: str, place: Place, forms: Forms) -> str:
    """ "His laziness" -> "his need for"; where nothing may be owned, what the category has."""
    first, _space, rest = reframe.partition(" ")
    if first in words("whose.articles") and place.before in words("beside.owning"):
        return _sounding(rest, place)
    for does, own in OWNED:
        if reframe.startswith(does):
            return _sounding(own + reframe.removeprefix(does), place)
    if verb_of(reframe) or first in {"seen", "supported", "able", "at"} or reframe == forms.has:
        several = forms.has.startswith("person who uses") and verbs().get(place.after, ("", S))[1] == BASE
        return "people who use ___" if several else _sounding(forms.has, place)
    return _sounding(reframe, place)


def _sounding(reframe: str, place: Place) -> str:
    """ "An" individual, "a" show of effort."""
    vowel = reframe[:1] in "aeio"
    if place.near == "an" and not vowel and reframe[:1].isalpha():
        first, _space, rest = reframe.partition(" ")
        return f"individual {rest}" if first in words("reframing.people") else f"observed {reframe}"
    if place.near == "a" and reframe.startswith("effort"):
        return f"show of {reframe}"
    return reframe


def _behind_has(reframe: str, place: Place) -> str:
    """ "Has plateaued" -> "has gone", "has trouble" -> "has a need for"."""
    first, _space, rest = reframe.partition(" ")
    if first in words("beside.have"):
        return rest or "had"
    if reframe.startswith(("growing sense", "next step ")):
        return f"a {reframe}"
    if reframe.startswith(("need for ", "in need of ")):
        return f"a need for {reframe.removeprefix('need for ').removeprefix('in need of ')}"
    if found := verb_of(reframe):
        if found[1] == PAST or place.past or place.begins in {"been", "become", "gone"} or place.begins.endswith("n"):
            return turned(reframe, PARTICIPLE)
        return f"a need for {rest}" if first in {"needs", "need"} else reframe
    if first in words("reframing.people"):
        return _article(reframe, place)
    return reframe


def _behind_of(reframe: str, place: Place) -> str:
    """ "Known for refusing" -> "known for needing"."""
    first, _space, rest = reframe.partition(" ")
    if first in {"needs", "need", "needing"} and (verb_of(reframe) or rest.startswith("for ") or first == "needing"):
        return f"a need for {rest.removeprefix('for ')}"
    if reframe.startswith("in need of "):
        return f"a need for {reframe.removeprefix('in need of ')}"
    if first in words("reframing.people"):
        return _article(reframe, place)
    if verb_of(reframe):
        return turned(reframe, ING)
    return reframe


def _behind_he(reframe: str, place: Place, forms: Forms) -> str:
    """What somebody does, in the time and number of the words it replaces."""
    first, _space, rest = reframe.partition(" ")
    if first in {"when", "next", "first", "a"} and place.begins not in words("beside.be_have"):
        reframe = forms.does
    for own, does in DOES:
        if reframe.startswith(own):
            reframe = does + reframe.removeprefix(own)
    if first in {"a", "an"} and place.begins in words("beside.be"):
        reframe = f"is {reframe}"
    if first == WITH:
        reframe = f"is supported {reframe}"
    if first in words("reframing.states"):
        reframe = f"is {reframe}"
    if first in words("reframing.people"):
        reframe = f"is {_article(reframe, replace(place, near=''))}"
    found = verb_of(reframe)
    if found and found[1] == S and place.past and not reframe.startswith("has done "):
        return turned(reframe, PAST)
    if found and found == ("do", PAST) and place.begins.endswith("s") and not place.past:
        return turned(reframe, S)
    return _many(reframe, place)


def _many(reframe: str, place: Place) -> str:
    if not place.many:
        return reframe
    first, _space, rest = reframe.partition(" ")
    if first in SEVERAL:
        return f"{SEVERAL[first]} {rest}".replace(" needs ", " need ")
    if not (found := verb_of(reframe)) or found[1] != S and first != "was":
        return reframe
    told = f"{ {'is': 'are', 'was': 'were'}.get(first, verb(found[0])[BASE]) } {rest}".rstrip()
    for one, lemma in TAILS:
        base = "are" if lemma == "be" else lemma
        told = told.replace(one, one.replace(one.split()[-1], base))
    return told
