"""Evidence toward goals, growth words, and the growth report."""
