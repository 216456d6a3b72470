"""Templates of somebody's own: what they can change, and that they can do nothing else."""

from __future__ import annotations

import json
import os
import re
import time
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import pytest
from jinja2 import Environment, nodes
from render import samples
from render.pages import Page, text

from maturity.errors import MaturityError
from maturity.load.own_templates import load_templates
from maturity.model.own_templates import OwnTemplates
from maturity.model.result import Result
from maturity.render.charts.palette import LIGHT, paint
from maturity.render.formats.html import html_of, render_html
from maturity.render.formats.markdown import render_markdown
from maturity.render.own.frame import check_frame, frame_of
from maturity.render.own.plain import plain, with_languages
from maturity.render.own.process import answer
from maturity.render.own.rules import TemplateError
from maturity.render.own.run import Bounds, lay_out, render_own
from maturity.render.own.sandbox import SHIPPED, sandbox
from maturity.render.report.brand import Brand
from maturity.render.report.view import build_report
from maturity.render.words.clean import clean
from maturity.render.words.foreign import Foreign
from maturity.resources import shipped

HTML = '{% extends "maturity/report.html.j2" %}'
MARKDOWN = '{% extends "maturity/report.md.j2" %}'
BLOCKS = '{% from "maturity/blocks.html.j2" import section, facts with context %}'


def own(text: str = "", **others: str) -> OwnTemplates:
    texts = {"report.html.j2": HTML + text}
    return OwnTemplates("mine", {**texts, **{n.replace("_", "."): t for n, t in others.items()}})


def html(text: str, result: Result | None = None, **others: str) -> str:
    return render_own(result or samples.result(), "html", own(text, **others))


@cache
def data() -> dict[str, Any]:
    whole = {"report": plain(build_report(samples.result())), "result": {"a": 1}}
    made: dict[str, Any] = json.loads(json.dumps({**whole, "paint": paint(LIGHT)}))
    return made


def asked(text: str, form: str = "html", **others: str) -> dict[str, Any]:
    """What the process would answer, in this one."""
    texts = {"report.html.j2": HTML + text, "report.md.j2": MARKDOWN + text, **others}
    request = {
        "form": form,
        "main": "report.html.j2" if form == "html" else "report.md.j2",
        "texts": texts,
        "data": data(),
        "style": "",
        "max_characters": 3_000_000,
    }
    return answer(request)


def said(text: str, form: str = "html", **others: str) -> tuple[int, str, str]:
    """The line, the message and the hint of what is wrong."""
    reply = asked(text, form, **others)
    assert "text" not in reply
    return reply["line"], reply["message"], reply["hint"]


# What it can change


@pytest.mark.parametrize("make", [samples.result, samples.nothing_scored])
def test_a_template_that_changes_nothing_gives_the_same_bytes(make: Any) -> None:
    both = OwnTemplates("mine", {"report.html.j2": HTML, "report.md.j2": f"{MARKDOWN}\n"})
    assert render_own(make(), "html", both) == render_html(make())
    assert render_own(make(), "markdown", both) == render_markdown(make())


def test_a_block_is_overridden_and_the_shipped_one_is_at_hand() -> None:
    page = Page(
        html(
            BLOCKS
            + '{% block title %}{{ super() }}<p class="lead">For {{ result.organisation.name }}</p>'
            "{% endblock %}"
            '{% block section %}{% if part.anchor != "method" %}{{ section(part, 2) }}{% endif %}'
            "{% endblock %}{% block footer %}<p>Ours</p>{% endblock %}"
        )
    )
    assert page.errors == []
    lead = next(one for one in page.all("p") if one.get("class") == "lead")
    assert text(lead) == f"For {clean(samples.result().organisation.name)}"
    anchors = {one.get("id") for one in page.all("h2")}
    assert "method" not in anchors
    assert "provenance" in anchors
    assert text(page.all("footer")[0]) == "Ours"


def test_parts_and_macros_of_ones_own() -> None:
    page = Page(
        html(
            '{% from "parts.html.j2" import note %}{% set who = "us" %}'
            '{% block before %}{{ note(who) }}{% include "line.html.j2" %}{% endblock %}',
            parts_html_j2="{% macro note(who) %}<p>By {{ who }}</p>{% endmacro %}",
            line_html_j2="<p>{{ report.sections | length }} parts</p>",
        )
    )
    main = page.all("main")[0]
    assert [text(one) for one in main[:2]] == [
        "By us",
        f"{len(build_report(samples.result()).sections)} parts",
    ]


