"""Dossiers: one person's dossier with a live preview and everybody else masked."""
