"""Timed goals, reported and never asserted: machines are shared and noisy, so read ratios within one run."""
