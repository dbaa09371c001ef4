"""Mathematical functions that vectorise: float64 in, float64 out, no branches, no calls.

Only this module uses fused multiply-add, and always by name, so results do not depend on the width of the
processor's vectors. Coefficients were fitted by benchmarks/fit_vmath.py; the central range of
inverse_normal is algorithm AS 241 (Wichura 1988).
"""

from typing import Final

import numpy as np
from numba import float64

from sim.kernel.compile import inlined, primitive
from sim.kernel.machine import bits_of, fma, number_of
from sim.kernel.step import STEPS

EXP_LIMIT: Final = 707.0
"""Arguments of exp are held within plus or minus this value."""

_LOG2_E: Final = 1.4426950408889634
_LN2_HIGH: Final = 0.6931471805599453
_LN2_LOW: Final = 2.3190468138462996e-17
_ROUNDER: Final = 6755399441055744.0  # 1.5 * 2**52: adding it rounds to an integer, left in the low bits
_EXPONENT_AT: Final = np.uint64(52)
_HALF_ROOT_BITS: Final = np.uint64(0x3FE6A09E667F3BCD)  # sqrt(1/2)
_BIAS: Final = np.uint64(1024)
_EXPONENT_NUMBER: Final = np.uint64(0x4330000000000000)  # 2**52
_INVERSE_ROOT_2_PI: Final = 0.3989422804014327
_MILLS_SCALE: Final = 5.0


@inlined
def _cubic(t: float, c0: float, c1: float, c2: float, c3: float) -> float:
    return fma(fma(fma(c3, t, c2), t, c1), t, c0)


@inlined
def _quartic(t: float, c0: float, c1: float, c2: float, c3: float, c4: float) -> float:
    return fma(fma(fma(fma(c4, t, c3), t, c2), t, c1), t, c0)


@primitive(float64(float64))
def exp(x: float) -> float:
    """e to the power x; x is held within +-707. Error below 1.1 units in the last place."""
    low = -EXP_LIMIT if x < -EXP_LIMIT else x
    held = EXP_LIMIT if low > EXP_LIMIT else low
    shifted = fma(held, _LOG2_E, _ROUNDER)
    power = shifted - _ROUNDER
    r = fma(-power, _LN2_LOW, fma(-power, _LN2_HIGH, held))
    small = _quartic(
        r, 0.5, 0.1666666666666667, 0.04166666666666667, 0.008333333333326136, 0.0013888888888883748
    )  # fmt: skip
    large = _quartic(
        r, 0.00019841269874820627, 2.4801587325547743e-05, 2.7557255400206422e-06, 2.75572736431103e-07,
        fma(2.0914686968086876e-09, r, 2.5105217004720745e-08),
    )  # fmt: skip
    r2 = r * r
    mantissa = 1.0 + fma(r2, fma(large, r2 * r2 * r, small), r)
    return number_of(bits_of(mantissa) + (bits_of(shifted) << _EXPONENT_AT))


@primitive(float64(float64))
def log(x: float) -> float:
    """Natural logarithm of a positive normal number (from 2.3e-308). Error below 1 unit in the last place."""
    bits = bits_of(x)
    exponent = ((bits - _HALF_ROOT_BITS) + (_BIAS << _EXPONENT_AT)) >> _EXPONENT_AT
    power = number_of(exponent | _EXPONENT_NUMBER) - 4503599627371520.0
    f = number_of(bits - ((exponent - _BIAS) << _EXPONENT_AT)) - 1.0
    s = f / (2.0 + f)
    z = s * s
    high = fma(fma(0.14617807153417325, z, 0.15331611722055008), z, 0.1818289243253687)
    middle = fma(fma(high, z, 0.22222211089379496), z, 0.28571428626253836)
    series = z * fma(fma(middle, z, 0.3999999999989889), z, 0.666666666666667)
    half = 0.5 * f * f
    return fma(power, _LN2_HIGH, f - (half - fma(s, half + series, power * _LN2_LOW)))


