"""A made-up language, so that every word and number that stays English is seen.

Its letters are Cyrillic and its digits Arabic, one for one, but for the numbers of a report; it
has six plural forms, each with its own mark, decimal commas, and the year comes first in its dates.
"""

from __future__ import annotations

import json
import re
import string
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from languages.english import english

from maturity.load.translate import own_texts
from maturity.model.framework import Framework
from maturity.model.levels import show
from maturity.render.words.words import MONTHS

CODE = "qps"
SMALL = "абвгдежзиклмнопрстуфхцчшщэ"
_ALPHABET = str.maketrans(
    string.ascii_lowercase + string.ascii_uppercase + string.digits,
    SMALL + SMALL.upper() + "٠١٢٣٤٥٦٧٨٩",
)
MARKS = {"zero": "⁰", "one": "¹", "two": "²", "few": "³", "many": "⁶", "other": "ⁿ"}
"""Plural form → what its texts end in."""
NUMBERS = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 6}
"""Plural form → the number that takes it, as in Welsh."""

HEAD = f"""\
format: language/1
code: {CODE}
name: Псэудо
decimal: ","
group: "'"
percent: "% {{n}}"
pounds: "{{n}} £"
day: "{{year}}/{{day}}/{{month}}"
"""


def pseudo(text: str) -> str:
    """A text in the made-up language; what stands between braces is kept."""
    parts = re.split(r"(\{\w+\})", text)
    return "".join(part if part[:1] == "{" else part.translate(_ALPHABET) for part in parts)


def language_text() -> str:
    """The whole language file, every sentence of the reports in it."""
    months = ", ".join(_quoted(pseudo(month)) for month in MONTHS)
    lines = [HEAD + f"months: [{months}]", "plurals:"]
    lines += [f"  {form}: {{numbers: [{number}]}}" for form, number in NUMBERS.items()]
    lines.append("sentences:")
    for found in english().values():
        said = pseudo(found.sentence)
        if found.one is None:
            lines.append(f"  {_quoted(found.sentence)}: {_quoted(said)}")
        else:
            lines.append(f"  {_quoted(found.sentence)}:")
            lines += [f"    {form}: {_quoted(said + mark)}" for form, mark in MARKS.items()]
    return "\n".join(lines) + "\n"


def translation_text(framework: Framework) -> str:
    """The whole translation of a framework."""
    nested: dict[object, object] = {}
    for path, text in own_texts(framework).items():
        inside = nested
        for part, after in pairwise(path):
            there = inside.setdefault(part, {} if not isinstance(after, int) else [])
            if isinstance(there, list):
                there.append(pseudo(text))
                break
            assert isinstance(there, dict)
            inside = there
        else:
            inside[path[-1]] = pseudo(text)
    file = framework.file
    head = f"format: translation/1\nlanguage: {CODE}\n"
    return f"{head}framework: {{id: {file.id}, version: {file.version}}}\n{_laid_out(nested, 0)}"


def write(folder: Path, framework: Framework) -> None:
    """Put the translation beside a framework."""
    (folder / "translations").mkdir()
    path = folder / "translations" / f"{CODE}.yaml"
    path.write_text(translation_text(framework), encoding="utf-8")


def _laid_out(part: dict[object, object], depth: int) -> str:
    out = []
    for key, value in part.items():
        name = show(key) if isinstance(key, Fraction) else str(key)
        if isinstance(value, dict):
            out.append(f"{'  ' * depth}{name}:\n{_laid_out(value, depth + 1)}")
        else:
            out.append(f"{'  ' * depth}{name}: {_quoted(value)}\n")
    return "".join(out)


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
