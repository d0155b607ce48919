"""What a strength has to say itself before it is given a role, a routine or a language: not a word in passing."""

ANY_CASE = r"(?i)"
ANIMALS = (
    r"\b(?:pets?|animals?|dogs?|cats?|chickens?|plants?|horses?|goats?|fish|rabbits?|birds?|hamsters?|garden|flowers|cows?|"
    r"chicks|calves|sheep|pigs?|turtles?)\b"
)
CARING = (
    r"\b(?:car(?:es|ing) for|tak(?:es|ing) care of|feed(?:s|ing)?|water(?:s|ing)?|walk(?:s|ing)?|look(?:s|ing)? after|"
    r"groom(?:s|ing)?|brush(?:es|ing)?|caretaker of)\b"
)
WITH_CHILDREN = (
    r"\b(?:teach|tutor|mentor|coach|babysit|help|read(?:s|ing)? to|look(?:s|ing)? after|gentle|patient|show|"
    r"play(?:s|ing)? with)\w*\b"
)
CHILDREN = r"\b(?:younger|little|kindergart\w+|toddlers?|bab(?:y|ies)|cousins?|preschool\w*|first graders?)\b"
MACHINES = r"\b(?:devices?|computers?|tablets?|phones?|laptops?|printers?|electronics|gadgets?|projectors?|tech\w*)\b"

# Roles.
LEADS = ANY_CASE + r"\b(?:leads?(?! to)|leading|leaders?|captains?|teach(?:es|ing)?|coach(?:es|ing)?|in charge)\b"
HAS_A_JOB = ANY_CASE + r"\b(?:chores?|jobs?(?! (?:appli|inter|search|fair|train))|in charge|responsible for)"
HELPS = (
    ANY_CASE + r"(?<!for )(?<!with )(?<!asks )\b(?:helps|helping|helpers?|volunteer(?:s|ing)?|assists)\b"
    r"|\b(?:to|can) help\b"
)
YOUNGER = f"{ANY_CASE}{WITH_CHILDREN}.*{CHILDREN}"
CARES_FOR = f"{ANY_CASE}{CARING}.*{ANIMALS}"
FIXES = ANY_CASE + r"\b(?:fix|repair|troubleshoot|mend)\w*\b.*" + MACHINES
REPORTS = ANY_CASE + r"\b(?:reporters?|photographers?|videographers?|interview(?:s|ing)?|yearbook|newspaper|camera)\b"

# Routines.
USES_A_LIST = (
    ANY_CASE + r"\b(?:us|keep|follow|check|mak|writ|fill|carr|open|run)\w*\b.*\b(?:checklists?|planner|schedule)\b"
)
STARTS_ALIKE = ANY_CASE + r"\b(?:start|begin)\w*\b.*\bsame\b"
ROUTINE = ANY_CASE + r"\broutines?\b"
DAILY = ANY_CASE + r"\b(?:every|each) (?:day|morning|night|evening|afternoon|week|lesson)\b|\bdaily\b|\brepeat"

# Others.
WANTS_TO = ANY_CASE + r"\b(?:want|dream|hope|plan)s?\b|\b(?:jobs?|careers?|college|apartment|future)\b"
# "Speaks Spanish" and "speaks two languages" are no dictation.
SPEAKS = r"\b(?:[Ss]peak|[Ss]ay|[Tt]ell|[Dd]ictat|[Tt]alk|[Aa]loud)\w*\b(?! [A-Z])(?! (?:two|three|another) )"
COUNTS = ANY_CASE + r"\b(?:counts|counting|tall(?:y|ies)|keeps? (?:the )?(?:score|count)|scorekeeper)\b"
SORTS = ANY_CASE + r"\b(?:sort|collect|organi[sz](?:es|ing))"