@primitive(float64(float64))
def mills(x: float) -> float:
    """Mills ratio (1 - normal_cdf(x)) / normal_pdf(x) for x >= 0. Relative error below 2e-15."""
    inverse = 1.0 / (x + _MILLS_SCALE)
    t = (x - _MILLS_SCALE) * inverse
    a = _quartic(
        t, 1.9280810471531578, -1.6678665951889888, 1.2415470615739104, -0.7859110755444265,
        0.4136447157294455,
    )  # fmt: skip
    b = _quartic(
        t, -0.17325473413322579, 0.052125502482600936, -0.007503282358809736, -0.001999962677058995,
        0.0013658565999337816,
    )  # fmt: skip
    c = _quartic(
        t, -0.00014882918529688415, -0.0001247270507920554, 4.180171633069977e-05, 9.956429010606643e-06,
        -6.9179805616112204e-06,
    )  # fmt: skip
    d = _quartic(
        t, -8.10888036367098e-07, 1.0573006226025633e-06, 7.476919614349497e-08, -1.4573727205857554e-07,
        fma(1.2912874213654849e-08, t, -5.9226128658589914e-09),
    )  # fmt: skip
    t5 = (t * t) * (t * t) * t
    return inverse * fma(fma(d, t5, c), t5 * t5, fma(b, t5, a))


@primitive(float64(float64))
def normal_pdf(x: float) -> float:
    """Density of the standard normal distribution."""
    square = x * x
    lost = fma(x, x, -square)
    bell = exp(-0.5 * square)
    return _INVERSE_ROOT_2_PI * fma(-0.5 * lost, bell, bell)


@primitive(float64(float64))
def normal_cdf(x: float) -> float:
    """Distribution function of the standard normal for any x; relative error below 5e-15 down to x = -37."""
    size = -x if x < 0.0 else x
    tail = normal_pdf(size) * mills(size)
    return tail if x < 0.0 else 1.0 - tail


@primitive(float64(float64))
def inverse_normal(p: float) -> float:
    """The x with normal_cdf(x) = p, for 1e-300 <= p < 1. Relative error below 1e-15."""
    q = p - 0.5
    side = p if q < 0.0 else 1.0 - p
    central = (q >= -0.425) & (q <= 0.425)
    near_top, near_bottom = _central(0.180625 - q * q)
    far_top, far_bottom = _tail(float(np.sqrt(-log(side))) - 1.6)
    sign = -1.0 if q < 0.0 else 1.0
    factor = q if central else sign
    return factor * ((near_top if central else far_top) / (near_bottom if central else far_bottom))


@inlined
def _central(t: float) -> tuple[float, float]:
    t4 = (t * t) * (t * t)
    top = fma(
        _cubic(t, 45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727),
        t4,
        _cubic(t, 3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125),
    )  # fmt: skip
    bottom = fma(
        _cubic(t, 21213.794301586595867, 39307.895800092710610, 28729.085735721942674, 5226.4952788528545610),
        t4,
        _cubic(t, 1.0, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077),
    )  # fmt: skip
    return top, bottom


@inlined
def _tail(t: float) -> tuple[float, float]:
    t5 = (t * t) * (t * t) * t
    highest = fma(fma(2.783183022017375e-08, t, 4.694759479319568e-06), t, 0.0002410432495114508)
    top = fma(
        fma(fma(fma(highest, t, 0.0054228893502168704), t, 0.06353580196928295), t, 0.42815661173916075), t5,
        _quartic(
            t, 1.4234371107496842, 4.773276621838192, 6.264707529273358, 4.320982903251029, 1.7440132886740891
        ),
    )  # fmt: skip
    upper = _quartic(
        t, 0.03957782862470127, 0.0035794176519461153, 0.00016525340623955236, 3.2882397089352287e-06,
        1.9680035540547068e-08,
    )  # fmt: skip
    lower = _quartic(t, 1.0, 2.1536096743352955, 1.903807254417993, 0.8984961391658207, 0.24609153627457467)
    return top, fma(upper, t5, lower)


@primitive(float64(float64))
def floor(x: float) -> float:
    """Largest whole number not above x."""
    return float(np.floor(x))


@inlined
def in_a_step(weekly: float) -> float:
    """Chance in a step that gives a chance in a week; the same where a step is a week.

    weekly : 0 to 1
    """
    if STEPS == 1:
        return weekly
    return 1.0 - exp(log(1.0 - (weekly if weekly < 1.0 - 1e-12 else 1.0 - 1e-12)) / STEPS)
