"""The school year: both calendars, own lesson hours, who is where, and the step into the next year."""
