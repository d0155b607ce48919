"""deficit_noun: hits and near misses."""

import pytest

from strongsuit.knowledge.coach.rules import deficit_noun as rule
from tests.knowledge.coach.quotes import amiss, marked, reworded


@pytest.mark.parametrize(
    ("words", "verdicts"),
    [
        ("Kofi lacks reading fluency.", ["lacks"]),
        ("Kofi has a deficit in working memory.", ["deficit in"]),
        ("His weakness is spelling.", ["weakness"]),
        ("Kofi has poor handwriting.", ["poor"]),
        ("Weak decoding skills.", ["Weak"]),
        ("Kofi lacked confidence in the play.", ["lacked"]),
        ("Lacks phonemic awareness.", ["Lacks"]),
        ("His deficits in math are growing.", ["deficits in"]),
        ("Kofi shows weaknesses in spelling and grammar.", ["weaknesses in"]),
        ("Her vocabulary is limited.", ["limited"]),
        ("Kofi's spelling is poor.", ["poor"]),
        ("Kofi has inadequate study skills.", ["inadequate"]),
        ("A lack of focus keeps Kofi from finishing.", ["lack of"]),
        ("Kofi's lack of organization shows in his folder.", ["lack of"]),
        ("The teacher reports that he lacks social skills.", ["lacks"]),
        ("Her weak grasp of fractions shows on quizzes.", ["weak"]),
        ("His impaired memory slows him.", ["impaired"]),
        ("Kofi has limited vocabulary.", ["limited"]),
        ("His eye contact was poor.", ["poor"]),
        ("Kofi has low self-esteem.", ["low"]),
    ],
)
def test_a_student_told_by_what_is_missing_is_marked(words, verdicts):
    assert not amiss(rule, words, verdicts)


@pytest.mark.parametrize(
    "words",
    [
        "Poor lighting made the lab hard to read.",
        "The second draft was weak on evidence.",
        "The signal was weak in the gym.",
        "A limited edition comic is his prize.",
        "Kofi has no weaknesses in the record of the eye exam.",
        "Kofi's spelling is no longer weak.",
        "Kofi does not lack confidence.",
        "Kofi doesn't lack for ideas.",
        "Eligibility: a pattern of strengths and weaknesses",
        "Category of eligibility: Speech or Language Impairment",
        "The pediatrician's letter gives Attention-Deficit/Hyperactivity Disorder.",
        "Processing Speed: 84, low average",
        "Kofi scored in the low average range.",
        "“My weakness is fractions,” Kofi said.",
        "The district lacks a speech provider in May.",
        "The school has limited space for the lab.",
        "The chart lacks a title.",
        "Types 9 words a minute; the class median is 21.",
        "The word deficit says nothing about support.",
        "Does Kofi lack the materials, or the steps?",
        "The bus route has limited stops.",
        "Kofi sorted the low-frequency words.",
    ],
)
def test_names_of_law_scores_and_things_are_left_alone(words):
    assert marked(rule, words) == []


@pytest.mark.parametrize(
    ("words", "context"),
    [
        ("Students who lack a device may borrow one.", "general"),
        ("Pupils with weak decoding may listen to the chapter.", "general"),
    ],
)
def test_advice_for_anybody_is_left_alone(words, context):
    assert marked(rule, words, context=context) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Kofi lacks reading fluency.", "Kofi is building reading fluency."),
        ("Kofi's spelling is poor.", "Kofi's spelling is still developing."),
        ("Kofi has poor handwriting.", "Kofi has still-developing handwriting."),
        ("Kofi has a deficit in working memory.", "Kofi has a need for support in working memory."),
        ("His weakness is spelling.", "His next skill is spelling."),
        ("Weak decoding skills.", "Still-developing decoding skills."),
    ],
)
def test_the_first_reframe_fits_the_sentence(words, sentence):
    assert reworded(rule, words)[0] == sentence
