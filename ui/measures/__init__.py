"""Maatregelen: the overview, the form of one measure with its ladder and findings, devices and messages."""