def test_markdown_has_blocks_too() -> None:
    source = MARKDOWN + "\n{% block facts %}\n- For: {{ result.organisation.name }}\n{% endblock %}"
    own = OwnTemplates("mine", {"report.md.j2": source})
    made = render_own(samples.hostile("*the* <b>"), "markdown", own)
    assert "\n- For: \\*the\\* \\<b\\>\n" in made
    assert "\n- Profile:" not in made.partition("\n## ")[0]


@pytest.mark.parametrize("hostile", samples.OF_PAGES[:5])  # each starts a process
def test_hostile_texts_are_only_shown(hostile: str) -> None:
    blocks = "{% block before %}<p>{{ report.title }}</p><p>{{ ('<b>' ~ report.title) }}</p>"
    page = Page(html(f"{blocks}{{% endblock %}}", samples.hostile(hostile)))
    assert page.errors == []
    title = f"Maturity report: {clean(hostile)}"
    assert [text(one) for one in page.all("main")[0][:2]] == [title, f"<b>{title}"]


def test_the_data_is_plain() -> None:
    @dataclass
    class Inner:
        number: int
        kind: ClassVar[str] = "inner"

        @property
        def double(self) -> int:
            return self.number * 2

        def act(self) -> None:
            """Do something."""

    assert plain({"a": (Inner(2), None)}) == {
        "a": [{"number": 2, "kind": "inner", "double": 4}, None]
    }
    data = json.dumps(plain(build_report(samples.result())))
    assert json.loads(data)["sections"][0]["anchor"] == "summary"


def test_texts_in_another_language_stay_marked() -> None:
    title = Foreign((("About ", ""), ("Dïogelwch <b>", "cy")))
    report = replace(build_report(samples.result()), framework=title)
    assert with_languages(plain([title, "a", {"b": 1}])) == [title, "a", {"b": 1}]
    body = "{% block before %}<p>{{ report.framework }}</p>"
    body += (
        '<p class="{{ report.framework | trim }}">{{ report.framework ~ "!" }}</p>{% endblock %}'
    )
    page = lay_out(report, samples.result(), "html", own(body))
    first, second = Page(page).all("main")[0][:2]
    assert [(one.get("lang"), text(one)) for one in first] == [("cy", "Dïogelwch <b>")]
    assert second.get("class") == "About Dïogelwch <b>"
    assert text(second) == "About Dïogelwch <b>!"
    assert lay_out(report, samples.result(), "html", own()) == html_of(report)


# What it may not look like


