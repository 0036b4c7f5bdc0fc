"""When what may go: terms, holds and the yearly proposal."""
