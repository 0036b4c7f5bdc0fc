"""Vandaag: everything that has a date and asks for attention, most urgent first."""
