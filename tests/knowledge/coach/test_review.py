"""The wording rules together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.coach.passage import Advice
from strongsuit.knowledge.coach.patterns import FOLDER
from strongsuit.knowledge.coach.review import Passage, _apart, review, rules
from strongsuit.knowledge.reading import LONGEST, sentences
from strongsuit.knowledge.wordlists import WORDS

NAMES = ("Kofi",)
RULES = WORDS.parent / "rules"
TEXT = "Kofi refuses to write. He cannot read.\nThe district refused the request."


def test_every_file_in_the_folder_is_a_rule_that_gives_its_own_name():
    files = sorted(path.stem for path in RULES.glob("[a-z]*.py"))
    assert [rule.__name__.rpartition(".")[2] for rule in rules()] == files
    listed = sorted(path.stem for path in FOLDER.glob("*.txt"))
    assert sorted([*listed, "praise_without_example"]) == files


def test_advice_comes_in_the_order_of_the_text_and_says_where():
    found = review([Passage("level:writing", TEXT, NAMES), Passage("section:effect", "Kofi is a joy.", NAMES)])
    assert [(advice.place, advice.start, advice.end, advice.quote) for advice in found] == [
        ("level:writing", 5, 15, "refuses to"),
        ("level:writing", 26, 32, "cannot"),
        ("section:effect", 8, 13, "a joy"),
    ]


@pytest.mark.parametrize("words", [TEXT, "I refuse.", "Kofi is a joy.", "I can't read."])
def test_words_of_a_student_are_never_judged(words):
    assert review([Passage("words:1", words, NAMES, quoted=True)]) == ()


def test_the_same_text_gives_the_same_advice():
    assert review([Passage("a", TEXT, NAMES)]) == review([Passage("a", TEXT, NAMES)])


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ((0, 5, 2), (3, 9, 3), [(3, 9)]),
        ((0, 5, 2), (3, 9, 1), [(0, 5)]),
        ((0, 5, 2), (3, 9, 2), [(3, 9)]),
        ((0, 5, 2), (8, 9, 3), [(0, 5), (8, 9)]),
        ((0, 5, 2), (3, 8, 2), [(0, 5)]),
        ((0, 5, 2), (5, 8, 1), [(0, 5), (5, 8)]),
    ],
)
def test_where_two_meet_the_graver_stays_then_the_longer_then_the_earlier(first, second, kept):
    made = [Advice("r", "c", weight, "p", start, end, "", "", (), "") for start, end, weight in (first, second)]
    assert [(advice.start, advice.end) for advice in _apart(made)] == kept
    assert [(advice.start, advice.end) for advice in _apart(made[::-1])] == kept


FRAMES = (
    "Kofi {} the page.",
    "He {} write.",
    "They {} write",
    "Kofi is {} write.",
    "His {} plan.",
    "Kofi shows {} plan in May.",
    "{}",
    "Kofi is {}.",
    "Kofi has {}.",
    "The student {} and reads.",
)
PRAISE = ("a joy", "sweet", "a very kind girl", "a great attitude", "works hard", "nice")
VERDICTS = (
    "refuses to", "refuses", "refused to", "refuse", "resists", "won't", "will not", "ignores directions", "defiant",
    "defiance", "noncompliant with", "uncooperative", "cannot", "can't", "unable to", "incapable of", "an inability to",
    "inability to", "lazy", "unmotivated", "rude", "stubborn", "manipulative", "fails to", "a lack of",
    "struggles with", "low functioning", "mental age of four", "wheelchair-bound", "a behavior problem",
    "acts out", "a burden", "always", "will never",
)  # fmt: skip


@pytest.mark.parametrize("frame", FRAMES)
def test_every_reframe_passes_the_coach_itself(frame):
    for words in (frame.format(verdict) for verdict in (*VERDICTS, *PRAISE)):
        for advice in review([Passage("p", words, NAMES)]):
            for reframe in advice.reframes:
                changed = words[: advice.start] + reframe + words[advice.end :]
                assert _within(changed, advice.start, advice.start + len(reframe)) == []


def _within(words, start, end):
    return [found.quote for found in review([Passage("p", words, NAMES)]) if found.start < end and found.end > start]


@given(words=st.text(max_size=400), names=st.lists(st.text(max_size=5), max_size=2))
def test_any_text_is_read_and_every_span_lies_in_it(words, names):
    for advice in review([Passage("p", words, tuple(names))]):
        assert 0 <= advice.start < advice.end <= len(words)
        assert words[advice.start : advice.end] == advice.quote


SCRAPS = "Kofi he they district mother refuses to cannot won't not a joy and . , “ ”"


@given(st.lists(st.sampled_from([*SCRAPS.split(" "), "\n"]), max_size=30))
def test_any_order_of_words_is_read(parts):
    words = " ".join(parts)
    found = review([Passage("p", words, NAMES)])
    assert [advice.start for advice in found] == sorted(advice.start for advice in found)


def test_a_book_without_a_full_stop_is_cut_into_bearable_lengths():
    assert max(len(sentence.tokens) for sentence in sentences("word " * 5000)) == LONGEST


@pytest.mark.parametrize(
    ("words", "categories"),
    [
        ("His mom is worried. He will never read.", ["low_expectation"]),
        ("His dad is worried. She will never read.", ["low_expectation"]),
        ("His mom is worried. She will never give up.", []),
    ],
)
def test_a_pronoun_that_cannot_be_the_parent_is_the_student(words, categories):
    assert [advice.category for advice in review([Passage("p", words, NAMES)])] == categories
