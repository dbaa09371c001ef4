"""What is paid to whom: targets, rebates, bonuses, and both sides' accounts."""

from sim.kernel.compile import rule
from sim.kernel.vmath import exp, log


@rule
def next_target(
    last_year: float, period_share: float, growth_share: float, expected: float, floor_share: float
) -> float:
    """Target of the next period, ¤ list.

    last_year : sales of the last four quarters, ¤ list
    period_share : length of the period in years
    growth_share : growth asked for
    expected : the partner's usual sales in a period, ¤ list
    floor_share : smallest target as a share of that

    Source: lever rebate.target_growth_share; rolling four quarters.
    """
    asked = last_year * period_share * (1.0 + growth_share)
    floor = floor_share * expected
    return asked if asked > floor else floor


@rule
def rebate(plan_pay: float, target: float, front_share: float) -> float:
    """Rebate of a period, ¤: the plan's pay on net purchases.

    plan_pay : pay in targets (sum of ``closing.step_pay``)
    target : ¤ list
    front_share : discount that turns list into net

    Source: identity.
    """
    return plan_pay * target * (1.0 - front_share)


@rule
def growth_bonus(share: float, year: float, last_year: float, front_share: float) -> float:
    """Bonus on this year's sales above last year's, ¤.

    share : lever rewards.growth_share
    year, last_year : ¤ list
    front_share : discount that turns list into net

    Source: identity.
    """
    more = year - last_year
    return share * (1.0 - front_share) * (more if more > 0.0 else 0.0)


@rule
def on_net(share: float, sales_list: float, front_share: float) -> float:
    """A payment in proportion to net purchases, ¤; share of net, ¤ list, discount. Source: identity."""
    return share * sales_list * (1.0 - front_share)


@rule
def net_sales(
    sales_list: float, front_share: float, registered_list: float, points_share: float, given_away: float
) -> float:
    """Vendor's net revenue from a partner's purchases, ¤.

    sales_list : purchases, ¤ list
    front_share : tier discount
    registered_list : part of the deals registered, ¤ list
    points_share : extra discount on it
    given_away : price concessions, ¤ list

    Source: identity.
    """
    return sales_list * (1.0 - front_share) - registered_list * points_share - given_away


@rule
def partner_front(sold_list: float, kept_share: float, registered_list: float, points_kept: float) -> float:
    """Front margin a partner keeps on what it sold, ¤.

    sold_list : deals won, ¤ list
    kept_share : front margin kept, share of list
    registered_list : part registered, ¤ list
    points_kept : registration points kept, share of list

    Source: identity.
    """
    return sold_list * kept_share + registered_list * points_kept


@rule
def tier_after(year: float, silver: float, gold: float, platinum: float) -> float:
    """Tier earned by a year's sales: 0 registered, 1 silver, 2 gold, 3 platinum.

    year : sales of the year, ¤ list
    silver, gold, platinum : thresholds, ¤ list

    Source: lever front.tier_threshold_list.
    """
    upper = 3.0 if year >= platinum else 2.0
    lower = 1.0 if year >= silver else 0.0
    return upper if year >= gold else lower


@rule
def purchases(sold_list: float, from_stock_list: float, ahead_list: float) -> float:
    """What a partner buys this week, ¤ list: what it sold, less stock used, plus what it orders ahead.

    Source: conservation.
    """
    return sold_list - from_stock_list + ahead_list


@rule
def added(total: float, amount: float) -> float:
    """A running total after this week. Source: conservation."""
    return total + amount


@rule
def chosen(now: float, other: float, condition: float) -> float:
    """``now`` when the condition (1 or 0) holds, else ``other``. Source: identity."""
    return now if condition > 0.5 else other


@rule
def four(first: float, second: float, third: float, fourth: float) -> float:
    """Sum of four parts: the quarters of a year, or the stages of the pipeline. Source: identity."""
    return first + second + third + fourth


@rule
def is_any(amount: float) -> float:
    """1 where there is anything of it, else 0. Source: identity."""
    return 1.0 if amount > 0.0 else 0.0


@rule
def only_when(amount: float, condition: float) -> float:
    """An amount that is due only when the condition (1 or 0) holds. Source: identity."""
    return amount if condition > 0.5 else 0.0


@rule
def funds_paid(funds_share: float, claimed_share: float, bought_list: float, front_share: float) -> float:
    """Market development funds paid, ¤: the claimed part of what accrues on net purchases.

    Source: lever rewards.funds_share.
    """
    return funds_share * claimed_share * bought_list * (1.0 - front_share)


