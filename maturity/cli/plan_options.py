"""What `maturity plan` was asked to plan with, read from its flags."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.errors import fail
from maturity.plan.options import PlanOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBER = re.compile(r"\d{1,5}(\.\d{1,3})?", re.ASCII)


def read_options(
    days_per_month: str | None, only: str | None, exclude: Sequence[str]
) -> PlanOptions:
    """Read the flags.

    Raises:
        MaturityError: The days a month are no number above 0.
    """
    days = None if days_per_month is None else _days(days_per_month)
    return PlanOptions(days, only, frozenset(exclude))


def _days(text: str) -> Fraction:
    if not _NUMBER.fullmatch(text) or not Fraction(text):
        raise fail(
            f"--days-per-month takes a number above 0, not '{text}'",
            "write the working days that actions can have in a month, such as 20 or 7.5",
        )
    return Fraction(text)
