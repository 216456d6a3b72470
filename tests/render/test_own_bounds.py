"""How much a template of somebody's own may use, and how its faults are told."""

from __future__ import annotations

import time

import pytest
from render import samples
from render.own_templates import (
    own,
    said,
)

from maturity.errors import MaturityError
from maturity.render.own.run import Bounds, lay_out
from maturity.render.report.view import build_report


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_too_much_memory_is_refused_here_as_well(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> str:
        raise MemoryError

    monkeypatch.setattr("maturity.render.own.process._rendered", lambda *_: refuse(_))
    assert said("", form)[1] == "the template needs more memory than it may have"


def failure(body: str, bounds: Bounds) -> MaturityError:
    report = build_report(samples.result())
    templates = own(f"\n{{% block before %}}{body}{{% endblock %}}")
    with pytest.raises(MaturityError) as error:
        lay_out(report, samples.result(), "html", templates, bounds)
    return error.value


def told(error: MaturityError) -> tuple[str, str]:
    (problem,) = error.problems
    return str(problem.location or ""), problem.message


def test_a_text_of_a_billion_letters() -> None:
    began = time.monotonic()
    for body in ("{{ 'a' * 10**9 }}", "{{ '%0999999999d' % 1 }}", "{{ 'a'.center(10**9) }}"):
        where, what = told(failure(body, Bounds()))
        assert what == "the template needs more memory than it may have"
        assert where == "mine/report.html.j2:2:1"
    assert time.monotonic() - began < 30


@pytest.mark.parametrize(
    "body",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{{ 9 ** (9 ** 8) }}",
    ],
)
def test_a_loop_without_end(body: str) -> None:
    began = time.monotonic()
    _, what = told(failure(body, Bounds(seconds=3)))
    assert what in (
        "the template of mine took more than 3 seconds",
        "the template of mine ended the process that it ran in",
    )
    assert time.monotonic() - began < 10


LONG = "a" * 90_000
CUT = "a" * 59 + "…"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (f"{{{{ report.{LONG} }}}}", f"there is no '{CUT}' here"),
        (f"{{{{ {LONG} }}}}", f"there is no variable '{CUT}'"),
        (f"{{{{ ''['{LONG}'] }}}}", f"there is no '{CUT}' here"),
        (f"{{% include '{LONG}' %}}", f"there is no template '{CUT}' to load"),
        (f"{{{{ ''.__{LONG} }}}}", f"there is no '__{CUT[2:]}' here"),
        (f"{{{{ 1 | {LONG} }}}}", "this is no template: no filter named"),
        (f"{{% {LONG} %}}", "this is no template: encountered unknown tag"),
        (f"{{% block {LONG} %}}{{% endblock %}}", "there is no block"),
        (f"{{{{ {{'{LONG}': 1}}.b }}}}", "there is no 'b' here"),
        (f"<{LONG}>", "<aaaa"),
        (f"</{LONG}>", "</aaaa"),
        (f"<p {LONG}=''>", "'aaaa"),
        (f"<p id='{LONG}", "this is not a whole tag: <p id='aaa"),
        (f"<a href='{LONG}'>", "'href' of <a> cannot be aaaa"),
        (f"<ul>{LONG}</ul>", "no text may stand right within <ul>: aaaa"),
    ],
)
def test_a_name_of_any_length_is_cut_in_messages(body: str, message: str) -> None:
    line, what, hint = said(f"\n{{% block before %}}\n{body}{{% endblock %}}")
    assert line == 3
    assert what.startswith(message)
    assert max(len(what), len(hint)) <= 500


def test_a_fault_is_placed_in_its_file_and_line() -> None:
    (problem,) = failure("\n   {{ report.titel }}", Bounds()).problems
    assert str(problem.location) == "mine/report.html.j2:3:4"
    assert problem.location is not None
    assert problem.location.text == "   {{ report.titel }}{% endblock %}"
    assert (problem.message, problem.hint) == ("there is no 'titel' here", "did you mean 'title'?")
