"""Results written by hand, and texts that try to break out of a report."""

from __future__ import annotations

import json
from typing import Any

from maturity.model.result import Result

Data = dict[str, Any]

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><script>alert(2)</script>",
    "<img src=x onerror=alert(3)>",
    '"><svg onload=alert(4)>',
    "' onmouseover='alert(5)",
    "</title></head><body>",
    "<!-- --><![CDATA[ ]]>",
    "&lt;b&gt; &amp; &copy; &#60; &notanentity",
    "{{ 7*7 }} {% raw %} {# gone #} ${x}",
    "[click](javascript:alert(6))",
    "![image](http://evil.example/x.png)",
    "<https://evil.example> https://evil.example www.evil.example",
    "mail me@evil.example @someone #12",
    "a | b || c \\| d \\\\| e",
    "**bold** __under__ *x* _y_ ~~gone~~ ~x~ ^y^ ==mark==",
    "`code` ``more`` ```fence",
    "# heading ## not #",
    "- item",
    "+ item",
    "* item",
    "1. one",
    "2) two",
    "> quoted",
    "--- | ---",
    "***",
    "===",
    "    indented\ttab",
    "line one\nline two\r\nline three\n\nparagraph",
    "ends in a backslash\\",
    "[^1] and [ref]: /url 'title'",
    ": definition :smile: 12:30",
    "$x^2$ \\(y\\) $$z$$",
    "a\x00b\x07c\x1b[31md\u202ee\u2066f\ufeffg\ufffeh",
    "<details><summary>x</summary>",
    "=cmd|'/c calc'!A0",
    "تحيا 日本語 – “quoted” é",
    "word" * 60,
    "|",
    "\\",
    "!",
)

OF_PAGES = (*HOSTILE[:9], "a\x00b\x1b[31md\u202ee\ufeffg\ufffeh", "word" * 60)
OF_MARKDOWN = (HOSTILE[0], HOSTILE[6], *HOSTILE[9:16], "1. one", "line one\n\n- two", "|", "\\")
"""Those that a whole report is written with; single texts are tried with all."""


def level_texts() -> list[Data]:
    return [
        {"level": 0, "text": "Nobody has it."},
        {"level": 1, "text": "Administrators have it."},
        {"level": 2, "text": "Staff who work from outside have it."},
        {"level": 3, "text": "Everyone has it, with written exceptions."},
        {"level": 4, "text": "Everyone has it, and it resists phishing."},
    ]


def question(name: str, ask: str, **keys: Any) -> Data:
    """A scored question at level 2 unless told otherwise."""
    base: Data = {
        "id": name,
        "ask": ask,
        "type": "level",
        "weight": 1,
        "state": "scored",
        "score": 2,
        "exact": "2",
        "level": 2,
        "level_name": "Developing",
        "low": 2,
        "high": 2,
        "levels": level_texts(),
        "next_level": {"level": 3, "text": "Everyone has it, with written exceptions."},
        "lowest": 2,
        "highest": 2,
        "combine": "median",
    }
    return {**base, **keys}


def missing(name: str, ask: str, state: str, **keys: Any) -> Data:
    """A question without a score."""
    gone = dict.fromkeys(
        ("score", "exact", "level", "level_name", "lowest", "highest", "next_level")
    )
    return question(name, ask, **{**gone, "state": state, "low": 0, "high": 4, **keys})


def _mfa() -> Data:
    people = [
        {
            "respondent": "r-1",
            "role": "leadership",
            "unit": "Corporate",
            "state": "answered",
            "answer": "Staff who work from outside have it.",
            "level": 2,
            "note": "Since the incident in May.",
        },
        {
            "respondent": "r-2",
            "role": "specialist",
            "unit": "Housing",
            "state": "answered",
            "answer": "Nobody has it.",
            "level": 0,
            "evidence": [
                {
                    "title": "Conditional access export",
                    "ref": "https://files.example.org/ca?a=1&b=2",
                    "date": "2026-09-14",
                    "strength": "tested",
                },
                {"title": "Minutes", "ref": "SharePoint/Board/May", "strength": "shown"},
            ],
        },
        {"respondent": "r-3", "role": "frontline", "counted": False, "state": "unknown"},
    ]
    return question(
        "security.mfa",
        "How widely is multi-factor authentication enforced?",
        weight=2,
        score=1,
        exact="1",
        level=1,
        level_name="Ad hoc",
        low=1,
        high=1,
        lowest=0,
        highest=2,
        target=4,
        target_because="Insurer asks for it",
        gap=3,
        critical=[
            {"at_most": 0, "cap": 1, "because": "Open.", "dimension": "security"},
            {"at_most": 1, "cap": 2, "because": "Ajar.", "dimension": "security"},
        ],
        next_level={"level": 2, "text": "Staff who work from outside have it."},
        tally={
            "levels": {"0": 1, "1": 0, "2": 1, "3": 0, "4": 0},
            "answered": 2,
            "unknown": 1,
            "not_applicable": 0,
            "unanswered": 0,
            "not_counted": 1,
        },
        by_role=[
            {"role": "leadership", "mean": 2, "count": 1},
            {"role": "specialist", "mean": 0, "count": 1},
        ],
        answers=people,
        agreement=-0.25,
        sources=["ce"],
    )


