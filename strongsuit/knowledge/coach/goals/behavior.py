"""What the student does: the first act that another adult could see or count."""

import re

from strongsuit.knowledge.coach.goals.shapes import CHANGE, Part, either, one_of, part
from strongsuit.knowledge.wordlists import words

REACH = 200
WILL = re.compile(
    r"(?:\b(?:will|shall|is going to|'ll)|"
    r"^\W*(?:[\w/ ]{0,14}[.:)]\s*)?to)(?:, [^,.;]{1,120}(?:, [^,.;]{1,60})?,)?\s+"
    r"(?P<act>[a-z'’-]+(?:\s+[a-z'’/-]+){0,5})"
)
LEADS = re.compile(
    r"^(?:(?:help (?:him|her|them)(?: to)?|be(?= [a-z]{2,}ing\b)|be able to|continue to|begin to|start to|also|then|"
    r"not|independently|correctly|accurately|"
    r"verbally|orally|appropriately|successfully|consistently|both|learn how to)\s+|(?!apply|reply|"
    r"comply|supply|multiply|rely|fly)\w+ly\s+)+"
)
STAFF_BEFORE = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|coach)\.? [a-z'’-]+|\b(?:teacher|staff|slp|slpa|ot|pt|cota|tvi|aide|therapist|team|"
    r"counselor|case manager|specialist|parent|mom|data|probes?|progress|it|skills?|gradebook|handwriting|"
    r"mechanics))\s+$"
)
VAGUE_AFTER = re.compile(
    r"(?:respond|react|act|interact|communicate|behave|engage|deal|handle) (?:[a-z-]+ ){0,4}?(?:appropriately|"
    r"respectfully|"
    r"positively|maturely|responsibly|properly|better|well|effectively)\b|"
    r"[a-z]+ (?:[a-z]+ ){0,2}?with (?:more|better|greater|improved|increased|growing) |"
    r"(?:remain|stay|be|keep|feel) (?:calm|motivated|engaged|positive|focused|regulated|organized|confident|safe|"
    r"healthy|happy|kind)\b|"
    r"(?:raise|lift|bring up|boost|polish|refine|connect with|exercise (?:good|better)|extend|own|channel|apply|"
    r"harness|tackle|find) "
    r"(?:(?:his|her|their|a) )?(?:[a-z]+ )?(?:confidence|grades?|self-esteem|skills?|thinking|success|choices|"
    r"actions|energy|himself|"
    r"herself|themselves|potential|knowledge|judgment|social situations|peers|challenges|mood|level)\b|"
    r"(?:close the gap|catch up|lead by example|open up|take part|own up|carry (?:him|her|them)sel|make (?:great "
    r")?(?:strides|"
    r"connections|sense|meaning|gains)|navigate (?:social|friend|peer))|"
    r"(?:\w+ )(?:\w+ )?(?:better|more (?:fluent|effectively|appropriate\w*|independent\w*|organized)|"
    r"appropriately$|wisely|good choices|organized|responsib\w*|age[- ]appropriate)"
)
VAGUE_WITH = re.compile(
    r"(?:make (?:new |more )?friends|make (?:[\w-]+ ){0,2}?(?:progress|growth|gains)|make (?:good|better|"
    r"improvement|gains|safe|"
    r"positive|appropriate|growth|choices|wise)|"
    r"get (?:better|along|\d+ minutes)|go (?:up|down|from)|do (?:better|well|his best|her best|their best)|"
    r"work (?:on|toward|hard|to|with|at|in|independently$)|"
    r"use (?:(?:his|her|their) (?:time|strengths)|appropriate|good|better|kind|self-control|coping skills$|"
    r"comprehension)|"
    r"keep (?:trying|up|(?:his|her|their) \w+ (?:organized|neat|clean))|move (?:from|toward|up|beyond)|have |try |"
    r"take (?:responsibility|ownership|pride|care|initiative|(?:more|better|full) )|put forth |make an effort|"
    r"give (?:(?:his|her|their) best|effort|(?:more|full|better) )|stay (?:focused|calm|motivated|engaged)$|"
    r"pay (?:\w+ )?attention|do something|figure out what|come (?:for|from|by way|naturally|easily|out of)|show "
    r"(?:more|better)|"
    r"focus|meet |earn |perform |act |attend to|follow (?:the |all |school |class |classroom )*(?:rules|expectations))"
)
# Verbs that say nothing alone, with what makes them an act.
SEEN_WITH = re.compile(
    r"(?:show|demonstrate) (?:(?:his|her|their|all|the) work|(?:each|every|all|the) (?:\w+ )?steps?|"
    r"how to)\b|reduce (?:\w+ )?fractions?\b|plan (?:and \w+ )?(?:a|an|the|one|his|her|their|out|each|"
    r"\d)\b|"
    r"have (?:his|her|their|all|the) (?:[\w-]+ ){1,3}?(?:out|open|ready|on|packed|finished|done)\b|think aloud|pass "
    r"(?:the|a|an|out|his|her|notes) |"
    r"continue (?:a|an|the) |maintain (?:eye contact|a (?:conversation|topic|steady|grip|hold)|"
    r"(?:his|her|their) (?:seat|grip|balance|hold|place|position))|reach (?:for|toward|into|out) |"
    r"increase (?:his|her|their) mlu|control (?:his|her|their) (?:wheelchair|cursor|joystick|switch)|"
    r"act out |move (?:a|an|the|each|to the|between|his|her|their) |communicate (?:a|an|\d+|at least|two|his|her) |"
    r"prepare (?:a|an|his|her) |manage (?:a|his|her|their) (?:money|budget|checkbook)|do (?:a|\d+|all|each) "
)
MIGHT_BE_VAGUE = {"make", "get", "go", "do", "work", "use", "keep", "move", "attend", "act", "have", "try", "focus",
                  "meet", "earn", "perform", "follow", "take", "give", "pay", "put", "come", "figure"}  # fmt: skip
