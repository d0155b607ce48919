"""Weaving: which strength can carry a goal, by which of thirteen patterns, and in which words."""
