"""Experiments: the same futures under several designs, what differs between them, and how sure that is."""
