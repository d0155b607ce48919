"""What each paper says, block by block, before it is set in type."""
