"""A student's page says everything the team's page says, in few plain words."""

import re
from datetime import date

import pytest
from django.utils.html import strip_tags

from strongsuit.knowledge.graph import telling
from strongsuit.knowledge.growth import NoWord, report
from strongsuit.progress import own_words
from strongsuit.students.models import Student
from strongsuit.web.graph import PLAIN
from tests.progress.conftest import measured

# What adults say about goals and children need not read.
TERMS = re.compile(
    r"target|data point|aimline|baseline|measure|ask the team|as of|setting|on pace|ahead of pace", re.IGNORECASE
)


def test_every_sentence_of_the_team_has_the_students_own():
    steps = {report.STEP_BEHIND}.union(
        *(found.values() for found in (report.STEP_BY_FLAG, report.STEP_BY_WORD, report.STEP_BY_REASON))
    )
    assert set(own_words.STEPS) == steps
    assert set(own_words.REASONS) == {reason.label for reason in NoWord}
    assert set(PLAIN) == {words for name, words in vars(telling).items() if name.isupper()}


@pytest.mark.parametrize(
    "words", [*own_words.STEPS.values(), *own_words.REASONS.values(), *own_words.PACES.values(), own_words.LESS_HELP]
)
def test_what_a_student_reads_is_short_and_plain(words):
    assert 0 < len(str(words).split()) <= 8 and not TERMS.search(str(words))


@pytest.fixture
def page_in(as_, cast, reading):
    """The student's own page of goals as a child of some grade sees it."""
    for day, value in ((2, 60), (9, 61), (16, 62)):
        measured(reading, date(2026, 11, day), value, by=cast.ruiz)

    def opened(grade):
        Student.objects.filter(pk=cast.maya.pk).update(grade=grade)
        page = as_(cast.maya_account).get("/me/goals/").content.decode()
        return page[page.index("<main") : page.index("</main>")]

    return opened


@pytest.mark.parametrize("grade", ["PK", "2", "5", "11"])
def test_no_student_meets_the_terms_of_adults(page_in, grade):
    words = strip_tags(page_in(grade))
    assert "My goal" in words and TERMS.search(words) is None, TERMS.search(words)


def test_the_youngest_see_a_picture_and_few_words_and_the_rest_close_by(page_in):
    young = re.sub(r"<details.*?</details>", "", page_in("2"), flags=re.DOTALL)
    first = re.search(r'<div class="growth-word .*?</div>\s*</div>', young, re.DOTALL)[0]
    assert "growth-word-young" in young and "<svg" in first and "<figure" not in young
    assert len(strip_tags(first).split()) < 20
    for rest in ("Reach it by", "Times checked"):
        assert rest not in young and rest in page_in("2") and rest in page_in("5")
