"""What a heading or a label of a form says, whatever the state or the vendor calls it."""

import re
from dataclasses import dataclass
from functools import cache

from strongsuit.knowledge.wordlists import Expressions, phrases, rewordings, words

# Longer lines are sentences, not headings.
MOST_WORDS = 16
MOST_LETTERS = 160
# In capitals throughout it may be longer: "EFFECT OF STUDENT NEEDS ON ...".
MOST_CAPITALS = 320
# In a long question only a name of so many words counts.
LONG_NAME = 5
SAID = Expressions("document/headings", re.IGNORECASE)
BRACKETS = re.compile(r"\([^()]{0,120}\)|\[[^\[\]]{0,120}\]")
WORD = re.compile(r"[^\W_]+")
RUN_IN = re.compile(r"^(?P<name>[^:\n]{2,330}?)\s*(?::|\s[–—-](?=\s))\s*(?P<rest>.*)$", re.DOTALL)
# "Strengths. Maya draws."
STOPPED = re.compile(r"^(?P<name>[A-Z][\w ’'/&-]{2,50})\.\s+(?P<rest>[A-Z].*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heading:
    """``kind`` of part it opens; ``rest`` is text that runs on behind it."""

    kind: str
    title: str
    rest: str = ""


def normal(text: str) -> tuple[str, ...]:
    """The words of a heading, without number, brackets and signs; "1:1 & 's" as forms mean them."""
    (also,) = words("document/headings.ampersand")
    bare = BRACKETS.sub(" ", SAID["numbered"].sub("", text.strip()))
    found = WORD.findall(bare.lower().replace("&", f" {also} ").replace("’", "'"))
    return tuple(word for word in found if not word.isdigit())


@cache
def names(listed: str) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for key, said in rewordings(listed).items():
        for name in said:
            found.setdefault(tuple(WORD.findall(name)), key[0])
    return found


@cache
def longest(listed: str) -> int:
    return max(map(len, names(listed)))


def kind_of(text: str, *, marked: bool, listed: str = "headings") -> str:
    """The part a whole line names, or nothing; a marked line looked like a heading, so it may say more besides."""
    if not _is_short(text):
        # "How does the student's disability affect ...?" in three lines.
        asks = text.endswith("?") and len(text) <= MOST_CAPITALS
        return _begins(normal(text), range(1), listed, least=LONG_NAME) if asks else ""
    said = normal(text)
    if not said:
        return ""
    if said[0] in words("document/headings.asking") and said[2:] in phrases("document/headings.asked_of_a_name"):
        # "What Maya does well".
        (student,) = phrases("document/headings.for_a_name")
        said = (said[0], *student, *said[2:])
    starts = range(_lead(said) + 1)
    for start in starts:
        if found := names(listed).get(said[start:]):
            return found
    return _begins(said, starts, listed, least=1 if marked else 2) if marked or _is_bare(text, said) else ""


def _is_short(text: str) -> bool:
    return len(text) <= MOST_CAPITALS if text.isupper() else len(text) <= MOST_LETTERS and text.count(" ") < MOST_WORDS


def _is_bare(text: str, said: tuple[str, ...]) -> bool:
    """No sentence: it does not end like one and says of nobody that they are or do."""
    ends = text[-1:] in {".", "!", "?", ",", ";"}
    return not ends and text[:1].isupper() and words("document/headings.saying").isdisjoint(said)


def _lead(said: tuple[str, ...]) -> int:
    """How many words may stand before the name: articles, "student", and one name with its "s"."""
    lead, before = 0, words("document/headings.before")
    while lead < len(said) - 1 and said[lead] in before:
        lead += 1
    if lead == 0 and len(said) > 2 and said[1] == "s":
        lead = 2
    return lead


def _begins(said: tuple[str, ...], starts: range, listed: str, least: int) -> str:
    for start in starts:
        for length in range(min(longest(listed), len(said) - start), least - 1, -1):
            phrase = said[start : start + length]
            found = names(listed).get(phrase)
            # A single word opens a heading of a few words, not of a sentence.
            if found and (length > 1 or len(said) - start <= 4) and not _is_other(found, said[start + length :]):
                return found
    return ""


def _is_other(kind: str, behind: tuple[str, ...]) -> bool:
    """ "Reading Recovery lessons are on Monday" is no heading of an area."""
    return kind == "area" and bool(behind) and behind[0] not in words("document/headings.behind_an_area")


def looks_like_one(text: str) -> bool:
    """In plain text: short, no full stop, and capitals throughout or at each telling word."""
    said = text.strip()
    if not said or not _is_short(said) or said[-1] in ".!?;," or not said[0].isalnum():
        return False
    if said.isupper():
        return True
    found = WORD.findall(said)
    small = words("document/headings.small")
    telling = [word for word in found if len(word) > 3 and word[0].isalpha() and word not in small]
    return bool(telling) and all(word[0].isupper() for word in telling)


def heading(text: str, *, marked: bool = False) -> Heading | None:
    """The heading a line is, or begins with: "Strengths", "4. ANNUAL GOALS", "Needs: ..."."""
    text = text.strip()
    if not marked and text[:1].islower():
        return None
    run_in = _run_in(text)
    if run_in:
        return run_in
    kind = kind_of(text.rstrip(": "), marked=marked or looks_like_one(text.rstrip(": ")))
    return Heading(kind, text.rstrip(":")) if kind else None


def _run_in(text: str) -> Heading | None:
    """ "Needs: two reminders"; but of "Services: Related services" the whole is a heading."""
    stopped = STOPPED.match(text)
    if stopped and (kind := kind_of(stopped["name"], marked=False)):
        return Heading(kind, stopped["name"], stopped["rest"])
    found = RUN_IN.match(text)
    if not found or not found["rest"]:
        return None
    name = found["name"].strip()
    kind = kind_of(name, marked=looks_like_one(name))
    if not kind or (looks_like_one(found["rest"]) and kind_of(found["rest"], marked=True)):
        return None
    return Heading(kind, name, found["rest"].strip())


def label(text: str) -> str:
    """Which part of a goal a column or box beside it holds, or nothing."""
    return kind_of(text.rstrip(": "), marked=False, listed="labels")
