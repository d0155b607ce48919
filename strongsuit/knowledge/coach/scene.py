"""One sentence as the coach sees it: whom each word is about, what is quoted, denied, supposed or only named."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cache, cached_property

from strongsuit.knowledge.reading import TITLES, Sentence, Token, quoted_spans, sentences
from strongsuit.knowledge.wordlists import words


class Who(Enum):
    STUDENT = "student"
    STUDENTS = "students"
    FAMILY = "family"
    STAFF = "staff"
    AGENCY = "agency"
    THING = "thing"
    # What belongs to the student: "his handwriting", "Maya's attention".
    OWNED = "owned"
    SPEAKER = "speaker"
    # A note or bullet that opens with what it says.
    NOBODY = "nobody"
    # Asked of each word; the usual hash of an enum is a call of its own.
    __hash__ = object.__hash__


PRONOUNS = {
    "he": Who.STUDENT, "she": Who.STUDENT, "they": Who.STUDENT, "him": Who.STUDENT, "her": Who.STUDENT,
    "them": Who.STUDENT, "i": Who.SPEAKER, "we": Who.STAFF, "you": Who.SPEAKER, "it": Who.THING, "this": Who.THING,
    "that": Who.THING, "these": Who.THING, "those": Who.THING, "which": Who.THING, "there": Who.THING,
    "me": Who.SPEAKER,
}  # fmt: skip
# Nobody else's pronoun: after "mom is worried" a "he" is the student.
SAID_SHE = {"mom", "mother", "grandmother", "grandma", "aunt", "sister", "stepmother", "stepmom", "mrs", "ms", "miss"}
SAID_HE = {"dad", "father", "grandfather", "grandpa", "uncle", "brother", "stepfather", "stepdad", "mr"}
OWNERS = {"his", "her", "their"}
SHORTENED = ("'s", "'re", "'ve", "'d", "'ll", "'m")
BREAKS = {",", ";", ":", "(", ")", "–", "—", "•", "-", "--"}
CLAUSES = {
    "and", "or", "but", "because", "when", "while", "if", "although", "though", "since", "so", "whereas", "whenever",
    "until", "unless", "after", "before", "as", "that", "who", "which", "yet", "then", "given", "whether", "where",
    "than",
}  # fmt: skip
# What stands before these is a heading: "Behavior: refuses".
LABELS = {":", "–", "—", "•"}
# Who a pronoun in the next sentence may mean, and how far into this one they may stand.
RETURNS = {Who.STUDENT, Who.FAMILY, Who.STAFF}
LONGEST_LOOK = 60
SUBORDINATE = CLAUSES - {"and", "or", "but", "yet", "then"}


@dataclass(slots=True)
class Text:
    """A whole passage: what it says, where it belongs, and what in it nobody may judge."""

    words: str
    context: str
    names: frozenset[str]
    quotes: tuple[tuple[int, int], ...]
    plain: str = ""

    def quote_at(self, start: int) -> tuple[int, int] | None:
        before = bisect_right(self.quotes, (start, len(self.words)))
        return self.quotes[before - 1] if before and start < self.quotes[before - 1][1] else None


@dataclass
class Scene:
    """A sentence of a text, with whom the text was about before it."""

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
    subjects: dict[int, tuple[Who, int]] = field(default_factory=dict)
    # A listed expression stands here and says nothing: denied, named, somebody else's.
    declined: bool = False

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

    # Who

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
        if bare in PRONOUNS:
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
        found = PRONOUNS[bare]
        if (
            bare in {"he", "she", "him", "her"}
            and self.topic in {Who.FAMILY, Who.STAFF}
            and not self._student_before(at)
            and self.topic_word not in (SAID_SHE if bare in {"he", "him"} else SAID_HE)
        ):
            return self.topic
        if bare in {"they", "them"}:
            return self._they(at)
        return found

    def _they(self, at: int) -> Who:
        for spot in range(at - 1, -1, -1):
            if self.texts[spot] in {"they", "them"}:
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
        if low in words("not_names") or low in words("staff") or low in words("family") or low in words("agencies"):
            return False
        if len(raw) == 1:
            return raw not in {"I", "A"} and self.text(at + 1) not in {")", "="}
        if "-" in raw and raw.partition("-")[0].lower() in words("common") and at == 0:
            # "Eye-gaze calibration", "Half-days".
            return False
        if low in words("common"):
            return low in words("names_too") and not self._opens_otherwise(at, low)
        return low not in words("openers")

    def _opens_otherwise(self, at: int, low: str) -> bool:
        """ "Will he", "Grant funds": a word before a word that no name stands before."""
        return at == 0 and (self.text(1) in PRONOUNS or self.text(1) in words("determiners"))

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
            if text in {"the", "this", "our", "my", "that"}:
                return True
            if text in {"a", "an"}:
                return self.of.context not in {"general", "notice"} or any(
                    self.is_name(each) for each in range(len(self.tokens))
                )
            if text in {"any", "each", "every", "no", "some"} or text in BREAKS:
                return False
        return self.texts[at] in {"student", "child", "pupil"} and at == 0

    # Subjects

    def subject(self, at: int) -> tuple[Who, int]:
        """Who does or is what begins at token ``at``, and the token that says so."""
        if at not in self.subjects:
            self.subjects[at] = self._subject(at)
        return self.subjects[at]

    def _subject(self, at: int) -> tuple[Who, int]:
        spot = self._before_group(at)
        if spot < 0:
            return Who.NOBODY, -1
        text = self.texts[spot]
        if text in BREAKS or text in {"and", "or", "but", "then", "yet"}:
            return self._first_subject(spot, at)
        if text == "that" and self.text(spot - 1) not in words("reporting") | words("speaking"):
            # "The jacket that resists water": who acts stands before it.
            thing = self.text(spot - 2) in words("determiners") and self.who_at(spot - 1) is None
            return (Who.THING, spot) if thing or not spot else self._head(spot - 1)
        if text == "who":
            found, head = self._head(spot - 1) if spot else (Who.STUDENTS, spot)
            return (Who.STUDENT, head) if self.text(spot - 1) in words("called_so") else (found, head)
        if text in SUBORDINATE:
            return self._first_subject(spot, at)
        return self._head(spot)

    def _before_group(self, at: int) -> int:
        """The token before the helping verbs and adverbs in front of ``at``."""
        spot = at - 1
        while spot >= 0 and (
            self.texts[spot] in words("verb_group")
            or (self.texts[spot].endswith("ly") and not self.is_name(spot))
            or self.texts[spot] == "and"
            and self.text(spot - 1).endswith("ly")
            and self.text(spot + 1).endswith("ly")
        ):
            spot -= 1
        return spot

    def _head(self, spot: int) -> tuple[Who, int]:
        """Who the noun phrase ending at ``spot`` is about: "the boy in the back row" is about the boy."""
        begin = spot
        while begin > 0 and self.texts[begin - 1] not in BREAKS and self.texts[begin - 1] not in CLAUSES:
            begin -= 1
        inside = [each for each in range(begin + 1, spot) if self.texts[each] in words("prepositions")]
        if inside and begin < inside[0] and self.texts[begin] not in words("prepositions"):
            found = self._phrase(inside[0] - 1, begin)
            if found[0] is not Who.THING or self.who_at(spot) is None:
                return found
        return self._phrase(spot, begin)

    def _phrase(self, spot: int, begin: int) -> tuple[Who, int]:
        found = self.who_at(spot)
        if found is not None:
            return found, spot
        for each in range(spot - 1, max(begin - 1, spot - 4), -1):
            owner = self.owner_at(each)
            if owner is Who.STUDENT:
                return (Who.THING if self.texts[spot] in words("works") else Who.OWNED), spot
            if owner is not None:
                return owner, spot
            if self.who_at(each) in {Who.STUDENT, Who.STUDENTS} and self.texts[each] not in PRONOUNS:
                # "Maya often", "the boy himself": a word nobody lists stands between.
                return self.who_at(each) or Who.THING, each
        return Who.THING, spot

    def owner_at(self, at: int) -> Who | None:
        """Whose the next word is, when this one is a possessive."""
        text = self.texts[at]
        if text in OWNERS:
            return self._pronoun({"his": "he", "her": "she", "their": "they"}[text], at)
        if text.endswith(("'s", "s'")):
            found = self.who_at(at)
            return found
        return None

    def _first_subject(self, spot: int, at: int) -> tuple[Who, int]:
        """The first one in the sentence who can be the subject of a second verb."""
        begin = self._clause_start(spot)
        for each in range(begin, spot):
            found = self.who_at(each)
            if found is None and self.texts[each] not in OWNERS or self._in_preposition(each, begin):
                continue
            if found is Who.AGENCY and each > begin + 3:
                continue
            if found in {Who.STAFF, Who.AGENCY} and self.texts[spot] in LABELS:
                # "OT visit: balked", "Bus conduct: spiteful".
                continue
            if found in {Who.STUDENT, Who.STUDENTS, Who.FAMILY, Who.STAFF, Who.SPEAKER, Who.AGENCY}:
                if self.texts[each].endswith(("'s", "s'")) and self.texts[each].removesuffix("'s") not in PRONOUNS:
                    return (Who.OWNED if found is Who.STUDENT else found), each
                return found, each
            if self.texts[each] in OWNERS:
                return Who.OWNED, each
        if self.texts[spot] in SUBORDINATE | LABELS or begin == spot:
            return Who.NOBODY, -1
        if self.texts[begin] in SUBORDINATE | {"during", "in", "at", "on", "with", "upon"} and self.texts[spot] == ",":
            # "When asked to write, refuses": the clause before has nobody either.
            return Who.NOBODY, -1
        return (Who.NOBODY, -1) if self._opens_with_verb(begin) else (Who.THING, begin)

    def _in_preposition(self, at: int, begin: int) -> bool:
        """ "In the locker room": neither the room nor anybody there is who acts."""
        for spot in range(at - 1, max(at - 5, begin - 1), -1):
            text = self.texts[spot]
            if text in words("prepositions"):
                return True
            if text in words("verb_group") - words("determiners") or text in BREAKS or text in CLAUSES:
                return False
        return False

    def _clause_start(self, spot: int) -> int:
        for each in range(spot - 1, -1, -1):
            if self.texts[each] in {";", ":", "–", "—", "("}:
                return each + 1
        return 0

    def _opens_with_verb(self, begin: int) -> bool:
        text = self.text(begin)
        return (
            text.endswith(("s", "ed", "ing"))
            and not self.text(begin + 1).endswith("s")
            or text in words("traits_alone")
            or text in words("character_traits")
            or text.endswith("ly")
        )

    def before_colon(self, at: int) -> frozenset[str]:
        """The words of the heading that what stands at ``at`` is told under: "Detention log: ..."."""
        colon = next((spot for spot in range(at - 1, -1, -1) if self.texts[spot] in LABELS), 0)
        return frozenset(self.texts[:colon])

    @cached_property
    def capitals(self) -> bool:
        return sum(token.raw[:1].isupper() for token in self.tokens if token.is_word) > len(self.tokens) * 0.6


@cache
def anybody() -> frozenset[str]:
    """Every word that names somebody: most words of a text are asked in vain."""
    lists = ("students", "many_students", "family", "staff", "agencies")
    return frozenset(PRONOUNS).union(TITLES, *map(words, lists))


def scenes(text: Text) -> Iterator[Scene]:
    topic: Who | None = None
    named = ""
    for sentence in sentences(text.words):
        scene = Scene(text, sentence, topic, named)
        yield scene
        topic, named = _next(scene, topic, named)


def _next(scene: Scene, topic: Who | None, named: str) -> tuple[Who | None, str]:
    """Whom the next sentence's pronouns mean: the student if named, else the first one named, else as before."""
    spots = [
        (found, at)
        for at, found in scene.people
        if at < LONGEST_LOOK and found in RETURNS and scene.texts[at] not in PRONOUNS
    ]
    if any(found is Who.STUDENT for found, _at in spots):
        return Who.STUDENT, ""
    return (spots[0][0], scene.texts[spots[0][1]].removesuffix("'s")) if spots else (topic, named)


def read(passage_words: str, context: str, names: tuple[str, ...]) -> Text:
    known = frozenset(part for name in names for part in name.split() if len(part) > 1)
    return Text(passage_words, context, known, quoted_spans(passage_words), plain(passage_words))


def plain(text: str) -> str:
    """Lower case with straight apostrophes, each character in its place."""
    lowered = text.replace("’", "'").replace("‐", "-").replace("‑", "-")
    small = lowered.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := each.lower()) == 1 else each for each in lowered)
