"""The one error of this room."""


class IntakeError(ValueError):
    """A table cannot be used; the message says what was found, where, and what is allowed."""
