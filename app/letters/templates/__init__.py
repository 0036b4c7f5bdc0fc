"""The letter templates: as shipped, as the school wrote them, and how their blanks are filled."""
