"""The settings: whose profile this is, words and look, lock, passphrase, back-ups, and about the program."""
