"""Reads a goal: which of its parts are there, each with the words that decide it (language guide, section 9)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from strongsuit.knowledge.coach.scene import plain
from strongsuit.knowledge.wordlists import words
from strongsuit.knowledge.words import gettext_noop

NUMBER = (
    r"(?:\d+(?:[.,]\d+)*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|"
    r"thirty|forty|fifty|half|all|every|each|twice|once|no more than|at least|zero|both)"
)
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
DATE = (
    rf"(?:\d{{1,2}}[/-]\d{{1,2}}(?:[/-]\d{{2,4}})?|\d{{1,2}}/\d{{2,4}}|"
    rf"{MONTH}(?:\s+\d{{1,2}})?(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{MONTH}(?:\s+\d{{4}})?|"
    rf"20\d\d(?:\s?[-–]\s?\d{{2,4}})?)"
)
PERIOD = (
    r"(?:school year|year|iep(?: year| period| cycle)?|annual (?:review|iep|goal date|meeting)|semester|"
    r"trimester|quarter|marking period|reporting period|grading period|term|grade|annual|plan year|meeting|"
    r"graduation|exit|spring|fall|winter|summer|weeks of instruction|instructional weeks|school|q[1-4])"
)

TIMEFRAME = re.compile(
    rf"\b(?:by|before|no later than|on or before|until|through)\s+(?:the\s+|his\s+|her\s+|their\s+|this\s+|"
    rf"next\s+|end\s+of\s+|last day of\s+|close of\s+|time of\s+|conclusion of\s+|completion of\s+|"
    rf"start of\s+|beginning of\s+|late\s+|early\s+|mid-?\s*)*"
    rf"(?:{DATE}|(?:\w+[ '’-]+){{0,4}}?{PERIOD}\b|age\s+\d+|the age of \d+|(?:first|second|third|fourth|"
    rf"\d+(?:st|nd|rd|th))\s+(?:quarter|grade|semester|trimester|marking period))"
    rf"|\b(?:in|within|over|during|for|after)\s+(?:the\s+|the next\s+|the course of\s+|"
    rf"a period of\s+)*(?:{NUMBER}|a|an|next)\s*-?\s*(?:school |calendar |instructional |consecutive |"
    rf"full )?(?:years?|months?|weeks?|semesters?|quarters?|trimesters?|iep year)(?:\s+(?:of|after|"
    rf"from)\s+\w+(?:\s+\w+){{0,4}})?"
    rf"|\b(?:after|upon|following|on)\s+(?:\w+\s+){{0,4}}?(?:graduat\w+|high school|leaving school|exiting|"
    rf"exit|completion of high school|completing high school|finishing high school|school exit|"
    rf"leaving)\b(?:\s+\w+){{0,3}}"
    rf"|\bthis (?:school |iep )?year\b|\bin one (?:school )?year\b|\bend of (?:the )?(?:school )?year\b|"
    rf"\bover the (?:school )?year\b|\bby (?:the )?end of {PERIOD}"
    rf"|\b(?:target|goal|end|completion|due) date:?\s*{DATE}|\b{DATE}\s*(?:target|goal) date|\bonce (?:he|"
    rf"she|they) (?:graduates?|leaves?|exits?)\b|\bpost[- ](?:high )?school\b"
)
NOT_TIMEFRAME = re.compile(
    r"\bby the end of each|\bby the end of the (?:period|class|day|lesson|week|session|hour)\b|"
    r"\bbefore (?:leaving|the bell|class|speaking|starting)"
)

CRITERION = re.compile(
    rf"\b(?:{NUMBER})\s*(?:of|out of|/|in)\s*(?:the\s+)?(?:{NUMBER}|\w+)\b(?:\s+\w+){{0,2}}"
    rf"|\b\d+(?:\.\d+)?\s*(?:%|percent\b)(?:\s+(?:accuracy|of \w+(?: \w+)?|correct|independence))?"
    rf"|\b(?:at least|at most|no more than|no fewer than|a minimum of|up to|fewer than|less than|more than|"
    rf"under|within|for|in|at|to)\s+(?:{NUMBER})\s*-?\s*(?:\w+[ -]){{0,3}}?(?:words?|wpm|wcpm|minutes?|min|"
    rf"seconds?|sec|points?|items?|problems?|sentences?|paragraphs?|facts?|letters?|steps?|times?|prompts?|"
    rf"cues?|errors?|opportunit\w+|trials?|incidents?|level|feet|questions?|tasks?|exchanges|turns|"
    rf"reminders|correct|digits|pages|days|nights|hours?)\b"
    rf"|\b(?:{NUMBER})\s+(?:\w+[ -]){{0,2}}?(?:words? (?:correct|per|a) |wpm|wcpm|correct (?:words|digits|"
    rf"letter)|times (?:a|per|each|in)|points|or (?:more|higher|better|fewer|less|above)|consecutive|times|"
    rf"trials|days (?:a|per|in)|minutes or|nights|mornings|days a week|x (?:a|per))\b\w*"
    rf"|\ball but (?:{NUMBER})|\b\d+x\b|\b(?:score|level|rating|rit|lexile) (?:of )?(?:{NUMBER})|\b(?:twice|"
    rf"once) (?:a|per|each|every) \w+|\bwithout (?:any )?(?:errors?|prompts?|help|reminders?|assistance)\b"
    rf"|\b\d+/\d+\b(?!/)|\b(?:{NUMBER})\s+(?:different |complete |full |correct |single |new |original |"
    rf"-?\w+ ){{0,2}}(?:sentences?|steps?|paragraphs?|details|reasons|facts|examples|differences|likenesses|"
    rf"questions|tools|supports|strengths|regional markets|job shadows|letters|words|objects|items|"
    rf"amounts|campuses|shadows|applications|interviews|characters|bites|blanks|bills|meals|laps)\b"
)
MEASUREMENT = re.compile(
    r"\b(?:as\s+)?(?:measured|recorded|documented|charted|tracked|assessed|evaluated|monitored|logged|"
    r"verified|shown|scored|noted|tallied|collected|graphed|reported|counted|kept|checked|reviewed|marked|"
    r"timed|observed and recorded)\s+(?:\w+\s+){0,2}?(?:by|on|in|with|through|via|using|from)\s+[^.;,()]+"
    r"|\bper\s+(?:\w+[ '’]+){0,3}?(?:data|log|records?|report|checklist|chart|tally|notes|probe|probes|"
    r"observation|rubric|sheet)\b"
    r"|\b(?:data(?: source)?|measure(?:ment|d by)?|evaluation|progress|method|data collection|"
    r"monitoring)\s*[=:–-]\s*[^.;]+"
    r"|\b(?:\w+[ '’-]+){1,4}(?:log|logs|records|data sheet|data sheets|tally|tally sheet|tally sheets|"
    r"checklist|checklists|work samples?|portfolio|probe sheet|probe log|gradebook|observation|"
    r"observations|charting|recording|slips|rubrics?|frequency count|task analysis|progress monitoring|"
    r"probes|data)\b(?=[^.]*(?:$|\.|;|,|\)))"
    r"|\b(?:teacher|staff|therapist|slp|ot|pt|aide|case manager|counselor) (?:observation|data|report|"
    r"records|charts?|logs?|tall(?:y|ies)|checks?|keeps|will (?:record|chart|log|tally|keep|track|check|"
    r"graph))[^.;]*"
    r"|\bas (?:evidenced|shown|demonstrated|indicated|reported) by [^.;]+|\baccording to [^.;]+"
    r"|\b(?:\w+['’]s|weekly|monthly|daily|quarterly|slp|pt|ot|teacher|"
    r"counselor) (?:\w+ ){0,2}?(?:inventory|running record|"
    r"language sample|samples|evaluation form|report card|notes|record|count|data|writing samples)\b"
    r"|\b(?:language sample|running record|momentary time sampling|report card|evaluation form|time sampling)\b[^.;]*"
    r"|\b(?:on|at) (?:the |all |each |weekly |end-of-unit |chapter |unit |\w+ )*(?:tests|quizzes|exams|"
    r"inventory|assessments)\b"
    r"|\bprobes? given\b[^:;.]*|\(\w[^()]* report\)"
    r"|\b(?:teacher|staff|slp|ot|pt|cota|aide|therapist|counselor|mom|dad|parent) will (?:time|keep|count|"
    r"graph|note)\b[^.;]*"
    r"|\bscor(?:es|ed) (?:a |each )\w+[^.;]*|\bon the \w[^.;,]* (?:rubric|probe|checklist|assessment|test|"
    r"scale)\b|\bmade by [^.;]*|\bgiven by [^.;]*|\b(?:aimsweb|dibels|nwea|map|easycbm|star|i-ready|wida|"
    r"fastbridge|powerschool|google docs)\b[^.;,]*"
)
# "Given a checklist" is what the student works with, not what is written down.
NOT_MEASUREMENT = re.compile(r"(?:given|using|with|provided|when|following|uses?|use of)\b(?! (?:data|probes?))")
SAYS_MEASURED = re.compile(
    r"(?:as\b|per\b|measured|recorded|documented|charted|tracked|assessed|scored|monitored|according)"
)
GIVEN_BEFORE = re.compile(r"\b(?:given|using|with|provided|following) (?:an? )?(?:[\w-]+ ){0,3}(?:and )?$")
BASELINE = re.compile(
    rf"\b(?:baseline|b/l|base rate|average|today|present level|present|current(?:ly)?(?: level| performance)?|now|"
    rf"starting (?:point|level)|pre-?test|at present|right now|so far|to date|last (?:month|year|quarter|"
    rf"spring|fall)|(?:in|as of) {MONTH}|(?:sept?|oct|nov|dec|jan|feb|mar|apr|may|june|fall|spring|"
    rf"winter)[a-z.]* (?:data|score|probe|baseline))\b[^.;]{{0,40}}?(?:{NUMBER}|no |never|none|not )[^.;),]*"
    rf"|\b(?:up |down )?from (?:a (?:score|level|rate) of |about |an average of |level |"
    rf"\w+ )?{NUMBER}\s*%?[^.;]*?\bto\b[^.;]*?{NUMBER}"
    rf"|\b\d+(?:[-–]\d+)?(?: (?:of|out of) \d+)?(?:\s+\w+){{0,5}}?\s+(?:now|last (?:month|year|week|quarter|"
    rf"spring|fall)|at present|currently|today|this fall)\b"
    rf"|\(\d+[^)]* in {MONTH}\)|\bhas \d+[^.;,]*\bnow\b|\b(?:show|shows|showed|=) \d+[^.;]*\b(?:last|a day|"
    rf"per day|a week)[^.;]*"
    rf"|\((?:\w+ ){{0,2}}?{NUMBER}[^)]*(?:data|now|baseline|last \w+|fall|spring)[^)]*\)|\bcompared (?:with|"
    rf"to) {NUMBER}[^.;]*|\b(?:up|down|increase|decrease|reduction) from {NUMBER}[^.;]*|"
    rf"\bfrom {NUMBER}[^.;,]* in (?:fall|spring|winter|{MONTH})"
    rf"|\b(?:he|she|they|student|who) (?:now |currently )?(?:does|do|completes?|earns?|has|types?|wrote|"
    rf"writes|reads|lasts|uses|answers?|makes?|gets|asks|raises|begins|did) (?:this |it |about |only |"
    rf"so )*(?:now )?(?:in |on |for )?{NUMBER}[^.;,]*"
    rf"|\({MONTH}:? ?(?:data:? ?)?{NUMBER}[^)]*\)"
)
OTHER_UNIT = re.compile(
    r"percentile|standard score|scaled score|grade equivalent|age equivalent|\b(?:wida|wiat|pls|celf|wisc|"
    r"kbit|ktea|wj)\b"
)
CHANGE = re.compile(
    rf"\bfrom\s+(?:\w+\s+){{0,5}}?{NUMBER}\S*(?:\s+[\w/%-]+){{0,5}}?\s+(?:down |"
    rf"up )?to\s+(?P<wanted>(?:\w+\s+){{0,5}}?{NUMBER}\S*(?:\s+\w+){{0,3}})"
)
GIVEN = re.compile(
    r"\b(?:when |if )?(?:given|provided(?: with)?|presented with|shown|offered|handed)\b[^.;]*?(?=,|\bwill\b|$|\.|;)"
    r"|\b(?:using|with|without|while|after|during|when|from|through|wearing|following|in response to|"
    r"in co-taught|in a|in an|in the|at the|at her|at his|on the bus|riding|sitting on|listening to|"
    r"working with|before|between|upon hearing|whenever|if|on a|on her|on his|in his|in her|in small|"
    r"in whole|within a|beside|next to)\b\s+[^.;,]+"
)
WILL = re.compile(
    r"(?:\b(?:will|shall|is going to|'ll)|"
    r"^\W*(?:[\w/ ]{0,14}[.:)]\s*)?to)\s+(?P<act>[a-z'’-]+(?:\s+[a-z'’/-]+){0,5})"
)
LEADS = re.compile(
    r"^(?:(?:be able to|continue to|begin to|start to|also|then|not|independently|correctly|accurately|"
    r"verbally|orally|appropriately|successfully|consistently|both|learn how to)\s+|\w+ly\s+)+"
)
STAFF_BEFORE = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|coach)\.? [a-z'’-]+|\b(?:teacher|staff|slp|ot|pt|cota|aide|therapist|team|"
    r"counselor|case manager|parent|mom|data|probes?|progress|it|skills?|gradebook|handwriting|"
    r"mechanics))\s+$"
)
VAGUE_AFTER = re.compile(
    r"(?:\w+ )(?:\w+ )?(?:better|more (?:often|fluent|effectively|appropriate\w*|independent\w*|organized)|"
    r"appropriately$|wisely|good choices|organized|responsib\w*|age[- ]appropriate)"
)
VAGUE_WITH = re.compile(
    r"(?:make (?:good|better|progress|improvement|gains|safe|positive|appropriate|growth|choices|wise)|"
    r"get (?:better|along|\d+ minutes)|go (?:up|down|from)|do (?:better|well|his best|her best|their best)|"
    r"work (?:on|toward|hard|to|with|at|in|independently$)|use (?:(?:his|her|their) time|appropriate|good|"
    r"better|kind|self-control|coping skills$)|keep (?:trying|up|(?:his|her|their) \w+ (?:organized|neat|"
    r"clean))|move (?:from|toward|up|beyond)|have |try |focus|meet |earn |perform |act |attend to)"
)
OPENS = re.compile(r"\W*(?:(?:[a-z0-9 &/-]{1,30})[.:)–-]\s+)*(?P<act>[a-z]+)\b")
BY_DOING = re.compile(r"\bby\s+(?:\w+ly\s+)?([a-z-]+ing)\b")
LOVES = re.compile(
    r"\b(?:he|she|they|student|his|her|their)\b[^.;,]{0,40}?\b(?:loves?|likes?|enjoys?|collects?|plays?|"
    r"draws?|drew|drawn|builds?|built|follows|knows best|is best at|reads most|chose|chooses|picked|picks|"
    r"chosen|is proud of|is good at|does well|reads and writes well|excels?|already runs|runs with|"
    r"helps run|keeps for|writes about|teaches|leads|sings|paints|made|designed|invented|raised|raises|"
    r"grows|coaches|cooks|knows by heart|already knows|knows? (?:so )?well|asked (?:for|to)|looks after|"
    r"cares for|has collected|is known for|already does|already runs|takes pride|works on at home|watches|"
    r"is strong at|shines|is an expert)\b[^.;]*"
    r"|\b(?:favou?rite|beloved|self-chosen|student-chosen|chosen by (?:him|her|them|the student)|of (?:his|"
    r"her|their) (?:own )?choice|(?:his|her|their) (?:own )?(?:interest|passion|strength|talent|love|gift|"
    r"skill|knowledge|eye|ear|memory|humor|art|music|drawings?|comics?|songs?|great love|collection|"
    r"photographs?|photos)s?\b)[^.;]*"
    r"|\b(?:building on|drawing on|through|using|because of|since|based on|around|"
    r"about)\b[^.;,]{0,50}?\b(?:strength|interest|love|passion|talent|skill|knowledge|hobby|favorite|"
    r"expertise|gift)\w*[^.;]*"
    r"|\b(?:is|are) (?:his|her|their|what (?:he|she|they)) (?:great |biggest |first )?(?:love|passion|"
    r"strength|favorite|interest|hobby|best|is best at)[^.;]*|\bwhat (?:he|she|they) (?:likes?|loves?|"
    r"is best at|knows best|enjoys?)[^.;]*|\b(?:topic|subject|book|song|game)s? (?:he|she|"
    r"they) (?:chooses?|likes?|loves?|picks?|knows?)[^.;]*"
)


KINDS = ("annual", "objective", "postsecondary")
PARTS = ("condition", "behavior", "criterion", "timeframe", "measurement", "baseline", "strength")
ADVICE = {
    "condition": gettext_noop("Given what? Name the material, the setting, the cue or the support."),
    "behavior": gettext_noop("What will somebody else see or count? Name one act."),
    "criterion": gettext_noop("How much is enough? Give a number that fits the act."),
    "timeframe": gettext_noop("By when? Give a date or a span."),
    "measurement": gettext_noop("How is it recorded, and by whom?"),
    "baseline": gettext_noop(
        "Where does it stand today, in the same unit? Without that nobody can say how ambitious it is."
    ),
    "strength": gettext_noop("Which strength, interest or choice of this student is the way to it?"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """The words that decide a part, by place in the text; nothing where the part is missing."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class GoalReading:
    kind: str
    condition: Part | None
    behavior: Part | None
    criterion: Part | None
    timeframe: Part | None
    measurement: Part | None
    baseline: Part | None
    strength: Part | None
    measurable: bool

    def told(self) -> dict[str, Any]:
        """As JSON: each part with whether it is there, the places that decided it, and what to ask where it is not."""
        parts = {name: getattr(self, name) for name in PARTS}
        spans = {name: [part.start, part.end] for name, part in parts.items() if part}
        said: dict[str, Any] = {"measurable": self.measurable}
        said |= {f"has_{name}": part is not None for name, part in parts.items() if name != "strength"}
        said["strength_woven"] = self.strength is not None
        # A goal for after school needs no percent and no baseline: it is answered with yes or no.
        asked = ("behavior", "timeframe") if self.kind == "postsecondary" else PARTS
        return said | {"spans": spans, "advice": [ADVICE[name] for name in asked if parts[name] is None]}


