"""Vandaag: what asks for attention now."""
