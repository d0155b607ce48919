"""A sentence as tokens, and whom each of its words names: by a list, a capital, a pronoun or a possessive."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from strongsuit.knowledge.coach.text import BREAKS, LABELS, Text
from strongsuit.knowledge.coach.who import Who, anybody, pronouns
from strongsuit.knowledge.reading import TITLES, Sentence, Token
from strongsuit.knowledge.wordlists import words

# How English shortens a verb behind a name.
SHORTENED = ("'s", "'re", "'ve", "'d", "'ll", "'m")


@dataclass
class Named:
    """A sentence of a text with whom its words name, and whom the text was about before it."""

    of: Text
    sentence: Sentence
    topic: Who | None = None
    topic_word: str = ""
    # Asked for by every rule.
    tokens: tuple[Token, ...] = field(init=False)
    texts: tuple[str, ...] = field(init=False)
    all_words: frozenset[str] = field(init=False)
    starts: list[int] = field(init=False)
    # Asked again for each expression that may be about them.
    known: dict[int, Who | None] = field(default_factory=dict)
    named: dict[int, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tokens = self.sentence.tokens
        self.texts = tuple([token.text for token in self.tokens])
        self.all_words = frozenset(self.texts)
        self.starts = [token.start for token in self.tokens]

    def text(self, at: int) -> str:
        """The word at ``at``, and nothing where there is none."""
        return self.texts[at] if 0 <= at < len(self.texts) else ""

    def index(self, start: int) -> int:
        """The token that begins at or holds this character."""
        return max(bisect_right(self.starts, start) - 1, 0)

    def holds(self, name: str) -> bool:
        """Whether any word of a list stands in it."""
        return not self.all_words.isdisjoint(words(name))

    @cached_property
    def people(self) -> tuple[tuple[int, Who], ...]:
        """Every word that names somebody, and whom; most words are not even asked."""
        listed, names = anybody(), self.of.names
        return tuple(
            (at, found)
            for at, (text, raw, _start, _end) in enumerate(self.tokens)
            if (text in listed or raw[0].isupper() or "'" in text or raw in names) and (found := self.who_at(at))
        )

    def who_at(self, at: int) -> Who | None:
        """Whom one word names, if anybody."""
        if at not in self.known:
            self.known[at] = self._who_at(at)
        return self.known[at]

    def _who_at(self, at: int) -> Who | None:
        token = self.tokens[at]
        text = token.text
        bare = next((text.removesuffix(end) for end in SHORTENED if text.endswith(end)), text) if "'" in text else text
        if bare not in anybody():
            return self._named(at) if self.is_name(at) else None
        if bare in pronouns():
            return self._pronoun(bare, at)
        if bare in words("students"):
            return Who.STUDENT if self.particular(at) else Who.STUDENTS
        if bare in words("many_students"):
            return Who.STUDENTS
        if bare in words("family"):
            return Who.FAMILY
        if bare in words("staff") or bare in TITLES:
            return Who.STAFF
        if bare in words("agencies"):
            return Who.AGENCY
        if self.is_name(at):
            return self._named(at)
        return None

    def _pronoun(self, bare: str, at: int) -> Who:
        if bare in words("pronouns.several"):
            return self._they(at)
        others = words("pronouns.said_she" if bare in words("pronouns.he") else "pronouns.said_he")
        if (
            bare in words("pronouns.one")
            and self.topic in {Who.FAMILY, Who.STAFF}
            and not self._student_before(at)
            and self.topic_word not in others
        ):
            return self.topic
        return pronouns().get(bare, Who.STUDENT)

    def _they(self, at: int) -> Who:
        for spot in range(at - 1, -1, -1):
            if self.texts[spot] in words("pronouns.several"):
                continue
            found = self.who_at(spot)
            if found in {Who.STUDENT, Who.STUDENTS, Who.FAMILY, Who.STAFF, Who.AGENCY}:
                return found
        return self.topic or Who.STUDENT

    def _student_before(self, at: int) -> bool:
        return any(self.is_name(spot) or self.texts[spot] in words("students") for spot in range(at))

    def is_name(self, at: int) -> bool:
        """A capital where none is needed, or at the start a word nobody would begin a sentence with otherwise."""
        if at not in self.named:
            self.named[at] = self._is_name(at)
        return self.named[at]

    def _is_name(self, at: int) -> bool:
        token = self.tokens[at]
        if token.raw[0].islower() and token.raw not in self.of.names:
            return False
        raw = token.raw[:-2] if token.text.endswith("'s") else token.raw
        if raw in self.of.names:
            return True
        if not raw[:1].isupper() or not raw.isalpha() and "-" not in raw:
            return False
        if raw.isupper() and len(raw) > 1 and (len(raw) > 2 or raw[1] not in "JT"):
            # "FM", "OT" and "SLP", but "AJ" and "DT".
            return False
        low = raw.lower()
        if low in words("not_names", "staff", "family", "agencies"):
            return False
        if len(raw) == 1:
            return raw not in words("particular.letters") and self.text(at + 1) not in {")", "="}
        if "-" in raw and raw.partition("-")[0].lower() in words("common") and at == 0:
            # "Eye-gaze calibration", "Half-days".
            return False
        if low in words("common"):
            return low in words("names_too") and not self._opens_otherwise(at, low)
        return low not in words("openers")

    def _opens_otherwise(self, at: int, low: str) -> bool:
        """ "Will he", "Grant funds": a word before a word that no name stands before."""
        return at == 0 and (self.text(1) in pronouns() or self.text(1) in words("determiners"))

    def _named(self, at: int) -> Who:
        if self.text(at - 1) in TITLES or self.text(at - 1) in words("staff"):
            return Who.STAFF
        if self.text(at - 1) in words("family"):
            return Who.FAMILY
        return Who.STUDENT

    def particular(self, at: int) -> bool:
        """ "The student", "our boy", "a quiet child who": one whom everybody knows."""
        for spot in range(at - 1, max(at - 5, -1), -1):
            text = self.texts[spot]
            if text in words("particular.known"):
                return True
            if text in words("particular.one"):
                return self.of.context not in {"general", "notice"} or any(
                    self.is_name(each) for each in range(len(self.tokens))
                )
            if text in words("particular.any") or text in BREAKS:
                return False
        return self.texts[at] in words("particular.heads") and at == 0

    def owner_at(self, at: int) -> Who | None:
        """Whose the next word is, when this one is a possessive."""
        text = self.texts[at]
        if text in words("pronouns.owners"):
            return self._they(at) if text in words("pronouns.their") else self._pronoun(text, at)
        return self.who_at(at) if text.endswith(("'s", "s'")) else None

    def before_colon(self, at: int) -> frozenset[str]:
        """The words of the heading that what stands at ``at`` is told under: "Detention log: ..."."""
        colon = next((spot for spot in range(at - 1, -1, -1) if self.texts[spot] in LABELS), 0)
        return frozenset(self.texts[:colon])

    @cached_property
    def capitals(self) -> bool:
        return sum(token.raw[:1].isupper() for token in self.tokens if token.is_word) > len(self.tokens) * 0.6
