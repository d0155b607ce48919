"""The ways a strength, interest, preference or choice is said in a goal."""

import re

from strongsuit.knowledge.coach.goals.shapes import either, one_of

# The student's name stands as these letters while a strength is looked for.
NAME = "ŋ"
HE = rf"(?:he|she|they|i|{NAME}+)"
NOT_FAMILY = (
    r"(?:teacher|class|school|aide|peer|partner|classmate|student|therapist|author|group|district|today|week|"
    r"counselor|character|year|state|company|nurse|slp|ot|pt|tvi|aide|store|child|adult|friend|other)"
)
HIS = rf"(?:his|her|their|my|{NAME}+'s?|(?!the |a |an |it|{NOT_FAMILY}['’]s)[a-z]+['’]s)"
OFTEN = r"(?:already |now |also |so |most |really |always |often |once |has |have |helps? |helped |currently |both )"
LIKES = either("goal_likings")
ROUTE = (
    r"(?:using|through|from|with|about|around|on|in|by way of|based on|because of|thanks to|into|starting|leaning|"
    r"turned|turning|bringing|relying|drawing|building|tapping|connected to|tied to|linked to|related to|inspired "
    r"by|set|set in|set to|given|"
    r"of|to|for|putting to use|growing|following|pursuing|feeding|out of|extending|featuring|starring|"
    r"at|wearing|reading|during|via|where|and|,)"
)
# Anywhere in the sentence of the goal: what the student loves, made, picked or looks after.
LOVES = one_of(
    rf"(?<!when )(?<!why )(?<!if )(?<!after )(?<!until )(?<!before )(?<!once )(?<!how )\b{HE} "
    rf"{OFTEN}{{0,3}}{LIKES}\b[^.;,]*",
    rf"\b{HE} (?:is|are) (?:(?:very |so |really )?(?:good|great|best|strong|strongest|gifted|skilled|known|proud|"
    r"fascinated|passionate|drawn|happiest|talented|(?:the|our) (?:lead|head|chief|only|best|"
    r"youngest)|(?:an? |our |the )(?:[\w-]+ )?(?:expert|natural|leader|artist|star)))"
    r"\b[^.;,]*",
    rf"\b{HE} (?:{OFTEN})?(?:does (?:best|well)|knows? (?:best|well|by heart|so well|everything|every|"
    rf"all)|learns? best|"
    r"knows?\b(?= (?:from|inside)|,| already)|reads (?:and writes well|most|for fun)|does (?:on weekends|for|at)|"
    rf"dreams of|finds? funny|lives? for|looks? after|takes? pride|shines?|works on at home|does with)\b[^.;,]*",
    r"\b(?:that|which|where|whom|because|since|as|given that|knowing that) (?:[\w-]+ ){1,3}?(?:loves|likes|adores|"
    r"prefers|enjoys|lives for|is best at|excels|dreams of|shines|is passionate|collects|knows every|"
    r"knows best|drew|built|"
    r"invented|designed|chose|picked)\b[^.;,]*",
    rf"\bas {HE} (?:had |has )?(?:prefers?|likes?|asked|loves?|chose|chosen|does best|requested|wished|wanted|"
    rf"suggested)\b",
    rf"\b(?:which|that|where|whom|who) (?:{HE} )?(?:already |now |also |has )?help(?:s|ed) (?:to )?[a-z]+[^.;,]*",
    r"\bwho (?:dreams of|hopes to become|wants to become) [^.;,]*",
    r"\b(?:music|movement|dance|singing|drawing|art|nature|water|humor|[a-z]{3,14}ing) (?:calms|"
    r"soothes|motivates|relaxes) "
    r"(?:him|her|them)\b",
    r"\b(?:matters to|brings out|taught by|means a lot to|most important to) (?:him|her|them)?\b[^.;,]*",
    rf"\b{HE} can (?:already|quote|name|recite|draw|build|play|sing|fix|imitate)\b[^.;,]*",
    r"\bof (?:his|her|their) (?:home |native )?(?:island|country|village|culture|tribe|nation|homeland|heritage)\b",
    r"\b(?:photos|pictures|photographs|videos|films) (?:that )?(?:he|she|they) (?:takes|took|makes|made)\b[^.;,]*",
    r"\b(?:is|are) (?:his|her|their) (?:thing|life|world|jam|happy place|go-to|element)\b",
    r"\b(?:elected|chose|picked|nominated|voted|hired) (?:him|her|them)\b[^.;,]*",
    r"\b(?:where|that|because|since|when|which|as) (?:[\w-]+ ){1,2}(?:is|are|"
    r"feels?) (?:(?:at )?(?:his|her|their) (?:best|"
    r"strongest|happiest)|strongest|happiest|proudest|most (?:at home|confident|fluent|comfortable|sure))\b",
    # ", ballet, her life", "where she is calmest", "a joke he wrote", "having mended radios at home"
    r"[(,–-] ?(?:his|her|their) (?:own |[\w-]+ )?(?:life|world|joy|pastime|thing|calling|craft|sport|"
    r"instrument|game|team|"
    r"hobby|hero|heroes)\b[^.;,]*",
    rf"\bwhere {HE} (?:is|feels) (?!weak|slow)[a-z]{{3,}}est\b",
    rf"\b(?:a|an|the|his|her) (?!fall|spring|winter|year)[a-z]+(?: [a-z]+)? (?:that |"
    rf"which )?{HE} (?:wrote|composed|made up)\b",
    r"\bhaving (?!trouble|difficulty)[a-z]+ [^.;,]{0,40}(?:at home|for years|for fun|with (?:his|her|their) [a-z]+)\b",
    r"\bwho has (?!struggled|needed|had|been)[a-z]+ed [^.;,]{0,40}(?:since|every|for years|all (?:his|"
    r"her|their) life)\b",
    rf"\b{HE} uses to (?:make|play|build|draw|create|sing|dance)\b",
    r"\bas (?:the|a|an) (?:one|person|student|boy|girl|oldest|youngest|eldest|only \w+)\b[^.;,]{0,40} who [^.;,]*",
    r"\b(?:his|her|their) (?:great[- ])?(?:grand\w+|aunt|uncle|cousins?|family|father|mother|dad|mom|"
    r"brother|sister|tribe|"
    r"church) (?:tells?|sings?|cooks?|makes?|grows?|raises?|plays?|keeps?|runs?|owns?|taught|started|"
    r"built|fishes|farms|"
    r"weaves|bakes)\b[^.;,]*",
    r"\b(?:taught|teaches) (?:him|her|them|himself|herself|themselves)\b",
    r"\b(?:self-chosen|student-chosen|self-selected|chosen by (?:him|her|them|the student)|hand-picked)\b[^.;]*",
    r"\b(?:topic|topics|subject|book|books|song|story|passage|article|game|peer|partner|friend|person|character|"
    r"hobby|theme|project|text) of (?:his|her|their) (?:own )?(?:choice|choosing|invention|making|design|"
    r"composition|creation)\b",
    r"\b[a-z]+ of (?:his|her|their) (?:own )?(?:invention|making|design|composition|creation)\b",
    rf"\b(?:is|are|being) (?:his|her|their|what {HE}) (?:great |biggest |first )?(?:love|passion|strength|favorite|"
    r"interest|hobby|best|is best at|most wants?)[^.;]*",
    rf"\bwhat {HE} (?:most )?(?:likes?|loves?|wants? to talk|is best at|knows best|enjoys?)[^.;]*",
    rf"\b(?:is|are|of|about|with|from) what {HE} (?!needs|has|is|was|said|reads?|read|hears?|will|did|learned|sees|"
    rf"wrote|"
    rf"does not|should|can)[a-z]{{3,}}[^.;,]*",
    rf"\bwhat {HE}(?:'d| would) (?:rather |do )[^.;,]*|\b{HE} and (?:his|her|their) [\w-]+ (?!will)[a-z]{{3,}}\b",
    r"\b(?:use|put|uses|apply) (?:his|her|their) (?:[\w-]+ )?(?:skill|talent|gift|knack|eye|ear|love|"
    r"passion) (?:of|in|for|with|at)\b",
    r"\bwas (?:his|her|their) (?:own )?idea\b|\ban? (?:area of )?strength (?:of (?:his|hers|theirs)|for (?:him|her))",
    r"\(an? (?:[\w-]+ )?strength\)|\(?(?:his|her|their) (?:strongest|greatest|best|biggest|finest) (?!(?:was|is|in|"
    r"at|to|on|and|with|effort|work|score|time|try)\b)[a-z]+[^.;]*",
    rf"\b{HE} (?:has|have) been (?!working|struggling|having|learning|receiving|missing|getting|trying|absent|seen|"
    rf"in |at |on |to |a )"
    r"[a-z]+(?:ing|ed)\b[^.;,]*",
)
BEST = (
    r"(?:at (?:his|her|their) (?:most|best|[a-z]+est)|(?!(?:weak|slow|low|hard|lat|larg|near|clos)est)[a-z]{3,}est\b|"
    r"most (?!upset|anxious|tired|frustrated|likely|dysregulated|at risk|in need|affected)[a-z]+|fluent|at ease|at "
    r"home|"
    r"(?:so |very )?proud|an? (?:natural|expert|master)|gifted|talented|skilled|confident)"
)
# How the student is, does and comes to things: "the way she understands best", "never tires of", "at his most patient".
BEST_SO = one_of(
    rf"\b{HE} (?:is|feels|works|learns|does|thinks|speaks) {BEST}[^.;,]*",
    rf"\b{HE} (?:is|are) an? (?:[a-z-]+ )?(?!learner|reader|writer|speaker|grader|teacher|student|member|walker|"
    rf"listener|younger|slower|"
    r"lower)[a-z]{3,}(?:ist|er|or|ian|fan|buff|lover|maker)\b[^.;]*",
    rf"\b{HE} (?:asks?|asked|begs|reaches|longs) for\b(?! (?:help|assistance|support|clarification|a break))[^.;,]*",
    r"\b[a-z]+ of (?:his|her|their) own\b(?=[,.;:)]|$| (?:to|for|and|as|in|that)\b)",
    rf"\b(?:is|are) (?:how|where|what|when) {HE} (?!is\b|was\b|will\b|needs|struggles|has\b)[a-z]{{3,}}[^.;]*",
    r"\bthe (?:vehicle|route|way in|bridge|path|hook|setting|material|topic|key|door) (?:is|are|will be) (?:his|her|"
    r"their)\b[^.;]*",
    rf"\bthe (?:one|only) (?:thing|place|time|subject|activity|topic|person|book|game) (?:that |where |when "
    rf")?{HE}\b[^.;,]*",
    rf"\b{HE} says? (?:it )?(?:clears|helps|calms|makes|keeps|is) [^.;,]*",
    rf"\b(?:guided|driven|led|inspired|fueled|fed|sparked|shaped) by (?:an? |the |his |her |their )(?:[a-z]+ "
    rf")?{either('goal_loves')}\b[^.;,]*",
    rf"\b{HE} most (?:wants|likes|loves|enjoys|trusts|admires|often asks)\b[^.;,]*",
    rf"\b(?:chosen|elected|picked|nominated|voted|selected) by {HIS} [^.;,]*",
    rf"\b{HIS} (?:first[- ]choice|top[- ]choice|chosen|beloved|treasured|prized|cherished|self-chosen|hand-picked) "
    rf"[a-z]+[^.;,]*",
    rf"\b[a-z]+ (?:that |which )?{HE} (?:is|are) (?:writing|building|making|designing|composing|filming|drawing|"
    rf"raising|training|"
    r"restoring|coding|collecting|growing|knitting|sewing|planning to)\b[^.;,]*",
    rf"\b{HE} would (?:live|spend|do|play|talk|read|stay|watch|listen|draw|build)\b[^.;,]*\b(?:all|if|every|forever|"
    rf"hours|rather)\b[^.;,]*",
    rf"\bwhere {HE} [a-z]+s (?:most|best|freely|longest|loudest|easily)\b[^.;,]*",
    r"\b(?:is|are|becomes?|serves? as|will be|makes?) (?:the|his|her|their|an?|our) (?:[a-z]+ )?(?:route|way|path|"
    r"bridge|key|vehicle|"
    r"starting point|door|doorway|hook|entry|springboard|ladder|engine|medium|anchor|scaffold|road) (?:to|into|in|"
    r"for|on|toward)\b[^.;,]*",
    r"\b(?:carry|carries|power|powers|drives?|feeds?|anchors?|opens?|fuels?) (?:his|her|their) (?:[a-z]+ )?(?:work|"
    r"reading|writing|speech|"
    r"math|practice|learning|speaking|language|talk|goal)\b[^.;,]*",
    r"\b(?:holds?|catch(?:es)?|keeps?|grabs?) (?:his|her|their|ŋ+'s) (?:eye|attention|interest|focus)\b[^.;,]*",
    rf"\bthe (?:same )?(?:way|[a-z]+) (?:that |in which )?{HE} (?:shows?|showed|brings?|understands?|thinks?|tells?|"
    rf"prefers?|likes?|does|gives?|feels? best|learns? best|knows?)\b[^.;,]*",
    rf"\bas {HE} (?:already |always |often )*(?:does|did|has done) (?:with|at|in|on|when|for|every|each)\b[^.;,]*",
    r"\b(?:never tires? of|can(?:not|'t) (?:get enough|put down|stop)|comes? (?:so |most )?(?:naturally|easily|"
    r"easy) to|"
    r"second nature|lights? up|(?:is|are) known for|takes? (?:such )?pride|asks? for (?:again|every|most|by "
    r"name))\b[^.;,]*",
    rf"\b(?:in|with|on|at|about|through|to|for|of) (?:which|whom) {HE} (?:already |always |often )*"
    r"(?!needs|struggles|has|had|was|will|is (?!fluent|strong|good|best|the|an|expert)|receives|gets|"
    r"fails)[a-z]+[^.;,]*",
    # What is set beside a thing: "her own choice", "humor being his way in", "a skill from home"
    rf"(?:\b(?:is|are|was|being|remains?|as) |[(,–-] ?){HIS} (?:[\w-]+ ){{0,2}}?"
    r"(?:choice|pick|idea|request|suggestion|decision|invention|way (?:in|of|to|into)|go-to|comfort|element|"
    r"territory|turf|world|topic of "
    r"choice)\b[^.;,]*",
    rf"[(,–-] ?an? (?:[\w'-]+ ){{0,2}}?(?:skill|talent|strength|passion|hobby|love|interest|craft|tradition|game|"
    rf"song|art|"
    rf"sport|job|role|task|dish|story|thing|activity|subject|topic|place) (?:(?:that |which |where )?{HE}|from (?:home|"
    rf"{HIS})|of (?:his|hers|theirs)|(?:in|of) {HIS} (?:family|culture|church)|handed down|close to)\b"
    r"(?! needs| will)[^.;,]*",
)
# Said of the student between commas: a strength where the goal works with the same thing.
APPOSED = re.compile(
    rf"{NAME}+,? ?[(,–-] ?(?P<said>(?:who|whose|an?|the|our|always|already|good|great|strong|gifted|with|known|proud)\b"
    r"[^,;.()–]{3,120})[),–]"
)
# Verbs that announce a strength: draws on, taps, makes use of.
ANNOUNCED = re.compile(
    rf"\b(?:draw|rely|lean|count|bank|build|capitaliz|rel|dr[ae]w)(?:ing|s|es|ies|y|e)? (?:up)?on {HIS} (?!teacher|"
    rf"aide|peer|"
    rf"partner|data)[^.;,]*|\b(?:tap(?:ping|s)? into|play(?:ing|s)? to|mak(?:ing|es?) use of|"
    rf"put(?:ting|s)? to (?:use|work)|harness(?:ing|es)?|channel(?:ing|s)?|leverag(?:ing|es?)) {HIS} [^.;,]*"
)
# Only on the way to the act, or set beside the thing: "using his love of maps", "chess, his passion".
OWN_LOVE = re.compile(
    rf"(?:{ROUTE} ?|[(,–-] ?|"
    rf"^){HIS} (?!{NOT_FAMILY}'s)(?:own )?(?:[\w'-]+ (?:and [\w'-]+ )?){{0,3}}?{either('goal_loves')}\b(?! "
    rf"(?:inventory|"
    rf"survey|will be))[^.;,]*"
)
OWN_GIFT = re.compile(
    rf"(?:{ROUTE} ?|[(,–-] ?|^){HIS} (?:own )?(?:[\w'-]+ ){{0,2}}?{either('goal_gifts')} (?:for|of|at|"
    rf"with|in|as|about)\b[^.;,]*"
    rf"|(?:using|through|on|to|with) (?:his|her|their) (?:strong|keen|excellent|good|sharp|great|"
    rf"wonderful|bilingual|vivid|"
    r"remarkable|artistic|musical|mechanical|visual|athletic|technical|advanced|amazing) (?:[\w-]+ ){0,2}?(?:skills?|"
    r"memory|sense|eye|ear|ability|abilities|talent|reasoning|thinking|learning|imagination|voice|vocabulary)\b[^.;,]*"
    r"|(?:using|through|on) the strong [^.;,]*"
)
OWN_LANGUAGE = re.compile(
    r"\b(?:his|her|their) (?:home|first|native|heritage|preferred|family's|mother) (?:language|tongue|way)\b[^.;,]*"
)
# "Using his knitting patterns": what is the student's own and no tool that anybody would be given.
OWN_THING = re.compile(
    rf"\b(?:using|through|from|about|around|putting|bringing|applying|turning|combining|sharing|"
    rf"showing|built on|based on|inspired by|set in|with|featuring|wearing|in|on|at) {HIS} "
    r"(?:own )?(?P<thing>[a-zà-ÿ'-]+(?: [a-zà-ÿ'-]+){0,2})"
)
# "Will use his oral stories as rough drafts"
OWN_USED = re.compile(
    rf"\b(?:us|turn|apply|adapt|mak)(?:e|es|ing|s)? {HIS} (?:own )?(?P<thing>[a-zà-ÿ'-]+(?: [a-zà-ÿ'-]+){{0,2}}?) "
    rf"(?:as|to|into|for)\b"
)
OWN_OWN = re.compile(
    rf"\b(?:using|from|about|with|of|to|(?!being|having|doing|saying)[a-z]{{2,}}ing) (?:his|her|their|my|{NAME}+'s) "
    rf"own (?P<thing>[a-zà-ÿ'-]+(?: [a-zà-ÿ'-]+){{0,2}}?)(?=[,.;:)]|$| (?:in|on|at|to|for|as|and|with|"
    r"will|by|of|from|until|while|that)\b)"
)
# Before the act it is the way whatever leads to it: "to plan her cooking videos".
OWN_BEFORE = re.compile(
    rf"(?:(?:^|[,.;] )for|\bto (?!improve|increase|reduce|support|address|help|build|strengthen|practice|manage|"
    rf"control|extend|"
    rf"express|"
    rf"show|maintain|develop|expand|enter|prepare|meet|regulate|calm)[a-z]+|\b(?!during|following|regarding|improving|"
    rf"increasing)[a-z]{{2,}}ing) {HIS} "
    r"(?:own )?(?P<thing>[a-zà-ÿ'-]+(?: [a-zà-ÿ'-]+){0,2})"
)
# Known by name for a liking: "at her pottery wheel", "one of his birding photographs".
OWN_HOBBY = re.compile(
    rf"\b{HIS} (?!{NOT_FAMILY}'s)(?:own |new |old )?(?:[\w'-]+ )?{either('goal_hobbies')}\b(?! (?:class|classes|"
    rf"teacher|lesson|"
    rf"period|therapist|bin|room|book|books|schedule|folder|chart|reward))(?: [a-z]+)?"
)
# In and on and at lead to many places; to these as a student's own.
OWN_PLACE = re.compile(
    r"(?:[\w'-]+ )?(?:garden|sketchbook|comic|podcast|blog|channel|band|troupe|choir|studio|farm|"
    r"business|club|workshop|"
    r"collection|church|kitchen|truck|garage|bakery|stand|barn|recipe|ranch|boat|drum|dance|mosque|temple)s?\b"
)
# "The fashion magazines she reads for fun": before the act, nearly any doing of the student is the student's own.
OWN_DOING = re.compile(
    rf"\b(?P<before>[\w'-]{{1,40}})(?:,? (?:which|that|where|whom|something) | ){HE} (?:already |also |"
    rf"can already |can |once |has |"
    r"have |most )?(?P<verb>[a-z]+)(?=(?P<after>[^,.;]{0,60}))"
)
# What is done at home, for years or every evening is the student's own.
HABIT = re.compile(
    r"\b(?:never|always|anywhere|before anything|first thing|cover to cover|again and again|unprompted|unasked|on "
    r"repeat|everywhere|every (?:day|evening|morning|night|weekend|summer|week|[a-z]+day)|weekends|"
    r"each (?:weekend|summer|evening|night|[a-z]+day)|at home|from home|after school|for (?:years|fun|pleasure)|"
    r"since \w+|by heart|fluently|beautifully|for life|by choice|on (?:his|her|their) own|all (?:day|"
    r"summer)|with ease|easily|nightly|daily|for hours|"
    r"(?:for|with|at|in) (?:the|a|an|our|his|her|their) (?:[a-z]+ )?(?:paper|newspaper|newsletter|magazine|team|"
    r"band|choir|"
    r"church|club|league|troupe|theater|farm|shop|restaurant|market|channel|blog|podcast|neighborhood|community)|"
    r"in (?:his|her|their) (?:free|"
    r"spare) time|by (?:himself|"
    r"herself)|(?:himself|herself|themselves)|with (?:his|her|their) (?:father|mother|grand\w+|uncle|"
    r"aunt|family|cousins?|"
    r"brothers?|sisters?|dad|mom|friends?))\b"
)
# In the role of somebody: captain, keeper of the map.
ROLE = re.compile(
    r"\b(?:as|in the role of|in (?:his|her|their) role as|serving as|acting as|working as|playing the part of|while) "
    r"(?!(?:measured|recorded|documented|charted|noted|shown|reported|evidenced|scored|timed|kept|"
    r"tracked|verified|judged|"
    r"observed|rated) )"
    rf"(?:the |a |an |our |[a-z]+'s |{HIS} )?(?:[\w'-]+ ){{0,3}}?{either('goal_roles')}\b[^.;,]*"
    r"|\bleading (?:the|his|her|a) [^.;,]*"
    # What a role is called by its shape: the timekeeper, a scorer for the team.
    rf"|\bas (?:the|an?|our|{HIS}) (?:[\w'-]+ ){{0,2}}?(?P<shaped>[a-z]{{2,}}(?:er|or|ist|ian|ant|ess))s?\b"
    r"(?=,| (?:of|for|in|on|at|to|who|and)\b)[^.;,]*"
    r"|\bas (?!soon|well|long|far|needed|fewer|other)[a-z]+ (?P<bare>[a-z]{2,}(?:er|or|ist|ian))s?(?=,)[^.;,]*"
)
FAVORITE = re.compile(
    rf"\b(?:{HIS} (?!{NOT_FAMILY}'s)(?:own )?(?:[\w-]+ )?|, an? )(?:favou?rites?|beloved)\b[^.;,]*|\b(?:a|"
    rf"the) favou?rite of (?:his|hers|theirs)\b"
)
