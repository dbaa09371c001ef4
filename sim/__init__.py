"""Partner Lab: how channel partners react to a change in a partner programme."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.experiment.compare import compare, compare_case, run
    from sim.experiment.comparison import Comparison
    from sim.experiment.designs import Design
    from sim.experiment.errors import Cancelled, RequestError
    from sim.intake.errors import IntakeError
    from sim.intake.loading import load_partners
    from sim.schema.editing import changed
    from sim.schema.errors import SchemaError
    from sim.schema.loading import list_scenarios, load_comparison, load_market, load_programme

__all__ = [
    "Cancelled",
    "Comparison",
    "Design",
    "IntakeError",
    "RequestError",
    "SchemaError",
    "changed",
    "compare",
    "compare_case",
    "list_scenarios",
    "load_comparison",
    "load_market",
    "load_partners",
    "load_programme",
    "run",
]

_HOMES = {
    "Cancelled": "experiment.errors",
    "Comparison": "experiment.comparison",
    "Design": "experiment.designs",
    "IntakeError": "intake.errors",
    "RequestError": "experiment.errors",
    "SchemaError": "schema.errors",
    "changed": "schema.editing",
    "compare": "experiment.compare",
    "compare_case": "experiment.compare",
    "list_scenarios": "schema.loading",
    "load_comparison": "schema.loading",
    "load_market": "schema.loading",
    "load_partners": "intake.loading",
    "load_programme": "schema.loading",
    "run": "experiment.compare",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that importing the package costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'sim' has no attribute {name!r}")
    return getattr(import_module(f"sim.{_HOMES[name]}"), name)
