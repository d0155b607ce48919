"""What is due, from whom, by when."""