def read_goal(text: str, kind: str = "annual") -> GoalReading:
    low = plain(text)
    timeframe = _first(
        text, [found for found in TIMEFRAME.finditer(low) if not NOT_TIMEFRAME.match(low, found.start())]
    )
    baseline = _baseline(text, low)
    measurement = _first(text, [found for found in MEASUREMENT.finditer(low) if not _is_given(low, found)])
    behavior, vague = _behavior(text, low, kind)
    criterion = _criterion(text, low, baseline, timeframe, vague)
    condition = _condition(text, low, measurement, baseline, timeframe, behavior)
    strength = _strength(text, low, behavior)
    if kind == "postsecondary":
        # It is said as sure: "will", not "hopes that he will".
        sure = re.search(r"\bwill\b", low) and not UNSURE.search(low)
        measurable = behavior is not None and timeframe is not None and bool(sure)
    else:
        measurable = behavior is not None and criterion is not None
    return GoalReading(kind, condition, behavior, criterion, timeframe, measurement, baseline, strength, measurable)


def _baseline(text: str, low: str) -> Part | None:
    """The level today in the unit of the goal: a score of another test says nothing about it."""
    for found in BASELINE.finditer(low):
        test = OTHER_UNIT.search(found[0])
        if not test or low.count(test[0]) > 1:
            return _part(text, *found.span())
    change = CHANGE.search(low)
    return _part(text, change.start(), change.start("wanted")) if change else None


