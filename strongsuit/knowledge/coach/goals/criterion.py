"""How much is enough: a number, rate, duration or list of required elements that fits the act."""

import re

from strongsuit.knowledge.coach.goals.shapes import CHANGE, NUMBER, Part, either, inside, one_of, part, wanted

AT_LEAST = (
    r"(?:at least|at most|no more than|no fewer than|a minimum of|up to|fewer than|less than|more than|under|within|"
    r"for|in|at|to)"
)
CRITERION = one_of(
    # "8 of 10 lessons", "9/10", "4 days out of 5"
    rf"\b(?!(?:once|twice) (?:in|out) )(?:{NUMBER})\s*(?:of|out of|/|in)\s*(?!20\d\d\b)(?:the\s+)?(?:{NUMBER}|"
    rf"\w+)\b(?:\s+\w+){{0,2}}",
    rf"\b(?:{NUMBER}) \w+ (?:of|out of) (?:{NUMBER})\b",
    # "80 % accuracy", "at or above the 30th percentile"
    r"\b\d+(?:\.\d+)?\s*(?:%|percent\b)(?:\s+(?:accuracy|of \w+(?: \w+)?|correct|independence))?",
    r"\b(?:at|above|at or above|to|reach) the \d+(?:st|nd|rd|th) percentile",
    # "within 2 minutes", "at least 3 sentences"
    rf"\b{AT_LEAST}\s+(?:{NUMBER})\s*-?\s*(?:\w+[ -]){{0,3}}?{either('goal_units')}\b",
    rf"\b(?:{NUMBER})\s+(?:\w+[ -]){{0,2}}?(?:words? (?:correct|per|a) |wpm|wcpm|correct (?:words|digits|letter)|"
    r"times (?:a|per|each|in)|points|or (?:more|higher|better|fewer|less|above)|consecutive|times|trials|"
    r"days (?:a|per|in)|minutes or|nights|mornings|days a week|x (?:a|per))\b\w*",
    # "30 digits correct per minute", "10 comments a day", "15+ hours a week"
    rf"\b(?:{NUMBER})\+?(?: (?!will\b)[\w-]+){{1,3}}? (?:correct|right|per|a|an|each|every) (?:minute|"
    rf"hour|day|week|month|session|"
    r"shift|class|period|lesson|visit|meal|game|page|turn)\b",
    r"\b(?:half a|a) mile\b|\b(?:to|of) an? \d\.\d+\b",
    rf"\b\d+ (?:per|an?|each|every) (?:minute|hour|day|week|month|session|shift|class|period|lesson|visit|meal|game|"
    rf"page|"
    rf"turn|morning|night)\b|\bby (?:at least )?{NUMBER} (?:grade )?(?:years?|levels?|points?|words|percent)\b",
    rf"\b(?!all|every|each|both|half){NUMBER} (?:aloud|correctly|of them)\b",
    rf"\ball but (?:{NUMBER})|\b\d+x\b|\b(?:score|level|rating|rit|lexile) (?:of )?(?:{NUMBER})",
    r"\b(?:twice|once) (?:a|per|each|every) \w+",
    r"\bwith (?:no|zero) (?:errors?|mistakes?|spills?|falls?|prompts?|help)\b|"
    r"\bwithout (?:any )?(?:errors?|prompts?|help|reminders?|assistance)\b",
    r"\b\d+/(?!20\d\d\b)\d+\b(?!/)",
    # "five sentences", "two likenesses and two differences"
    rf"\b(?:{NUMBER})\s+(?:different |complete |full |correct |single |new |original |[\w-]+ ){{0,2}}"
    rf"{either('goal_counted')}\b",
    # Required elements one after the other serve as the criterion.
    r"\b(?:including|that (?:has|includes|tells)|containing) (?:a |an |the |at least )?[\w' -]{2,40}, "
    r"(?:a |an |the |at least )?[\w' -]{2,40}, (?:[\w' -]{2,40}[, ] ?)?and [\w' -]{2,30}",
)
SCORE = re.compile(r"(?<!standard )(?<!scaled )(?<!reading )\bscor(?:e|es|ing) (?:of |at (?:or )?(?:least|above) )?\d")
LEAD = re.compile(r"(?:in|on|at|to|for|with) (?=\d+ ?(?:of|out of|/|%|percent))")
SHARE = re.compile(r"\d+ ?(?:of|out of|/|in|%|percent)|\b(?:of|out of) (?:\d|ten|five|four)")
NO_CRITERION = re.compile(
    # What the task is made of, or how often a place is gone to, is not how much is enough.
    r"(?:with|in|on) (?:a|an|the|\d+|two|three)-(?:step|part|digit)|\d+ (?:days|times|hours) (?:a|per) week of\b"
)
# What is done so many times or made in such a number: "plan five trips", "label six feelings".
MADE = re.compile(
    rf"(?P<before>[a-z'-]+) (?:at least |up to |no fewer than )?(?P<said>(?!all|every|each|both|half|at|no){NUMBER}"
    r"(?: (?!or\b|of\b|out\b|and\b|to\b)[a-z'-]+){0,3}? (?P<thing>[a-z]{2,}s))\b"
    r"(?<!years)(?<!months)(?<!weeks)(?<!days)(?<!times)"
)
# Before a number these tell the place, the material or the time, and not what is made.
NOT_MADE = {
    "in", "on", "at", "for", "with", "of", "from", "across", "during", "over", "within", "after", "by", "given",
    "using",
    "between", "into", "through", "than", "is", "are", "was", "grade", "age", "level", "least", "to", "every",
    "next", "has", "last", "about", "a", "the", "his", "her", "their", "these", "those", "or",
}  # fmt: skip
ATTITUDE = one_of(
    r"\b(?:understand|know|value|respect|appreciate|be (?:responsible|motivated|more|kind|safe|organized|developed)|"
    r"have (?:a )?(?:better|good|positive)|develop|use (?:(?:his|her|their) time wisely|comprehension|"
    r"good|better|appropriate)|cooperate|pay (?:\w+ )?attention|make good choices|make progress|"
    r"believe|enjoy|feel|behave|comply|act (?:appropriately|responsibly|safely|respectfully)|grade equivalent)",
    r"\b(?:increase|improve|raise|build|reduce|decrease) (?:his |her |their )?(?:[a-z]+ ){0,2}?(?:tolerance|"
    r"self-esteem|confidence|"
    r"motivation|focus|engagement|independence|attitude|compliance|effort|frustration|anxiety|anger)\b",
    r"\bskills will be (?:developed|improved)",
    r"\b(?:demonstrate|show|display|exhibit) (?:\w+[ -]){0,3}?(?:knowledge|understanding|awareness|attention|habits|"
    r"attitude|appreciation|self-regulation|cooperation|perseverance|resilience|empathy|patience|discipline|"
    r"self-discipline|flexibility|enthusiasm|motivation|confidence|pride|concern|maturity|kindness|gratitude|respect|"
    r"repsect|responsibility|skills?\b(?! by)|behavior|self-control|effort|empathy)",
)


