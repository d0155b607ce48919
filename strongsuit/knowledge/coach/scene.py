"""One sentence as the rules see it: whom its words name, and who does or is what is said in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from strongsuit.knowledge.coach.named import Named
from strongsuit.knowledge.coach.text import BREAKS, LABELS, Text
from strongsuit.knowledge.coach.who import Who, pronouns
from strongsuit.knowledge.reading import sentences
from strongsuit.knowledge.wordlists import words

# Who a pronoun in the next sentence may mean, and how far into this one they may stand.
RETURNS = {Who.STUDENT, Who.FAMILY, Who.STAFF}
OWN_VERBS = {Who.STUDENT, Who.STUDENTS, Who.FAMILY}
ACTORS = {*RETURNS, Who.STUDENTS, Who.SPEAKER}
LONGEST_LOOK = 60


@dataclass
class Scene(Named):
    """A sentence of a text, with who does and who is what."""

    subjects: dict[int, tuple[Who, int]] = field(default_factory=dict)
    # A listed expression stands here and says nothing: denied, named, somebody else's.
    declined: bool = False

    def subject(self, at: int) -> tuple[Who, int]:
        """Who does or is what begins at token ``at``, and the token that says so."""
        if at not in self.subjects:
            self.subjects[at] = self._subject(at)
        return self.subjects[at]

    def _subject(self, at: int) -> tuple[Who, int]:
        spot = self.before_group(at)
        if spot < 0:
            return Who.NOBODY, -1
        text = self.texts[spot]
        if text in BREAKS or text in words("clauses.joining"):
            return self._first_subject(spot, at)
        if text == "that" and self.text(spot - 1) not in words("reporting", "speaking"):
            # "The jacket that resists water": who acts stands before it.
            thing = self.text(spot - 2) in words("determiners") and self.who_at(spot - 1) is None
            return (Who.THING, spot) if thing or not spot else self._head(spot - 1)
        if text == "who":
            # "Ana, who is".
            noun = spot - 2 if self.text(spot - 1) == "," else spot - 1
            found, head = self._head(noun) if noun >= 0 else (Who.STUDENTS, spot)
            return (Who.STUDENT, head) if self.text(spot - 1) in words("called_so") else (found, head)
        if text in words("clauses.subordinate"):
            return self._first_subject(spot, at)
        return self._head(spot)

    def before_group(self, at: int) -> int:
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
        if self.texts[spot] in words("pronouns.doing"):
            return self.who_at(spot) or Who.THING, spot
        begin, clauses = spot, words("clauses.all")
        while begin > 0 and self.texts[begin - 1] not in BREAKS and self.texts[begin - 1] not in clauses:
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
            if self.who_at(each) in OWN_VERBS and (
                self.texts[each] not in pronouns() or self.texts[each] in words("pronouns.doing")
            ):
                # "Maya often", "the boy himself": a word nobody lists stands between.
                return self.who_at(each) or Who.THING, each
        return Who.THING, spot

    def _first_subject(self, spot: int, at: int) -> tuple[Who, int]:
        """The first one in the sentence who can be the subject of a second verb."""
        begin = self._main_clause(self._clause_start(spot), spot)
        for each in range(begin, spot):
            found = self.who_at(each)
            if found is Who.SPEAKER and self._agrees_with_another(each, at):
                continue
            if found is None and self.texts[each] not in words("pronouns.owners") or self.in_preposition(each, begin):
                continue
            if found is Who.AGENCY and each > begin + 3:
                continue
            if found in {Who.STAFF, Who.AGENCY} and self.texts[spot] in LABELS:
                # "OT visit: balked", "Bus conduct: spiteful".
                continue
            if found in {Who.STUDENT, Who.STUDENTS, Who.FAMILY, Who.STAFF, Who.SPEAKER, Who.AGENCY}:
                if self.texts[each].endswith(("'s", "s'")) and self.texts[each].removesuffix("'s") not in pronouns():
                    return (Who.OWNED if found is Who.STUDENT else found), each
                return found, each
            if self.texts[each] in words("pronouns.owners"):
                return Who.OWNED, each
        if self.texts[spot] in words("clauses.subordinate") or self.texts[spot] in LABELS or begin == spot:
            return Who.NOBODY, -1
        if self.texts[spot] == ";":
            # "Deficits in memory; has a hard time": a new part without a subject of its own.
            return Who.NOBODY, -1
        if self.texts[begin] in words("clauses.subordinate", "clauses.circumstances") and self.texts[spot] == ",":
            # "When asked to write, refuses": the clause before has nobody either.
            return Who.NOBODY, -1
        return (Who.NOBODY, -1) if self.opens_with_verb(begin) else (Who.THING, begin)

    def _main_clause(self, begin: int, spot: int) -> int:
        """ "When it is his turn, Ana clams up and leaves": who acts is told behind the comma."""
        if self.text(begin) in words("clauses.subordinate"):
            for comma in range(begin, spot - 1):
                if self.texts[comma] == "," and self.who_at(comma + 1) in ACTORS:
                    return comma + 1
        for that in range(begin + 2, spot - 1) if "that" in self.all_words else ():
            # "The aide told us that Kofi reads and refuses": who is told of stands behind it.
            if self.texts[that] == "that" and self.who_at(that + 1) in ACTORS:
                told = self.texts[that - 2 : that]
                return begin if words("reporting", "speaking").isdisjoint(told) else that + 1
        return begin

    def _agrees_with_another(self, speaker: int, at: int) -> bool:
        """ "I have one who sits there and still refuses": it is not I who refuses."""
        if self.texts[speaker] != "i":
            return False
        verb = next((text for text in self.texts[at : at + 4] if text not in words("verb_group")), "")
        return verb.endswith("s") and not verb.endswith("ss")

    def in_preposition(self, at: int, begin: int) -> bool:
        """ "In the locker room": neither the room nor anybody there is who acts."""
        for spot in range(at - 1, max(at - 5, begin - 1), -1):
            text = self.texts[spot]
            if text in words("prepositions"):
                return True
            if text in words("verb_group") and text not in words("determiners"):
                return False
            if text in BREAKS or text in words("clauses.all"):
                return False
        return False

    def _clause_start(self, spot: int) -> int:
        for each in range(spot - 1, -1, -1):
            if self.texts[each] in {";", ":", "–", "—", "("}:
                return each + 1
        return 0

    def opens_with_verb(self, begin: int) -> bool:
        text = self.text(begin)
        return (
            text.endswith(("s", "ed", "ing"))
            and not self.text(begin + 1).endswith("s")
            or text in words("traits_alone", "character_traits")
            or text.endswith("ly")
        )


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
        if at < LONGEST_LOOK and found in RETURNS and scene.texts[at] not in pronouns()
    ]
    if any(found is Who.STUDENT for found, _at in spots):
        return Who.STUDENT, ""
    return (spots[0][0], scene.texts[spots[0][1]].removesuffix("'s")) if spots else (topic, named)
