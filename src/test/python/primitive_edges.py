"""Writes primitive_edges.csv: values and partials of every elementwise primitive in high precision, rounded to doubles.

    python primitive_edges.py > ../resources/graph/primitive_edges.csv        (needs mpmath)

A line is: primitive, integer parameter or nothing, operands, value, one partial an operand. A partial without a limit
there (a kink, a pole approached from both sides) is written as a dash: docs/derivative-conventions.md says what it is.
The formulas are those of a textbook; each is held against mpmath's own numerical derivative at ordinary points.
"""
import math
import random

from mpmath import mp, mpf

mp.prec = 4400  # 1 + (1e-300)^2 keeps all its digits
INF = math.inf
NO = None  # no claim


def rounded(x):
    """The double nearest to a number of high precision, subnormal ones included."""
    if x is NO or isinstance(x, float):
        return x
    if x == 0:
        return 0.0
    if mp.isnan(x) or mp.isinf(x):
        return float(x)
    exponent = int(mp.mag(x)) - 1
    if exponent > 1025:
        return math.copysign(INF, x)
    if exponent < -1080:
        return 0.0
    unit = max(exponent - 52, -1074)
    digits = int(mp.nint(mp.ldexp(x, -unit)))
    try:
        return math.ldexp(digits, unit)
    except OverflowError:
        return math.copysign(INF, x)


