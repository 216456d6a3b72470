"""What a new file is for: the options of `maturity new`, and the assessment around a file."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.errors import fail, nearest
from maturity.load.collect import ANSWERS_FOLDER, MAIN
from maturity.load.file_names import is_file, is_folder
from maturity.load.findings import Findings, stop_if_any
from maturity.load.framework import find_framework, framework_named
from maturity.load.shape import fit
from maturity.load.yaml_reader import read_file
from maturity.model.assessment import AssessmentFile
from maturity.new.settings import UNNAMED, Settings
from maturity.resources import DEFAULT_FRAMEWORK, framework_ids

if TYPE_CHECKING:
    from maturity.model.framework import Framework
    from maturity.model.shared import Profile


@dataclass(frozen=True, slots=True)
class Options:
    """What was said on the command line."""

    framework: str | None = None
    profile: str | None = None
    organisation: str | None = None
    role: str | None = None
    is_quick: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """The assessment.yaml in whose answers/ folder a file lies."""

    path: Path
    file: AssessmentFile

    @property
    def framework(self) -> str:
        """The framework's id, or its path as seen from here."""
        return framework_named(self.file.framework, self.path)


def assessment_around(path: Path) -> Around | None:
    """Find the assessment that a new answer file would belong to; None where there is none.

    Raises:
        MaturityError: There is one, and it is wrong.
    """
    folder = Path(os.path.abspath(path)).parent  # noqa: PTH100 - `..` is to be worked out too
    main = folder.parent / MAIN
    if folder.name != ANSWERS_FOLDER or not is_file(main):
        return None
    document = read_file(main)
    file, shape = fit(AssessmentFile, document)
    stop_if_any(Findings(document, shape).problems)
    return Around(main, file) if file is not None else None


def settings_for(folder: Path, options: Options, around: Around | None = None) -> Settings:
    """Settle what a file in that folder is for; what is not said, the assessment around it says.

    Raises:
        MaturityError: The framework, the profile or the role does not exist.
    """
    name = options.framework or (around.framework if around else DEFAULT_FRAMEWORK)
    framework = find_framework(name)
    profile = options.profile
    if around is not None:
        _refuse_both(options, around)
        profile = around.file.organisation.profile
    _check_role(options.role, framework, around)
    return Settings(
        framework,
        datetime.datetime.now().astimezone().date(),
        framework_path=_path_from(folder, name),
        organisation=UNNAMED if options.organisation is None else _named(options.organisation),
        profile=None if profile is None else _profile(profile, framework),
        role=options.role,
        is_quick=options.is_quick or (around is not None and around.file.scope == "quick"),
    )


def _refuse_both(options: Options, around: Around) -> None:
    if options.organisation is not None or options.profile is not None:
        raise fail(
            f"{around.path} says which organisation this is",
            "leave out --organisation and --profile",
        )


def _path_from(folder: Path, name: str) -> str | None:
    """Write the way from a folder to a framework's; None for a shipped one."""
    path = Path(name)
    if name in framework_ids() and not is_folder(path):
        return None
    home = path.resolve() if is_folder(path) else path.resolve().parent
    try:
        way = os.path.relpath(home, folder.resolve())
    except ValueError:  # on another drive
        way = str(home)
    return way.replace(os.sep, "/")


def _named(organisation: str) -> str:
    """Take a name that can stand in a file and a report."""
    if not organisation.strip():
        raise fail("--organisation is empty", "give the name that reports show, or leave it out")
    if not organisation.isprintable():
        raise fail("--organisation has a character that cannot be shown", "write it anew")
    return organisation.strip()


def _profile(name: str, framework: Framework) -> Profile:
    profile = framework.profile(name)
    if profile is None:
        known = [known.id for known in framework.file.profiles]
        raise fail(f"there is no profile '{name}'", nearest(name, known))
    return profile


def _check_role(role: str | None, framework: Framework, around: Around | None) -> None:
    local = around.file.roles if around else ()
    known = [known.id for known in (*framework.file.roles, *local)]
    if role is not None and role not in known:
        raise fail(f"there is no role '{role}'", nearest(role, known))
