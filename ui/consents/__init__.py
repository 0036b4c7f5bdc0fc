"""The pages about consent: the matrix, a pupil's card, entering forms and the photo question."""
