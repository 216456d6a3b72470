"""Stage 1: the bytes of a file, made text, and places in that text as people count them."""

from __future__ import annotations

import codecs
import re
import stat
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from yaml.reader import Reader

from maturity.errors import Location, MaturityError, Problem
from maturity.load.file_names import nearest_file

if TYPE_CHECKING:
    from pathlib import Path

MAX_LINE = 200
"""The most characters of a line that a location shows."""

LEAD = 60
"""Where the place stands in a shown line whose beginning was cut off, from 0."""

RULE = "unreadable-file"

# What is not printable in YAML is refused by every parser, but without a column. The pattern is
# the parser's own, because making another takes as long as reading a file.
_CONTROL = Reader.NON_PRINTABLE
_PLAIN = b"\t\n\r" + bytes(range(0x20, 0x7F))
# U+0085, U+2028 and U+2029 break lines for YAML 1.1 but not for editors, nor for code hosts.
_BREAK = re.compile("\r\n|\n|\r")
_WIDE_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",  # before UTF-16, whose mark it begins with
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_SAVE_AS_UTF8 = "save the file as UTF-8 text"


class Source:
    """The text of a file; `location` turns character indexes into a place for people."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in _BREAK.finditer(self.text))]

    def line(self, index: int) -> int:
        """Say in which line, from 1, the character at `index` is."""
        return bisect_right(self._line_starts, index)

    def location(self, start: int, end: int) -> Location:
        r"""Place the characters from `start` up to `end`, as far as the first line goes.

        Lines end at CR LF, LF or CR alone; columns count characters, from 1. Of a line longer
        than 200 characters a part is shown, with `…` where it was cut; `shown_index` says where
        in it the place is. Example: in "a: 1\nb: no", 8 to 10 is line 2, column 4, 2 wide.
        """
        starts = self._line_starts
        line = self.line(start)
        first = starts[line - 1]
        last = starts[line] if line < len(starts) else len(self.text)
        while last > first and self.text[last - 1] in "\r\n":
            last -= 1
        width = max(1, min(end, last) - start)
        return Location(self.path, line, start - first + 1, self._shown(first, last, start), width)

    def _shown(self, first: int, last: int, place: int) -> str:
        """Give the line from `first` up to `last`, or as much of it around a place as is shown.

        The part is cut out before anything looks at it: a file may be one line, with a thousand
        mistakes in it.
        """
        before = after = ""
        if last - first > MAX_LINE and place - first > MAX_LINE - LEAD:
            first, before = place - LEAD + 1, "…"
        room = MAX_LINE - len(before)
        if last - first > room:
            last, after = first + room - 1, "…"
        # Control characters would act on the terminal that shows the line.
        return before + _CONTROL.sub("\ufffd", self.text[first:last]) + after


def shown_index(location: Location) -> int:
    """Say at which index of `location.text` the place begins, from 0.

    Example: 60 for column 1000 of a line of 2000 characters, whose beginning is cut off.
    """
    is_cut = location.column - 1 > MAX_LINE - LEAD and location.text.startswith("…")
    return LEAD if is_cut else location.column - 1


def decode(data: bytes, path: str) -> tuple[Source, Problem | None]:
    """Make text of a file's bytes: UTF-8, with or without its mark, and no control characters.

    Returns:
        The text without its mark, and what is wrong with it, None for nothing.
    """
    for mark, encoding in _WIDE_MARKS.items():
        if data.startswith(mark):
            source = Source(path, "")
            return source, _problem(source, 0, f"the file is {encoding}, not UTF-8", _SAVE_AS_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _bad_byte(data, path, error.start)
    # The parser drops a byte order mark without counting it, which would shift every index.
    source = Source(path, text.lstrip("\ufeff"))
    # Without its plain letters little of a file is left, which is looked through at once.
    is_suspect = _CONTROL.search(data.translate(None, _PLAIN).decode("utf-8"))
    found = _CONTROL.search(source.text) if is_suspect else None
    if found is None:
        return source, None
    name = f"the control character U+{ord(found[0]):04X}"
    hint = _SAVE_AS_UTF8 if found[0] == "\0" else "delete it"
    return source, _problem(source, found.start(), f"{name} cannot stand in a text file", hint)


def _bad_byte(data: bytes, path: str, position: int) -> tuple[Source, Problem]:
    before = data[:position].decode("utf-8").lstrip("\ufeff")
    source = Source(path, before + data[position:].decode("utf-8", "replace"))
    message = f"the byte 0x{data[position]:02X} is not UTF-8"
    return source, _problem(source, len(before), message, _SAVE_AS_UTF8)


def _problem(source: Source, start: int, message: str, hint: str) -> Problem:
    return Problem(message, hint, source.location(start, start + 1), RULE)


def too_large(path: str, max_bytes: int) -> Problem:
    """Say that a file is larger than the reader takes."""
    return Problem(
        f"the file is larger than {max_bytes:,} bytes",
        "nothing that people write is as large; is it the right file?",
        Location(path),
        RULE,
    )


def read_bytes_of(path: Path, max_bytes: int) -> bytes:
    """Read a regular file of at most `max_bytes`.

    Raises:
        MaturityError: The file is missing, unreadable, not a regular file, or too large.
    """
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise _refusal(f"{path} is a folder, not a file", "name a file in it")
        if not stat.S_ISREG(kind):
            # A pipe could wait for ever, and a device has no end.
            raise _refusal(f"{path} is not a regular file", "save it as a file first")
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except FileNotFoundError:
        what = "file" if path.suffix else "file or folder"
        raise _refusal(f"there is no {what} {path}", nearest_file(path)) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        message = f"{path} cannot be read: {reason[:1].lower()}{reason[1:]}"
        raise _refusal(message, "check its name and its permissions") from None
    if len(data) > max_bytes:
        raise MaturityError(too_large(str(path), max_bytes))
    return data


def _refusal(message: str, hint: str) -> MaturityError:
    return MaturityError(Problem(message, hint, rule=RULE))
