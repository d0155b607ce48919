"""What goes on behind a reframe: the words it is tied to, and the person or thing an adjective is said of."""

from strongsuit.knowledge.coach.forms import WITH, Forms, past, turned, verb_of
from strongsuit.knowledge.coach.inflect import BASE, S
from strongsuit.knowledge.coach.place import FARTHEST, Place, closes
from strongsuit.knowledge.coach.scene import Scene
from strongsuit.knowledge.wordlists import rewordings, words


def tells(scene: Scene, first: int, last: int) -> bool:
    """A noun with what it does: "ship never left the harbor"."""
    inside = scene.texts[first + 1 : last]
    return not words("beside.relative") & set(inside) and not words("beside.be").isdisjoint(inside) or "never" in inside


def name_in(scene: Scene, first: int, last: int) -> str:
    return next((scene.tokens[at].raw for at in range(first, last + 1) if scene.is_name(at)), "the student")


def joined(reframe: str, place: Place, forms: Forms) -> str:
    """The reframe with what ties it to the words behind it."""
    plain = reframe.rstrip(" ,")
    last = plain.rpartition(" ")[2]
    ties = last == "to" or last in words("prepositions", "reframing.goes_on")
    goes_on = ties and not plain.endswith(tuple(words("reframing.whole")))
    if not plain or plain[-1] in "–:":
        return plain
    if last and last == place.after:
        return plain.rpartition(" ")[0]
    if place.end or place.then == "while":
        return f"{plain} ___" if goes_on else plain
    if place.then == "preposition":
        if goes_on and last not in words("reframing.goes_on") and (last != "to" or place.after == "to"):
            return plain if plain.endswith("need of") else plain.rpartition(" ")[0]
        return f"{plain} ___" if goes_on else plain
    again = f" {place.ends}" if place.ends in words("determiners") else ""
    if last in words("reframing.at_once") or last == "building":
        return f"{plain}{again}"
    if goes_on and last in words("prepositions"):
        return f"{plain}{again}"
    if not goes_on and " " in plain and place.ends in words("reframing.leads_on"):
        return f"{plain} {place.ends}"
    if goes_on or " " not in plain or place.then in {"verb", "clause"} or place.ends == "so":
        return reframe
    often = rewordings("how_often").get((place.begins,), ("",))
    if place.begins == place.ends and (place.begins.endswith("ly") or often[0]):
        return f"{often[0]} ({plain.removeprefix('in ')})".lstrip()
    if place.ends == "to" or place.ends in words("reframing.ties"):
        return f"{plain} {place.ends}"
    tells = place.does or verb_of(plain) or plain.partition(" ")[0] in words("reframing.states")
    if not again and not place.object and not tells:
        return reframe
    then = forms.then if place.then == "person" or forms.then != "from" else WITH
    return f"{plain} {then}{again}" if then else reframe


def noun_behind(scene: Scene, place: Place, first: int, last: int, reframe: str) -> int:
    """Where the person stands of whom an adjective is said: "the lazy boy"; 0 where it is said otherwise."""
    opens = reframe.partition(" ")[0]
    if place.end or place.then != "person" or place.does:
        return 0
    if opens not in words("reframing.before_person") and not verb_of(reframe):
        return 0
    if place.before in words("beside.be_helping") or place.begins in words("beside.be_have"):
        return 0
    if place.ends in words("prepositions"):
        return 0
    for at in range(last + 1, min(last + FARTHEST, len(scene.tokens))):
        text = scene.texts[at]
        if text in words("students", "many_students", "beside.persons") and text != "kid's":
            return at
        if closes(text) or text in words("determiners", "prepositions"):
            return 0
    return 0


def of_a_thing(scene: Scene, place: Place, last: int, reframe: str) -> bool:
    """ "Her lazy attitude": an adjective of what the student has, and nothing but that."""
    if place.then != "thing" or place.object or place.does:
        return False
    if place.before not in words("beside.owning") and (
        not place.before.endswith("'s") or place.before in words("beside.is")
    ):
        return False
    tells = reframe.partition(" ")[0] in words("reframing.states") or bool(verb_of(reframe))
    return tells and _behind_word(scene, last + 2)


def _behind_word(scene: Scene, spot: int) -> bool:
    text = scene.text(spot)
    if not text or closes(text) or text in words("prepositions"):
        return True
    return text in words("having") or past(text)


def from_article(scene: Scene, first: int, noun: int) -> int:
    near = scene.text(first - 1) if first else ""
    return scene.tokens[first - 1 if near in {"a", "an"} else first].start


def told_of(named: str, noun: str, reframe: str, article: str) -> str:
    """ "Boy" and "needs a first step" -> "boy who needs a first step"."""
    many = noun in words("many_students", "reframing.many")
    first, _space, rest = reframe.partition(" ")
    if first == "who":
        told = reframe.rstrip(",")
    elif first in words("reframing.people", "reframing.several"):
        told = rest.replace("who needs ", "who need ") if many else rest
    elif found := verb_of(reframe):
        told = f"who {reframe if found[1] != S or not many else turned(reframe, BASE)}"
    else:
        told = f"who {'are' if many else 'is'} {reframe}"
    opens = ("an " if named[:1].lower() in "aeio" else "a ") if article.strip().lower() in {"a", "an"} else ""
    return f"{opens.capitalize() if article[:1].isupper() else opens}{named} {told}"
