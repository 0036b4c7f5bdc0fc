"""Requests about own data and breaches of data: lists with their clocks, and what can be done."""
