"""What a template of somebody's own cannot reach or do."""

from __future__ import annotations

import json
from typing import Any

import pytest
from render.own_templates import (
    BLOCKS,
    html,
    said,
)

from maturity.errors import MaturityError


@pytest.mark.parametrize("ended", ["td", "li"])
@pytest.mark.parametrize(
    ("before", "after"),
    [("<me", 'ta http-equiv="refresh" content="0;url=x">'), ("<scr", "ipt>")],
)
def test_no_tag_comes_together_when_end_tags_are_left_out(
    before: str, after: str, ended: str
) -> None:
    body = f"{{% block before %}}{before}</{ended}>{after}{{% endblock %}}"
    assert said(body)[1] == f"this is not a whole tag: {before}"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("{{ ''.__class__.__mro__ }}", "the template may not do that: access"),
        ("{{ report.__class__ }}", "the template may not do that: access"),
        ("{{ report['__class__'] }}", "the template may not do that: access"),
        ("{{ ''|attr('__class__') }}", "the template may not do that"),
        ("{{ ([''] | map(attribute='__class__') | first).x }}", "the template may not do that"),
        ("{{ range.__globals__ }}", "the template may not do that"),
        ("{{ self.title.__func__.__globals__ }}", "there is no '__func__' here"),
        ("{{ self.__init__.__globals__ }}", "the template may not do that"),
        ("{{ namespace.__init__.__globals__ }}", "the template may not do that"),
        ("{{ super.__self__ }}", "there is no '__self__' here"),
        ("{{ '{0.__class__}'.format('') }}", "the template may not do that"),
        ("{{ ('{0.__class__}'|attr('format'))('') }}", "the template may not do that"),
        ("{{ cycler.next.__globals__.os.popen('id') }}", "there is no variable 'cycler'"),
        ("{{ lipsum(n=9999999) }}", "there is no variable 'lipsum'"),
        ("{{ config }}", "there is no variable 'config'"),
        ("{{ reprot.title }}", "there is no variable 'reprot'"),
        ("{{ report.titel }}", "there is no 'titel' here"),
        ("{% do report.update(a=1) %}", "this is no template: encountered unknown tag 'do'"),
        ("{{ report.update({'a': 1}) }}", "the template may not do that"),
        ("{{ report.facts.append(1) }}", "the template may not do that"),
        ("{% include '/etc/passwd' %}", "there is no template '/etc/passwd' to load"),
        ("{% include '../secret.j2' %}", "there is no template '../secret.j2' to load"),
        ("{% include 'maturity/../../pyproject.toml' %}", "there is no template 'maturity/../.."),
        ("{% include 'maturity/report.css' %}", "there is no template 'maturity/report.css'"),
        ("{% import 'os' as os %}", "there is no template 'os' to load"),
        ("{% for n in range(10**9) %}x{% endfor %}", "the template fails: range too big"),
        ("{{ 1 / 0 }}", "the template fails: division by zero"),
        ("{{ 'a' + 1 }}", "the template fails: can only concatenate str"),
        ("{{ ('<scr' ~ 'ipt>') }}{{ caller() }}", "there is no variable 'caller'"),
        ("{% set x %}<scr{% endset %}{{ x }}ipt>", "<script> is not possible in a report"),
        ("{% for n in range(9**5) %}{{ 'x' * 99 }}{% endfor %}", "the report is longer than"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "the template goes too deep"),
    ],
)  # fmt: skip
def test_what_it_may_not_do(body: str, message: str) -> None:
    line, what, hint = said(f"\n\n{{% block before %}}\n{body}{{% endblock %}}")
    assert what.startswith(message)
    assert hint
    if not what.startswith(("the report is longer", "<script> is not")):
        assert line == 4


def test_a_fault_in_a_shipped_macro_is_placed_where_it_was_called() -> None:
    body = f"{BLOCKS}\n{{% block before %}}\n\n{{{{ section(1, 2) }}}}{{% endblock %}}"
    assert said(body)[0] == 4


def test_a_hint_names_what_there_is() -> None:
    assert said("{% block before %}{{ reprot }}{% endblock %}")[2] == "did you mean 'report'?"
    assert said("{% block before %}{{ report.titel }}{% endblock %}")[2] == "did you mean 'title'?"
    hint = said("{% block before %}{% include 'maturity/block.html.j2' %}{% endblock %}")[2]
    assert hint == "did you mean 'maturity/blocks.html.j2'?"


def test_the_process_gets_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, Any] = {}

    def run(command: list[str], **keys: Any) -> Any:
        seen.update(keys, command=command)
        raise ValueError

    monkeypatch.setenv("API_TOKEN", "secret")
    monkeypatch.setattr("subprocess.run", run)
    with pytest.raises(MaturityError, match="ended the process"):
        html("")
    assert "API_TOKEN" not in seen["env"]
    assert "-I" in seen["command"]
    assert "secret" not in json.dumps(seen["command"])
