"""The ground floor: errors, clock, calendar, Dutch names and texts."""
