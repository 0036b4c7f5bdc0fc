"""Backups: made while the school works, kept or thinned, put back, read, and cleaned of what was destroyed."""
