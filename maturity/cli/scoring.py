"""What score, report and demo have in common: the files of an assessment become a Result."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from maturity.model.result import Result


def evaluate_files(
    answers: Sequence[Path],
    framework: str | None = None,
    profile: str | None = None,
    *,
    with_plan: bool = True,
    language: str | None = None,
) -> Result:
    """Load, score and plan what the paths mean.

    Raises:
        MaturityError: With every problem of every file.
    """
    # Here and not above: `--help` and wrong flags need none of it, and it takes its time.
    from maturity.evaluate import evaluate
    from maturity.load.assessment import load_assessment

    assessment = load_assessment(answers, framework=framework, profile=profile, language=language)
    return evaluate(assessment, with_plan=with_plan)