# name: value, partial, values and partials at -inf and inf (None: no claim, NaN: not in the domain), is it defined at x
NAN = math.nan
POS = lambda x: x > 0
ALL = lambda x: True
SQRT_PI = mp.sqrt(mp.pi)
UNARY = {
    "neg": (lambda x: -x, lambda x: mpf(-1), (INF, -1.0), (-INF, -1.0), ALL),
    "abs": (abs, lambda x: mp.sign(x) if x else NO, (INF, -1.0), (INF, 1.0), ALL),
    "sign": (mp.sign, lambda x: mpf(0) if x else NO, (-1.0, 0.0), (1.0, 0.0), ALL),
    "exp": (mp.exp, mp.exp, (0.0, 0.0), (INF, INF), ALL),
    "expm1": (lambda x: mp.exp(x) - 1, mp.exp, (-1.0, 0.0), (INF, INF), ALL),
    "log": (mp.log, lambda x: 1 / x, (NAN, NO), (INF, 0.0), POS),
    "log2": (lambda x: mp.log(x) / mp.log(2), lambda x: 1 / (x * mp.log(2)), (NAN, NO), (INF, 0.0), POS),
    "log10": (lambda x: mp.log(x) / mp.log(10), lambda x: 1 / (x * mp.log(10)), (NAN, NO), (INF, 0.0), POS),
    "log1p": (lambda x: mp.log(1 + x), lambda x: 1 / (1 + x), (NAN, NO), (INF, 0.0), lambda x: x > -1),
    "sin": (mp.sin, mp.cos, (NAN, NO), (NAN, NO), ALL),
    "cos": (mp.cos, lambda x: -mp.sin(x), (NAN, NO), (NAN, NO), ALL),
    "tan": (mp.tan, lambda x: 1 / mp.cos(x) ** 2, (NAN, NO), (NAN, NO), ALL),
    "asin": (mp.asin, lambda x: 1 / mp.sqrt(1 - x * x) if abs(x) < 1 else INF, (NAN, NO), (NAN, NO), lambda x: abs(x) <= 1),
    "acos": (mp.acos, lambda x: -1 / mp.sqrt(1 - x * x) if abs(x) < 1 else -INF, (NAN, NO), (NAN, NO), lambda x: abs(x) <= 1),
    "atan": (mp.atan, lambda x: 1 / (1 + x * x), (-mp.pi / 2, 0.0), (mp.pi / 2, 0.0), ALL),
    "sinh": (mp.sinh, mp.cosh, (-INF, INF), (INF, INF), ALL),
    "cosh": (mp.cosh, mp.sinh, (INF, -INF), (INF, INF), ALL),
    "tanh": (mp.tanh, lambda x: 1 / mp.cosh(x) ** 2, (-1.0, 0.0), (1.0, 0.0), ALL),
    "asinh": (mp.asinh, lambda x: 1 / mp.sqrt(1 + x * x), (-INF, 0.0), (INF, 0.0), ALL),
    "acosh": (mp.acosh, lambda x: 1 / mp.sqrt(x * x - 1) if x > 1 else INF, (NAN, NO), (INF, 0.0), lambda x: x >= 1),
    "atanh": (mp.atanh, lambda x: 1 / (1 - x * x), (NAN, NO), (NAN, NO), lambda x: abs(x) < 1),
    "square": (lambda x: x * x, lambda x: 2 * x, (INF, -INF), (INF, INF), ALL),
    "sqrt": (mp.sqrt, lambda x: 1 / (2 * mp.sqrt(x)), (NAN, NO), (INF, 0.0), POS),
    "rsqrt": (lambda x: 1 / mp.sqrt(x), lambda x: -1 / (2 * x * mp.sqrt(x)), (NAN, NO), (0.0, 0.0), POS),
    "cbrt": (lambda x: mp.sign(x) * mp.cbrt(abs(x)), lambda x: 1 / (3 * mp.cbrt(abs(x)) ** 2) if x else INF,
             (-INF, 0.0), (INF, 0.0), ALL),
    "logistic": (lambda x: 1 / (1 + mp.exp(-x)), lambda x: 1 / (mp.exp(x / 2) + mp.exp(-x / 2)) ** 2, (0.0, 0.0), (1.0, 0.0), ALL),
    "erf": (mp.erf, lambda x: 2 / SQRT_PI * mp.exp(-x * x), (-1.0, 0.0), (1.0, 0.0), ALL),
    "log_or_zero": (lambda x: mp.log(x) if x else mpf(0), lambda x: 1 / x if x else mpf(0), (NAN, NO), (INF, 0.0), lambda x: x >= 0),
    "exp_neg_square": (lambda x: mp.exp(-x * x), lambda x: -2 * x * mp.exp(-x * x), (0.0, NO), (0.0, NO), ALL),
    "floor": (mp.floor, lambda x: mpf(0), (-INF, 0.0), (INF, 0.0), ALL),
    "ceil": (mp.ceil, lambda x: mpf(0), (-INF, 0.0), (INF, 0.0), ALL),
    "rint": (mp.nint, lambda x: mpf(0), (-INF, 0.0), (INF, 0.0), ALL),
    "trunc": (lambda x: mp.sign(x) * mp.floor(abs(x)), lambda x: mpf(0), (-INF, 0.0), (INF, 0.0), ALL),
}
ZERO = {"log": (-INF, NO), "log2": (-INF, NO), "log10": (-INF, NO), "sqrt": (0.0, NO), "rsqrt": (NO, NO)}
KINKED = {"abs", "sign", "floor", "ceil", "rint", "trunc"}
NEAR = {
    "exp": [709.0, 709.78, 710.0, -708.5, -720.0, -744.0, -745.2, -746.0],
    "expm1": [709.5, -1e-17, -20.0, -37.5, -40.0, -700.0, -740.0],
    "log": [0.999, 1.001, 1 - 2**-53, 1 + 2**-52], "log2": [8.0, 2.0**-30, 2.0**1000, 2.0**-1060, 0.70710678, 1.41421356, 1.39999, 1.40001, 0.999],
    "log10": [1000.0, 1e22, 0.001, 0.999, 1.001], "log1p": [-0.5, -0.999, -1 + 2**-53, 1e-17, -1e-17],
    "sin": [3.141592653589793, 1e22, 710.0, 6381956970095103.0 * 2.0**797], "cos": [1.5707963267948966, 1e22, 6381956970095103.0 * 2.0**797],
    "tan": [1.5707963267948966, -1.5707963267948966, 0.7853981633974483, 1e22, 6381956970095103.0 * 2.0**797],
    "asin": [0.999999, 1 - 2**-53, -1 + 2**-53, 0.7071, 1e-9], "acos": [0.999999, 1 - 2**-53, -1 + 2**-53, 0.7071, 1e-9],
    "atan": [1.3e154, 1.4e154, 1e160, 2e161, 4e161, 6e161], "sinh": [709.9, 710.4, 711.0, -710.4, 22.0], "cosh": [709.9, 710.4, 711.0, -710.4, 22.0],
    "tanh": [0.86, -0.868, 5.0, 19.0, 19.1, 22.5, 340.0, -355.5, 370.0, 372.5, -373.0, 400.0],
    "asinh": [1e8, 1.0000001e8, 1.4e154, -1e160, 1e-8], "acosh": [1 + 2**-52, 1.0001, 1e8, 1.0000001e8, 1.4e154, 1e160],
    "atanh": [1 - 2**-53, -1 + 2**-53, 0.9999, -0.9999, 1e-9, 0.5], "sqrt": [], "rsqrt": [1e-210, 1e-205, 1.3e-206],
    "cbrt": [8.0, -27.0], "logistic": [20.0, 36.0, 40.0, -40.0, 700.0, -708.0, 709.5, -711.0, -744.0, 744.0, -746.0],
    "erf": [0.5, 1.0, 2.0, 4.0, 5.9, 6.0, 8.0, 20.0, -26.5, 27.2, 28.0, 1e-9], "exp_neg_square": [5.0, 20.0, -26.5, 27.2, 27.4, 28.0, 30.0],
    "rint": [0.5, 1.5, 2.5, -0.5, -1.5, 2.0**52 + 1, 2.0**52 - 0.5, 2.0**51 + 0.5, 0.49999999999999994],
    "floor": [-0.5, -1.0, 2.0**52 - 0.5, 2.0**53 + 2, 1e17], "ceil": [-0.5, 1.0, 2.0**52 - 0.5, -(2.0**53) - 2, 1e17], "trunc": [-0.5, -1.5, 2.0**52 - 0.5, 1e17],
}


