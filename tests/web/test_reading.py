"""The line beside the box that says how easy words are to read."""

import re

import pytest
from django.template import Context, Template
from django.utils import translation

OFFICE = "Maya demonstrates difficulty with comprehension and requires assistance in order to participate."


def words_of(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def drawn(source, **values):
    return words_of(Template(source).render(Context(values)))


def test_hard_words_are_named_with_easier_ones():
    shown = drawn('{% reading_level target="family" text=text %}', text=OFFICE)
    assert "Hard to read; the goal is grade 6 or less. These words raise it:" in shown
    assert "demonstrates easier: shows" in shown
    assert "in order to easier: to" in shown


def test_what_is_easy_is_said_to_be_so_and_nothing_more():
    shown = drawn('{% reading_level target="early" text="She reads to her dog each day." %}')
    assert shown == "Easy to read; the goal is grade 1.5 or less."


def test_a_long_text_has_a_grade():
    shown = drawn('{% reading_level target="family" text=text %}', text="The cat sat on the mat. " * 20)
    assert shown == "Reads at about grade 0; the goal is 6 or less."


@pytest.mark.parametrize(("grade", "goal"), [("K", "1.5"), ("4", "3"), ("9", "6")])
def test_the_grade_of_a_student_gives_the_goal(grade, goal):
    shown = drawn("{% reading_level grade=grade text=text %}", grade=grade, text=OFFICE)
    assert f"the goal is grade {goal} or less" in shown


@pytest.mark.parametrize("text", ["", "Reads well.", "Maya reads well."])
def test_a_few_words_have_no_level(text):
    assert drawn('{% reading_level target="family" text=text %}', text=text) == ""


def test_words_in_another_language_are_not_judged_by_the_english_rules():
    with translation.override("es"):
        assert drawn('{% reading_level target="family" text=text %}', text=OFFICE) == ""


def test_the_line_is_asked_for_again_while_somebody_types_and_nothing_is_kept(cast, client):
    ruiz = cast.sign_in(client, cast.ruiz)
    sent = {"words": OFFICE, "more": "She utilizes strategies.", "csrfmiddlewaretoken": "comprehension" * 3}
    shown = words_of(ruiz.post("/reading/family/", sent).text)
    assert "utilizes easier: uses" in shown
    assert "comprehensioncomprehension" not in shown
    assert ruiz.post("/reading/nobody/", sent).status_code == 404
    assert ruiz.get("/reading/family/").status_code == 405


def test_somebody_who_is_not_signed_in_is_sent_to_sign_in(client, db):
    assert client.post("/reading/family/", {"words": OFFICE}).status_code == 302
