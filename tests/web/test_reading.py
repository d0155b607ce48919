"""The line beside the box that says how easy words are to read."""

import re

import pytest
from django.template import Context, Template
from django.utils import translation

from strongsuit.strengths.models import Item
from strongsuit.web.ids import spell

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


def watched(page):
    """The names of the boxes that are read along on a page, each with whom it is written for."""
    lines = re.findall(r'hx-post="/reading/(\w+)/"[^>]*hx-params="([^"]*)"', page)
    return {(name, target) for target, name in lines}


# Whose words are read along, on which page, for whom; Maya is in grade 5.
PAGES = {
    "a planned meeting": ("ruiz", "/students/{maya}/meetings/", {("purpose", "family")}),
    "a strength": ("ruiz", "/students/{maya}/voice/", {("words", "upper"), ("story", "upper"), ("prompt", "upper")}),
    "what shows it": ("ruiz", "/strengths/{item}/", {("words", "upper")}),
    "the view of a family": ("rosa", "/family/{maya}/view/", set()),
    "what a family saw": ("rosa", "/strengths/{item}/", set()),
}


@pytest.mark.parametrize("name", PAGES)
def test_what_staff_write_for_families_and_students_is_read_along_and_their_own_words_never(cast, client, name):
    who, address, expected = PAGES[name]
    keys = {
        "maya": spell(cast.maya.pk),
        "item": spell(Item.objects.filter(student=cast.maya, private=False).first().pk),
    }
    page = cast.sign_in(client, getattr(cast, who)).get(address.format(**keys))
    assert page.status_code == 200
    found = watched(page.text)
    assert expected <= found
    assert expected or not found


def test_what_was_typed_is_read_when_a_form_comes_back(cast, client):
    ruiz = cast.sign_in(client, cast.ruiz)
    sent = {"purpose": "We will utilize comprehensive assessment information.", "kind": "annual"}
    answer = ruiz.post(f"/students/{spell(cast.maya.pk)}/meetings/plan/", sent)
    assert answer.status_code == 422
    assert "utilize easier: use" in words_of(answer.text)
