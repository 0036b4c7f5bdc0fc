"""The proof that nothing is lost: kills, tampering, full disks, copies; a quick set here, the full one on request."""