def _security() -> Data:
    return {
        "id": "security",
        "title": "Security",
        "summary": "Whether services keep running and come back after an attack.",
        "weight": 1,
        "score": 2,
        "exact": "2",
        "level": 2,
        "level_name": "Developing",
        "low": 1.8,
        "high": 2,
        "coverage": 0.8,
        "provisional": True,
        "target": 3,
        "target_because": "Agreed with the audit committee",
        "gap": 1,
        "uncapped": 2.25,
        "standard_score": 2,
        "caps": [
            {
                "question": "security.mfa",
                "value": 1,
                "cap": 2,
                "because": "One stolen password opens everything.",
                "binding": True,
                "released_at": 2,
            }
        ],
        "pending": [
            {"question": "security.training", "cap": 1, "because": "People are the first line."}
        ],
        "questions": [
            _mfa(),
            question(
                "security.backups",
                "How are backups tested?",
                score=3,
                exact="3",
                level=3,
                level_name="Established",
                agreed=True,
                lowest=3,
                highest=3,
                answers=[
                    {
                        "respondent": None,
                        "agreed": True,
                        "state": "answered",
                        "answer": "Yes",
                        "level": 3,
                        "note": "Restored in March.",
                    }
                ],
            ),
            question(
                "security.patching",
                "What share of systems is patched within 14 days?",
                type="number",
                unit="%",
                score=2.96,
                exact="74/25",
                low=2.96,
                high=2.96,
                lowest=2.96,
                highest=2.96,
                answers=[
                    {"respondent": "r-2", "state": "answered", "answer": "74 %", "level": 2.96}
                ],
            ),
            missing("security.training", "Who is trained?", "unanswered", critical=[]),
        ],
    }


def _data() -> Data:
    return {
        "id": "data",
        "title": "Data and its quality",
        "weight": 1.5,
        "score": 1.5,
        "exact": "3/2",
        "level": 1,
        "level_name": "Ad hoc",
        "low": 1,
        "high": 3,
        "coverage": 0.5,
        "target": 2,
        "gap": 0.5,
        "topics": [
            {
                "id": "data.use",
                "title": "Using data",
                "weight": 1,
                "score": 1.5,
                "exact": "3/2",
                "level": 1,
                "level_name": "Ad hoc",
                "low": 1,
                "high": 3,
                "coverage": 0.5,
                "questions": [
                    question("data.owners", "Who owns data?", next_level=None),
                    missing(
                        "data.ai-inventory",
                        "Is there a list of AI in use?",
                        "unknown",
                        stands_at=0,
                        answered_by=["specialist"],
                    ),
                    missing("data.story", "What would help most?", "text", type="text", answers=[
                        {"respondent": "r-1", "state": "text", "answer": "More analysts."},
                    ]),
                ],
                "topics": [
                    {
                        "id": "data.use.open",
                        "title": "Open data",
                        "weight": 1,
                        "score": None,
                        "exact": None,
                        "questions": [
                            missing(
                                "data.publish",
                                "What is published?",
                                "not-applicable",
                                reason="No duty to publish",
                            ),
                            missing(
                                "data.models",
                                "Who checks models?",
                                "not-asked",
                                reason="No artificial intelligence is in use",
                            ),
                        ],
                    }
                ],
            }
        ],
    }  # fmt: skip


def _inclusion() -> Data:
    return {
        "id": "inclusion",
        "title": "Inclusion of everyone who needs a service, whatever their means",
        "weight": 1,
        "score": 3.04,
        "exact": "76/25",
        "level": 3,
        "level_name": "Established",
        "low": 3.04,
        "high": 3.04,
        "coverage": 1,
        "target": 3,
        "gap": 0,
        "questions": [
            question("inclusion.offline", "What can people do without the internet?")
        ],
    }  # fmt: skip


