"""What the commands that read a Result take: answers, or a result.json made earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.cli.scoring import evaluate_files
from maturity.cli.streams import say
from maturity.errors import fail, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from maturity.model.result import Result

RESULT_SUFFIX = ".json"


def for_audience(result: Result, name: str | None) -> Result:
    """Cut a Result to what its readers may see; unless named, the team, or whom it was cut for.

    Raises:
        MaturityError: There is no such audience, or the Result holds less than it may see.
    """
    from maturity.redact import AUDIENCES, redact

    if name is None:
        return redact(result, "team") if result.audience == "full" else result
    for audience in AUDIENCES:
        if name == audience:
            return redact(result, audience)
    raise fail(f"there is no audience '{name}'", nearest(name, AUDIENCES))


def note_cut(answers: Sequence[Path], result: Result, name: str | None) -> None:
    """Tell on stderr that a result with names in it gives a report without them, unless asked."""
    is_made = any(path.suffix.lower() == RESULT_SUFFIX for path in answers)
    if is_made and name is None and result.audience == "full":
        say(
            f"note: {answers[0]} is for the audience full, this is the version for the team; "
            "say --audience full again for the same report"
        )


def with_theme(result: Result, theme: Path | None) -> Result:
    """Give a Result the theme of a file in place of its own.

    Raises:
        MaturityError: The theme is wrong.
    """
    if theme is None:
        return result
    from maturity.load.theme import load_theme

    return result.model_copy(update={"theme": load_theme(theme)})


def result_of(
    answers: Sequence[Path],
    framework: str | None,
    profile: str | None,
    language: str | None = None,
) -> Result:
    """Evaluate answers, or read the one result.json that stands in their place.

    A result.json has its framework's texts already; `language` does not change them.

    Raises:
        MaturityError: With every problem of every file.
    """
    if not any(path.suffix.lower() == RESULT_SUFFIX for path in answers):
        return evaluate_files(answers, framework, profile, language=language)
    if len(answers) > 1:
        raise fail("a result stands for all its answers", "give the one .json file, or answers")
    if framework or profile:
        raise fail(
            "a result has its framework and profile already",
            "leave out --framework and --profile, or give the answers",
        )
    from maturity.load.result import load_result

    return load_result(answers[0])
