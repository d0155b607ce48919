"""The quiet mark: what earns one, what comes close, and what never gets one."""

import pytest

from strongsuit.knowledge.coach.review import Passage, review
from strongsuit.knowledge.coach.strong import EARNED, MEASURED, SAYS, SUPPORTED, WOVEN, strong_words

NAMES = ("Maya", "Maya Torres")


def rules(words, **values):
    passage = Passage("text", words, NAMES, **values)
    return [found.rule for found in strong_words(passage, review([passage]))]


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Maya reads 61 words per minute when the text is about animals.", MEASURED),
        ("She answers 8 of 10 questions in small groups.", MEASURED),
        ("In the garden, Maya works for 20 minutes beside a partner.", MEASURED),
        ("• Spells 14 of 25 list words during word work", MEASURED),
        ("With a checklist, starts 8 of 10 tasks in math.", MEASURED),
        ("The student solved 90 % of the fact cards at the math table.", MEASURED),
        ("Maya independently packs her bag with a picture list.", SUPPORTED),
        ("With a word bank, Maya writes whole sentences.", SUPPORTED),
        ("She joins the morning circle after a visual schedule.", SUPPORTED),
        ("Maya is a reader. They read 61 words per minute when it is quiet.", MEASURED),
        ("Maya uses her map skills to plan a route.", WOVEN),
        ("He uses his love of trains to practice reading tables.", WOVEN),
    ],
)
def test_says_what_where_and_how_much_or_with_what(words, rule):
    assert rules(words) == [rule]


@pytest.mark.parametrize(
    "words",
    [
        "Maya is a joy to have in class.",
        "Maya reads well.",
        "Maya reads 61 words in a minute.",
        "Maya read 61 words on Friday.",
        "Maya reads in grade 4 with her class.",
        "Maya reads page 12 in the morning.",
        "Maya reads only 12 words per minute in grade-level text.",
        "Maya does not start 8 of 10 tasks in math.",
        "Maya will read 80 words per minute when given a passage.",
        "Maya should write with a word bank.",
        "Maya needs a checklist to start 8 of 10 tasks in math.",
        "Maya hits a partner 3 times during recess.",
        "Maya leaves her seat 6 times in math.",
        "Maya read 47 words in Sept",
        "Maya uses 4 rude words in class.",
        "Maya starts humming 4 times during math.",
        "Sound bounced off 4 walls in the gym.",
        "Maya waits for an adult before 8 of 10 tasks in math.",
        "Maya walks out of class 3 times during math.",
        "Work with one partner before the whole group.",
        "The teacher has Maya build two towers with blocks in math.",
        "With photos from the fair where Maya greets 4 people in line.",
        "Maya writes one paragraph with a main idea and three facts.",
        "Ms. Ruiz reads 3 pages with him in class.",
        "Her mother reads 20 minutes with a timer at home.",
        "The aide uses a checklist with Maya in math.",
        "The class solves 8 of 10 problems with a calculator.",
        "Students read 61 words per minute in fall.",
        "Maya uses her hands to hit the table.",
        "Maya uses her interest in trains to avoid work.",
        "Does Maya read 61 words per minute when she is rested?",
        "“I read 61 words per minute when it is quiet,” Maya said.",
        "Maya reads 61 words a minute in class but refuses to write.",
        "If Maya reads 61 words per minute in June, the group changes.",
        "Maya answers 4 of 10 questions in class, fewer than in fall.",
    ],
)
def test_near_misses_get_no_mark(words):
    assert rules(words) == []


def test_never_where_a_finding_stands_in_the_sentence_and_still_in_the_next():
    words = "Lazy Maya reads 61 words per minute in class. She answers 8 of 10 questions in small groups."
    passage = Passage("text", words, NAMES)
    advice = review([passage])
    assert advice, "the first sentence must hold a finding, or this tries nothing"
    found = strong_words(passage, advice)
    assert [words[one.start : one.end] for one in found] == ["She answers 8 of 10 questions in small groups"]


def test_words_of_students_and_families_are_left_alone():
    assert rules("Maya reads 61 words per minute in class.", quoted=True) == []


def test_each_rule_says_one_sentence():
    assert set(SAYS) == set(EARNED) == {MEASURED, SUPPORTED, WOVEN}
    assert all(words.count(".") == 1 for words in SAYS.values())