def _is_given(low: str, found: re.Match[str]) -> bool:
    if SAYS_MEASURED.match(found[0]):
        return False
    return bool(NOT_MEASUREMENT.match(found[0]) or GIVEN_BEFORE.search(low[max(found.start() - 40, 0) : found.start()]))


def _part(text: str, start: int, end: int) -> Part:
    words_ = text[start:end]
    return Part(start, start + len(words_.rstrip(" ,;.")), words_.rstrip(" ,;."))


def _first(text: str, found: list[re.Match[str]]) -> Part | None:
    return _part(text, *found[0].span()) if found else None


def _behavior(text: str, low: str, kind: str) -> tuple[Part | None, bool]:
    """The first act of the student that somebody else could see, and whether only vague ones stand there."""
    vague = False
    for found in WILL.finditer(low):
        if STAFF_BEFORE.search(low, 0, found.start()):
            continue
        phrase = LEADS.sub("", found["act"])
        verb = phrase.split()[0] if phrase.split() else ""
        if _seen(verb, phrase, low[found.end() :], kind):
            begin = found.end("act") - len(phrase)
            return _part(text, begin, found.end("act")), False
        vague = True
        by = BY_DOING.search(low, found.start())
        if by and by[1] not in words("not_acts_ing"):
            return _part(text, *by.span(1)), False
    done = DONE.search(low)
    if done and done[1].removesuffix("es").removesuffix("s") not in words("not_acts"):
        return _part(text, *done.span(1)), False
    change = CHANGE.search(low)
    if change and COUNTED.search(low, change.start()):
        return _part(text, low.rfind(".", 0, change.start()) + 1, change.start()), False
    hopes = HOPES.search(low) if kind == "postsecondary" else None
    if hopes and hopes[1] not in words("not_acts") - {"attend", "work", "study"}:
        return _part(text, *hopes.span(1)), True
    opens = OPENS.match(low)
    if opens and (opens["act"] in words("open_acts") or opens["act"].removesuffix("s") in words("open_acts")):
        return _part(text, *opens.span("act")), False
    return None, vague


