"""A strength told in a sentence of its own counts where that sentence is tied to the goal: by what is worked with."""

import re

from strongsuit.knowledge.coach.goals.shapes import either, one_of
from strongsuit.knowledge.coach.goals.signs import (
    BEST_SO,
    FAVORITE,
    HE,
    HIS,
    LOVES,
    OWN_GIFT,
    OWN_HOBBY,
    OWN_LANGUAGE,
    OWN_LOVE,
)
from strongsuit.knowledge.telling import root
from strongsuit.knowledge.wordlists import words

# The sentence speaks of what the student works with: "the passages are about horses, her favorite".
MATERIAL = re.compile(
    rf"\W*(?:all |each |both |most |some |half )?(?:of )?(?:(?:the|these|those|this|that|his|her|their|its) )?"
    rf"(?:(?!favou?rite|strongest|best)[\w-]+ ){{0,2}}?(?P<thing>{either('goal_materials')}|[a-z]{{3,}}) ?"
    r"(?::|(?:is|are|was|were|come|comes|came|will|should|has|have|feature|features|use|uses|show|shows|tell|tells|"
    r"draw on|build on|star|stars|involve|involves|happen|happens|take|takes|follow|follows|can be|may be|may come)\b)"
)
# "It is her choice", "They come from his own album".
POINTS = re.compile(
    r"\W*(?:it|they|these|those|this|that|all|each|both) (?:is|are|was|were|come|comes|came|will|has)\b"
)
SIGNS = (
    LOVES,
    BEST_SO,
    OWN_LOVE,
    OWN_GIFT,
    OWN_HOBBY,
    OWN_LANGUAGE,
    FAVORITE,
    one_of(
        r"\b(?:by|up to|of) (?:him|her|them)\b[^.;]*|\b(?:his|her|their) (?:own|choice|idea|pick)\b[^.;]*",
        rf"\b(?:from|about|on|in|of|with|around|by|for) {HIS} (?!teacher|class|aide|grade|iep)[^.;]+",
        rf"\b{HE} (?:already |has |have |helps? |always |often )*(?!needs|will|is|has|was|misses|missed|uses|used|"
        rf"gets|got)"
        r"[a-z]{3,}(?:s|ed|t|n|w|ew)\b[^.;]*",
    ),
)
# "She picked them herself", "Leo brings the cards from home".
CHOSEN = re.compile(
    r"(?:\W*[a-zŋ'-]+|[^.;]{0,80} and) (?:herself |himself |also |always |often |usually )?(?:chose|chooses|picked|"
    r"picks|selected|selects|"
    r"asked for|asked to|suggested|suggests|designed|designs|made|drew|draws|wrote|brings|brought|invented|came up "
    r"with|"
    r"built|decides?|supplies|supplied) (?:the|this|it|them|these|that|each|every|which|what|to|be|her own|his own|"
    r"their own|his|her)\b[^.;]*"
)
# "Trains are his great interest", "Isabeau raises show rabbits": only where the goal has the trains or the rabbits too.
LIKING = one_of(
    rf"\W*(?:because |since )?[a-zŋ'-]+ (?:already |also |really |often |always |has |is |are |am |so )*"
    rf"(?:{either('goal_likings')}|knows|speaks|[a-z]+s (?:best|most|at home)|good at|great at|an expert|passionate|"
    rf"proud|best|strong)\b[^.;]*",
    rf"[^.;]{{0,80}}?\b(?:is|are|has|have|with)\b[^.;]{{0,60}}?\b{either('goal_loves')}\b[^.;]*",
    rf"\W*{HIS} (?:[\w'-]+ )?(?:{either('goal_loves')}|topic|choice)\b[^.;]*",
)
# The goal points back to the sentence before it: "there she will", "with these".
POINTS_BACK = re.compile(
    r"[^,.;]{0,40}?\b(?:there|them|those|these)\b|"
    r"\W*(?:there,?|(?:with|using|from|on|in|through|given|about|for) (?:it|them|that|these|those|this|one|(?:this|"
    r"that|these|those|such) "
    r"(?:an? )?[a-z]+)|to do so|as such|so,|therefore,?)\b"
)
SAID_AGAIN = re.compile(r"\W*(?:the|these|those|all|each|both) ")
ACT = re.compile(r"\bwill ([a-z'-]+)\b")
WORD = re.compile(r"[a-z][a-z'-]{3,}")


class Tie:
    """What the goal speaks of, to be found again in the sentences beside it."""

    def __init__(self, acts: str) -> None:
        done = {root(act) for act in ACT.findall(acts)}
        self.words = frozenset(WORD.findall(acts))
        self.stems = stems(acts)
        self.subjects = self.stems - done

    def found(self, low: str, begin: int, end: int, at_hand: bool = False) -> tuple[int, int] | None:
        """Where the sentence tells a strength that the goal uses; ``at_hand`` where the goal points back to it."""
        if at_hand or self._of_material(MATERIAL.match(low, begin, end)) or POINTS.match(low, begin, end):
            sign = next((sign for pattern in SIGNS if (sign := pattern.search(low, begin, end))), None)
            if sign:
                return sign.span()
        chosen = CHOSEN.match(low, begin, end)
        if chosen:
            return chosen.span()
        liking = LIKING.match(low, begin, end)
        return liking.span() if liking and (at_hand or stems(low[begin:end]) & self.subjects) else None

    def _said_again(self, opens: re.Match[str]) -> bool:
        return opens["thing"] in self.words and bool(SAID_AGAIN.match(opens[0]))

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
        for word in WORD.findall(said)
        if not any(
            one in words(name)
            for one in (word, word.removesuffix("s"), root(word))
            for name in ("goal_school_things", "goal_not_own", "everyday", "filler", "prepositions", "goal_units")
        )
    }
