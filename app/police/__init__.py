"""Melding and aangifte with the police, per case."""
