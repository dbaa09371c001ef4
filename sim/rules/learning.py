"""How skill grows with deals and fades without them."""

from sim.kernel.compile import rule


@rule
def skill_after(skill: float, wins: float, per_win: float, fading: float) -> float:
    """Skill after this week, 0 to 1.

    skill : before
    wins : deals won this week
    per_win : share of the gap to 1 closed by a deal
    fading : weekly fading

    Source: assumption (learning by doing, CF15 direction).
    """
    step = per_win * wins
    return skill + (step if step < 1.0 else 1.0) * (1.0 - skill) - fading * skill


@rule
def skill_at_rest(wins_per_week: float, per_win: float, fading: float) -> float:
    """Skill at which growth and fading balance, 0 to 1; arguments as in ``skill_after``.

    Source: closed form.
    """
    step = per_win * wins_per_week
    return step / (step + fading)


@rule
def skill_factor(skill: float, skill_reference: float, effect: float) -> float:
    """Factor on the win chance, 1 at the reference.

    skill, skill_reference : 0 to 1
    effect : gain in win chance from skill 0 to 1, relative

    Source: certification adds about three points of win chance (industry prior).
    """
    return 1.0 + effect * (skill - skill_reference)
