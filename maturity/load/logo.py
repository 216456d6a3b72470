"""Stage 1: a logo is found in its theme's folder, checked, and made part of the theme."""

from __future__ import annotations

import base64
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from maturity.errors import MaturityError
from maturity.load.png import SIGNATURE, clean_png
from maturity.load.source import read_bytes_of
from maturity.load.svg import clean_svg
from maturity.load.svg_size import shown_size
from maturity.model.theme import MAX_LOGO_BYTES, LogoInfo

if TYPE_CHECKING:
    from maturity.load.findings import Findings
    from maturity.model.theme import LogoFile

RULE = "invalid-value"
PLACE = ("logo", "file")
_BESIDE = "put the logo beside the theme file, and write its name alone: logo.svg"


def read_logo(logo: LogoFile, findings: Findings) -> LogoInfo | None:
    """Read the logo that a theme names; None, with what is wrong noted, where it cannot be used."""
    folder = Path(findings.document.source.path).parent
    path = _path_of(logo.file, folder, findings)
    if path is None:
        return None
    try:
        data = read_bytes_of(path, MAX_LOGO_BYTES)
        return checked_logo(data, str(path), logo.alt)
    except MaturityError as error:
        for problem in error.problems:
            if problem.location is not None and problem.location.text:
                findings.problems.append(problem)
                continue
            is_large = problem.location is not None
            hint = f"{MAX_LOGO_BYTES:,} bytes are enough for a logo" if is_large else problem.hint
            findings.at(PLACE, problem.message, hint, "unknown-reference")
    except ValueError as error:
        hint = "save the logo again, as a PNG or as a plain SVG drawing"
        findings.at(PLACE, f"{path}: {error}", hint, RULE)
    return None


def _path_of(name: str, folder: Path, findings: Findings) -> Path | None:
    """Give the place of the file; a link may not lead out of the folder either."""
    windows, posix = PureWindowsPath(name), PurePosixPath(name)
    is_inside = not (windows.drive or windows.root or posix.is_absolute() or "\\" in name)
    if not is_inside or ".." in posix.parts:
        findings.at(PLACE, f"'{name}' leads out of the theme's folder", _BESIDE, RULE)
        return None
    if posix.suffix.lower() not in (".svg", ".png"):
        hint = "save it as .svg or .png"
        findings.at(PLACE, f"'{name}' is neither SVG nor PNG", hint, RULE)
        return None
    path = folder / posix
    try:
        leads_out = not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a link that leads back to itself
        leads_out = True
    if leads_out:
        findings.at(PLACE, f"'{name}' leads out of the theme's folder", _BESIDE, RULE)
        return None
    return path


def checked_logo(data: bytes, path: str, alt: str) -> LogoInfo:
    """Check a logo's bytes, whatever its name, and keep of them what draws it.

    Raises:
        MaturityError: The drawing holds something that it may not, with the place.
        ValueError: The picture is damaged, too large or too thin.
    """
    if data.startswith(SIGNATURE):
        data, width, height = clean_png(data)
        shown = shown_size(width, height, may_grow=False)
        return _info("image/png", data, shown, alt)
    if path.lower().endswith(".png"):
        raise ValueError("this is no PNG picture")
    text, across, down = clean_svg(data, path)
    shown = shown_size(across, down, may_grow=True)
    return _info("image/svg+xml", text.encode(), shown, alt)


def _info(kind: str, data: bytes, shown: tuple[int, int], alt: str) -> LogoInfo:
    if len(data) > MAX_LOGO_BYTES:
        size = f"{len(data):,} bytes when it is written anew"
        raise ValueError(f"the logo has {size}; {MAX_LOGO_BYTES:,} are the most")
    text = base64.b64encode(data).decode()
    width, height = shown
    given = {"type": kind, "data": text, "width": width, "height": height, "alt": alt}
    return LogoInfo.model_validate(given)


def recheck_logo(logo: LogoInfo) -> LogoInfo:
    """Check the logo of a result that was made elsewhere, and keep of it what draws it.

    Raises:
        ValueError: It is no logo that a theme could have.
    """
    try:
        data = base64.b64decode(logo.data, validate=True)
        checked = checked_logo(data, "logo", logo.alt)
    except (MaturityError, ValueError) as error:
        raise ValueError(f"theme.logo: {error}") from None
    if (checked.type, checked.width, checked.height) != (logo.type, logo.width, logo.height):
        raise ValueError("theme.logo: its type or its size is not that of the picture")
    return checked
