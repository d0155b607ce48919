"""Photos, recordings and files: opened apart, made anew without what they would give away, stored by random names."""
