"""Put what an installed wheel needs beside its code: scenario files, the page, its theme.

A hook rather than a plain force-include, because that would copy the files into editable installs too,
where they go stale.
"""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CARRIED = {
    "scenarios": "sim/_scenarios",
    "app.py": "sim/_app.py",
    ".streamlit/config.toml": "sim/.streamlit/config.toml",
}


class CarryFiles(BuildHookInterface):
    """Adds the files of CARRIED to wheels that are not editable."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it builds."""
        if version == "standard":
            build_data["force_include"].update(CARRIED)
