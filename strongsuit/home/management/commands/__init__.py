"""Each file is one word after `strongsuit`."""
