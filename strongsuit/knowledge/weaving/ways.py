"""The thirteen patterns of weaving as ways to write them, with the finder items that trigger each (6.1)."""

from strongsuit.knowledge.terms import ItemKind, Pattern, SkillSet
from strongsuit.knowledge.weaving import named
from strongsuit.knowledge.weaving.phrase import Form
from strongsuit.knowledge.weaving.way import Way
from strongsuit.knowledge.words import gettext_noop as _

ANIMALS = "pet animal plant dog cat chicken horse goat fish rabbit bird hamster garden flower cow sheep pig turtle"
ABILITY, INTEREST, PREFERENCE = ItemKind.ABILITY, ItemKind.INTEREST, ItemKind.PREFERENCE

WAYS: tuple[Way, ...] = (
    # A strong channel in
    Way(
        Pattern.W1, "listening", _("after listening first"),
        _("Audio or reading aloud comes before print, in every class"),
        ("RD2", "MK5"), "listen hear audio audiobook podcast", (ABILITY, PREFERENCE),
    ),
    Way(
        Pattern.W1, "hearing", _("after listening first"),
        _("Audio or reading aloud comes before print, in every class"),
        words="aloud", sets=(SkillSet.READING,),
    ),
    Way(
        Pattern.W1, "pictures", _("after looking at pictures and headings first"),
        _("Pictures, headings or diagrams stand beside the text"), ("RD3",),
        "picture image diagram visual heading", (ABILITY, PREFERENCE),
    ),
    Way(
        Pattern.W1, "watching", _("after watching it done first"), _("A short demonstration or video opens the task"),
        ("TH6",), "watch demonstration", (ABILITY, PREFERENCE),
        (SkillSet.THINKING, SkillSet.WORK, SkillSet.DAILY_LIVING, SkillSet.MOTOR),
    ),
    Way(
        Pattern.W1, "saying", _("after saying it aloud first"), _("Dictation is open for every first draft"),
        ("WR3",), "dictate dictation say tell speak aloud", sets=(SkillSet.WRITING, SkillSet.COMMUNICATION),
        named=named.SPEAKS,
    ),
    Way(
        Pattern.W1, "building", _("after building or drawing it first"), _("Objects and drawings come before symbols"),
        ("MA3",), "build block model draw",
        sets=(SkillSet.MATH, SkillSet.THINKING, SkillSet.WRITING, SkillSet.TECHNOLOGY),
    ),
    Way(
        Pattern.W1, "beat", _("after tapping the beat first"), _("Lessons open with rhythm or song"),
        ("MK2",), "music rhythm drum song sing rhyme",
    ),
    # An interest as content
    Way(
        Pattern.W2, "topic", _("using texts and tasks about %(topic)s"),
        _("The student may choose this topic; the choice is written into assignments"),
        ("RD7", "TH2", "TH7", "MO8", "WK7"), every=INTEREST,
    ),
    Way(
        Pattern.W2, "comics", _("using comics or graphic novels"),
        _("Comics and graphic novels count as texts"),
        ("RD8",), "comic manga joke funny graphic", (ABILITY, INTEREST),
    ),
    Way(
        Pattern.W2, "numbers", _("using scores or puzzles"), _("Problems come from games, sports or prices"),
        ("MA8",), "score statistics price puzzle", (ABILITY, INTEREST),
    ),
    Way(
        Pattern.W2, "media", _("using own games or videos"),
        _("Own games or videos may be the material"),
        ("MK9",), "coding videogame", (ABILITY, INTEREST),
    ),
    # A bridge from a part-skill
    Way(
        Pattern.W3, "bridge", _("starting from what goes well already: %(doing)s"), _("Services start at that step"),
    ),
    # A tool already mastered
    Way(
        Pattern.W4, "calculator", _("on one's own with a calculator"),
        _("A calculator in every class, named in the plan"),
        ("MA2",), "calculator",
    ),
    Way(
        Pattern.W4, "keyboard", _("on one's own with a keyboard"), _("A keyboard in every class, named in the plan"),
        ("WR4",), "keyboard type keys",
    ),
    Way(
        Pattern.W4, "app", _("on one's own with an app"),
        _("This app in every class, named in the plan"),
        ("MK4",), "app tablet software phone reminder",
    ),
    Way(
        Pattern.W4, "reader", _("on one's own with read-aloud or dictation"),
        _("Read-aloud and dictation in every class, named in the plan"), ("MK5",),
        "text-to-speech captions read-aloud dictation",
    ),
    Way(
        Pattern.W4, "gear", _("with equipment that is set up alone"), _("Own equipment goes along to every class"),
        ("MK6",), "equipment wheelchair walker device braille",
    ),
    Way(
        Pattern.W4, "checklist", _("on one's own with a checklist"), _("The same checklist in every class"),
        ("OR2",), "checklist planner schedule",
    ),
    # A role
    Way(
        Pattern.W5, "leader", _("as the leader of a small group"), _("Part of the service happens inside this role"),
        ("SO7",), "lead leader captain teach coach charge", named=named.LEADS,
    ),
    Way(
        Pattern.W5, "job", _("as the one in charge of a job for the class"),
        _("Part of the service happens on this job"),
        ("WK1", "DL3"), "job chore charge responsible", named=named.HAS_A_JOB,
        sets=(SkillSet.WORK, SkillSet.DAILY_LIVING, SkillSet.ORGANIZATION),
    ),
    Way(
        Pattern.W5, "helper", _("as a helper for others who are waiting for it"),
        _("Part of the service happens while helping"), ("WK2",), "help helper volunteer assist", named=named.HELPS,
    ),
    Way(
        Pattern.W5, "younger", _("as the partner of a younger student"),
        _("Part of the service is spent with younger students"),
        ("EM7",),
        "younger little gentle patient kindergarten cousin toddler baby preschool", named=named.YOUNGER,
    ),
    Way(
        Pattern.W5, "caretaker", _("as the caretaker of a class plant or animal"),
        _("Part of the service happens while caring for it"), ("DL7",), ANIMALS, named=named.CARES_FOR,
    ),
    Way(
        Pattern.W5, "fixer", _("as the one who fixes devices for the class"),
        _("Part of the service happens at the tech desk"),
        ("MK7",), "fix repair troubleshoot mend", named=named.FIXES,
    ),
    Way(
        Pattern.W5, "reporter", _("as the photo or video reporter of the class"),
        _("Part of the service happens while reporting"), ("MK8",),
        "photo video film camera interview reporter photographer yearbook newspaper", named=named.REPORTS,
    ),
    # A preferred setting
    Way(
        Pattern.W6, "setting", _("first with %(fits)s and then in one new setting"),
        _("This setting is written down as an accommodation"), every=PREFERENCE, forms=(Form.THING,),
    ),
    Way(
        Pattern.W6, "doing", _("first while %(fits)s and then in one new setting"),
        _("This setting is written down as an accommodation"), every=PREFERENCE, forms=(Form.ACT,),
    ),
    Way(
        Pattern.W6, "place", _("first %(fits)s and then in one new setting"),
        _("This setting is written down as an accommodation"), every=PREFERENCE, forms=(Form.PLACE, Form.WHEN),
    ),
    # Another way to show it
    Way(
        Pattern.W7, "drawing", _("shown by a drawing or comic"), _("A drawing or comic counts, by the same standard"),
        ("MK1",), "draw paint sketch design comic cartoon",
    ),
    Way(
        Pattern.W7, "song", _("shown by a song or rhythm"), _("A song or rhythm counts, by the same standard"),
        ("MK2",), "music song sing drum rap",
    ),
    Way(
        Pattern.W7, "model", _("shown by a model that is built"), _("A model counts, by the same standard"),
        ("MK3",), "build invent brick craft",
    ),
    Way(
        Pattern.W7, "media", _("shown by a video or slides"),
        _("A video or slides count, by the same standard"),
        ("MK8",), "photo video film slides",
    ),
    Way(
        Pattern.W7, "performing", _("shown by performing it live"),
        _("A live performance counts, by the same standard"),
        ("CM9",), "perform act joke dance stage", (ABILITY, INTEREST),
    ),
    Way(
        Pattern.W7, "recording", _("shown in a recording made ahead"), _("A recording counts, by the same standard"),
        ("CM10",), "record", (ABILITY, PREFERENCE),
    ),
    Way(
        Pattern.W7, "drafting", _("drafted by voice or keys"),
        _("The student chooses how to draft, by the same standard"), ("WR9",), "drafts voice", (PREFERENCE,),
    ),
    # Anchored in a routine
    Way(
        Pattern.W8, "checklist", _("right after opening the daily checklist"), _("A cue stands on that checklist"),
        ("OR2",), "checklist planner schedule", named=named.USES_A_LIST,
    ),
    Way(
        Pattern.W8, "start", _("right after the first step that is always the same"), _("A cue marks that first step"),
        ("OR3",), "starts begins same", sets=(SkillSet.ORGANIZATION,),
        named=named.STARTS_ALIKE,
    ),
    Way(
        Pattern.W8, "day", _("right after a part of the daily routine that is done alone"),
        _("A cue is placed in that routine"), ("DL4",), "routine", named=named.ROUTINE,
    ),
    Way(
        Pattern.W8, "care", _("right before caring for a pet or plant"),
        _("A cue is placed beside that task"),
        ("DL7",), ANIMALS, named=named.CARES_FOR,
    ),
    Way(
        Pattern.W8, "repeat", _("right after a task that is repeated every day"), _("A cue is placed after that task"),
        ("WK3",), "repeat daily day morning evening night", named=named.DAILY,
        sets=(SkillSet.WORK, SkillSet.ORGANIZATION, SkillSet.DAILY_LIVING),
    ),
    # A purpose of one's own
    Way(
        Pattern.W9, "goal", _("as a step toward a goal the student has set"),
        _("Practice where the student's own goal is at home"),
        ("SA4", "WK6"), "goal saves", sets=(SkillSet.SELF_ADVOCACY, SkillSet.WORK, SkillSet.DAILY_LIVING),
    ),
    Way(
        Pattern.W9, "say", _("so that the student can take part in deciding"),
        _("Practice in meetings and choices that are real"),
        ("SA8",), "decide decisions", (ABILITY, INTEREST),
    ),
    Way(
        Pattern.W9, "work", _("as a step toward work or a life the student wants"),
        _("Practice in the community or at a workplace"), ("WK7", "FUTURE"),
        "job career college apartment future want dream hope", (INTEREST,), named=named.WANTS_TO,
    ),
    # An own way to calm
    Way(
        Pattern.W10, "plan", _("using an own way to calm down first"), _("A calming plan the student chose"),
        ("EM2",), "calm breathe", (ABILITY, INTEREST, PREFERENCE),
    ),
    Way(
        Pattern.W10, "reset", _("after a short time with music or quiet"),
        _("A short reset with music, art or quiet, as chosen"),
        ("EM8",), "music quiet", (INTEREST, PREFERENCE), sets=(SkillSet.EMOTIONAL,),
    ),
    Way(
        Pattern.W10, "talk", _("after the talking or quiet time that helps"),
        _("Talking or quiet time before the task, as chosen"), ("EM9",), "talk quiet", (PREFERENCE,),
        sets=(SkillSet.EMOTIONAL,),
    ),
    Way(
        Pattern.W10, "senses", _("with the sound and light that fit"), _("A sound and light plan the student chose"),
        ("MO4",), "noise headphones loud bright quiet", (ABILITY, PREFERENCE),
    ),
    Way(
        Pattern.W10, "moving", _("after moving first"), _("A movement plan the student chose"),
        ("MO5",), "moving movement standing walk fidget rock", (ABILITY, PREFERENCE),
        (SkillSet.MOTOR, SkillSet.ORGANIZATION, SkillSet.EMOTIONAL),
    ),
    Way(
        Pattern.W10, "rest", _("with a rest when the body asks for it"), _("Breaks the student calls"),
        ("MO7",), "rest tired", (ABILITY, PREFERENCE),
    ),
    # People
    Way(
        Pattern.W11, "partner", _("with the partner or group that fits best"), _("A willing, trained partner"),
        ("SO9",), "partner pair peer buddy", (ABILITY, PREFERENCE),
    ),
    Way(
        Pattern.W11, "friend", _("with a friend"), _("A friend who is willing works alongside"),
        ("SO3",), "friend friendship",
    ),
    Way(
        Pattern.W11, "mutual", _("with a partner who gains from it too"),
        _("A willing partner, each helping the other"),
        ("SO1",), "notices alone sad comfort", sets=(SkillSet.SOCIAL, SkillSet.EMOTIONAL),
    ),
    Way(
        Pattern.W11, "near", _("trying it alone with someone near"),
        _("A mentor or adult near by, called by the student"),
        ("DL9",), "near backup nearby", (PREFERENCE,),
    ),
    # Tracks it alone
    Way(
        Pattern.W12, "chart", _("while charting the results"), _("A chart the student fills in"),
        ("SA5",), "chart graph progress", (ABILITY, INTEREST),
    ),
    Way(
        Pattern.W12, "count", _("while keeping the count"), _("A tally the student keeps"),
        ("MA1",), "count score tally", named=named.COUNTS,
    ),
    Way(
        Pattern.W12, "details", _("while checking the details against a list"), _("A list the student checks"),
        ("TH1",), "detail notices spots errors",
        sets=(SkillSet.THINKING, SkillSet.MATH, SkillSet.READING, SkillSet.COMMUNICATION),
    ),
    Way(
        Pattern.W12, "timer", _("while timing the work"),
        _("A timer and log the student runs"), ("OR1",), "timer clock minute",
    ),
    Way(
        Pattern.W12, "sorting", _("while sorting the results into a table"), _("A table the student fills in"),
        ("OR8",), "sort organize collect", (ABILITY, INTEREST), named=named.SORTS,
    ),
    # Home, language, culture
    Way(
        Pattern.W13, "language", _("planning in the home language first"),
        _("Bilingual materials; the family helps with words"),
        ("CM7",), "language bilingual spanish arabic chinese mandarin cantonese french creole vietnamese korean "
        "tagalog somali hmong portuguese russian ukrainian polish urdu hindi punjabi navajo swahili dialect translate "
        "interpret", (ABILITY, INTEREST, PREFERENCE),
    ),
    Way(
        Pattern.W13, "home", _("with a skill from home (%(doing)s)"), _("The family tells how it is done at home"),
        ("HOME",),
    ),
)  # fmt: skip
BY_KEY = {way.key: way for way in WAYS}