# What goes up or down is an act where it is counted.
COUNTED = re.compile(
    r"\d\S* (?:incidents?|minutes?|seconds?|feet|times|words|steps|instances|wpm|laps|bites|days)\b|\bmlu\b"
)
HOPES = re.compile(r"\b(?:hopes to|plans to|wants to|would like to|intends to|may|might) (go to|[a-z]+)\b")
UNSURE = re.compile(r"\b(?:hopes?|wants?|plans to|would like|thinks|may|might)\b")
# "Will get five minutes with the guinea pig after she completes ten problems": the act stands behind the reward.
DONE = re.compile(r"\bwill (?:get|earn|receive)\b[^.;]*\b(?:after|when|if|once) (?:he|she|they) ([a-z]+s)\b")


def _seen(verb: str, phrase: str, rest: str, kind: str) -> bool:
    """Another adult could see or count it."""
    said = f"{phrase} {rest[:60]}"
    if verb == "be":
        return bool(
            re.match(
                r"be (?:\w+ly )?(?:in (?:his|her|their|the) (?:\w+ ){0,3}(?:seat|chair|room|line|place|class)|"
                r"seated|on time|at (?:his|her|their)|present|employed|enrolled|hired)",
                said,
            )
        )
    if VAGUE_AFTER.match(said):
        return False
    if kind == "postsecondary" and verb in {
        "work",
        "receive",
        "obtain",
        "get",
        "attend",
        "earn",
        "gain",
        "have",
        "participate",
        "go",
        "act",
        "continue",
    }:
        return not re.match(r"(?:continue to be|get better|gain (?:skills|experience)|work on|work toward)", said)
    if verb in {
        "make",
        "get",
        "go",
        "do",
        "work",
        "use",
        "keep",
        "move",
        "attend",
        "act",
        "have",
        "try",
        "focus",
        "meet",
        "earn",
        "perform",
    }:
        return not VAGUE_WITH.match(said)
    return verb not in words("not_acts")


