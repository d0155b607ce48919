"""Comparing two plans finds every change, names its place and shows it word by word."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.canonical import freeze
from strongsuit.knowledge.compare import Change, Kind, Op, compare, compare_words
from strongsuit.knowledge.shapes import PlanFacts, SectionFacts, StrengthFacts, StudentFacts
from strongsuit.knowledge.terms import Grade, ItemKind, PlanKind, PlanState, Section

texts = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(["the", "dog", "runs", " ", "  ", "\n", "home.", "fast,", "狗", "跑", "7.5", "..."]),
        max_size=25,
    ).map("".join),
)
leaves = st.none() | st.booleans() | st.integers(-3, 3) | st.text("ab ", max_size=5)
trees = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["id", "a", "b", "section"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(texts, texts)
def test_the_pieces_join_to_both_texts(before, after):
    pieces = compare_words(before, after)
    assert "".join(text for op, text in pieces if op != Op.ADDED) == before
    assert "".join(text for op, text in pieces if op != Op.REMOVED) == after
    assert all(text for _, text in pieces)


@given(texts)
def test_a_text_compared_with_itself_is_all_equal(text):
    assert {op for op, _ in compare_words(text, text)} <= {Op.EQUAL}


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        (
            "reads 48 words",
            "reads 52 words",
            [("equal", "reads "), ("removed", "48"), ("added", "52"), ("equal", " words")],
        ),
        ("reads well", "reads well.", [("equal", "reads well"), ("added", ".")]),
        ("at 7.5 now", "at 7.6 now", [("equal", "at "), ("removed", "7.5"), ("added", "7.6"), ("equal", " now")]),
        ("a b c", "x y z", [("removed", "a b c"), ("added", "x y z")]),
        ("", "new", [("added", "new")]),
        ("我喜欢狗", "我喜欢猫", [("equal", "我喜欢"), ("removed", "狗"), ("added", "猫")]),
        ("one two", "one  two", [("equal", "one"), ("removed", " "), ("added", "  "), ("equal", "two")]),
    ],
)
def test_words_are_shown_as_people_would_mark_them(before, after, pieces):
    assert [(op.value, text) for op, text in compare_words(before, after)] == pieces


def test_endless_repetition_is_given_up_in_one_piece():
    before, after = "a b " * 2000 + "end", "b a " * 2000 + "fin"
    assert [op for op, _ in compare_words(before, after)] == [Op.REMOVED, Op.ADDED]


def rebuilt(before, changes):
    """``before`` with every change made, by walking to its place."""
    tree = {"root": json.loads(json.dumps(before))}
    for change in changes:
        *way, last = ("root", *change.place)
        here = tree
        for name in way:
            here = here[name]
        if change.kind == Kind.REMOVED:
            del here[last]
        else:
            here[last] = change.after
    return tree["root"]


dictionaries = st.recursive(
    leaves, lambda inner: st.dictionaries(st.sampled_from(["a", "b", "c"]), inner, max_size=3), max_leaves=12
)


@given(dictionaries, dictionaries)
def test_making_the_changes_gives_the_new_tree(before, after):
    assert json.dumps(rebuilt(before, compare(before, after)), sort_keys=True) == json.dumps(after, sort_keys=True)


@given(trees)
def test_a_tree_has_no_difference_from_itself(tree):
    assert compare(tree, json.loads(json.dumps(tree))) == ()


@given(trees, trees)
def test_trees_without_a_difference_hold_the_same(before, after):
    def held(tree):
        if isinstance(tree, dict):
            return sorted((name, held(value)) for name, value in tree.items())
        return sorted(map(held, tree), key=repr) if isinstance(tree, list) else [repr(tree)]

    if not compare(before, after):
        assert held(before) == held(after)


def kinds(before, after):
    return {change.place: change.kind.value for change in compare(before, after)}


def test_items_with_ids_are_found_again_wherever_they_stand():
    reads, writes, adds = {"id": "g1", "words": "reads"}, {"id": "g2", "words": "writes"}, {"id": "g3", "words": "adds"}
    assert kinds([reads, writes], [adds, {"id": "g2", "words": "writes a page"}, reads]) == {
        ("g2", "words"): "changed",
        ("g3",): "added",
    }
    assert kinds([reads, writes], [writes]) == {("g1",): "removed"}
    assert compare([reads, writes], [writes, reads]) == ()


def test_without_ids_the_laws_own_names_tell_items_apart():
    for key in ("section", "factor", "skill_set"):
        before = [{key: "one", "text": "a"}, {key: "two", "text": "b"}]
        after = [{key: "new", "text": "c"}, {key: "one", "text": "a"}, {key: "two", "text": "bb"}]
        assert kinds(before, after) == {("new",): "added", ("two", "text"): "changed"}


def test_a_weave_is_told_apart_by_strength_and_pattern():
    before = [{"strength_id": "s", "pattern": "W1", "step": ""}, {"strength_id": "s", "pattern": "W2", "step": ""}]
    after = [before[0], {"strength_id": "s", "pattern": "W2", "step": "draws first"}]
    assert kinds(before, after) == {("s W2", "step"): "changed"}


def test_items_that_share_an_id_are_compared_by_position():
    before = [{"id": "g", "words": "a"}, {"id": "g", "words": "b"}]
    assert kinds(before, [before[0], {"id": "g", "words": "c"}]) == {("1", "words"): "changed"}


def test_a_row_put_in_between_is_one_addition():
    assert compare(["a", "c"], ["a", "b", "c"]) == (Change(("1",), Kind.ADDED, None, "b"),)
    assert compare(["a", "b", "c"], ["a", "c"]) == (Change(("1",), Kind.REMOVED, "b", None),)


def test_true_is_not_one():
    assert kinds({"a": True}, {"a": 1}) == {("a",): "changed"}


def test_text_that_becomes_something_else_has_no_words():
    assert compare({"a": "x"}, {"a": None}) == (Change(("a",), Kind.CHANGED, "x", None),)


PLAN = PlanFacts(
    id="p1",
    number=1,
    kind=PlanKind.ANNUAL,
    state=PlanState.ADOPTED,
    student=StudentFacts("s1", "Maya", date(2012, 5, 6), Grade.G7, "Hill School", "Lake District"),
    starts_on=date(2025, 9, 1),
    ends_on=None,
    review_on=None,
    meeting_on=None,
    strengths=(StrengthFacts("a1", ItemKind.ABILITY, "explains ideas by drawing", None, ()),),
    sections=(SectionFacts(Section.VISION, "be an architect"), SectionFacts(Section.EFFECT, "needs audio")),
)


def test_an_amended_plan_shows_what_the_team_changed():
    vision = SectionFacts(Section.VISION, "be a great architect")
    concerns = SectionFacts(Section.PARENT_CONCERNS, "homework")
    amended = replace(PLAN, id="p2", number=2, sections=(vision, concerns, PLAN.sections[1]))
    changes = compare(*(json.loads(freeze(plan))["plan"] for plan in (PLAN, amended)))
    assert {change.place: change.kind.value for change in changes} == {
        ("id",): "changed",
        ("number",): "changed",
        ("sections", "parent_concerns"): "added",
        ("sections", "vision", "text"): "changed",
    }
    (text,) = (change for change in changes if change.place[-1] == "text")
    assert text.words == ((Op.EQUAL, "be "), (Op.REMOVED, "an"), (Op.ADDED, "a great"), (Op.EQUAL, " architect"))
