"""Paper: the adopted plan, the teacher's summary and the growth report as files."""
