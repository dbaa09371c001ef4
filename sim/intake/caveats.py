"""What a table could not tell, as sentences."""

from sim.intake.columns import Columns
from sim.intake.table import PartnerTable
from sim.intake.tidying import Tidied
from sim.text import numbers
from sim.text.catalogue import say

_FEW_PARTNERS = 30
_SHORT_LAST_PERIOD = 0.5


def of_rows(tidied: Tidied, columns: Columns) -> tuple[str, ...]:
    """Sentences on the columns used and the rows left out, split off or netted."""
    used = ", ".join(f"{role} = {name}" for role, name in columns._asdict().items() if name)
    sentences = [say("intake.columns_used", columns=used)]
    if tidied.incomplete:
        sentences.append(say("intake.incomplete", rows=numbers.count(tidied.incomplete)))
    sentences += _on_returns(tidied) + _on_missing(columns) + _on_direct(tidied, columns)
    return tuple(sentences)


def of_table(table: PartnerTable) -> tuple[str, ...]:
    """Sentences on the span of the table and on what its grid hides."""
    sentences = [say("intake.monthly")] if table.grid.monthly else []
    if table.held_out.stop == table.held_out.start:
        sentences.append(say("intake.nothing_held_out", weeks=table.grid.weeks))
    if table.year.stop - table.year.start < 52:
        sentences.append(say("intake.under_a_year", weeks=table.year.stop - table.year.start))
    if len(table.ids) < _FEW_PARTNERS:
        sentences.append(say("intake.few_partners", partners=len(table.ids)))
    silent = int((table.yearly_sales() == 0.0).sum())
    if silent:
        sentences.append(say("intake.silent_partners", partners=numbers.count(silent)))
    return tuple(sentences + _on_last_period(table))


def _on_returns(tidied: Tidied) -> list[str]:
    revenue = tidied.rows["revenue"].to_numpy()
    returned, sold = -revenue[revenue < 0].sum(), revenue[revenue > 0].sum()
    if returned == 0.0:
        return []
    rows = numbers.count(int((revenue < 0).sum()))
    return [say("intake.returns", rows=rows, share=numbers.share(returned / max(sold, returned)))]


def _on_missing(columns: Columns) -> list[str]:
    sentences = []
    if columns.orders is None:
        sentences.append(say("intake.no_orders"))
    if columns.type is None:
        sentences.append(say("intake.no_type"))
    if columns.region is None:
        sentences.append(say("intake.no_region"))
    return sentences


def _on_direct(tidied: Tidied, columns: Columns) -> list[str]:
    if columns.channel is None:
        return [say("intake.no_channel")]
    rows = tidied.rows
    if not rows["direct"].any():
        return [say("intake.no_direct_rows")]
    direct = rows["revenue"].to_numpy()[rows["direct"].to_numpy()].sum()
    return [say("intake.direct_split", share=numbers.share(direct / rows["revenue"].sum()))]


def _on_last_period(table: PartnerTable) -> list[str]:
    by_week = table.revenue.sum(axis=0)
    before, last = by_week[-12:-4].mean(), by_week[-4:].mean()
    return [say("intake.last_period_short")] if last < _SHORT_LAST_PERIOD * before else []
