"""A strength, interest, preference or choice of this student as the way to the skill."""

import re
from collections.abc import Iterator

from strongsuit.knowledge.coach.goals.shapes import Part, either, one_of, part
from strongsuit.knowledge.wordlists import words

HE = r"(?:he|she|they)"
HIS = r"(?:his|her|their|(?!the |a |an |it)[a-z]+['’]s)"
OFTEN = r"(?:already |now |also |so |most |really |always |often |once |has |have |helps? |helped |currently |both )"
LIKES = either("goal_likings")
ROUTE = (
    r"(?:using|through|from|with|about|around|on|in|by way of|based on|because of|thanks to|into|starting|leaning|"
    r"relying|drawing|building|tapping|connected to|tied to|linked to|related to|inspired by|set|set in|set to|given|"
    r"of|to|for|putting to use|growing|extending|featuring|starring|at|wearing|reading|during|via|where|and|,)"
)
# Anywhere in the sentence of the goal: what the student loves, made, picked or looks after.
LOVES = one_of(
    rf"(?<!when )(?<!if )(?<!after )(?<!until )(?<!before )(?<!once )(?<!how )\b{HE} {OFTEN}{{0,3}}{LIKES}\b[^.;,]*",
    rf"\b{HE} (?:is|are) (?:(?:very |so |really )?(?:good|great|best|strong|strongest|gifted|skilled|known|proud|"
    r"fascinated|passionate|drawn|happiest|talented|(?:the|our) (?:lead|head|chief|only|best|youngest)|(?:an? |our |the )(?:[\w-]+ )?(?:expert|natural|leader|artist|star)))"
    r"\b[^.;,]*",
    rf"\b{HE} (?:{OFTEN})?(?:does (?:best|well)|knows? (?:best|well|by heart|so well|everything|every|all)|learns? best|"
    r"knows?\b(?= (?:from|inside)|,| already)|reads (?:and writes well|most|for fun)|does (?:on weekends|for|at)|"
    rf"dreams of|finds? funny|lives? for|looks? after|takes? pride|shines?|works on at home|does with)\b[^.;,]*",
    rf"\b(?:that|which|where|whom|because|since|as|given that|knowing that) (?:[\w-]+ ){{1,3}}?(?:loves|likes|adores|"
    r"prefers|enjoys|lives for|is best at|excels|dreams of|shines|is passionate|collects|knows every|knows best|drew|built|"
    r"invented|designed|chose|picked)\b[^.;,]*",
    rf"\bas {HE} (?:prefers?|likes?|asked|loves?|chose|does best)\b",
    rf"\bwho (?:dreams of|hopes to become|wants to become) [^.;,]*",
    rf"\b(?:music|movement|dance|singing|drawing|art|nature|water|humor|[\w-]+ing) (?:calms|soothes|motivates|relaxes) "
    r"(?:him|her|them)\b",
    rf"\b(?:matters to|brings out|taught by|means a lot to|most important to) (?:him|her|them)?\b[^.;,]*",
    rf"\b{HE} can (?:already|quote|name|recite|draw|build|play|sing|fix|imitate)\b[^.;,]*",
    r"\bof (?:his|her|their) (?:home |native )?(?:island|country|village|culture|tribe|nation|homeland|heritage)\b",
    r"\b(?:photos|pictures|photographs|videos|films) (?:that )?(?:he|she|they) (?:takes|took|makes|made)\b[^.;,]*",
    r"\b(?:is|are) (?:his|her|their) (?:thing|life|world|jam|happy place|go-to|element)\b",
    r"\b(?:elected|chose|picked|nominated|voted|hired) (?:him|her|them)\b[^.;,]*",
    r"\b(?:where|that|because|since|when|which|as) (?:[\w-]+ ){1,2}(?:is|are|feels?) (?:(?:at )?(?:his|her|their) (?:best|"
    r"strongest|happiest)|strongest|happiest|proudest|most (?:at home|confident|fluent|comfortable|sure))\b",
    r"\bas (?:the|a|an) (?:one|person|student|boy|girl|oldest|youngest|eldest|only \w+)\b[^.;,]{0,40} who [^.;,]*",
    r"\b(?:taught|teaches) (?:him|her|them|himself|herself|themselves)\b",
    r"\b(?:self-chosen|student-chosen|self-selected|chosen by (?:him|her|them|the student)|hand-picked)\b[^.;]*",
    rf"\b(?:topic|topics|subject|book|books|song|story|passage|article|game|peer|partner|friend|person|character|"
    r"hobby|theme|project|text) of (?:his|her|their) (?:own )?(?:choice|choosing)\b",
    rf"\b(?:is|are|being) (?:his|her|their|what {HE}) (?:great |biggest |first )?(?:love|passion|strength|favorite|"
    r"interest|hobby|best|is best at|most wants?)[^.;]*",
    rf"\bwhat {HE} (?:most )?(?:likes?|loves?|wants? to talk|is best at|knows best|enjoys?)[^.;]*",
    rf"\bwhat {HE}(?:'d| would) (?:rather |do )[^.;,]*|\b{HE} and (?:his|her|their) [\w-]+ (?!will)[a-z]{{3,}}\b",
    rf"\b(?:use|put|uses|apply) (?:his|her|their) (?:[\w-]+ )?(?:skill|talent|gift|knack|eye|ear|love|passion) (?:of|in|for|with|at)\b",
    r"\bwas (?:his|her|their) (?:own )?idea\b|\ban? (?:area of )?strength (?:of (?:his|hers|theirs)|for (?:him|her))",
    r"\(an? (?:[\w-]+ )?strength\)|\(?(?:his|her|their) (?:strongest|best) (?:skill|subject|area|way|language)[^.;]*",
)
# Only on the way to the act, or set beside the thing: "using his love of maps", "chess, his passion".
OWN_LOVE = re.compile(
    rf"(?:{ROUTE} ?|[(,–-] ?|^){HIS} (?:own )?(?:[\w'-]+ (?:and [\w'-]+ )?){{0,3}}?{either('goal_loves')}\b(?! (?:inventory|survey))[^.;,]*"
)
OWN_GIFT = re.compile(
    rf"(?:{ROUTE} ?|[(,–-] ?|^){HIS} (?:own )?(?:[\w'-]+ ){{0,2}}?{either('goal_gifts')} (?:for|of|at|with|in|as|about)\b[^.;,]*"
    rf"|(?:using|through|on|to|with) (?:his|her|their) (?:strong|keen|excellent|good|sharp|great|wonderful|bilingual|vivid|"
    r"remarkable|artistic|musical|mechanical|visual|athletic|technical|advanced|amazing) (?:[\w-]+ ){0,2}?(?:skills?|"
    r"memory|sense|eye|ear|ability|abilities|talent|reasoning|thinking|learning|imagination|voice|vocabulary)\b[^.;,]*"
    r"|(?:using|through|on) the strong [^.;,]*"
)
OWN_LANGUAGE = re.compile(
    r"\b(?:his|her|their) (?:home|first|native|heritage|preferred|family's|mother) (?:language|tongue|way)\b[^.;,]*"
)
# "Using his knitting patterns": what is the student's own and no tool that anybody would be given.
OWN_THING = re.compile(
    rf"\b(?:using|through|from|about|around|putting|bringing|applying|turning|combining|sharing|showing|built on|based on|inspired by|set in|with|featuring|wearing|in|on|at) {HIS} "
    r"(?:own )?(?P<thing>[a-zà-ÿ'-]+(?: [a-zà-ÿ'-]+){0,2})"
)
# In and on and at lead to many places; to these as a student's own.
OWN_PLACE = re.compile(
    r"(?:[\w'-]+ )?(?:garden|sketchbook|comic|podcast|blog|channel|band|troupe|choir|studio|farm|business|club|workshop|"
    r"collection|church|kitchen|truck|garage|bakery|stand|barn|recipe|ranch|boat|drum|dance|mosque|temple)s?\b"
)
# "The fashion magazines she reads for fun": on the way to the act, nearly any doing of the student is the student's own.
OWN_DOING = re.compile(
    rf"(?P<before>[\w'-]+),? (?:(?:which|that|where|whom|something) )?{HE} (?:already |also |can already |can |once |has |"
    r"have |most )?(?P<verb>[a-z]+)(?P<after>[^,.;]{0,60})"
)
# What is done at home, for years or every evening is the student's own.
HABIT = re.compile(
    r"\b(?:never|always|anywhere|everywhere|every (?:day|evening|morning|night|weekend|summer|week|[a-z]+day)|weekends|"
    r"each (?:weekend|summer|evening|night|[a-z]+day)|at home|from home|after school|for (?:years|fun|pleasure)|"
    r"since \w+|by heart|on (?:his|her|their) own|all (?:day|summer)|in (?:his|her|their) (?:free|spare) time|by (?:himself|"
    r"herself)|(?:himself|herself|themselves)|with (?:his|her|their) (?:father|mother|grand\w+|uncle|aunt|family|cousins?|"
    r"brothers?|sisters?|dad|mom|friends?))\b"
)
NOT_BEFORE_HE = {
    "when", "after", "before", "if", "while", "until", "once", "as", "and", "or", "but", "so", "than", "then", "now",
    "currently", "whenever", "that", "time", "times", "day", "because", "since", "where", "how", "whether", "word",
    "words", "which", "level", "what", "unless", "though", "although", "by", "presently", "today", "present", "will", "problems",
}  # fmt: skip
# In the role of somebody: captain, keeper of the map.
ROLE = re.compile(
    r"\b(?:as|in the role of|in (?:his|her|their) role as|serving as|acting as|working as|playing the part of|while) "
    r"(?!(?:measured|recorded|documented|charted|noted|shown|reported|evidenced|scored|timed|kept|tracked|verified|judged|"
    r"observed|rated) )"
    rf"(?:the |a |an |our |[a-z]+'s |{HIS} )?(?:[\w'-]+ ){{0,3}}?{either('goal_roles')}\b[^.;,]*"
    r"|\bleading (?:the|his|her|a) [^.;,]*"
)
FAVORITE = re.compile(
    rf"\b(?:{HIS} (?:own )?(?:[\w-]+ )?|, an? )(?:favou?rite|beloved)\b[^.;,]*|\b(?:a|the) favou?rite of (?:his|hers|theirs)\b"
)
ON_THE_WAY = re.compile(r"(?:\b(?:about|from|with|using|in|of|on|at|through|via|to)|[,(–-]) ?$")
REWARD = re.compile(
    r"\b(?:will (?:get|receive)|then (?:earn|get)s?|gets? to|rewards?|afterwards?|reinforcers?|for finishing|"
    rf"first[^.;]{{0,30}}?,? (?:and )?then|(?:if|when|once|after) {HE} (?:finish|meet|complete|reach)\w*|to earn|"
    r"(?:may|can|will) then|and then (?:earn|get|choose|play|have|may)|then (?:may|will|can|get|choose|have)|may (?:choose|play|draw|have|use|pick)|"
    r"(?:earns?|earning|earned|receives?|and receive)\b(?! (?:at least |a (?:score|rating|grade|[a-d]\b)|\d+ (?:of|out|points"
    r"|%)|(?:a|an|at) \w+ (?:on|in)|credit))|something (?:he|she|they) enjoys?|free (?:choice )?time)\b"
)
# Said of what anybody may like or choose: no sign of this student's strength.
GENERIC = one_of(
    r"(?:his|her|their) (?:strengths? and|strengths\b(?! (?:in|at|with|as))|eyes?\b(?! for)|ears?\b(?! for)|memory\b|interests? "
    r"(?:inventory|survey))|(?:core|grip|upper body|hand|leg|muscle|pinch) strength",
    rf"{HE} (?:likes|prefers|picks|chooses|chose|picked|selects|selected),? ?(?:from the|between|one|an? (?:seat|pencil))?"
    r"(?= (?:class )?bin)",
)
COMMON_THING = re.compile(r"(?:grip|seat|pencil|headphones|tool|strategy|break|card|word|answer|task) (?:that )?$")
ABOUT_SUBJECT = re.compile(r"\b(?:will|shall)\b")
NOTE_OPENS = re.compile(r"\W*(?:(?:[\w &/-]{1,30})[.:)–-]\s+){0,6}(?P<act>[a-z]+)\b")
NOTE_WAYS = {"using", "given", "with", "through", "from", "in", "at", "on", "during", "as", "while", "after", "when"}


