"""Which strengths to offer a goal, ranked as the profile ranks them, each with the ways that it triggers."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from strongsuit.knowledge.profile import OFFERED, Candidate, Status, offered
from strongsuit.knowledge.shapes import StrengthFacts
from strongsuit.knowledge.telling import telling
from strongsuit.knowledge.terms import Group, ItemKind, Pattern, SkillSet
from strongsuit.knowledge.weaving.decks import deck_of, is_finder_item, kind_of
from strongsuit.knowledge.weaving.phrase import Phrase, about, done, fitting
from strongsuit.knowledge.weaving.topic import doing, fits, topic
from strongsuit.knowledge.weaving.way import Way
from strongsuit.knowledge.weaving.ways import BY_KEY, WAYS

# More would bury the best ones; each is one press.
MOST_WAYS = 3
FUTURE, HOME = "FUTURE", "HOME"
# What a clause can name of a strength, and how it is read from its words.
NAMED: dict[str, Callable[[str], Phrase]] = {"topic": about, "doing": done, "fits": fitting}


@dataclass(frozen=True, slots=True)
class Source:
    """A strength as the patterns see it; ``key`` is its finder ID, an atlas word or anything of one's own."""

    strength: StrengthFacts
    key: str = ""
    status: Status = Status.SINGLE

    @property
    def kind(self) -> ItemKind:
        return kind_of(self.key) or self.strength.kind

    @property
    def skill_set(self) -> SkillSet | None:
        return deck_of(self.key) or self.strength.skill_set

    @property
    def from_home(self) -> bool:
        """Only the family has named it so far."""
        return set(self.strength.seen_by) == {Group.FAMILY}


@dataclass(frozen=True, slots=True)
class Clause:
    """A way with what fills its clause, for the page to translate: ``way.clause % values``."""

    way: Way
    values: dict[str, str]

    @property
    def english(self) -> str:
        return self.way.clause % self.values


@dataclass(frozen=True, slots=True)
class Suggestion:
    source: Source
    candidate: Candidate
    clauses: tuple[Clause, ...]


def ways_for(source: Source, skill_set: SkillSet | None) -> tuple[Way, ...]:
    """Every way this strength triggers for a goal in ``skill_set``, at most one of each pattern, W1 first."""
    found: dict[Pattern, Way] = {}
    for way in WAYS:
        if way.pattern not in found and triggers(way, source, skill_set) and goes_in(way, source):
            found[way.pattern] = way
    return tuple(found.values())


def triggers(way: Way, source: Source, skill_set: SkillSet | None) -> bool:
    """By the item's ID in table 6.1; without one, by kind, skill set and telling words."""
    if way.pattern == Pattern.W3:
        return source.kind == ItemKind.ABILITY and skill_set is not None and source.skill_set == skill_set
    if source.key in way.items or (HOME in way.items and source.from_home and source.kind == ItemKind.ABILITY):
        return True
    if is_finder_item(source.key):
        return way.every == ItemKind.PREFERENCE == source.kind
    if way.every is not None:
        return source.kind == way.every
    elsewhere = source.kind == ItemKind.ABILITY and way.sets and source.skill_set not in way.sets
    if source.kind not in way.kinds or elsewhere:
        return False
    words = source.strength.words
    return bool(way.telling & telling(words)) and (not way.named or re.search(way.named, words) is not None)


def goes_in(way: Way, source: Source) -> bool:
    """Whether what the clause names of the strength fits into a sentence; a clause that names nothing always does."""
    return all(
        read(source.strength.words).form in way.forms for name, read in NAMED.items() if f"%({name})s" in way.clause
    )


def clause(way: Way, source: Source) -> Clause:
    text = source.strength.words
    values = {
        "topic": topic(text),
        "doing": doing(text),
        "fits": fits(text),
    }
    return Clause(way, values)


def clause_of(key: str, source: Source, skill_set: SkillSet | None) -> Clause | None:
    """The clause behind a button; none where the strength does not trigger that way."""
    way = BY_KEY.get(key)
    offers_it = way is not None and triggers(way, source, skill_set) and goes_in(way, source)
    return clause(way, source) if way and offers_it else None


def suggestions(
    sources: Sequence[tuple[Source, Candidate]], skill_set: SkillSet | None, most: int = OFFERED
) -> list[Suggestion]:
    """The best strengths that have a way into this goal, by section 2.6's ranking."""
    known = {candidate.key: (source, ways_for(source, skill_set)) for source, candidate in sources}
    reachable = [candidate for _source, candidate in sources if known[candidate.key][1]]
    return [_suggestion(candidate, *known[candidate.key]) for candidate in offered(reachable, skill_set, most=most)]


def _suggestion(candidate: Candidate, source: Source, ways: tuple[Way, ...]) -> Suggestion:
    return Suggestion(source, candidate, tuple(clause(way, source) for way in ways[:MOST_WAYS]))
