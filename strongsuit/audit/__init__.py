"""Who did or saw what, when, and why it was allowed; append-only and sealed."""
