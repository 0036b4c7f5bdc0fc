"""Class lists: recognise, read in a child process, match, preview, apply."""