def action(name: str, number: int, **keys: Any) -> Data:
    """The n-th planned action."""
    base: Data = {
        "id": name,
        "title": f"Action {number}",
        "detail": "Do it step by step.",
        "dimension": "security",
        "owner": "Security lead",
        "effort_days": {"low": 20, "high": 20, "planned": 20},
        "months": 2,
        "start_month": 0,
        "finish_month": 2,
        "horizon": "now",
        "raises": {"security.mfa": 3},
        "changes": [{"question": "security.mfa", "from": 1, "to": 3}],
        "uplift": 0.25,
        "uplift_alone": 0.2,
        "gap_closed": 1,
        "overall_after": 2.25,
    }
    return {**base, **keys}


def _plan() -> list[Data]:
    return [
        action(
            "enforce-mfa",
            1,
            title="Enforce multi-factor authentication for every user",
            caps_released=["security.mfa"],
            cost={"one_off": 5000, "yearly": 2000},
            sources=["ce"],
            status="started",
            due="2027-03-01",
            note="Pilot runs.",
        ),
        action(
            "ai-register",
            2,
            title="List the AI in use",
            dimension="data",
            effort_days={"low": 10, "high": 40, "planned": 25},
            months=6,
            start_month=1,
            finish_month=7.04,
            horizon="next",
            raises={"data.ai-inventory": 2},
            changes=[{"question": "data.ai-inventory", "from": None, "to": 2}],
            uplift=0.04,
            uplift_alone=0.04,
            gap_closed=0.5,
            overall_after=2.29,
            owner="",
        ),
        action("train", 3, needs=["enforce-mfa"], overall_after=2.6, gap_closed=0.25),
        action("later", 4, horizon="later", start_month=12, finish_month=15, overall_after=2.7,
               gap_closed=0.25),
    ]  # fmt: skip


def rich_data() -> Data:
    """A full result as plain data: three dimensions, a ceiling, gaps in knowledge, a plan."""
    return {
        "tool": {"version": "0.1.0"},
        "framework": {
            "id": "public-sector",
            "version": "1.0.0",
            "title": "Digital maturity of UK public services",
            "summary": "What it is for.",
            "digest": "ab" * 32,
        },
        "parameters": {
            "scale": {
                "levels": [
                    {"level": 0, "name": "Absent", "description": "Nothing can be shown."},
                    {"level": 1, "name": "Ad hoc", "description": "Single people do it."},
                    {"level": 2, "name": "Developing", "description": "Part of the organisation."},
                    {"level": 3, "name": "Established", "description": "Everyone, and measured."},
                    {"level": 4, "name": "Leading", "description": "Results steer decisions."},
                ],
                "bottom": 0,
                "top": 4,
            },
            "aggregate": "mean",
            "missing": "drop",
            "min_coverage": 0.6,
            "combine": "median",
            "capacity": {"days_per_month": 20, "day_rate": 450},
        },
        "organisation": {
            "name": "Example Borough Council",
            "facts": [
                {"id": "staff", "ask": "How many staff?", "value": "850", "assumed": False},
                {"id": "ai", "ask": "Is AI in use?", "value": "yes", "assumed": True},
            ],
        },
        "profile": {"id": "district-council", "title": "District council"},
        "date": "2026-11-30",
        "scope": "full",
        "status": "draft",
        "approvals": [
            {"by": "Audit committee", "date": "2026-11-28", "valid": True},
            {"by": "Chief executive", "date": "2026-11-20", "valid": False},
        ],
        "answers_digest": "cd" * 32,
        "respondents": {
            "count": 3,
            "agreed": 1,
            "roles": [
                {"id": "leadership", "title": "Leadership", "count": 1},
                {"id": "specialist", "title": "Specialist", "count": 1},
                {"id": "frontline", "title": "Front line", "count": 1},
            ],
            "units": [{"unit": "Housing", "count": 1}, {"unit": "Corporate", "count": 1}],
            "people": [{"id": "r-1", "role": "leadership", "unit": "Corporate", "name": "A. Lee"}],
        },
        "overall": {
            "id": "overall",
            "title": "Overall",
            "weight": 1,
            "score": 2.08,
            "exact": "52/25",
            "level": 2,
            "level_name": "Developing",
            "low": 1.83,
            "high": 2.7,
            "coverage": 0.75,
            "target": 2.2857142857142856,
            "gap": 0.20571428571428566,
        },
        "dimensions": [_security(), _data(), _inclusion()],
        "lenses": [
            {
                "id": "ai",
                "title": "AI readiness",
                "weight": 1,
                "score": 1.25,
                "exact": "5/4",
                "level": 1,
                "level_name": "Ad hoc",
                "low": 1,
                "high": 2.5,
                "coverage": 0.5,
                "question_ids": ["data.ai-inventory", "data.owners"],
            }
        ],
        "plan": _plan(),
        "beyond": [
            {
                "id": "passkeys",
                "title": "Move to passkeys",
                "dimension": "security",
                "effort_days": {"low": 60, "high": 60, "planned": 60},
                "raises": {"security.mfa": 4},
                "reason": "Closes no gap to the target",
            }
        ],
        "tracked": [
            {
                "id": "enforce-mfa",
                "title": "Enforce multi-factor authentication for every user",
                "status": "started",
                "owner": "B. Shah",
                "due": "2027-03-01",
                "note": "Pilot runs.",
            }
        ],
        "unknowns": [
            {
                "question": "data.ai-inventory",
                "state": "unknown",
                "spread": 0.6,
                "answered_by": ["specialist"],
            },
            {
                "question": "security.training",
                "state": "unanswered",
                "critical": True,
                "spread": 0.04,
            },
        ],
        "disagreements": [
            {
                "question": "security.mfa",
                "agreement": -0.25,
                "lowest": 0,
                "highest": 2,
                "by_role": [
                    {"role": "leadership", "mean": 2, "count": 1},
                    {"role": "specialist", "mean": 0, "count": 2},
                ],
            }
        ],
        "left_out": [
            {
                "question": "data.publish",
                "state": "not-applicable",
                "reason": "No duty to publish",
                "critical": True,
            },
            {
                "question": "data.models",
                "state": "not-asked",
                "reason": "No artificial intelligence is in use",
            },
        ],
        "commentary": {
            "summary": "We know where to start.\n\nThe board has asked for a plan.",
            "security": "The incident in May still shapes this.",
            "enforce-mfa": "Start with councillors.",
            "retired-thing": "Kept from last year.",
        },
        "notes": ["security.two-factor was read as security.mfa"],
        "sources": [
            {
                "id": "ce",
                "title": "Cyber Essentials",
                "publisher": "NCSC",
                "url": "https://www.ncsc.gov.uk/cyberessentials?a=1&copy=2",
                "date": "2025",
                "checked": "official",
            },
            {"id": "x", "title": "A talk", "url": "javascript:alert(1)", "checked": "no"},
        ],
    }


