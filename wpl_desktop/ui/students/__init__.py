"""The students: who there are, one student beside the list, and the form for a student."""
