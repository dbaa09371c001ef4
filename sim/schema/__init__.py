"""Levers, circumstances and parameters: the only place they live."""
