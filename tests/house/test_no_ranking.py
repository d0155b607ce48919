"""No child is ranked: no table counts a child's strengths into one number, and no page tells one (R-34)."""

import re

import pytest
from django.apps import apps
from django.utils.html import strip_tags

from strongsuit.knowledge.finder import decks
from strongsuit.strengths.models import Answer
from tests.house.browser import Browser
from tests.house.crawl import walk

pytestmark = pytest.mark.django_db

STRENGTHS = [model for model in apps.get_models() if model.__module__.startswith("strongsuit.strengths.")]
EVERYWHERE = [model for model in apps.get_models() if model.__module__.startswith("strongsuit.")]
# Words by which such a column would be called.
RANKING = re.compile(
    r"(?:^|_)(?:score|total|sum|percentile|percent|rank|ranking|stanine|quartile|norm|normed|grade_equivalent|points|"
    r"average|mean|level_of_strength|leader|leaderboard|place_in_class)(?:_|$)"
)
# Numbers of the tables of strengths, each with what it is; a new one is a decision.
NUMBERS = {
    "Answer.value": "one answer to one card",
    "Media.size": "bytes", "Media.width": "dots", "Media.height": "dots", "Media.seconds": "of a recording",
}  # fmt: skip
NUMERIC = {"IntegerField", "DecimalField", "FloatField", "PositiveIntegerField", "PositiveSmallIntegerField",
           "SmallIntegerField", "DurationField"}  # fmt: skip
# What a page would say of a child against others, or of all strengths as one number.
SAID = re.compile(
    r"\bpercentile|\bleaderboard|\branked\b|\branking\b|\btop \d+ students|\bbetter than \d+|\bout of \d+ strengths|"
    r"\bstrengths? scores?\b|\btotal (?:strengths?|score|points)\b|\bstrength (?:level|index)\b|\bclass average\b|"
    r"\baverage student\b|\bcompared with (?:other|the other) (?:students|children)",
    re.IGNORECASE,
)
# Pages about a child's strengths, on which no share may stand either: "agreement .61" is told in words.
ABOUT_STRENGTHS = ("strengths:", "home:thread", "home:child", "home:family_year", "home:me")
SHARE = re.compile(r"\b\d{1,3}\s?%|\b0?\.\d{2}\b")


def columns(models):
    return {
        f"{model.__name__}.{field.name}": type(field).__name__
        for model in models
        for field in model._meta.concrete_fields
    }


def test_no_column_anywhere_is_called_after_a_ranking():
    assert [name for name in columns(EVERYWHERE) if RANKING.search(name.partition(".")[2])] == []


def test_every_number_about_strengths_is_known():
    kept = {"version"}
    found = {n for n, kind in columns(STRENGTHS).items() if kind in NUMERIC and n.partition(".")[2] not in kept}
    assert found == set(NUMBERS)


def test_an_answer_is_about_one_card_of_one_child():
    assert {field.name for field in Answer._meta.concrete_fields if field.is_relation} >= {"item", "student"}
    assert not any(hasattr(deck, "points") for deck in decks.decks())


@pytest.fixture(scope="module")
def pages(world):
    people = ("case manager", "guardian", "student", "district")
    return [step for name in people for step in walk(world, name, Browser(world.people[name]), most=90) if step.page]


def test_no_page_compares_children_or_adds_strengths_up(pages):
    wrong = [f"{step}: {hit[0]}" for step in pages for hit in SAID.finditer(strip_tags(step.answer.text))]
    assert not wrong, "\n".join(sorted(set(wrong))[:20])


def test_no_page_about_strengths_tells_a_share(pages):
    about = [step for step in pages if step.route.startswith(ABOUT_STRENGTHS)]
    assert len(about) > 10
    wrong = [f"{step}: {hit[0]}" for step in about for hit in SHARE.finditer(strip_tags(step.answer.text))]
    assert not wrong, "\n".join(sorted(set(wrong))[:20])
