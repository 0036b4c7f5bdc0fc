"""What the answers of many pupils come to."""
