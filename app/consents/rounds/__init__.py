"""The times that the school asked families."""
