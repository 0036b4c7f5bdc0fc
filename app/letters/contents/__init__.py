"""What a letter says: the facts that fill it, and the small grammar between them."""
