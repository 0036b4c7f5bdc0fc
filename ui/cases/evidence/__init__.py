"""Evidence on screen: how it comes in, how it is shown, and how it is covered."""
