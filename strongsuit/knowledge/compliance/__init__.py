"""What the law and the method ask of a plan."""
