"""The partners of a market: facts of every firm, drawn from a market file or taken from a table."""
