"""Carries out what was decided about a class list, and takes it back."""
