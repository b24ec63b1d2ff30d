"""The dialogs around a conversation: planning or moving one, and saying what became of it."""
