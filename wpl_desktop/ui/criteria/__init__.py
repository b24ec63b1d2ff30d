"""Versions of the criteria: reading them, drafting another one, putting it into use."""
