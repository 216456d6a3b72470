"""Stage 4 told again: sums written out, exact, so that anybody can do them again by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.model.levels import show

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Weighted = tuple[Fraction, Fraction]
"""A weight and a value."""

PLACES = 4


def written(value: Fraction) -> str:
    """Write a number inside a sum: 2.5, 41/27, (-1)."""
    return f"({show(value)})" if value < 0 else show(value)


def bracketed(value: Fraction) -> str:
    """Write a number before or after a division sign: 6.5, (1/3)."""
    return f"({show(value)})" if value < 0 or "/" in show(value) else show(value)


def decimals(value: Fraction, places: int = PLACES) -> str:
    """Write a number with that many decimals, halves up: 41/27 is 1.5185."""
    scale = 10**places
    scaled = value * scale
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = f"{abs(whole):0{places + 1}d}"
    return f"{'-' if whole < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def steps(*parts: str, result: Fraction) -> str:
    """Join the steps of a sum with its result, leaving out what is said twice.

    A result that is a fraction gets its first decimals: `4 / 3 = 4/3, about 1.3333`.
    """
    kept: list[str] = []
    for part in parts:
        if part not in (*kept[-1:], written(result)):
            kept.append(part)
    kept.append(show(result))
    line = " = ".join(kept)
    return f"{line}, about {decimals(result)}" if "/" in show(result) else line


def product(weight: Fraction, value: Fraction) -> str:
    """Write a weight and a value: 2 × 1.5; the value alone where the weight is 1."""
    return written(value) if weight == 1 else f"{written(weight)} × {written(value)}"


def mean_line(weighted: Iterable[Weighted]) -> str:
    """Write out a weighted mean: `(2 × 1 + 3 + 4) / 4 = 9 / 4 = 2.25`."""
    pairs = list(weighted)
    if len(pairs) == 1 and pairs[0][0] == 1:
        return steps(result=pairs[0][1])
    total = sum((weight for weight, _ in pairs), Fraction(0))
    products = sum((weight * value for weight, value in pairs), Fraction(0))
    added = " + ".join(product(weight, value) for weight, value in pairs)
    divisor = bracketed(total)
    return steps(
        f"({added}) / {divisor}", f"{bracketed(products)} / {divisor}", result=products / total
    )


def sum_line(weighted: Iterable[Weighted]) -> str:
    """Write out a weighted sum: `1.5 × 2 + 1 = 4`."""
    pairs = list(weighted)
    result = sum((weight * value for weight, value in pairs), Fraction(0))
    return steps(" + ".join(product(weight, value) for weight, value in pairs), result=result)


def pick_line(how: str, values: Sequence[Fraction], result: Fraction) -> str:
    """Write out a choice among values: `min(3, 1, 4) = 1`."""
    return steps(f"{how}({', '.join(map(show, values))})", result=result)


def less_line(first: Fraction, second: Fraction) -> str:
    """Write out a difference: `3 - 2.25 = 0.75`."""
    return steps(f"{written(first)} - {written(second)}", result=first - second)


def part_line(first: Fraction, second: Fraction) -> str:
    """Write out a division: `13.5 / 15.5 = 27/31, about 0.8710`."""
    return steps(f"{bracketed(first)} / {bracketed(second)}", result=first / second)
