"""Compare designs with today's programme in the same futures."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import Event
from typing import Any

from sim.experiment.cache import Cache
from sim.experiment.comparison import Comparison
from sim.experiment.conclude import Case, conclude
from sim.experiment.designs import AnyDesign, Design, as_designs, unique_names
from sim.experiment.futures import Futures
from sim.experiment.keeping import measure_once
from sim.experiment.measured import Measured
from sim.experiment.request import Request, check_designs
from sim.experiment.running import Cancel, Progress
from sim.experiment.setting import AnyMarket, AnyPartners, Setting, prepare
from sim.schema.loading import load_case


def compare(
    today: AnyDesign,
    designs: AnyDesign | Iterable[AnyDesign] = (),
    market: AnyMarket = "baseline",
    partners: AnyPartners = None,
    *,
    weeks: int = 156,
    futures: int = 200,
    seed: int = 1,
    luck_only: bool = False,
    doubt_only: bool = False,
    progress: Progress | None = None,
    cancel: Event | Cancel | None = None,
    cache: bool = True,
    keep_private: bool = False,
) -> Comparison:
    """Compare designs with today's programme, all in the same futures.

    Parameters
    ----------
    today : today's programme: a name, a file or a programme
    designs : up to seven programmes to be tried, or designs with the week they start in
    market : a name, a file or a market
    partners : table of partner sales that replaces the market's partners: a file or a table; private
    weeks : horizon
    futures : how many
    seed : of all draws
    luck_only, doubt_only : let only chance, or only assumptions, differ between the futures
    progress : told (futures done, futures in all)
    cancel : an event or a question; once set, the comparison stops
    cache : keep results on disk and take them from there
    keep_private : keep results of a private table on disk as well

    Raises
    ------
    SchemaError : a file that cannot be used
    IntakeError : a table that cannot be used
    RequestError : numbers outside their limits
    Cancelled : ``cancel`` was set
    """
    request = Request(weeks, futures, seed, luck_only, doubt_only)
    current, *tried = as_designs((today, *([designs] if isinstance(designs, AnyDesign) else designs)))
    check_designs(tried)
    setting = prepare(current.programme, market, partners, Cache() if cache and keep_private else None)
    may_keep = cache and (keep_private or not setting.is_private)
    return compare_in(
        setting,
        Design(current.programme),
        tried,
        request.draw(),
        weeks,
        progress=progress,
        cancel=cancel.is_set if isinstance(cancel, Event) else cancel,
        cache=Cache() if may_keep else None,
        warnings=request.warnings(),
    )


def run(
    programme: AnyDesign, market: AnyMarket = "baseline", partners: AnyPartners = None, **options: Any
) -> Comparison:
    """Run one programme alone; options as in ``compare``."""
    return compare(programme, (), market, partners, **options)


def compare_case(ref: str | Path, partners: AnyPartners = None, **options: Any) -> Comparison:
    """Answer a comparison file with its own market, designs, horizon and futures.

    Parameters
    ----------
    ref : name or file of a comparison
    partners : as in ``compare``
    options : as in ``compare``; they win over the file
    """
    case = load_case(ref)
    starts = (design.start_week for design in case.comparison.designs)
    designs = [Design(programme, start) for programme, start in zip(case.designs, starts, strict=True)]
    size = {"weeks": case.comparison.weeks, "futures": case.comparison.futures} | options
    return compare(case.today, designs, case.market, partners, **size)


def compare_in(
    setting: Setting,
    today: Design,
    designs: Sequence[Design],
    futures: Futures,
    weeks: int,
    *,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
    cache: Cache | None = None,
    warnings: tuple[str, ...] = (),
) -> Comparison:
    """As ``compare``, in a prepared setting and given futures."""
    everyone = (today, *designs)
    runs = measure_once(
        setting.simulation, everyone, futures, weeks, cache=cache, progress=progress, cancel=cancel
    )
    return concluded(setting, everyone, runs, futures, weeks, warnings)


def concluded(
    setting: Setting,
    everyone: Sequence[Design],
    runs: Sequence[Measured],
    futures: Futures,
    weeks: int,
    warnings: tuple[str, ...] = (),
) -> Comparison:
    """Result of runs that are done.

    Parameters
    ----------
    setting : market and partners
    everyone : today's programme, then the designs
    runs : of each of them
    futures, weeks : of the runs
    warnings : sentences to hand on, after those of the setting
    """
    names = unique_names([design.programme.name for design in everyone])
    named = dict(zip(names, everyone, strict=True))
    case = Case(setting, named, dict(zip(names, runs, strict=True)), futures, weeks)
    return conclude(case, (*setting.warnings, *warnings))
