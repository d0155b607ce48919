"""A strength told in a sentence of its own counts where that sentence is tied to the goal: by what is worked with."""

import re

from strongsuit.knowledge.telling import root
from strongsuit.knowledge.wordlists import Expressions, words

SAID = Expressions("goals/tied")
SIGNS = Expressions("goals/signs")

TELLING = ("loves", "best_so", "own_love", "own_gift", "own_hobby", "own_language", "favorite")


class Tie:
    """What the goal speaks of, to be found again in the sentences beside it."""

    def __init__(self, acts: str) -> None:
        done = {root(act) for act in SAID["act"].findall(acts)}
        self.words = frozenset(SAID["word"].findall(acts))
        self.stems = stems(acts)
        self.subjects = self.stems - done

    def found(self, low: str, begin: int, end: int, at_hand: bool = False) -> tuple[int, int] | None:
        """Where the sentence tells a strength that the goal uses; ``at_hand`` where the goal points back to it."""
        material, points = (SAID[name].match(low, begin, end) for name in ("material", "points"))
        if at_hand or points or self._of_material(material):
            signs = (pattern.search(low, begin, end) for pattern in (*map(SIGNS.__getitem__, TELLING), SAID["theirs"]))
            if sign := next(filter(None, signs), None):
                return sign.span()
        chosen = SAID["chosen"].match(low, begin, end)
        if chosen:
            return chosen.span()
        liking = SAID["liking"].match(low, begin, end)
        return liking.span() if liking and (at_hand or stems(low[begin:end]) & self.subjects) else None

    def _said_again(self, opens: re.Match[str]) -> bool:
        return opens["thing"] in self.words and bool(SAID["said_again"].match(opens[0]))

    def _of_material(self, opens: re.Match[str] | None) -> bool:
        if not opens:
            return False
        return (
            opens["thing"] in words("goal_materials") or root(opens["thing"]) in self.stems or self._said_again(opens)
        )


def stems(said: str) -> set[str]:
    """The roots of the words that tell a subject, without the usual things of school."""
    return {
        root(word)
        for word in SAID["word"].findall(said)
        if not any(
            one in words(name)
            for one in (word, word.removesuffix("s"), root(word))
            for name in ("goal_school_things", "goal_not_own", "everyday", "filler", "prepositions", "goal_units")
        )
    }
