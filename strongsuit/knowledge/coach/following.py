"""What goes on behind a reframe: the words it is tied to, and the person or thing an adjective is said of."""

from strongsuit.knowledge.coach.forms import WITH, Forms, past, turned, verb_of
from strongsuit.knowledge.coach.inflect import BASE, S
from strongsuit.knowledge.coach.place import FARTHEST, Place, closes
from strongsuit.knowledge.coach.scene import Scene
from strongsuit.knowledge.wordlists import rewordings, words

LONGEST_LIST = 8


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
    often = rewordings("how_often").get((place.begins,), ("",))
    if place.begins == place.ends and often[0]:
        return f"{often[0]} ({plain.removeprefix('in ')})"
    if last and last == place.after:
        return plain.rpartition(" ")[0]
    if place.end or place.then == "while":
        return f"{plain} ___" if goes_on else plain
    if place.then == "preposition":
        if goes_on and last not in words("reframing.goes_on") and (last != "to" or place.after == "to"):
            return plain if plain.endswith("need of") else plain.rpartition(" ")[0]
        return f"{plain} ___" if goes_on else plain
    again = f" {place.ends}" if place.ends in words("determiners", "numbers") else ""
    if plain.endswith(")") and place.ends not in words("reframing.ties", "reframing.leads_on"):
        return plain
    if place.does and place.then == "thing" and plain.endswith(" for ___"):
        # "Won't try anything new": the task is told.
        alone = place.after.endswith(("self", "selves"))
        return f"{plain} by" if alone else f"{plain.removesuffix(' ___')}{again}"
    if last in words("reframing.at_once") or last == "building":
        return f"{plain}{again}"
    if goes_on and last != "to" and place.then in {"verb", "clause"} and not again:
        return f"{plain} ___"
    if goes_on and last in words("prepositions"):
        return f"{plain}{again}"
    if not goes_on and " " in plain and place.ends in words("reframing.leads_on"):
        return f"{plain} {place.ends}"
    if " " in plain and not goes_on and place.after == "being" and place.ends in words("reframing.ties"):
        return f"{plain} {place.ends}"
    if goes_on or " " not in plain or place.then in {"verb", "clause"} or place.ends == "so":
        return reframe
    if place.begins == place.ends and place.begins.endswith("ly"):
        return f"({plain.removeprefix('in ')})"
    if place.ends == "to" or place.ends in words("reframing.ties"):
        return f"{plain} {place.ends}"
    if plain.startswith("needs for "):
        return plain
    tells = (
        place.does or plain.endswith(" left") or verb_of(plain) or plain.partition(" ")[0] in words("reframing.states")
    )
    if not again and not place.object and not tells:
        return reframe
    then = forms.then if place.then == "person" or forms.then != "from" else WITH
    return f"{plain} {then}{again}" if then else reframe


def noun_behind(scene: Scene, place: Place, first: int, last: int, reframe: str) -> int:
    """Where the person stands of whom an adjective is said: "the lazy boy"; 0 where it is said otherwise."""
    opens = reframe.partition(" ")[0]
    if place.end or place.then != "person" or place.does:
        return 0
    if opens not in words("reframing.before_person") and not verb_of(reframe) or reframe.startswith("___ ("):
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


def list_around(scene: Scene, first: int, last: int, reframe: str) -> tuple[int, int] | None:
    """Where a list of adjectives begins that these words are one of, and the person it is said of: "a lazy, rude boy".

    The person is where the list begins if it is said of a thing: "his lazy, careless attitude".
    """
    opens = reframe.partition(" ")[0]
    if first != last or opens not in words("reframing.before_person") and not verb_of(reframe):
        return None
    behind = scene.text(last + 1) in words("beside.between_two")
    begin = _list_begins(scene, first) if behind or scene.text(first - 1) in words("beside.between_two") else None
    if begin is None:
        return None
    spot, own = last + 1, 0 if behind else 1
    while spot < len(scene.tokens) and own <= FARTHEST:
        text = scene.texts[spot]
        if own and text in words("students", "many_students", "beside.persons"):
            return begin, spot
        if text not in words("beside.between_two") and _closes(scene, text):
            break
        own, spot = (0 if text in words("beside.between_two") else own + 1), spot + 1
    of_a_thing = opens in words("reframing.states") and _two_of_a_thing(scene, begin, first)
    return (begin, begin) if of_a_thing else None


def _two_of_a_thing(scene: Scene, begin: int, first: int) -> bool:
    """ "His lazy, careless attitude": either of two adjectives that stand before a thing."""
    opens = begin == first
    noun = first + 3 if opens else first + 1
    rest = range(first + 2 if opens else noun, noun + 1)
    if not begin or noun >= len(scene.tokens) or not opens and first - begin != 2:
        return False
    alone = not any(_closes(scene, scene.texts[spot]) or scene.is_name(spot) for spot in rest)
    return alone and _behind_word(scene, noun + 1)


def _list_begins(scene: Scene, first: int) -> int | None:
    """Behind the article, the number or the owner that a list of adjectives stands behind."""
    near = 0
    for spot in range(first - 1, max(first - LONGEST_LIST, -1), -1):
        text = scene.texts[spot]
        if text in words("determiners") or text in words("beside.owning") or text in words("numbers") or text.isdigit():
            return spot + 1
        near = 0 if text in words("beside.between_two") else near + 1
        if near > 2 or near and (_closes(scene, text) or text in words("beside.acting") or verb_of(text)):
            return None
    return 0 if first < LONGEST_LIST else None


def _closes(scene: Scene, text: str) -> bool:
    if closes(text) or text in words("determiners", "prepositions") or text in scene.of.names:
        return True
    return not text.isalpha() and "-" not in text


def without(scene: Scene, said: str, around: tuple[int, int], first: int, last: int) -> str:
    """The list and its noun without these words, and without what joined them to the rest."""
    begin, noun = around
    if scene.text(last + 1) in words("beside.between_two"):
        spot = last + 1
        while scene.texts[spot] in words("beside.between_two"):
            spot += 1
        before, behind = said[scene.tokens[begin].start : scene.tokens[first].start], scene.tokens[spot].start
    else:
        spot = first - 1
        while scene.texts[spot] in words("beside.between_two"):
            spot -= 1
        before, behind = said[scene.tokens[begin].start : scene.tokens[spot].end], scene.tokens[last].end
    return before + said[behind : scene.tokens[noun].end]


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


def from_article(scene: Scene, first: int) -> int:
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
    opens = f"{_article(named)} " if article.strip().lower() in {"a", "an"} else ""
    return f"{opens.capitalize() if article[:1].isupper() else opens}{named} {told}"


def _article(named: str) -> str:
    """ "An unhappy boy", "a unique one"."""
    low = named.lower()
    return (
        "an"
        if low.startswith(("a", "e", "i", "o", "u")) and not low.startswith(tuple(words("reframing.no_vowel")))
        else "a"
    )
