"""Hostile texts in every place where a person may write one: shown as they are, doing nothing."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from marked.files import NAMES, write
from marked.outputs import for_authors, outputs
from render.pages import SVG, Page

from maturity.render.words.clean import clean

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
APART = "\u200b"
"""The blank of no width in what GitHub would take for a mention."""
LONGEST_MARKING = 80
_BEGINNING = re.compile(r"x(\d{3})(?=[< ])")
NEVER_SHOWN = {
    # Kept for whoever keeps the files: what an approval is for, what was not chosen.
    "approval digest", "target open agreed by", "weight open because", "open.parts b",
    "fact nation here", "ours detail", "ours owner role",
}  # fmt: skip


def begin(name: str) -> str:
    return f"x{NAMES.index(name):03}"


def end(name: str) -> str:
    return f"z{NAMES.index(name):03}"


def hostile(name: str) -> str:
    """A text that attacks every format, and can be told from all others."""
    first, last = begin(name), end(name)
    if name == "theme marking":
        return f'={first}<b>*_`|[l](javascript:a()){{{{7*7}}}}"}}/*\x1b[31m\u202e@me #12{last}'
    return (
        f"={first}<img src=x onerror=a()>\"' onload=a() **b** _i_ [l](javascript:a()) `c` "
        "{{7*7}} {% raw %} &lt;u&gt; @me #12 \x1b[31m\x9b1m\x07\u202e\u2066 a|b\\ "
        f'<!-- "}}/* </style></title><script>a()</script> {last}'
    )


def harmless(name: str) -> str:
    return f"{begin(name)} words {end(name)}"


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = write(tmp_path_factory.mktemp("hostile"), hostile)
    return outputs(folder, "full") | for_authors(folder)


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = write(tmp_path_factory.mktemp("calm"), harmless)
    return outputs(folder, "full") | for_authors(folder)


def of(found: dict[str, str], suffix: str) -> dict[str, str]:
    """The outputs of a format; there are some."""
    chosen = {name: text for name, text in found.items() if name.endswith(suffix)}
    assert chosen
    return chosen


def begun(text: str) -> set[str]:
    """The names of the texts that begin in this one."""
    return {NAMES[int(number)] for number in _BEGINNING.findall(text)}


def check_literal(shown: str, where: str) -> None:
    """Each text that begins here is here from its beginning to its end, letter by letter."""
    for name in begun(shown):
        times = shown.count(clean(hostile(name)))
        assert times == shown.count(begin(name)), f"{name} in {where}: {shown[:300]!r}"


def test_the_texts_are_hostile_and_short_enough() -> None:
    assert max(len(hostile(name)) for name in NAMES) <= 200
    assert len(hostile("theme marking")) <= LONGEST_MARKING


def test_every_text_is_shown_somewhere(attacked: dict[str, str]) -> None:
    together = "".join(attacked.values())
    assert {name for name in NAMES if begin(name) not in together} == NEVER_SHOWN


def page_texts(page: Page) -> Iterator[str]:
    """What a page shows and its attributes say; charts apart, where long titles are cut short."""
    for one in page.elements():
        yield from one.attrib.values()
    parts = [page.root]
    while parts:
        part = parts.pop()
        if part.tag == f"{SVG}g" or part.tag == "style":
            continue
        if part.tag in ("p", "dd", "dt", "th", "td", "li", "title", "caption", "figcaption") or (
            not len(part)
        ):
            yield "".join(part.itertext())
        else:
            yield part.text or ""
            yield from (child.tail or "" for child in part)
            parts += part


def test_on_web_pages(attacked: dict[str, str], calm: dict[str, str]) -> None:
    for name, source in of(attacked, ".html").items():
        page = Page(source)
        assert page.errors == []
        assert page.outline() == Page(calm[name]).outline()
        shapes = {one.tag for svg in page.all(f"{SVG}svg") for one in svg.iter()}
        kinds = ("svg", "g", "title", "desc", "line", "rect", "circle", "path", "text")
        assert shapes <= {f"{SVG}{kind}" for kind in kinds}
        for text in page_texts(page):
            check_literal(" ".join(text.split()), name)


def test_in_markdown(attacked: dict[str, str], calm: dict[str, str]) -> None:
    for name, source in of(attacked, ".md").items():
        tokens = READER.parse(source)
        assert kinds(tokens) == kinds(READER.parse(calm[name]))
        for token in tokens:
            if token.type == "inline":
                check_literal(_shown(token).replace(APART, ""), name)


def kinds(tokens: list[Token]) -> list[str]:
    """Every kind of mark that a reader found, in order; texts apart."""
    found = []
    for token in tokens:
        found.append(token.type)
        found += [one.type for one in token.children or () if not one.type.startswith("text")]
    return found


def _shown(token: Token) -> str:
    texts = ("text", "text_special", "code_inline")
    return "".join(one.content for one in token.children or () if one.type in texts)


def test_in_json(attacked: dict[str, str]) -> None:
    for name, source in of(attacked, ".json").items():
        for text in texts_in(json.loads(source)):
            for mark in begun(text):
                assert text.count(hostile(mark)) == text.count(begin(mark)), f"{mark} in {name}"


def texts_in(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from texts_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from texts_in(value)
    elif isinstance(data, str):
        yield data


def squeeze(text: str) -> str:
    """A text however it was wrapped, and without the hyphens of long words in headings."""
    return re.sub(r"-?\s", "", text)


def test_on_a_terminal(attacked: dict[str, str]) -> None:
    for name, text in of(attacked, ".txt").items():
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
        squeezed = squeeze(text)
        assert begun(squeezed)
        for mark in begun(squeezed):
            expected = squeeze(clean(hostile(mark)))
            assert squeezed.count(expected) == squeezed.count(begin(mark)), f"{mark} in {name}"


def test_in_a_spreadsheet(attacked: dict[str, str]) -> None:
    for name, source in of(attacked, ".csv").items():
        head, *rows = csv.reader(io.StringIO(source))
        assert rows
        for row in rows:
            assert len(row) == len(head)
            for cell in row:
                assert not cell.startswith(("=", "+", "-", "@"))
                check_literal(clean(cell), name)
