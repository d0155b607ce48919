"""What a reframe says behind "is", "to", "his", "has", "of" or "he", and of several."""

from dataclasses import replace

from strongsuit.knowledge.coach.forms import SEEN, WITH, Forms, turned, verb_of, verbs
from strongsuit.knowledge.coach.inflect import BASE, ING, PARTICIPLE, PAST, S, verb
from strongsuit.knowledge.coach.place import Place
from strongsuit.knowledge.wordlists import words

SEVERAL = {"student": "students", "learner": "learners", "person": "people", "reader": "readers"}
AFTER_BE = {"has": "living with", "needs": "in need of", "need": "in need of", "needing": "in need of"}
OWNED = (
    ("in need of ", "need for "), ("needs ", "need for "), ("needed ", "need for "), ("need more ", "need for more "),
    ("is building ", "need for support with "), ("has ", "present "), ("is learning ", "learning "),
)  # fmt: skip
DOES = (("need for ", "needs "), ("effort that ", "shows effort that "))
TAILS = ((", and needs ", "need"), ("; needs ", "need"), (", and is ", "be"), (" who needs ", "need"))


def behind_be(reframe: str, place: Place) -> str:
    """ "Is struggling" -> "is in need of", "has been coasting" -> "has been getting"."""
    first, _space, rest = reframe.partition(" ")
    if first in words("beside.be"):
        return rest
    if place.person and SEEN.match(reframe):
        return f"seen to {reframe}"
    if place.there:
        return behind_has(reframe, place)
    if reframe.startswith("has done ") and place.begins.endswith("ing"):
        return f"at {reframe.removeprefix('has done ')}".replace(" and is ", " and ")
    if first in AFTER_BE and (found := verb_of(reframe)):
        return f"{AFTER_BE[first]} {rest}"
    if reframe.startswith("need for "):
        return f"in need of {reframe.removeprefix('need for ')}"
    if first in words("reframing.people"):
        return article(reframe, place)
    found = verb_of(reframe)
    if found and (found[1] != PAST or place.begins.endswith("ing")):
        return turned(reframe, ING)
    return reframe.replace(" and having ___ left", ", with ___ left")


def article(reframe: str, place: Place) -> str:
    first, _space, rest = reframe.partition(" ")
    if first in SEVERAL and (place.many or several(place)):
        return f"{SEVERAL[first]} {rest}".replace(" needs ", " need ").replace(" has ", " have ")
    return reframe if place.near in words("whose.articles") or first == "one" else f"a {reframe}"


def several(place: Place) -> bool:
    return place.ends.endswith("s") and not place.ends.endswith(("ss", "'s", "us"))


def behind_to(reframe: str, place: Place, forms: Forms) -> str:
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
    return f"be {article(reframe, place)}" if first in words("reframing.people") else reframe


def behind_his(reframe: str, place: Place, forms: Forms) -> str:
    """ "His laziness" -> "his need for"; where nothing may be owned, what the category has."""
    first, _space, rest = reframe.partition(" ")
    if first in words("whose.articles") and place.before in words("beside.owning"):
        return sounding(rest, place)
    for does, own in OWNED:
        if reframe.startswith(does):
            return sounding(own + reframe.removeprefix(does), place)
    if verb_of(reframe) or first in {"seen", "supported", "able", "at"} or reframe == forms.has:
        several = forms.has.startswith("person who uses") and verbs().get(place.after, ("", S))[1] == BASE
        return "people who use ___" if several else sounding(forms.has, place)
    return sounding(reframe, place)


def sounding(reframe: str, place: Place) -> str:
    """ "An" individual, "a" show of effort."""
    vowel = reframe[:1] in "aeio"
    if place.near == "an" and not vowel and reframe[:1].isalpha():
        first, _space, rest = reframe.partition(" ")
        return f"individual {rest}" if first in words("reframing.people") else f"observed {reframe}"
    if place.near == "a" and reframe.startswith("effort"):
        return f"show of {reframe}"
    return reframe


def behind_has(reframe: str, place: Place) -> str:
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
        return article(reframe, place)
    return reframe


def behind_of(reframe: str, place: Place) -> str:
    """ "Known for refusing" -> "known for needing"."""
    first, _space, rest = reframe.partition(" ")
    if first in {"needs", "need", "needing"} and (verb_of(reframe) or rest.startswith("for ") or first == "needing"):
        return f"a need for {rest.removeprefix('for ')}"
    if reframe.startswith("in need of "):
        return f"a need for {reframe.removeprefix('in need of ')}"
    if first in words("reframing.people"):
        return article(reframe, place)
    if verb_of(reframe):
        return turned(reframe, ING)
    return reframe


def behind_he(reframe: str, place: Place, forms: Forms) -> str:
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
        reframe = f"is {article(reframe, replace(place, near=''))}"
    found = verb_of(reframe)
    if found and found[1] == S and place.past and not reframe.startswith("has done "):
        return turned(reframe, PAST)
    if found and found == ("do", PAST) and place.begins.endswith("s") and not place.past:
        return turned(reframe, S)
    return many(reframe, place)


def many(reframe: str, place: Place) -> str:
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
