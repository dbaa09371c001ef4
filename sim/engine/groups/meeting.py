"""The week begins: contacts, and what the programme offers."""

from typing import Any

from sim.engine.calendar import Now
from sim.engine.common import Vendorial
from sim.engine.groups.kinds import MEETING
from sim.engine.layout import P
from sim.engine.loops import contact, effort, extras, organisation, renewing, replay, terms, touches
from sim.kernel.compile import group


@group(MEETING)
def meeting(
    x: Any, f: Any, d: Any, z: Any, ids: Any, lev: Any, par: Any, vend: Any, all_: Vendorial, now: Now,
    keys: Any, row: Any, mode: int,
) -> None:  # fmt: skip
    """Contacts, understanding and bonds; terms of the programme."""
    if now.quarter_starts > 0.5:
        effort.new_quarter(x, ids, par, keys)
    touches.attend(x, f, z, lev)
    contact.plan_contacts(f, z, lev, par, now, all_.saving)
    contact.meet(z, ids, all_.reliable, keys)
    contact.read(x, z, ids, lev, par, now, keys)
    touches.keep_rhythm(x, f, z, par)
    touches.answer(x, f, d, z, par, all_)
    if all_.house.pleased > 0.0 or all_.house.hurt > 0.0 or all_.house.deceived > 0.0:
        organisation.felt(x, z, all_.house, par[P.deception_lasting_share])
    extras.enjoy(x, z, lev, par)
    touches.gather(x, z, ids, lev, par, vend, all_, keys)
    if all_.house.leaves > 0.0:
        organisation.turnover(x, f, par, keys, all_.house.leaves)
    contact.understand(x, z, f, par, all_.complexity)
    contact.bond(x, z, par)
    replay.beliefs(row, x, mode)
    renewing.come_up(x, f, d, z, lev, par)
    terms.terms(x, f, z, lev)
    terms.protection(x, f, z, lev, par)
    terms.customers(x, f, d, z, lev, par)
