"""One wording rule a file; found by walking this folder."""
