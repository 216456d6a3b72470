"""Answer files as people write them, made up from a seed, and which lines each value stands on."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

Path = tuple[str, ...]
WORDS = ["backups", "not yet", "Bo's team", "50 % of it", "see Q3", "über", "日本", "a#b", "x:y"]
TRICKY = [
    "no", "yes", "", " ", "null", "2", "2.5", "- a", "a: b", "a #b", "#", "'", '"', "\\", "{",
    "[a]", "a,b", "a\tb", "\x85", "a\u2028b", "\ufeffx", "a\u0000b", "\x1b[31m", "é", "🙂",
    "a\r\nb", "a\rb", "one\ntwo", "one\ntwo\n", "\n", "\none", " one\ntwo", "one\n\n\ntwo",
    "one\n two\n", "one \ntwo ", "one\n\n", "one\n  ", "---", "...\nx", "---\nx", "%x", "@x", "`x",
    "!x", "&x", "*x", "|", ">", "?", "? x", "a:", ":a", "<<", "=", "~", "12:30", "1_000", "0x1F",
    ".5", "+1", "1e3", "2026-11-22", "2026-11-22 10:00:00", "word " * 300, "w" * 5000, "a\u00a0",
    "x-y", "# no comment\nb", "a\n# b\n", "a\n\tb", "\ta", "Ünïcödé\nzwei", "a\x7fb", "\ue000",
    "\ufffe", "a\n...\nb", "trailing:\nb",
]  # fmt: skip


@dataclass
class HandWritten:
    """A file's text with what it means."""

    text: str
    mark: bytes
    data: dict[str, Any]
    """What it says, the author's own keys included."""
    spans: dict[Path, tuple[int, int]]
    """Path → the first line of a key with its value, and the line after its last."""
    inside: dict[Path, Path]
    """A path within braces → the path of the braces."""
    comments: list[str]
    breaks: str

    @property
    def content(self) -> bytes:
        return self.mark + self.text.encode()


@dataclass
class _Writer:
    chance: random.Random
    step: int
    dash: int
    lines: list[str] = field(default_factory=list)
    spans: dict[Path, tuple[int, int]] = field(default_factory=dict)
    inside: dict[Path, Path] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    text_at_end: tuple[int, Path] = (0, ())
    """After which line a text of several lines ended, and its path."""

    def often(self, share: float) -> bool:
        return self.chance.random() < share

    def comment(self) -> str:
        """A comment that is like no other: '# c17.'."""
        text = f"# c{len(self.comments)}."
        if self.often(0.3):
            text += self.chance.choice([" - a: b", " 'quoted", ' "', " # twice", " {x", " [", " |"])
        self.comments.append(text)
        return text

    def trailing(self) -> str:
        if self.often(0.2):
            return self.chance.choice([" ", "  ", "\t", "      "]) + self.comment()
        return self.chance.choice(["", "", "", "", " ", "   "])

    def between(self, margin: int) -> None:
        """Empty lines and comments before a key."""
        while self.often(0.15):
            kind = self.chance.randrange(3)
            if kind == 0:
                self.lines.append(self.chance.choice(["", "", " "]))
            else:
                self.lines.append(" " * self.chance.choice([0, margin, margin]) + self.comment())

    def mapping(self, data: dict[str, Any], margin: int, path: Path) -> None:
        for key, value in data.items():
            self.between(margin)
            first = len(self.lines)
            here = (*path, key)
            shown = key
            if self.often(0.1):
                shown = self.chance.choice([f'"{key}"', f"'{key}'"])
            colon = self.chance.choice([":", ":", ":", " :"])
            self.value(f"{' ' * margin}{shown}{colon}", value, margin, here)
            self.spans[here] = (first, len(self.lines))

    def value(self, start: str, value: Any, margin: int, path: Path) -> None:
        blank = self.chance.choice([" ", " ", " ", "  "])
        if isinstance(value, dict) and value and self.often(0.75):
            self.lines.append(start + self.trailing())
            self.mapping(value, margin + self.step, path)
        elif isinstance(value, list) and value and self.often(0.6):
            self.lines.append(start + self.trailing())
            self.items(value, margin + self.dash)
        elif isinstance(value, dict | list):
            self.braces(start + blank, value, margin, path)
        elif value is None:
            self.lines.append(start + self.chance.choice(["", " ~", " null"]) + self.trailing())
        elif isinstance(value, int):
            self.lines.append(f"{start}{blank}{value}{self.trailing()}")
        else:
            self.text(start, blank, value, margin)
            if "\n" in value:
                self.text_at_end = len(self.lines), path

    def text(self, start: str, blank: str, value: str, margin: int) -> None:
        inner = " " * (margin + self.chance.choice([1, 2, 4]))
        style = self.chance.randrange(7)
        if "\n" in value:
            end = "" if value.endswith("\n") else "-"
            header = "|" + end
            comment = " " + self.comment() if self.often(0.2) else ""
            self.lines.append(start + blank + header + comment)
            self.lines += [
                inner + line if line else "" for line in value.removesuffix("\n").split("\n")
            ]
        elif style == 0:
            self.lines.append(f'{start}{blank}"{value}"{self.trailing()}')
        elif style == 1:
            self.lines.append(
                f"{start}{blank}'{value.replace(chr(39), chr(39) * 2)}'{self.trailing()}"
            )
        elif style == 2 and " " in value:  # a plain or quoted text over two lines
            one, two = value.split(" ", 1)
            quote = self.chance.choice(["", '"'])
            self.lines.append(f"{start}{blank}{quote}{one}")
            self.lines.append(f"{inner}{two}{quote}{self.trailing()}")
        elif style == 3:
            self.lines.append(f"{start}{self.trailing()}")
            self.lines.append(f"{inner}{value}{self.trailing()}")
        elif style == 4:
            self.lines.append(f"{start}{blank}>-")
            self.lines += [inner + word for word in value.split(" ")]
        else:
            self.lines.append(f"{start}{blank}{value}{self.trailing()}")

    def items(self, items: list[Any], margin: int) -> None:
        for item in items:
            self.between(margin)
            if isinstance(item, dict):
                entries = [f"{key}: {value}" for key, value in item.items()]
                self.lines.append(f"{' ' * margin}- {entries[0]}{self.trailing()}")
                self.lines += [f"{' ' * margin}  {one}{self.trailing()}" for one in entries[1:]]
            else:
                self.lines.append(f"{' ' * margin}- {item}{self.trailing()}")

    def braces(self, start: str, value: Any, margin: int, path: Path) -> None:
        pairs = isinstance(value, dict)
        opening, closing = "{}" if pairs else "[]"
        if pairs:
            self._note_inside(value, path, path)
        parts = (
            [f"{k}: {self.flow(v)}" for k, v in value.items()]
            if pairs
            else list(map(self.flow, value))
        )
        if len(parts) > 1 and self.often(0.3):
            inner = " " * (margin + self.step + 1)
            self.lines.append(start + opening + self.trailing())
            for part in parts[:-1]:
                self.lines.append(f"{inner}{part},{self.trailing()}")
            comma = self.chance.choice(["", ","])
            self.lines.append(f"{inner}{parts[-1]}{comma}{self.trailing()}")
            self.lines.append(f"{' ' * (margin + 1)}{closing}{self.trailing()}")
        else:
            space = self.chance.choice(["", "", " "]) if parts else ""
            comma = self.chance.choice([", ", ","]) if pairs else ", "
            last = "," if parts and self.often(0.1) else ""
            inner = space + comma.join(parts) + last + space
            self.lines.append(f"{start}{opening}{inner}{closing}{self.trailing()}")

    def _note_inside(self, value: dict[str, Any], path: Path, braces: Path) -> None:
        for key, part in value.items():
            self.inside[(*path, key)] = braces
            if isinstance(part, dict):
                self._note_inside(part, (*path, key), braces)

    def flow(self, value: Any) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f"{key}: {self.flow(part)}" for key, part in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(self.flow, value)) + "]"
        if value is None:
            return "null"
        if isinstance(value, str):
            escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            return f'"{escaped}"'
        return str(value)


