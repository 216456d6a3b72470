"""Every English sentence of the reports, found in the code; run it to write en-GB.yaml again.

A sentence is the literal text of a call of `say`, or the two of `count`; and what the engine puts
into a Result, which `stored.py` lists. From the project's folder:

    python tests/languages/english.py
"""

from __future__ import annotations

import ast
import json
import string
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from maturity.render.words.stored import STORED
from maturity.render.words.words import MONTHS

ROOT = Path(__file__).parents[2]
RENDER = ROOT / "maturity" / "render"
FILE = ROOT / "report_templates" / "languages" / "en-GB.yaml"
SPEAKING = ("report", "charts", "formats", "words")
"""The folders whose words a reader of a report sees; terminals and explanations stay English."""
OF_PLAN = ("plan_page.py", "plan_words.py")
"""What `maturity plan` alone says, which takes no language: nobody need translate it."""
PASSES_ON = RENDER / "words" / "words.py"
"""Says what others hand to it."""

HEAD = """\
# Every sentence of the reports: what a language file says in another language.
# Written by tests/languages/english.py from the code; to change English words, change the code.
format: language/1
code: en-GB
name: English
decimal: "."
group: ","
percent: "{n}%"
pounds: "£{n}"
months: [MONTHS]
day: "{day} {month} {year}"
plurals:
  one: {numbers: [1]}
sentences:
"""


@dataclass(frozen=True)
class Found:
    """A sentence: what it is found under, its text for one where it has two, and where it is."""

    sentence: str
    one: str | None
    place: str

    @property
    def gaps(self) -> set[str]:
        """The names of its gaps."""
        return {name for _, name, _, _ in string.Formatter().parse(self.sentence) if name}


@cache
def english() -> dict[str, Found]:
    """Every sentence by its text, in the order of the files."""
    found: dict[str, Found] = {}
    for folder in SPEAKING:
        paths = (path for path in (RENDER / folder).glob("*.py") if path.name not in OF_PLAN)
        for path in sorted(paths):
            for one in _said_in(path):
                there = found.setdefault(one.sentence, one)
                if one.one and there.one and one.one != there.one:
                    raise ValueError(f"{one.place} and {there.place} differ in the form for one")
                if one.one and not there.one:
                    found[one.sentence] = one
    for sentence in STORED:
        found.setdefault(sentence, Found(sentence, None, "words/stored.py"))
    return found


def _said_in(path: Path) -> list[Found]:
    found = []
    calls = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        if isinstance(call.func, ast.Attribute):
            texts = {"say": call.args[:1], "count": call.args[1:3]}.get(call.func.attr)
            if texts is not None and not _is_other(call, path):
                found.append(_found([_text(text, path) for text in texts], path))
    return found


def _is_other(node: ast.Call, path: Path) -> bool:
    """Whether a call is none of ours: `"text".count(…)`, or Words handing a sentence on."""
    first = node.args[0] if node.args else None
    is_other_count = len(node.args) < 3 and ast.unparse(node.func).endswith(".count")
    return is_other_count or (path == PASSES_ON and not isinstance(first, ast.Constant))


def _text(node: ast.expr, path: Path) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise ValueError(f"{path}:{node.lineno}: say takes a literal sentence: {ast.unparse(node)}")


def _found(texts: list[str], path: Path) -> Found:
    place = f"{path.parent.name}/{path.name}"
    return Found(texts[-1], texts[0] if len(texts) == 2 else None, place)


def written() -> str:
    """The whole of en-GB.yaml."""
    lines, place = [], ""
    for found in english().values():
        if found.place != place:
            place = found.place
            lines.append(f"  # {place}")
        key = _quoted(found.sentence)
        if found.one is None:
            lines.append(f"  {key}: {key}")
        else:
            lines += [f"  {key}:", f"    one: {_quoted(found.one)}", f"    other: {key}"]
    return HEAD.replace("MONTHS", ", ".join(MONTHS)) + "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
    print(f"{len(english())} sentences in {FILE}")  # noqa: T201 - it is a command
