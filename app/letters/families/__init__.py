"""Letters to families from the register: about consents, rounds of forms, and the mail merge."""
