"""Given what: materials, setting, cue or support; neither how often nor what the act is done to."""

import re
from collections.abc import Iterator

from strongsuit.knowledge.coach.goals.shapes import Part, either, inside, one_of, part
from strongsuit.knowledge.wordlists import words

REACH = "{1,200}"
GIVEN = one_of(
    r"\b(?:when |if )?(?:given|provided(?: with)?|presented with|shown|offered|handed)\b[^.;]{0,200}?"
    r"(?=,|\bwill\b|$|\.|;)",
    rf"\b(?:using|with|without|while|after|during|when|from|through|wearing|following|in response to|in co-taught|"
    r"in|at|on|riding|sitting on|listening to|working with|working|before|between|upon|whenever|if|within a|beside|"
    rf"next to|alongside|about|across|once|as)\b\s+[^.;,]{REACH}",
    rf"\bw/ ?[^.;,]{REACH}",
    # What is done to the material: "words that a partner dictates", "broken into three parts", "Supports: timer"
    r"\b(?:that|which) (?:a|an|the|his|her|their) (?:[a-z]+ )?(?:partner|teacher|peer|adult|aide|classmate|coach|tutor|"
    r"slp|therapist|parent|staff member) [a-z]+s\b[^.;,]{0,60}",
    r"\b(?:(?:aided|supported|helped|cued|prompted|guided|led|assisted|modeled|dictated|read|spoken|signed) "
    r"(?:aloud )?by|"
    r"read aloud to (?:him|her|them)|broken (?:into|down)|enlarged|adapted (?:to|for|with)|modified|displayed on|"
    r"(?:dictated|presented|read|shown|spoken|said) (?:aloud )?(?:one at a time|slowly|twice|once)|printed (?:on|"
    r"in)|taken from|drawn from|paired with|set up (?:by|with|in)|taped to|posted on)\b[^.;,]{0,80}",
    r"\b(?:supports?|accommodations?|conditions?|materials?|setting|context|given) ?[:=] ?[^.;]{1,160}",
)
# Before the act, what a phrase opens with hardly matters: it tells how things stand when the act is asked for.
OPENS_PHRASE = re.compile(
    r"\W*(?:and |when |if )?(?P<word>[a-z'’/-]+)(?P<rest>[^,;]{0,200})",
)
NOT_DOING = {"during", "being", "regarding", "spring", "reading", "writing", "spelling", "concerning", "beginning",
             "improving", "increasing", "including", "functioning", "listening", "processing", "planning"}  # fmt: skip
