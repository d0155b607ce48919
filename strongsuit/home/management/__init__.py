"""Commands of the `strongsuit` program."""
