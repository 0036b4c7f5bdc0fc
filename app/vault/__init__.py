"""The two encrypted drawers, their keys, and what every write leaves behind."""
