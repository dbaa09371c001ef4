"""Closed forms and reference data."""
