"""By when: a date or a span for reaching the goal, not how often it is tried."""

import re

from strongsuit.knowledge.coach.goals.shapes import MONTH, NUMBER, Part, first, one_of

DATE = (
    rf"(?:\d{{1,2}}[/-]\d{{1,2}}(?:[/-]\d{{2,4}})?|\d{{1,2}}/\d{{2,4}}|"
    rf"{MONTH}(?:\s+\d{{1,2}}(?!\d))?(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{MONTH}(?:\s+\d{{4}})?|"
    rf"20\d\d(?:\s?[-–]\s?\d{{2,4}})?)"
)
PERIOD = (
    r"(?:school year|year|iep(?: year| period| cycle)?|annual (?:review|iep|goal date|meeting)|semester|"
    r"trimester|quarter|marking period|reporting period|grading period|term|grade|annual|plan year|meeting|"
    r"graduation|exit(?! (?:ticket|slip|card)s?)|spring|fall|autumn|winter|summer|"
    r"weeks of instruction|instructional weeks|school(?! (?:social|nurse|psych|counselor|team|staff|"
    r"day|bell|starts|begins|store))|q[1-4]|"
    r"progress report|report card|birthday|holidays|conferences?|concert|testing|tryouts|recital|showcase|"
    r"exhibition|(?:science|art|job) fair|review|reevaluation|etr|ard|thanksgiving|halloween|new year|valentine|"
    r"hanukkah|ramadan|eid|diwali|christmas|easter|"
    r"(?:memorial|labor|veterans) day)"
)
BEFORE_DATE = (
    r"(?:the\s+|his\s+|her\s+|their\s+|this\s+|next\s+|end\s+of\s+|last day of\s+|close of\s+|time of\s+|"
    r"conclusion of\s+|completion of\s+|start of\s+|beginning of\s+|late\s+|early\s+|mid-?\s*)"
)
SPAN = r"(?:years?|months?|weeks?|semesters?|quarters?|trimesters?|iep year)"
LEAVING = (
    r"(?:graduat\w+|commencement|high school|hs|leaving school|exiting|exit|completion of high school|finishing "
    r"high school|"
    r"completing high school|school exit|leaving)"
)

