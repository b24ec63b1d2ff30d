"""Building blocks of screens; they know nothing of the domain."""
