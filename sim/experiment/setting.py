"""One market under today's programme, ready for experiments."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sim.engine.layout import W
from sim.engine.run import PARTNER_TOTALS, Engine, Run, Week0
from sim.experiment.cache import Cache, digest
from sim.experiment.designs import Design, levers_of
from sim.experiment.futures import Futures
from sim.experiment.matching import matched
from sim.experiment.roster import Roster
from sim.experiment.running import Simulation
from sim.intake.loading import load_partners
from sim.intake.table import PartnerTable
from sim.population.building import from_market
from sim.population.partners import Partners
from sim.schema.loading import load_market
from sim.schema.market import SEGMENTS, Market
from sim.schema.programme import Programme
from sim.text.catalogue import say
from sim.text.numbers import count

AnyMarket = Market | str | Path
"""A market as a value, a shipped name or a file."""

AnyPartners = PartnerTable | str | Path | None
"""Sales of real partners as a table or a file; None for the partners of the market."""


@dataclass(frozen=True)
class Setting:
    """What an experiment runs in.

    Attributes
    ----------
    market : name of the market, or of the table of partners
    simulation : market and engine
    roster : who the partners are
    warnings : sentences on what the market or table could not tell
    is_private : whether it holds an uploaded table, which is not written to disk unasked
    """

    market: str
    simulation: Simulation
    roster: Roster
    warnings: tuple[str, ...] = ()
    is_private: bool = False


def prepare(
    today: Programme, market: AnyMarket, partners: AnyPartners = None, cache: Cache | None = None
) -> Setting:
    """A market, or a table of partners in that market, under today's programme.

    Parameters
    ----------
    today, market, partners : as in ``compare``
    cache : where the match of a table is kept on disk; None keeps it in memory only

    Raises
    ------
    SchemaError : a market that cannot be used
    IntakeError : a table that cannot be used
    """
    known = market if isinstance(market, Market) else load_market(market)
    if partners is not None:
        return _from_table(today, known, partners, cache)
    enrolled = from_market(known)
    return Setting(known.name, EngineSimulation(known, today, enrolled), _roster(enrolled))


def _from_table(
    today: Programme, market: Market, partners: PartnerTable | str | Path, cache: Cache | None
) -> Setting:
    table = partners if isinstance(partners, PartnerTable) else load_partners(partners)
    match = matched(table, market, today, cache)
    name = say("experiment.table", market=market.name, partners=count(match.partners.size))
    simulation = EngineSimulation(market, today, match.partners)
    return Setting(name, simulation, _roster(match.partners), match.warnings, is_private=True)


class EngineSimulation:
    """The compiled engine as experiments use it.

    Parameters
    ----------
    market, today, partners : as the engine takes them
    """

    columns = W._asdict()
    totals: Final = {name: place for place, name in enumerate(PARTNER_TOTALS)}

    def __init__(self, market: Market, today: Programme, partners: Partners) -> None:
        self._engine = Engine(market, today, partners)
        self.partners, self.segment = partners, partners.segment
        self.vendors = len(self._engine.vendors)
        arrays = (partners.ids, partners.segment, partners.territory, *partners.facts)
        self.identity = digest(market.model_dump(mode="json"), levers_of(today), *arrays)

    def week0(self, futures: Futures) -> Week0:
        """State of the given futures at week 0."""
        return self._engine.week0(futures)

    def run(self, state: Week0, design: Design, futures: Futures, weeks: int, **how: Any) -> Run:
        """One design from week 0 on.

        Parameters
        ----------
        state, futures, weeks : as the engine takes them
        design : what is tried
        how : what is recorded, or replayed from a record, as ``Engine.run`` takes it
        """
        return self._engine.run(state, design.programme, futures, weeks, change_week=design.start_week, **how)

    @property
    def engine(self) -> Engine:
        """The compiled engine."""
        return self._engine


def _roster(partners: Partners) -> Roster:
    return Roster(partners.names, [SEGMENTS[place] for place in partners.segment], EngineSimulation.totals)
