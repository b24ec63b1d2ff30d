"""Three perspectives side by side: the page of the trialogue."""
