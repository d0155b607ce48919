"""Backups: one consistent file out of a running installation, and a whole installation out of that file."""
