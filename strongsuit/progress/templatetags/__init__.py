"""Filters for the pages about progress."""
