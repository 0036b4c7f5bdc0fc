"""Counts of a school year: cases, measures, calls, police and consent."""
