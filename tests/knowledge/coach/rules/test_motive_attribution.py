"""motive_attribution: hits and near misses."""

import pytest

from strongsuit.knowledge.coach.rules import motive_attribution as rule
from tests.knowledge.coach.quotes import amiss, marked, reworded


@pytest.mark.parametrize(
    ("words", "verdicts"),
    [
        ("Kofi hits for attention.", ["for attention"]),
        ("He did it on purpose.", ["on purpose"]),
        ("Kofi is manipulative.", ["manipulative"]),
        ("She cries to get out of work.", ["to get out of"]),
        ("Attention-seeking during circle time.", ["Attention-seeking"]),
        ("Kofi is just trying to annoy the teacher.", ["trying to annoy"]),
        ("Sulks to get her own way.", ["to get her own way"]),
        ("He knows exactly what he is doing.", ["knows exactly what he is doing"]),
        ("Kofi deliberately drops his pencil.", ["deliberately"]),
        ("Kofi purposely spills paint.", ["purposely"]),
        ("Kofi fakes a stomachache.", ["fakes"]),
        ("Kofi pretends not to hear.", ["pretends not to"]),
        ("He intentionally breaks pencils.", ["intentionally"]),
        ("Kofi manipulates the staff.", ["manipulates"]),
        ("His teacher says he does it for attention.", ["for attention"]),
        ("Kofi pushes my buttons.", ["pushes my buttons"]),
        ("Kofi is out to get a reaction.", ["out to get"]),
        ("Uses his disability as an excuse.", ["as an excuse"]),
        ("Kofi plays the victim.", ["plays the victim"]),
        ("His manipulation of adults is clear.", ["manipulation"]),
        ("Kofi acts up to avoid work.", ["to avoid work"]),
        ("He cries just to get attention.", ["to get attention"]),
        ("They act up to avoid work.", ["to avoid work"]),
        ("They act up to avoid work.", ["to avoid work"]),
    ],
)
def test_a_guess_at_motives_is_marked(words, verdicts):
    assert not amiss(rule, words, verdicts)


@pytest.mark.parametrize(
    "words",
    [
        "Kofi did not do it on purpose.",
        "Function: escape, in 7 of 9 recorded episodes.",
        "The team's hypothesis is that he leaves to escape noise, in 6 of 8 episodes.",
        "Kofi raised his hand to get attention from the judge.",
        "Kofi manipulates base-ten blocks.",
        "Math manipulatives are on the shelf.",
        "Kofi pays attention for 12 minutes.",
        "The author repeats the word on purpose.",
        "“I did it on purpose,” Kofi said.",
        "Did he do it on purpose, or was the floor wet?",
        'The words "for attention" are a guess.',
        "The purpose of the meeting is to review the plan.",
        "Kofi pretends to be a pilot in the play.",
        "The team intentionally seats Kofi near the door.",
        "Kofi does not fake his cough.",
        "Kofi is attentive to detail.",
        "Attention: T = 58",
        "Kofi chose the blanket with purpose and care.",
        "Kofi sorted the buttons by size and color.",
        "He deliberately chose blue for the sky.",
        "Kofi says he did it on purpose.",
        "The bell is loud on purpose.",
        "Kofi pushes the buttons of the elevator.",
        "Kofi asked for the attention of the chair.",
    ],
)
def test_tested_functions_and_other_senses_are_left_alone(words):
    assert marked(rule, words) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("He did it on purpose.", "He did it after ___."),
        ("Kofi pushes my buttons.", "Kofi ___ after ___, followed by ___."),
    ],
)
def test_the_first_reframe_fits_the_sentence(words, sentence):
    assert reworded(rule, words)[0] == sentence
