"""Where it stands today: the same behavior in the same unit."""

import re
from collections.abc import Iterator

from strongsuit.knowledge.coach.goals.shapes import CHANGE, MONTH, NUMBER, Part, one_of, part, wanted

COUNT = (
    r"(?:(?<!\d)(?!20\d\d\b)\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|"
    r"half|zero|all|once|twice)\b"
)
SEASON = r"(?:fall|autumn|spring|winter|summer)"
AGO = rf"(?<!the )last (?:month|year|quarter|semester|{SEASON[3:-1]})"
SHORT_MONTH = r"(?:sept?|oct|nov|dec|jan|feb|mar|apr|may|june|fall|spring|winter)"
TODAY = (
    r"(?:baseline|bl|b/l|base rate|plaafp|plop|pla?fp|presently|present levels?|present(?= ?[:=]| \d| performance| "
    r"average| rate)|current(?:ly)?(?: level| performance)?|"
    r"at (?:the time of )?(?:(?:this|the) )?(?:meeting|writing|review)|at (?:intake|baseline|entry|referral|"
    r"enrollment|screening|pre-?test)|today|now|averages|average (?:is|was|of)|(?:sept|"
    r"oct|nov|dec|jan|present|current|"
    r"fall)\.? average|starting (?:point|level)|pre-?test|at present|at this time|right now|"
    rf"so far|to date|as of (?:this writing|now|today)|as compared (?:to|with)|{AGO}|this (?:year|month|"
    rf"{SEASON[3:-1]})|at the start of the year|"
    rf"(?:in|as of|since) (?:{MONTH}|{SEASON}|the {SEASON})|{SHORT_MONTH}[a-z.]* (?:data|score|probe|"
    rf"baseline|benchmark|assessment|test))"
)
NOW = (
    rf"(?:now|at this point|at the moment|these days|so far|to date|{AGO}|"
    rf"(?<!the )last week|at present|presently|currently|today|at this time|this {SEASON})"
)
STUDENT = r"(?:he|she|they|student|who|it takes (?:him|her|them))"
DOES = (
    r"(?:does|do|completes?|earns?|has(?! \w+ed\b)|types?|wrote|writes|reads?|lasts?|uses?|used|"
    r"answers?|answered|makes?|made|"
    r"gets|got|asks|asked|raises|raised|begins|did|scores?|scored|solves?|solved|averages?|averaged|names?|named|"
    r"decodes?|decoded|walks?|walked|rates (?:himself|herself|themselves)|produces?|produced|counts?|spells?|spelled|"
    r"brushes|stays?|stayed|sits?|sat|identif(?:ies|ied)|joins?|joined|totaled|can|was at|is at)"
)
BASELINE = one_of(
    # "Baseline: 3 of 10", "currently he solves none"
    rf"\b{TODAY}\b(?:\.:)?(?:(?! will )[^.;]){{0,50}}?(?:(?:(?<!grade )(?<!age )(?<!room )(?<!level )|"
    rf"(?=\d\.\d)){COUNT}|no |never|none|not )[^.;),]*",
    rf"\({SHORT_MONTH}[a-z]*\.?:? ?{NUMBER}[^)]*\)|\({MONTH}:? ?(?:data:? ?)?{NUMBER}[^)]*\)",
    rf"(?:^|[;.(] ?){SHORT_MONTH}[a-z.]*: ?{NUMBER}[^.;)]*",
    # "3 of 10 now"
    rf"\b(?:none|{COUNT})(?:[-–]\d+)?(?: (?:of|out of) \d+)?(?:\s+\w+){{0,5}}?\s+{NOW}\b",
    r"(?:^|[.;(\n] ?)(?:(?:today's |current |entry )?level|start|at the start|before|then) ?[:=] ?[^.;)]+",
    rf"\(\d+[^)]{{0,60}} in {MONTH}\)|\bhas \d+[^.;,]{{0,60}}\bnow\b",
    r"(?:\b(?:show|shows|showed)|=) \d+[^.;]{0,60}\b(?:last|a day|per day|a week)[^.;]*",
    rf"\((?:\w+ ){{0,2}}?{NUMBER}[^)]{{0,60}}(?:data|now|baseline|last \w+|fall|spring)[^)]*\)",
    # "up from 40 %", "(from 2 of 10)", "compared with 5"
    rf"\bcompared (?:with|to) {NUMBER}[^.;]*",
    rf"\b(?:up|down|increase|increased|decrease|decreased|reduction|improvement|rise|an increase) from {NUMBER}[^.;]*",
    rf"\b(?:up |down )?from (?:a (?:score|level|rate) of |about |an average of |level |"
    rf"\w+ )?{NUMBER}\s*%?[^.;]{{0,60}}?"
    rf"\bto\b[^.;]{{0,60}}?{NUMBER}",
    rf"[(,;–-] ?(?:up |down )?from (?:about |only )?{NUMBER} (?:of|out of|in|%|percent|\w+ (?:a|per))[^.;)]*",
    rf"\bfrom {NUMBER}[^.;,]{{0,60}} in (?:{SEASON}|{MONTH})",
    # "he now types 12 words", "was at 1 of 5 in May", "(was 17 minutes)"
    rf"\b{STUDENT} (?:now |currently |presently |typically |usually )?{DOES} (?:this |it |about |only |so |for |at |"
    rf"\w+ )?(?:now )?(?:in |on |for |at )?{NUMBER}[^.;,]*",
    rf"[(;–-] ?(?:knows|has|does|gets|reads|writes|says|names|uses) (?:about |only )?{COUNT}[^.;)]*",
    r"\b(?:none|zero|0) (?:now|yet|so far|at present|today|currently)\b",
    rf"\b{COUNT} (?:of|out of) \d+[^.;)]{{0,15}} (?:as of|since|in) (?:{MONTH}|the fall|the spring)",
    r"\b(?:never|always|every time|not at all|rarely|hardly)\b[^.;]{0,20} (?:now|at present|currently|today)\b",
    rf"\b{COUNT} (?:a|an|per) \w+ {NOW}\b|\b{STUDENT} (?:is|was) (?!to )[^.;,]{{0,30}}?\d+(?:%| percent)[^.;,]*",
    rf"\bfrom (?:about )?{COUNT} (?:[\w-]+ )?(?:per|a|an|each) \w+|"
    rf"\bfrom an? (?:[\w-]+ )?(?:score|level|rate|average) of {COUNT}",
    # "Sora completes 3 of 10 items."
    rf"(?:^|[.;] )(?!(?:his |her |their )?(?:cousin|peer|class|brother|sister|friend|teacher|twin))(?:(?!will "
    rf")[a-z'’-]+ ){{1,2}}{DOES} (?:about |only )?(?:\d+ (?:of|out of|words|"
    rf"minutes|times|seconds)|none)[^.;]*",
    rf"\b(?:was|were) (?:at |only |about )?{NUMBER} (?:of|out of|minutes|seconds|words|%|times|feet|percent)[^.;,)]*",
    rf"\b{STUDENT} (?:made|did|had|used|asked|wrote|read) (?:none|no \w+)[^.;,]*",
    # "starting at 7 of 20", "7 of 20 is her level", "only 7 were right", "needs full help now"
    rf"\b(?:starting|beginning|moving|rising|growing|climbing|building|coming|up) (?:at|from) (?:about |only |a "
    rf")?{NUMBER}[^.;,]*",
    rf"\b{COUNT}(?: (?:of|out of|in) \d+|%| percent)?(?: \w+){{0,2}} (?:is|was) (?:his|her|their) [^.;,)]*",
    rf"\b{COUNT}(?: \w+)? were (?:right|correct|met|done|read|named|finished)\b[^.;,)]*",
    rf"\b(?:needs|needed|requires|does (?:this|it|so|that)|did (?:this|it|so|that)) [^.;,]{{3,60}} {NOW}\b",
    rf"[(\[](?:currently|now|baseline|present|at present|today)\b[^)\]]{{0,80}}?{COUNT}[^)\]]*",
    # "his fall median was 49", "Fall sample: 52%", "last measured: 5 steps"
    rf"(?:\b(?:{SEASON}|{MONTH}|current|present|first|last|latest|recent|opening|starting|initial|earlier|this "
    rf"{SEASON}'s) "
    rf"(?:[a-z-]+ )?|\b(?:his|her|their) (?!full|standard|scaled|iq|composite|cognitive|general)(?:[a-z-]+ "
    rf")?)(?:median|mean|average|score|sample|probe|best|rate|count|total|result|check|"
    rf"record|measure|reading|tally|screening|trial|try|attempt|time|level)s?(?: (?:was|is|were|are|stood at|came "
    rf"to|shows?|"
    rf"showed|had|has|of)|:| =|,)? (?:only |about |at )?{NUMBER}[^.;)]*",
    rf"\b(?:last|first|recently|previously|when last) (?:measured|recorded|counted|checked|seen|scored|timed|"
    rf"tested)[^.;)]{{0,30}}?"
    rf"{NUMBER}[^.;)]*",
    # "(cooperates in 40% of intervals)", "her first paragraph scored 1"
    rf"\((?:he |she |they )?(?:only |now )?(?!steps|sets|words|items|levels|pages|lists|trials|weeks|points|grades|"
    rf"lessons|units|"
    rf"parts|times|minutes|records|charts)[a-z]{{3,}}(?:s|ed) (?:in |on |at |to |about |only |with |by |an? |the |"
    rf"for )?{NUMBER}[^)]*",
    rf"\b(?:first|last|latest|recent|opening|{MONTH}|{SEASON}) (?:(?!will\b)[a-z'-]+ ){{1,8}}?(?:scored|had|showed|"
    rf"shows|was|were|got|earned|"
    rf"took|held|reached|stood|saw|found|put|gave|yielded|averaged|lasted|ran|came) [^.;)]{{0,30}}?{NUMBER}[^.;)]*",
    rf"(?:^|[.;(] ?)(?:{MONTH}|{SEASON}|first|last|latest|opening) [a-z]+(?: [a-z]+)? ?[:=] ?{NUMBER}[^.;)]*",
    rf"\b(?:has|had|puts?|finds?|found|shows?|showed) (?:him|her|them) at {NUMBER}[^.;)]*",
    rf"\b(?:{MONTH}|{SEASON})(?: [a-z]+){{0,3}}? (?:shows?|showed|has|had|gave|found|puts?),? (?:only |about "
    rf")?{NUMBER}[^.;)]*",
    rf"\b(?:in|on|at|from) (?:the |his |her )?(?:{MONTH}|{SEASON})(?: [a-z]+){{0,2}}, (?:only |about )?{NUMBER} "
    rf"(?:of|out of) {NUMBER}",
    rf"\b{NUMBER} (?:of|out of) {NUMBER} (?:is|was) where [^.;]{{1,40}}",
    rf"\b(?:he|she|they) (?:does|do|did) (?:it|this|so|that) (?:only |about )?{NUMBER}\b[^.;]*",
    r"[,(;–-] ?(?:up |down )?from \d+\b(?=[.;,)]|$)",
    rf"(?:^|[.;] )(?:(?!will)[a-z]+ )?can (?:already |only |now )*[a-z]+ (?!every|all)[^.;,:]{{0,40}}?{NUMBER}[^.;]*",
    r"\b(?:no|none|not one|not any|zero)\b[^.;,]{0,30} (?:yet|so far)\b",
    r"(?:^|[.;(] ?)(?:he|she|they) (?:now|currently|presently|still) (?!is |will|has an?|lives|attends|receives|"
    r"likes|enjoys|loves)"
    r"[a-z]+s\b(?! (?:some|many|most)\b)[^.;)]*",
    # "2 of 8 at baseline", "2 of 6 when first asked", "Today she snips the edge."
    rf"\b{COUNT}[^.;()]{{0,30}}? (?:at|in|on|for|as) (?:the |his |her )?(?:baseline|pre-?test|pretest|screening|"
    rf"intake|first probe|start(?! of))\b",
    rf"\b{COUNT}[^.;()]{{0,30}}? (?:when|at|the) (?:first|last) (?:asked|tried|tested|measured|checked|seen|counted|"
    rf"time|probe|try)\b",
    r"(?:^|[.;(] ?)(?:today|now|currently|presently|right now|at present|at the moment|for now),? [a-z'-]+ (?!is "
    r"working|is learning|"
    r"likes|enjoys|loves|attends|receives|qualifies|lives|has (?:an?|his|her) (?:iep|plan|"
    r"aide))(?!will)[a-z]+s\b(?! (?:some|a few|several|many|most)\b)[^.;)]*",
    # "up from the single words he uses", "against 4 in October", "Baseline = full prompts"
    r"\bup from [^.;)]{2,80}",
    rf"\b(?:against|versus|vs\.?|compared (?:with|to)) (?:the |an? |his |her |their )?(?:\w+ ){{0,2}}?{NUMBER}[^.;,)]*",
    rf"\b(?:against|versus|vs\.?|rather than|instead of|over) (?:the |an? |his |her |their )?"
    rf"(?:(?:current|present|usual|average) (?:\w+ ){{0,3}}?{NUMBER}|{NUMBER} [^.;,)]{{0,40}}(?:now|today|{MONTH}|"
    rf"{SEASON}))",
    r"\b(?:baseline|bl|starting point|currently|now|today) ?[:=] ?(?!will)[a-z][^.;)]+",
    r"\bcounts? to \d+ ?(?:now|today)?|\bit takes (?:him|her|them) [^.;]{0,30}now\b",
)
# The same measure told twice is one unit; otherwise the score of a test says nothing about the act.
OTHER_UNIT = re.compile(
    r"percentile|standard score|scaled score|grade equivalent|age equivalent|composite|\b(?:wida|wiat|pls|celf|wisc|"
    r"kbit|ktea|wj|ccc-2|basc|brief)\b"
)
# By when it is to be reached begins like where it stands: "by fall: 5 of 6".
WANTED_BEFORE = re.compile(r"\b(?:by|will|after|when|once|if|as|until|before|through|to) (?:the )?(?:\w+ )?$")


