"""Markdown for GitHub: it pings nobody, refers to nothing, and looks as the plain one does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from render import samples

from maturity.render.formats.github import render_github
from maturity.render.formats.markdown import render_markdown
from maturity.render.formats.mentions import APART, without_mentions, without_trace
from maturity.render.words.clean import clean

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
# What GitHub turns into a mention, a reference or a commit, as its own pages describe them.
LIVE = re.compile(
    r"@[A-Za-z0-9]|#\d|\bGH-\d|github\.com/[^\s\u200b]|(?<![0-9A-Za-z_])[0-9a-f]{7,40}(?![0-9A-Za-z_])",
    re.IGNORECASE,
)
TRIES = (
    "@someone",
    "thanks @org/team!",
    "fixes #12",
    "Closes GH-12",
    "gh-7",
    "org/repo#12",
    "org/repo@0123456789abcdef",
    "see 0123abc and 0123456789abcdef0123456789abcdef01234567",
    "DEADBEEF1",
    "https://github.com/org/repo/issues/12",
    "WWW.GitHub.com/org/repo/pull/3",
    "mail a@b.example",
    "@@a ##1 #1#2",
)


def texts(source: str) -> list[str]:
    """What a reader of Markdown shows, block by block; a diagram is none."""
    return [
        "".join(child.content for child in token.children or [] if child.type == "text")
        for token in READER.parse(source)
        if token.type == "inline"
    ]


@pytest.mark.parametrize("text", TRIES)
def test_nothing_refers_to_anybody_and_it_looks_the_same(text: str) -> None:
    written = without_mentions(text)
    assert LIVE.search(text)
    assert LIVE.search(written) is None
    assert written.replace(APART, "") == text


@given(st.text(st.sampled_from("@#GHgh-0123abcdef/. xyz"), max_size=40))
def test_any_text(text: str) -> None:
    written = without_mentions(text)
    assert LIVE.search(written) is None
    assert written.replace(APART, "") == text


@pytest.mark.parametrize("text", ["Security #one", "GH- 12", "abc123", "1,234,567", "ab" * 32])
def test_what_is_no_reference_stays(text: str) -> None:
    assert without_mentions(text) == text


@pytest.mark.parametrize("text", TRIES)
def test_a_whole_report_pings_nobody(text: str) -> None:
    source = render_github(samples.hostile(text))
    shown = texts(source)
    assert shown[0].replace(APART, "") == f"Maturity report: {clean(text)}"
    assert [one for one in shown if LIVE.search(one)] == []
    assert any(LIVE.search(one) for one in texts(render_markdown(samples.hostile(text))))


def test_the_plain_flavour_has_no_marks_of_github() -> None:
    source = render_markdown(samples.hostile("@someone #12 0123456789abcdef"))
    assert APART not in source
    assert "mermaid" not in render_markdown(samples.result())


def test_both_flavours_say_the_same_but_for_the_diagrams() -> None:
    github = render_github(samples.result())
    without = re.sub(r"```mermaid\n.*?```\n", "", github, flags=re.DOTALL).replace(APART, "")
    added = set(without.splitlines()) - set(render_markdown(samples.result()).splitlines())
    assert added == {
        "**Scores by dimension, bars, and their targets, line**",
        "**When each action runs**",
        "The numbers below the bars are months from the start of the work.",
    }
    assert set(render_markdown(samples.result()).splitlines()) <= set(without.splitlines())


def test_addresses_of_github_go_by_its_redirecting_host() -> None:
    assert without_trace("https://github.com/o/r/issues/1") == (
        "https://redirect.github.com/o/r/issues/1"
    )
    assert without_trace("http://WWW.GitHub.com/o/r") == "http://redirect.github.com/o/r"
    for other in (
        "https://example.org/?u=github.com/o",
        "https://docs.github.com/en",
        "mailto:a@b",
    ):
        assert without_trace(other) == other


def test_links_in_a_report_leave_no_trace() -> None:
    data = samples.rich_data()
    evidence = data["dimensions"][0]["questions"][0]["answers"][1]["evidence"]
    evidence[0]["ref"] = "https://github.com/o/r/pull/7"
    source = render_github(samples.result(dimensions=data["dimensions"]))
    assert "(<https://redirect.github.com/o/r/pull/7>)" in source
    assert "(<https://github.com" not in source
