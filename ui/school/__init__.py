"""Beheer: the school, who signs, the protocol, users, backups, the log, terms and the appearance."""
