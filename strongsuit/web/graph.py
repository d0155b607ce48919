"""A drawn graph ready for its template: chains of places as text, sentences in the reader's language."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import formats
from django.utils.translation import gettext as _

from strongsuit.knowledge.graph import Graph, Spot, Told

# How far the numbers stand from the plot, in the units of the geometry.
TICK_GAP = 10


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
    target_words: str
    baseline_words: str


def picture(graph: Graph) -> Picture:
    return Picture(
        graph=graph,
        runs=tuple(chain(run) for run in graph.runs if len(run) > 1),
        aimline=chain(graph.aimline),
        sentences=tuple(sentence(told) for told in graph.description),
        legend=tuple(legend(graph)),
        tick_x=graph.plot.x - TICK_GAP,
        bottom=graph.plot.y + graph.plot.height,
        words_x=graph.plot.x + 8,
        target_words=_("Target"),
        baseline_words=_("Baseline"),
    )


def chain(spots: tuple[Spot, ...]) -> str:
    return " ".join(f"{spot.x},{spot.y}" for spot in spots)


def sentence(told: Told) -> str:
    """The translated message with its dates and numbers as the reader writes them."""
    return _(told.message) % {name: shown(value) for name, value in told.values.items()}


def shown(value: int | Decimal | date) -> int | str:
    if isinstance(value, date):
        return formats.date_format(value, "DATE_FORMAT")
    if isinstance(value, Decimal):
        return formats.number_format(value.normalize() if value % 1 else value.quantize(Decimal(1)))
    return value


def legend(graph: Graph):
    """Only what this graph shows."""
    if graph.count:
        yield {"shape": "point", "label": _("Measurement")}
    if any(not dot.counted for dot in graph.dots):
        yield {"shape": "hollow", "label": _("Does not count (the table says why)")}
    if graph.aimline:
        yield {"shape": "dotted", "label": _("Aimline: the way from baseline to target")}
    if graph.target_line:
        yield {"shape": "dashed", "label": _("Target")}
    if graph.band:
        yield {"shape": "band", "label": _("Level to keep")}
    if graph.breaks:
        yield {"shape": "break", "label": _("No school")}
    if graph.phases:
        yield {"shape": "phase", "label": _("Something changed")}
