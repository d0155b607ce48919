"""What a rewrite tells beyond what was given: acts that nobody told, and words whose facts stand nowhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from strongsuit.knowledge.coach.inflect import verb
from strongsuit.knowledge.lessons.invented import Given, invented, plain, sources
from strongsuit.knowledge.reading import Token, tokens
from strongsuit.knowledge.telling import root
from strongsuit.knowledge.wordlists import WORDS, words

HE_SHE = frozenset({"he", "she", "they", "who"})
# An act may follow these, and the student before them.
BETWEEN = frozenset({"can", "could", "will", "also", "often", "now", "then", "always", "first", "to", "and", "not"})
# "The help", "her show": a thing.
BEFORE_A_THING = frozenset({"the", "a", "an", "his", "her", "their", "its", "this", "that", "these", "of", "each"})
# What an act is done with or to ends here; then come place, time and means.
ENDS = frozenset({
    "in", "at", "on", "during", "from", "near", "before", "after", "outside", "inside", "with", "without", "by",
    "when", "while", "whenever", "as", "until", "since", "and", "but", "because", "so", "if",
})  # fmt: skip
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Untold:
    """``acts`` stand nowhere with all they are done to; ``words`` stand nowhere and may say the same in another way."""

    acts: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class _Known:
    """``told`` are the line and its notes, whose words may be said in another way; ``file`` is the rest."""

    told: Given
    file: Given

    @cached_property
    def bases(self) -> frozenset[str]:
        return frozenset(_base(part) for word in self.told.words for part in word.split("-"))

    def knows(self, token: Token) -> bool:
        return any(self.file.knows(part) or not self.bases.isdisjoint(_alike(part)) for part in plain(token).split("-"))


def untold(answer: str, given: Iterable[str], file: Iterable[str] = (), names: Iterable[str] = ()) -> Untold:
    """An act is sure to be new where neither its verb nor one of its things was given in any form; else one may ask."""
    told, said = Given(tuple(given), tuple(names)), tuple(tokens(answer))
    known = _Known(told, Given(tuple(file), told.names))
    # What is told as a number, a place or a person already is not told twice.
    taken = [range(one.at, one.at + len(one.quote)) for one in invented(answer, told.texts, told.names)]
    new = [at for at, token in enumerate(said) if _tells(token) and not known.knows(token)]
    new = [at for at in new if not any(said[at].start in span for span in taken)]
    acts = [span for span in _acts(said, told.names) if _is_new(said, span, frozenset(new))]
    inside = {at for span in acts for at in span}
    asked = (said[at].raw for at in new if at not in inside)
    quotes = (answer[said[span[0]].start : said[span[-1]].end] for span in acts)
    return Untold(tuple(dict.fromkeys(quotes)), tuple({word.casefold(): word for word in asked}.values()))


def _acts(said: Sequence[Token], names: Sequence[str]) -> Iterator[range]:
    """Each act of the student with what it is done to."""
    for at in range(len(said)):
        if _is_act(said, at, names):
            end = at + 1
            while end < len(said) and said[end].is_word and (end == at + 1 or said[end].text not in ENDS):
                end += 1
            yield range(at, end)


def _is_act(said: Sequence[Token], at: int, names: Sequence[str]) -> bool:
    token = said[at]
    if not token.is_word or not _tells(token) or (at and said[at - 1].text in BEFORE_A_THING):
        return False
    before = at - 1
    while before >= 0 and (said[before].text in BETWEEN or said[before].text.endswith("ly")):
        before -= 1
    student = before >= 0 and (said[before].text in HE_SHE or said[before].raw in names)
    listed = token.text in _act_forms()
    return (student and (listed or token.text.endswith(("s", "ed")))) or (listed and before < at - 1)


def _is_new(said: Sequence[Token], span: range, new: frozenset[int]) -> bool:
    things = [at for at in span[1:] if _tells(said[at]) and said[at].text not in _act_forms()]
    return span[0] in new and any(at in new for at in things) and not any(at not in new for at in things)


def _tells(token: Token) -> bool:
    word = plain(token)
    small = words("filler") | words("prepositions") | words("determiners") | words("numbers") | words("be")
    return token.raw[0].isalpha() and len(word) >= SHORTEST and word not in small and _base(word) not in _neutral()


def _alike(word: str) -> frozenset[str]:
    return _groups().get(_base(word), frozenset()) | {_base(word)}


@cache
def _bases() -> dict[str, str]:
    """Forms that no ending tells: "told" is "tell"."""
    return {form: act for act in (*words("seen_acts"), *_irregular()) for form in verb(act)}


def _base(word: str) -> str:
    return root(_bases().get(word, word))


@cache
def _irregular() -> tuple[str, ...]:
    lines = (WORDS / "irregular_verbs.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.split("=")[0].strip() for line in lines if line and not line.startswith("#"))


@cache
def _act_forms() -> frozenset[str]:
    return frozenset(form for act in (*words("seen_acts"), "help") for form in verb(act))


@cache
def _neutral() -> frozenset[str]:
    """Proofs are read where facts are."""
    proofs = (word for group in sources().values() for word in group)
    return frozenset(_base(word) for word in (*words("fact_neutral"), *proofs))


@cache
def _groups() -> dict[str, frozenset[str]]:
    """Each root with the roots of all words on its lines."""
    found: dict[str, frozenset[str]] = {}
    for line in (WORDS / "fact_alike.txt").read_text(encoding="utf-8").splitlines():
        group = frozenset() if line.startswith("#") else frozenset(_base(word.strip()) for word in line.split("/"))
        for word in group:
            found[word] = found.get(word, frozenset()) | group
    return found
