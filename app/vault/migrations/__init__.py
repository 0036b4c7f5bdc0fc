"""The shapes that the drawers had, one after the other."""
