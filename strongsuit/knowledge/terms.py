"""The field's fixed lists, spelled once: skill sets, kinds of support, sections, codes."""

from enum import StrEnum

from strongsuit.knowledge.words import gettext_noop


class Term(StrEnum):
    """A word from a closed list with a label for people (translated where it is shown)."""

    label: str

    def __new__(cls, value: str, label: str = "") -> "Term":
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label
        return term


class SkillSet(Term):
    READING = "reading", gettext_noop("Reading and meaning")
    WRITING = "writing", gettext_noop("Writing")
    MATH = "math", gettext_noop("Math")
    THINKING = "thinking", gettext_noop("Thinking")
    ORGANIZATION = "organization", gettext_noop("Attention and organization")
    COMMUNICATION = "communication", gettext_noop("Communication")
    SOCIAL = "social", gettext_noop("Social")
    EMOTIONAL = "emotional", gettext_noop("Feelings and coping")
    MOTOR = "motor", gettext_noop("Movement and senses")
    DAILY_LIVING = "daily_living", gettext_noop("Daily living and health")
    TECHNOLOGY = "technology", gettext_noop("Making, arts and technology")
    WORK = "work", gettext_noop("Work and future")
    SELF_ADVOCACY = "self_advocacy", gettext_noop("Steering my learning")


class Area(Term):
    """The four areas of New York's present levels (8 NYCRR 200.1(ww)(3))."""

    ACADEMIC = "academic", gettext_noop("Academic achievement, functional performance and learning characteristics")
    SOCIAL = "social", gettext_noop("Social development")
    PHYSICAL = "physical", gettext_noop("Physical development")
    MANAGEMENT = "management", gettext_noop("Management needs")


AREA_OF: dict[SkillSet, Area] = {
    **dict.fromkeys(SkillSet, Area.ACADEMIC),
    SkillSet.SOCIAL: Area.SOCIAL,
    SkillSet.EMOTIONAL: Area.SOCIAL,
    SkillSet.MOTOR: Area.PHYSICAL,
    SkillSet.ORGANIZATION: Area.MANAGEMENT,
}


class ItemKind(Term):
    ABILITY = "ability", gettext_noop("Ability")
    INTEREST = "interest", gettext_noop("Interest")
    PREFERENCE = "preference", gettext_noop("Preference")


class Group(Term):
    """Whose view an answer is; answers are never averaged across groups."""

    STUDENT = "student", gettext_noop("Student")
    FAMILY = "family", gettext_noop("Family")
    SCHOOL = "school", gettext_noop("School")


class Mode(Term):
    """How a student's words were given (iep-requirements 1.6)."""

    TYPED = "typed", gettext_noop("typed")
    DICTATED = "dictated", gettext_noop("said aloud, written by a device")
    SCRIBED = "scribed", gettext_noop("said or signed, written down by a helper")
    AAC = "aac", gettext_noop("with a speech device or symbols")
    CHOSEN = "chosen", gettext_noop("chosen from pictures or cards")
    DRAWN = "drawn", gettext_noop("drawn")


class NeedKind(Term):
    ACADEMIC = "academic", gettext_noop("Academic")
    DEVELOPMENTAL = "developmental", gettext_noop("Developmental")
    FUNCTIONAL = "functional", gettext_noop("Functional")


class Measure(Term):
    """How a goal is measured (iep-requirements 5.2)."""

    WORDS_PER_MINUTE = "words_per_minute", gettext_noop("Words read correctly in one minute")
    PERCENT_CORRECT = "percent_correct", gettext_noop("Percent correct")
    TRIALS = "trials", gettext_noop("Tries done correctly")
    COUNT = "count", gettext_noop("Count in a set time")
    DURATION = "duration", gettext_noop("How long it lasts")
    RUBRIC = "rubric", gettext_noop("Rubric level")
    PROMPT_LEVEL = "prompt_level", gettext_noop("Level of help")
    WORK_SAMPLE = "work_sample", gettext_noop("Work samples")
    STEPS = "steps", gettext_noop("Steps done")


class Schedule(Term):
    """How often a goal is measured."""

    DAILY = "daily", gettext_noop("Every day")
    TWICE_WEEKLY = "twice_weekly", gettext_noop("Twice a week")
    WEEKLY = "weekly", gettext_noop("Every week")
    BIWEEKLY = "biweekly", gettext_noop("Every two weeks")
    MONTHLY = "monthly", gettext_noop("Every month")


class ReportSchedule(Term):
    QUARTERLY = "quarterly", gettext_noop("Four times a year, with report cards")
    TRIMESTER = "trimester", gettext_noop("Three times a year, with report cards")
    MONTHLY = "monthly", gettext_noop("Every month")