def hand_written(seed: int) -> HandWritten:
    """Make up a file."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    step = chance.choice([1, 2, 2, 2, 3, 4])
    writer = _Writer(chance, step, chance.choice([0, step, 2]))
    data = _data(chance)
    if writer.often(0.2):
        writer.lines.append("---" + writer.trailing())
    writer.mapping(data, 0, ())
    while writer.often(0.3):
        writer.lines.append(chance.choice(["", "# end", " "]))
    if writer.often(0.1):
        writer.lines.append("...")
    breaks = chance.choice(["\n", "\n", "\n", "\r\n", "\r"])
    is_open = writer.often(0.15)
    text = breaks.join(writer.lines) + ("" if is_open else breaks)
    if is_open and writer.text_at_end[0] == len(writer.lines):
        _close(data, writer.text_at_end[1])
    mark = "\ufeff".encode() if writer.often(0.1) else b""
    return HandWritten(text, mark, data, writer.spans, writer.inside, writer.comments, breaks)


def _close(data: dict[str, Any], path: Path) -> None:
    """Take the last line break from a text: without one in the file it has none, whatever `|`."""
    for key in path[:-1]:
        data = data[key]
    data[path[-1]] = data[path[-1]].removesuffix("\n")


def _data(chance: random.Random) -> dict[str, Any]:
    answers = {f"dim.q-{n}": _answer(chance, n) for n in range(chance.randrange(7))}
    if chance.random() < 0.2:
        answers["x-own"] = chance.choice([7, "mine", {"a": 1, "b": [1, 2]}])
    parts: dict[str, Any] = {
        "framework": {"id": "public-sector", "version": "1.0.0"},
        "respondent": {"id": "r-07", "x-mail": "a@b.uk"},
        "answers": answers or (None if chance.random() < 0.5 else {}),
        "retired": {"old.q": 2} if chance.random() < 0.3 else {},
        "x-top": {"deep": {"deeper": "kept"}},
    }
    names = list(parts)
    chance.shuffle(names)
    return {"format": "answers/1", **{n: parts[n] for n in names if chance.random() < 0.8}}


def _answer(chance: random.Random, number: int) -> Any:
    bare = [None, number, "unknown", ["a", "b-c"], ["one"], [], chance.choice(WORDS)]
    if chance.random() < 0.5:
        return chance.choice(bare)
    notes = [*WORDS, "one\ntwo", "one\n\n  two\n", "# no comment\nx: y"]
    record = {
        "answer": chance.choice(bare),
        "note": chance.choice(notes),
        "evidence": chance.choice([[], ["report"], [{"title": "T", "ref": "R"}, {"title": "U"}]]),
        "x-ticket": chance.choice([12, "T-12", {"id": 3}]),
    }
    names = list(record)
    chance.shuffle(names)
    return {name: record[name] for name in names if chance.random() < 0.6} or 3
