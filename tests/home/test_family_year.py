"""The year as a story of strengths: what was found, where it was used, what grew; in words that families read."""

import re
from datetime import date
from html import unescape
from uuid import uuid4

import pytest
from django.utils.html import strip_tags

from strongsuit.knowledge.reading_level import LIMITS, Target, read_level
from strongsuit.knowledge.terms import ItemKind
from strongsuit.people.models import SchoolYear
from strongsuit.plans.models import Plan
from strongsuit.strengths.actions import answer_item, tell_strength
from strongsuit.web.ids import spell
from tests.cast import TODAY, adopt_as_built
from tests.progress.conftest import measured, standing


@pytest.fixture
def reading(cast):
    adopt_as_built(cast)
    return standing(cast, 0)


@pytest.fixture
def new_year(cast):
    """The school year began today."""
    years = SchoolYear.objects.filter(district=cast.maya.district_id)
    years.filter(first_day__lte=TODAY, last_day__gt=TODAY).update(first_day=TODAY)


@pytest.fixture
def page(cast, client):
    def opened(person):
        answer = cast.sign_in(client, person).get(f"/family/{spell(cast.maya.pk)}/year/")
        return answer.status_code, unescape(answer.content.decode().partition("<main")[2].partition("</main")[0])

    return opened


def told(cast, by, words, choice, **values):
    return tell_strength(
        by=by, student=cast.maya, kind=ItemKind.ABILITY, words=words, skill_set=None, choice=choice,
        **{"on": TODAY, "once": uuid4()} | values,
    )  # fmt: skip


def section(text, name):
    return strip_tags(text.partition(f'aria-labelledby="{name}"')[2].partition("</section>")[0])


def test_it_tells_what_was_found_where_it_was_used_and_what_grew(cast, page, reading):
    for day, value in ((2, 60), (9, 64), (16, 70)):
        measured(reading, date(2026, 11, day), value, by=cast.ruiz)
    hidden = told(cast, cast.rosa, "Cooks rice alone", "often")
    answer_item(by=cast.ruiz, item=hidden, choice="not_seen", on=TODAY, once=uuid4())
    told(cast, cast.rosa, "Calms her little brother", "often")
    status, text = page(cast.rosa)
    assert status == 200
    found = section(text, "found")
    first, _, second = found.partition("New this year")
    assert "Cooks rice alone" in first and "Seen at home" in first
    assert "Calms her little brother" in second
    assert reading.behavior in section(text, "used") and reading.behavior in section(text, "grew")


def test_last_years_finds_and_secrets_are_not_in_it(cast, page, new_year):
    told(cast, cast.rosa, "Found last year", "often", on=date(2026, 9, 1))
    told(cast, cast.maya_account, "Only for me", "a_lot", private=True)
    told(cast, cast.rosa, "Found today", "often")
    _status, text = page(cast.rosa)
    assert "Found today" in text and "Found last year" not in text and "Only for me" not in text


def test_before_anything_was_told_it_says_how_to_begin(cast, page, new_year):
    Plan.objects.filter(student=cast.maya).update(state="draft")
    assert "begins with you" in page(cast.rosa)[1]


@pytest.mark.parametrize("person", ["ruiz", "stranger"])
def test_it_is_a_page_of_the_family(cast, page, person):
    assert page(getattr(cast, person))[0] == 404


def test_its_own_words_are_ones_that_families_read(cast, page, reading):
    told(cast, cast.rosa, "Cooks rice alone", "often")
    text = page(cast.rosa)[1]
    own = re.findall(r"<(?:h1|h2|h3|p)(?: [^>]*)?>(.*?)</(?:h1|h2|h3|p)>", text, re.DOTALL)
    for words in filter(None, (strip_tags(each).strip() for each in own)):
        level = read_level(words, Target.FAMILY, names=("Maya",))
        assert not [long for long in level.long_sentences if long.words > LIMITS[Target.FAMILY].sentence], words
