"""The lists on paper and the workbooks to save."""
