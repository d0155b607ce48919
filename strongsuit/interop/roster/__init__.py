"""Compares a roster with the district's records, and writes the difference."""
