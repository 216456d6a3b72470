"""Stage 2: `--against`: a framework beside its version in another folder, or in git."""

from __future__ import annotations

import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.check.changes import changes, is_enough, needed_version
from maturity.check.finding import made
from maturity.check.gather import gather
from maturity.check.selection import BY_WORD, chosen_rules
from maturity.errors import MaturityError, Problem, fail
from maturity.load.file_names import is_file, is_folder
from maturity.load.framework import MAIN, load_framework
from maturity.load.history import current_ids
from maturity.load.yaml_reader import read_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maturity.check.changes import Change
    from maturity.check.finding import Report
    from maturity.check.run import Wanted
    from maturity.load.positions import Document
    from maturity.model.framework import Framework

SECONDS = 30
"""How long git may take."""


def compare_with(against: str, paths: Sequence[Path], report: Report, wanted: Wanted) -> None:
    """Add to the report what changed in the frameworks of the paths.

    Raises:
        MaturityError: There is no framework, here or there.
    """
    mains = [f.path for f in gather(paths, exclude=wanted.exclude).files if f.kind == "framework"]
    if not mains:
        raise fail("there is no framework to compare", "name the folder of a framework.yaml")
    rules = chosen_rules(wanted.select, wanted.ignore)
    for main in mains:
        try:
            new = load_framework(main)
        except MaturityError:
            report.notes.append(f"{main}: not compared, it has errors")
            continue
        with _former(main, against) as folder:
            if folder is None:
                report.notes.append(f"{main}: it is not in {against}, so nothing is compared")
                continue
            old = _old(folder, against)
        document = read_file(main)
        found = changes(old, new)
        report.changes += [(change.kind, change.text) for change in found]
        for name, problem in _problems(old, new, found, document):
            if BY_WORD[name] in rules:
                report.findings.append(made(BY_WORD[name], problem, str(main)))
    report.findings.sort(key=lambda finding: finding.sort_key)


def _problems(
    old: Framework, new: Framework, found: list[Change], document: Document
) -> Iterator[tuple[str, Problem]]:
    was, now = old.file.version, new.file.version
    if not is_enough(now, was, found):
        still = f"is still {now}" if now == was else f"is {now} after {was}"
        gravest = f", though this changed: {found[0].text}" if found else ""
        message = f"the version {still}{gravest}"
        hint = f"make it {needed_version(was, found)}"
        yield "version-not-raised", Problem(message, hint, document.locate(("version",)))
    for change in found:
        kind, name = change.entity
        if kind == "question" and name not in new.questions and current_ids(name, new) is None:
            message = f"'{name}' is gone, and old answers to it have nowhere to go"
            hint = "add it to 'renamed' with its new ids, or to 'retired'"
            place = document.locate(("renamed",) if new.file.renamed else ("dimensions",), key=True)
            yield "removed-id", Problem(message, hint, place)


def _old(folder: Path, against: str) -> Framework:
    try:
        return load_framework(folder)
    except MaturityError as error:
        first, place = error.problems[0], error.problems[0].location
        where = f"{Path(place.path).name}:{place.line}: " if place else ""
        message = f"the framework in {against} has errors, so nothing can be compared with it"
        raise fail(message, f"name a version that loads; here, {where}{first.message}") from None


@contextmanager
def _former(main: Path, against: str) -> Iterator[Path | None]:
    """Give a folder with the other version; None where it did not exist there."""
    folder = Path(against)
    if is_folder(folder):
        beside = folder / main.parent.name / MAIN
        yield folder if is_file(folder / MAIN) or not is_file(beside) else beside.parent
        return
    with tempfile.TemporaryDirectory() as temporary:
        names = _files_at(main.parent, against)
        for name in names:
            data = _git(main.parent, against, "show", f"{against}:./{name}")
            (Path(temporary) / name).write_bytes(data)
        yield Path(temporary) if main.name in names else None


def _files_at(folder: Path, ref: str) -> list[str]:
    if ref.startswith("-"):
        raise fail(f"'{ref}' is no name of a version", "give a branch, a tag or a commit")
    _git(folder, ref, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    listing = _git(folder, ref, "ls-tree", "-z", "--name-only", ref, "./").decode(
        "utf-8", "replace"
    )
    names = [Path(name).name for name in listing.split("\0") if name]
    return [name for name in names if name.endswith((".yaml", ".yml"))]


def _git(folder: Path, ref: str, *words: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - a list of words, no shell
            ["git", "-C", str(folder), *words],  # noqa: S607 - git as the person has it
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
    except FileNotFoundError:
        raise fail("git is not installed", "give the folder of the other version") from None
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        said = (error.stderr or b"").decode("utf-8", "replace").strip().splitlines()
        reason = f": {said[0]}" if said else ""
        hint = "give a branch, tag or commit that git has here, or a folder"
        shallow = "in CI, fetch the whole history first (fetch-depth: 0)"
        raise fail(f"git could not show '{ref}'{reason}", f"{hint}; {shallow}") from None
    return done.stdout
