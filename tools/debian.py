"""Packages of a Debian or Ubuntu system. Plain standard library."""

from __future__ import annotations

import os
import shutil
import subprocess


def can_install() -> bool:
    """True with apt-get and the right to use it without being asked for a password."""
    return shutil.which("apt-get") is not None and _privilege() is not None


def install(package: str) -> bool:
    """Install one package; False where that is not possible here."""
    privilege = _privilege()
    if not can_install() or privilege is None:
        return False
    print(f"Installing the system package {package} ...", flush=True)
    return any(_apt(privilege, step, package) for step in ("as it is", "after an update"))


def _apt(privilege: list[str], step: str, package: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if step == "after an update":
        _quietly([*privilege, "apt-get", "update"], environment)
    command = [*privilege, "apt-get", "install", "--yes", "--no-install-recommends", package]
    return _quietly(command, environment)


def _quietly(command: list[str], environment: dict[str, str]) -> bool:
    outcome = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False
    )
    return outcome.returncode == 0


def _privilege() -> list[str] | None:
    """What to put before apt-get: nothing for root, sudo where it asks no password, else None."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and _quietly([sudo, "--non-interactive", "true"], dict(os.environ)):
        return [sudo, "--non-interactive"]
    return None
