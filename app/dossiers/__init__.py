"""One person's dossier: what belongs in it, others masked, as PDF."""