def unary_points(name):
    points = [0.0, 5e-324, 1e-310, 2.2250738585072014e-308, 1e-300, 1.0, 1 + 2**-52, 0.5, 1e300, 1.7976931348623157e308]
    points += [-x for x in points]
    for _ in range(9):
        points.append(10 ** random.uniform(-300, 300) * random.choice((-1, 1)))
    for _ in range(14):
        points.append(10 ** random.uniform(-3, 2.5) * random.choice((-1, 1)))
    if name in ("log", "sqrt", "rsqrt", "log2", "log10", "log_or_zero"):
        points += [abs(x) for x in points[-23:] if x < 0]
    if name in ("asin", "acos", "atanh"):
        points += [random.uniform(-1, 1) for _ in range(12)]
    if name == "acosh":
        points += [1 + 10 ** random.uniform(-10, 300) for _ in range(15)]
    return points + NEAR.get(name, [])


def unary(name):
    value, partial, below, above, defined = UNARY[name]
    yield [-INF], *below
    yield [INF], *above
    outside = 0
    for x in unary_points(name):
        exact = mpf(x)
        if defined(exact):
            kink = name in KINKED and (exact == 0 or name not in ("abs", "sign") and exact == mp.floor(exact)
                                       or name == "rint" and 2 * exact == mp.floor(2 * exact))
            yield [x], value(exact), NO if kink else partial(exact)
        elif x == 0 and name in ZERO:
            yield [x], *ZERO[name]
        elif x == -1 and name == "log1p":
            yield [x], -INF, INF
        elif abs(x) == 1 and name == "atanh":
            yield [x], math.copysign(INF, x), INF
        elif outside < 3:
            outside += 1
            yield [x], NAN, NO


