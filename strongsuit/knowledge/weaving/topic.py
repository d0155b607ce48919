"""What a strength is about, and what is done, taken from its own words so that a clause can name it."""

import re

from strongsuit.knowledge.coach.inflect import verb
from strongsuit.knowledge.wordlists import words

LIKING = r"(?:likes?|loves?|enjoys?|knows?|follows?|plays?|cares?|reads?|dreams?|watches|copies|collects?)"
# "Likes trains", "Knows a lot about dogs", "Plays and follows soccer": what comes after is the topic.
LEAD = re.compile(
    rf"(?:i )?(?:really |also )?(?:{LIKING}(?: and {LIKING})?|is interested|am interested|is drawn)"
    r"(?: a lot| everything| facts)?(?: about| in| to)? ",
    re.IGNORECASE,
)
PREFERS = re.compile(
    r"(?:i )?(?:prefers?|likes?|loves?|wants?|(?:works?|thinks?|learns?|starts?|does|reads?) (?:best|better))(?: to)? ",
    re.IGNORECASE,
)
OPENING = re.compile(r"(?:i['’]m |i am |is )?good at |(?:i )?can |i ", re.IGNORECASE)
# A list goes on after a comma; a second deed after "and" is one with something it is done to.
SECOND_DEED = re.compile(
    r",| without | so "
    r"| and (?=\w+s (?:it|them|what|who|when|why|how|the|an?|their|his|her|others|up|at|by|every|always|back)\b)"
)
IRREGULAR = {"has": "have", "is": "be", "does": "do", "goes": "go"}
FEW = 3


def topic(text: str) -> str:
    """The subject of an interest; the words themselves, in quotes if many, where it cannot be told."""
    bare = _bare(text)
    lead = LEAD.match(bare)
    if lead is None or lead.end() == len(bare):
        return doing(bare)
    rest = bare[lead.end() :]
    to_do = lead[0].endswith(" to ") and "drawn" not in lead[0].lower()
    return _ing(rest) or lowered(rest) if to_do else lowered(rest)


def fits(text: str) -> str:
    """What is preferred: “Prefers a quiet corner” is a quiet corner."""
    bare = _bare(text)
    lead = PREFERS.match(bare)
    return lowered(bare[lead.end() :] if lead and lead.end() < len(bare) else bare)


def doing(text: str) -> str:
    """The first thing done, as “retelling a chapter in order”; otherwise the words as they stand."""
    bare = _bare(text)
    said = OPENING.sub("", bare, count=1) if OPENING.match(bare) else bare
    if " " in said and (found := _ing(said, plain=said != bare)):
        return found
    return lowered(said) if len(said.split()) <= FEW or said != bare else f"“{bare}”"


def _ing(said: str, *, plain: bool = True) -> str:
    first, _space, rest = said.partition(" ")
    base = _base(first.lower(), plain=plain)
    return f"{verb(base)[2]} {_joined(SECOND_DEED.split(rest, maxsplit=1)[0].strip())}".strip() if base else ""


def to_do(text: str) -> str:
    """What is done, as it goes on after "to": “reads a page aloud” becomes “read a page aloud”."""
    bare = _bare(text)
    first, space, rest = bare.partition(" ")
    base = _base(first.lower(), plain=False)
    return f"{base}{space}{rest}" if base else lowered(bare)


def _joined(rest: str) -> str:
    """ "and follows soccer" goes on as "and following soccer"."""
    joined, space, more = rest.removeprefix("and ").partition(" ")
    base = _base(joined, plain=False) if rest.startswith("and ") else ""
    return f"and {verb(base)[2]}{space}{more}" if base else rest


def _base(word: str, *, plain: bool) -> str:
    """The base form of "retells", "watches", "carries", and of "retell" where ``plain``; nothing for no verb."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    tries = [word] if plain else []
    if word.endswith("s") and not word.endswith("ss"):
        tries += [word[:-1], *([word[:-2]] if word.endswith("es") else [])]
        tries += [f"{word[:-3]}y"] if word.endswith("ies") else []
    return next((base for base in tries if _known(base) and _known(verb(base)[2])), "")


def _known(word: str) -> bool:
    """An everyday word, or one with "re" before it, such as "retell"."""
    return not {word, word.removeprefix("re")}.isdisjoint(words("common"))


def _bare(text: str) -> str:
    return text.strip().rstrip(".! ")


def lowered(text: str) -> str:
    """For the middle of a sentence; a name or a short form keeps its capital."""
    first = text.split(" ", 1)[0].rstrip(",.")
    plain = first.lower() in words("common") and first[1:] == first[1:].lower() and first != "I"
    return text[:1].lower() + text[1:] if plain else text


def raised(text: str) -> str:
    return text[:1].upper() + text[1:]
