"""Stage 5: what a person may ask of a plan that the assessment does not say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maturity.errors import fail, nearest

if TYPE_CHECKING:
    from fractions import Fraction

    from maturity.model.assessment import Assessment


@dataclass(frozen=True)
class PlanOptions:
    """What to plan with, for and without."""

    days_per_month: Fraction | None = None
    """Working days a month, above 0; None: the assessment's capacity."""
    only: str | None = None
    """The one dimension whose gap is to be closed; None: those of all."""
    exclude: frozenset[str] = frozenset()
    """Actions that are left out as if they were rejected."""

    def __post_init__(self) -> None:
        if self.days_per_month is not None and self.days_per_month <= 0:
            raise ValueError("days_per_month must be above 0")

    @property
    def is_usual(self) -> bool:
        """Whether nothing is asked, so that the plan is the one of every report."""
        return self == PlanOptions()

    def check(self, assessment: Assessment) -> None:
        """See that what is named exists.

        Raises:
            MaturityError: With the nearest that does.
        """
        dimensions = assessment.framework.file.dimensions
        if self.only is not None and self.only not in dimensions:
            raise fail(f"there is no dimension '{self.only}'", nearest(self.only, dimensions))
        for name in sorted(self.exclude):
            if name not in assessment.actions:
                raise fail(f"there is no action '{name}'", nearest(name, assessment.actions))
