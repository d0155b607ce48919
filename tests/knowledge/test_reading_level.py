"""How easy texts are to read: vectors, places, and what must hold for every text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.reading_level import LIMITS, Ease, Target, read_level, target_of_level
from strongsuit.knowledge.syllables import syllables

OFFICE = (
    "Maya demonstrates difficulty with comprehension of informational text, and requires SDI in order to participate "
    "with peers in the general education environment."
)
PLAIN = "Maya gets a story when she hears it. She reads 48 words in a minute. We want her to read 90 by June."
EASY_WORDS = st.sampled_from(
    ["the", "cat", "sat", "on", "a", "mat", "she", "reads", "to", "her", "dog", "each", "day", "and", "then", "runs"]
)
SENTENCES = st.lists(EASY_WORDS, min_size=1, max_size=8).map(lambda said: " ".join(said).capitalize() + ".")
TEXTS = st.text(st.sampled_from("abcdeiou ABC.,!?\n'-1é"), max_size=300) | st.text(max_size=120)


@pytest.mark.parametrize(
    ("text", "target", "ease"),
    [
        (PLAIN, Target.FAMILY, Ease.EASY),
        (PLAIN, Target.SECONDARY, Ease.EASY),
        (PLAIN, Target.UPPER, Ease.EASY),
        (PLAIN + " She will do it with help from Ana.", Target.EARLY, Ease.EASY),
        ("I get a story when I hear it.", Target.EARLY, Ease.EASY),
        ("I am good at comprehension.", Target.EARLY, Ease.NEAR),
        ("I am good at comprehension.", Target.UPPER, Ease.EASY),
        (OFFICE, Target.FAMILY, Ease.HARD),
        ("Maya reads with a pal and then she tells the class what she heard in it today.", Target.NOTE, Ease.NEAR),
        ("", Target.EARLY, Ease.EASY),
        (" \n. • ", Target.FAMILY, Ease.EASY),
    ],
)
def test_short_texts_are_told_by_their_sentences_and_words(text, target, ease):
    found = read_level(text, target)
    assert (found.ease, found.grade) == (ease, None)
    assert found.met == (ease == Ease.EASY)


def test_the_words_that_raise_it_stand_with_their_places_and_easier_ones():
    found = {word.quote: word for word in read_level(OFFICE).hard_words}
    assert found["demonstrates"].easier == ("shows",)
    assert found["in order to"].easier == ("to",)
    assert found["general education"].easier == ("regular class",)
    assert found["SDI"].easier == ()
    assert all(OFFICE[word.start : word.end] == quote for quote, word in found.items())


def test_a_long_sentence_is_named_with_its_place_and_length():
    text = "She reads well. " + OFFICE
    (long,) = read_level(text).long_sentences
    assert (text[long.start : long.end + 1], long.words) == (OFFICE, 22)


@pytest.mark.parametrize(
    "text",
    [
        "Gabriella Montenegro reads with Ms. Okonkwo-Adeyemi.",
        "My family reads together every Saturday.",
        "She remembers and answers.",
        "It is on TV at 7:30.",
        "MAYA REMEMBERS THE STORY.",
    ],
)
def test_names_and_everyday_words_raise_nothing(text):
    assert read_level(text).hard_words == ()


def test_a_name_at_the_start_that_is_also_a_word_raises_nothing_when_it_is_known():
    assert [word.quote for word in read_level("Serenity reads.").hard_words] == ["Serenity"]
    assert read_level("Serenity reads.", names=["Serenity Hall"]).hard_words == ()


def test_each_hard_word_is_listed_once_as_it_first_stands():
    found = read_level("Comprehension grows. Her comprehension is strong.")
    assert [word.quote for word in found.hard_words] == ["Comprehension", "comprehension"]
    assert [(word.quote, word.start) for word in found.each_hard_word] == [("Comprehension", 0)]


@pytest.mark.parametrize(("count", "graded"), [(99, False), (100, True), (101, True)])
def test_a_grade_is_given_from_a_hundred_words_on(count, graded):
    assert (read_level(" ".join(["word"] * count)).grade is not None) == graded


@pytest.mark.parametrize(
    "text",
    [
        "The cat sat on the mat. " * 20,
        "The teacher reads a story to the children at the table. " * 10,
        "Children understand instruction. " * 34,
    ],
)
def test_the_grade_of_a_long_text_is_flesch_and_kincaids(text):
    found = read_level(text)
    said = text.replace(".", "").split()
    beats = sum(syllables(word) for word in said)
    own = 0.39 * len(said) / text.count(".") + 11.8 * beats / len(said) - 15.59
    assert abs(float(found.grade) - own) <= 0.0501
    assert found.ease == (Ease.EASY if own <= 6 else Ease.HARD)


@pytest.mark.parametrize(
    ("target", "grade"), [("early", "1.5"), ("upper", "3"), ("secondary", "6"), ("family", "6"), ("note", "5")]
)
def test_the_targets_are_those_of_the_specification(target, grade):
    assert LIMITS[Target(target)].grade == Decimal(grade)


@pytest.mark.parametrize(
    ("level", "target"), [("E", Target.EARLY), ("U", Target.UPPER), ("S", Target.SECONDARY), ("A", Target.SECONDARY)]
)
def test_a_students_own_level_has_its_target(level, target):
    assert target_of_level(level) == target


@given(TEXTS, st.sampled_from(Target))
def test_places_lie_in_order_inside_the_text_and_hold_their_quotes(text, target):
    found = read_level(text, target)
    assert all(text[word.start : word.end] == word.quote for word in found.hard_words)
    ends = [0, *(word.end for word in found.hard_words)]
    assert all(end <= word.start < word.end for end, word in zip(ends, found.hard_words, strict=False))
    assert all(
        0 <= one.start < one.end <= len(text) and one.words > LIMITS[target].sentence for one in found.long_sentences
    )
    assert found == read_level(text, target)


@given(TEXTS, SENTENCES)
def test_one_more_easy_sentence_never_makes_a_short_text_harder(text, easy):
    order = list(Ease)
    before, after = read_level(text, Target.FAMILY), read_level(f"{text}\n{easy}", Target.FAMILY)
    if after.grade is None:
        assert order.index(after.ease) <= order.index(before.ease)
    assert after.hard_words == before.hard_words


@given(TEXTS)
def test_what_is_easy_for_an_early_reader_is_easy_for_all(text):
    if read_level(text, Target.EARLY).met:
        assert all(read_level(text, target).met for target in Target)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.org/individualized/education?accommodation=1",
        "www.understanding-evaluations.org/articles",
        "maria.hernandez@exampledistrict.k12.ny.us",
        "mathematics.exampledistrict.org/evaluation",
        "<table><tr><td class='accommodation'>",
        "&nbsp;",
        "C:\\evaluations\\accommodations.docx",
    ],
)
def test_addresses_and_tags_are_no_words(address):
    plain = read_level("Read the page. Then call.")
    found = read_level(f"Read the page {address}. Then call.")
    assert (found.hard_words, found.words, found.sentences, found.ease) == ((), 5, 2, plain.ease)
    behind = read_level(f"See {address} for evaluation.")
    (hard,) = behind.hard_words
    assert f"See {address} for evaluation."[hard.start : hard.end] == hard.quote == "evaluation"
