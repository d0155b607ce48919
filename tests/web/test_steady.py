"""What is the same on every page is drawn once in each language, and nobody's words get in."""

from django.template import Context, Template
from django.utils.translation import override


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
