"""The log of every change, chained; reading it, and checking it and the rows against it."""
