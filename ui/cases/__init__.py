"""Zaken: the list, one case, and taking down a report."""
