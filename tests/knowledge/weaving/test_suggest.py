"""Patterns of weaving: which strength triggers which, all thirty examples, the ranking, and clauses that count."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.profile import Candidate, Status
from strongsuit.knowledge.shapes import StrengthFacts
from strongsuit.knowledge.terms import Group, ItemKind, Pattern, SkillSet
from strongsuit.knowledge.weave import IN_THE_WORK, quality
from strongsuit.knowledge.weaving.decks import DECKS, deck_of, is_finder_item, kind_of
from strongsuit.knowledge.weaving.suggest import MOST_WAYS, Source, clause, clause_of, suggestions, ways_for
from strongsuit.knowledge.weaving.ways import BY_KEY, WAYS
from tests.knowledge.test_weave import GOAL, WEAVE

ABILITY, INTEREST, PREFERENCE = ItemKind.ABILITY, ItemKind.INTEREST, ItemKind.PREFERENCE
READING, WRITING, MATH, ORGANIZATION = SkillSet.READING, SkillSet.WRITING, SkillSet.MATH, SkillSet.ORGANIZATION
COMMUNICATION, SOCIAL, EMOTIONAL, DAILY = (
    SkillSet.COMMUNICATION, SkillSet.SOCIAL, SkillSet.EMOTIONAL, SkillSet.DAILY_LIVING,
)  # fmt: skip

# The table of triggers, as the specification lists it: finder IDs of each pattern.
TABLE = {
    "W1": "RD2 RD3 TH6 WR3 MA3 MK2 MK5",
    "W2": "RD7 RD8 MA8 TH2 TH7 MO8 MK9 WK7",
    "W4": "MA2 WR4 MK4 MK5 MK6 OR2",
    "W5": "SO7 WK1 WK2 EM7 DL3 DL7 MK7 MK8",
    "W6": "RD9 WR9 MA9 TH8 OR9 CM10 SO9 EM9 MO9 DL9 MK10 WK8 SA9",
    "W7": "MK1 MK2 MK3 MK8 CM9 CM10 WR9",
    "W8": "OR2 OR3 DL4 DL7 WK3",
    "W9": "SA4 SA8 WK6 WK7",
    "W10": "EM2 EM8 EM9 MO4 MO5 MO7",
    "W11": "SO1 SO3 SO9 DL9",
    "W12": "SA5 MA1 TH1 OR1 OR8",
    "W13": "CM7",
}
# The thirty worked examples: the skill set of the need, what the student brings, and the patterns that were woven.
# A word that is no finder ID is an interest of the atlas or of one's own, or the student's picture of the future.
EXAMPLES = [
    (1, READING, "RD2 dinosaurs", "W1 W2"),
    (2, READING, "RD6 TH1", "W3"),
    (3, READING, "MK2", "W1"),
    (4, READING, "RD8 MK1", "W2 W7"),
    (5, WRITING, "WR3 WR4", "W1 W4"),
    (6, WRITING, "MK1 comics", "W2 W7"),
    (7, WRITING, "OR8 WR1", "W3 W12"),
    (8, MATH, "MA3 trains", "W1 W2"),
    (9, MATH, "MA2", "W4"),
    (10, MATH, "MA8 MA1", "W2 W12"),
    (11, MATH, "DL2 FUTURE", "W9"),
    (12, ORGANIZATION, "OR2 MK4", "W4 W8"),
    (13, ORGANIZATION, "SO7", "W5"),
    (14, ORGANIZATION, "OR6 OR9", "W6"),
    (15, COMMUNICATION, "CM1 bubbles", "W2"),
    (16, COMMUNICATION, "jokes CM6", "W2 W3"),
    (17, COMMUNICATION, "CM7", "W13"),
    (18, SOCIAL, "SO9 bricks", "W6 W11"),
    (19, SOCIAL, "MK8", "W5"),
    (20, SOCIAL, "TH2", "W2"),
    (21, EMOTIONAL, "EM8", "W10"),
    (22, EMOTIONAL, "MO5", "W10"),
    (23, SOCIAL, "SO6", "W3"),
    (24, WRITING, "MK3 robots", "W2"),
    (25, DAILY, "DL7", "W8"),
    (26, DAILY, "TH2 SA8", "W2 W9"),
    (27, READING, "MK5", "W4"),
    (28, COMMUNICATION, "CM10", "W7"),
    (29, READING, "EM7", "W5"),
    (30, SkillSet.SELF_ADVOCACY, "MK7 WK7", "W5 W9"),
]


def source(words="", kind=ABILITY, skill_set=None, key="", seen_by=(Group.STUDENT,), status=Status.SINGLE):
    return Source(StrengthFacts(key or words, kind, words or key, skill_set, seen_by), key, status)


def brought(key):
    kind = kind_of(key) or INTEREST
    return source(key.lower(), kind, key=key)


def patterns(found, skill_set=None):
    return {way.pattern.value for way in ways_for(found, skill_set)}


@pytest.mark.parametrize(("number", "need", "items", "woven"), EXAMPLES)
def test_each_worked_example_is_reachable_from_what_the_student_brings(number, need, items, woven):
    offered = set().union(*(patterns(brought(key), need) for key in items.split()))
    assert set(woven.split()) <= offered


def test_there_are_thirty_examples_and_they_use_every_pattern():
    assert [number for number, *_rest in EXAMPLES] == list(range(1, 31))
    assert {each for *_rest, woven in EXAMPLES for each in woven.split()} == {each.value for each in Pattern}


@pytest.mark.parametrize(("pattern", "keys"), TABLE.items())
def test_the_finder_items_of_each_pattern_are_those_of_the_table(pattern, keys):
    every = [f"{deck}{number}" for deck, (_skill, last) in DECKS.items() for number in range(1, last + 1)]
    # A goal without a skill set, so that the bridge stays out.
    found = [key for key in every if pattern in patterns(source(key, kind_of(key), key=key))]
    assert set(found) == set(keys.split())


@pytest.mark.parametrize("skill_set", SkillSet)
def test_the_bridge_starts_from_any_ability_of_the_same_deck(skill_set):
    deck, (_skill, last) = next((deck, row) for deck, row in DECKS.items() if row[0] == skill_set)
    keys = [f"{deck}{number}" for number in range(1, last + 1)]
    assert [key for key in keys if "W3" in patterns(source(key, key=key), skill_set)] == [
        key for key in keys if kind_of(key) == ABILITY
    ]


@pytest.mark.parametrize(
    ("key", "known"),
    [
        ("RD2", True),
        ("RD9", True),
        ("RD10", False),
        ("CM10", True),
        ("XX1", False),
        ("RD0", False),
        ("RD02", False),
        ("rd2", False),
        ("own:1f", False),
        ("", False),
    ],
)
def test_an_id_is_an_item_only_where_the_finder_has_it(key, known):
    assert is_finder_item(key) == known
    assert (deck_of(key) is None) == (kind_of(key) is None) == (not known)


def test_the_finder_has_thirteen_decks_with_a_pair_each():
    kinds = Counter(kind_of(f"{deck}{n}") for deck, (_s, last) in DECKS.items() for n in range(1, last + 1))
    assert kinds[PREFERENCE] == len(DECKS) == 13
    assert kinds[INTEREST] == 14


@pytest.mark.parametrize(
    ("words", "kind", "skill_set", "goal", "expected"),
    [
        ("Understands a lot when listening to a book", ABILITY, READING, WRITING, {"W1"}),
        ("Understands a lot when listening to a book", ABILITY, READING, READING, {"W1", "W3"}),
        ("Knows trains and timetables", INTEREST, None, READING, {"W2"}),
        ("Works best in a quiet corner", PREFERENCE, None, READING, {"W6", "W10"}),
        ("Uses a calculator at the right time", ABILITY, MATH, READING, {"W4"}),
        ("Leads a small group", ABILITY, SOCIAL, READING, {"W5"}),
        ("Draws comics", ABILITY, SkillSet.TECHNOLOGY, READING, {"W1", "W2", "W7"}),
        ("Follows the morning routine", ABILITY, DAILY, READING, {"W8"}),
        ("Wants to have an apartment", INTEREST, None, MATH, {"W2", "W9"}),
        ("Calms down by breathing", ABILITY, EMOTIONAL, MATH, {"W10"}),
        ("Keeps a friend", ABILITY, SOCIAL, MATH, {"W11"}),
        ("Counts and groups things", ABILITY, MATH, READING, {"W12"}),
        ("Speaks Spanish with grandmother", ABILITY, None, MATH, {"W13"}),
        ("Smiles at the sea", ABILITY, None, MATH, set()),
        ("", ABILITY, None, None, set()),
    ],
)
def test_a_strength_without_an_id_triggers_by_its_kind_skill_set_and_words(words, kind, skill_set, goal, expected):
    assert patterns(source(words, kind, skill_set, key="own:1"), goal) == expected


def test_what_only_the_family_has_seen_is_a_skill_from_home():
    home = source("Smiles at the sea", seen_by=(Group.FAMILY,))
    assert patterns(home) == {"W13"}
    assert clause(ways_for(home, None)[0], home).english == "with a skill from home (smiling at the sea)"
    assert patterns(replace(home, strength=replace(home.strength, seen_by=(Group.FAMILY, Group.SCHOOL)))) == set()


@pytest.mark.parametrize(
    ("words", "kind", "key", "way", "expected"),
    [
        ("Likes trains", INTEREST, "", "W2-topic", "@about trains"),
        ("Dinosaurs", INTEREST, "", "W2-topic", "@about dinosaurs"),
        ("Minecraft", INTEREST, "", "W2-topic", "@about Minecraft"),
        ("Plays and follows soccer", INTEREST, "", "W2-topic", "@about soccer"),
        ("Loves to draw", INTEREST, "", "W2-topic", "@about drawing"),
        ("Is interested in space.", INTEREST, "", "W2-topic", "@about space"),
        ("Le gustan mucho los trenes", INTEREST, "", "W2-topic", "@about “Le gustan mucho los trenes”"),
        ("Runs, jumps and swims", ABILITY, "", "W3-bridge", "@bridge running, jumping and swimming"),
        ("Follows a chapter and tells it back", ABILITY, "", "W3-bridge", "@bridge following a chapter"),
        ("I can draw anything", ABILITY, "", "W3-bridge", "@bridge drawing anything"),
        ("Understands stories", ABILITY, "RD2", "W1-listening", "after listening first"),
        ("One partner", PREFERENCE, "SO9", "W6-setting",
         "first with one partner and then in one new setting"),
    ],
)  # fmt: skip
def test_a_clause_names_what_the_strength_is_about(words, kind, key, way, expected):
    expected = expected.replace("@about", "using texts and tasks about").replace(
        "@bridge", "starting from what goes well already:"
    )
    assert clause(BY_KEY[way], source(words, kind, READING, key=key)).english == expected


def test_no_clause_comes_from_a_way_that_the_strength_does_not_trigger():
    assert clause_of("W4-calculator", source("Understands stories", key="RD2"), READING) is None
    assert clause_of("W99-nothing", source("Understands stories", key="RD2"), READING) is None
    assert clause_of("W3-bridge", source("Understands stories", key="RD2"), READING).way.pattern == Pattern.W3


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.key)
def test_every_clause_in_the_condition_makes_the_strength_part_of_the_work(way):
    words = way.words.split()[0] if way.words else "Smiles at the sea"
    found = source(f"Is good with {words}", way.kinds[0] if way.every is None else way.every)
    goal = replace(GOAL, condition=f"{clause(way, found).english}, given a science text")
    assert quality(WEAVE, goal, found.strength) == IN_THE_WORK
    assert "," not in way.clause, "a comma would cut the clause in two when it is hidden"
    assert len(way.key) <= 20 and way.support and BY_KEY[way.key] is way


def candidate(found, **values):
    base = Candidate(found.strength.id, found.skill_set, found.status, True, False, Fraction(1))
    return found, replace(base, **values)


def test_the_best_five_with_a_way_in_are_offered_by_the_rank_of_the_profile():
    same = candidate(source("Retells stories", skill_set=READING, key="RD1", status=Status.SHARED_BY_ALL))
    other = candidate(source("Counts things", skill_set=MATH, key="MA1", status=Status.SHARED))
    tied = [candidate(source("Uses an app", key=key)) for key in ("MK4", "MK6")]
    used = candidate(source("Leads", key="SO7"), used=3)
    private = candidate(source("Speaks Spanish", key="CM7"), private=True)
    nowhere = candidate(source("Asks why", key="SA6", status=Status.SHARED_BY_ALL))
    more = candidate(source("Helps", key="WK2"), used=4)
    found = suggestions([more, used, private, nowhere, *reversed(tied), other, same], READING)
    assert [each.candidate.key for each in found] == ["RD1", "MA1", "MK4", "MK6", "SO7"]
    assert all(1 <= len(each.clauses) <= MOST_WAYS for each in found)


@given(st.permutations([f"{deck}{number}" for deck in DECKS for number in range(1, 9)]), st.sampled_from(SkillSet))
def test_the_order_in_which_strengths_come_changes_nothing(keys, goal):
    rows = [candidate(source(key, key=key)) for key in keys[:20]]
    assert suggestions(rows, goal) == suggestions(sorted(rows, key=lambda row: row[1].key), goal)


@given(st.text(max_size=80), st.sampled_from(ItemKind), st.sampled_from(SkillSet))
def test_any_words_give_clauses_or_none_and_never_fail(words, kind, skill_set):
    found = source(words, kind, skill_set)
    for way in ways_for(found, skill_set):
        assert "%(" not in clause(way, found).english.replace(words.strip(), "")
