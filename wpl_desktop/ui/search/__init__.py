"""Search over everything, from the top bar of every page."""
