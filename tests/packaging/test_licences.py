"""Everything that a user installs with Partner Lab may be used freely."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement

# Wanted: MIT, BSD, Apache, PSF, MPL, OFL, LGPL linked dynamically. As free as those, and in use by a
# dependency: ISC, 0BSD, Zlib, Unlicense, CC0 and the MIT variants of Pillow (HPND, MIT-CMU).
FREE = re.compile(
    r"\b(MIT|0?BSD|Apache|PSF|Python Software Foundation|MPL|Mozilla Public|OFL|SIL Open Font"
    r"|LGPL|Lesser General Public|ISC|Zlib|Unlicense|CC0|HPND|Historical Permission)",
    re.IGNORECASE,
)
BINDING = re.compile(
    r"\b(A?GPL|GNU (Affero )?General Public|SSPL|BUSL|Proprietary|Commercial|CC-BY-NC)", re.IGNORECASE
)


def required(name: str, extras: frozenset[str] = frozenset()) -> list[tuple[str, frozenset[str]]]:
    """What a distribution requires here, for these extras."""
    lines = [Requirement(line) for line in distribution(name).requires or []]
    environments = [{"extra": extra} for extra in (*extras, "")]
    return [
        (line.name, frozenset(line.extras))
        for line in lines
        if line.marker is None or any(line.marker.evaluate(environment) for environment in environments)
    ]


def closure(name: str) -> set[str]:
    """All distributions that an installation of `name` brings along."""
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = required(name)
    while waiting:
        item = waiting.pop()
        if item not in seen:
            seen.add(item)
            waiting += required(*item)
    return {re.sub(r"[-_.]+", "-", found).lower() for found, _ in seen}


def declared(package: Distribution) -> str:
    """What a distribution says of its licence: expression, else classifiers, else the old free text."""
    meta = package.metadata
    expression = meta.get("License-Expression")
    if expression:
        return str(expression)
    classifiers = [line for line in meta.get_all("Classifier") or [] if line.startswith("License ::")]
    return "; ".join(classifiers) or str(meta.get("License") or "").split("\n", 1)[0]


def is_free(licence: str) -> bool:
    """True when each part that must be kept is free; of alternatives, one is enough."""
    parts = re.split(r"\bAND\b|;", licence)
    return all(
        any(FREE.search(choice) and not BINDING.search(choice) for choice in re.split(r"\bOR\b", part))
        for part in parts
    )


def test_every_runtime_dependency_has_a_free_licence() -> None:
    names = sorted(closure("partnerlab"))
    assert len(names) > 30
    licences = {name: declared(distribution(name)) for name in names}
    refused = [f"{name}: {licence!r}" for name, licence in licences.items() if not is_free(licence)]
    assert not refused, "Not a licence that the project accepts:\n" + "\n".join(refused)


def test_binding_licences_are_told_from_free_ones() -> None:
    assert is_free("MIT")
    assert is_free("BSD-3-Clause AND Apache-2.0 WITH LLVM-exception")
    assert is_free("GPL-3.0-only OR MIT")
    assert is_free("GNU Lesser General Public License v3")
    assert not is_free("GPL-3.0-only")
    assert not is_free("AGPL-3.0-or-later AND MIT")
    assert not is_free("")


def test_nothing_required_is_missing() -> None:
    missing = []
    for name in closure("partnerlab"):
        try:
            distribution(name)
        except PackageNotFoundError:
            missing.append(name)
    assert not missing
