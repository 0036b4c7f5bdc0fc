"""Employees: their own consent, recordings in lessons, and the protocol handed out."""