class Pattern(Term):
    """The thirteen ways a strength is woven into a goal (strengths-and-student-voice 6.1)."""

    W1 = "W1", gettext_noop("Strong channel in")
    W2 = "W2", gettext_noop("Interest as content")
    W3 = "W3", gettext_noop("Bridge from a part-skill")
    W4 = "W4", gettext_noop("Tool already mastered")
    W5 = "W5", gettext_noop("A role")
    W6 = "W6", gettext_noop("Preferred setting")
    W7 = "W7", gettext_noop("Another way to show it")
    W8 = "W8", gettext_noop("Anchored in a routine")
    W9 = "W9", gettext_noop("A purpose of one's own")
    W10 = "W10", gettext_noop("Own way to calm")
    W11 = "W11", gettext_noop("People")
    W12 = "W12", gettext_noop("Tracks it alone")
    W13 = "W13", gettext_noop("Home, language and culture")


class ServiceClass(Term):
    SPECIAL_EDUCATION = "special_education", gettext_noop("Special education")
    RELATED_SERVICE = "related_service", gettext_noop("Related service")
    SUPPLEMENTARY_AID = "supplementary_aid", gettext_noop("Supplementary aid or service")
    ASSISTIVE_TECHNOLOGY = "assistive_technology", gettext_noop("Assistive technology")
    PERSONNEL_SUPPORT = "personnel_support", gettext_noop("Support for school staff")
    EXTENDED_YEAR = "extended_year", gettext_noop("Extended school year")
    TRANSPORT = "transport", gettext_noop("Special transportation")


class ServiceType(Term):
    """34 CFR 300.34 and 300.39; the list there is not exhaustive."""

    CONSULTANT_TEACHER = "consultant_teacher", gettext_noop("Consultant teacher")
    RESOURCE_ROOM = "resource_room", gettext_noop("Resource room")
    CO_TEACHING = "co_teaching", gettext_noop("Integrated co-teaching")
    SPECIAL_CLASS = "special_class", gettext_noop("Special class")
    ADAPTED_PE = "adapted_pe", gettext_noop("Adapted physical education")
    SPEECH = "speech", gettext_noop("Speech-language therapy")
    OCCUPATIONAL = "occupational", gettext_noop("Occupational therapy")
    PHYSICAL = "physical", gettext_noop("Physical therapy")
    COUNSELING = "counseling", gettext_noop("Counseling")
    PSYCHOLOGICAL = "psychological", gettext_noop("Psychological services")
    SOCIAL_WORK = "social_work", gettext_noop("Social work")
    AUDIOLOGY = "audiology", gettext_noop("Audiology")
    INTERPRETING = "interpreting", gettext_noop("Interpreting")
    MOBILITY = "mobility", gettext_noop("Orientation and mobility")
    VISION = "vision", gettext_noop("Teacher of the visually impaired")
    HEARING = "hearing", gettext_noop("Teacher of the deaf")
    NURSING = "nursing", gettext_noop("School health services")
    PARENT_TRAINING = "parent_training", gettext_noop("Parent counseling and training")
    TRAVEL_TRAINING = "travel_training", gettext_noop("Travel training")
    VOCATIONAL = "vocational", gettext_noop("Vocational education")
    TRANSPORTATION = "transportation", gettext_noop("Transportation")
    OTHER = "other", gettext_noop("Another service")


class Per(Term):
    DAY = "day", gettext_noop("a day")
    WEEK = "week", gettext_noop("a week")
    CYCLE = "cycle", gettext_noop("a six-day cycle")
    MONTH = "month", gettext_noop("a month")


class Location(Term):
    GENERAL_CLASS = "general_class", gettext_noop("General education class")
    SEPARATE_ROOM = "separate_room", gettext_noop("Separate room in the school")
    COMMUNITY = "community", gettext_noop("In the community")
    HOME = "home", gettext_noop("At home")
    AGENCY = "agency", gettext_noop("At an agency")


class AccommodationKind(Term):
    ACCOMMODATION = "accommodation", gettext_noop("Accommodation")
    MODIFICATION = "modification", gettext_noop("Modification")
    TESTING = "testing", gettext_noop("Testing accommodation")


class Factor(Term):
    """Special factors the team must consider (34 CFR 300.324(a)(2), 300.172)."""

    BEHAVIOR = "behavior", gettext_noop("Does behavior get in the way of learning, the student's or that of others?")
    LANGUAGE = "language", gettext_noop("Is the student still learning English?")
    VISION = "vision", gettext_noop("Is the student blind or visually impaired?")
    HEARING = "hearing", gettext_noop("Is the student deaf or hard of hearing?")
    COMMUNICATION = "communication", gettext_noop("Does the student have communication needs?")
    TECHNOLOGY = "technology", gettext_noop("Does the student need assistive technology?")
    FORMATS = "formats", gettext_noop("Does the student need materials in an accessible format?")


