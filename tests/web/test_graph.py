"""The drawn graph: its words in the reader's language, its numbers for every reader."""

from datetime import date
from decimal import Decimal

import pytest
from django.template import engines
from django.utils import translation

from strongsuit.knowledge.graph import Spot, Told
from strongsuit.web import gallery, graph

DRAW = "{% growth_graph graph=graph key='g' title='Reads aloud' summary='' unit='words a minute' %}"


@pytest.fixture
def drawing():
    return gallery.specimens()["graph"]


def drawn(found):
    return engines["django"].from_string(DRAW).render({"graph": found})


def test_a_sentence_writes_dates_and_numbers_as_the_reader_does():
    told = Told("The target is %(value)s by %(on)s.", {"value": Decimal("2.50"), "on": date(2026, 6, 18)})
    with translation.override("en"):
        assert graph.sentence(told) == "The target is 2.5 by June 18, 2026."


@pytest.mark.parametrize(
    ("value", "words"),
    [(Decimal("90"), "90"), (Decimal("90.00"), "90"), (Decimal("0.5"), "0.5"), (Decimal("100"), "100")],
)
def test_a_number_has_no_needless_zeros(value, words):
    assert graph.shown(value) == words


def test_a_chain_of_places_is_one_line():
    assert graph.chain((Spot(1, 2), Spot(3, 4))) == "1,2 3,4"


def test_the_picture_is_told_to_those_who_do_not_see_it(drawing):
    out = drawn(drawing)
    assert 'role="img"' in out and '<title id="g-title">Reads aloud</title>' in out and "The target is 90 by" in out


def test_every_measurement_is_in_the_table(drawing):
    out = drawn(drawing)
    assert (out.count('<circle class="graph-point') - 2, out.count('<th scope="row">')) == (14, 14)
    assert "Does not count: Fire drill" in out


def test_places_never_change_with_the_language(drawing):
    with translation.override("es"):
        out = drawn(drawing)
    points = out.split('class="graph-path" points="')[1].split('"')[0]
    assert all(part.replace(",", "").isdigit() for part in points.split())


def test_a_graph_without_measurements_says_so():
    out = drawn(gallery.specimens()["empty_graph"])
    assert "There are no measurements yet." in out and "graph-point" not in out


def test_words_of_an_empty_graph_stand_where_no_line_goes():
    empty = gallery.specimens()["empty_graph"]
    way, start, target = graph.picture(empty), empty.baseline_line.y1, empty.target_line.y1
    assert (way.none_y < start) == (target < start)
    assert abs(way.none_y - target) > 20