def sized(low, high):
    return 10 ** random.uniform(low, high) * random.choice((-1, 1))


def truncated(x):
    return mp.sign(x) * mp.floor(abs(x))


def remainder(a, b):
    return a - b * truncated(a / b)


def pow_value(x, y):
    return mp.sign(x) ** int(y) * mp.exp(y * mp.log(abs(x))) if x < 0 else mp.exp(y * mp.log(x))


def pow_by_exponent(x, y):
    return pow_value(x, y) * mp.log(x) if x > 0 else NAN


BINARY = {
    "add": (lambda a, b: a + b, lambda a, b: mpf(1), lambda a, b: mpf(1)),
    "sub": (lambda a, b: a - b, lambda a, b: mpf(1), lambda a, b: mpf(-1)),
    "mul": (lambda a, b: a * b, lambda a, b: b, lambda a, b: a),
    "div": (lambda a, b: a / b, lambda a, b: 1 / b, lambda a, b: -a / b**2),
    "pow": (pow_value, lambda x, y: y * pow_value(x, y) / x, pow_by_exponent),
    "pow_slope": (lambda x, y: y * pow_value(x, y) / x, lambda x, y: y * (y - 1) * pow_value(x, y) / x**2,
                  lambda x, y: pow_value(x, y) / x * (1 + y * mp.log(x)) if x > 0 else NAN),
    "atan2": (mp.atan2, lambda y, x: x / (x * x + y * y), lambda y, x: -y / (x * x + y * y)),
    "hypot": (lambda a, b: mp.sqrt(a * a + b * b), lambda a, b: a / mp.sqrt(a * a + b * b), lambda a, b: b / mp.sqrt(a * a + b * b)),
    "inversion": (lambda a, b: a / (a * a + b * b), lambda a, b: (b * b - a * a) / (a * a + b * b) ** 2,
                  lambda a, b: -2 * a * b / (a * a + b * b) ** 2),
    "rem": (remainder, lambda a, b: mpf(1), lambda a, b: -truncated(a / b)),
    "copysign": (lambda a, b: abs(a) * mp.sign(b), lambda a, b: mp.sign(a) * mp.sign(b), lambda a, b: mpf(0)),
    "max": (max, lambda a, b: mpf(a > b) if a != b else NO, lambda a, b: mpf(b > a) if a != b else NO),
    "min": (min, lambda a, b: mpf(a < b) if a != b else NO, lambda a, b: mpf(b < a) if a != b else NO),
    "eq": (lambda a, b: mpf(a == b), *[lambda a, b: mpf(0)] * 2), "ne": (lambda a, b: mpf(a != b), *[lambda a, b: mpf(0)] * 2),
    "lt": (lambda a, b: mpf(a < b), *[lambda a, b: mpf(0)] * 2), "le": (lambda a, b: mpf(a <= b), *[lambda a, b: mpf(0)] * 2),
    "gt": (lambda a, b: mpf(a > b), *[lambda a, b: mpf(0)] * 2), "ge": (lambda a, b: mpf(a >= b), *[lambda a, b: mpf(0)] * 2),
}
STATED = {  # limits and exact values where a formula above has none
    "add": [(INF, 1.0, INF, 1.0, 1.0), (-INF, 1e300, -INF, 1.0, 1.0)],
    "mul": [(INF, 2.0, INF, 2.0, INF), (-INF, 2.0, -INF, 2.0, -INF)],
    "div": [(1.0, INF, 0.0, 0.0, 0.0), (INF, 2.0, INF, 0.5, -INF), (0.0, 3.0, 0.0, 1 / 3, 0.0), (1.0, 0.0, INF, INF, -INF)],
    "pow": [(0.0, 2.0, 0.0, 0.0, 0.0), (0.0, 1.0, 0.0, 1.0, 0.0), (0.0, 0.5, 0.0, INF, 0.0), (0.0, 0.25, 0.0, INF, 0.0),
            (0.0, 3.5, 0.0, 0.0, 0.0), (0.0, -1.0, INF, -INF, NO), (-0.0, -1.0, -INF, -INF, NO), (-0.0, -2.0, INF, INF, NO),
            (INF, 2.0, INF, INF, INF), (INF, 0.25, INF, 0.0, INF), (INF, -1.0, 0.0, 0.0, NO), (2.0, INF, INF, INF, INF),
            (2.0, -INF, 0.0, NO, 0.0), (0.5, INF, 0.0, NO, 0.0), (INF, 0.0, 1.0, 0.0, INF), (-2.0, 2.5, NAN, NO, NO)],
    "pow_slope": [(0.0, 2.0, 0.0, 2.0, NO), (0.0, 1.0, 1.0, 0.0, NO), (0.0, 0.25, INF, NO, NO), (3.0, 0.0, 0.0, 0.0, 1 / 3)],
    "atan2": [(1.0, 0.0, mp.pi / 2, 0.0, -1.0), (-2.0, 0.0, -mp.pi / 2, 0.0, 0.5), (0.0, 1.0, 0.0, 1.0, 0.0), (0.0, -1.0, mp.pi, -1.0, 0.0),
              (-0.0, -1.0, -mp.pi, -1.0, 0.0), (INF, 1.0, mp.pi / 2, 0.0, 0.0), (1.0, INF, 0.0, 0.0, 0.0), (INF, INF, mp.pi / 4, 0.0, 0.0)],
    "hypot": [(3.0, 0.0, 3.0, 1.0, 0.0), (-0.0, 2.0, 2.0, 0.0, 1.0), (1.0, INF, INF, 0.0, NO), (-INF, 1.0, INF, NO, 0.0)],
    "inversion": [(0.0, 2.0, 0.0, 0.25, 0.0), (INF, 1.0, 0.0, 0.0, 0.0), (1.0, INF, 0.0, 0.0, 0.0)],
    "rem": [(1.0, 0.0, NAN, NO, NO), (INF, 2.0, NAN, NO, NO), (2.0, INF, 2.0, 1.0, 0.0), (-7.0, 2.0, -1.0, 1.0, 3.0), (6.0, 2.0, 0.0, NO, NO)],
    "copysign": [(2.0, -0.0, -2.0, -1.0, 0.0), (2.0, 0.0, 2.0, 1.0, 0.0), (-0.0, 3.0, 0.0, NO, 0.0), (INF, -1.0, -INF, -1.0, 0.0)],
    "max": [(INF, 1.0, INF, 1.0, 0.0), (-INF, 1.0, 1.0, 0.0, 1.0)], "min": [(INF, 1.0, 1.0, 0.0, 1.0), (-INF, 1.0, -INF, 1.0, 0.0)],
    "eq": [(0.0, -0.0, 1.0, 0.0, 0.0), (NAN, NAN, 0.0, 0.0, 0.0), (INF, INF, 1.0, 0.0, 0.0)], "ne": [(NAN, NAN, 1.0, 0.0, 0.0)],
    "lt": [(NAN, 1.0, 0.0, 0.0, 0.0)], "ge": [(0.0, -0.0, 1.0, 0.0, 0.0)],
}


