"""What stands in the cells of a class list: names, contacts, dates, notes."""