WILL = re.compile(r"\b(?:will|shall)\b")
NOW_SAID = re.compile(rf"\b{NOW}\b")
COUNTED = re.compile(rf"(?<!grade )(?<!age ){COUNT}")
WILL_OR_BY = re.compile(r"\b(?:will|shall|by (?:\d|the |next |end |spring|fall|may|june)|to be|grade|years? old)\b")
THINGS = re.compile(rf"{COUNT}(?: (?:of|out of|in) \d+)? (?P<thing>[a-z]{{3,}}s)\b")
SHARES = re.compile(r"\b(?P<much>\d+|none|one|two|three|four|five|six) (?:of|out of) (?P<of>\d+)\b")
AS_OFTEN = re.compile(
    r" (?:consecutive )?(?:days|sessions|weeks|times|trials|opportunities|classes|tries|probes|"
    r"lessons|mornings|occasions)\b"
)
STEP = re.compile(
    r"\b(?:cousins?|peers?|brother|sister|classmates|class|friends?|median|norms?|by|then|next|quarter|q\d|"
    r"objective|benchmark|will)\b[^.;]*$"
)
WORD = re.compile(r"[a-z]+")
SHARE = re.compile(r"\d ?(?:of|out of|in|/|%|percent)")
# A clause of its own that tells what the student does or did: "On a grade 3 passage, Liv reads 61 words a minute".
CLAUSE = re.compile(r"[^.;()|\n—]+(?:\.\d+[^.;()|\n—]*)*")
NOT_TODAY = re.compile(
    r"\b(?:will|shall|must|should|to be|by|mastery|criteri\w+|progress|trials? (?:is|are)|goal|target|objective|"
    r"(?:he|she|they) (?:may|might|earns?)|peers?|classmates|norms?|median|expected|benchmark is|cousins?|brother|"
    r"sister|friends?|"
    r"sibling|twin|full-scale|years old|services?|teacher|aide|staff|slp|para\w*|therapist|counselor|coach|mother|"
    r"father|records?|recorded|charts|charted|"
    r"logs|logged|keeps|collects?|collected|measured|reported|receives|reviewed|monitored|given)\b"
)
TELLS = re.compile(
    rf"\W*(?:(?:in|as of|on|during|this|last|right|so|at|with|from|when|for|since|after)\b[^,]{{0,80}}?(?:, | "
    rf"(?=(?:he|she|they) ))|"
    rf"{MONTH} )?(?:(?:the |his |her |their )?[a-z'-]+ (?:[a-z'-]+ )?)?"
    r"(?:(?:only|usually|now|still|typically|can|\w+ly) )*"
    r"(?P<verb>[a-z]{2,}(?:s|ed)|can|did|got|had|wrote|read|spoke|made|sat|ran|sang|said|told|found|took|went|"
    r"kept|began|spelt|held|knew|gave|drew|rode|stood|came|left|cut|put|hit) "
)
UNIT = re.compile(
    rf"{COUNT}(?:[ -](?:of|out of|in)[ -](?:the )?(?:last )?(?P<of>{COUNT})|/(?P<over>\d+)| ?(?P<percent>%|percent\b)|"
    r"(?: times?)? (?:an?|per|each|every) (?P<per>day|week|hour|minute|class|period|session|month|lesson)|"
    r"(?: (?:full|whole|complete|correct|single|of|the|his|her|their|different))* (?P<unit>[a-z]+))"
)


