"""Rounds: the board of all students, the page of one round, and the dialogs that open, reveal, end and sign it."""
