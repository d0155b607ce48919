"""Strongsuit: plans that grow from what a student does well."""

__version__ = "0.1.0"
