"""The words and verb forms by which the phrase of a strength is told: small closed lists, and the base of a verb."""

import re

from strongsuit.knowledge.coach.inflect import verb
from strongsuit.knowledge.wordlists import rewordings, words

PRONOUN = r"i|he|she|they|the student|the child|my child|my son|my daughter"
SUBJECT = re.compile(rf"(?:{PRONOUN})\s+(?=\w)", re.IGNORECASE)
CALLED = re.compile(r"([A-Z][^\W\d_]+)\s+(?=(can|is|has|likes?|loves?|\w+s)\b)")
HOW_OFTEN = re.compile(r"(?:always|often|usually|also|really|sometimes|just|already)\s+", re.IGNORECASE)
LIKES = r"(?:likes?|loves?|enjoys?|prefers?|adores?)"
KNOWS = r"(?:knows?|plays?|follows?|cares?|reads?|dreams?|watches|copies|collects?)"
HOPES = r"(?:wants?|hopes?|would like|dreams? of|plans?)"
TO_BE = re.compile(rf"{HOPES}\s+(?:to be|to become|being|becoming)\s+(?=an?\s)", re.IGNORECASE)
TO_DO = re.compile(
    rf"(?:(?:{LIKES}|{HOPES}|needs?|has|have|able|knows? how|learns? how)\s+)?to\s+(?=\w)", re.IGNORECASE
)
LIKING = re.compile(rf"(?:{LIKES}(?:\s+and\s+{LIKES})?|needs?)\s+(?:a lot of\s+)?", re.IGNORECASE)
ABOUT = re.compile(
    rf"(?:{LIKES}|{KNOWS})(?:\s+and\s+{KNOWS})?(?:\s+a lot|\s+everything|\s+facts|\s+all)?(?:\s+about|\s+of)?\s+"
    r"(?!well\b|best\b|fast\b|better\b|aloud\b)"
    r"|(?:(?:is|am|are)\s+)?(?:very\s+|really\s+)?(?:interested in|drawn to|into|fascinated by)\s+",
    re.IGNORECASE,
)
BEST = re.compile(
    r"(?:works?|thinks?|learns?|starts?|does|do|reads?|listens?|writes?|focus(?:es)?|talks?|understands?|remembers?)\s+"
    r"(?:\w+\s+)?"
    r"(?:best|better|well|longer)\s+",
    re.IGNORECASE,
)
CAN = re.compile(r"can\s+", re.IGNORECASE)
GOOD = re.compile(
    r"(?:(?:is|am|are)\s+)?(?:very\s+|really\s+)?(?:good|great|excellent|strong|skilled|talented)\s+(?:at|in)\s+",
    re.IGNORECASE,
)
IS = re.compile(r"(?:is|am|are)\s+", re.IGNORECASE)
VERY = re.compile(r"(?:very|so|really|extremely)\s+", re.IGNORECASE)
DENIES = re.compile(r"\b(?:not|no|never|cannot|nobody|nothing|hates?|dislikes?|\w+n['’]t)\b", re.IGNORECASE)
MINE = re.compile(r"\bmy\b", re.IGNORECASE)
FIRST_PERSON = re.compile(r"\b(?:i|me|myself|mine|we|us|our|you|your)\b", re.IGNORECASE)
CLAUSE = re.compile(r"(?:it\s+)?((?:when|while|if|as soon as|once)\s+\w)", re.IGNORECASE)
# With these in front, what follows is done: "watch movies"; "play dough" and "cook books" are things.
PLAIN_ACT = re.compile(
    r"(?:watch|draw|play|ride|read|write|make|listen|talk|help|bake|sing|go|do|take|eat|visit|learn)\s+(?!dough\b)\w",
    re.IGNORECASE,
)
PREPOSITIONS = frozenset(
    {"in", "at", "on", "with", "near", "by", "beside", "outside", "inside", "before", "after", "during", "without",
     "alone", "together", "from", "under", "behind"}
)  # fmt: skip
# After these a noun phrase has a subject and its verb: it is a sentence.
FINITE = words("be") | {"can", "could", "will", "would", "has", "have", "had", "does", "do", "did", "needs", "gets"}
RELATIVE = frozenset({"that", "who", "which", "what", "how", "why", "where", "when", "while", "because", "whose"})
ARTICLES = frozenset(
    {"a", "an", "the", "his", "her", "their", "its", "my", "some", "every", "each", "this", "these", "those", "another",
     "one", "two", "three", "few", "many"}
)  # fmt: skip
OBJECTS = frozenset({"it", "the", "a", "an", "to", "me", "my", "her", "his", "their", "him", "them"})
# Not what is done, though they end like it.
NO_ING = frozenset(
    {"morning", "evening", "spring", "string", "king", "ring", "thing", "something", "anything", "nothing",
     "everything", "ceiling", "sibling", "wedding", "clothing", "swing", "wing", "building"}
)  # fmt: skip
# With "building" an act begins only where something is built.
BUILDING = re.compile(r"building (?:with|a|the|and|things|up|it)\b", re.IGNORECASE)
# "Leo, with a calculator, solves …": the verb comes later.
ASIDE = re.compile(r"^\w+, (?:with|in|at|on|who|when|after|if)\b")
# "Great sense of humor" goes on as "a great sense of humor".
COUNTABLE = frozenset(
    {"sense", "memory", "eye", "ear", "imagination", "vocabulary", "voice", "talent", "gift", "mind", "heart", "feel"}
)
SPOTS = frozenset({"corner", "spot", "place", "room", "area", "space", "group", "groups", "pair", "pairs", "corners"})
TIMES = frozenset({"morning", "mornings", "afternoon", "afternoons", "evening", "evenings"})
ENDS = re.compile(
    r"\s*[;:–—(]| so (?:that )?(?=\w+ )|, (?:and|but|so|which|who|because|even|especially|such as|like|mostly) |"
    r" (?:but|because|although|rather than|instead of) "
)
# A second deed after "and" is one with something it is done to.
SECOND_DEED = re.compile(
    r" and (?=\w+s (?:it|them|what|who|when|why|how|the|an?|their|his|her|others|up|at|by|with|every|always|back)\b)"
)
# How, with whom, when and to whom: these hang on the verb, and without it they say nothing.
OF_THE_VERB = re.compile(
    r"\s+(?:(?:by|from)(?!\s+[A-Z])|after|before|during|while|when|whenever|until|since|without|to|aloud|alone|together|online|"
    r"independently)\b"
    r"|\s+(?:every|each|all)\s+(?:\w+\s+)?(?:day|night|week|weekend|morning|afternoon|evening|year|summer|time|lesson|"
    r"\w+day)s?\b"
    r"|\s+(?:on|in|at)\s+(?:the\s+|his\s+|her\s+|their\s+|my\s+)?(?:\w+days?|weekends?|mornings?|afternoons?|evenings?|"
    r"nights?|summer|winter|recess|lunch|school|home|class|library|bedtime)\b"
    r"|\s+with\s+(?:his|her|their|my|a|an|the|other|some)?\s*(?:\w+\s+)?(?:friends?|family|brothers?|sisters?|cousins?|mom|"
    r"mother|dad|father|grand\w+|uncle|aunt|partners?|peers?|classmates?|teachers?|others)\b"
)
# Before a second verb: "and always finds".
ADVERB = re.compile(r"(?:always|never|often|usually|then|also|even|still|sometimes|\w+ly)$")
SENTENCE = re.compile(r"(?<=\w\w)[.!?]\s")
WORD = re.compile(r"[^\W\d_]+")
IRREGULAR = {"has": "have", "is": "be", "does": "do", "goes": "go"}


