"""Letters: templates, drafts, final letters, and the print tray."""