def strength(text: str, low: str) -> Part | None:
    """The first sign of it in a sentence that says what the student will do; a reward afterward is none."""
    for begin, end in _sentences(low):
        will = ABOUT_SUBJECT.search(low, begin, end)
        if REWARD.search(low, begin, end) or not (will or _is_note(low, begin, end)):
            continue
        found = min(_signs(low, begin, end, will.start() if will else end), default=None)
        if found:
            return part(text, *found)
    return None


def _sentences(low: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for stop in re.finditer(r"[.!?](?=\s+|$)|\n", low):
        yield begin, stop.start()
        begin = stop.end()
    yield begin, len(low)


def _is_note(low: str, begin: int, end: int) -> bool:
    """A sentence without "will" that tells an act, or the reason for the next sentence: not praise beside the goal."""
    opens = NOTE_OPENS.match(low, begin, end)
    if not opens:
        return False
    act = opens["act"]
    if act in {"because", "since"}:
        return bool(re.search(r"\bwill\b", low[end : end + 120]))
    return act in NOTE_WAYS or act in words("open_acts") or act.removesuffix("s") in words("open_acts")


def _signs(low: str, begin: int, end: int, will: int) -> Iterator[tuple[int, int]]:
    for found in FAVORITE.finditer(low, begin, end):
        # "Will request his favorite snack" is the thing asked for, not the way.
        if found.start() < will or ON_THE_WAY.search(low[max(found.start() - 9, 0) : found.start()]):
            yield found.span()
    for pattern in (LOVES, OWN_LOVE, OWN_GIFT, OWN_LANGUAGE):
        for found in pattern.finditer(low, begin, end):
            if not _is_generic(low, found):
                yield found.span()
    for found in OWN_THING.finditer(low, begin, end):
        if _is_own(found):
            yield found.span()
    for found in OWN_DOING.finditer(low, begin, will):
        if _tells_doing(found) and not COMMON_THING.search(found["before"] + " "):
            yield found.span()
    for found in ROLE.finditer(low, begin, will):
        yield found.span()


def _is_generic(low: str, found: re.Match[str]) -> bool:
    said = found[0].lstrip(" ,(–-")
    return bool(GENERIC.search(said) or COMMON_THING.search(low[max(found.start() - 30, 0) : found.start()]))


def _is_own(found: re.Match[str]) -> bool:
    thing = found["thing"]
    if found[0].split(" ", 1)[0] in {"in", "on", "at"}:
        return bool(OWN_PLACE.match(thing))
    named = re.split(r" (?:as|to|for|of|on|in|at|will|and|with|from)\b", f"{thing} ", maxsplit=1)[0].split()
    return bool(named) and not any(
        bit in words("goal_school_things") for word in named for bit in (word, *word.split("-"))
    )


def _tells_doing(found: re.Match[str]) -> bool:
    verb, after = found["verb"], found["after"].strip()
    if HABIT.search(f"{verb} {after}") and found["before"] not in NOT_BEFORE_HE:
        return True
    if found["before"] in NOT_BEFORE_HE or re.match(r"\d", after):
        return False
    # "Reads" and "writes" are what the goal is about, unless it is said when or what for.
    if verb in {"reads", "writes", "works", "shows", "says", "walks", "knows", "read", "puts"}:
        return bool(after) or verb in {"knows", "shows"}
    if verb in {"worked", "brought", "kept"}:
        return True
    return len(verb) > 3 and verb.endswith(("s", "ed", "ew", "ilt")) and verb not in words("goal_not_own")
