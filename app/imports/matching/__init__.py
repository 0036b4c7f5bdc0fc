"""Holds a class list against the register: who is who, and what differs."""
