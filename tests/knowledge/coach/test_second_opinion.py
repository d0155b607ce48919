"""The learned second opinion: when it speaks, how gravely, and what it may not see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.learn import source
from strongsuit.knowledge.coach import second_opinion
from strongsuit.knowledge.coach.learning import learn
from strongsuit.knowledge.coach.review import Passage, review, rules
from strongsuit.knowledge.coach.scene import scenes
from strongsuit.knowledge.coach.text import read
from strongsuit.knowledge.coach.weights import FILE, weights
from strongsuit.knowledge.lessons.checking import advice

BLAMING = "With a home like that, nobody on the team was surprised by the attendance print-out."


def learned(words, context="general"):
    return [advice for advice in review([Passage("p", words, context=context)]) if advice.learned]


def test_it_speaks_where_no_rule_does_and_says_which_words_weighed():
    (advice,) = learned(BLAMING)
    assert (advice.rule, advice.category) == ("second_opinion.family_or_burden_blame", "family_or_burden_blame")
    assert advice.because and all(words in BLAMING for words in advice.because)
    assert advice.reframes and "___" in advice.reframes[0]


@pytest.mark.parametrize("frame", ["Kofi {} in class.", "He has {}.", "{}, his mother says.", "We saw {} at lunch."])
def test_what_it_offers_is_a_blank_that_reads_right_anywhere_and_passes_the_coach(frame):
    offered = {words for rule in rules() if hasattr(rule, "INSTEAD") for words in rule.INSTEAD}
    assert all(words.startswith("___ (") and words.endswith(")") for words in offered)
    assert [words for words in offered if review([Passage("p", frame.format(words), ("Kofi",))])] == []


def test_a_lesson_does_not_teach_by_it():
    assert learned(BLAMING, "goal") and advice(BLAMING, "goal") == ()


def test_it_never_says_that_something_is_grave():
    assert [advice.severity for advice in learned(BLAMING)] == [2]


@pytest.mark.parametrize(
    "words",
    [
        "With a home like that, was anybody on the team surprised by the attendance print-out?",
        f"“{BLAMING}” stands on the slide of phrases to avoid.",
        "With a home like ___, nobody on the team was surprised by the attendance print-out.",
        "Kofi enjoys long division.",
        "She wants to be a nurse.",
        "He has a great sense of humor and tells stories with it.",
        "His mother works nights and prefers texts.",
        "He uses his love of trains to practice reading tables.",
    ],
)
def test_it_leaves_questions_mentions_blanks_and_plain_good_writing_alone(words):
    assert learned(words) == []


NAMES = st.sampled_from(["Maya", "Kofi", "Tuấn", "Xiomara", "Oleksandr", "Precious"])
SAYINGS = ["{} rides the coattails of the whole table group.", "Everyone at lunch knows to give {} a wide berth."]


@given(st.sampled_from(SAYINGS), NAMES, NAMES)
def test_whose_name_it_is_weighs_nothing(saying, one, other):
    seen = [
        second_opinion.signs(second_opinion.shown(scene))
        for name in (one, other)
        for scene in scenes(read(saying.format(name), "general", (name,)))
    ]
    assert seen[0] == seen[1]


@pytest.mark.parametrize(("he", "she"), [("He keeps his desk", "She keeps her desk"), ("We told him", "We told her")])
def test_he_or_she_weighs_nothing(he, she):
    seen = [second_opinion.shown(next(scenes(read(words, "general", ())))) for words in (he, she)]
    assert seen[0] == seen[1]


def test_small_words_alone_are_no_sign():
    assert list(second_opinion.signs(["he", "has", "a", "to"])) == []


def test_learning_the_same_gives_the_same_and_tells_the_two_apart():
    rows = [(["sinks", "the", "^ink"], 2, True), (["reads", "the", "^ead"], 2, False)] * 2
    assert learn(rows) == learn(rows)
    weights = learn(rows, fainter={"^": 0.5})
    assert weights["sinks"] > 0 > weights["reads"]
    assert weights["sinks"] > weights["^ink"] > 0


def test_what_was_seen_once_and_what_weighs_little_is_not_learned():
    rows = [(["sinks", "odd"], 2, True), (["sinks"], 1, True), (["reads"], 1, False), (["reads"], 1, False)]
    assert learn(rows).keys() == {"sinks", "reads"}
    assert learn(rows, least=5.0) == {}


def test_letters_of_a_word_weigh_together_and_those_of_hidden_words_do_not():
    assert list(second_opinion.spelled(["lazy"]))[:3] == ["^ la", "^laz", "^azy"]
    assert list(second_opinion.spelled([second_opinion.HE, second_opinion.NAME, second_opinion.NUMBER])) == []


def test_the_weights_were_learned_from_the_trials_and_lists_as_they_stand():
    told = FILE.read_text(encoding="utf-8").splitlines()[2]
    assert told == f"# From {source()}", "run python -m bench.learn"


def test_every_sign_is_found_where_it_lies_in_the_file():
    for line in FILE.read_text(encoding="utf-8").splitlines()[3:]:
        sign, _weight, said = line.split("\t")
        assert " ".join(f"{kind}:{much}" for kind, much in weights().kinds(sign)) == said
    assert list(weights().kinds("no such sign")) == [] == list(weights().kinds(""))


def test_a_refusal_is_heard_however_ordinary_the_rest():
    words = "He refused to take three questions, thanked the panel and looked at his notes."
    assert [one.category for one in review([Passage("p", words, context="general")])] == ["willful_refusal"]


MANY = (
    "The foster parents are in it for the stipend.",
    "He would sooner take a zero than write a paragraph.",
    "Omari is not in the same league as his tablemates when the talk turns to books.",
    "Kofi refuses to write, and he is lazy.",
)


def test_it_settles_the_category_of_what_a_rule_found_and_never_makes_it_graver():
    passages = [Passage(words, words, context="general") for words in MANY]
    alone, both = review(passages, learned=False), review(passages)
    assert [(one.place, one.quote) for one in alone] == [(one.place, one.quote) for one in both]
    assert {one.category for one in alone} != {one.category for one in both}
    assert all(other.severity <= max(one.severity, 2) for one, other in zip(alone, both, strict=True))
    assert [one.category for one in both][-2:] == ["willful_refusal", "effort_blame"]


def test_a_finding_whose_category_it_settled_says_so_and_gives_the_reason_of_that_category():
    passages = [Passage(words, words, context="general") for words in MANY]
    alone, both = review(passages, learned=False), review(passages)
    reasons = {rule.CATEGORY: rule.WHY for rule in rules()}
    for one, other in zip(alone, both, strict=True):
        assert other.rule == one.rule + "+learned" * (one.category != other.category)
        assert other.why == reasons[other.category] and not other.learned
    assert any(other.rule.endswith("+learned") for other in both)


@pytest.mark.parametrize("words", [*MANY, "He threw in the towel.", "He warmed the chair all year."])
def test_how_grave_a_finding_is_stays_with_its_rule(words):
    alone, both = review([Passage("p", words)], learned=False), review([Passage("p", words)])
    assert [one.severity for one in alone] == [one.severity for one in both if not one.learned]
