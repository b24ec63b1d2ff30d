"""The agenda: week, list and month of all talks, and what is still to be planned."""