def base_of(word: str) -> str:
    """The base form of "retells", "watches", "carries"; nothing for no verb."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    tries = [word[:-1]] if word.endswith("s") and not word.endswith("ss") else []
    tries += [word[:-2]] if word.endswith("es") else []
    tries += [f"{word[:-3]}y"] if word.endswith("ies") else []
    return next((base for base in tries if is_base(base)), "")


def is_base(word: str) -> bool:
    return len(word) > 1 and _known(word) and _known(verb(word)[2])


def is_surely_done(base: str) -> bool:
    """An act, even where it is not said who does it: "draws", "thinks", and not "trains" or "mornings"."""
    return base in words("seen_acts") | {"work", "come", "learn"} or (base,) in rewordings("irregular_verbs")


def is_ing(word: str) -> bool:
    stems = (word[:-3], f"{word[:-3]}e", word[:-4], f"{word[:-4]}ie")
    return word == "being" or any(len(stem) > 1 and _known(stem) and verb(stem)[2] == word for stem in stems)


def _known(word: str) -> bool:
    """An everyday word, or one with "re" before it, such as "retell"."""
    return not {word, word.removeprefix("re")}.isdisjoint(words("common"))


def lowered(text: str) -> str:
    """For the middle of a sentence; a name or a short form keeps its capital."""
    first, _space, rest = text.partition(" ")
    first = first.rstrip(",.")
    if first in {"A", "An"}:
        return text[:1].lower() + text[1:]
    small = words("filler") | PREPOSITIONS | ARTICLES
    title = rest[:1].isupper() and first.lower() not in small and not is_ing(first.lower())
    plain = first.lower() in words("common") and first[1:] == first[1:].lower() and first != "I"
    return text[:1].lower() + text[1:] if plain and not (title and rest[:1] != "I") else text
