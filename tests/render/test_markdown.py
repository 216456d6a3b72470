"""The Markdown report: the words of the page, in tables that hold, with nothing foreign alive."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from render import samples

from maturity.model.result import Result
from maturity.render.formats.markdown import render_markdown
from maturity.render.words.clean import clean

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
RICH = render_markdown(samples.result())


def inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children or []]


def kinds(tokens: list[Token]) -> list[str]:
    return [token.type for token in tokens if token.type != "inline"]


def shown(token: Token) -> str:
    return "".join(child.content for child in token.children or [] if child.type == "text")


CALM = [
    kind
    for kind in kinds(READER.parse(render_markdown(samples.hostile("calm"))))
    if "paragraph" not in kind
]


def cells(source: str) -> list[list[str]]:
    """The cells of every row of every table, as written."""
    rows = [line for line in source.splitlines() if line.startswith("|")]
    return [re.split(r"(?<!\\)(?:\\\\)*\|", row)[1:-1] for row in rows]


def test_headings_go_down_step_by_step() -> None:
    levels = [int(token.tag[1]) for token in READER.parse(RICH) if token.type == "heading_open"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_lists_tables_and_paragraphs_stand_apart() -> None:
    assert "\n\n\n" not in RICH
    assert RICH.endswith("Made with maturity 0.1.0.\n")
    assert "- Overall score: **2.1** (on a scale from 0 to 4)\n- Level reached: **Dev" in RICH
    assert (
        "| Dimension | Score | Before ceilings | With standard weights | Range | Level reached "
        "| Target | Gap | Answered |\n"
        "| --- | ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: |\n"
        "| Security | 2.0 | 2.3 | 2.0 | 1.8–2.0 | Developing · provisional | 3 | 1.0 | 80% |\n"
    ) in RICH
    tables = kinds(READER.parse(RICH)).count("table_open")
    assert tables == len(re.findall(r"^\|(?: -{3}:? \|)+$", RICH, re.MULTILINE))


def test_links() -> None:
    assert "[Evidence: Conditional access export](<https://files.example.org/ca?a=1\\&b=2>)" in RICH
    links = [
        child.attrs["href"] for child in inline(READER.parse(RICH)) if child.type == "link_open"
    ]
    assert links == [
        "https://files.example.org/ca?a=1&b=2",
        "https://www.ncsc.gov.uk/cyberessentials?a=1&copy=2",
    ]


@pytest.mark.parametrize("text", samples.OF_MARKDOWN)
def test_hostile_texts_are_only_shown(text: str) -> None:
    source = render_markdown(samples.hostile(text))
    tokens = READER.parse(source)
    assert [kind for kind in kinds(tokens) if "paragraph" not in kind] == CALM
    assert {child.type for child in inline(tokens)} <= {"text", "text_special", "strong_open"} | {
        "strong_close"
    }
    blocks = [shown(token) for token in tokens if token.type == "inline"]
    assert blocks[0] == f"Maturity report: {clean(text)}"
    row = blocks.index("Asked first")
    assert blocks[row + 2 : row + 4] == [clean(text), clean(text)]


@pytest.mark.parametrize("make", [samples.matrix, samples.nothing_scored, samples.result])
def test_rows_have_the_cells_of_their_head(make: Callable[[], Result]) -> None:
    tokens = READER.parse(render_markdown(make()))
    assert "html_block" not in kinds(tokens)
    for block in re.findall(r"(?:^\|.*\n)+", render_markdown(make()), re.MULTILINE):
        assert len({len(row) for row in cells(block)}) == 1


def test_the_same_result_gives_the_same_bytes() -> None:
    assert render_markdown(samples.result()) == RICH
