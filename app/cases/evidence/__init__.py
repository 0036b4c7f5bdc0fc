"""Files as evidence: kept untouched, looked into, masked, given out and destroyed."""
