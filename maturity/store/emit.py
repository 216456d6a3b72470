"""Store: values become YAML text that reads back as the same values, here and in other tools."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction

import yaml

from maturity.errors import fail
from maturity.load.scalars import resolve

Value = str | int | Fraction | bool | None | Sequence["Value"] | Mapping[str, "Value"]
"""What a file can be given: a yes-no of this project is the text `yes` or `no`."""

WIDEST_FLOW = 88
"""A list of plain words stands on one line up to this many characters."""

# What breaks a line for YAML 1.1, or cannot stand in a file as itself.
_ESCAPED = re.compile(
    "[^\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_SHORT_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}
_HALF = re.compile("[\ud800-\udfff]")
_NEVER_FIRST = "-?:,[]{}#&*!|>'\"%@`=~<."
_NEVER_IN_FLOW = re.compile(r"[,\[\]{}:?]")
_EXACT = Context(prec=40)  # more digits than are ever written
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Bare(str):
    """A text to be written without quotes where this project reads it back: `yes`, `no`.

    Other texts that YAML 1.1 takes for a truth value or a number are quoted, for other tools.
    """

    __slots__ = ()


class OneLine(str):
    """A text to be written on one line, in quotes, whatever it holds."""

    __slots__ = ()


def on_one_line(value: Value) -> Value:
    """Have all texts of a value written on one line."""
    if isinstance(value, str):
        return OneLine(value) if "\n" in value else value
    if isinstance(value, Mapping):
        return {key: on_one_line(part) for key, part in value.items()}
    return list(map(on_one_line, value)) if isinstance(value, Sequence) else value


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is indented."""

    step: int = 2
    """By how much a mapping stands to the right of its key."""
    dash: int = 2
    """By how much the dashes of a list stand to the right of its key; 0 in many files."""


def text_of(value: Value, *, in_flow: bool = False) -> str:
    """Write a value on one line, a list in brackets and a mapping in braces.

    Args:
        value: What to write.
        in_flow: Whether it stands in brackets or braces, where a comma ends a plain text.

    Raises:
        MaturityError: It is a number without an end, or half a character.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Fraction):
        return _number(value)
    if isinstance(value, str):
        return value if _is_plain(value, in_flow=in_flow) else quoted(value)
    if isinstance(value, Mapping):
        parts = (f"{key_of(key)}: {text_of(part, in_flow=True)}" for key, part in value.items())
        return "{" + ", ".join(parts) + "}"
    return "[" + ", ".join(text_of(part, in_flow=True) for part in value) + "]"


def key_of(key: str) -> str:
    """Write a key, quoted where it would read as something else."""
    return text_of(key, in_flow=True)


def quoted(text: str) -> str:
    r"""Write a text in double quotes, on one line: `say "a\b"` becomes `"say \"a\\b\""`."""
    if found := _HALF.search(text):
        message = f"the text holds half a character (U+{ord(found[0]):04X}), which no file can hold"
        raise fail(message, "type that place again")
    safe = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _ESCAPED.sub(_escape, safe.replace("\t", "\\t")) + '"'


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    by_code = f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
    return _SHORT_ESCAPES.get(found[0], by_code)


def _number(value: int | Fraction) -> str:
    """Write a number exactly: Fraction(9, 4) is 2.25; a third cannot be written."""
    number = Fraction(value)
    text = f"{_EXACT.divide(Decimal(number.numerator), Decimal(number.denominator)):f}"
    if resolve(text) != number:
        raise fail(f"{value} cannot be written as a decimal", "round it to fewer digits")
    return text


def _is_plain(text: str, *, in_flow: bool) -> bool:
    """Whether a text needs no quotes."""
    if not text or text != text.strip() or text[0] in _NEVER_FIRST or text.endswith(":"):
        return False
    if ": " in text or " #" in text or "\t" in text or _ESCAPED.search(text):
        return False
    if in_flow and _NEVER_IN_FLOW.search(text):
        return False
    if not isinstance(resolve(text), str):
        return False
    return isinstance(text, Bare) or _DAY.fullmatch(text) is not None or not _is_yaml_1_1(text)


def _is_yaml_1_1(text: str) -> bool:
    """Whether YAML 1.1 reads a plain text as something else: `no`, `12:30`, `1_000`, `0x1F`."""
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers.get(text[0], [])
    return any(pattern.match(text) for _, pattern in resolvers)


def lines_of(
    value: Value, column: int, layout: Layout, *, in_lines: bool = False
) -> tuple[str, list[str]]:
    """Write the value of a key that stands at `column` of its line, counted from 0.

    Args:
        value: What to write.
        column: Where the key stands.
        layout: How the file is indented.
        in_lines: Whether a list gets a line for each item however short it is.

    Returns:
        What stands behind the key's colon, empty for nothing, and the lines below it.
    """
    if isinstance(value, str):
        return _text_lines(value, " " * (column + layout.step))
    if isinstance(value, Mapping) and value:
        return "", _entries(value, column + layout.step, layout)
    if isinstance(value, Sequence) and value:
        flow = text_of(value)
        nests = any(isinstance(part, Mapping | list | tuple) for part in value)
        if not in_lines and len(flow) <= WIDEST_FLOW and not nests:
            return flow, []
        return "", item_lines(value, column + layout.dash, layout)
    return text_of(value), []


def _entries(value: Mapping[str, Value], column: int, layout: Layout) -> list[str]:
    lines = []
    for key, part in value.items():
        head, below = lines_of(part, column, layout)
        lines += [f"{' ' * column}{key_of(key)}: {head}".rstrip(" "), *below]
    return lines


def item_lines(items: Sequence[Value], column: int, layout: Layout) -> list[str]:
    """Write items of a list, their dashes at `column`."""
    return [line for item in items for line in _item(item, column, layout)]


def _item(value: Value, column: int, layout: Layout) -> list[str]:
    if isinstance(value, Mapping) and value:
        first, *rest = _entries(value, column + 2, layout)
        return [f"{' ' * column}- {first.lstrip(' ')}", *rest]
    if isinstance(value, str):
        head, below = _text_lines(value, " " * (column + 2))
    else:
        head, below = text_of(value), []
    return [f"{' ' * column}- {head}", *below]


def _text_lines(text: str, margin: str) -> tuple[str, list[str]]:
    """Write a text of several lines as people do, under a `|`, where that reads back alike."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    starts_plainly = bool(lines[0]) and not lines[0][0].isspace()
    if "\n" not in text or not starts_plainly or not lines[-1].strip():
        return text_of(text), []
    if isinstance(text, OneLine) or any(_ESCAPED.search(line) for line in lines):
        return text_of(text), []
    header = "|" if text.endswith("\n") else "|-"
    return header, [f"{margin}{line}" if line else "" for line in lines]