def binary_points(name):
    sizes = (5e-324, 1e-310, 1e-300, 1e-160, 1e-20, 1.0, 1e20, 1e160, 1e300)
    points = [(3e200, 4e200), (3e-200, -4e-200), (2.5, -1.25), (1.0, 3.0)]
    if name.startswith("pow"):
        for x in (1e-300, 1e-10, 0.3, 0.999, 1.001, 2.0, 700.0, 1e200):
            points += [(x, y) for y in (1e-20, 0.3, 0.49, 0.5, 0.7, 1.0, 1.3, 2.0, 5.25, -1e-9, -0.6, -1.0, -2.5)]
        points += [(-1.5, 3.0), (-1.5, -2.0), (-1e100, 3.0), (1e-310, 1e-20), (1e-310, 0.5), (1 + 1e-9, 1e10), (0.5, 1000.0), (2.0, -900.0), (1e-10, 32.0), (1e-200, 1.6)]
        return points + [(10 ** random.uniform(-300, 300), random.uniform(-1, 1)) for _ in range(20)]
    for size in sizes:
        points += [(size, random.choice(sizes)), (-size, 1.0), (size * 3, -size)]
    points += [(1e-320, 1e-310), (3e-324, 2e-308), (1e-10, 5e-324), (5e-324, 1e-10), (1e-300, 1e-150), (1.7e308, 1.6e308), (1.0 + 1e-9, -1.0)]
    points += [(sized(-300, 300), sized(-300, 300)) for _ in range(12)] + [(sized(-3, 3), sized(-3, 3)) for _ in range(12)]
    if name == "rem":
        points = [(a, b) for a, b in points if abs(a) / 1e15 < abs(b)] + [(3 - 4.44e-16, 1.0), (5.3, 0.1), (1.0, 0.1), (1e15 + 0.3, 0.7)]
    return points


