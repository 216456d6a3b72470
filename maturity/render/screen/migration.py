"""Stage 6: what migrating did to each file, on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.migrated import ANSWERS
from maturity.render.screen.blocks import Block, Columns, Heading, Paragraph, Points
from maturity.render.words.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from maturity.model.migrated import MigratedFile, Step

_HEADERS = ("File", "Was", "Carried", "Moved", "Split", "Again", "Retired")
_WORDS = Words()


def migration_blocks(files: Sequence[MigratedFile], version: str) -> list[Block]:
    """Say what became of the answers: a row a file, then each kind of change by question."""
    changing = [file for file in files if not file.is_current]
    blocks: list[Block] = []
    if changing:
        rows = tuple(_row(file) for file in changing)
        blocks += [Paragraph(_head(files, changing, version)), Columns(_HEADERS, rows, _NUMBERS)]
        blocks += _lists(changing)
    else:
        blocks.append(Paragraph(_nothing(files, version)))
    left = [f"{file.path}: {text}" for file in files for text in file.left]
    if left:
        blocks += [Heading("To be changed by hand"), Points(tuple(left))]
    return blocks


_NUMBERS = frozenset({2, 3, 4, 5, 6})


def _head(files: Sequence[MigratedFile], changing: Sequence[MigratedFile], version: str) -> str:
    """Say how many files change, and how many need not."""
    rest = len(files) - len(changing)
    text = _WORDS.count(
        len(changing), "1 file to version {v}.", "{n} files to version {v}.", v=version
    )
    if rest:
        text += _WORDS.count(rest, " 1 is there already.", " {n} are there already.")
    return text


def _nothing(files: Sequence[MigratedFile], version: str) -> str:
    if len(files) == 1:
        return f"{files[0].path} is of version {version} already: nothing to do."
    return f"All {len(files)} files are of version {version} already: nothing to do."


def _row(file: MigratedFile) -> tuple[str, ...]:
    questions = {step.old for step in file.again}
    counts = (file.carried, len(file.moved), len(file.split), len(questions), len(file.retired))
    return (file.path, file.was or "none", *map(str, counts))


def _lists(files: Sequence[MigratedFile]) -> list[Block]:
    kinds: tuple[tuple[str, Iterable[str]], ...] = (
        ("Moved to a new id", _alike(files, lambda file: file.moved, _moved)),
        ("Split: each new question has the answer", _alike(files, lambda f: f.split, _moved)),
        (
            "To be answered again; the old answer is kept under 'retired:'",
            _alike(files, lambda file: file.again, _again, name_files=True),
        ),
        (
            "Retired; the answer is kept under 'retired:'",
            _alike(files, lambda file: file.retired, lambda step: step.old + _kept(step)),
        ),
        (
            "Answered under the new id already; the old answer is kept under 'retired:'",
            _alike(files, lambda file: file.spare, _moved, name_files=True),
        ),
    )
    blocks: list[Block] = []
    for title, entries in kinds:
        points = tuple(entries)
        if points:
            blocks += [Heading(title), Points(points)]
    return blocks


def _alike(
    files: Sequence[MigratedFile],
    part: Callable[[MigratedFile], Sequence[Step]],
    say: Callable[[Step], str],
    *,
    name_files: bool = False,
) -> list[str]:
    """Say each change once, with the files it is made in where there are several."""
    found: dict[str, list[str]] = {}
    for file in files:
        for step in part(file):
            found.setdefault(say(step), []).append(file.path)
    if len(files) == 1:
        return list(found)
    return [
        f"{text} ({', '.join(paths) if name_files else _files(len(paths))})"
        for text, paths in found.items()
    ]


def _files(count: int) -> str:
    return _WORDS.count(count, "1 file", "{n} files")


def _moved(step: Step) -> str:
    place = "" if step.where == ANSWERS else f"{step.where}: "
    return f"{place}{step.old} is now {_WORDS.listed(step.new)}{_kept(step)}"


def _again(step: Step) -> str:
    same = step.new == (step.old,)
    return (step.old if same else f"{_WORDS.listed(step.new)}, once {step.old}") + _kept(step)


def _kept(step: Step) -> str:
    return f", kept as {step.kept}" if step.kept and step.kept != step.old else ""
