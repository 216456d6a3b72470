"""Stage 1: a theme file and its logo become the theme that a Result carries."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from maturity.errors import MaturityError, fail
from maturity.load.findings import Findings, stop_if_any
from maturity.load.kinds import is_ours, kind_of, wrong_kind
from maturity.load.logo import read_logo, recheck_logo
from maturity.load.shape import fit
from maturity.load.theme_colours import weak_colours
from maturity.load.yaml_reader import Limits, read_file
from maturity.model.palette import SCHEMES
from maturity.model.theme import ThemeFile, ThemeInfo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.load.positions import Document
    from maturity.model.theme import Colours

FORMAT = "theme/1"
LIMITS = Limits(max_bytes=64_000, max_values=5_000)


def load_theme(path: Path) -> ThemeInfo:
    """Load a theme file with its logo.

    Raises:
        MaturityError: With every problem of the file and of its logo.
    """
    theme, findings = examine_theme(read_file(path, LIMITS))
    stop_if_any(findings.problems)
    if theme is None:
        raise fail(f"{path} is no theme", f"begin it with 'format: {FORMAT}'")
    return theme


def examine_theme(document: Document) -> tuple[ThemeInfo | None, Findings]:
    """Give the theme of a file, None where something is wrong, and everything that is."""
    kind = kind_of(document)
    if document.root is not None and isinstance(document.data, dict) and kind != FORMAT:
        return None, Findings(document, [wrong_kind(document, kind, (FORMAT,))])
    file, shape = fit(ThemeFile, document)
    findings = Findings(document, shape)
    if file is None:
        return None, findings
    colours = {"light": _set(file.colours.light), "dark": _set(file.colours.dark)}
    for scheme in SCHEMES:
        for weak in weak_colours(scheme, colours[scheme]):
            place = ("colours", scheme, weak.key)
            findings.at(place, weak.message, weak.hint, "invalid-value")
    logo = read_logo(file.logo, findings) if file.logo else None
    if findings.problems:
        return None, findings
    said = {"name": file.name, "font": file.font, "footer": file.footer, "marking": file.marking}
    said |= file.names.model_dump()
    known = {key: value for key, value in said.items() if value}
    return ThemeInfo.model_validate({**known, **colours, "logo": logo}), findings


def _set(colours: Colours) -> dict[str, str]:
    return colours.model_dump(exclude_unset=True)


def theme_beside(name: str, findings: Findings) -> Path | None:
    """Give the place of the theme that an assessment names; None, with a note, where it may not be.

    It is relative to the assessment's folder, in which it need not lie: one theme may serve many.
    """
    windows, posix = PureWindowsPath(name), PurePosixPath(name)
    if windows.drive or windows.root or posix.is_absolute() or "\\" in name:
        hint = "write where it lies from here, with /: brand.yaml or ../brand/theme.yaml"
        message = f"'{name}' is no place relative to this file"
        findings.at(("theme",), message, hint, "invalid-value")
        return None
    return Path(findings.document.source.path).parent / posix


def assessment_theme(name: str | None, findings: Findings) -> ThemeInfo | None:
    """Load the theme that an assessment names; what is wrong is noted there or in its own file."""
    path = theme_beside(name, findings) if name is not None else None
    if path is None:
        return None
    try:
        refuse_foreign(path)
        return load_theme(path)
    except MaturityError as error:
        for problem in error.problems:
            if problem.location is not None:
                findings.problems.append(problem)
            else:
                findings.at(("theme",), problem.message, problem.hint, "unknown-reference")
    return None


def refuse_foreign(path: Path) -> None:
    """Refuse the file that an assessment names as its theme, unless it says that it is ours.

    Raises:
        MaturityError: It does not say that it is, or cannot be read.
    """
    if not is_ours(path):
        raise fail(f"{path} is no theme", f"begin it with 'format: {FORMAT}', or name a theme")


def recheck_theme(theme: ThemeInfo) -> ThemeInfo:
    """Check the theme of a result that was made elsewhere as strictly as a theme file.

    Its types were checked when it was read; what is left are the contrast and the logo.

    Raises:
        ValueError: It could not have come from a theme file; the message says which part.
    """
    for scheme in SCHEMES:
        given: Mapping[str, str] = {**getattr(theme, scheme)}
        for weak in weak_colours(scheme, given):
            raise ValueError(f"theme.{scheme}.{weak.key}: {weak.message}")
    if theme.logo is None:
        return theme
    return theme.model_copy(update={"logo": recheck_logo(theme.logo)})
