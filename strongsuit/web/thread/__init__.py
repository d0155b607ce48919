"""Strength, need, goal, support, growth: the thread, its picture and its list."""

from strongsuit.web.thread.drawing import layout
from strongsuit.web.thread.shapes import HEIGHT, KINDS, PICTURES, ROW, WIDTH, Node, Picture, Strand, Thread
from strongsuit.web.thread.strands import as_list, members

__all__ = [
    "HEIGHT",
    "KINDS",
    "PICTURES",
    "ROW",
    "WIDTH",
    "Node",
    "Picture",
    "Strand",
    "Thread",
    "as_list",
    "layout",
    "members",
]
