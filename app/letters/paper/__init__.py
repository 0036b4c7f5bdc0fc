"""A letter as it looks: on paper, as labels, and as a Word document."""
