"""Calls with the vertrouwensinspecteur, and the statutory chain that follows from them."""
