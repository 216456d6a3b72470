"""What would be right where a number or a list was needed."""

from __future__ import annotations

import pytest

from maturity.load.remedies import list_remedy, number_remedy

ANY = "write a number such as 1.5"


@pytest.mark.parametrize(
    ("given", "remedy"),
    [
        ("heavy", ANY),
        (".inf", ANY),
        ("", ANY),
        (None, ANY),
        ([1], ANY),
        ("three", "write 3"),
        ("Zero", "write 0"),
        ("100%", "write 100"),
        ("12.5 %", "write 12.5"),
        ("20 days", "write 20"),
        ("£400", "write 400"),
        ("1,5", "write 1.5, with a point"),
        ("-0,25", "write -0.25, with a point"),
        ("1,500", "write 1500, or 1.500, with a point"),
        ("1 500", "write 1500"),
        ("1_500_000", "write 1500000"),
        ("1" * 19, "write at most 18 digits"),
        ("20", "write 20"),
    ],
)
def test_how_a_number_is_written(given: object, remedy: str) -> None:
    assert number_remedy(given, quoted=False) == remedy


def test_only_a_number_in_quotes_is_to_lose_them() -> None:
    assert number_remedy("1.5", quoted=True) == "write the number without quotes"
    assert number_remedy("1,5", quoted=True) == "write 1.5, with a point"
    assert number_remedy("heavy", quoted=True) == ANY
    assert number_remedy("no", quoted=True) == ANY


@pytest.mark.parametrize(
    ("given", "fields", "remedy"),
    [
        ("specialist", (), "write it as a list: [specialist]"),
        ("specialist, leadership", (), "write it as a list: [specialist, leadership]"),
        ("A plan: signed", (), "write it as a list: '- ' and the text, on a line of its own"),
        ("x" * 61, (), "write it as a list: '- ' and the text, on a line of its own"),
        ("", (), ""),
        (None, (), ""),
        ({"id": "a"}, {"id"}, "put '- ' before its first key, or [ ] around it"),
        ("a", {"id"}, "begin each entry with '- ' and its first key"),
    ],
)
def test_how_one_thing_becomes_a_list(given: object, fields: set[str], remedy: str) -> None:
    assert list_remedy(given, fields) == remedy
