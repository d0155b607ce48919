"""How the tables of this folder came to be."""
