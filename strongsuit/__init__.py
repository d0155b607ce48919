"""Strongsuit: plans that grow from what a student does well."""
