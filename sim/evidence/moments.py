"""Twenty-eight moments of a panel of weekly purchases: who buys, how much, how often, and when."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from sim.evidence.world import QUARTER, YEAR, Floats

Bools = NDArray[np.bool_]
QUARTERS: Final = YEAR // QUARTER
LONG_GAP: Final = 13
FEW: Final = 3
"""Quarters with purchases from which a partner's own mean is known."""
FIRST_ENTRIES: Final = 2
"""Quarter from which a first purchase counts as an entry: who buys seldom shows up late."""
EDGE: Final = 2
NUMBERS: Final = ("first", "second", "third", "fourth")


def moments(weekly: Floats) -> dict[str, float]:
    """All moments by name; log amounts are natural.

    Parameters
    ----------
    weekly : [weeks, partners], purchases of each week, ¤; whole years
    """
    quarters = _summed(weekly, QUARTER)
    active = quarters > 0.0
    logs = np.where(active, np.log(np.where(active, quarters, 1.0)), np.nan)
    return {
        **_activity(active),
        **_orders(weekly, active),
        **_amounts(logs, active),
        **_concentration(_summed(weekly, YEAR)[-1]),
        **_seasons(weekly.sum(axis=1)),
    }


def _summed(weekly: Floats, weeks: int) -> Floats:
    return np.asarray(weekly.reshape(-1, weeks, weekly.shape[1]).sum(axis=1), dtype=np.float64)


def _activity(active: Bools) -> dict[str, float]:
    """Who buys in a quarter, who stays, who comes back and who comes anew."""
    before, now = active[:-1], active[1:]
    silent = (np.cumsum(active, axis=0) > 0)[:-1] & ~before
    first = np.argmax(active, axis=0)
    entries = [
        np.sum((first == quarter) & active[quarter]) / active[quarter - 1].sum()
        for quarter in range(FIRST_ENTRIES, len(active))
    ]
    return {
        "active_partners_mean": float(active.sum(axis=1).mean()),
        "p_stay": float((before & now).sum() / before.sum()),
        "p_reactivate": float((silent & now).sum() / silent.sum()),
        "entry_rate_q": float(np.mean(entries)),
    }


def _orders(weekly: Floats, active: Bools) -> dict[str, float]:
    """Weeks with an order: how many in a quarter, how large, and how far apart."""
    ordered = weekly > 0.0
    counts = ordered.reshape(len(active), QUARTER, -1).sum(axis=1)
    gaps = np.concatenate([np.diff(np.flatnonzero(one)) for one in ordered.T])
    amounts = np.log(weekly[ordered])
    share = [float(count[row].mean()) / QUARTER for count, row in zip(counts, active, strict=True)]
    return {
        "order_weeks_share": float(np.mean(share)),
        "fano_order_weeks": float(counts[active].var() / counts[active].mean()),
        "mu_log_week_order": float(amounts.mean()),
        "sd_log_week_order": float(amounts.std()),
        "gap_w_mean": float(gaps.mean()),
        "gap_w_long": float(np.quantile(gaps, 0.9)),
        "share_of_long_gaps": float(np.mean(gaps > LONG_GAP)),
    }


def _amounts(logs: Floats, active: Bools) -> dict[str, float]:
    """Log purchases of a quarter: level, spread within and between partners, and how they change."""
    often = active.sum(axis=0) >= FEW
    own = np.nanmean(logs[:, often], axis=0)
    steps, years = np.diff(logs, axis=0), logs[QUARTERS:] - logs[:-QUARTERS]
    both = active[:-1] & active[1:]
    return {
        "log_rev_per_active_q": float(np.nanmean(logs)),
        "sd_log_rev_q": float(np.nanstd(logs)),
        "autocorr_q": float(np.corrcoef(logs[:-1][both], logs[1:][both])[0, 1]),
        "sd_qoq": float(np.nanstd(steps)),
        "sd_yoy": float(np.nanstd(years)),
        "med_yoy": float(np.nanmedian(years)),
        "sd_within": float(np.sqrt(np.nanmean((logs[:, often] - own) ** 2))),
        "sd_between": float(own.std()),
    }


def top_share(amounts: Floats, share: float = 0.2) -> float:
    """Part of a total that the largest amounts make.

    Parameters
    ----------
    amounts : [partners], not negative
    share : of partners that count as the largest, above 0
    """
    ordered = np.sort(amounts)[::-1]
    return float(ordered[: max(1, round(share * len(ordered)))].sum() / ordered.sum())


def gini(amounts: Floats) -> float:
    """Gini coefficient of positive amounts: [partners]."""
    ordered, count = np.sort(amounts), len(amounts)
    return float((2.0 * np.arange(1, count + 1) - count - 1.0) @ ordered / (count * ordered.sum()))


def _concentration(year: Floats) -> dict[str, float]:
    """Of the last year's purchases, among those who bought."""
    bought = year[year > 0.0]
    return {
        "top_fifth_share": top_share(bought),
        "gini": gini(bought),
        "top_hundredth_share": top_share(bought, 0.01),
    }


def _seasons(total: Floats) -> dict[str, float]:
    """When purchases fall: at both ends of a quarter, and in each quarter against its year."""
    weeks = total.reshape(-1, QUARTER)
    years = weeks.sum(axis=1).reshape(-1, QUARTERS)
    index = (years / years.mean(axis=1, keepdims=True)).mean(axis=0)
    return {
        "last_weeks_share": float(weeks[:, -EDGE:].sum() / weeks.sum()),
        "first_weeks_share": float(weeks[:, :EDGE].sum() / weeks.sum()),
        **{f"{name}_index": float(value) for name, value in zip(NUMBERS, index, strict=True)},
    }
