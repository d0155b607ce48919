"""The tags every template may use."""