# What follows these is a condition wherever it stands; the others need a place, or a support.
ALWAYS_GIVEN = {
    "when", "given", "provided", "presented", "shown", "offered", "handed", "using", "while", "whenever", "if", "upon",
    "listening", "wearing", "riding", "sitting", "alongside", "once", "aided", "supported", "helped", "cued",
    "prompted",
    "guided", "led", "assisted", "modeled", "dictated", "read", "spoken", "signed", "broken", "enlarged", "adapted",
    "modified", "displayed", "printed", "taken", "drawn", "paired", "set", "taped", "posted", "that", "which",
}  # fmt: skip
SUPPORT = re.compile(rf"\b{either('goal_supports')}")
SETTING = re.compile(
    r"(?:in|at|on|during|from) (?:a |an |the |her |his |their )?(?:[\w-]+ )?"
    rf"{either('goal_settings')}"
)
AFTER_DOING = re.compile(r"after (?:(?:first )?[a-z-]+ing|lunch|breakfast|recess|a (?:story|break|bathroom|model))\b")
# After school, where somebody will be is the result itself.
PLACE = re.compile(r"(?:in|at|on|during|from)\b")
LABELED = re.compile(r"[a-z]+ ?[:=]")
AFTER_SCHOOL = re.compile(r"(?:once|when|with|after) [^,;]{0,40}(?:diploma|school|graduat\w+|college)\b")
WILL = re.compile(r"\bwill\b(?! do what)")
CHANGED = re.compile(r"\b(?:to|from) $")
NOTE_HEAD = re.compile(r"\W*(?:with|given|using|when|after|while|from|at the|in the|on the) [^,.;]{3,80}, [a-z]+s\b")
MOST_WILLS = 3
FAR = 600
CHOICES = re.compile(r"from (?:a |an )?(?:field|array|set|choice|selection|pair|list|group|menu) of")
MUSIC = re.compile(r" (?:a|an|the|his|her|music)\b")
BEFORE_EACH = re.compile(r"before (?:each|every|a) [a-z]+")
TALKS = re.compile(r"in \d+-minute \w+")
TOPIC = re.compile(
    r"about (?:an? |the |two |three )?(?:[\w-]+ ){0,3}?(?:passages?|stor(?:y|ies)|articles?|texts?|"
    r"players|topics?|books?|read-alouds?|pictures?|videos?|photos?|events?|scenes?)\b"
)
STRENGTH_AS_ROUTE = re.compile(r"\b(?:love|skills?|interest|talent|strength)\b")
NO_CONDITION = one_of(
    r"(?:in|at|on|during|across) (?:the )?(?:school|class|classroom|all settings|community|general education\w*|"
    r"all classes|all areas|all environments|math|reading|writing|home and school|both settings)(?:\W*$| will\b)",
    r"(?:with|at|in|within|for|after|on|from|through|between|as|across|by)\s+(?:at least |about |no fewer than |only )?"
    r"(?:\d|one |two |three |four |five |all |80|90|each |most |every )(?!\w* ?(?:verbal|gestural|visual|physical|"
    r"prompt|cue|model|adult|peer|step|-minute|part|words?\b|core|science|passages?|single|unfamiliar|"
    r"coin|languages?|hand))",
    r"with (?:\d+|\w+)\s*(?:%|percent)|with (?:accuracy|mastery|independence|same)|with (?:peers|"
    r"a peer|others|adults)(?:\W*$| (?:in|at|on|for|by)\b)",
    # How the act is done well is no condition: "using complete sentences", "whenever possible"
    r"using (?:his |her |their |an? |the |at least (?:\w+ )?)?(?:[a-z-]+ ){0,2}?(?:words|sentences?|tenses?|voice|"
    r"grip|punctuation|"
    r"spelling|grammar|letters|phrases|language|manners|tone|volume|spacing|capitals|periods|first|details)\b(?! "
    r"(?:typing|output|recording|software|recorder|from|on|that|he|she|"
    r"they|bank|wall|list|card|tiles|cards|stems|starters|frames|strips))|"
    r"(?:when|whenever|if|where|as) (?:(?:he|she|they) (?:is ready|are ready|wants? to|feels? like|feels? ready)\b|"
    r"needed|appropriate|possible|able|"
    r"necessary)|with fewer than|when it comes to|in terms of|in regard to|with regard to",
    r"once (?:an?|per|each|every)\b|(?:in|at|during|across) (?:(?:all|his|her|their|the|both|most) )(?:of (?:his|"
    r"her|their) )?"
    r"(?:[a-z]+ )?(?:classes|subjects|settings|areas|environments)(?:\W*$| will\b| (?:by|as|with)\b)",
    r"from \d|when (?:he|she) feels like|(?:if|when|once|as) (?:he|she|they) meet\w*",
    r"(?:after|upon|following|in the (?:\w+ ){1,3}?after|on|once|when) (?:\w+ ){0,2}(?:hs|high school|graduat|"
    r"leaving|exit|"
    r"school|completion|completing)",
    r"given (?:the )?(?:students?'?|his|her|their) (?:deficits|needs|disability)|given (?:progress|by)",
    r"in (?:his|her|their) (?:own )?(?:homework|words|completed)",
    r"in (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|fall|"
    r"winter|summer|one|nine|20|the (?:area|fall|spring|winter|next)|order)",
    r"on (?:his|her|their) (?:afos|shoes|coat|pages?|papers?|work|device|talker)\b|before (?:he|she|"
    r"stopping|looking)|through (?:the )?(?:year|june|may)",
    r"from (?:about|level|an average|a score|a level)\b|during (?:his|her) senior|as (?:measured|evidenced|"
    r"documented|recorded|noted|shown|charted|tracked|a result|a reward|well|independent|reported|"
    r"needed|logged|compared|"
    r"indicated|demonstrated|observed|scored|timed|verified|determined|assessed|kept|marked|seen)",
    r"in (?:the )?(?:bathroom|community|line)\b(?! (?:outing|trip|job|work|store))|"
    r"for (?:the )?(?:20\d\d|next|\d|this)",
    r"(?:on|at) (?:the |all |each |weekly |end-of-unit |chapter |unit |a |an )*[\w-]* ?(?:tests|"
    r"quizzes|exams|inventory|"
    r"assessments|subtest|flashcard probe|probe)\b",
    r"during (?:the |this |his |her |their )?(?:school |next |\w+ )?(?:year|day|week|semester|quarter|month|iep)\b",
    r"with (?:adult|staff|teacher|class|classroom|school) (?:expectations|requests|directions|rules|demands)",
    r"on (?:the )?(?:map|star|nwea)\b",
    r"because of|since (?:last|the)|with a (?:c|b|a) or better|with a tripod grip",
)
# Before the act these are too little; after it they say how much is enough.
WITHOUT_HELP = re.compile(
    r"without (?:any |further |adult )*(?:prompt|help|remind|assist|error|spill|support|permission|\w+ing\b)"
)


