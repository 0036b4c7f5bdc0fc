"""Before a store is open: its folder, who holds it, who asks for it, and wrong passphrases."""
