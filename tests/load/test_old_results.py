"""Results of every format number that was ever written can still be read and shown.

One file a number, `result-1.json` …, written once by the version that introduced it. A file here
never changes: where a new reader cannot read it, the format number must grow and the old one stay.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.load.result import FORMAT, load_result
from maturity.render.formats.html import render_html
from maturity.render.formats.markdown import render_markdown

FOLDER = Path(__file__).parent / "results"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_an_old_result_is_read_and_shown(path: Path) -> None:
    result = load_result(path)
    assert result.overall.exact is not None
    for text in (render_markdown(result), render_html(result)):
        assert result.organisation.name in text
        assert all(node.title in text for node in result.dimensions)


def test_there_is_one_of_the_number_that_is_written_now() -> None:
    assert (FOLDER / f"{FORMAT.replace('/', '-')}.json").is_file()
