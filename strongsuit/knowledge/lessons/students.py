"""The three invented students of the lessons: what each does well, likes and prefers, and the numbers so far."""

from strongsuit.knowledge.lessons.shapes import Profile
from strongsuit.knowledge.shapes import StrengthFacts
from strongsuit.knowledge.terms import Group, ItemKind, SkillSet
from strongsuit.knowledge.words import gettext_noop

ABILITY, INTEREST, PREFERENCE = ItemKind.ABILITY, ItemKind.INTEREST, ItemKind.PREFERENCE
STUDENT, FAMILY, SCHOOL = Group.STUDENT, Group.FAMILY, Group.SCHOOL


def _item(key: str, kind: ItemKind, words: str, skill_set: SkillSet | None, *seen_by: Group) -> StrengthFacts:
    return StrengthFacts(key, kind, words, skill_set, seen_by)


NOOR = Profile(
    key="noor",
    name="Noor",
    grade=gettext_noop("Grade 2"),
    about=gettext_noop("Noor speaks with a speech device and joins a class of 22."),
    items=(
        _item(
            "noor-1",
            ABILITY,
            gettext_noop("Finds a picture on her device after seeing it once"),
            SkillSet.COMMUNICATION,
            SCHOOL,
        ),
        _item("noor-2", ABILITY, gettext_noop("Lays bead patterns of three colors"), SkillSet.MATH, STUDENT, FAMILY),
        _item("noor-3", INTEREST, gettext_noop("Trains and the maps of train lines"), None, STUDENT, FAMILY, SCHOOL),
        _item("noor-4", PREFERENCE, gettext_noop("Playing with one partner in a quiet corner"), None, STUDENT),
    ),
    data=(
        gettext_noop("Begins a message in 2 of 10 play times (September tally)"),
        gettext_noop("Counts 6 objects in a row (September count)"),
        gettext_noop("Joins two pictures into one message in 3 of 12 tries (device log)"),
    ),
)
TEO = Profile(
    key="teo",
    name="Teo",
    grade=gettext_noop("Grade 6"),
    about=gettext_noop("Teo tells a story aloud with every detail in it; on paper it comes out short."),
    items=(
        _item(
            "teo-1",
            ABILITY,
            gettext_noop("Draws comics that tell a story in order"),
            SkillSet.WRITING,
            STUDENT,
            FAMILY,
            SCHOOL,
        ),
        _item("teo-2", ABILITY, gettext_noop("Repairs bikes from a picture manual"), SkillSet.WORK, FAMILY),
        _item("teo-3", INTEREST, gettext_noop("Mountain bikes and bike races"), None, STUDENT),
        _item(
            "teo-4",
            PREFERENCE,
            gettext_noop("Talking an idea through before a pencil comes out"),
            None,
            STUDENT,
            SCHOOL,
        ),
    ),
    data=(
        gettext_noop("Writes 3 sentences in a story; the grade 6 task asks for 12 (October sample)"),
        gettext_noop("Starts written work within 2 minutes in 3 of 10 lessons (October tally)"),
        gettext_noop("Reads 96 words correct in a minute (October probe)"),
    ),
)
IMANI = Profile(
    key="imani",
    name="Imani",
    grade=gettext_noop("Grade 11"),
    about=gettext_noop("Imani works in the school store and wants to run a kitchen one day."),
    items=(
        _item(
            "imani-1", ABILITY, gettext_noop("Runs the register of the school store"), SkillSet.WORK, STUDENT, SCHOOL
        ),
        _item(
            "imani-2", ABILITY, gettext_noop("Remembers orders without writing them down"), SkillSet.THINKING, SCHOOL
        ),
        _item("imani-3", INTEREST, gettext_noop("Recipes and food videos"), None, STUDENT, FAMILY),
        _item("imani-4", PREFERENCE, gettext_noop("Written steps on a card, headphones on"), None, STUDENT),
    ),
    data=(
        gettext_noop("Solves percent problems with 40 percent correct (October quiz)"),
        gettext_noop("Asks for help when stuck in 2 of 10 classes (October tally)"),
        gettext_noop("Plans 3 of 8 steps of a bus trip alone (October checklist)"),
    ),
)
STUDENTS = (NOOR, TEO, IMANI)
