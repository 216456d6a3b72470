"""Stage 6: how wide texts in charts are drawn, and how they are cut to their room.

No font is at hand when a report is made, so widths are estimated, rather too wide than too narrow.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from maturity.render.charts.shapes import text
from maturity.render.words.clean import clean
from maturity.render.words.numbers import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Literal

    from maturity.render.charts.shapes import Kind, Shape

TEXT_SIZE: dict[Kind, int] = {
    "scale": 14, "label": 15, "row-name": 13, "band-name": 13, "quiet": 13, "score-text": 16,
    "target-text": 15,
}  # fmt: skip
"""The height of letters, in the chart's own units."""
LINE = 1.2
"""The distance of two lines, as a share of the height of letters."""
_NARROW = " !',-./:;|()[]{}ijlftrI`"
_BROAD = "mwMW@%—"
_BOLD = ("scale", "score-text", "band-name")
ELLIPSIS = "…"


def _letter(character: str) -> float:
    """Estimate a letter's width as a share of its height: i is 0.33, n 0.58, M 0.96."""
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    if character in _NARROW:
        return 0.33
    if character in _BROAD:
        return 0.96
    return 0.76 if character.isupper() else 0.58


def text_width(words: str, kind: Kind) -> float:
    """Estimate how wide a text is drawn, in the chart's own units."""
    return _drawn(clean(words), kind)


def _drawn(words: str, kind: Kind) -> float:
    width = sum(map(_letter, words)) * TEXT_SIZE[kind]
    return width * 1.08 if kind in _BOLD else width


def wrapped(words: str, kind: Kind, room: float, most: int = 2) -> list[str]:
    """Break a text into at most `most` lines of a width; what does not fit ends in an ellipsis."""
    rest = clean(words)
    lines: list[str] = []
    while rest and len(lines) < most:
        part = _whole_words(rest, _fitting(rest, kind, room))
        lines.append(part.strip())
        rest = rest[len(part) :].strip()
    if rest:
        lines[-1] = cut(f"{lines[-1]} {rest}", kind, room)
    return lines or [NONE]


def cut(words: str, kind: Kind, room: float) -> str:
    """Shorten a text to one line of a width; what does not fit ends in an ellipsis."""
    whole = clean(words)
    if text_width(whole, kind) <= room:
        return whole
    part = _fitting(whole, kind, room - text_width(ELLIPSIS, kind))
    at_blank = _whole_words(whole, part)
    kept = at_blank if len(at_blank) > len(part) * 2 / 3 else part
    return f"{kept.rstrip(' ,;:')}{ELLIPSIS}"


def _whole_words(rest: str, part: str) -> str:
    """Give a part up to its last blank where it ends inside a word that is not its first."""
    inside_a_word = len(part) < len(rest) and " " not in (part[-1], rest[len(part)])
    return part[: part.rindex(" ") + 1] if inside_a_word and " " in part else part


def _fitting(rest: str, kind: Kind, room: float) -> str:
    end, width = 0, 0.0
    while end < len(rest) and (width := width + _drawn(rest[end], kind)) <= room:
        end += 1
    return rest[: max(1, end)]


def block_height(lines: Sequence[str], kind: Kind) -> float:
    """Give how much height some lines take: two of height 15 take 36."""
    return len(lines) * TEXT_SIZE[kind] * LINE


def block(
    kind: Kind, x: float, y: float, lines: Sequence[str], anchor: Literal["start", "middle", "end"]
) -> Iterator[Shape]:
    """Write lines one under the other, the middle of them all at a height."""
    step = TEXT_SIZE[kind] * LINE
    first = y + TEXT_SIZE[kind] * 0.35 - step * (len(lines) - 1) / 2
    for number, part in enumerate(lines):
        yield text(kind, x, first + step * number, part, anchor)
