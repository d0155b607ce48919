"""What a student said, and what became of it: nothing is dropped, everything is answered."""