ATTITUDE = re.compile(
    r"\b(?:understand|know|value|respect|appreciate|be (?:responsible|motivated|more|kind|safe|organized)|"
    r"have (?:a )?(?:better|good|positive)|"
    r"develop|(?:demonstrate|show|display|exhibit) (?:\w+[ -]){0,3}?(?:knowledge|understanding|awareness|"
    r"attention|habits|attitude|respect|responsibility|skills?\b(?! by)|behavior|self-control|effort|"
    r"empathy)|"
    r"use (?:his|her|their) time wisely|make good choices|be developed|make progress|believe|enjoy|feel)"
)


def _criterion(text: str, low: str, baseline: Part | None, timeframe: Part | None, unseen: bool) -> Part | None:
    # "From 12 to 3": the first number is where it begins, the second one what is wanted.
    change = CHANGE.search(low)
    if change:
        return _part(text, *change.span("wanted"))
    if unseen and ATTITUDE.search(low):
        return None
    for found in CRITERION.finditer(low):
        if any(part and part.start <= found.start() < part.end for part in (baseline, timeframe)):
            continue
        return _part(text, *found.span())
    return None


SUPPORT = re.compile(
    r"prompt|cue|remind|model|help|assist|support|checklist|check-?in|organizer|chart|visual|calculator|"
    r"device|partner|buddy|adult|frame|stem|software|paper|card|"
    r"template|ruler|timer|headphone|schedule|picture|photo|video|audio|tablet|tile|manipulative|"
    r"number line|grip|board|list|bank|notes|passage|text|print|"
    r"script|story|example|worked|directions?|choice|break|seat|cushion|watch|app|recorder|coach|guide|"
    r"strip|map|keyboard|word[- ]prediction|sheet|tool|"
    r"access|wait time|extra time|visuals|signal|peer (?:model|helper|tutor)|small group|one-on-one|1:1|"
    r"quiet|whole[- ]class|group|stimul|probe|topic|set of|fading|light|verbal|gestur|physical|switch|"
    r"speech-generating|aac|interpreter"
)
SETTING = re.compile(
    r"(?:in|at|on|during|from) (?:a |an |the |her |his |their )?(?:[\w-]+ )?(?:small group|quiet|co-taught|"
    r"whole|math class|science|lunch|recess|hallway|cafeteria|library|gym|worksite|store|kitchen|pool|"
    r"water|weekly|morning|art|music|group|independent|unstructured|structured|class|conversation|therapy|"
    r"session|sessions|talks|parking lot|bus)"
)


