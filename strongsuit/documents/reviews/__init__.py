"""The review of a whole plan as people see it: on the screen of a terminal, as one HTML file, as a page."""
