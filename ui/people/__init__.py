"""Personen: pupils, employees and guardians, one card each."""