@pytest.mark.parametrize(
    ("source", "line", "message", "hint"),
    [
        ("\n\n{% block headr %}{% endblock %}", 3, "there is no block 'headr' to override",
         "did you mean 'header'?"),
        ("\n{% block title %}{% block inner %}{% endblock %}{% endblock %}", 2,
         "there is no block 'inner' to override", ""),
        ("\n\n\nHello", 4, "what stands outside a block is never shown", "put it in a block"),
        ("\n{{ report.title }}", 2, "what stands outside a block is never shown", ""),
        ("\n{% if true %}{% endif %}", 2, "what stands outside a block is never shown", ""),
        ("\n{% block title %}\n{{ report.title | safe }}{% endblock %}", 3,
         "escaping cannot be turned off", "write markup in the template itself"),
        ("\n{% block title %}{% filter safe %}a{% endfilter %}{% endblock %}", 2,
         "escaping cannot be turned off", ""),
        ("\n{% block title %}\n{% autoescape false %}a{% endautoescape %}{% endblock %}", 3,
         "escaping cannot be turned off", ""),
        ("{% block title %}\n<p>\n<script>alert(1)</script>{% endblock %}", 3,
         "<script> is not possible: the page's policy blocks it", "take it out"),
        ("{% block title %}\n<META http-equiv=refresh>{% endblock %}", 2, "<meta> is not", ""),
        ("{% block title %}<iframe src=x>{% endblock %}", 1, "<iframe> is not possible", ""),
        ("{% block title %}\n<p\nstyle='x'>{% endblock %}", 3, "'style' is not", "use the"),
        ("{% block title %}<p onclick='x()'>{% endblock %}", 1, "'onclick' is not possible", ""),
        ("\n{% block title %}{{ title", 2, "this is no template: unexpected end of template", ""),
        ("\n{% block title %}", 2, "this is no template: unexpected end of template", ""),
        ("\n{% blok title %}", 2, "this is no template: encountered unknown tag 'blok'", ""),
        ("{% block title %}\n{{ 1 | nosuch }}{% endblock %}", 2,
         "this is no template: no filter named 'nosuch'", ""),
        ("{% block title %}\n{{ 1 | random }}{% endblock %}", 2, "this is no template", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_before_it_runs(
    source: str, line: int, message: str, hint: str
) -> None:
    found = said(source)
    assert found[0] == line
    assert found[1].startswith(message)
    assert found[2].startswith(hint)
    assert found[2]


@pytest.mark.parametrize(
    "source",
    [
        "<!doctype html><title>Ours</title>",
        '{% extends "report.html.j2" %}',
        '{% extends "maturity/report.md.j2" %}',
        "{% extends result.a %}",
        '{% if true %}{% extends "maturity/report.html.j2" %}{% endif %}',
        '<p>Before</p>{% extends "maturity/report.html.j2" %}',
        "",
    ],
)
def test_the_page_and_its_policy_are_always_the_shipped_ones(source: str) -> None:
    reply = asked("", **{"report.html.j2": source})
    assert reply["message"] == "the template does not extend the shipped one"
    assert reply["hint"] == 'begin it with {% extends "maturity/report.html.j2" %}'
    assert reply["name"] == "report.html.j2"


def test_nothing_that_can_be_overridden_is_in_the_head() -> None:
    source = (shipped("report_templates") / "report.html.j2").read_text(encoding="utf-8")
    head, _, body = source.partition("</head>")
    assert "block" not in re.findall(r"{%-?\s*(\w+)", head)
    skip_and_marking = body[: body.index("{% block")]
    assert "skip" in skip_and_marking
    assert "marking(report.brand)" in skip_and_marking


def test_the_documentation_names_every_block() -> None:
    words = (Path(__file__).parents[2] / "docs" / "themes.md").read_text(encoding="utf-8")
    for name in ("report.html.j2", "report.md.j2"):
        source = (shipped("report_templates") / name).read_text(encoding="utf-8")
        for block in Environment(autoescape=True).parse(source).find_all(nodes.Block):
            assert f"`{block.name}`" in words


# What it must leave as it is

MARKED = Brand(marking="OFFICIAL", footer="Ours")
PASSED = "'{}' is what the report is made from, and nothing else may have its name"


def marked_data(status: str = "draft") -> dict[str, Any]:
    report = replace(build_report(samples.result(status=status)), brand=MARKED)
    made: dict[str, Any] = json.loads(json.dumps({**data(), "report": plain(report)}))
    return made


@pytest.mark.parametrize(
    "source",
    [
        "\n{% set § = dict() %}",
        "\n{% set a, § = 1, 2 %}",
        "\n{% set § %}x{% endset %}",
        "\n{% macro §() %}{% endmacro %}",
        "\n{% import 'parts.html.j2' as § %}",
        "\n{% from 'parts.html.j2' import § %}",
        "\n{% from 'parts.html.j2' import a as § %}",
        "{% block warnings %}\n{% set § = dict() %}{{ super() }}{% endblock %}",
        "{% block warnings %}\n{% with § = 1 %}{{ super() }}{% endwith %}{% endblock %}",
        "{% block before %}\n{% for a, § in [] %}{% endfor %}{% endblock %}",
    ],
)
def test_what_is_passed_in_keeps_its_name(source: str) -> None:
    for name in ("report", "result", "paint", "style", "style_hash"):
        line, message, hint = said(source.replace("§", name))
        assert (line, message) == (2, PASSED.format(name))
        assert hint == f"choose another name, such as our_{name}"


def test_names_of_other_templates_and_of_markdown_are_looked_at_too() -> None:
    others = {"parts.html.j2": "\n\n{% set report = 1 %}"}
    reply = asked("", **others)
    assert (reply["name"], reply["line"]) == ("parts.html.j2", 3)
    assert said("\n{% set report = 1 %}", "markdown")[1] == PASSED.format("report")
    assert "text" in asked("{% macro one(report) %}{{ report }}{% endmacro %}")


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("""{% set style_hash = "x'; script-src 'unsafe-inline'" %}""", 1),
        ("\n{% set style = '*{display:none}' %}", 2),
        ("\n\n{% set report = dict(report, brand=none, warnings=[]) %}", 3),
    ],
)
def test_a_stranger_cannot_replace_policy_style_or_marking(source: str, line: int) -> None:
    with pytest.raises(MaturityError) as error:
        html(source)
    assert str(error.value.problems[0].location) == f"mine/report.html.j2:{line}:1"


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_whatever_gets_past_the_names_the_frame_is_measured(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maturity.render.own.rules._check_names", lambda *_: None)
    monkeypatch.setitem(data(), "report", marked_data()["report"])
    assert "OFFICIAL" in asked("", form)["text"]
    line, message, hint = said("{% set report = dict(report, brand=none) %}", form)
    assert message.startswith("the template changes what stands outside its blocks: the page's")
    assert (line, hint) == (1, "change only what is in blocks")
    if form == "html":
        for source in ("{% set style = 'x' %}", "{% set style_hash = 'x' %}"):
            assert said(source)[1] == message


def test_the_frame_is_all_that_is_not_in_blocks() -> None:
    own_data = {**marked_data(), "style": "p{}", "style_hash": "sha256-x"}
    frame = frame_of(sandbox("html", {}), "report.html.j2", own_data)
    assert "style-src 'sha256-x'" in frame[0]
    assert frame[0].endswith('<header class="head">\n<p class="marking">OFFICIAL</p>')
    assert frame[-1] == '<p class="marking">OFFICIAL</p></footer>\n</body>\n</html>\n'
    whole = "x".join(frame)
    check_frame(whole, frame, "m")
    for wrong in (whole[1:], whole[:-1], whole.replace("<main", "<p"), frame[0], ""):
        with pytest.raises(TemplateError):
            check_frame(wrong, frame, "m")


DRAFT = "the report is a draft, and the template does not show 'DRAFT' above it"


@pytest.mark.parametrize(
    "warnings",
    [
        "",
        "<p>No DRAFT at all</p>",
        "<!-- <p>DRAFT</p> -->",
        "<p hidden>DRAFT</p>",
        "<div hidden><p>DRAFT</p></div>",
        "<div hidden><p>\nDRAFT",
        '<p class="skip">DRAFT</p>',
        "<p title='DRAFT'></p>",
        "<template></div><p>DRAFT</p></template>",
        "<div hidden><table><tr><td></div><p>DRAFT</p>",
        "<p><b hidden></p><p>DRAFT</p>",
        "<div hidden/><p>DRAFT</p>",
        "<svg><div hidden/></svg><p>DRAFT</p>",
        '<p class="<svg a=" hidden "></svg>">\nDRAFT</p>',
        "<details><p>DRAFT</p></details>",
        "<textarea><p>DRAFT</p></textarea>",
        "<!-</li>- <p>DRAFT</p> -->",
    ],
)
def test_a_draft_says_so_where_it_is_seen(warnings: str) -> None:
    assert said(f"{{% block warnings %}}{warnings}{{% endblock %}}")[1] == DRAFT
    hint = said("{% block header %}{% endblock %}")[2]
    assert hint == "show each of report.warnings in the block 'warnings'"


@pytest.mark.parametrize(
    "header",
    [
        "{{ super() }}",
        "<div><h1>{{ report.title }}</h1><p class='tag'><strong>DRAFT</strong></p></div>",
        "<table><tr><td>Ours</td><td>Date</td></tr></table><p>DRAFT</p>",
        '<svg viewBox="0 0 1 1"><title>N</title><g><path d="M0 0"/></g></svg><p>DRAFT</p>',
        "<img src='data:,' alt=''><br/>{% for one in report.warnings %}<p>{{ one }}{% endfor %}",
    ],
)
def test_a_draft_may_say_so_in_ones_own_way(header: str) -> None:
    assert "text" in asked(f"{{% block header %}}{header}{{% endblock %}}")


@pytest.mark.parametrize(
    ("warnings", "is_seen"),
    [
        ("**DRAFT**", True),
        ("> DRAFT", True),
        ("{{ '<b hidden>' }}\n\nDRAFT", True),
        ("", False),
        ("<!--\nDRAFT\n-->", False),
        ("<div hidden>\n\nDRAFT\n", False),
        ("[DRAFT]: x", False),
    ],
)
def test_a_draft_in_markdown_says_so_too(warnings: str, is_seen: bool) -> None:
    reply = asked(f"{{% block warnings %}}\n{warnings}\n{{% endblock %}}", "markdown")
    assert reply.get("message") == (None if is_seen else DRAFT)


def test_what_is_final_need_not_say_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(data(), "report", marked_data("final")["report"])
    assert "text" in asked("{% block header %}{% endblock %}")


# What it may not do


@pytest.mark.parametrize("ended", ["td", "li"])
@pytest.mark.parametrize(
    ("before", "after", "tag"),
    [("<me", 'ta http-equiv="refresh" content="0;url=x">', "meta"), ("<scr", "ipt>", "script")],
)
def test_no_tag_comes_together_when_end_tags_are_left_out(
    before: str, after: str, tag: str, ended: str
) -> None:
    body = f"{{% block before %}}{before}</{ended}>{after}{{% endblock %}}"
    assert said(body)[1] == f"the template puts <{tag}> together, which the page's policy blocks"


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
        ("{% set x %}<scr{% endset %}{{ x }}ipt>", "the template puts <script> together"),
        ("{% for n in range(9**5) %}{{ 'x' * 99 }}{% endfor %}", "the report is longer than"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "the template goes too deep"),
    ],
)  # fmt: skip
def test_what_it_may_not_do(body: str, message: str) -> None:
    line, what, hint = said(f"\n\n{{% block before %}}\n{body}{{% endblock %}}")
    assert what.startswith(message)
    assert hint
    if not what.startswith(("the report is longer", "the template puts")):
        assert line == 4


