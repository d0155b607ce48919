"""Makes a reframe agree with its sentence: how many, whose, why, and what is told there already."""

import re

from strongsuit.knowledge.coach.forms import SEEN, Forms, turned, verb_of
from strongsuit.knowledge.coach.inflect import BASE, ING, PAST, S
from strongsuit.knowledge.coach.place import Place, closes
from strongsuit.knowledge.coach.scene import Scene
from strongsuit.knowledge.coach.text import BREAKS
from strongsuit.knowledge.wordlists import words

# Stands for the words of the verdict that stay: "weak in math", "skill in math".
KEPT = "…"
LEARNS = ("is learning", "are learning", "was learning", "were learning", "learning")
WHERE = re.compile(r" in ___(?=$| where )")
SHOWN = re.compile(r"\b(support|seen) to ___")
FOLLOWED = re.compile(r"to follow ___$")
NEEDED = re.compile(r"(?<=need for support) with ___$")
COULD = ("could", "couldn't")
FARTHEST = 8


def filled(scene: Scene, said: str, first: int, last: int, told: tuple[str, ...]) -> tuple[str, ...]:
    """With the words of the verdict that stay, behind the adjective that goes."""
    if not any(KEPT in each for each in told):
        return told
    opens = scene.texts[first]
    owned = opens in words("beside.owning", "determiners") and opens not in words("agreeing.quantities")
    spot = start = first + owned
    while spot < last and scene.texts[spot] in words("intensity", "agreeing.quantities"):
        spot += 1
    # "Deliberately kicked" keeps the act, "limited vocabulary" the skill.
    counted = spot > start and scene.texts[spot - 1] in words("agreeing.quantities")
    spot += not counted and not scene.texts[spot].endswith("ly")
    spot += spot < last and scene.texts[spot].endswith("ly")
    stays = said[scene.tokens[min(spot, last)].start : scene.tokens[last].end]
    owner = f"{opens} " if owned else ""
    return tuple(f"{owner * each.startswith(KEPT)}{each.replace(KEPT, stays)}" for each in told)


def fair(scene: Scene, place: Place, at: tuple[int, int], told: tuple[str, ...], forms: Forms) -> tuple[str, ...]:
    """Those that can be told here: a reason is a need, not what goes well; one of a list is told in one part."""
    first, last = at
    if place.begins == "too" and place.after == "to" and _does(scene, last + 2):
        return ("in need of support",)
    if told[0].endswith(" to begin"):
        told = _taken(scene, last, told)
    if place.after == "to" and told[0].startswith("effort that "):
        return ("need for a first step",)
    if place.near == "being":
        told = tuple(each for each in told if not each.startswith(LEARNS)) or told
    if scene.texts[last] == "ever" and not place.end and forms.does.startswith("works toward"):
        return ("is learning with ___ to",)
    if place.near == "of" and scene.text(first - 2) in words("agreeing.areas"):
        return ("need",)
    needs = tuple(each for each in told if "need" in each and ";" not in each)
    if _tells_why(scene, first) or place.after == "than":
        return needs or ((forms.because,) if forms.because else told)
    if place.near in {",", "and"} or place.after == ",":
        told = tuple(each for each in told if ", and " not in each) or told
    if place.past or place.before in {"was", "were"}:
        # What somebody could not do then was not being learned then.
        told = tuple(sorted(told, key=lambda each: each.startswith(LEARNS)))
    return told


def _does(scene: Scene, spot: int) -> bool:
    text = scene.text(spot)
    return (
        bool(text)
        and text not in words("determiners", "pronouns.owners", "agreeing.of_others")
        and scene.who_at(spot) is None
    )


def _taken(scene: Scene, last: int, told: tuple[str, ...]) -> tuple[str, ...]:
    """Help is not begun but taken, and a direction followed."""
    near = scene.texts[last + 1 : last + 4]
    for name, act in (("agreeing.offered", " to accept"), ("agreeing.told", " to follow")):
        if not words(name).isdisjoint(near):
            return (told[0].removesuffix(" to begin") + act,)
    return told


def _tells_why(scene: Scene, first: int) -> bool:
    for spot in range(first - 1, max(first - FARTHEST, -1), -1):
        text = scene.texts[spot]
        if text in BREAKS:
            return False
        if text in words("agreeing.reasons"):
            return text != "as" or scene.who_at(spot + 1) is not None
    return False


def agreed(scene: Scene, place: Place, first: int, last: int, reframe: str) -> str:
    """The reframe with the number of its subject and the one it belongs to, and nothing told twice."""
    reframe = _numbered(scene, place, first, last, _owned(scene, first, reframe))
    opens = reframe.partition(" ")[0]
    if place.before in words("agreeing.becoming") and opens == "need":
        reframe = f"a {reframe}"
    if opens in words("reframing.states") and _no_state(scene, place, first, opens):
        return "___ (what was seen)"
    if scene.texts[first] in words("prepositions") and opens in words("reframing.several"):
        reframe = f"{scene.texts[first]} {reframe}"
    if place.near == "most" and opens in words("reframing.people"):
        return f"___ (seen in ___) {scene.tokens[last].raw}"
    if reframe.startswith("a student ") and scene.texts[last] in words("prepositions") and _several(scene, first, last):
        # "The runners in my class".
        reframe = reframe.removeprefix("a ").replace("student ", "students ", 1)
    if place.many and reframe.startswith("a ") and reframe.endswith(" user"):
        return f"{reframe.removeprefix('a ')}s"
    if scene.texts[first].endswith("ing") and place.near in {"", ","} and "," in scene.texts[last:]:
        # "Failing three classes, Omar": not yet who.
        found = verb_of(reframe)
        reframe = turned(reframe, ING).removeprefix("being ") if found and found[1] == S else reframe
    if reframe.startswith("followed by ") and place.does:
        reframe = f"does ___, {reframe}"
    if scene.texts[first] in words("prepositions") and verb_of(reframe) and _elsewhere(scene, place, first):
        reframe = " and ".join(turned(each, ING) for each in reframe.split(" and "))
    return _once(place, reframe)


