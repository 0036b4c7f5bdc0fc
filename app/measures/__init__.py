"""Measures: both ladders, hearing, decision, terms, objection, devices in custody, content to be removed."""
