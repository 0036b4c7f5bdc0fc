"""What people answered: forms, events, history, and workbooks of answers."""
