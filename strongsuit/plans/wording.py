"""What the coach says beside each field of a form: thoughts with their words, what is left as it is, a quiet mark."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from strongsuit.knowledge.coach.passage import Advice, Passage
from strongsuit.knowledge.coach.review import review
from strongsuit.knowledge.coach.same import Standing
from strongsuit.knowledge.coach.strong import SAYS, strong_words
from strongsuit.knowledge.coach.titles import TITLES
from strongsuit.knowledge.terms import LeftBecause, Section
from strongsuit.plans.models import LeftWording, Plan
from strongsuit.web.choices import choices

MOST_READ = 20_000
# What is told at once; the rest comes up when these are settled.
THOUGHTS, QUOTES, SPOTS = 5, 3, 20
GRAVE = 3
# Places where every word is the family's to say.
FAMILYS = {str(Section.PARENT_CONCERNS)}
# Where a field belongs to a goal, a note without a subject is no note about the student.
OF_A_GOAL = ("goal-", "step-", "weave-", "new-step")
NEW = "new-"


@dataclass
class Quote:
    """Words of the text with what could stand there; ``spots`` count as a browser does, in UTF-16."""

    words: str
    reframes: tuple[str, ...]
    at: tuple[int, int]
    mark: str
    rule: str
    spots: list[str] = field(default_factory=list)


@dataclass
class Thought:
    """All that the rules of one category found in one field; ``rule`` is that category."""

    rule: str
    title: str
    grave: bool
    why: str
    ask: str
    weighed: tuple[str, ...] = ()
    quotes: list[Quote] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    # What was typed as a reason, and why it was not taken.
    because: str = ""
    words: str = ""
    refused: str = ""

    @property
    def reasons(self) -> list:
        return choices(LeftBecause)


@dataclass
class Left:
    """Words that the team leaves as they are: who, when and why."""

    rule: str
    quotes: list[str]
    row: LeftWording
    marks: list[str]


@dataclass
class Told:
    """What is said beside one field."""

    name: str
    place: str
    thoughts: list[Thought] = field(default_factory=list)
    more: bool = False
    left: list[Left] = field(default_factory=list)
    strong: str = ""
    strong_quote: str = ""

    @property
    def remembers(self) -> bool:
        """Whether a reason can be kept: not for a part that the plan does not have yet."""
        return bool(self.place) and not self.place.startswith(NEW)

    @property
    def key(self) -> str:
        return f"{self.place}:{self.name}:"

    def thought(self, rule: str) -> Thought | None:
        return next((one for one in self.thoughts if one.rule == rule), None)


def plain_ends(words: str) -> str:
    """A form sends other line ends than its box holds."""
    return words.replace("\r\n", "\n").replace("\r", "\n")


def told(plan: Plan, place: str, texts: Mapping[str, str], left: Iterable[LeftWording]) -> dict[str, Told]:
    """By the name of each field of ``texts`` about which there is something to say."""
    if place in FAMILYS:
        return {}
    student = plan.student
    names = tuple(sorted({student.given_name, student.called, student.family_name} - {""}))
    context = "goal" if place.startswith(OF_A_GOAL) else "present_levels"
    rows = {(row.field, row.mark): row for row in left}
    found = {}
    for name, words in texts.items():
        passage = Passage(name, plain_ends(words)[:MOST_READ], names, context=context)
        one = _told(place, passage, {mark: row for (of, mark), row in rows.items() if of == name})
        if one.thoughts or one.left or one.strong:
            found[name] = one
    return found


def _told(place: str, passage: Passage, rows: Mapping[str, LeftWording]) -> Told:
    """The gravest first, then in the order of the text; what one rule found in one field is one thought."""
    words, said = passage.words, Told(passage.place, place)
    standing, spots = Standing(words), Spots(words)
    advice = review([passage])
    left: dict[str, Left] = {}
    thoughts: dict[str, Thought] = {}
    for one in sorted(advice, key=lambda one: (-one.severity, one.start)):
        mark = standing.mark(one.group, one.start, one.end)
        if row := rows.get(mark):
            kept = left.setdefault(one.group, Left(one.group, [], row, []))
            kept.marks.append(mark)
            if one.quote not in kept.quotes:
                kept.quotes.append(one.quote)
            continue
        thought = thoughts.setdefault(one.group, _thought(one))
        thought.marks.append(mark)
        opens = standing.sentence(one.start)[0] == one.place_of_reframes[0]
        start, end = one.place_of_reframes
        _add(thought, replace(one, start=start, end=end, quote=words[start:end]), mark, spots, opens=opens)
    said.thoughts, said.more = list(thoughts.values())[:THOUGHTS], len(thoughts) > THOUGHTS
    said.left = list(left.values())
    if strong := strong_words(passage, advice):
        said.strong, said.strong_quote = _(SAYS[strong[0].rule]), words[strong[0].start : strong[0].end]
    return said


def _thought(one: Advice) -> Thought:
    return Thought(one.group, _(TITLES[one.category]), one.severity >= GRAVE, _(one.why), _(one.ask), one.because)


def _add(thought: Thought, one: Advice, mark: str, spots: "Spots", *, opens: bool) -> None:
    """``one`` stands where its reframes go, which may be more than what is marked: "a lazy boy"."""
    reframes = tuple(fitted(reframe, one.quote, opens=opens) for reframe in one.reframes)
    line = next((each for each in thought.quotes if (each.words, each.reframes) == (one.quote, reframes)), None)
    if line is None and len(thought.quotes) < QUOTES:
        line = Quote(one.quote, reframes, (one.start, one.end), mark, one.rule)
        thought.quotes.append(line)
    if line is not None and len(line.spots) < SPOTS:
        line.spots.append(spots.of(one.start, one.end))


def fitted(reframe: str, quote: str, *, opens: bool) -> str:
    """With a capital where it opens the sentence."""
    return reframe[:1].upper() + reframe[1:] if opens and quote[:1].isupper() else reframe


class Spots:
    """Places in a text as a browser counts them: a sign beyond the first 65,536 counts as two."""

    def __init__(self, words: str) -> None:
        self._far = [at for at, sign in enumerate(words) if ord(sign) > 0xFFFF] if not words.isascii() else []

    def of(self, start: int, end: int) -> str:
        return f"{self._moved(start)}-{self._moved(end)}"

    def _moved(self, at: int) -> int:
        return at + bisect_left(self._far, at)


def put_in(words: str, quote: Quote, number: int) -> str:
    """The text with one reframe in place of exactly those words."""
    start, end = quote.at
    return words[:start] + quote.reframes[number] + words[end:]
