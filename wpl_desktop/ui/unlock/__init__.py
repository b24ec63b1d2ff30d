"""What is seen before a profile is open: unlocking, the first run, the recovery sheet and putting a back-up back."""
