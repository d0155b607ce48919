"""Discovery: what a student does well, likes and prefers, and the student's own words."""
