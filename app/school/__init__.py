"""School profile, letterhead, signatories and mandates."""
