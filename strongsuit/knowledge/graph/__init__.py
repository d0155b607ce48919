"""The graph of a goal's growth as plain places and words; the page and the paper draw it."""

from strongsuit.knowledge.graph.drawing import progress_graph
from strongsuit.knowledge.graph.shapes import (
    Box,
    DayTick,
    Dot,
    Graph,
    Line,
    Phase,
    PhaseLine,
    Row,
    Spot,
    Told,
    ValueTick,
)

__all__ = [
    "Box",
    "DayTick",
    "Dot",
    "Graph",
    "Line",
    "Phase",
    "PhaseLine",
    "Row",
    "Spot",
    "Told",
    "ValueTick",
    "progress_graph",
]
