"""Klassenlijst inlezen: choose, look, take over, see what was done."""
