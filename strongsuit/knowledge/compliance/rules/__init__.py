"""One requirement a file, each opening with its citation; found by walking this folder."""
