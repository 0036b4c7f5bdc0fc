"""The print tray, how letters get there, and what is told of them afterwards."""
