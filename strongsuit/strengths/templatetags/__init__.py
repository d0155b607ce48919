"""Small words for the pages about strengths."""