def criterion(text: str, low: str, baseline: Part | None, timeframe: Part | None, unseen: bool) -> Part | None:
    change = CHANGE.search(low)
    if change:
        return part(text, *wanted(change))
    attitude = unseen and ATTITUDE.search(low)
    begin = low.find(" will ")
    fitting = [
        found
        for found in CRITERION.finditer(low)
        if not low.endswith("grade equivalent of ", 0, found.start())
        and not inside(found.start(), baseline, timeframe)
        and not NO_CRITERION.match(low, found.start())
        # A percent on an attitude says nothing; things counted do: "know 20 new words".
        and (not attitude or _counted(found[0]) or SCORE.search(low, max(found.start() - 20, 0), found.end()))
        # "Given five sentences" is what is worked with.
        and not (found.start() < begin and _counted(found[0]))
    ]
    # "Both parts in 9 of 12 trials": the share decides, and not what it is a share of.
    best = min(fitting, key=lambda found: (not SHARE.search(found[0]), found.start()), default=None)
    if best is None:
        return _made(text, low, baseline, timeframe)
    lead = LEAD.match(low, *best.span())
    return part(text, lead.end() if lead else best.start(), best.end())


def _made(text: str, low: str, *others: Part | None) -> Part | None:
    """A number of things as what the act is done to."""
    begin = max(low.find(" will "), 0)
    for found in MADE.finditer(low, begin):
        if found["before"] not in NOT_MADE and not inside(found.start("said"), *others):
            return part(text, *found.span("said"))
    return None


def _counted(said: str) -> bool:
    return bool(re.fullmatch(rf"(?!all|every|each|both|half){NUMBER}\s+(?:[\w-]+ )*?{either('goal_counted')}", said))
