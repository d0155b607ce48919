"""Reads files of other systems into blocks of text, and says in plain words what could not be read."""
