"""The compiled engine and the Mesa engine."""
