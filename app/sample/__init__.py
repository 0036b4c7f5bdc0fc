"""A fictitious school, built through the same services as a real one."""
