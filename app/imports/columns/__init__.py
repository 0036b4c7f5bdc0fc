"""What the columns of a class list hold, and where its headings stand."""
