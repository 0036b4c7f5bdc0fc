"""Rapportage: the figures of a school year."""
