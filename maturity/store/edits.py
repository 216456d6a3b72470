"""Store: what can be asked of a file, and what its data must then be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from maturity.errors import MaturityError, Problem
from maturity.load.source import decode
from maturity.load.yaml_reader import read_bytes
from maturity.store import splice
from maturity.store.emit import on_one_line
from maturity.store.splice import OWN, Path, shown
from maturity.store.whole_tree import Data, read_tree, same

if TYPE_CHECKING:
    from maturity.store.emit import Value


@dataclass(frozen=True, slots=True)
class Put:
    """Set the value at a path; a mapping is merged into the one that is there, key by key."""

    path: Path
    value: Value

    def splice(self, text: str) -> str:
        """Change the text."""
        return splice.put(text, self.path, self.value)

    def expect(self, data: Data) -> Data:
        """Give the data that must then be read from it."""
        return _with(data, self.path, self.value)


@dataclass(frozen=True, slots=True)
class Delete:
    """Take out a key with its value, if it is there."""

    path: Path

    def splice(self, text: str) -> str:
        """Change the text."""
        return splice.delete(text, self.path)

    def expect(self, data: Data) -> Data:
        """Give the data that must then be read from it."""
        return _renamed(data, self.path, None)


@dataclass(frozen=True, slots=True)
class Rename:
    """Give a key another name in its place, if it is there."""

    path: Path
    key: str

    def splice(self, text: str) -> str:
        """Change the text."""
        return splice.rename(text, self.path, self.key)

    def expect(self, data: Data) -> Data:
        """Give the data that must then be read from it."""
        return _renamed(data, self.path, self.key)


Edit = Put | Delete | Rename


def changed(data: bytes, edits: Sequence[Edit], path: str) -> bytes:
    """Apply edits to a file's bytes, and make sure that nothing else changed.

    Args:
        data: The file as it is.
        edits: Applied one after the other.
        path: What the file is called in messages.

    Raises:
        MaturityError: The file is no YAML that this project reads, an edit does not fit it, or
            what would then be read from it is not exactly the old data with the edits.
    """
    text = read_text(data, path)
    # A text under a `|` would swallow a comment below it that is indented as far.
    careful = [Put(e.path, on_one_line(e.value)) if isinstance(e, Put) else e for e in edits]
    for attempt in (edits, careful):
        new, expected = _applied(text, attempt, path)
        if new == text:
            return data
        marks = data[: len(data) - len(text.encode())]
        result = marks + new.encode()
        if _reads_as(result, expected, path):
            return result
    raise MaturityError(_not_alike(edits, text, path))


def _applied(text: str, edits: Sequence[Edit], path: str) -> tuple[str, Data]:
    """Apply edits to a text, and to its data."""
    new, expected = text, read_tree(text).data
    try:
        for edit in edits:
            new = edit.splice(new)
            expected = edit.expect(expected)
    except MaturityError as error:  # it knows the place in the data, not the file
        named = [Problem(f"{path}: {one.message}", one.hint) for one in error.problems]
        raise MaturityError(*named) from None
    return new, expected


def _reads_as(data: bytes, expected: Data, path: str) -> bool:
    try:
        return same(read_tree(read_text(data, path)).data, expected)
    except MaturityError:
        return False


@lru_cache(maxsize=4)  # a file that is changed again and again was read just before
def read_text(data: bytes, path: str) -> str:
    """Give the text of a file, without its byte order mark.

    Raises:
        MaturityError: It is no YAML that this project reads.
    """
    document = read_bytes(data, path)
    if document.problems:
        raise MaturityError(*document.problems)
    return decode(data, path)[0].text


def _not_alike(edits: Sequence[Edit], text: str, path: str) -> Problem:
    names = " and ".join(shown(edit.path) for edit in edits)
    message = f"{path} cannot be changed at {names} without changing something else"
    if text and not text.endswith(("\n", "\r")):
        return Problem(message, "put a line break at the end of the file's last line")
    return Problem(message, "change it in an editor")


def _with(data: Data, path: Path, value: Value) -> Data:
    if not path:
        return _merged(data, value)
    first, *rest = path
    there = data if isinstance(data, dict) else {}
    return {**there, first: _with(there.get(first), tuple(rest), value)}


def _merged(old: Data, new: Value) -> Data:
    """Give a new value as data; of an old mapping it keeps the author's own keys."""
    if isinstance(new, Mapping):
        there = old if isinstance(old, dict) else {}
        own = {key: part for key, part in there.items() if str(key).startswith(OWN)}
        return {**own, **{key: _merged(there.get(key), part) for key, part in new.items()}}
    if isinstance(new, Sequence) and not isinstance(new, str):
        return [_merged(None, part) for part in new]
    return new


def _renamed(data: Data, path: Path, name: str | None) -> Data:
    """Give a key another name, or none, which takes it out."""
    first, *rest = path
    if not isinstance(data, dict) or first not in data:
        return data
    if rest:
        return {**data, first: _renamed(data[first], tuple(rest), name)}
    if name is None:
        return {key: part for key, part in data.items() if key != first}
    return {name if key == first else key: part for key, part in data.items()}