def result(**changes: Any) -> Result:
    """The rich result, with top-level keys changed."""
    return Result.model_validate_json(json.dumps({**rich_data(), **changes}))


def matrix() -> Result:
    """A framework that gives no single score."""
    data = rich_data()
    overall = {**data["overall"], "score": None, "exact": None, "aggregate": "none"}
    nothing = ("level", "level_name", "low", "high", "target", "gap")
    overall |= dict.fromkeys(nothing)
    plan = [{**one, "overall_after": None} for one in data["plan"]]
    parameters = {**data["parameters"], "aggregate": "none"}
    return result(overall=overall, parameters=parameters, plan=plan)


def nothing_scored() -> Result:
    """No answer at all: no score, no plan."""
    data = rich_data()
    empty = {
        "level": None,
        "level_name": None,
        "score": None,
        "exact": None,
        "low": None,
        "high": None,
        "coverage": 0,
        "gap": None,
    }
    bare: Data = {"caps": [], "pending": [], "uncapped": None, "questions": [], "topics": []}
    dimensions = [{**one, **empty, **bare} for one in data["dimensions"]]
    return result(
        overall={**data["overall"], **empty},
        dimensions=dimensions,
        plan=[],
        plan_note="There is no plan because nothing has been answered.",
        lenses=[],
        beyond=[],
        tracked=[],
        disagreements=[],
        left_out=[],
        commentary={},
        notes=[],
        sources=[],
        approvals=[],
        respondents={"count": 0},
        organisation={"name": "Example Borough Council"},
        profile=None,
        date=None,
    )


def hostile(text: str, of: Result | None = None) -> Result:
    """A result, the rich one unless named, with every text that a person may write replaced."""
    return Result.model_validate(_replaced((of or result()).model_dump(), text))


_FREE = {
    "title", "summary", "name", "description", "text", "ask", "reason", "because", "note", "answer",
    "owner", "detail", "by", "date", "due", "status", "ref", "url", "publisher", "value", "unit",
    "target_because", "level_name", "strength", "plan_note", "version", "language", "digest",
    "answers_digest", "checked",
}  # fmt: skip
_ENUMERATED = {("status", "draft"), ("status", "final")}


def _replaced(part: Any, text: str) -> Any:
    if isinstance(part, dict):
        return {key: _one(key, value, text) for key, value in part.items()}
    if isinstance(part, list | tuple):
        return tuple(_replaced(one, text) for one in part)
    return part


def _one(key: str, value: Any, text: str) -> Any:
    if key in ("commentary",):
        return dict.fromkeys(value, text)
    if key == "notes":
        return (text,)
    if key in ("name",) and value == "maturity":
        return value
    if isinstance(value, str) and key in _FREE and (key, value) not in _ENUMERATED:
        return text
    return _replaced(value, text)
