"""The student, the family, the team, and the one door to a student's record."""
