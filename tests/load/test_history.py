"""Where answers to old question ids belong now."""

from __future__ import annotations

import pytest
from score.builders import dimension, framework, level

from maturity.load.history import current_ids, same_major
from maturity.load.shared_references import comes_round
from maturity.model.framework import Framework

RENAMED = {
    "d.old": ["d.a"],
    "d.older": ["d.old"],
    "d.split": ["d.b", "d.older", "d.a"],
    "d.diamond": ["d.left", "d.right"],
    "d.left": ["d.old"],
    "d.right": ["d.old", "d.b"],
    "d.gone": ["d.retired"],
    "d.partly": ["d.retired", "d.b"],
    "d.round": ["d.about"],
    "d.about": ["d.round", "d.a"],
    "d.aside": ["d.round"],
}


@pytest.fixture(scope="module")
def of() -> Framework:
    part = dimension("d", level("a"), level("b"))
    return framework(part, renamed=RENAMED, retired=["d.retired"], version="3.1.4")


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("d.a", ("d.a",)),  # one of today
        ("d.old", ("d.a",)),
        ("d.older", ("d.a",)),
        ("d.split", ("d.b", "d.a")),  # in order, each once
        ("d.diamond", ("d.a", "d.b")),
        ("d.gone", ()),
        ("d.retired", ()),
        ("d.partly", ("d.b",)),
        ("d.round", ("d.a",)),  # it ends, although such a framework is refused
        ("d.never", None),
    ],
)
def test_renamed_ids_are_followed(of: Framework, name: str, ids: tuple[str, ...] | None) -> None:
    assert current_ids(name, of) == ids


@pytest.mark.parametrize(
    ("old", "round_"),
    [("d.round", True), ("d.about", True), ("d.aside", False), ("d.diamond", False)],
)
def test_chains_that_come_round(of: Framework, old: str, round_: bool) -> None:
    assert comes_round(old, of.file) is round_


def test_versions_of_one_major_combine(of: Framework) -> None:
    assert same_major("3.0.0", of)
    assert not same_major("2.9.9", of)
    assert not same_major("31.0.0", of)
