"""How an experiment ends without a result."""


class RequestError(ValueError):
    """An experiment that cannot be run as asked; the text says what was found and what is allowed."""


class Cancelled(Exception):  # noqa: N818  (a wish, not an error)
    """The experiment was stopped by the caller."""
