"""Freezing gives the same bytes for the same facts, and thawing gives the facts back."""

import json
import unicodedata
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from types import NoneType
from typing import get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strongsuit.knowledge.canonical import CannotFreeze, CannotThaw, digest, freeze, plain_number, thaw
from strongsuit.knowledge.shapes import EarlierPlan, GoalFacts, PlanFacts, StudentFacts, StudentWords
from strongsuit.knowledge.terms import Grade, Mode, PlanKind, PlanState

PLAN = PlanFacts(
    id="p1",
    number=2,
    kind=PlanKind.ANNUAL,
    state=PlanState.ADOPTED,
    student=StudentFacts("s1", "Maya", date(2012, 2, 29), Grade.G7, "Hill School", "Lake District"),
    starts_on=date(2025, 9, 1),
    ends_on=None,
    review_on=None,
    meeting_on=None,
)

LEAVES = {
    str: st.text(max_size=12),
    int: st.integers(0, 99),
    bool: st.booleans(),
    date: st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    Decimal: st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-999, max_value=999),
}


def made(kind):
    """A strategy for any type that plan facts are made of, read from the shapes themselves."""
    if kind in LEAVES:
        return LEAVES[kind]
    if get_origin(kind) is tuple:
        return st.lists(made(get_args(kind)[0]), max_size=2).map(tuple)
    if NoneType in get_args(kind):
        return st.none() | made(next(part for part in get_args(kind) if part is not NoneType))
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{each.name: made(hints[each.name]) for each in fields(kind)})
    return st.sampled_from(list(kind))


plans = made(PlanFacts)


def without_context(plan):
    bare = {"earlier": (), "others_in_effect": 0, "covered_until": None, "changed_quotes": (), "not_me": ()}
    strengths = tuple(replace(each, early=False, key="") for each in plan.strengths)
    return replace(plan, **bare, strengths=strengths, ended_supports=())


@settings(max_examples=60, deadline=None)
@given(plans)
def test_thawing_gives_back_what_was_frozen(plan):
    assert thaw(freeze(plan)) == without_context(plan)
    assert freeze(thaw(freeze(plan))) == freeze(plan)
    assert digest(freeze(plan)) == digest(freeze(without_context(plan)))


