"""Texts without what cannot be seen, and addresses that may become links."""

from __future__ import annotations

import pytest

from maturity.render.words.clean import clean, paragraphs, safe_url
from maturity.render.words.words import Words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  two\n lines\t\u2028here ", "two lines here"),
        ("a\x00b\x07c\x1b[31md", "abc[31md"),
        ("u\u202eser\u2066", "user"),
        ("\ufeffmark\ufffe\U0010ffff", "mark"),
        ("half \ud800 pair", "half pair"),
        ("keep é 日本 – “this”", "keep é 日本 – “this”"),
        (7, "7"),
    ],
)
def test_what_cannot_be_seen_is_dropped(text: object, shown: str) -> None:
    assert clean(text) == shown


@pytest.mark.parametrize(
    "url", ["https://a.example/b?c=d&e=f#g", "HTTP://a.example", "mailto:a@b.example"]
)
def test_web_and_mail_addresses_become_links(url: str) -> None:
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " https://a.example",
        "https://a.example/b c",
        "https://a.example/\u202e",
        'https://a.example/"onclick=',
        "https://a.example/<b>",
        "java\nscript:x",
        "data:text/html,x",
        "//a.example",
        "SharePoint/a",
        "https://",
        "https://a.example\n",
        "",
    ],
)
def test_nothing_else_does(url: str) -> None:
    assert safe_url(url) == ""


def test_blank_lines_part_paragraphs() -> None:
    assert paragraphs("one\nstill one\r\n \t\r\ntwo\n\n\n") == ("one still one", "two")


def test_one_and_many() -> None:
    assert Words().count(1, "one", "{n} many") == "one"
    assert Words().count(3, "one", "{n} many") == "3 many"


def test_lists_are_joined_as_one_would_say_them() -> None:
    listed = Words().listed
    assert [listed([]), listed(["a"]), listed(["a", "b"])] == ["", "a", "a and b"]
    assert listed(["a", "b", "c"]) == "a, b and c"


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2026-11-30", "30 November 2026"),
        ("2025-08", "August 2025"),
        ("2026-13-01", "2026-13-01"),
        ("<b>", "<b>"),
        (None, "no date"),
    ],
)
def test_days(date: str | None, shown: str) -> None:
    assert Words().day(date) == shown
