"""The window around everything: start, first run, unlock, navigation, palette, help; knows all pages."""
