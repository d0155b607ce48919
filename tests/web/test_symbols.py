"""Pictures for concepts: every one is there, small, safe to show, and a set of a district's own may stand in for it."""

import pytest
from django.template import Context, Template

from strongsuit.knowledge.finder import decks
from strongsuit.knowledge.ratings import STEPS, Asked
from strongsuit.knowledge.supports import SUPPORTS
from strongsuit.web import symbols
from strongsuit.web.templatetags.components import Unknown

FILES = sorted(symbols.house().folder.glob("*.svg"))
SMALLEST = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72">{}</svg>'


def drawn(words):
    return Template("{% load components %}" + words).render(Context())


@pytest.fixture
def own_set(settings, tmp_path):
    settings.DATA, settings.SYMBOLS = tmp_path, "harbor"
    folder = tmp_path / "symbols" / "harbor"
    folder.mkdir(parents=True)
    (folder / "a star.svg").write_text(SMALLEST.format(""))
    (folder / "symbols.toml").write_text('[set]\nname = "Harbor"\n[pictures]\nstar = "a star.svg"\nskip = "none.svg"\n')
    symbols.symbol_set.cache_clear()
    yield folder
    symbols.symbol_set.cache_clear()


def test_every_card_answer_rating_and_kind_of_support_has_a_picture():
    wanted = {*decks.library().symbols(), *(support.symbol for support in SUPPORTS)}
    wanted |= {f"{asked}-{step}" for asked in Asked for step in range(len(next(iter(STEPS.values()))[asked]))}
    wanted |= {f"rating-{asked}" for asked in Asked}
    assert {concept for concept in wanted if not symbols.house().file(concept)} == set()


def test_no_two_concepts_of_the_finder_share_a_picture():
    shown = [symbols.file_for(concept, symbols.HOUSE) for concept in set(decks.library().symbols())]
    same = set(symbols.house().same)
    twice = {file for file in shown if shown.count(file) > 1}
    assert {one for one in decks.library().symbols() if symbols.file_for(one, symbols.HOUSE) in twice} <= same | set(
        symbols.house().same.values()
    )


def test_every_picture_is_used_small_and_holds_shapes_only():
    named = set(symbols.house().pictures.values())
    assert {path.name for path in FILES} == named
    assert {path.name: found for path in FILES if (found := symbols.trouble(path.read_bytes()))} == {}
    assert {path.name for path in FILES if path.stat().st_size > 10_000} == set()


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<path onload="alert(1)" d=""/>',
        '<image href="https://other.example/x.png"/>',
        '<use href="https://other.example/x.svg#a"/>',
        '<path fill="url(https://other.example/x)" d=""/>',
        "<style>path { fill: red }</style>",
        '<foreignObject xmlns="http://www.w3.org/2000/svg"><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
        "<path",
    ],
)
def test_what_runs_or_leads_elsewhere_is_named(inside):
    assert symbols.trouble(SMALLEST.format(inside).encode())


def test_plain_shapes_and_fills_of_their_own_are_fine():
    assert not symbols.trouble(SMALLEST.format('<path id="a" d="M0 0"/><use href="#a" fill="url(#b)"/>').encode())


def test_beside_words_a_picture_is_silent_and_alone_it_has_a_name():
    assert 'alt=""' in drawn("{% symbol 'star' %}")
    assert 'alt="A star"' in drawn("{% symbol 'star' label='A star' size='large' %}")
    with pytest.raises(Unknown, match="No set of pictures has 'moon-cheese'"):
        drawn("{% symbol 'moon-cheese' %}")


def test_what_points_forward_turns_where_pages_run_from_right_to_left():
    assert "symbol-turns" in drawn("{% symbol 'next' %}") and "symbol-turns" not in drawn("{% symbol 'star' %}")


def test_a_set_of_ones_own_goes_first_and_what_it_leaves_out_comes_from_the_house(own_set):
    assert symbols.file_for("star") == "symbols/harbor/a star.svg"
    assert symbols.file_for("skip") == f"symbols/openmoji/{symbols.house().pictures['skip']}"
    assert "skip" in symbols.missing(symbols.chosen()) and "star" not in symbols.missing(symbols.chosen())
    assert [one.about["name"] for one in symbols.credits()] == ["Harbor", "OpenMoji"]


def test_a_table_that_cannot_be_read_says_so_and_the_house_steps_in(own_set):
    (own_set / "symbols.toml").write_text('[pictures]\nstar = "../secret.svg"\n')
    symbols.symbol_set.cache_clear()
    assert "is no name of a picture" in symbols.chosen().problem
    assert symbols.file_for("star").startswith("symbols/openmoji/")


def test_help_says_whose_pictures_they_are(client):
    page = client.get("/help/").content.decode()
    assert "OpenMoji 17.0.0" in page and "https://creativecommons.org/licenses/by-sa/4.0/" in page
