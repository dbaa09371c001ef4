"""Charts from result tables."""
