"""Templates of somebody's own, and what comes of them, for the tests of `maturity.render.own`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import CodeType
from typing import Any, ClassVar
from unittest.mock import patch

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from render import samples

from maturity.model.own_templates import OwnTemplates
from maturity.model.result import Result
from maturity.render.charts.palette import LIGHT, paint
from maturity.render.formats.html import whole_style
from maturity.render.own.plain import plain
from maturity.render.own.process import answer
from maturity.render.own.run import render_own
from maturity.render.own.sandbox import sandbox
from maturity.render.report.brand import Brand
from maturity.render.report.view import build_report

HTML = '{% extends "maturity/report.html.j2" %}'
MARKDOWN = '{% extends "maturity/report.md.j2" %}'
BLOCKS = '{% from "maturity/blocks.html.j2" import section, facts with context %}'
MARKED = Brand(marking="OFFICIAL", footer="Ours")


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


@cache
def style() -> str:
    return whole_style(replace(build_report(samples.result()), brand=MARKED))


class Compiled(BytecodeCache):
    """What Jinja made of templates, for shipped ones are the same in every test."""

    kept: ClassVar[dict[tuple[str, str], CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key, bucket.checksum] = bucket.code


def quick_sandbox(form: str, texts: Mapping[str, str]) -> Environment:
    templates = sandbox(form, texts)
    templates.bytecode_cache = Compiled()
    return templates


def asked(text: str, form: str = "html", **others: str) -> dict[str, Any]:
    """What the process would answer, in this one."""
    texts = {"report.html.j2": HTML + text, "report.md.j2": MARKDOWN + text, **others}
    request = {
        "form": form,
        "main": "report.html.j2" if form == "html" else "report.md.j2",
        "texts": texts,
        "data": data(),
        "style": style(),
        "max_characters": 3_000_000,
    }
    with patch("maturity.render.own.process.sandbox", quick_sandbox):
        return answer(request)


def said(text: str, form: str = "html", **others: str) -> tuple[int, str, str]:
    """The line, the message and the hint of what is wrong."""
    reply = asked(text, form, **others)
    assert "text" not in reply
    return reply["line"], reply["message"], reply["hint"]


def marked_data(status: str = "draft") -> dict[str, Any]:
    report = replace(build_report(samples.result(status=status)), brand=MARKED)
    made: dict[str, Any] = json.loads(json.dumps({**data(), "report": plain(report)}))
    return made