TIMEFRAME = one_of(
    # "by the end of the school year", "no later than 3/15"
    rf"\b(?:by|before|no later than|on or before|until|through)\s*:?\s+{BEFORE_DATE}{{0,6}}"
    rf"(?:{DATE}|(?:\w+[ '’-]+){{0,4}}?{PERIOD}\b|age\s+\d+|the age of \d+|(?:first|second|third|fourth|"
    r"\d+(?:st|nd|rd|th))\s+(?:quarter|grade|semester|trimester|marking period)|years end\b)",
    # "by the end of algebra", "By when: 5/28", "within the IEP year"
    r"\bby (?:the )?(?:end|close|completion|conclusion) of (?!each|every|the (?:period|class|day|lesson|week|"
    r"session|hour|activity|"
    r"game|meal|task|page|story|line|song|walk|ride|meeting|shift|block|passage|text|book|sentence)\b)[^.,;:]{2,30}",
    rf"\b(?:by when|time ?line|time ?frame|date|due|deadline|target date|by|end date) ?[:=] ?(?:by )?(?:the "
    rf")?(?:end of )?(?:the )?"
    rf"(?:{DATE}|(?:\w+ ){{0,3}}?{PERIOD}\b)",
    r"\b(?:within|in|during|over|throughout) (?:the|this|his|her|their|one) (?:next )?(?:iep|plan|school|calendar|"
    r"academic) "
    r"(?:year|cycle|period)\b",
    rf"\b(?:by|before|on|until) (?:the )?(?:[a-z-]+(?:st|nd|rd|th)|first|second|third|last|end|middle|\d+(?:st|nd|"
    rf"rd|th)) (?:day |week |"
    rf"monday |friday )?of (?:the )?(?:{MONTH}|{PERIOD})",
    r"\b(?:after|once|when|upon|until|by the time) (?:[a-z]+ )?(?:finish(?:es|ing)|complet(?:es|ing)|leav(?:es|ing)|"
    r"exit(?:s|ing)|"
    r"graduat(?:es|ing)|ag(?:es|ing) out) (?:from |of )?(?:(?:the|his|her|their|this) )?(?:[a-z-]+ "
    r"){0,3}?(?:program|school|services|"
    r"transition|district|diploma|education|academy)\b",
    # "by tryouts in February", "by Friday, May 14", "by week 30", "at the annual review", "when school lets out"
    rf"\b(?:by|before|until|no later than) (?:the |his |her |their )?(?:[a-z]+,? ){{1,3}}?(?:(?:in|of|on) (?:late |"
    rf"early |mid-)?)?{DATE}",
    r"\bby week \d+|\bin \d+ (?:school|instructional) (?:days|weeks)\b|\bover the (?:coming|next) (?:school )?year\b",
    r"\b(?:at|for) (?:the |his |her |their )?(?:next )?(?:annual (?:review|meeting)|iep (?:meeting|review)|year's "
    r"end|end of (?:the )?(?:school )?year)\b",
    r"\bwhen (?:the )?(?:school(?: year)?|year|semester|term|quarter|summer) (?:lets out|ends|closes|begins|starts)\b",
    rf"\bcome {MONTH}|\b(?:this|next) (?:{MONTH}|spring|fall|winter|summer|june)\b(?=[^.;]{{0,200}}\bwill\b)|"
    rf"\b(?:in|for) {MONTH},? 20\d\d"
    rf"(?=[^.;]{{0,200}}\bwill\b)|\bwill\b[^.;()]{{1,160}}\b(?:in|next|for|this) (?:{MONTH},? 20\d\d|(?<=next "
    rf"){MONTH}|(?<=this )(?:spring|fall))",
    r"\b(?:summer|fall|spring|winter|year|month|week|months|years) (?:after|following) [^.,;]{0,40}?\b(?:school|"
    r"graduat\w+|diploma)\b",
    # Before the act nearly everything with "by" is a date: "By her fifteenth birthday, Mia will"
    r"(?:^|[.:] )by (?![a-z]+ing\b|using|means|way|herself|himself|\d+ ?(?:%|percent|points)|the way|hand\b|"
    r"name\b)(?:(?! (?:and|with|given|using|when|while|from|in) )[^.,;]){2,50}(?:,|(?= (?:and|with|given|using|when|"
    r"while|from|in) )) ?(?=[^.;]{0,120}"
    r"\b(?:will|shall)\b)",
    r"\b(?:once|years?|months?|soon) out of (?:high )?school\b",
    r"\b(?:during|over|within|through) (?:this|the|his|her|their) (?:iep|plan)\b|\bby the \d+(?:th|st|nd|rd) "
    r"(?:school )?(?:day|week)\b",
    rf"\b(?:ahead of|prior to|in time for|leading up to) (?:the |his |her |their )?(?:\w+ ){{0,2}}?(?:{DATE}|"
    rf"{PERIOD}\b)",
    r"\b(?:in|during) the (?:spring|fall|first|second|third|fourth|next|coming) (?:semester|term|quarter|trimester)\b",
    r"\bby the time (?!(?:the|his|her) (?:bell|timer|class|song|group|teacher|others?)\b)[^.,;]{3,60}",
    r"(?:^|[.:] )by (?:the|his|her|their|this|next) [^.,;]{2,40}? (?=[a-z-]+ will\b)",
    rf"\b{NUMBER} (?:weeks|months|years|year) (?:after|from) (?!the (?:start|direction|prompt))[^.,;]{{3,40}}",
    # "within 36 weeks"
    rf"\b(?:in|within|over|during|for|after)\s+(?:the\s+|the next\s+|the course of\s+|a period of\s+){{0,3}}"
    rf"(?:{NUMBER}|a|an|next)\s*-?\s*(?:school |calendar |instructional |consecutive |full )?{SPAN}"
    r"(?:\s+(?:of|after|from)\s+\w+(?:\s+\w+){0,4})?",
    # "after leaving high school"
    rf"\b(?:after|upon|following|on)\s+(?:\w+\s+){{0,4}}?{LEAVING}\b(?:\s+\w+){{0,3}}",
    r"\b(?:once|after|when) (?:he|she|they|[a-z]+) (?:graduates?|leaves?|exits?|finish(?:es)?|completes?|is done "
    r"with|are done with|"
    r"has finished|has left) (?:high )?school\b",
    r"\b(?:once|after|when|with) (?:(?:he|she|they) (?:has|have|earns?|gets?|receives?) )?(?:his|her|their|a|the) "
    r"(?:high school )?"
    r"diploma\b",
    r"\b(?:after|upon|following|on) (?:finishing|leaving|completing|exiting) (?:high )?school\b",
    r"\bonce (?:he|she|they) (?:graduates?|leaves?|exits?)\b",
    r"\bpost[- ](?:high )?school\b|\bpost[- ]graduation\b",
    # "this school year", "the 2026-2027 school year"
    r"\bthis (?:school |iep )?year\b|\bin one (?:school )?year\b|\bend of (?:the )?(?:school )?year\b",
    r"\bover the (?:school )?year\b|\bduring (?:his|her|their) (?:senior|junior|sophomore|freshman) year\b",
    r"\b(?:for|during|in|over) the 20\d\d\s?[-–]\s?\d{2,4} (?:school |iep )?year\b",
    rf"\bbetween now and {BEFORE_DATE}{{0,3}}(?:{DATE}|{PERIOD}\b)|\((?:due |by )?{DATE}\)\s*:",
    r"\bwhen (?:he|she|they)(?:'s|'re| is| are) (?:done|finished|out|through) (?:with |of )?(?:high )?school\b",
    # "due 5/9/26"
    rf"\b(?:target|goal|end|completion|due)(?: date)?:?\s*{DATE}|\b{DATE}\s*(?:target|goal) date",
)
NO_TIMEFRAME = one_of(
    r"\b(?:by|until|through|before) the end of (?:each|every)",
    r"\b(?:by|until) the end of the (?:period|class|day|lesson|week|session|hour)\b",
    r"\bbefore (?:leaving|the bell|class|speaking|starting|school\b(?! year))",
    # "in four weeks" says when, "for four weeks" and "each week for 6 weeks" how long it is to be kept up.
    rf"\b(?:for|over|after) (?:at least )?(?:{NUMBER}) ?(?:consecutive |straight )?(?:weeks|months|quarters)\b"
    r"(?! of (?:instruction|school|therapy|service))",
)
AGAIN_AND_AGAIN = re.compile(r"for (?:\w+ ){1,2}consecutive (?:weeks|months|quarters)")


def timeframe(text: str, low: str) -> Part | None:
    return first(
        text,
        (
            found
            for found in TIMEFRAME.finditer(low)
            if not NO_TIMEFRAME.match(low, found.start()) and not AGAIN_AND_AGAIN.match(low, found.start())
        ),
    )
