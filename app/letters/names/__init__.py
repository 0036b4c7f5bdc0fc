"""Names in a text: whose they are, and which should not stand there."""
