"""Reports and cases: from the first phone call to closure."""
