"""Who allowed what, when, on what text, and what follows from it for a photo today."""
