"""What the program is about: records, words and rules, without window, engine or paper."""
