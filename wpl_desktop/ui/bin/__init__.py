"""Undo and redo by the keyboard, and the page of what was deleted."""
