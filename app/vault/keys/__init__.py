"""Who may open which drawer, and with what: ``keys.json``, key pairs, the recovery key, a key file, renewal."""