@rule
def partner_services(list_p: float, list_s: float, rent_p: float, rent_s: float) -> float:
    """Services rent a partner earns with the deals it won, ¤.

    list_p, list_s : product and solution deals won, ¤ list
    rent_p, rent_s : ``reward.services_rent`` of each

    Source: identity.
    """
    return list_p * rent_p + list_s * rent_s


@rule
def selling_cost(sold_list: float, cost_share: float, ahead_list: float, carrying_share: float) -> float:
    """What selling and stock cost a partner, ¤.

    sold_list, cost_share : deals won, ¤ list, and the cost of selling
    ahead_list, carrying_share : ordered ahead, ¤ list, and the cost of carrying it

    Source: prototype, assumption.
    """
    return sold_list * cost_share + ahead_list * carrying_share


@rule
def back_end(
    rebate_money: float, growth_money: float, solution: float, new_logo: float, funds: float
) -> float:
    """Everything a vendor pays a partner back in a week, ¤. Source: identity (sum of the elements)."""
    return rebate_money + growth_money + solution + new_logo + funds


@rule
def partner_profit(margin: float, services: float, payments: float, cost: float) -> float:
    """Profit a partner makes with us in a week, ¤: front margin, services rent and payments less cost.

    Source: identity.
    """
    return margin + services + payments - cost


@rule
def contact_cost(newsletters: float, visits: float, newsletter_cost: float, visit_cost: float) -> float:
    """What contacts cost beside the time of managers, ¤. Source: identity."""
    return newsletters * newsletter_cost + visits * visit_cost


@rule
def direct_list(
    base_list: float, team_output: float, accounts_share: float, territory: float, growth: float
) -> float:
    """Direct sales of a week, ¤ list.

    base_list : at the market's present team, free to work all accounts
    team_output : output of the team relative to that (``direct_output``)
    accounts_share : accounts that the rule of engagement leaves to direct sales
    territory, growth : factors, 1 at the reference

    Source: model assumption.
    """
    return base_list * team_output * accounts_share * territory * growth


@rule
def direct_output(coverage: float, elasticity: float) -> float:
    """Output of the direct team relative to the market's present one: concave in its size.

    coverage : size of the team relative to the present one
    elasticity : of selling effort

    Source: Albers, Mantrala and Sridhar 2010.
    """
    return exp(elasticity * log(coverage)) if coverage > 0.0 else 0.0


@rule
def direct_net(sales_list: float, discount_share: float) -> float:
    """Net revenue of direct sales, ¤; ¤ list and usual discount. Source: identity."""
    return sales_list * (1.0 - discount_share)


@rule
def direct_people(
    base_list: float, discount_share: float, cost_share: float, coverage: float, accounts_share: float
) -> float:
    """Cost of the direct team in a week, ¤: in proportion to its size and to the accounts it may work.

    base_list, discount_share : sales and discount of the present team
    cost_share : cost of selling as a share of the present team's net revenue
    coverage : size of the team relative to the present one
    accounts_share : accounts left to direct sales; sellers without accounts are not kept

    Source: industry cost of direct sales; proportions are an assumption.
    """
    return base_list * (1.0 - discount_share) * cost_share * coverage * accounts_share


@rule
def direct_cost(people: float, sales_list: float, goods_share: float) -> float:
    """Cost of direct sales in a week, ¤: the team and the goods. Source: identity."""
    return people + sales_list * goods_share


@rule
def part(amount: float, share: float) -> float:
    """A share of an amount. Source: identity."""
    return amount * share


@rule
def rest(total: float, first: float, second: float) -> float:
    """What two parts leave of a total. Source: conservation."""
    return total - first - second


@rule
def none_of(condition: float) -> float:
    """1 when the condition is 0, else 0. Source: identity."""
    return 0.0 if condition > 0.5 else 1.0


@rule
def larger(first: float, second: float) -> float:
    """The larger of two amounts. Source: identity."""
    return first if first > second else second


@rule
def weekly(per_year: float) -> float:
    """A week's part of a yearly amount. Source: identity."""
    return per_year / 52.0


@rule
def years(weeks: float) -> float:
    """Weeks as years of 52 weeks. Source: identity."""
    return weeks / 52.0


@rule
def stock_after(stock: float, used: float, ahead: float) -> float:
    """Goods in stock after this week, ¤ list. Source: conservation."""
    return stock - used + ahead
