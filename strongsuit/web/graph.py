"""A drawn graph ready for its template: chains of places as text, sentences in the reader's language."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import formats
from django.utils.translation import gettext as _

from strongsuit.knowledge.graph import Graph, Spot, Told, telling
from strongsuit.knowledge.words import gettext_noop

# How far the numbers stand from the plot, in the units of the geometry.
TICK_GAP = 10
# What the picture says, as a child reads it.
PLAIN = {
    telling.EMPTY: gettext_noop("Nobody has checked yet."),
    telling.BASELINE: gettext_noop("You started at %(value)s on %(on)s."),
    telling.TARGET: gettext_noop("Your goal is %(value)s by %(on)s."),
    telling.COUNT: gettext_noop("We checked from %(first)s to %(last)s: %(count)d in all."),
    telling.LATEST: gettext_noop("The last number is %(value)s, on %(on)s."),
    telling.AIM_THEN: gettext_noop("The way to your goal was at %(value)s on that day."),
    telling.RANGE: gettext_noop("Your numbers go from %(low)s to %(high)s."),
    telling.HOLLOW: gettext_noop("Numbers that do not count: %(count)d."),
}


# Letters above a line, and below one.
NEAR, LINE_OF_WORDS = 12, 30


@dataclass(frozen=True, slots=True)
class Picture:
    graph: Graph
    runs: tuple[str, ...]
    aimline: str
    sentences: tuple[str, ...]
    legend: tuple[dict[str, str], ...]
    tick_x: int
    bottom: int
    words_x: int
    none_y: int
    target_words: str
    baseline_words: str


def picture(graph: Graph, *, plain: bool = False) -> Picture:
    return Picture(
        graph=graph,
        runs=tuple(chain(run) for run in graph.runs if len(run) > 1),
        aimline=chain(graph.aimline),
        sentences=tuple(sentence(told, plain=plain) for told in graph.description),
        legend=tuple(legend(graph, plain=plain)),
        tick_x=graph.plot.x - TICK_GAP,
        bottom=graph.plot.y + graph.plot.height,
        words_x=graph.plot.x + 8,
        none_y=beside_the_way(graph),
        target_words=_("My goal") if plain else _("Target"),
        baseline_words=_("Baseline"),
    )


def beside_the_way(graph: Graph) -> int:
    """Where words stand at the end of an empty graph: on the side of the baseline that the aimline leaves."""
    start, target = graph.baseline_line, graph.target_line
    if start is None or target is None:
        return graph.plot.y + LINE_OF_WORDS
    return round(start.y1) - NEAR if target.y1 < start.y1 else round(start.y1) + LINE_OF_WORDS


def chain(spots: tuple[Spot, ...]) -> str:
    return " ".join(f"{spot.x},{spot.y}" for spot in spots)


def sentence(told: Told, *, plain: bool = False) -> str:
    """The translated message with its dates and numbers as the reader writes them."""
    return _(PLAIN.get(told.message, told.message) if plain else told.message) % {
        name: shown(value) for name, value in told.values.items()
    }


def shown(value: int | Decimal | date) -> int | str:
    if isinstance(value, date):
        return formats.date_format(value, "DATE_FORMAT")
    if isinstance(value, Decimal):
        return formats.number_format(value.normalize() if value % 1 else value.quantize(Decimal(1)))
    return value


def legend(graph: Graph, *, plain: bool = False):
    """Only what this graph shows."""
    if graph.count:
        yield {"shape": "point", "label": _("A time we checked") if plain else _("Measurement")}
    if any(not dot.counted for dot in graph.dots):
        yield {"shape": "hollow", "label": _("Does not count") if plain else _("Does not count (the table says why)")}
    if graph.aimline:
        way = _("The way to my goal") if plain else _("Aimline: the way from baseline to target")
        yield {"shape": "dotted", "label": way}
    if graph.target_line:
        yield {"shape": "dashed", "label": _("My goal") if plain else _("Target")}
    if graph.band:
        yield {"shape": "band", "label": _("What I want to keep") if plain else _("Level to keep")}
    if graph.breaks:
        yield {"shape": "break", "label": _("No school")}
    if graph.phases:
        yield {"shape": "phase", "label": _("Something changed")}
