"""For what consent is asked."""
