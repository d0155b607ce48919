"""A clause fits the strength as people write it, and is not offered where it would not."""

import pytest

from strongsuit.knowledge.terms import Group, ItemKind, Pattern, SkillSet
from strongsuit.knowledge.weaving.suggest import clause, ways_for
from tests.knowledge.weaving.test_suggest import patterns, source

ABILITY, INTEREST, PREFERENCE = ItemKind.ABILITY, ItemKind.INTEREST, ItemKind.PREFERENCE
READING, WRITING, MATH, ORGANIZATION = SkillSet.READING, SkillSet.WRITING, SkillSet.MATH, SkillSet.ORGANIZATION
COMMUNICATION, SOCIAL, EMOTIONAL, DAILY = (
    SkillSet.COMMUNICATION, SkillSet.SOCIAL, SkillSet.EMOTIONAL, SkillSet.DAILY_LIVING,
)  # fmt: skip


# Words as people write them: nouns, acts, sentences, plural, first person; what each way says, nothing where it is out.
NATURAL = [
    (ABILITY, "Good memory for songs", "a good memory for songs"),
    (ABILITY, "Her patience", "her patience"),
    (ABILITY, "I like to help my brother", "helping their brother"),
    (ABILITY, "He can fix bikes from a picture manual", "fixing bikes from a picture manual"),
    (ABILITY, "Strong listener in small groups", "being a strong listener in small groups"),
    (ABILITY, "Maya notices when a classmate is sad", "noticing when a classmate is sad"),
    (ABILITY, "I'm good with animals", "being good with animals"),
    (ABILITY, "Is very organized", "being very organized"),
    (ABILITY, "Always finishes chores", "finishing chores"),
    (ABILITY, "Carefully cuts fabric", "carefully cutting fabric"),
    (ABILITY, "Swims", "swimming"),
    (ABILITY, "Loves pets", ""),
    (INTEREST, "Loves pets", "pets"),
    (ABILITY, "Leo, with a calculator, solves problems", ""),
    (ABILITY, "Was the captain last year", ""),
    (ABILITY, "Never gives up", ""),
    (ABILITY, "Le gusta bailar", ""),
    (INTEREST, "Le gusta bailar", ""),
    (PREFERENCE, "Le gusta bailar", ""),
    (INTEREST, "Trains and the maps of train lines", "trains and the maps of train lines"),
    (INTEREST, "She loves to bake", "baking"),
    (INTEREST, "I want to be a nurse", "becoming a nurse"),
    (INTEREST, "I like dinosaurs and fossils", "dinosaurs and fossils"),
    (INTEREST, "What happens in space", "what happens in space"),
    (INTEREST, "She is really into volcanoes", "volcanoes"),
    (INTEREST, "Star Wars", "Star Wars"),
    (INTEREST, "Watch YouTube", "watching YouTube"),
    # A phrase that stands by itself, and nothing that hangs on a verb which is left out.
    (INTEREST, "Knows dinosaurs by name and bone", "dinosaurs"),
    (INTEREST, "Plays the drums by ear", "the drums"),
    (INTEREST, "Knows every bus route in the city by heart", "every bus route in the city"),
    (INTEREST, "Reads comics aloud to her little brother", "comics"),
    (INTEREST, "Likes trains with her brother on Saturdays", "trains"),
    (INTEREST, "Loves trains and knows every station", "trains"),
    (INTEREST, "Enjoys soccer at recess", "soccer"),
    (INTEREST, "Follows the moon landing after school every day", "the moon landing"),
    (INTEREST, "Loves books by Mo Willems", "books by Mo Willems"),
    (INTEREST, "Loves animals that live in the sea", "animals that live in the sea"),
    (INTEREST, "Loves books about dragons", "books about dragons"),
    (INTEREST, "Interested in how engines work", "how engines work"),
    (INTEREST, "Understands best after listening to a page once", ""),
    (ABILITY, "Keeps a color system for photos and always finds the right one", "keeping a color system for photos"),
    (ABILITY, "Takes things apart, finds what is broken and says why", "taking things apart"),
    (ABILITY, "Finds keys quickly and types names and game words", "finding keys quickly"),
    (ABILITY, "Knows who to ask and keeps in touch with many people", "knowing who to ask"),
    (ABILITY, "Is gentle with animals and reads what they need", "being gentle with animals"),
    (ABILITY, "Knows trees and leaves of the forest", "knowing trees and leaves of the forest"),
    (ABILITY, "Understands best after listening to a page once", "understanding best after listening to a page once"),
    (ABILITY, "After listening to a page once, retells it in order", ""),
    (PREFERENCE, "After listening to a page once, retells it in order", ""),
    (PREFERENCE, "Understands best after listening to a page once", ""),
    (PREFERENCE, "In the morning, reads longer", "in the morning"),
    (PREFERENCE, "A quiet corner", "in a quiet corner"),
    (PREFERENCE, "Works best in a quiet corner", "in a quiet corner"),
    (PREFERENCE, "Prefers to work with one partner", "while working with one partner"),
    (PREFERENCE, "I like working alone in the morning", "while working alone in the morning"),
    (PREFERENCE, "Needs a minute to think", "with a minute to think"),
    (PREFERENCE, "Written steps on a card, headphones on", "with written steps on a card and headphones on"),
    (PREFERENCE, "When it is quiet, he works longer", "when it is quiet"),
    (PREFERENCE, "Learns better when he can stand", "when he can stand"),
    (PREFERENCE, "Likes to be told ahead of time", "when told ahead of time"),
    (PREFERENCE, "Small groups rather than the whole class", "in small groups"),
    (PREFERENCE, "Mornings", "in the morning"),
    (PREFERENCE, "I like it when people are calm", "when people are calm"),
    (PREFERENCE, "To work standing up", "while working standing up"),
    (PREFERENCE, "Read it to me first", ""),
    (PREFERENCE, "Teacher sits next to me", ""),
    (PREFERENCE, "I don't like loud rooms", ""),
]


