"""Gives a reframe the form that its place asks for: behind "is", "to" or "his", before an object or a noun."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from strongsuit.knowledge.coach.agreeing import agreed, attributive, completed, fair, filled, swallowed
from strongsuit.knowledge.coach.behind import (
    article,
    behind_be,
    behind_has,
    behind_he,
    behind_his,
    behind_of,
    behind_to,
    many,
    several,
    sounding,
)
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
from strongsuit.knowledge.coach.forms import FORMS, SEEN, Forms, turned, verb_of
from strongsuit.knowledge.coach.inflect import BASE, ING
from strongsuit.knowledge.coach.patterns import Hit
from strongsuit.knowledge.coach.place import Place, place_of, words_behind
from strongsuit.knowledge.coach.scene import Scene
from strongsuit.knowledge.coach.sound import sound
from strongsuit.knowledge.coach.text import BREAKS
from strongsuit.knowledge.wordlists import words

# What a span begins with that only goes along with a sentence.
BESIDE = {
    "to", "like", "when", "if", "as", "until", "for", "just", "only", "at", "in", "on", "with", "from", "by", "out",
}  # fmt: skip
SHORTENED = {
    "he'll": "he", "she'll": "she", "they'll": "they", "he'd": "he", "she'd": "she", "he's": "he", "she's": "she",
    "he": "he", "she": "she",
}  # fmt: skip
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


def fitting(scene: Scene, hit: Hit, said: str, instead: tuple[str, ...] = ()) -> Fit:
    """The reframes in the form that their place asks for, each once; ``instead`` where none is English there."""
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
        fitted, narrow = [sounding(forms.has, place)], _adjective(scene, first)
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
    whole = (start, end) == (hit.marked_from, hit.marked_to)
    told = sound(tuple(fitted), place, instead) if whole else tuple(fitted)
    return _opened(scene, said, Fit(start, end, told, (narrow,) if narrow else ()), hit)


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
        told = forms.says or f"the student {forms.does}"
        # "With parents like that, it makes sense".
        return f"once {told.replace(' will ', ' ', 1)}" if place.begins in words("sound.aside") else told
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
        return behind_be(reframe, place)
    if place.before in words("beside.helpers"):
        return behind_to(reframe, place, forms)
    if (
        place.before in words("pronouns.owners")
        or place.near in words("beside.between_two")
        and place.begins in words("sound.owned")
        or place.before in words("whose.articles")
        or place.before.endswith(("'s", "’s"))
        and not place.does
    ):
        return behind_his(reframe, place, forms)
    if place.before in words("beside.have") or place.before in words("having") and not place.does:
        return behind_has(reframe, place)
    if place.before == "as" and first in words("beside.have"):
        return f"having {rest}"
    if place.before in words("prepositions") and place.begins not in BESIDE:
        return behind_of(reframe, place)
    if place.does:
        return behind_he(reframe, place, forms)
    if reframe.startswith("need for ") and place.before in words("beside.objects"):
        return f"a {reframe}"
    if verb_of(reframe) and (place.before in words("beside.objects") or place.before in KEEPING):
        return turned(reframe, BASE if place.before in words("beside.objects") else ING)
    return many(_named(reframe, place), place)


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
        if place.begins in words("determiners") or opens and several(place):
            return article(reframe, place)
    if place.begins in SHORTENED and verb_of(reframe) and place.before != "that":
        return f"{SHORTENED[place.begins]} {reframe}"
    return reframe
