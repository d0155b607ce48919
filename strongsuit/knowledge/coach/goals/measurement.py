"""How it is recorded: a tool, product or record, and who keeps it."""

import re

from strongsuit.knowledge.coach.goals.shapes import MONTH, Part, either, first, one_of

STAFF = (
    r"(?:teacher|(?:teaching )?assistant|instructor|social worker|tutor|librarian|principal|psych|"
    r"monitor|staff|slp|slpa|ot|pt|cota|pta|tvi|tod|aide|para|paraprofessional|therapist|case manager|"
    r"counselor|"
    r"coach|nurse|(?:[a-z]+)?(?:educator|adviser|advisor|trainer|clerk|chef|employer|provider|boss|host|counsellor)|"
    r"(?:mr|ms|mrs|dr|mx)\. [a-z-]+|[a-z]{4,}ologist|intervener|interpreter|scribe|"
    r"team|mom|dad|mother|father|grandmother|parents?|owner|supervisor|psychologist|specialist|interventionist|bcba|"
    r"rbt)"
)
WRITTEN_DOWN = (
    r"(?:measured|recorded|documented|charted|tracked|assessed|evaluated|monitored|logged|verified|shown|scored|"
    r"tallied|collected|graphed|reported|counted|kept|checked|reviewed|marked|timed|initialed|evidenced|demonstrated|"
    r"indicated|filled (?:out|in)|stamped|signed|dated|spot-checked|graded|judged|plotted|filmed|videotaped|"
    r"photographed|rated|filed|entered|saved|noted|based)"
)
MEASUREMENT = one_of(
    # "as measured by ...", "recorded on ...", "kept in ..."
    rf"\b(?:as\s+)?{WRITTEN_DOWN}\s+(?:\w+\s+){{0,2}}?(?:by|on|in|with|through|via|using|"
    rf"from):?\s+(?!{MONTH}|\d|the end )[^.;,()]+",
    r"\bas (?:evidenced|shown|demonstrated|indicated|reported|seen) (?:by|in|on) [^.;]+|\baccording to [^.;]+",
    # "per SLP data"
    rf"\bper\s+(?:\w+[ '’-]+){{0,4}}?{either('goal_records')}\b",
    # "Data: daily sheet"
    r"\bobservation notes\b|\b(?:data(?: source| collection)?|measure(?:ment|d by)?|evaluation|eval|"
    r"progress|method|monitoring|source)"
    r"\s*[=:–-]\s*[^.;]+",
    # "on the math teacher's quizzes", "the attendance clerk's printout"
    rf"\b\w+['’]s? (?:[\w-]+ ){{0,3}}?{either('goal_records')}\b",
    # "work samples", "bathroom chart", "PT log"
    rf"\b(?:\w+[ '’-]+){{1,4}}{either('goal_records_named')}\b(?! (?:every|each|the|an?|his|her|all|how)\b)",
    r"\b(?:language samples?|running records?|(?:momentary )?time sampling|report card|evaluation form|work samples|"
    r"exit (?:slips|tickets)|rating (?:scale|form)|running data|chart review|student work|teacher observation|"
    r"informal assessment|curriculum[- ]based (?:measures?|measurement|assessments?)|cbm)\b[^.;]*",
    # "the aide will keep a tally", "SLP tally", "Teacher assessment"
    rf"\b{STAFF} (?:[\w-]+ ){{0,2}}?{either('goal_records')}\b",
    rf"\b{STAFF}s? (?:will |to )?(?:(?:weekly|monthly|daily) )?(?:keeps?|records?|charts?|logs?|tall(?:y|ies)|tracks?|"
    r"checks?|graphs?|collects?|times?|counts?|notes?|initials?|scores?|files?|re-?administers?|marks?|rates?|"
    r"films?|videotapes?|jots?|enters?|writes?) "
    r"(?:and \w+ )?(?:an? |the |each |every |how |it |from |with |against |them |down |one |two |on |data|samples|"
    r"progress|distance|"
    r"frequency|monthly|weekly|"
    r"daily|scores?)[^.;]*",
    rf"\b{STAFF}s? (?:will|to|shall) (?:time|keep|count|graph|note|record|chart|log|tally|track|check)\b[^.;]*",
    rf"\b{STAFF} [^.;,]{{1,60}} and (?:enters|records?|scores?|graphs?|keeps?|charts?|logs?|notes?|tall(?:y|ies)|"
    rf"saves|files|"
    r"counts?|times?|marks?|checks?)\b[^.;,]*",
    r"\b(?:teacher|staff|slp|district|therapist|clinician)[- ](?:made|created|designed|scored|kept|rated|graded|"
    r"collected|recorded) [^.;,)]+",
    r"\b(?:being|is|are|serves? as|as) (?:the|our) (?:record|measure|data source|measurement|evidence)\b",
    # "my case manager and I check the videos", "the vocational teacher's list", "which she marks on a card"
    r"\b(?:i|we) (?:will )?(?:keep|check|score|count|chart|record|graph|mark|log|rate|review|track|plot|watch) "
    r"(?:the|my|our|it|them|"
    r"each|every|how|together|a)\b[^.;]*",
    rf"\b{STAFF}'s? (?:[\w-]+ ){{0,3}}?(?:list|card|calendar|tracker|spreadsheet|form|graph|video|recording|count|"
    rf"tick mark|file|"
    r"roster|timesheet|planner|tally)s?\b",
    rf"\b{STAFF},? who (?:enters|records|marks|charts|logs|scores|graphs|notes|files|plots|initials|keeps) (?:it|"
    rf"them|each|the|every|a)\b[^.;]*",
    r"\b(?:which|and|that) (?:she|he|they|staff|we) (?:will )?(?:marks?|records?|charts?|logs?|scores?|graphs?|"
    r"notes?|tall(?:y|ies)|"
    r"enters?|files?|plots?) (?:it |them |each )?(?:on|in|from|at|each|every|with)\b[^.;]*",
    rf"\b(?:read|taken|pulled|drawn|figured|gathered) from (?:the |an? |his |her )(?:[\w'-]+ "
    rf"){{0,4}}?(?:{either('goal_records')}|"
    rf"{either('goal_records_named')})\b",
    rf"\b{STAFF}s? (?:records?|charts?|logs?|tall(?:y|ies)|graphs?|marks?|initials?) (?!down\b|off\b)[a-z]+[^.;]*",
    r"\bas (?:found|caught|logged|noted|kept|counted|heard) (?:in|on|by|from) [^.;]+",
    rf"\b{STAFF}s? (?:will )?(?:stamps?|signs?|grades?|dates?|photographs?|punches|plots?|ticks?|clicks?|reviews?|"
    rf"collects?|saves?) "
    r"(?:and [a-z]+ )?(?:each|every|the|all|it|them)\b[^.;]*",
    rf"\b{STAFF}s? (?:signing|marking|keeping|recording|charting|initialing|grading|scoring|logging|tallying|"
    rf"counting|noting|timing)\b[^.;]*",
    r"\b(?:is|are|gets?|being) (?:dated|signed|stamped|saved|graded|checked|scored|filed|graphed|collected|"
    r"reviewed|rated|transcribed|"
    r"recorded|counted) by [^.;]+",
    r"\b(?:complete|completes|fill out|fills out|fill in|fills in) an? (?:\w+ ){0,2}(?:rating scale|survey|"
    r"questionnaire|rubric|log)\b",
    rf"\b{STAFF}(?: [a-z]+){{0,3}}? (?:notes|times|tracks|counts|keeps|checks|charts|records|logs|graphs) (?!(?:in|"
    rf"to|time|out|on|that|how|if)\b)"
    r"[a-z]+[^.;]*",
    rf"\b{STAFF}s?'?s? (?:reviewing|checking|tracking|grading|collecting|initialing|watching|timing|count|timing|"
    rf"recording|reading)\b[^.;]*",
    rf"\b(?:read|reviewed|checked|audited|kept|scored) by (?:the |an? |his |her |their )?(?:[a-z]+ )?{STAFF}\b[^.;]*",
    rf"\bto (?:the |an? |his |her )?(?:[a-z]+ )?{STAFF} for (?:scoring|grading|review|checking)\b|\b{STAFF} "
    rf"(?:completes|audits|fills) "
    r"(?:out |in )?(?:the|an?|each|every) [^.;]*",
    # "on unit tests"
    r"\b(?:on|at|by|using|through) (?:the |all |each |weekly |end-of-unit |chapter |unit |a |\w+ ){0,4}"
    r"(?:tests|quizzes|exams|inventory|assessments)\b",
    r"\bprobes? given\b[^:;.]*|\(\w[^()]{0,60} report\)|\bscor(?:es|ed) (?:a |each )\w+[^.;]*",
    r"\bon the \w[^.;,]{0,60} (?:rubric|probe|checklist|assessment|test|scale|stopwatch)\b",
    r"\bmade by [^.;]*|\bgiven by [^.;]*|\brecorded on video\b",
    r"\busing an? (?:\w+ ){0,2}(?:chart|log|sheet|checklist|tally) kept by [^.;]*",
    r"\b(?:using|with) (?:the |an? )(?:[\w-]+ ){0,4}?(?:rubric|scale|assessment|data sheet|probes?|scoring guide)\b",
    rf"\b{either('goal_tests')}\b[^.;,]*",
    # "..., bathroom chart."
    r"(?:(?<=[,;(.–-] )|(?<=\())(?!(?:in|on|at|with|using|given|following|and|his|"
    r"her) )(?:[\w'’&-]+ ){1,4}?(?:charts?|sheets?|logs?|journals?|folders?|tall(?:y|ies)|checklists?|"
    r"rubrics?|data|reports?|notebooks?|"
    r"binders?|printouts?|tests?|quiz|quizzes|exams?|answer key|surveys?|office|"
    r"notes|records?|samples?|probes?|observations?)"
    r"(?=\s*(?:$|[.;,)]))",
    r"(?<=[.;,] )(?:gradebook|participation grade|portfolio|report card|data sheet|checklist|"
    r"observation|work samples|rubric|portfolio|tally|log|"
    r"quizzes|tests|journal)"
    r"(?=\s*(?:$|[.;,)]))",
    r"\bdata (?:is |are |will be )?(?:kept|taken|collected|recorded)\b[^.;]*",
)
# "Given a checklist" is what the student works with, not what is written down.
WORKED_WITH = re.compile(
    r"(?:given|using|with|reads?|open|copy|provided|when|following|uses?|use of|hit|from)\b"
    r"(?! (?:data|probes?|an? (?:\w+ ){0,2}(?:chart|log|sheet|checklist|tally) kept))"
)
SAYS_MEASURED = re.compile(
    rf"(?:{STAFF}s? (?:signing|marking|keeping|recording|charting|initialing|grading|scoring|logging|tallying|"
    rf"counting|noting)|"
    r"(?:read|taken|pulled|drawn|figured|gathered) from|(?:i|we) |(?:graphed|graded|judged|scored|checked|"
    r"tallied|timed|counted|kept|marked|initialed|verified|logged|reported|reviewed|rated) "
    r"by\b|as\b|per\b|measured|recorded|documented|charted|tracked|assessed|scored|monitored|according|data)"
)
WITH_INSIDE = re.compile(
    r"\b(?:with|using|given) (?:an? |the |his |her |their )?(?:[\w-]+ )?(?:checklist|rubric|log)\b"
)
# "Using a rubric, she will edit" is a tool; "will improve from 35 to 70 % using the writing rubric" a measure.
USED_TO_SCORE = re.compile(
    r"using (?:the |an? )(?:[\w-]+ ){0,4}?(?:rubric|scale|assessment|data sheet|probes?|scoring guide)\b"
)
GIVEN_BEFORE = re.compile(
    r"\b(?:given|using|with|provided|following|taped|complete|checks? off|keeper of) (?:an? |the |his |her |their )?"
    r"(?:[\w-]+ ){0,3}(?:and )?$"
)
# What an evaluation noted and where a cover is taped to is no record of the goal; nor is how it is told how often.
NO_MEASUREMENT = one_of(
    r"(?:noted|shown|reported|marked|collected|kept) (?:in|on|by|from) (?:his|her|their|the) "
    r"(?:evaluation|iep|plan|profile|notebook)\b",
    r"as measured by \d",
    r"measured (?:weekly|monthly|quarterly|daily)\W*$",
)


BY_THEN = re.compile(r"\b(?:by|before|until) (?:the )?(?:[\w-]+ ){0,2}$")
# In small letters these are something else.
CAPITAL_TESTS = re.compile(r"\b(?:MAP|STAR|NWEA)\b[^.;,]*")


def measurement(text: str, low: str) -> Part | None:
    said = first(text, (found for found in MEASUREMENT.finditer(low) if not _is_given(low, found)))
    return said or first(text, CAPITAL_TESTS.finditer(text))


def _is_given(low: str, found: re.Match[str]) -> bool:
    if NO_MEASUREMENT.match(found[0]) or (
        found[0].startswith("report card") and BY_THEN.search(low[max(found.start() - 30, 0) : found.start()])
    ):
        return True
    if USED_TO_SCORE.match(found[0]) and 0 <= low.find(" will ") < found.start():
        return False
    if SAYS_MEASURED.match(found[0]):
        return False
    if WITH_INSIDE.search(found[0]) or (found[0].startswith(("for ", "book ")) and " log" in found[0]):
        return True
    return bool(WORKED_WITH.match(found[0]) or GIVEN_BEFORE.search(low[max(found.start() - 40, 0) : found.start()]))