def test_the_text_is_canonical():
    text = freeze(PLAN)
    frozen = json.loads(text)
    assert frozen["format"] == 1 and list(frozen) == sorted(frozen) and list(frozen["plan"]) == sorted(frozen["plan"])
    assert text == json.dumps(frozen, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert frozen["plan"]["starts_on"] == "2025-09-01" and frozen["plan"]["student"]["grade"] == "7"


# A plan as the first program froze it; programs to come must read it and find the same digest.
OLD = (
    '{"format":1,"plan":{"ends_on":null,"id":"p1","kind":"annual","meeting_on":null,"number":2,"review_on":null,'
    '"starts_on":"2025-09-01","state":"adopted","student":{"birth_date":"2012-02-29","district":"Lake District",'
    '"grade":"7","id":"s1","name":"Maya","school":"Hill School"}}}'
)


def test_old_plans_stay_readable_and_their_digests_stay_true():
    assert thaw(OLD) == PLAN
    assert digest(OLD) == "1c27a1293018fb51f1c2be5fa50a4f7421e77994e91f32b40b84f5431b466e48"


def test_a_plan_frozen_before_the_first_name_was_kept_goes_on_with_the_words_it_has():
    old = thaw(OLD).student
    assert (old.called, old.first_name, replace(old, name="Maya Lopez").first_name) == ("", "Maya", "Maya")
    assert replace(old, name="Maya Lopez", preferred_name="May").first_name == "May"
    assert (
        thaw(freeze(replace(PLAN, student=replace(old, called="Abd al-Rahman")))).student.first_name == "Abd al-Rahman"
    )


def test_context_is_not_frozen():
    plan = replace(PLAN, earlier=(EarlierPlan(date(2024, 1, 1), "", ()),), others_in_effect=3, changed_quotes=("x",))
    assert freeze(plan) == freeze(PLAN) and "earlier" not in freeze(plan)


@pytest.mark.parametrize("words", ["e\u0301", "\u00e9", "wen i grow up\r\n", "\u202eאבג", "👩🏽‍🎨", "\x00\t", "ﬁ Å"])
def test_the_students_words_stay_byte_for_byte(words):
    quote = StudentWords("w1", "", words, Mode.TYPED, "Maya", date(2025, 9, 1))
    kept = thaw(freeze(replace(PLAN, words=(quote,)))).words[0].words
    assert kept.encode() == words.encode()


def test_composed_and_decomposed_letters_stay_different_texts():
    def frozen(words):
        return freeze(replace(PLAN, voice_missing_because=words))

    composed = unicodedata.normalize("NFC", "e\u0301")
    assert frozen(composed) != frozen("e\u0301")


@pytest.mark.parametrize(
    ("number", "text"),
    [("12.50", "12.5"), ("1E+2", "100"), ("100", "100"), ("-0.00", "0"), ("0.0010", "0.001"), ("-7.0", "-7")],
)
def test_equal_numbers_have_one_text(number, text):
    assert plain_number(Decimal(number)) == text


@pytest.mark.parametrize(
    "odd", [1.5, datetime(2025, 1, 1), b"x", {"a"}, Decimal("NaN"), Decimal("Infinity"), "\ud800", object()]
)
def test_what_has_no_exact_text_is_not_frozen(odd):
    with pytest.raises(CannotFreeze):
        freeze(replace(PLAN, case_manager=odd))


def changed(**more):
    frozen = json.loads(freeze(PLAN))
    frozen["plan"].update(more)
    return json.dumps(frozen)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        '{"format":1}',
        '{"format":1,"plan":[]}',
        "[" * 100_000,
        changed(unheard_of=1),
        changed(number="2"),
        changed(number=True),
        changed(meeting_held=1),
        changed(starts_on="soon"),
        changed(starts_on=20250901),
        changed(kind="biennial"),
        changed(strengths={}),
        changed(id=None),
        changed(earlier=[]),
    ],
)
def test_a_text_that_is_no_plan_is_refused(text):
    with pytest.raises(CannotThaw):
        thaw(text)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "ten", 10])
def test_a_number_that_is_none_is_refused(number):
    goal = GoalFacts("g", None, None, "", "", "", Decimal(48), None, None, None, "", None, "", None, None, "")
    frozen = json.loads(freeze(replace(PLAN, goals=(goal,))))
    frozen["plan"]["goals"][0]["baseline"] = number
    with pytest.raises(CannotThaw, match=r"plan.goals\[0\].baseline"):
        thaw(json.dumps(frozen))


@pytest.mark.parametrize("version", [2, 0, "1", True, None])
def test_a_format_from_another_time_is_named(version):
    frozen = json.loads(freeze(PLAN)) | {"format": version}
    with pytest.raises(CannotThaw, match=f"format {version!r}; this program reads format 1"):
        thaw(json.dumps(frozen))


def test_a_missing_field_is_named_and_one_added_later_has_its_default():
    frozen = json.loads(freeze(PLAN))
    del frozen["plan"]["jurisdiction"]
    assert thaw(json.dumps(frozen)) == PLAN
    del frozen["plan"]["number"]
    with pytest.raises(CannotThaw, match="plan has no 'number'"):
        thaw(json.dumps(frozen))


def test_an_unknown_birth_date_is_frozen_as_unknown():
    plan = replace(PLAN, student=replace(PLAN.student, birth_date=None))
    assert '"birth_date":null' in freeze(plan) and thaw(freeze(plan)) == plan


def test_the_place_of_a_fault_is_said():
    with pytest.raises(CannotThaw, match=r"plan.student.birth_date holds 'never'"):
        thaw(freeze(PLAN).replace("2012-02-29", "never"))