def binary(name):
    value, *partials = BINARY[name]
    yield from (([a, b], *rest) for a, b, *rest in STATED.get(name, []))
    for a, b in binary_points(name):
        x, y = mpf(a), mpf(b)
        yield [a, b], value(x, y), *(partial(x, y) for partial in partials)


def integer_pow(n):
    for x in [5e-324, 1e-310, 1e-100, 0.3, 0.999999, 1.0, 1.0000001, 7.0, 1e20, 1e100, 1e300] + [sized(-2, 2) for _ in range(6)]:
        for signed in (x, -x):
            exact = mpf(signed)
            yield [signed], exact**n, n * exact ** (n - 1) if n else mpf(0)
    yield [0.0], 0.0 if n > 0 else 1.0 if n == 0 else INF, 1.0 if n == 1 else 0.0 if n >= 0 else math.copysign(INF, n)


def tanh_slope():
    for x in unary_points("tanh"):
        y = rounded(mp.tanh(mpf(x)))
        yield [x, y], 1 / mp.cosh(mpf(x)) ** 2, mpf(0), -2 * mpf(y)


def check():
    """Every formula of a partial against the numerical derivative of its value."""
    for name, (value, partial, _, _, _) in UNARY.items():
        x = mpf("1.3") if name == "acosh" else mpf("0.37")
        assert abs(mp.diff(value, x) - partial(x)) < 1e-100, name
    for name, (value, *partials) in BINARY.items():
        x = (mpf("1.37"), mpf("0.41"))
        for k, partial in enumerate(partials):
            numeric = mp.diff(value, x, (1, 0) if k == 0 else (0, 1))
            assert abs(numeric - partial(*x)) < 1e-100, (name, k)


def text(x):
    x = rounded(x)
    return "-" if x is NO else "NaN" if x != x else repr(x).replace("inf", "Infinity")


def main():
    random.seed(17)
    with mp.workprec(1000):
        check()
    rows = [(name, "", row) for name in UNARY for row in unary(name)] + [(name, "", row) for name in BINARY for row in binary(name)]
    rows += [("tanh_slope", "", row) for row in tanh_slope()]
    rows += [("integer_pow", n, row) for n in (0, 1, 2, 3, 4, 5, 8, 9, 10, 31, 1000000, -1, -2, -3, -4, -5, -17, 2**31 - 1, -(2**31)) for row in integer_pow(n)]
    print("# primitive,parameter,operands...,value,partials...; written by primitive_edges.py")
    for name, parameter, (x, *results) in rows:
        print(",".join([name, str(parameter)] + [text(float(v)) for v in x] + [text(r) for r in results]))


main()
