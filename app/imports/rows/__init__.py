"""Reads the rows of a class list, one person or several at a time."""
