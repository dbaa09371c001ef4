"""Command line: run, compare, scenarios, check, app."""

from sim.cli.commands import main

__all__ = ["main"]