def test_a_fault_in_a_shipped_macro_is_placed_where_it_was_called() -> None:
    body = f"{BLOCKS}\n{{% block before %}}\n\n{{{{ section(1, 2) }}}}{{% endblock %}}"
    assert said(body)[0] == 4


def test_a_hint_names_what_there_is() -> None:
    assert said("{% block before %}{{ reprot }}{% endblock %}")[2] == "did you mean 'report'?"
    assert said("{% block before %}{{ report.titel }}{% endblock %}")[2] == "did you mean 'title'?"
    hint = said("{% block before %}{% include 'maturity/block.html.j2' %}{% endblock %}")[2]
    assert hint == "did you mean 'maturity/blocks.html.j2'?"


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


def test_a_fault_is_placed_in_its_file_and_line() -> None:
    (problem,) = failure("\n   {{ report.titel }}", Bounds()).problems
    assert str(problem.location) == "mine/report.html.j2:3:4"
    assert problem.location is not None
    assert problem.location.text == "   {{ report.titel }}{% endblock %}"
    assert (problem.message, problem.hint) == ("there is no 'titel' here", "did you mean 'title'?")


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


# The folder


def test_templates_are_read_from_a_folder(tmp_path: Path) -> None:
    (tmp_path / "report.html.j2").write_text(HTML)
    (tmp_path / "notes.txt").write_text("not a template")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.j2").write_text("not read")
    assert load_templates(tmp_path) == OwnTemplates(str(tmp_path), {"report.html.j2": HTML})


