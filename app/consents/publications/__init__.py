"""What was published, and what must be taken down."""
