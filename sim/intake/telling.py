"""What a match found, as sentences."""

from sim.intake.measures import Row
from sim.text import numbers
from sim.text.catalogue import say

_SUMS = ("total", "segment")


def on_match(report: tuple[Row, ...], active_share: float, more_deals: float) -> tuple[str, ...]:
    """Sentences on a match: what was met and missed, what gave way, and the quarter held out.

    Parameters
    ----------
    report : all measures
    active_share : of the time, of partners with sales
    more_deals : deals above orders, 0 for none
    """
    rows = {row.measure: row for row in report}
    sentences = [_found(rows), say("intake.match_steady", share=numbers.share(active_share))]
    if more_deals > 0.0:
        sentences.append(say("intake.match_lift", share=numbers.share(more_deals)))
    sentences += [_missed(row) for row in report if not row.met]
    if "held_out.total" in rows:
        sentences.append(_held_out(rows))
    return tuple(sentences)


def _found(rows: dict[str, Row]) -> str:
    total, active, sizes = rows["total"], rows["activity"], rows["sizes"]
    return say(
        "intake.match_found",
        sales=numbers.money(total.simulated),
        sales_table=numbers.money(total.table),
        activity=numbers.share(active.simulated),
        activity_table=numbers.share(active.table),
        sizes=numbers.index(sizes.simulated),
    )


def _missed(row: Row) -> str:
    kind, _, segment = row.measure.partition(".")
    is_sum = kind in _SUMS
    show, tell = (numbers.money, numbers.share) if is_sum else (numbers.index, numbers.index)
    return say(
        "intake.match_missed",
        measure=say(f"intake.measure.{kind}", segment=segment),
        simulated=show(row.simulated),
        table=show(row.table),
        allowed=tell(row.allowed or 0.0),
    )


def _held_out(rows: dict[str, Row]) -> str:
    total, rank = rows["held_out.total"], rows["held_out.rank"]
    money = {"table": numbers.money(total.table), "simulated": numbers.money(total.simulated)}
    return say("intake.match_held_out", **money, rank=numbers.index(rank.simulated))
