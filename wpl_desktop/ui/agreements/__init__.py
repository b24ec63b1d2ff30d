"""The board of agreements of all students, by date and by person."""