# What follows these is a condition wherever it stands; the others need the place before the act, or a support.
ALWAYS_GIVEN = {
    "when", "given", "provided", "presented", "shown", "offered", "handed", "using", "while", "without", "whenever",
    "if", "upon", "listening", "wearing", "riding", "sitting",
}  # fmt: skip
PLACES = {"in", "at", "on", "during", "after", "through", "from", "beside", "between", "next", "working"}
AFTER_DOING = re.compile(r"after (?:first )?[a-z-]+ing\b")
CHOICES = re.compile(r"from (?:a |an )?(?:field|array|set|choice|selection|pair|list|group|menu) of")
TALKS = re.compile(r"in \d+-minute \w+")


def _overlapping(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Each match, and those that begin inside another one: "before speaking during group reading"."""
    found = pattern.search(text)
    while found:
        yield found
        found = pattern.search(text, found.start() + max(len(found[0].split(" ", 1)[0]), 1))


def _opens_condition(said: str, before_act: bool, before: str) -> bool:
    opens = said.split()[0]
    if CHOICES.match(said):
        return True
    if NO_CONDITION.match(said):
        return False
    if opens in ALWAYS_GIVEN or AFTER_DOING.match(said) or TALKS.match(said):
        return True
    if opens == "with":
        return bool(SUPPORT.search(said)) or before_act
    if before_act and opens in PLACES and "(" not in before[-12:]:
        return True
    if opens in {"during", "in", "at"} and SETTING.match(said):
        return True
    return opens in {"from", "on"} and bool(SUPPORT.search(said))


def _condition(text: str, low: str, *others: Part | None) -> Part | None:
    """Materials, setting, cue or support; neither how often nor what the act is done to."""
    first_will = low.find(" will ")
    for found in _overlapping(GIVEN, low):
        if any(part and part.start <= found.start() < part.end for part in others[:3]):
            continue
        said, before_act = found[0], found.start() < first_will
        if _opens_condition(said, before_act, low[: found.start()]):
            return _part(text, *found.span())
    return None


NO_CONDITION = re.compile(
    r"(?:in|at|on|during) (?:the )?(?:school|class|classroom|all settings|community|general education\w*)\W*$"
    r"|(?:with|at|in|within|for|after|on|from|through|between)\s+(?:at least |about |no fewer than )?(?:\d|"
    r"one |two |three |four |five |all |80|90|each |most )(?!\w* ?(?:verbal|gestural|visual|physical|"
    r"prompt|cue|model|adult|peer|step|-minute))"
    r"|with (?:\d+|\w+)\s*(?:%|percent)|with (?:accuracy|mastery|independence|peers|a peer|others|adults|"
    r"same)|from \d|when (?:he|she) feels like"
    r"|after (?:hs|high school|graduat|leaving|exit|school)|given (?:the )?(?:students?'?|his|her|"
    r"their) (?:deficits|needs|disability)|given (?:progress|by)|in (?:his|her|their) (?:own )?(?:homework|"
    r"words|completed)|in (?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december|spring|fall|winter|summer|one|nine|20)"
    r"|on (?:his|her|their) (?:afos|shoes|coat)|before (?:he|she|stopping|looking)|"
    r"through (?:the )?(?:year|june|may)|from (?:a|an|about|level|an average)\b|during her senior|"
    r"in (?:the )?(?:bathroom|community|line)"
)


REWARD = re.compile(
    r"\b(?:will (?:get|earn|receive)|then (?:earn|get)s?|gets? to|reward|afterward|as a reward|"
    r"for finishing|if (?:he|she) finishes|when (?:he|she) finishes|to earn|earns?)\b"
)
PLAIN_OWN = re.compile(
    r"(?:her|his|their) (?:strengths? and|strengths\b|eyes?\b|ears?\b|memory\b|interests? (?:inventory|"
    r"survey))"
)


# "Using his knitting patterns": what is the student's own and no tool that anybody would be given.
OWN_THING = re.compile(
    r"\b(?:using|through|from|about|around|drawn from|built on|based on|taken from|inspired by|set in|with) "
    r"(?:his|her|their|(?!the |a |an )[a-z]+['’]s) (?:own )?(?P<thing>[a-z-]+(?: [a-z-]+){0,2})"
)
GIVEN_THINGS = re.compile(
    r"\b(?:checklist|device|chair|seat|desk|planner|schedule|binder|glasses|walker|wheelchair|aac|tablet|"
    r"computer|laptop|words?|"
    r"work|homework|writing|assignments?|teacher|aide|peers?|class|classmates|iep|plan|speech|voice|hands?|"
    r"fingers?|eyes?|body|"
    r"mouth|feet|legs?|arms?|head|name|notes?|notebook|log|journal|book|books|text|passages?|level|grade|"
    r"needs?|deficits?|"
    r"disability|behavior|team|parents?|mother|father|family|locker|backpack|folder|strateg\w+|skills?|"
    r"supports?|accommodations?|"
    r"organizer|calculator|keyboard|switch|brace|afos|orthotics|cane|braille|hearing|fm|system|timer|break|"
    r"card|cards|chart|"
    r"board|visuals?|pictures?|story|script|list|steps|goals?|data|average|score|baseline|current|present|"
    r"last|first|previous|"
    r"scheduled|assigned|daily|weekly|instructional|general|special|home|room|bus|lunch|signature|address|"
    r"phone|money|id)\b"
)
# "The garden, which she helps run", "the strip he draws".
OWN_DOING = re.compile(
    r"\b(?:which|that|who|where)? ?(?:he|she|they) (?:already |now |also )?(?:helps? (?:run|lead|coach|"
    r"teach|care)|runs|leads|coaches|"
    r"draws|built|builds|designed|designs|makes|invented|collects|composes|films|photographs|plays in|"
    r"sings in|performs|grows|"
    r"raises|volunteers|teaches|manages|edits|announces|picks?|chooses?|chose|selects?|selected|"
    r"finds? funny|follows|admires)\b"
)


def _strength(text: str, low: str, behavior: Part | None) -> Part | None:
    """This student's strength, interest or choice as the way to the skill; a reward afterward is none."""
    found_all = [
        *LOVES.finditer(low),
        *(found for found in OWN_THING.finditer(low) if not GIVEN_THINGS.search(found["thing"])),
        *OWN_DOING.finditer(low),
    ]
    for found in sorted(found_all, key=lambda one: one.start()):
        begin = low.rfind(".", 0, found.start()) + 1
        end = low.find(".", found.end())
        sentence = low[begin : end if end > 0 else len(low)]
        if (
            REWARD.search(sentence)
            or PLAIN_OWN.match(found[0])
            or (" will " not in sentence and not (end > 0 and " will " in low[end : end + 120]))
        ):
            continue
        return _part(text, *found.span())
    return None
