"""The police: melding, aangifte, the decision not to report, requests to wait, and the pack."""