class Section(Term):
    """The narrative sections of a plan; requirements live with the compliance rules."""

    VISION = "vision", gettext_noop("The student's own hopes and how the team heard them")
    PARENT_CONCERNS = "parent_concerns", gettext_noop("Family's hopes and concerns")
    EVALUATION = "evaluation", gettext_noop("Evaluation results in plain words")
    EFFECT = "effect", gettext_noop("How the disability affects learning in the general curriculum")
    MANAGEMENT = "management", gettext_noop("What the setting and the adults provide (management needs)")
    TRANSITION = "transition", gettext_noop("After school: postsecondary goals, courses and transition services")
    PROGRESS = "progress", gettext_noop("How and when the family hears about progress")
    PARTICIPATION = "participation", gettext_noop("Time with students without disabilities, and why not more")
    TESTING = "testing", gettext_noop("State and district tests")
    EXTENDED_YEAR = "extended_year", gettext_noop("Extended school year (12-month services)")
    TRANSPORTATION = "transportation", gettext_noop("Transportation")
    PERSONNEL = "personnel", gettext_noop("Support for the adults who work with the student")


class Disability(Term):
    """IDEA categories with their section 618 codes (34 CFR 300.8(c)); labels as New York prints them."""

    AUT = "AUT", gettext_noop("Autism")
    DB = "DB", gettext_noop("Deaf-blindness")
    DEAF = "DEAF", gettext_noop("Deafness")
    DD = "DD", gettext_noop("Developmental delay")
    EMN = "EMN", gettext_noop("Emotional disability")
    HI = "HI", gettext_noop("Hearing impairment")
    ID = "ID", gettext_noop("Intellectual disability")
    MD = "MD", gettext_noop("Multiple disabilities")
    OHI = "OHI", gettext_noop("Other health impairment")
    OI = "OI", gettext_noop("Orthopedic impairment")
    SLD = "SLD", gettext_noop("Learning disability")
    SLI = "SLI", gettext_noop("Speech or language impairment")
    TBI = "TBI", gettext_noop("Traumatic brain injury")
    VI = "VI", gettext_noop("Visual impairment, including blindness")


class PlanKind(Term):
    INITIAL = "initial", gettext_noop("First plan")
    ANNUAL = "annual", gettext_noop("Annual review")
    AMENDMENT = "amendment", gettext_noop("Amendment")


class PlanState(Term):
    """A plan moves one way; only adopted plans are in effect, superseded ones stay readable forever."""

    DRAFT = "draft", gettext_noop("Draft")
    PROPOSED = "proposed", gettext_noop("Shared with the family, draft")
    ADOPTED = "adopted", gettext_noop("In effect")
    SUPERSEDED = "superseded", gettext_noop("Replaced by a newer plan")
    WITHDRAWN = "withdrawn", gettext_noop("Withdrawn before it took effect")


class LeftBecause(Term):
    """Why a writer leaves words that the coach has a thought on."""

    QUOTE = "quote", gettext_noop("It is a quote")
    NAME = "name", gettext_noop("It is a legal or test name")
    MEASURED = "measured", gettext_noop("The team has measured this")
    OTHER = "other", gettext_noop("Another reason")


class TrialEnd(Term):
    """What came of a support that was tried."""

    KEEP = "keep", gettext_noop("It helped: keep it")
    CHANGE = "change", gettext_noop("Try it another way")
    STOP = "stop", gettext_noop("It did not help: stop")


class Grade(Term):
    PK = "PK", gettext_noop("Prekindergarten")
    K = "K", gettext_noop("Kindergarten")
    G1 = "1", gettext_noop("Grade 1")
    G2 = "2", gettext_noop("Grade 2")
    G3 = "3", gettext_noop("Grade 3")
    G4 = "4", gettext_noop("Grade 4")
    G5 = "5", gettext_noop("Grade 5")
    G6 = "6", gettext_noop("Grade 6")
    G7 = "7", gettext_noop("Grade 7")
    G8 = "8", gettext_noop("Grade 8")
    G9 = "9", gettext_noop("Grade 9")
    G10 = "10", gettext_noop("Grade 10")
    G11 = "11", gettext_noop("Grade 11")
    G12 = "12", gettext_noop("Grade 12")
    UG = "UG", gettext_noop("Ungraded, to 21")
