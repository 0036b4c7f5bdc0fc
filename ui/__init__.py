"""What the director sees: Qt only; no SQL and no rules."""
