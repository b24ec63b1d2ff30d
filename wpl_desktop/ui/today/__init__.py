"""The first page: what comes now, who waits for whom, and by when."""