AFTER_SCHOOL = {"work", "receive", "obtain", "get", "attend", "earn", "gain", "have", "participate", "go", "act",
                "continue"}  # fmt: skip
NO_RESULT = re.compile(r"(?:continue to be|get better|gain (?:skills|experience)|work on|work toward)")
SEEN_BEING = re.compile(
    r"be understood (?:the first time|by|in|on)|"
    r"be (?:\w+ly )?(?:in (?:(?:his|her|their|the) (?:\w+ ){0,3})?(?:seat|chair|room|line|place|class)|"
    r"seated|on time|at (?:his|her|their)|present|(?:self-)?employed|enrolled|hired|paid|licensed|certified|"
    r"admitted|accepted|apprenticed)"
)
OPENS = re.compile(
    r"\W*(?:(?:[a-z0-9 &/-]{1,30})[.:)–-]\s+){0,6}(?P<act>[a-z]+)\b(?! (?:mastery|understanding|independence|"
    r"proficiency))"
)
# "By 5/1, hops on one foot": a note without "will" has its act after the date.
NOTED = re.compile(
    r"[,:–-] (?:(?:the )?(?!teacher|staff|aide|slp|team|peer|partner|adult|parent)[a-z'-]+ )?"
    r"(?:(?!always|across)[a-z]+ly )?(?!plans|hopes)([a-z]+s)\b"
)
# By its place any word in -s before an object is an act: "as table captain, readies his materials".
TOLD = re.compile(
    r"(?:^\W*|[,:;] )(?!this|is|his|was|has|does|needs|likes|always|plus|less|lots|as|us|its|thus|pages|means|"
    r"across|besides|"
    r"versus|whereas|perhaps|sometimes)(?P<act>[a-z]{3,}[^s\W]s)(?: and [a-z]+s)? (?:own|his|her|their|the|an?|it|"
    r"each|to|aloud|up|"
    r"out|off|on|down|\d+|one|two|three|four|five)\b"
)
BY_DOING = re.compile(r"\bby\s+(?:\w+ly\s+)?(?!spring|evening|morning|beginning)([a-z-]+ing)\b")
# What goes up or down is an act where it is counted.
COUNTED = re.compile(
    r"\d\S* (?:incidents?|minutes?|mins?|seconds?|secs?|feet|ft|times|words|steps|instances|wpm|wcpm|laps|bites|"
    r"days)\b|(?:\d+|one|two|three|four|five|six|ten) (?:a|an|per|each|every) (?:day|hour|week|class|period|session|"
    r"lesson|minute)\b|\bmlu\b|\bnumber of \w+|\b(?:sequences|digits|words|steps|requests|bites|laps|letters|"
    r"sounds|"
    r"sentences|facts|catches|signs|turns)\b|\bbehaviors?,? (?:\(|defined)"
)
THINGS = re.compile(rf"\b{either('goal_counted')}\b")
CHANGES = re.compile(
    r"(?:increas|decreas|improv|rais|reduc|go\b|mov|ris|grow|build|expand|extend|progress|climb|"
    r"double|advanc|lower|lessen|drop|gain|strengthen|enhanc|rate|average)"
)
PARENTS_HOPE = re.compile(r"\b(?:parents?|mother|father|family|mom|dad) (?:hopes?|wants?|wish(?:es)?|thinks?)\b[^.;]*$")
SO_MANY = re.compile(r"\d+ (?!points|levels|grades|percent|years|months)[a-z]{3,}s\b")
# Of these it has to be said what they look like.
UNTOLD = re.compile(
    r"\b(?:aggressi\w+|independence|outbursts?|meltdowns?|tantrums?|disruptive|(?:in)?appropriate|maladaptive|off[- "
    r"]task|"
    r"problem|negative|unsafe)\b(?! behaviors? (?:\(|such|like)| \()"
)
HOPES = re.compile(r"\b(?:hopes to|plans to|wants to|would like to|intends to|may|might) (go to|[a-z]+)\b")
# "Will get five minutes with the guinea pig after she completes ten problems": the act stands behind the reward.
DONE = re.compile(r"\bwill (?:get|earn|receive)\b[^.;]{0,120}?\b(?:after|when|if|once) (?:he|she|they) ([a-z]+s)\b")
SHOWN = one_of(
    r"\bwill show that [a-z'’-]+ (?!has\b|is\b|was\b|does\b|needs\b|feels\b|knows\b|understands\b)"
    r"(?P<act>[a-z]+(?:ed|s))\b",
    r"'s words (?P<words>will be understood)\b",
)