def said(words, kind, pattern):
    """What the pattern would put into the goal; empty where it is not offered."""
    found = source(words, kind, READING, key="own:1")
    return next((clause(way, found).english for way in ways_for(found, READING) if way.pattern == pattern), "")


@pytest.mark.parametrize(("kind", "words", "expected"), NATURAL)
def test_a_clause_fits_the_words_of_the_strength_or_is_not_offered(kind, words, expected):
    pattern, clause_of_it = {
        ABILITY: (Pattern.W3, "starting from what goes well already: %s"),
        INTEREST: (Pattern.W2, "using texts and tasks about %s"),
        PREFERENCE: (Pattern.W6, "first %s and then in one new setting"),
    }[kind]
    assert said(words, kind, pattern) == (clause_of_it % expected if expected else "")


@pytest.mark.parametrize(
    ("words", "skill_set", "role", "routine"),
    [
        ("Leads a small group", SOCIAL, True, False),
        ("Helps others who wait", SOCIAL, True, False),
        ("Teaches younger cousins to count", MATH, True, False),
        ("Feeds the chickens every morning", DAILY, True, True),
        ("Follows the morning routine", DAILY, False, True),
        ("Uses a checklist for packing", ORGANIZATION, False, True),
        ("Fixes the class tablets", SkillSet.TECHNOLOGY, True, False),
        ("Loves pets", SOCIAL, False, False),
        ("Gentle with her dog", EMOTIONAL, False, False),
        ("Knows the names of every plant", SkillSet.THINKING, False, False),
        ("Sleeps well when the dog is near", EMOTIONAL, False, False),
        ("Waits patiently for the bus", DAILY, False, False),
        ("Takes photos of birds", SkillSet.TECHNOLOGY, False, False),
        ("Works on job applications", SkillSet.WORK, False, False),
        ("Asks for help", SOCIAL, False, False),
        ("Starts promptly", ORGANIZATION, False, False),
        ("Draws comics about dogs", WRITING, False, False),
        ("Is reliable", SkillSet.WORK, False, False),
    ],
)
def test_only_a_strength_that_names_a_role_or_a_routine_is_given_one(words, skill_set, role, routine):
    found = patterns(source(words, ABILITY, skill_set, key="own:1"), READING)
    assert ("W5" in found, "W8" in found) == (role, routine)


def test_an_interest_of_the_family_is_no_skill_from_home():
    assert "W13" not in patterns(source("Trains", INTEREST, seen_by=(Group.FAMILY,)))
