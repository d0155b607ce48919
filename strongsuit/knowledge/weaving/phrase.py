"""Fits the words of a strength into a clause: what kind of phrase they are, and how they go on inside a sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from strongsuit.knowledge.coach.inflect import verb
from strongsuit.knowledge.weaving import grammar
from strongsuit.knowledge.weaving.grammar import (
    ARTICLES,
    FINITE,
    OBJECTS,
    PREPOSITIONS,
    RELATIVE,
    base_of,
    is_base,
    is_ing,
    is_surely_done,
    lowered,
)
from strongsuit.knowledge.wordlists import words

HALF = 0.5
FEW = 2
LONGEST = 14
# "A friend" is somebody else, "a fast runner" the student.
OWN = frozenset({"one", "his", "her", "their", "my", "two"})


# What comes before the work is no place to work in; other patterns say it.
NO_SETTING = ("after ", "before ", "from ", "by ")


class Form(StrEnum):
    """``THING`` is a noun, ``ACT`` an -ing phrase, ``PLACE`` begins with in, at or with, ``WHEN`` is a clause."""

    THING = "thing"
    ACT = "act"
    PLACE = "place"
    WHEN = "when"
    # A sentence, another language, a denial: it fits into no clause.
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Phrase:
    """``liked``: said as a liking; ``is_so``: how somebody is, put as "being kind"."""

    form: Form
    words: str
    liked: bool = False
    is_so: bool = False


NONE = Phrase(Form.OTHER, "")


def done(text: str) -> Phrase:
    """What goes well, for “starting from …”; that somebody loves pets tells of no skill."""
    found = _read(text, acts=True)
    unfit = (found.liked and found.form == Form.THING) or found.form in (Form.PLACE, Form.WHEN)
    return NONE if unfit else found


def about(text: str) -> Phrase:
    """What an interest is about, for “about …”."""
    bare = _opened(text)
    if to_be := grammar.TO_BE.match(bare):
        return _as_goes(f"becoming {bare[to_be.end() :]}", Form.ACT)
    lead = grammar.ABOUT.match(bare)
    if lead and lead.end() < len(bare) and not grammar.TO_DO.match(bare) and not grammar.DENIES.search(bare):
        found = _by_itself(_rest(_first_deed(bare[lead.end() :])))
    else:
        found = _read(text, acts=False)
    return NONE if found.is_so or found.form in (Form.PLACE, Form.WHEN) else found


def _by_itself(found: Phrase) -> Phrase:
    """The thing alone, without what belonged to the verb: of “knows dinosaurs by name” the dinosaurs."""
    head = found.words.partition(" ")[0].lower()
    if found.form != Form.THING or head in RELATIVE:
        return found
    kept = grammar.OF_THE_VERB.split(found.words, maxsplit=1)[0]
    # "Animals that live in the sea": a clause of its own has a verb of its own.
    return found if RELATIVE.intersection(kept.lower().split()) else replace(found, words=kept)


def fitting(text: str) -> Phrase:
    """What is preferred: “Works best in a quiet corner” is the place, “likes to stand” the act."""
    bare = _opened(text)
    lead = grammar.BEST.match(bare)
    best = lead is not None and lead.end() < len(bare) and not grammar.DENIES.search(bare)
    return _placed(_rest(bare[lead.end() :]) if lead and best else _read(text, acts=False))


def _placed(found: Phrase) -> Phrase:
    """As a setting begins: "in a quiet corner", "in the morning", "when told ahead of time"."""
    if found.is_so or not found.words or found.words.startswith(NO_SETTING):
        return NONE
    kept = found.words.replace(", ", " and ") if found.words.count(", ") == 1 else found.words.split(", ")[0]
    head = kept.lower().split()
    if found.form == Form.ACT and head[0] == "being":
        return Phrase(Form.WHEN, f"when {kept.removeprefix('being ')}")
    noun = _noun(head)
    if found.form == Form.THING and noun in grammar.TIMES | grammar.SPOTS:
        if len(head) == 1:
            return Phrase(Form.PLACE, f"in the {noun.removesuffix('s')}") if noun in grammar.TIMES else found
        return Phrase(Form.PLACE, f"in {'' if noun.endswith('s') else _article(head)}{kept}")
    return replace(found, words=kept)


def _opened(text: str) -> str:
    """The first sentence, without who it is about and how often."""
    bare = grammar.SENTENCE.split(text.strip().rstrip(".!? "), maxsplit=1)[0].strip()
    bare = re.sub(r"^(i|he|she)['’](?:m|s)\b", r"\1 is", bare, flags=re.IGNORECASE)
    bare = re.sub(r"^i['’]d\b", "I would", bare, flags=re.IGNORECASE)
    if subject := grammar.SUBJECT.match(bare):
        bare = bare[subject.end() :]
    elif (called := grammar.CALLED.match(bare)) and called[1].lower() not in words("common"):
        bare = bare[called.end() :] if called[2] in FINITE | {"like", "love"} or base_of(called[2]) else bare
    often = grammar.HOW_OFTEN.match(bare)
    return bare[often.end() :] if often else bare


def _read(text: str, *, acts: bool) -> Phrase:
    bare = _opened(text)
    spoken = bare != text.strip().rstrip(".!? ")
    if not bare or grammar.DENIES.search(bare):
        return NONE
    able = re.sub(r"^(?:is|am|are)\s+(?=able to\b)", "", bare)
    if to_do := grammar.TO_DO.match(able):
        return _doing(able[to_do.end() :], plain=True)
    if can := grammar.CAN.match(bare):
        return _doing(bare[can.end() :], plain=True)
    if good := grammar.GOOD.match(bare):
        return _rest(bare[good.end() :])
    if is_so := grammar.IS.match(bare):
        return _being(bare[is_so.end() :])
    liking = grammar.LIKING.match(bare)
    if liking and liking.end() < len(bare):
        rest = re.split(r" (?:to|over) (?!\w+ing\b.*\bing\b)", bare[liking.end() :])[0]
        return replace(_rest(rest if bare.lower().startswith("prefer") else bare[liking.end() :]), liked=True)
    if spoken and (found := _doing(bare, plain=True)).form != Form.OTHER:
        return found
    return _rest(bare, acts=acts)


def _rest(bare: str, *, acts: bool = False) -> Phrase:
    """Words without a subject: an act, how somebody is, a place, a clause, or a thing."""
    first, _space, rest = bare.partition(" ")
    low = first.lower().rstrip(",")
    if clause := grammar.CLAUSE.match(bare):
        return _as_goes(bare[clause.start(1) :].split(",", 1)[0], Form.WHEN)
    if low in PREPOSITIONS:
        return _as_goes(bare, Form.PLACE)
    if _starts_act(bare):
        return _as_goes(bare, Form.ACT)
    if _is_how(bare):
        return _being(bare)
    if grammar.PLAIN_ACT.match(bare):
        return _doing(bare, plain=True)
    if _is_deed(low, rest, sure=not acts):
        return _doing(bare, plain=False)
    return _thing(bare)


def _starts_act(bare: str) -> bool:
    first = bare.partition(" ")[0].lower().rstrip(",")
    is_thing = first in grammar.NO_ING and not grammar.BUILDING.match(bare)
    return first.endswith("ing") and not is_thing and is_ing(first)


def _is_how(bare: str) -> bool:
    said = grammar.VERY.sub("", bare, count=1).lower().split()
    if not said:
        return False
    first, behind = said[0].rstrip(","), said[1] if len(said) > 1 else ""
    listed = first in words("plain_traits") or (first in {"good", "great"} and behind == "with")
    return listed and (not behind or behind in PREPOSITIONS | {"to", "and", "about", "of", "enough"})


def _is_deed(first: str, rest: str, *, sure: bool) -> bool:
    """Whether the first word is what is done: "draws comics", and not "trains and maps" or "small groups"."""
    base, behind = base_of(first), rest.lower().split()
    if not base and first.endswith("ly") and behind:
        base, behind = base_of(behind[0]), behind[1:]
    if not base or (behind[:1] == ["of"] and base not in {"think", "dream", "take"}):
        return False
    if behind[:1] == ["on"] and base not in {"work", "focus", "build", "keep", "put"}:
        return False
    if behind[:1] in (["and"], ["or"]):
        return len(behind) > 1 and is_surely_done(base_of(behind[1]))
    return is_surely_done(base) if sure else True


def _doing(bare: str, *, plain: bool) -> Phrase:
    """The verb in its -ing form, with those that are joined to it by commas or "and"."""
    lead = ""
    first, space, rest = bare.partition(" ")
    if first.lower().endswith("ly") and rest:
        lead, (first, space, rest) = f"{first.lower()} ", rest.partition(" ")
    comma = "," if first.endswith(",") else ""
    word = first.lower().rstrip(",")
    base = base_of(word) or (word if plain and is_base(word) else "")
    if not base:
        return NONE
    if not comma and not rest.startswith("and "):
        rest = grammar.SECOND_DEED.split(rest, maxsplit=1)[0]
    return _as_goes(f"{lead}{verb(base)[2]}{comma}{space}{_joined(rest, listed=bool(comma))}", Form.ACT)


def _joined(rest: str, *, listed: bool) -> str:
    """ "and follows soccer" goes on as "and following soccer", "jumps and swims" as "jumping and swimming"."""

    def ing(found: re.Match[str]) -> str:
        base = base_of(found[2])
        return f"{found[1]}{verb(base)[2]}" if base else found[0]

    if listed:
        rest = re.sub(r"(^|, )(\w+s)\b", ing, rest)
        return re.sub(r"(\band )(\w+s)\b", ing, rest, count=1)
    return re.sub(r"(^and )(\w+s)\b", ing, rest)


def _being(bare: str) -> Phrase:
    """ "Kind to animals", "a fast runner": being so."""
    first = bare.partition(" ")[0].lower()
    if _starts_act(bare) or first in PREPOSITIONS - {"alone"}:
        return _rest(bare)
    if not _is_how(bare) and first not in ARTICLES:
        return NONE
    return replace(_as_goes(f"being {lowered(bare)}", Form.ACT), is_so=True)


def _thing(bare: str) -> Phrase:
    said = [word.strip(",").lower() for word in bare.split()]
    if not said or len(said) > LONGEST:
        return NONE
    inside = next((at for at, word in enumerate(said) if word in RELATIVE), len(said))
    head = said[:inside]
    if _has_verb(bare, head) or not _is_english(bare):
        return NONE
    noun = _noun(head)
    if len(head) > 1 and noun in words("agents") and head[0] not in OWN and "'" not in head[0].replace("’", "'"):
        return replace(_as_goes(f"being {_article(head)}{lowered(bare)}", Form.ACT), is_so=True)
    one = noun in grammar.COUNTABLE and len(head) > 1
    return _as_goes(f"{_article(head)}{lowered(bare)}" if one else bare, Form.THING)


def _has_verb(bare: str, head: Sequence[str]) -> bool:
    """ "Teacher sits next to me", "read it to me": a sentence, not a thing."""
    if head and base_of(head[0]) and head[1:2] in (["best"], ["better"], ["well"]):
        return True
    pairs = zip(head[1:], head[2:], strict=False)
    tells = any(base_of(one) in words("seen_acts") and behind in OBJECTS | {"next"} for one, behind in pairs)
    begins = bool(head) and is_base(head[0]) and not OBJECTS.isdisjoint(head[1:2])
    return tells or begins or grammar.ASIDE.search(bare) is not None or not FINITE.isdisjoint(head)


def _noun(head: Sequence[str]) -> str:
    """ "Strong listener in small groups": the word before the first preposition."""
    behind = PREPOSITIONS | {"of", "for", "to", "than", "and"}
    end = next((at for at, word in enumerate(head) if at and word in behind), len(head))
    return head[end - 1] if head else ""


def _article(head: Sequence[str]) -> str:
    return "" if head[0] in ARTICLES else "an " if head[0][0] in "aeiou" else "a "


def _is_english(bare: str) -> bool:
    """A word or two may be a name; of more, most are English ones."""
    said: list[str] = grammar.WORD.findall(bare)
    if len(said) <= FEW:
        return bool(said)
    common, small = words("common"), words("small_words")
    known: int = sum(
        (at > 0 and word[0].isupper()) or (low := word.lower()) in common or low in small
        for at, word in enumerate(said)
    )
    return known > HALF * len(said)


def _as_goes(bare: str, form: Form) -> Phrase:
    """As it stands inside a sentence about the student; nothing where it speaks of "me"."""
    kept = grammar.MINE.sub("their", _first_deed(grammar.ENDS.split(bare, maxsplit=1)[0].strip()).rstrip(","))
    if not kept or grammar.FIRST_PERSON.search(kept) or grammar.DENIES.search(kept) or not _is_english(kept):
        return NONE
    return Phrase(form, lowered(kept))


def _first_deed(bare: str) -> str:
    """Without a second verb, which would stand in the clause with nobody to do it: “and always finds the right one”."""
    said = bare.split()
    for at in range(2, len(said) - 1):
        begins = at
        while begins > 1 and grammar.ADVERB.match(said[begins - 1]):
            begins -= 1
        before = said[begins - 1]
        joined = begins > 1 and (before == "and" or before.endswith(","))
        if joined and is_surely_done(base_of(said[at].lower())) and said[at + 1] not in {"and", "or", "of"}:
            return " ".join(said[: begins - (before == "and")])
    return bare
