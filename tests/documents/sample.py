"""A believable plan of about twelve pages, a child's own spelling and six languages in it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from strongsuit.documents.paper import Stamp
from strongsuit.knowledge.calendar import SchoolCalendar
from strongsuit.knowledge.graph import Phase, progress_graph
from strongsuit.knowledge.growth import Conditions, growth_of, report_line
from strongsuit.knowledge.shapes import (
    AccommodationFacts,
    EvidenceFacts,
    FactorFacts,
    GoalFacts,
    NeedFacts,
    ObjectiveFacts,
    PlanFacts,
    Point,
    PresentLevelFacts,
    SectionFacts,
    ServiceFacts,
    StrengthFacts,
    StudentFacts,
    StudentWords,
    WeaveFacts,
)
from strongsuit.knowledge.shapes_report import GoalGrowthFacts, GrowthReportFacts
from strongsuit.knowledge.terms import (
    AccommodationKind,
    Disability,
    Factor,
    Grade,
    Group,
    ItemKind,
    Location,
    Measure,
    Mode,
    NeedKind,
    Pattern,
    Per,
    PlanKind,
    PlanState,
    ReportSchedule,
    Schedule,
    Section,
    ServiceClass,
    ServiceType,
    SkillSet,
)

STAMP = Stamp(printed_by="Rosa Ruiz", printed_at=datetime(2026, 10, 19, 14, 30, tzinfo=UTC), copy=2)
STARTS, ENDS = date(2026, 10, 20), date(2027, 10, 19)

MAYA = StudentFacts(
    id="S-2041",
    name="Maya Torres",
    birth_date=date(2016, 3, 14),
    grade=Grade.G5,
    school="Lincoln Elementary School",
    district="Riverbend City School District",
    local_id="204117",
    language="es",
    disability=Disability.SLD,
    eligible_on=date(2024, 5, 6),
    evaluated_on=date(2024, 4, 22),
)

ALL, SCHOOL, HOME = (Group.STUDENT, Group.FAMILY, Group.SCHOOL), (Group.SCHOOL,), (Group.STUDENT, Group.FAMILY)


def strength(number, kind, skill, words, seen=ALL, evidence=()):
    names = ("Ms. Okafor",) if Group.SCHOOL in seen else ()
    return StrengthFacts(f"st{number}", kind, words, skill, seen, names, date(2026, 9, 28), evidence)


STRENGTHS = (
    strength(
        1,
        ItemKind.ABILITY,
        SkillSet.READING,
        "Retells a chapter in order after listening to it, with who, where and why",
        evidence=(
            EvidenceFacts(
                date(2026, 9, 21), "book talk", "Retold chapter 4 with all six events in order", "Ms. Okafor"
            ),
            EvidenceFacts(date(2026, 9, 30), "home", "Told her cousin the whole audiobook on the bus", "Ana Torres"),
        ),
    ),
    strength(
        2,
        ItemKind.ABILITY,
        SkillSet.WRITING,
        "Tells a story aloud with a beginning, a problem and an end when she can record it first",
        evidence=(
            EvidenceFacts(date(2026, 9, 16), "writing block", "Recorded a two-minute story, no prompts", "Ms. Okafor"),
        ),
    ),
    strength(
        3,
        ItemKind.ABILITY,
        SkillSet.MATH,
        "Estimates whether an answer makes sense and checks it with a calculator",
        evidence=(EvidenceFacts(date(2026, 9, 24), "math group", "Caught 5 of 6 planted mistakes", "Mr. Lindqvist"),),
    ),
    strength(
        4,
        ItemKind.ABILITY,
        SkillSet.SOCIAL,
        "Explains rules of a game to younger children so that they can play",
        evidence=(
            EvidenceFacts(date(2026, 10, 2), "recess", "Taught four second graders a new tag game", "Ms. Dubois"),
        ),
    ),
    strength(
        5,
        ItemKind.ABILITY,
        SkillSet.ORGANIZATION,
        "Keeps a picture checklist going by herself once the first two steps are marked",
        seen=(Group.STUDENT, Group.SCHOOL),
        evidence=(EvidenceFacts(date(2026, 9, 29), "morning routine", "Finished 8 of 10 steps alone", "Ms. Okafor"),),
    ),
    strength(6, ItemKind.INTEREST, SkillSet.READING, "Stories about rescue dogs and how they are trained"),
    strength(7, ItemKind.INTEREST, SkillSet.TECHNOLOGY, "Recording and cutting sound for the school podcast", HOME),
    strength(8, ItemKind.PREFERENCE, None, "Working with one partner near the window, with the task read aloud first"),
    strength(
        9, ItemKind.PREFERENCE, None, "Hearing what comes next before a change, with time to finish a thought", HOME
    ),
)

WORDS = (
    StudentWords(
        "w1",
        "What do you do well at school?",
        "I remember EVERYTHING I hear. if you read it to me i can tell it back better then the kids who red it "
        "them selfs!!",
        Mode.TYPED,
        "Maya Torres",
        date(2026, 9, 28),
        paraphrase="Maya learns best by listening and wants people to know how much she remembers.",
        paraphrase_approved=True,
    ),
    StudentWords(
        "w2",
        "What is hard, and what helps?",
        "Reading out loud with people waiting. It helps if I hear it first.\n\nDont surprise me with a page.",
        Mode.DICTATED,
        "Maya Torres",
        date(2026, 9, 28),
        helped_by="Ms. Okafor",
    ),
    StudentWords(
        "w3",
        "What do you want for next year?",
        "Quiero leer un libro entero a mi abuela, en inglés y en español. 🐕",
        Mode.SCRIBED,
        "Maya Torres",
        date(2026, 10, 1),
        language="es",
        helped_by="Ana Torres",
        paraphrase="She wants to read a whole book to her grandmother in both languages.",
    ),
)

SECTIONS = (
    SectionFacts(
        Section.VISION,
        "Maya opened the meeting with three slides about what she does well. She asked for more listening before "
        "reading, and "
        "for a way to show what she knows without a page of writing. The team wrote two goals from what she asked "
        "for.",
        on=date(2026, 10, 12),
        by="Rosa Ruiz",
    ),
    SectionFacts(
        Section.PARENT_CONCERNS,
        "Ms. Torres hopes Maya will read for pleasure by middle school. She sees Maya tell long stories at home "
        "and worries "
        "that written tests hide what she knows.\n\nEn sus palabras: “Mi hija sabe mucho más de lo que puede "
        "escribir. "
        "Quiero que la escuela lo vea.”\n\nShe asks for short messages by phone, in Spanish, when something goes "
        "well.",
        on=date(2026, 10, 12),
        by="Ana Torres",
    ),
    SectionFacts(
        Section.EVALUATION,
        "Reading, September 2026: Maya read 48 words correctly in one minute from a grade 5 passage (three "
        "passages, middle "
        "score). Most fifth graders read 110 at this time of year. After listening to a passage once she answered "
        "9 of 10 "
        "questions about it.\n\nWriting, September 2026: 3 complete sentences in ten minutes by hand; 9 when she "
        "recorded "
        "her ideas first.\n\nMath, September 2026: 78% correct on grade 5 computation with a calculator; 41% on "
        "word problems "
        "she read herself; 74% on word problems read to her.\n\nPsychological evaluation, April 2024: strong "
        "listening "
        "comprehension and memory for stories; sounding out new words takes her much longer than other children "
        "her age.",
    ),
    SectionFacts(
        Section.EFFECT,
        "Because reading words takes Maya much time and effort, she cannot yet get grade 5 science, social "
        "studies and word "
        "problems from the page alone. When the text is read to her she takes part in the general curriculum at "
        "grade level.",
    ),
    SectionFacts(
        Section.MANAGEMENT,
        "Environment: a seat near the window with one partner; a quiet place for recording.\nHuman resources: an "
        "adult or "
        "device that reads text aloud.\nMaterial resources: text-to-speech, audiobooks, picture checklist, recorder.",
    ),
    SectionFacts(
        Section.PROGRESS,
        "The family gets a growth report with each report card, four times a year, in Spanish and English, and at "
        "least one "
        "short note between two reports when something has worked.",
    ),
    SectionFacts(
        Section.PARTICIPATION,
        "Maya is with students without disabilities for the whole day except 40 minutes of reading instruction on "
        "four days a "
        "week. The team looked at giving that instruction inside the classroom; Maya said she does not want to "
        "read aloud "
        "where others can hear, and the program needs quiet. She takes part in regular physical education, lunch "
        "and the podcast club.",
    ),
    SectionFacts(
        Section.TESTING,
        "Maya takes all state and district tests of grade 5 with the testing accommodations in this plan.",
    ),
    SectionFacts(
        Section.EXTENDED_YEAR,
        "Not needed. After the summer of 2026 Maya was back at her June reading rate within three weeks.",
    ),
    SectionFacts(Section.TRANSPORTATION, "No special transportation is needed."),
    SectionFacts(
        Section.PERSONNEL,
        "Two hours of training for Maya's classroom teachers on text-to-speech, by the reading specialist, before "
        "November 2026.",
    ),
)


def need(number, kind, statement, impact, measured):
    return NeedFacts(f"n{number}", kind, statement, impact, measured)


LEVELS = (
    PresentLevelFacts(
        SkillSet.READING,
        "Maya understands and remembers what she hears at or above grade level. She retells chapters in order and "
        "asks about words.",
        "48 words correct in a minute from grade 5 text; 62 when she has heard the passage first.",
        ("st1", "st6"),
        (
            need(
                1,
                NeedKind.ACADEMIC,
                "Maya is ready to read grade 5 text with more ease, starting from what she has heard.",
                "Reading from the page alone limits science and social studies to what others read to her.",
                "48 words correct in a minute; goal for the year is 92 (three passages, September 2026)",
            ),
        ),
    ),
    PresentLevelFacts(
        SkillSet.WRITING,
        "Maya plans and tells stories aloud with a clear order, and listens to her own recording to improve it.",
        "3 complete sentences in ten minutes by hand; 9 when she records first.",
        ("st2", "st7"),
        (
            need(
                2,
                NeedKind.ACADEMIC,
                "Maya needs a way to get her spoken ideas into written sentences.",
                "Her written answers show about a third of what she says aloud, which limits grade-level writing.",
                "3 sentences in ten minutes by hand, 9 after recording (four samples, September 2026)",
            ),
        ),
    ),
    PresentLevelFacts(
        SkillSet.MATH,
        "Maya estimates well and uses a calculator to check herself. She finds mistakes in worked problems.",
        "78% on computation; 41% on word problems she reads, 74% when they are read to her.",
        ("st3",),
        (
            need(
                3,
                NeedKind.ACADEMIC,
                "Maya needs to find the question in a word problem before she computes.",
                "Word problems are half of the grade 5 math tests.",
                "41% correct alone, 74% when read aloud (two probes, September 2026)",
            ),
        ),
    ),
    PresentLevelFacts(
        SkillSet.SOCIAL,
        "Maya explains games to younger children and waits until everyone has understood.",
        "In class discussions of the whole group she spoke in 2 of 10; in 7 of 10 when she had the question a day "
        "before.",
        ("st4",),
        (
            need(
                4,
                NeedKind.FUNCTIONAL,
                "Maya needs more support to take part in whole-class discussion.",
                "Grade 5 speaking standards are shown in whole-class discussion.",
                "2 of 10 discussions; 7 of 10 with the question a day ahead (September 2026)",
            ),
        ),
    ),
    PresentLevelFacts(
        SkillSet.MOTOR,
        "Maya runs, climbs and throws with ease, and draws small detailed pictures.",
        "Within what is expected at her age. The team sees no need here.",
    ),
    PresentLevelFacts(
        SkillSet.ORGANIZATION,
        "Maya keeps her picture checklist going by herself once it is started.",
        "8 of 10 steps of the morning routine alone; 3 of 10 when the order changes without notice.",
        ("st5", "st8", "st9"),
        (
            need(
                5,
                NeedKind.FUNCTIONAL,
                "Maya needs to know about a change before it comes.",
                "A change without notice costs about 20 minutes of class work.",
                "3 of 10 steps alone on changed days (ten days, September 2026)",
            ),
        ),
    ),
)


def goal(number, skill, condition, behavior, criterion, start, target, unit, measure, method, weaves, **more):
    return GoalFacts(
        id=f"g{number}",
        need_id=f"n{number}",
        skill_set=skill,
        condition=condition,
        behavior=behavior,
        criterion=criterion,
        baseline=Decimal(start),
        baseline_on=date(2026, 9, 18),
        target=Decimal(target),
        target_on=date(2027, 6, 18),
        unit=unit,
        measure=measure,
        measure_text=method,
        schedule=Schedule.WEEKLY,
        report_schedule=ReportSchedule.QUARTERLY,
        responsible="Special education teacher",
        weaves=weaves,
        **more,
    )


GOALS = (
    goal(
        1,
        SkillSet.READING,
        "After listening once to a grade 5 passage,",
        "Maya will read it aloud with more words correct in a minute.",
        "92 words correct in a minute, in two checks in a row",
        "48",
        "92",
        "words correct in a minute",
        Measure.WORDS_PER_MINUTE,
        "Three one-minute passages, middle score",
        (
            WeaveFacts(
                "st1",
                Pattern.W1,
                "Her memory for what she hears carries her through the words on the page.",
                "Ms. Ruiz plays the passage, Maya retells it, then reads it aloud, four days a week.",
                confirmed_by_student=True,
            ),
            WeaveFacts("st6", Pattern.W2, "", "Every second passage is about working dogs."),
        ),
        standard="NYS-NGLS 5RF4",
        student_words="I want to read the dog book to abuela with no stoping.",
    ),
    goal(
        2,
        SkillSet.WRITING,
        "Given a topic, a recorder and ten minutes,",
        "Maya will write complete sentences from her own recording.",
        "10 complete sentences in two samples in a row",
        "3",
        "10",
        "sentences in ten minutes",
        Measure.WORK_SAMPLE,
        "Weekly sample, counted by the teacher and by Maya",
        (
            WeaveFacts(
                "st2",
                Pattern.W3,
                "Telling comes first and holds the order of the story.",
                "Maya records, listens, and stops after each sentence to write it.",
                confirmed_by_student=True,
            ),
        ),
        objectives=(
            ObjectiveFacts(
                "o1", "5 sentences from a recording, with one reminder to stop and write", date(2027, 1, 29)
            ),
            ObjectiveFacts("o2", "8 sentences from a recording, without a reminder", date(2027, 4, 9)),
        ),
    ),
    goal(
        3,
        SkillSet.MATH,
        "Given a grade 5 word problem on paper and a calculator,",
        "Maya will underline the question, estimate the answer and solve it.",
        "80% correct in two probes in a row",
        "41",
        "80",
        "% correct",
        Measure.PERCENT_CORRECT,
        "Ten problems every week",
        (
            WeaveFacts(
                "st3",
                Pattern.W4,
                "She already checks whether an answer makes sense; the estimate moves to the front.",
                "Mr. Lindqvist hands out one solved problem with a mistake; Maya finds it before she starts.",
            ),
        ),
    ),
    goal(
        4,
        SkillSet.SOCIAL,
        "Given the question a day before,",
        "Maya will say at least one idea in a discussion of the whole class.",
        "8 of 10 discussions over two weeks",
        "2",
        "8",
        "of 10 discussions",
        Measure.TRIALS,
        "Tally by the classroom teacher",
        (
            WeaveFacts(
                "st4",
                Pattern.W5,
                "Explaining to others is where her voice is strongest.",
                "Maya opens one discussion a week by explaining the question to the class.",
                confirmed_by_student=True,
            ),
        ),
        student_words="ok but I pick wich one",
    ),
)


def service(number, kind, of, name, times, minutes, place, who, goals, group=None, peers=False):
    return ServiceFacts(
        f"sv{number}", kind, of, name, times, Per.WEEK, minutes, group, place, peers, who, "en", STARTS, ENDS, "", goals
    )


SERVICES = (
    service(
        1,
        ServiceClass.SPECIAL_EDUCATION,
        ServiceType.RESOURCE_ROOM,
        "Reading instruction by ear and eye",
        4,
        40,
        Location.SEPARATE_ROOM,
        "Special education teacher",
        ("g1",),
        5,
    ),
    service(
        2,
        ServiceClass.SPECIAL_EDUCATION,
        ServiceType.CONSULTANT_TEACHER,
        "",
        5,
        45,
        Location.GENERAL_CLASS,
        "Special education teacher",
        ("g2", "g3"),
        peers=True,
    ),
    service(
        3,
        ServiceClass.RELATED_SERVICE,
        ServiceType.SPEECH,
        "",
        2,
        30,
        Location.SEPARATE_ROOM,
        "Speech-language pathologist",
        ("g2", "g4"),
        3,
    ),
    service(
        4,
        ServiceClass.RELATED_SERVICE,
        ServiceType.COUNSELING,
        "",
        1,
        30,
        Location.SEPARATE_ROOM,
        "School counselor",
        ("g4",),
        1,
    ),
    service(
        5,
        ServiceClass.ASSISTIVE_TECHNOLOGY,
        ServiceType.OTHER,
        "Text-to-speech on her tablet, at school and at home",
        5,
        60,
        Location.GENERAL_CLASS,
        "Classroom teacher",
        ("g1", "g3"),
        1,
        True,
    ),
)


def support(number, kind, words, where, how, *needs):
    return AccommodationFacts(f"a{number}", kind, words, where, how, needs)


SUPPORTS = (
    support(
        1,
        AccommodationKind.ACCOMMODATION,
        "Text read aloud by a person or a device",
        "All subjects, every text longer than a paragraph",
        "Headphones; Maya starts and stops it herself",
        "n1",
        "n3",
    ),
    support(
        2,
        AccommodationKind.ACCOMMODATION,
        "Recording before writing",
        "Writing of more than three sentences",
        "Recorder on the tablet, in the quiet corner",
        "n2",
    ),
    support(
        3,
        AccommodationKind.ACCOMMODATION,
        "Question for discussion one day ahead",
        "Science, social studies, reading",
        "On a card, read to her once",
        "n4",
    ),
    support(
        4,
        AccommodationKind.ACCOMMODATION,
        "Word before a change",
        "All day",
        "Say it, point to the picture checklist, give two minutes",
        "n5",
    ),
    support(
        5,
        AccommodationKind.ACCOMMODATION,
        "No reading aloud without having heard the page",
        "All subjects",
        "Never call on her for a new page",
        "n1",
    ),
    support(
        6,
        AccommodationKind.MODIFICATION,
        "Half as many written answers",
        "Science and social studies homework",
        "Same questions, the others answered aloud",
        "n2",
    ),
    support(
        7,
        AccommodationKind.TESTING,
        "Tests read aloud",
        "All tests except those that measure reading of print",
        "Text-to-speech or a proctor, in a separate place",
        "n1",
        "n3",
    ),
    support(
        8,
        AccommodationKind.TESTING,
        "Time and a half",
        "Tests longer than 40 minutes",
        "Break of five minutes after each 40",
        "n1",
    ),
)

FACTORS = (
    FactorFacts(Factor.BEHAVIOR, False),
    FactorFacts(Factor.LANGUAGE, False, "Spanish is spoken at home; Maya was found proficient in English in 2023."),
    FactorFacts(Factor.VISION, False),
    FactorFacts(Factor.HEARING, False),
    FactorFacts(Factor.COMMUNICATION, True, "Time to find words; speech-language therapy twice a week."),
    FactorFacts(Factor.TECHNOLOGY, True, "Text-to-speech at school and at home; the tablet goes home every day."),
    FactorFacts(Factor.FORMATS, True, "Digital text and audiobooks for every required book, ready on the first day."),
)

PLAN = PlanFacts(
    id="P-7F3A-0003",
    number=3,
    kind=PlanKind.ANNUAL,
    state=PlanState.ADOPTED,
    student=MAYA,
    starts_on=STARTS,
    ends_on=ENDS,
    review_on=date(2027, 10, 11),
    meeting_on=date(2026, 10, 12),
    meeting_held=True,
    adopted_on=date(2026, 10, 14),
    case_manager="Rosa Ruiz",
    strengths=STRENGTHS,
    words=WORDS,
    sections=SECTIONS,
    present_levels=LEVELS,
    goals=GOALS,
    services=SERVICES,
    accommodations=SUPPORTS,
    factors=FACTORS,
)

DRAFT = replace(PLAN, state=PlanState.DRAFT, adopted_on=None)

REPORT_DAY = date(2027, 1, 29)
WINTER = frozenset(date(2026, 12, 24) + timedelta(days=each) for each in range(11))
CALENDAR = SchoolCalendar(date(2026, 9, 8), date(2027, 6, 25), WINTER)


def points(*values, spoiled=()):
    """One measurement a week; ``spoiled`` are the numbers of those that do not count."""
    weeks = [date(2026, 10, 23) + timedelta(weeks=each) for each in range(len(values) + 2)]
    taught = [on for on in weeks if on not in WINTER]
    because = dict.fromkeys(spoiled, "fire drill")
    return tuple(
        Point(on, Decimal(value), because.get(n, "")) for n, (on, value) in enumerate(zip(taught, values, strict=False))
    )


def reported(goal, measured, words, strength, conditions=None, phases=(), **more):
    growth = growth_of(goal, measured, calendar=CALENDAR, today=REPORT_DAY, conditions=conditions)
    graph = progress_graph(goal, measured, today=REPORT_DAY, calendar=CALENDAR, phases=phases)
    return GoalGrowthFacts(goal.id, words, strength, report_line(growth), graph, **more)


REPORT = GrowthReportFacts(
    id="R-7F3A-0003-2",
    student_name="Maya Torres",
    called="Maya",
    school="Lincoln Elementary School",
    period="Second quarter",
    starts_on=date(2026, 11, 14),
    ends_on=REPORT_DAY,
    plan_number=3,
    good_at=(
        "Retells a chapter in order after listening to it",
        "Tells a story aloud with a beginning, a problem and an end",
        "New this quarter: opens a class discussion by explaining the question",
    ),
    goals=(
        reported(
            GOALS[0],
            points(50, 52, 51, 55, 57, 56, 60, 63, 62, 66, 68, 71, spoiled=(5,)),
            "Maya reads more words aloud with ease after she has heard the text.",
            "She remembers what she hears.",
            phases=(Phase(date(2026, 12, 7), "Maya picks the passages"),),
            school_did=(
                "Reading instruction four times a week, 40 minutes each; 41 of 44 lessons were given.",
                "Every second text was about working dogs.",
            ),
            note="Maya asked to record herself and compare with October. She heard the difference before I said "
            "anything.",
            note_by="Rosa Ruiz",
            note_on=date(2027, 1, 27),
            question="What does Maya like to read or listen to at home now?",
        ),
        reported(
            GOALS[1],
            points(4, 6, 8, 9, 10, 10, 11, 10, 12, 11, 12, 12),
            "Maya writes sentences from her own recording.",
            "She tells stories aloud with a clear order.",
            school_did=("Consultant teacher in the classroom every day.", "A recorder and a quiet corner."),
            question="Would Maya like to write to somebody in the family?",
        ),
        reported(
            GOALS[2],
            points(42, 40, 44, 41, 45, 44, 43, 46, 44, 45, 46, 45),
            "Maya finds the question in a word problem, guesses, then solves it.",
            "She checks whether an answer makes sense.",
            conditions=Conditions(delivered=Decimal("0.60")),
            next_step="The team meets on February 9 and adds one lesson a week; the missed lessons are made up by "
            "March.",
            school_did=("22 of 37 planned lessons were given; the teacher was out in December.",),
            question="Does Maya talk about math at home? What does she say?",
        ),
        reported(
            GOALS[3],
            (),
            "Maya says one idea in a class discussion.",
            "She explains games to younger children.",
            school_did=("Question cards one day ahead since November.",),
        ),
    ),
    reported_by="Rosa Ruiz, case manager",
    answer_to="Write on this sheet, call 555-0142, or answer in Strongsuit. Any language is welcome.",
    own_words="i can hear im getting faster. its like the words are friends now",
    own_words_on=date(2027, 1, 25),
)
