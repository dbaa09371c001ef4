"""The one error of this room."""


class LibraryError(ValueError):
    """Something cannot be kept or found; the message says what, and what is possible."""
