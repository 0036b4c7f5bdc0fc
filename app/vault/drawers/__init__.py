"""One encrypted file: opened, read in a session, written in a block, brought to today's tables."""
