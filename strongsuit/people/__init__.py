"""Accounts, sign-in, schools, posts, and what each role may do."""
