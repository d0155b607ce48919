"""The plan: present levels, goals, supports; drafting, adopting, comparing."""
