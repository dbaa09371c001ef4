"""A partner's time between vendors: what each of them meets of the others, from last week."""

from typing import Any

from sim.engine.layout import S, W
from sim.kernel.block import BLOCK
from sim.kernel.compile import loop, phase
from sim.rules import closing, demand, effort, payout


@phase()
def add_claims(state: Any, claims: Any) -> None:
    """Add a vendor's partners to the sums over vendors.

    claims : float64[blocks, 3, BLOCK]: weight of vendors that are sold for, weight of all that wants the
        time, and the share of capacity that is free
    """
    for b in range(len(state)):
        _add_block(state[b], claims[b])


@loop
def _add_block(x: Any, claims: Any) -> None:
    for j in range(BLOCK):
        weight, willing = x[S.weight + j], x[S.willing + j]
        share = effort.capacity_share(x[S.share_p + j], x[S.share_s + j])
        claims[0, j] = effort.capacity_share(claims[0, j], effort.weight_now(weight, willing))
        claims[1, j] = effort.capacity_share(claims[1, j], weight)
        claims[2, j] = effort.weight_of_others(claims[2, j], effort.held(share, willing))


@phase()
def meet_others(state: Any, unnamed: Any, claims: Any, elasticity: float) -> None:
    """Tell a vendor's partners what they meet: weight of everything else, and the share it may take.

    A silent partner that sells again finds no more time than is free.

    unnamed : float64[blocks, BLOCK], weight of own business and vendors without a name
    claims : as ``add_claims`` left them
    elasticity : of output in effort
    """
    for b in range(len(state)):
        _meet_block(state[b], unnamed[b], claims[b], elasticity)


@loop
def _meet_block(x: Any, unnamed: Any, claims: Any, elasticity: float) -> None:
    for j in range(BLOCK):
        weight, willing = x[S.weight + j], x[S.willing + j]
        share = effort.capacity_share(x[S.share_p + j], x[S.share_s + j])
        others = effort.weight_of_others(claims[0, j], effort.weight_now(weight, willing))
        x[S.outside + j] = effort.capacity_share(unnamed[j], others)
        most = effort.room(effort.held(share, willing), claims[2, j], weight, claims[1, j])
        x[S.most + j] = most
        if share > most:
            x[S.share_p + j] = effort.within(x[S.share_p + j], share, most)
            x[S.share_s + j] = effort.within(x[S.share_s + j], share, most)
            x[S.output_p + j] = effort.output(x[S.share_p + j], elasticity)
            x[S.output_s + j] = effort.output(x[S.share_s + j], elasticity)


@phase()
def add_what_it_sells(state: Any, ours: Any, sold: Any, ended: bool) -> None:
    """Add what a vendor's share of capacity and earnings are among partners that sell for us.

    state, ours : of the vendor, and of ours
    sold : float64[blocks, 3, BLOCK]: share of capacity, its square, and what the partner earns, ¤
    ended : whether the week is over; before it, earnings so far are taken away
    """
    for b in range(len(state)):
        _add_sold(state[b], ours[b], sold[b], ended)


@loop
def _add_sold(x: Any, own: Any, sold: Any, ended: bool) -> None:
    for j in range(BLOCK):
        sells, earned = closing.active(own[S.willing + j]), x[S.total_profit + j]
        if not ended:
            sold[2, j] = payout.rest(sold[2, j], earned, 0.0)
            continue
        share = payout.part(effort.capacity_share(x[S.share_p + j], x[S.share_s + j]), x[S.willing + j])
        sold[0, j] = payout.added(sold[0, j], payout.only_when(share, sells))
        sold[1, j] = payout.added(sold[1, j], payout.only_when(payout.part(share, share), sells))
        sold[2, j] = payout.added(sold[2, j], earned)


@phase()
def note_rivals(ours: Any, own: Any, rivals: Any, week: Any) -> None:
    """Sums over the partners that sell for us of what they do for named rivals, into our week.

    own, rivals : as ``add_what_it_sells`` left them, of our lines and of those of all rivals
    """
    for b in range(len(ours)):
        for j in range(BLOCK):
            sells, whole = closing.active(ours[b, S.willing + j]), payout.added(own[b, 0, j], rivals[b, 0, j])
            squares = payout.added(own[b, 1, j], rivals[b, 1, j])
            part = demand.relative(squares, payout.part(whole, whole)) if sells > 0.5 else 0.0
            week[W.beside_rivals] = payout.added(week[W.beside_rivals], sells)
            week[W.rivals_share_sum] = payout.added(week[W.rivals_share_sum], rivals[b, 0, j])
            earned = payout.only_when(rivals[b, 2, j], sells)
            week[W.rivals_profit] = payout.added(week[W.rivals_profit], earned)
            week[W.concentration_sum] = payout.added(week[W.concentration_sum], part)