def behavior(text: str, low: str, kind: str) -> tuple[Part | None, Part | None]:
    """The act, and otherwise the vague words that stand in its place."""
    vague: Part | None = None
    for found in WILL.finditer(low):
        if STAFF_BEFORE.search(low[max(found.start() - 40, 0) : found.start()]):
            continue
        if PARENTS_HOPE.search(low, max(found.start() - 60, 0), found.start() + 1):
            continue
        phrase = LEADS.sub("", found["act"])
        if _seen(phrase, low[found.end() : found.end() + 60], kind):
            begin = found.end("act") - len(phrase)
            return part(text, begin, found.end("act")), None
        vague = vague or part(text, *found.span("act"))
        by = BY_DOING.search(low, found.start(), found.start() + REACH)
        if by and by[1] not in words("not_acts_ing"):
            return part(text, *by.span(1)), None
    return _otherwise(text, low, kind, vague)


def _otherwise(text: str, low: str, kind: str, vague: Part | None) -> tuple[Part | None, Part | None]:
    """An act that is said without "will": behind a reward, as a number that goes up, or at the head of a note."""
    shown = SHOWN.search(low)
    if shown:
        return part(text, *shown.span(shown.lastgroup or 0)), None
    done = DONE.search(low)
    if done and done[1].removesuffix("es").removesuffix("s") not in words("not_acts"):
        return part(text, *done.span(1)), None
    change = CHANGE.search(low)
    if (
        change
        and (vague is None or CHANGES.match(LEADS.sub("", vague.text.lower())))
        and (_counts(low, change.start()) or SO_MANY.search(low, change.start(), change.end() + 20))
    ):
        begin = low.rfind(".", 0, change.start()) + 1
        if not UNTOLD.search(low, begin, change.start()):
            return part(text, begin, change.start()), None
    hopes = HOPES.search(low) if kind == "postsecondary" else None
    if hopes and hopes[1] not in words("not_acts") - {"attend", "work", "study"}:
        return part(text, *hopes.span(1)), None
    opens = OPENS.match(low)
    if opens and _is_open(opens["act"]):
        return part(text, *opens.span("act")), None
    if not WILL.search(low):
        by = BY_DOING.search(low)
        if by and by[1] not in words("not_acts_ing") and not by[1].endswith(("thing", "string")):
            return part(text, *by.span(1)), None
        told = TOLD.search(low)
        if told and told["act"].removesuffix("s") not in words("not_acts"):
            return part(text, *told.span("act")), None
        noted = next(
            (one for one in NOTED.finditer(low) if _is_open(one[1]) or one[1].removesuffix("s") in words("seen_acts")),
            None,
        )
        if noted:
            return part(text, *noted.span(1)), None
    return None, vague


def _counts(low: str, end: int) -> bool:
    begin = low.rfind(".", 0, end) + 1
    will = low.find(" will ", begin, end)
    return bool(COUNTED.search(low, begin) or THINGS.search(low, max(will, begin), end))


def _is_open(verb: str) -> bool:
    return any(
        one in words("open_acts") or one in words("seen_acts") - words("not_acts")
        for one in (verb, verb.removesuffix("s"), verb.removesuffix("es"))
    )


def _seen(phrase: str, rest: str, kind: str) -> bool:
    """Another adult could see or count it."""
    said = f"{phrase} {rest}"
    verb = phrase.split(" ", 1)[0]
    if verb.endswith("ing") and verb not in {
        "bring",
        "sing",
        "ring",
        "swing",
        "string",
        "fling",
        "sling",
        "cling",
        "spring",
    }:
        return kind == "postsecondary" or verb not in words("not_acts_ing")
    if verb == "be":
        return bool(SEEN_BEING.match(said))
    if SEEN_WITH.match(said):
        return True
    if VAGUE_AFTER.match(said):
        return False
    if kind == "postsecondary" and verb in AFTER_SCHOOL:
        return not NO_RESULT.match(said)
    if verb in MIGHT_BE_VAGUE:
        return not VAGUE_WITH.match(said)
    return verb not in words("not_acts") and verb not in words("goal_vague")