STOPS = re.compile(r"[.!?:;)]\s+|\n")
# "Participate in class discussions": what is joined is the act, not where it happens.
JOINED_BEFORE = re.compile(
    r"\b(?:participat\w+|engag\w+|interested|enroll\w*|careers?|jobs?|classes|stays?|remains?) $"
)


def condition(text: str, low: str, others: tuple[Part | None, ...], kind: str) -> Part | None:
    wills = [said.start() - 1 for said, _ in zip(WILL.finditer(low), range(MOST_WILLS), strict=False)] or [_head(low)]
    for will in wills:
        found = _before_the_act(text, low, will, others, kind)
        if found:
            return found
    return _beside_it(text, low, others, kind)


def _head(low: str) -> int:
    """In a note without "will", where its first phrase ends: "With a mirror, shapes his lips"."""
    opens = max((stop.end() for stop in STOPS.finditer(low, 0, 60)), default=0)
    return low.find(",", opens, opens + 200) + 1 if NOTE_HEAD.match(low, opens) else -1


def _before_the_act(text: str, low: str, will: int, others: tuple[Part | None, ...], kind: str) -> Part | None:
    """A phrase at the head of the sentence, or of a part of it, that is no date, no count and no purpose."""
    stops = [0, *(stop.end() for stop in STOPS.finditer(low, max(will - FAR, 0), max(will, 0)))]
    parted = [stop for stop in stops[:-1] if low[stops[-1] - 2 : stops[-1] - 1] == ";"]
    for begin in (stops[-1], *parted[-1:]):
        found = _phrase(text, low, begin, will, others, kind)
        if found:
            return found
    return None


def _phrase(text: str, low: str, begin: int, will: int, others: tuple[Part | None, ...], kind: str) -> Part | None:
    place = begin
    while place < will:
        end = low.find(",", place, will)
        end = will if end < 0 else end
        place = next((other.end for other in others if other and other.start <= place + 1 < other.end <= end), place)
        found = OPENS_PHRASE.match(low, place, end)
        if (
            found
            and _opens(found, kind, set_off=end < will and "(" not in low[begin:place])
            and not inside(found.start("word"), *others)
        ):
            return part(text, found.start("word"), found.end())
        place = end + 1
    return None


def _opens(found: re.Match[str], kind: str, set_off: bool) -> bool:
    word, said = found["word"], found["word"] + found["rest"]
    if (
        NO_CONDITION.match(said)
        or said.endswith(" who")
        or (word == "in" and not found["rest"].strip())
        or said.startswith("at least")
    ):
        return False
    if kind == "postsecondary":
        return (
            not AFTER_SCHOOL.match(said)
            and word in {"with", "given", "when", "provided", "in", "using"}
            and not STRENGTH_AS_ROUTE.search(said)
        )
    if word == "to":
        return bool(MUSIC.match(found["rest"]))
    if word in words("goal_openers"):
        return True
    # "Reading comprehension" is a heading, "reading the scores on the announcements," a setting.
    return set_off and word.endswith("ing") and found["rest"].count(" ") >= (3 if word in NOT_DOING else 1)


def _beside_it(text: str, low: str, others: tuple[Part | None, ...], kind: str) -> Part | None:
    """A condition that follows the act, or stands in a note without a whole sentence."""
    for found in _overlapping(GIVEN, low):
        if inside(found.start(), *others) or _is_joined(low, found):
            continue
        said = found[0]
        if kind == "postsecondary" and PLACE.match(said):
            continue
        if _is_given(said) and not WITHOUT_HELP.match(said):
            return part(text, *found.span())
    return None


def _is_joined(low: str, found: re.Match[str]) -> bool:
    if CHANGED.search(low, max(found.start() - 6, 0), found.start()) and found[0].split(" ", 1)[0].endswith("ing"):
        return True
    return found[0].startswith(("in ", "at ")) and bool(
        JOINED_BEFORE.search(low[max(found.start() - 16, 0) : found.start()])
    )


def _is_given(said: str) -> bool:
    opens = said.split(" ", 1)[0]
    if CHOICES.match(said):
        return True
    if NO_CONDITION.match(said):
        return False
    if BEFORE_EACH.match(said):
        return True
    if (
        opens in ALWAYS_GIVEN
        or LABELED.match(said)
        or AFTER_DOING.match(said)
        or TALKS.match(said)
        or TOPIC.match(said)
    ):
        return True
    if opens in {"with", "from", "on", "w/", "following"} and SUPPORT.search(said):
        return True
    if opens == "during":
        return True
    return opens in {"in", "at", "on"} and bool(SETTING.match(said)) and not said.startswith("on weekly")


def _overlapping(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Each match, and those that begin inside another one: "before speaking during group reading"."""
    found = pattern.search(text)
    while found:
        yield found
        found = pattern.search(text, found.start() + max(len(found[0].split(" ", 1)[0]), 1))
