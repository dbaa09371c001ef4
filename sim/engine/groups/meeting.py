"""The week begins: contacts, and what the programme offers."""

from typing import Any

from sim.engine.calendar import Now
from sim.engine.common import Vendorial
from sim.engine.groups.kinds import MEETING
from sim.engine.loops import contact, effort, replay, terms
from sim.kernel.compile import group


@group(MEETING)
def meeting(
    x: Any, f: Any, d: Any, z: Any, ids: Any, lev: Any, par: Any, all_: Vendorial, now: Now, keys: Any,
    row: Any, mode: int,
) -> None:  # fmt: skip
    """Contacts, understanding and bonds; terms of the programme."""
    if now.quarter_starts > 0.5:
        effort.new_quarter(x, ids, par, keys)
    contact.plan_contacts(x, f, z, lev, par, now)
    contact.meet(z, ids, par, all_.load, keys)
    contact.read(z, ids, lev, par, now, keys)
    contact.understand(x, z, f, par, all_.complexity)
    contact.bond(x, z, par, all_.quality)
    replay.beliefs(row, x, mode)
    terms.terms(x, f, z, lev)
    terms.protection(x, f, z, lev, par)
    terms.customers(x, f, d, z, lev, par)
