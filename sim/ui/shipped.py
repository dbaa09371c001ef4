"""Shipped programmes, read once: a page is drawn far more often than a file changes."""

from functools import cache

from sim.schema.loading import list_scenarios, load_programme
from sim.schema.programme import Programme


@cache
def names() -> tuple[str, ...]:
    """Names of the shipped programmes."""
    return list_scenarios()["programmes"]


@cache
def programme(name: str) -> Programme:
    """A shipped programme.

    Raises
    ------
    KeyError : no such name
    """
    if name not in names():
        raise KeyError(name)
    return load_programme(name)
