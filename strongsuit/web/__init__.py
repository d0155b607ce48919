"""How every page looks and talks."""
