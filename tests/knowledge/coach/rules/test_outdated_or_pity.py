"""outdated_or_pity: hits and near misses."""

import pytest

from strongsuit.knowledge.coach.rules import outdated_or_pity as rule
from tests.knowledge.coach.quotes import amiss, marked, reworded


@pytest.mark.parametrize(
    ("words", "verdicts"),
    [
        ("Kofi suffers from autism.", ["suffers from"]),
        ("Kofi is wheelchair-bound.", ["wheelchair-bound"]),
        ("He is confined to a wheelchair.", ["confined to a wheelchair"]),
        ("Kofi is afflicted with cerebral palsy.", ["afflicted with"]),
        ("She is a victim of dyslexia.", ["victim of"]),
        ("Kofi is handicapped.", ["handicapped"]),
        ("The crippled boy uses the ramp.", ["crippled"]),
        ("Kofi is retarded.", ["retarded"]),
        ("Kofi overcame his disability.", ["overcame his disability"]),
        ("Plays with the normal kids at lunch.", ["normal kids"]),
        ("Wheelchair-bound since birth.", ["Wheelchair-bound"]),
        ("Suffering from a stutter.", ["Suffering from"]),
        ("They suffer from seizures.", ["suffer from"]),
        ("His handicap keeps him from gym.", ["handicap"]),
        ("His teacher says he is mentally retarded.", ["mentally retarded"]),
        ("Despite his disability, Kofi smiles.", ["Despite his disability"]),
        ("Kofi is stricken with epilepsy.", ["stricken with"]),
        ("Kofi is deaf and dumb.", ["deaf and dumb"]),
        ("Kofi is differently abled.", ["differently abled"]),
        ("Kofi is a hearing impaired student.", ["hearing impaired student"]),
        ("Kofi is a hearing-impaired boy who signs.", ["hearing-impaired boy"]),
        ("The poor thing eats alone.", ["poor thing"]),
        ("Kofi was struck down by polio.", ["struck down"]),
    ],
)
def test_pity_and_slurs_are_marked(words, verdicts):
    assert not amiss(rule, words, verdicts)


@pytest.mark.parametrize(
    "words",
    [
        "Kofi uses a wheelchair.",
        "Ari, who is Deaf, chairs the chess club.",
        "Kofi is autistic.",
        "Kofi is blind and reads braille.",
        "The van parks in the handicapped space.",
        "Kofi overcame his fear of the slide with three visits.",
        "The chapter is about a victim of a flood.",
        'The old law spoke of "handicapped children".',
        "“I hate when they call me handicapped,” Kofi said.",
        "The word retarded is a slur.",
        "The flame retardant curtain was checked.",
        "Kofi's temperature is normal.",
        "Is Kofi confined to one room by the schedule?",
        "Kofi is not confined to a wheelchair.",
        "Down syndrome",
        "Kofi plays with classmates at lunch.",
        "A disabled account was opened again.",
        "The victims in the story escape.",
        'The Rehabilitation Act once said "handicapped".',
        'The handout asks us to avoid "suffers from".',
        "The Education for All Handicapped Children Act of 1975",
        "The town suffers from floods in his report.",
        "The budget suffered from cuts.",
        "The handicap of the golfer is 12.",
        "Kofi read about a crippled ship.",
        "Never write wheelchair-bound.",
        "Category of eligibility: Hearing Impairment",
        "Kofi is eligible as a student with a hearing impairment.",
        "Primary disability: Hearing Impaired (HI)",
        "The teacher of the hearing impaired visits on Mondays.",
        "Ms. Obi is certified as a Teacher of Hearing Impaired Students.",
        'His family asked that the term "hearing impaired student" not be used.',
    ],
)
def test_chosen_words_places_and_titles_are_left_alone(words):
    assert marked(rule, words) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Kofi suffers from autism.", "Kofi has autism."),
        ("Plays with the normal kids at lunch.", "Plays with students without disabilities at lunch."),
        ("Kofi is stricken with epilepsy.", "Kofi is living with epilepsy."),
        ("She is a victim of dyslexia.", "She is a person who has dyslexia."),
        ("Kofi is handicapped.", "Kofi is supported with ___."),
    ],
)
def test_the_first_reframe_fits_the_sentence(words, sentence):
    assert reworded(rule, words)[0] == sentence
