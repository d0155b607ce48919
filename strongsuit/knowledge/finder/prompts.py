"""Reads what an adult says while a student thinks: does it open a door, or lead, close, pile up, praise, answer?

Strengths specification 2.1: agreeing answers rise where questions are hard or lead (Finlay and Lyons, 2001, 2002).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Slip(StrEnum):
    LEADING = "leading"
    CLOSED = "closed"
    STACKED = "stacked"
    PRAISE = "praise"
    FOR_THEM = "for_them"


@dataclass(frozen=True, slots=True)
class Slipped:
    """One slip with the words that show it."""

    slip: Slip
    quote: str


@dataclass(frozen=True, slots=True)
class PromptReading:
    """``opens`` are the words that leave the answer to the student; nothing where nothing does."""

    opens: str
    slips: tuple[Slipped, ...]

    @property
    def good(self) -> bool:
        return bool(self.opens) and not self.slips


Span = tuple[int, int]
# A student's name is read as so many þ, and so no pattern knows anybody.
SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*")
# What stands in quotation marks was said by somebody else: the student's words, given back.
QUOTED = re.compile(r"“[^”]{1,200}”|\"[^\"]{1,200}\"")
OPENING = r"^(?:(?:so|and|oh|ah|okay|ok|well|hm+|now|then|but|please|þ+)\b[\s,]*){0,3}"
ASKING = re.compile(
    OPENING + r"(?:(?:in|at|with|on|for|from|to|about)\s)?(what|which|who|whom|whose|where|when|how|why)\b", re.I
)
INNER_ASKING = re.compile(
    r"[,:;–—]\s*(?:and\s)?(?:what|which|who|where|when|how|why)\b|\bi wonder (?:what|which|who|where|how)\b", re.I
)
# "Can you show me?" asks for more than a yes, and everybody hears it so.
INVITATION = (
    r"(?:tell|show|pick|choose|point|press|find|draw|share|say|explain|describe|give|take me|walk me)\b"
    r"(?!\s+(?:me\s+)?(?:yes|no|that)\b)"
)
INVITING = re.compile(
    OPENING
    + INVITATION
    + r"|[,:;–—]\s*(?:then |please |and )?"
    + INVITATION
    + r"|\b(?:(?:can|could|would|will) you (?:please )?|i(?:['’]d| would) like you to |you (?:can|could|may) )"
    + INVITATION,
    re.I,
)
AUXILIARY = r"(?:do|does|did|is|are|was|were|can|could|will|would|have|has|had|should|shall|may|must|am)"
SUBJECT = r"(?:you|it|that|this|these|those|there|he|she|they|we|i|your|the|a|an|þ+)"
CLOSING = re.compile(OPENING + AUXILIARY + r"(?:n['’]t)?\s+" + SUBJECT + r"\b", re.I)
YES_NO = re.compile(r"\b(?:say|tell me|answer|press) yes or no\b", re.I)
# Whether one has understood may be asked with yes or no: each answer through a partner is confirmed.
CONFIRMING = re.compile(
    r"\b(?:is|was) (?:that|this|it) what you (?:mean|meant|want|wanted|said)\b|\bdid i (?:get|hear|read|"
    r"understand|say)\b"
    r"|\bhave i (?:got|heard|understood)\b",
    re.I,
)
# One sentence with two questions in it.
PILED = re.compile(
    r"\b(?:what|which|who|where|when|how|why)\b[^.?!]{3,200}?\b(?:and|or) (?:also )?(?:what|which|who|where|"
    r"when|how|why)\b"
    r"|(?:[,;]\s*(?:what|which|who|where|when|how|why)\b[^.?!,;]{0,200}){2}",
    re.I,
)
WAY_OUT = re.compile(
    r"\bor (?:something|someone|somebody|anything|somewhere|a different|another|neither|none|not)\b", re.I
)
TAG = re.compile(
    r",\s*(?:right|okay|ok|yes|yeah|huh|no|correct|(?:do|does|did|is|are|was|were|can|could|will|would|have|has)n['’]t "
    r"(?:you|it|that|he|she|they))\s*\?",
    re.I,
)
LEADS = re.compile(
    r"\b(?:do|did|would|could|are|were|can|have)n['’]t you\b|\b(?:is|was)n['’]t (?:it|that|this)\b"
    r"|\bi(?:['’]m| am) sure (?:that )?(?:you|it)\b|\bi (?:think|bet|know|guess|believe) (?:that )?(?:you|it)\b"
    r"|\byou must (?:be|like|love|want|feel|mean)\b|\b(?:surely|of course),? you\b|\bhow much do you (?:like|"
    r"love|enjoy)\b"
    r"|\bwhy (?:do you (?:like|love|enjoy)|are you (?:so )?good)\b|\beverybody (?:likes|loves|wants|knows)\b"
    r"|\bwouldn['’]t it be\b|\bit would be (?:nice|good|great) if you\b",
    re.I,
)
PRAISES = re.compile(
    r"^(?:(?:oh|wow|yes|þ+|what)\b[\s,!]*){0,3}(?:that(?:['’]s| is| was) )?(?:(?:an?|such|very|"
    r"really) ){0,3}(?:good|"
    r"great|nice|excellent|super|awesome|amazing|wonderful|beautiful|lovely) (?:job|work|talking|choice|"
    r"answer|one|girl|boy|"
    r"idea|pick|using)\b|\bwell done\b|\bway to go\b|\bproud of you\b|\bgood for you\b"
    r"|\byou(?:['’]re| are) (?:so |such |very |really |a )+(?:\w+ )?(?:smart|clever|creative|good|great|"
    r"bright|talented|sweet|kind|"
    r"wonderful|amazing|star|genius|helper|artist)\b"
    r"|\bi (?:really )?(?:love|like) (?:how|that|your|it when you)\b"
    r"|^\s*(?:oh |wow[,!]? )?(?:great|awesome|perfect|wonderful|excellent|fantastic|amazing|super|brilliant|"
    r"good|nice|cool|"
    r"wow|yay|hooray)\s*[!.,]",
    re.I,
)
FEELS = (
    r"(?:like|love|want|mean|enjoy|prefer|feel|need|think|hope|wish|know|(?:are|were|['’]re) (?:\w+ )?(?:good|"
    r"great|happy|sad|proud|"
    r"tired|bored|shy|interested)|are (?:trying|saying|telling))"
)
SPEAKS_FOR = re.compile(
    OPENING + r"(?:i (?:think|guess|see|bet|know)(?: that)?,? |that means |maybe |"
    r"your answer is )?you(?:['’]d)?\s?(?:really |just |also )?"
    + FEELS
    + r"\b|\b(?:he|she|þ+) (?:really |just |also )?(?:likes|loves|wants|means|enjoys|prefers|feels|"
    r"needs|thinks)\b"
    r"|\b(?:i(?:['’]ll| will| can)|let me) (?:answer|say|press|pick|choose|tell|do) (?:it |that |this |one |"
    r"them )?(?:for you\b|myself\b)"
    r"|\b(?:i(?:['’]ll| will)) (?:just )?(?:put|write|press|pick|choose) (?:that |down |in |it |the |yes|no)",
    re.I,
)


def read_prompt(text: str, names: Iterable[str] = ()) -> PromptReading:
    """What the words do to the one who is to answer."""
    plain = QUOTED.sub(lambda found: ("." if found[0][-2] in ".!?…" else "x") * len(found[0]), text)
    for name in names:
        plain = re.sub(rf"\b{re.escape(name)}\b", "þ" * len(name), plain, flags=re.I)
    said = [(found.start(), found.end()) for found in SENTENCE.finditer(plain) if found[0].strip(" \t.!?…")]
    asks = [(start, end) for start, end in said if _asks(plain[start:end].strip())]
    opens = next((text[start:end].strip() for start, end in asks if _opens(plain[start:end].strip())), "")
    return PromptReading(opens, tuple(_slips(text, plain, said, asks)))


def _asks(sentence: str) -> bool:
    return sentence.endswith("?") or _opens(sentence) or bool(CLOSING.match(sentence) or YES_NO.search(sentence))


def _opens(sentence: str) -> bool:
    """An open question, an invitation, or a choice with a way out of it."""
    if ASKING.match(sentence) or INNER_ASKING.search(sentence) or INVITING.search(sentence):
        return True
    return sentence.endswith("?") and bool(WAY_OUT.search(sentence))


def _slips(text: str, plain: str, said: list[Span], asks: list[Span]) -> Iterator[Slipped]:
    """Each slip once, with the first words that show it."""
    found = (
        (Slip.LEADING, _first(TAG, plain, said) or _first(LEADS, plain, said)),
        (Slip.FOR_THEM, _first(SPEAKS_FOR, plain, [span for span in said if not _confirms(plain, span)])),
        (Slip.PRAISE, _first(PRAISES, plain, said)),
        (Slip.CLOSED, next((span for span in asks if _closes(plain[slice(*span)].strip())), None)),
        (Slip.STACKED, (asks[0][0], asks[-1][1]) if len(asks) > 1 else _first(PILED, plain, asks)),
    )
    for slip, span in found:
        if span is not None:
            yield Slipped(slip, text[slice(*span)].strip(" ,"))


def _confirms(plain: str, span: Span) -> bool:
    return CONFIRMING.search(plain[slice(*span)]) is not None


def _first(pattern: re.Pattern[str], plain: str, spans: list[Span]) -> Span | None:
    for start, end in spans:
        part = plain[start:end]
        space = len(part) - len(part.lstrip())
        if found := pattern.search(part[space:]):
            return start + space + found.start(), start + space + found.end()
    return None


def _closes(sentence: str) -> bool:
    """A yes, a no or one of two words is all that it leaves."""
    if CONFIRMING.search(sentence) or _opens(sentence):
        return False
    return bool(CLOSING.match(sentence) or YES_NO.search(sentence)) or sentence.endswith("?")
