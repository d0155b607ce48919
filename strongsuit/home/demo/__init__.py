"""A believable invented district, the same for the same seed and day: for trying, for tests and for measuring."""
