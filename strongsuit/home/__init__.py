"""Pages that bring several steps together, and the commands."""
