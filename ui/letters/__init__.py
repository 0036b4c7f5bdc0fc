"""Brieven: drafts, the print tray, and what was sent."""
