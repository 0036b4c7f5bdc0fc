"""Requests of persons about their own data, with their clocks; what was given; breaches of data."""
