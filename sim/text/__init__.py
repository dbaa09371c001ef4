"""Everything a user reads: the message catalogue and the formatting of numbers."""