def _told_apart(low: str) -> Iterator[tuple[int, int]]:
    """Clauses beside the goal's own that tell what the student does, in a unit that the goal tells as well."""
    clauses = list(CLAUSE.finditer(low))
    goal = " ".join(one[0] for one in clauses if WILL.search(one[0]))
    units = {word.removesuffix("s") for word in WORD.findall(goal)}
    share = bool(SHARE.search(goal))
    things = {one["thing"] for one in THINGS.finditer(goal)}
    for clause in clauses if goal else ():
        if _is_today(clause[0], units, things, share):
            yield clause.start() + len(clause[0]) - len(clause[0].lstrip()), clause.end()


def _is_today(clause: str, units: set[str], things: set[str], share: bool) -> bool:
    if NOW_SAID.search(clause) and COUNTED.search(clause) and not WILL_OR_BY.search(clause):
        return True
    tells = None if NOT_TODAY.search(clause) else TELLS.match(clause)
    if not tells:
        return False
    if any(_in_unit(unit, units, share) for unit in UNIT.finditer(clause, tells.end())):
        return True
    return bool(COUNTED.search(clause, tells.end())) and not things.isdisjoint(WORD.findall(clause))


def _other_share(low: str) -> tuple[int, int] | None:
    """Of two shares of one whole the one that is not wanted is today's: 9 of 12, and elsewhere 4 of 12."""
    will = WILL.search(low)
    wanted_share = SHARES.search(low, will.end()) if will else None
    if wanted_share is None:
        return None
    for one in SHARES.finditer(low):
        parted = re.search(r"[,;.(]", low[min(one.end(), wanted_share.end()) : max(one.start(), wanted_share.start())])
        if (
            parted
            and one["of"] == wanted_share["of"]
            and not AS_OFTEN.match(low, one.end())
            and one["much"] != wanted_share["much"]
            and not STEP.search(low, max(one.start() - 40, 0), one.start())
        ):
            return one.span()
    return None


def _in_unit(unit: re.Match[str], units: set[str], share: bool) -> bool:
    if unit["of"] or unit["over"] or unit["percent"]:
        return share
    if unit["per"]:
        return unit["per"] in units
    return len(unit["unit"]) > 2 and unit["unit"].removesuffix("s") in units


def baseline(text: str, low: str) -> Part | None:
    """The level today in the unit of the goal: a score of another test says nothing about it."""
    for found in BASELINE.finditer(low):
        if found[0][0] not in "([" and WANTED_BEFORE.search(low[max(found.start() - 20, 0) : found.start()]):
            continue
        if all(low.count(test[0]) > 1 for test in OTHER_UNIT.finditer(found[0])):
            return part(text, *found.span())
    change = CHANGE.search(low)
    if change:
        return part(text, change.start(), wanted(change)[0])
    place = next(_told_apart(low), None) or _other_share(low)
    return part(text, *place) if place else None