def _no_state(scene: Scene, place: Place, first: int, opens: str) -> bool:
    """ "Gets", "sounds" and "finds him" go with what was seen, and not with "seen to"."""
    if place.before in words("agreeing.becoming"):
        return True
    alone = place.before not in words("beside.be_helping", "beside.joining", "clauses.all") and place.before.isalpha()
    return opens == "seen" and alone and (place.before in words("beside.objects") or scene.who_at(first - 1) is None)


def _elsewhere(scene: Scene, place: Place, first: int) -> bool:
    """ "He lives in his own world": who does it has a verb already."""
    near = place.near
    plain = near.isalpha() and near not in words("beside.group") and near not in words("clauses.all")
    return plain and scene.who_at(first - 1) is None and place.before not in words("beside.is")


def swallowed(scene: Scene, first: int, last: int, told: tuple[str, ...]) -> str:
    """The last word marked, where it belongs to what follows: "outbursts are", "two autistics and"."""
    text, opens = scene.texts[last], told[0].partition(" ")[0]
    if first == last or text not in words("agreeing.follows") or any(each.rstrip(",").endswith(text) for each in told):
        return ""
    listed = opens in words("reframing.several", "agreeing.owned") and not verb_of(told[0])
    return scene.tokens[last].raw if listed and "___ of ___" not in told[0] else ""


def attributive(scene: Scene, place: Place, first: int, last: int, reframe: str) -> bool:
    """ "Her rude remarks hurt": an adjective before a thing that stays."""
    if place.then != "thing" or place.object or place.does:
        return False
    opens, _space, rest = reframe.partition(" ")
    if not (opens in words("reframing.states") and (opens != "in" or rest.startswith("need ")) or SEEN.match(reframe)):
        return False
    near = place.near
    owned = near in words("beside.owning") or near in words("determiners") or near.endswith(("'s", "s'"))
    if near in words("beside.is") or scene.texts[last] in words("prepositions"):
        return False
    noun = scene.text(last + 1)
    return noun.isalpha() and not closes(noun) and (owned or not first and noun.endswith("s"))


def completed(scene: Scene, place: Place, first: int, last: int, reframe: str) -> str:
    """With what a comparison and a list ask for."""
    if place.after == "that" and "so" in scene.texts[first : last + 1]:
        return f"{reframe} so often"
    if place.after == "than" and place.begins.endswith("er"):
        return f"{reframe} more"
    if place.after in words("agreeing.next"):
        # "Rude and clingy": the time of the first is not that of the second.
        short = reframe.removesuffix(", followed by ___").removesuffix(" when ___")
        return short if "___" in short else reframe
    return reframe


def _owned(scene: Scene, first: int, reframe: str) -> str:
    """ "His lack of" -> "his need for"."""
    owner = scene.texts[first]
    if owner in {"a", "an"} and reframe.startswith("need "):
        return f"a {reframe}"
    if owner not in words("pronouns.owners") or reframe.partition(" ")[0].lower() == owner:
        return reframe
    if reframe.partition(" ")[0] in words("agreeing.owned") and not verb_of(reframe):
        return f"{owner} {reframe}"
    return reframe


def _numbered(scene: Scene, place: Place, first: int, last: int, reframe: str) -> str:
    if reframe.startswith("need for ") and place.before not in words("having") and _several(scene, first, last):
        return f"needs{reframe.removeprefix('need')}"
    if reframe.startswith("skill being") and place.before not in words("having") and _several(scene, first, last):
        return reframe.replace("skill", "skills", 1)
    if reframe == "next skill" and _several(scene, first, last):
        return "next skills"
    found = verb_of(reframe)
    if found and found[1] == S and place.past and place.begins in COULD:
        return turned(reframe, PAST)
    if found and place.person and place.before not in words("beside.helpers"):
        _who, head = scene.subject(first)
        subject = scene.text(head) if 0 <= head == first - 1 else ""
        if found[1] == BASE and subject and not place.many and subject not in words("agreeing.several"):
            return turned(reframe, PAST if place.past else S)
        if found[1] == S and subject in words("agreeing.several"):
            return turned(reframe, BASE).replace("be ", "are ", 1) if found[0] == "be" else turned(reframe, BASE)
    return reframe


def _several(scene: Scene, first: int, last: int) -> bool:
    """ "Deficits in" is told of several."""
    spot = last
    while spot > first and scene.texts[spot] in words("prepositions", "agreeing.follows"):
        spot -= 1
    text = scene.texts[spot]
    return text.endswith("s") and not text.endswith(("ss", "'s", "us", "is"))


def _once(place: Place, reframe: str) -> str:
    """Without "when ___" or "in ___" where the sentence goes on to say when or where."""
    after, where = place.after, place.after in words("agreeing.places")
    if after in words("agreeing.towards"):
        reframe = SHOWN.sub(r"\1 to show ___", reframe, count=1)
    if after == "to":
        reframe = FOLLOWED.sub("to say yes", reframe)
    if where or after in words("agreeing.conditions"):
        short = reframe.removesuffix(" when ___")
        reframe = short if "___" in short and short != "___" and " who ___" not in short else reframe
    if where:
        short = WHERE.sub("", reframe, count=1)
        reframe = short if "___" in short or "need" in short else reframe
        reframe = NEEDED.sub("", reframe)
    return reframe
