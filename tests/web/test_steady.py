"""What is the same on every page is drawn once in each language, and nobody's words get in."""

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils.safestring import mark_safe
from django.utils.translation import override

from strongsuit.web.templatetags.steady import MOST


def test_it_is_drawn_once_in_each_language():
    page = Template("{% steady %}{% get_current_language as here %}{{ here }}{% endsteady %} {{ name }}")
    with override("en"):
        assert page.render(Context({"name": "Maya"})) == "en Maya"
    with override("es"):
        assert page.render(Context({"name": "Leo"})) == "es Leo"
    with override("en"):
        assert page.render(Context({"name": "Ida"})) == "en Ida"


def test_nothing_of_the_page_is_known_inside():
    page = Template("{% steady %}[{{ name }}]{% endsteady %}")
    assert [page.render(Context({"name": name})) for name in ("Maya", "Leo")] == ["[]", "[]"]


def test_what_is_named_is_known_and_draws_anew_where_it_differs():
    page = Template("{% steady who=name times=often %}{{ who }} {{ times }} {{ name }}|{% endsteady %}")
    drawn = [
        page.render(Context({"name": name, "often": often})) for name, often in (("Maya", 1), ("Leo", True), ("Leo", 1))
    ]
    assert drawn == ["Maya 1 |", "Leo True |", "Leo 1 |"]


def test_a_name_cannot_break_out_of_what_was_drawn():
    page = Template("{% steady who=name %}{{ who }}{% endsteady %}")
    assert page.render(Context({"name": "<b>"})) == "&lt;b&gt;"
    # The same letters, once trusted and once not, are two drawings.
    assert page.render(Context({"name": mark_safe("<b>")})) == "<b>"


def test_it_never_keeps_more_than_its_share():
    page = Template("{% steady who=name %}{{ who }}{% endsteady %}")
    for number in range(MOST + 20):
        assert page.render(Context({"name": number})) == str(number)
    assert len(page.nodelist[0].drawn) <= MOST


def test_anything_but_names_is_refused():
    with pytest.raises(TemplateSyntaxError, match="name=value"):
        Template("{% steady who %}{% endsteady %}")