def test_folders_that_cannot_be_used(tmp_path: Path) -> None:
    def refused(folder: Path) -> str:
        with pytest.raises(MaturityError) as error:
            load_templates(folder)
        return error.value.problems[0].message.replace(str(tmp_path), ".")

    assert refused(tmp_path / "none") == "there is no folder ./none"
    one = tmp_path / "one"
    one.mkdir()
    (tmp_path / "secret.j2").write_text("secret")
    (one / "report.html.j2").symlink_to(tmp_path / "secret.j2")
    assert refused(one) == "./one/report.html.j2 is a link that leads out of the folder"
    (one / "report.html.j2").unlink()
    (one / "report.html.j2").symlink_to("report.html.j2")
    assert refused(one) == "./one/report.html.j2 is a link that leads out of the folder"
    (one / "report.html.j2").unlink()
    os.mkfifo(one / "report.html.j2")
    assert refused(one) == "./one/report.html.j2 is not a regular file"
    (one / "report.html.j2").unlink()
    (one / "report.html.j2").write_text("x" * 200_001)
    assert refused(one) == "the file is larger than 200,000 bytes"
    (one / "report.html.j2").write_bytes(b"\xff")
    assert refused(one) == "the byte 0xFF is not UTF-8"
    for number in range(20):
        (one / f"{number}.j2").write_text("")
    assert refused(one) == "./one holds more than 20 templates"


def test_a_folder_without_the_template_that_is_needed() -> None:
    with pytest.raises(MaturityError) as error:
        render_own(samples.result(), "markdown", own())
    (problem,) = error.value.problems
    assert problem.message == "mine has no template for markdown"
    assert problem.hint == "it has report.html.j2"
    with pytest.raises(MaturityError, match="json is not laid out by templates"):
        render_own(samples.result(), "json", own())


def test_shipped_templates_load_one_another_whatever_lies_in_the_folder() -> None:
    shadow = {"blocks.html.j2": "{% macro section(a, b) %}SHADOW{% endmacro %}"}
    assert "SHADOW" not in render_own(
        samples.result(), "html", OwnTemplates("mine", {"report.html.j2": HTML, **shadow})
    )
    assert SHIPPED == "maturity/"
