"""Any text comes back from a Markdown reader exactly as it was, whatever it tries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from render.samples import HOSTILE

from maturity.render.formats.markdown_escape import escape_markdown
from maturity.render.words.clean import clean

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
PLACES = {
    "paragraph": "before\n\n{}\n\nafter",
    "cell": "| a | b |\n| --- | ---: |\n| {} | end |\n",
    "item": "- {}\n   - {}\n",
    "numbered": "1. {}\n",
    "quote": "> {}\n",
    "heading": "## {}\n",
    "bold": "- **{}** after\n",
    "link": "- [{}](<https://a.example>)\n",
}
SIGNS = st.sampled_from("\\`*_{}[]()#+-.!|~$^:@<>&\"'=/ \n\t1aw.%;,?é")
PIECES = st.sampled_from(
    ["www.", "http://", "&#", "&amp;", "![", "](", "<b>", "--", "==", "~~", "1.", "[x]:", "x", " "]
)
TEXTS = st.one_of(
    st.text(SIGNS, max_size=20), st.lists(PIECES, max_size=7).map("".join), st.text(max_size=30)
)


def texts_and_marks(source: str) -> tuple[list[str], set[str]]:
    """What a reader shows, block by block, and every kind of mark it found."""
    shown, marks = [], set()
    for token in READER.parse(source):
        marks.add(token.type)
        if token.type == "inline":
            children: list[Token] = token.children or []
            marks |= {child.type for child in children}
            shown.append("".join(child.content for child in children if child.type == "text"))
    return shown, marks


def check(place: str, text: str) -> None:
    form = PLACES[place]
    quiet = texts_and_marks(form.format(*["word"] * form.count("{}")))
    written = escape_markdown(text)
    shown, marks = texts_and_marks(form.format(*[written] * form.count("{}")))
    assert shown == [one.replace("word", clean(text)) for one in quiet[0]]
    assert marks == quiet[1]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts(place: str, text: str) -> None:
    check(place, text)


@pytest.mark.parametrize("place", PLACES)
@given(text=TEXTS.filter(clean))
def test_any_text(place: str, text: str) -> None:
    check(place, text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Overall score 2.1 (range 1.8–2.4), target: 3.", None),
        ("Restore a whole system - every quarter - and record it", None),
        ("R & D", None),
        ("a|b", r"a\|b"),
        ("1. one", r"1\. one"),
        ("- item", r"\- item"),
        ("https://x", r"https\://x"),
        ("R&D", r"R\&D"),
        ("", ""),
    ],
)
def test_only_signs_are_escaped(text: str, written: str | None) -> None:
    assert escape_markdown(text) == (text if written is None else written)
