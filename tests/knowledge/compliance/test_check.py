"""All rules together."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.compliance.check import blocks, check, rules, said
from strongsuit.knowledge.compliance.profile import STATES, jurisdictions, load_profile
from strongsuit.knowledge.shapes import Finding
from strongsuit.knowledge.terms import Grade
from tests.knowledge.compliance.bare import bare_plan
from tests.knowledge.compliance.maya import GOAL, STUDENT, TODAY, plan, sections


@pytest.mark.parametrize("state", jurisdictions())
def test_a_complete_plan_leaves_nothing_open(state):
    assert check(plan(), today=TODAY, profile=load_profile(state)) == ()


def test_an_empty_plan_opens_findings_in_the_order_of_the_rules():
    found = check(bare_plan(), today=TODAY, profile=load_profile("ny"))
    order = [rule.ID for rule in rules()]
    opened = [order.index(finding.rule) for finding in found]
    assert opened == sorted(opened)
    assert check(bare_plan(), today=TODAY, profile=load_profile("ny")) == found


def test_every_file_is_a_rule_with_a_number_of_its_own():
    assert sorted(rule.__name__.rpartition(".")[2] for rule in rules()) == sorted(
        path.stem for path in (STATES.parent / "rules").glob("[a-z]*.py")
    )
    assert len({rule.ID for rule in rules()}) == len(rules())


def test_the_law_comes_before_the_method_and_numbers_count_up():
    numbered = [(rule.ID[0] == "R", int(rule.ID.lstrip("VR-"))) for rule in rules()]
    assert numbered == sorted(numbered)
    assert numbered[0][0] is False and numbered[-1][0] is True


def test_the_method_never_blocks():
    assert {rule.SEVERITY for rule in rules() if rule.ID.startswith("R-")} == {"warn"}


def test_every_rule_says_who_asks_and_uses_its_own_severity():
    by_id = {rule.ID: rule for rule in rules()}
    for finding in check(bare_plan(), today=TODAY, profile=load_profile("ny")):
        rule = by_id[finding.rule]
        assert (finding.severity, finding.citation) == (rule.SEVERITY, rule.CITATION)


def test_blocks_are_what_stands_between_the_plan_and_its_adoption():
    stops, passes = (Finding("X", severity, "law", "message", "step", "plan") for severity in ("block", "warn"))
    assert blocks((stops, passes)) == (stops,)


def test_a_warning_and_its_place_are_enough_to_know_it_by():
    goals = tuple(replace(GOAL, id=name, weaves=(), baseline=None) for name in "ab")
    found = check(bare_plan(goals=goals), today=TODAY, profile=load_profile("ny"))
    warned = [(finding.rule, finding.place) for finding in found if finding.severity == "warn"]
    assert len(warned) == len(set(warned))


def test_a_finding_is_read_in_the_readers_language_labels_included():
    facts = plan(student=STUDENT, sections=sections(effect=None), present_levels=())
    texts = []
    for finding in check(facts, today=TODAY, profile=load_profile("ny")):
        said(finding, lambda text: texts.append(text) or text)
    assert "Reading and meaning" in texts


@given(
    text=st.text(max_size=300),
    grade=st.sampled_from(Grade),
    birth=st.none() | st.dates(),
    today=st.dates(),
)
def test_no_text_and_no_date_breaks_a_rule(text, grade, birth, today):
    facts = bare_plan(text=text, grade=grade, birth=birth)
    for finding in check(facts, today=today, profile=load_profile("ny")):
        message, step = said(finding)
        assert message and step and "%(" not in message + step


def test_a_day_in_a_sentence_is_written_as_the_reader_writes_it():
    values = {"day": date(2026, 11, 20)}
    finding = Finding("V1", "warn", "", "It was due on %(day)s.", "Before %(day)s.", "plan", values)
    shown = said(finding, day=lambda day: f"{day.day} novembre")
    assert shown == ("It was due on 20 novembre.", "Before 20 novembre.")
