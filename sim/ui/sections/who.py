"""Who wins, who loses, and who will complain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import polars as pl
import streamlit as st

from sim.charts.bands import bands
from sim.charts.lorenz import lorenz
from sim.charts.segments import segments
from sim.experiment.bench import Bench
from sim.experiment.comparison import Comparison
from sim.experiment.designs import Design
from sim.experiment.explain.complaints import complaints
from sim.experiment.explain.levers import Credit, in_words
from sim.experiment.explain.petition import petition
from sim.experiment.findings import Finding
from sim.text.catalogue import say
from sim.text.numbers import amount, amount_range, count, money
from sim.ui import explaining, state
from sim.ui.cards import card, picture_card
from sim.ui.parts.sheet import Column, SheetRow, Text, sheet
from sim.ui.words import muted, plain, strong

MEASURES: Final = ("profit_per_year", "effort_share")
RETURNS: Final = ("kind", "today", "design", "difference", "range", "leverage")
WORDS: Final = ("partner", "segment")
UNBROKEN: Final = "\u2011"
"""A hyphen at which no line ends."""
MONEY: Final = ("change", "payout", "business", "sales_change")


def show(lab: Bench, result: Comparison, design: Design) -> None:
    """Draw the part.

    Parameters
    ----------
    lab : setting and futures
    result : comparison of the design with today
    design : with at least one lever that differs
    """
    name, size = design.programme.name, state.scale()
    with card("complaints"):
        st.markdown(strong(say("why.complaints")))
        credit = explaining.credit(lab, design)
        for sentence in complaints(result, name, credit):
            st.markdown(plain(sentence))
        _petition(petition(result, name, credit, explaining.hits(lab, design)), credit)
    left, right = st.columns(2)
    with left:
        picture_card(bands(result, name, "segment", size), "bands-segment")
    with right:
        picture_card(bands(result, name, "tier", size), "bands-tier")
    left, right = st.columns(2)
    with left:
        picture_card(bands(result, name, "size", size), "bands-size")
    with right, card("returns"):
        _returns(explaining.returns(lab, design), result, name)
    for place, measure in zip(st.columns(len(MEASURES)), MEASURES, strict=True):
        with place:
            picture_card(segments(result, measure, size), f"segments-{measure}")
    picture_card(lorenz(result, name, size), "lorenz")


def _petition(found: pl.DataFrame, credit: Credit) -> None:
    """Those who lose most, one by one."""
    if found.is_empty():
        return
    words = [Column(say(f"why.petition.{head}")) for head in WORDS]
    heads = (say(f"why.petition.{head}", today=say("charts.today")) for head in MONEY)
    columns = [*words, *(Column(head, "end") for head in heads), Column(say("why.petition.rule"))]
    rows = [_complainer(row) for row in found.iter_rows(named=True)]
    sheet(columns, rows, "petition-sheet", caption=say("why.petition.caption"), scale=state.scale())
    st.markdown(muted(say("why.petition.how", futures=count(len(credit.shares.amounts)))))


def _complainer(row: Mapping[str, Any]) -> SheetRow:
    member = say(f"charts.member.{row['segment']}")
    amounts = (Text(amount(row[name], "¤", signed=True)) for name in MONEY)
    return SheetRow(
        row["partner"],
        (Text(row["partner"].replace("-", UNBROKEN), "muted"), Text(member), *amounts, Text(_rule(row))),
    )


def _rule(row: Mapping[str, Any]) -> str:
    """The lever behind a loss with what it takes, the tier lost with it, and the deal it will tell of."""
    told = []
    if row["levers"]:
        lever = in_words(tuple(row["levers"].split(" ")))
        told.append(say("why.petition.by", lever=lever, amount=money(row["by_levers"], signed=True)))
    if row["tier_after"]:
        tiers = {end: say(f"charts.member.{row[f'tier_{end}']}") for end in ("before", "after")}
        told.append(say("why.petition.tier", **tiers))
    if row["hit"]:
        numbers = {"week": count(row["hit_week"]), "futures": count(row["hit_futures"])}
        lost = {"amount": money(row["hit_list"]), "all": count(explaining.LEDGER)}
        told.append(say(f"why.petition.hit.{row['hit']}", **numbers, **lost))
    return say("why.petition.join").join(told) or "–"


def _returns(found: pl.DataFrame, result: Comparison, name: str) -> None:
    """Profit with us as a multiple of what the same effort earns elsewhere, and what partners put in."""
    whole, leverage = (result.findings[name][outcome] for outcome in ("partner_return", "leverage"))
    st.markdown(strong(_return_finding(whole)))
    columns = [Column(say(f"why.returns.{head}"), "end" if head != "kind" else "start") for head in RETURNS]
    rows = [_return_row(row) for row in found.iter_rows(named=True)]
    sheet(columns, rows, "returns-sheet", caption=say("why.returns.caption"), scale=state.scale())
    levels = (amount(level, "index") for level in (leverage.baseline_mean, leverage.design_mean))
    before, after = levels
    words = {"today": say("charts.today"), "before": before, "after": after}
    st.markdown(muted(say("why.returns.how", futures=count(len(result.futures)))))
    st.markdown(plain(say("why.leverage", **words)))


def _return_finding(whole: Finding) -> str:
    before, after = (amount(level, "index") for level in (whole.baseline_mean, whole.design_mean))
    return say("why.returns.title", today=say("charts.today"), before=before, after=after)


def _return_row(row: Mapping[str, Any]) -> SheetRow:
    ends = row["difference_p10"], row["difference_p90"]
    put_in = [amount(row[f"leverage_{name}"], "index") for name in ("today_mean", "mean")]
    cells = (
        Text(say(f"charts.member.{row['segment']}")),
        Text(amount(row["today_mean"], "index"), "muted"),
        Text(amount(row["mean"], "index")),
        Text(amount(row["difference_mean"], "index", signed=True)),
        Text(amount_range(*ends, "index", like=0.0, signed=True), "muted"),
        Text(say("why.returns.from_to", before=put_in[0], after=put_in[1])),
    )
    return SheetRow(row["segment"], cells)
