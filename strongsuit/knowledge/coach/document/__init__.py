"""Reads a whole plan from any other system: its sections, its wording, its goals and its needs."""
