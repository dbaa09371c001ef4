"""Fit the coefficients of sim/kernel/vmath.py. Needs mpmath; prints Python numbers and the error of each fit.

Run: python benchmarks/fit_vmath.py
"""

from collections.abc import Callable
from math import comb

import mpmath as mp
from mpmath import mpf

mp.mp.dps = 50
Real = Callable[[mpf], mpf]
EXP_HALF_WIDTH = mp.log(2) / 2 * mpf("1.0001")
LOG_SQUARE = ((mp.sqrt(2) - 1) / (mp.sqrt(2) + 1)) ** 2 * mpf("1.001")
MILLS_SCALE = mpf(5)
TAIL_FROM, TAIL_TO, TAIL_ORIGIN = mpf("1.609"), mpf("26.3"), mpf("1.6")


def nodes(count: int) -> list[mpf]:
    """Chebyshev nodes on -1..1."""
    return [mp.cos(mp.pi * (2 * i + 1) / (2 * count)) for i in range(count)]


def value(coefficients: list[mpf], x: mpf) -> mpf:
    """Polynomial with the lowest power first."""
    return mp.polyval(coefficients[::-1], x)


def interpolate(f: Real, degree: int) -> list[mpf]:
    """Chebyshev interpolation of f on -1..1, as powers with the lowest first."""
    xs = nodes(degree + 1)
    ys = [f(x) for x in xs]
    result = [mpf(0)] * (degree + 1)
    before, power = [mpf(0)], [mpf(1)]
    for k in range(degree + 1):
        weight = mpf(1 if k == 0 else 2) / (degree + 1)
        size = weight * sum(y * mp.cos(k * mp.acos(x)) for x, y in zip(xs, ys, strict=True))
        result = [r + size * (power[i] if i < len(power) else 0) for i, r in enumerate(result)]
        twice = [mpf(0)] + [(1 if k == 0 else 2) * c for c in power]
        before, power = power, [c - (before[i] if k and i < len(before) else 0) for i, c in enumerate(twice)]
    return result


def shifted(coefficients: list[mpf], scale: mpf, offset: mpf) -> list[mpf]:
    """Coefficients of p(scale * x + offset) as a polynomial in x."""
    size = len(coefficients)

    def coefficient(j: int) -> mpf:
        return scale**j * sum(coefficients[i] * comb(i, j) * offset ** (i - j) for i in range(j, size))

    return [coefficient(j) for j in range(size)]


def fit_exp() -> list[mpf]:
    """(e^r - 1 - r) / r^2 for |r| <= log(2) / 2."""

    def f(t: mpf) -> mpf:
        r = t * EXP_HALF_WIDTH
        return mpf("0.5") if abs(r) < mpf("1e-12") else (mp.exp(r) - 1 - r) / r**2

    return shifted(interpolate(f, 10), 1 / EXP_HALF_WIDTH, mpf(0))


def fit_log() -> list[mpf]:
    """(2 atanh(s) - 2 s) / s^3 as a polynomial in z = s^2, with s = f / (2 + f)."""

    def f(t: mpf) -> mpf:
        s = mp.sqrt((t + 1) / 2 * LOG_SQUARE)
        return (2 * mp.atanh(s) - 2 * s) / s**3

    return shifted(interpolate(f, 6), 2 / LOG_SQUARE, mpf(-1))


def mills(x: mpf) -> mpf:
    """Mills ratio; beyond 200 by its asymptotic series."""
    if x <= 200:
        return mp.erfc(x / mp.sqrt(2)) * mp.sqrt(mp.pi / 2) * mp.exp(x * x / 2)
    total, term = mpf(0), 1 / x
    for k in range(40):
        total, term = total + term, -term * (2 * k + 1) / x**2
    return total


def fit_mills() -> list[mpf]:
    """(x + 5) mills(x) as a polynomial in t = (x - 5) / (x + 5)."""

    def f(t: mpf) -> mpf:
        x = MILLS_SCALE * (1 + t) / (1 - t)
        return mills(x) * (x + MILLS_SCALE)

    return interpolate(f, 20)


def upper_quantile(r: mpf) -> mpf:
    """The x with 1 - Phi(x) = exp(-r^2), by Newton's method on the logarithm."""
    x = mp.sqrt(2) * r if r > 2 else mpf(0)
    step = mpf(1)
    while abs(step) > mpf(10) ** -42:
        ratio = mp.erfc(x / mp.sqrt(2)) / 2 / mp.npdf(x)
        step = (mp.log(mp.erfc(x / mp.sqrt(2)) / 2) + r * r) * ratio
        x += step
    return x


def fit_tail(over: int = 10, under: int = 9) -> tuple[list[mpf], list[mpf], mpf]:
    """Upper quantile as a ratio of polynomials in r - 1.6: least squares, weighted towards large errors."""
    width = TAIL_TO - TAIL_FROM
    rs = [TAIL_FROM + width * ((1 + t) / 2) ** 2 for t in nodes(12 * (over + under + 2))]
    ys = [upper_quantile(r) for r in rs]
    weights, bottoms = [mpf(1)] * len(rs), [mpf(1)] * len(rs)
    for _ in range(10):
        scales = [w / d for w, d in zip(weights, bottoms, strict=True)]
        rows = [
            [s / y * r**j for j in range(over + 1)] + [-s * r**j for j in range(1, under + 1)]
            for s, y, r in zip(scales, ys, rs, strict=True)
        ]
        solution = mp.qr_solve(mp.matrix(rows), mp.matrix(scales))[0]
        top, bottom = list(solution[: over + 1]), [mpf(1), *solution[over + 1 :]]
        bottoms = [value(bottom, r) for r in rs]
        errors = [abs(value(top, r) / d / y - 1) for r, d, y in zip(rs, bottoms, ys, strict=True)]
        weights = [w * mp.sqrt(e / max(errors) + mpf("0.05")) for w, e in zip(weights, errors, strict=True)]
    top, bottom = shifted(top, mpf(1), TAIL_ORIGIN), shifted(bottom, mpf(1), TAIL_ORIGIN)
    return [c / bottom[0] for c in top], [c / bottom[0] for c in bottom], max(errors)


def show(name: str, coefficients: list[mpf]) -> None:
    """Print a fit as Python numbers."""
    print(name, [float(c) for c in coefficients])


def main() -> None:
    """Print all fits."""
    show("exp", fit_exp())
    show("log", fit_log())
    show("mills", fit_mills())
    top, bottom, error = fit_tail()
    show("tail, over", top)
    show("tail, under", bottom)
    print("tail error", mp.nstr(error, 3))


if __name__ == "__main__":
    main()
