"""The week begins: contacts, and what the programme offers."""

from typing import Any

from sim.engine.calendar import Now
from sim.engine.common import Vendorial
from sim.engine.groups.kinds import MEETING
from sim.engine.house import House
from sim.engine.layout import G, P, V
from sim.engine.loops import asking, contact, effort, extras, organisation, renewing, replay, terms, touches
from sim.kernel.compile import group, inlined


@inlined
def _contacts(
    x: Any, f: Any, z: Any, ids: Any, lev: Any, par: Any, desks: Any, all_: Vendorial, now: Now, keys: Any
) -> None:
    """Contacts that are planned, that take place, and that were expected."""
    touches.attend(x, f, z, lev)
    contact.plan_contacts(f, z, lev, par, now, all_.saving)
    touches.by_desk(f, z, desks, all_.reliable, lev[G.initiative], par[P.initiative_loss])
    if lev[G.served_below] > 0.0:
        contact.relieve(x, z, lev[G.served_below], par)
    contact.meet(z, ids, keys)
    contact.read(x, z, ids, lev, par, now, keys)
    touches.keep_rhythm(x, f, z, par)


@inlined
def _house(x: Any, f: Any, z: Any, par: Any, vend: Any, desks: Any, house: House) -> None:
    """What partners feel of the vendor's inner life."""
    if house.leaves > 0.0:
        organisation.turnover(x, f, desks, par[P.bond_stays_share])
    if house.stranger > 0.0:
        organisation.new_chief(x, house.stranger, par[P.chief_bond_share])
    if vend[V.turmoil] > 0.0:
        organisation.get_used(x, z, par)


@inlined
def _asking(
    x: Any, f: Any, z: Any, ids: Any, lev: Any, par: Any, vend: Any, all_: Vendorial, keys: Any
) -> None:
    """Requests, leads, launches."""
    if vend[V.requests] > 0.0:
        asking.ask(x, f, z, ids, lev, par, vend, keys)
        asking.treat(x, f, z, par)
    if lev[G.leads] > 0.0:
        asking.hand_out(x, z, lev, par, all_.leads)
    if all_.launch > 0.0:
        asking.launch(x, par[P.launch_ages_share])


@group(MEETING)
def meeting(
    x: Any, f: Any, d: Any, z: Any, ids: Any, lev: Any, par: Any, vend: Any, desks: Any, all_: Vendorial,
    now: Now, keys: Any, row: Any, mode: int,
) -> None:  # fmt: skip
    """Contacts, understanding and bonds; terms of the programme."""
    if now.quarter_starts > 0.5:
        effort.new_quarter(x, ids, par, keys)
    _contacts(x, f, z, ids, lev, par, desks, all_, now, keys)
    touches.answer(x, d, z, par, all_)
    if all_.house.pleased > 0.0 or all_.house.hurt > 0.0 or all_.house.deceived > 0.0:
        organisation.felt(x, z, all_.house, par[P.deception_lasting_share])
    extras.enjoy(x, z, lev, par)
    touches.gather(x, z, ids, lev, par, vend, all_, keys)
    _house(x, f, z, par, vend, desks, all_.house)
    _asking(x, f, z, ids, lev, par, vend, all_, keys)
    contact.understand(x, z, f, par, all_.complexity)
    contact.bond(x, z, par)
    replay.beliefs(row, x, mode)
    renewing.come_up(x, f, d, z, lev, par)
    terms.terms(x, f, z, lev)
    if lev[G.bid_discount] > 0.0:
        terms.special_prices(x, z, lev, par)
    terms.protection(x, f, z, lev, par)
    terms.customers(x, f, d, z, lev, par)
