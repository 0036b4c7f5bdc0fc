"""The list of cases: its filters, its acts and its way out."""
