"""Reads and checks OneRoster sets: a folder or zip of CSV files in, frozen records and a report out."""
