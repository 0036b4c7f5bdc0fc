"""What Meldboek knows and does; nothing in here knows Qt."""
