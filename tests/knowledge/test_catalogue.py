"""The catalogue of rules is what the rules say."""

import pytest

from strongsuit.knowledge.catalogue import DOCS, catalogue, names, pages
from strongsuit.knowledge.coach import review, strong
from strongsuit.knowledge.coach.line_names import SHORT
from strongsuit.knowledge.coach.patterns import patterns
from strongsuit.knowledge.compliance import check


@pytest.mark.parametrize("name", names())
def test_the_page_in_docs_is_up_to_date(name):
    assert (DOCS / name).read_text(encoding="utf-8") == pages()[name], "run python -m strongsuit.knowledge.catalogue"


@pytest.mark.parametrize("rule", check.rules(), ids=lambda rule: rule.ID)
def test_every_requirement_is_listed_with_who_asks_and_what_to_do(rule):
    part = _part(catalogue(), f"## {rule.ID} ")
    assert f"- Asked by: {rule.CITATION}\n- Severity: {rule.SEVERITY}\n- Says: " in part
    assert "- Next step: " in part
    assert "CFR" in part or "method" in part


@pytest.mark.parametrize("rule", review.rules(), ids=lambda rule: rule.CATEGORY)
def test_every_wording_rule_is_listed_with_its_reason(rule):
    part = _part(catalogue(), f"## {rule.__name__.rpartition('.')[2].replace('_', ' ')}\n")
    assert f"- Severity: {rule.SEVERITY} of 3\n- Why: {rule.WHY}\n- Asks: {rule.ASK}" in part


@pytest.mark.parametrize("rule", SHORT)
def test_every_line_of_a_list_is_a_row_with_a_sentence_it_is_found_in(rule):
    rows = [line for line in pages()[f"coach/{rule}.md"].splitlines() if line.startswith("| `")]
    assert [row.split("`")[1] for row in rows] == [pattern.name for pattern in patterns(rule)]
    assert sum(" | — | " in row for row in rows) <= len(rows) // 50 + 1


@pytest.mark.parametrize("rule", review.rules(), ids=lambda rule: rule.CATEGORY)
def test_every_category_has_near_misses_that_are_left_alone(rule):
    assert len(rule.LEFT_ALONE) >= 6
    assert {words for words in rule.LEFT_ALONE if review.review([review.Passage("p", words, ("Kofi",))])} == set()
    page = pages().get(f"coach/{rule.CATEGORY}.md", pages()["coach.md"])
    assert all(words in page for words in rule.LEFT_ALONE)


def test_what_earns_the_quiet_mark_is_listed():
    part = _part(catalogue(), "## What earns the quiet mark\n")
    assert all(f"- {rule}: {earned}" in part for rule, earned in strong.EARNED.items())


def _part(text, heading):
    assert text.count(heading) == 1
    return text.split(heading)[1].split("\n## ")[0]
