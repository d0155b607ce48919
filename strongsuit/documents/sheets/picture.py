"""The graph of a goal, from the same places and words as the page draws it from."""

from datetime import date
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from strongsuit.documents.sheets.blocks import Block, amount, day
from strongsuit.knowledge.graph import Box, Graph, Line, Spot, Told


def picture(graph: Graph, words: str) -> Block:
    """What the template draws, with all it shows told in words; ``words`` name the goal."""
    return {
        "kind": "graph",
        "alt": " ".join(
            [_("Graph of the goal: %(words)s") % {"words": words}, *(told(each) for each in graph.description)]
        ),
        "size": [graph.width, graph.height],
        "plot": box(graph.plot),
        "values": [[tick.y, amount(tick.value, "")] for tick in graph.value_ticks],
        "months": [[tick.x, date_format(tick.on, "M")] for tick in graph.month_ticks],
        "dots": [[dot.x, dot.y, dot.counted] for dot in graph.dots],
        "runs": [spots(run) for run in graph.runs],
        "start": spots((graph.baseline,) if graph.baseline else ()),
        "aimline": spots(graph.aimline),
        "target": line(graph.target_line),
        "target_word": _("Target"),
        "bands": [box(graph.band)] if graph.band else [],
        "breaks": [box(each) for each in graph.breaks],
        "phases": [[each.x, each.phase.words] for each in graph.phases],
        "today": graph.today,
        "key": key(graph),
    }


def key(graph: Graph) -> str:
    """How to read the picture, only for what is in it."""
    sentences = (
        (graph.dots, _("Each dot is a measurement.")),
        (any(not dot.counted for dot in graph.dots), _("A hollow dot does not count.")),
        (graph.aimline, _("The dashed line is the way from the start to the target.")),
        (graph.breaks, _("The gray bands are school breaks.")),
    )
    return " ".join(words for there, words in sentences if there)


def told(sentence: Told) -> str:
    return _(sentence.message) % {name: shown(value) for name, value in sentence.values.items()}


def shown(value: int | Decimal | date) -> int | str:
    if isinstance(value, date):
        return day(value)
    return amount(value, "") if isinstance(value, Decimal) else value


def box(each: Box) -> list[int]:
    return [each.x, each.y, each.width, each.height]


def line(each: Line | None) -> list[int]:
    return [each.x1, each.y1, each.x2, each.y2] if each else []


def spots(found: tuple[Spot, ...]) -> list[list[int]]:
    return [[each.x, each.y] for each in found]
