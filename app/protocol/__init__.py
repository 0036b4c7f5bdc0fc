"""The protocol as data: articles, ladders, categories, purposes, terms, retention and links."""
