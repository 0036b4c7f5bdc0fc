"""The reading process, what it is told and what it says."""
