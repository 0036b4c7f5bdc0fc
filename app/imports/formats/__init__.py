"""The formats of class lists: each module gets the sheets, or the pupils, out of one of them."""
