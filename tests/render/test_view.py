"""What the report says: every sentence and number from a Result worked by hand."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from render import samples

from maturity.model.levels import as_number
from maturity.model.result import Result
from maturity.render.report.blocks import (
    Block,
    Entries,
    Facts,
    Figures,
    Heading,
    Items,
    Notice,
    Paragraph,
    Quote,
    Section,
    Table,
)
from maturity.render.report.view import Report, build_report

RICH = build_report(samples.result())


def sections(parts: tuple[Section, ...]) -> Iterator[Section]:
    for part in parts:
        yield part
        yield from sections(part.sections)


def section(report: Report, anchor: str) -> Section:
    return next(one for one in sections(report.sections) if one.anchor == anchor)


def blocks(report: Report, anchor: str) -> tuple[Block, ...]:
    return section(report, anchor).blocks


def said(report: Report, anchor: str) -> list[str]:
    """The paragraphs of a section."""
    return [one.text for one in blocks(report, anchor) if isinstance(one, Paragraph)]


def notices(report: Report, anchor: str) -> dict[str, list[tuple[str, ...]]]:
    """The notices of a section: title → what each item says."""
    return {
        one.title: [(item.lead, item.text, *item.lines) for item in one.items]
        for one in blocks(report, anchor)
        if isinstance(one, Notice)
    }


def figures(report: Report, anchor: str) -> dict[str, tuple[str, str]]:
    row = next(one for one in blocks(report, anchor) if isinstance(one, Figures))
    return {one.label: (one.value, one.note) for one in row.figures}


def rows(report: Report, anchor: str) -> list[list[str]]:
    """A table's cells, each with its smaller lines after a stroke."""
    for one in sections(report.sections):
        for block in one.blocks:
            if isinstance(block, Table) and block.anchor == anchor:
                return [
                    ["/".join([cell.text, *cell.lines]) for cell in row.cells] for row in block.rows
                ]
    raise AssertionError(anchor)


def facts(report: Report, anchor: str) -> list[tuple[str, str]]:
    row = next(one for one in blocks(report, anchor) if isinstance(one, Facts))
    return [(one.term, one.text) for one in row.facts]


def entries(report: Report, anchor: str) -> dict[str, list[tuple[str, str]]]:
    found = next(one for one in blocks(report, anchor) if isinstance(one, Entries))
    return {one.term: [(item.lead, item.text) for item in one.items] for one in found.entries}


def with_overall(**changes: Any) -> Report:
    return build_report(samples.result(overall={**samples.rich_data()["overall"], **changes}))


def with_parameters(**changes: Any) -> Report:
    parameters = {**samples.rich_data()["parameters"], **changes}
    return build_report(samples.result(parameters=parameters))


def with_security(**changes: Any) -> Report:
    first, *others = samples.rich_data()["dimensions"]
    return build_report(samples.result(dimensions=[{**first, **changes}, *others]))


def test_the_head() -> None:
    assert RICH.title == "Maturity report: Example Borough Council"
    assert RICH.window_title == "Maturity report: Example Borough Council, 30 November 2026"
    assert RICH.warnings == ("DRAFT",)
    assert [(one.term, one.text) for one in RICH.facts] == [
        ("Profile", "District council"),
        ("Date", "30 November 2026"),
        ("Status", "draft"),
        ("Scope", "full"),
        ("Answers from", "3 respondents and one set of agreed answers"),
    ]
    assert [one.title for one in RICH.sections] == [
        "Summary",
        "Where we are",
        "Dimension by dimension",
        "Action plan",
        "Themes across dimensions",
        "What we do not know",
        "Where answers differ",
        "Left out",
        "How the scores are made",
        "Where this comes from",
    ]


def test_what_stands_above_everything() -> None:
    report = build_report(samples.result(status="final", scope="quick", audience="public"))
    assert report.warnings == ("Short version", "Version for the public")
    assert not report.is_draft
    assert "This is the short version" in said(report, "summary")[0]


def test_where_we_are() -> None:
    # 52/25 is 2.08; the target 16/7 is 2.29, the gap 36/175 is 0.21.
    assert figures(RICH, "summary") == {
        "Overall score": ("2.1", "on a scale from 0 to 4"),
        "Level reached": ("Developing", ""),
        "Range": ("1.8–2.7", "depending on missing answers"),
        "Target": ("2.3", ""),
        "Gap": ("0.2", "levels to go"),
        "Answered": ("75%", "by weight"),
    }


def test_a_reached_target_and_a_closed_range() -> None:
    found = figures(with_overall(gap=0, target=2, low=2.08, high=2.08), "summary")
    assert found["Gap"] == ("0.0", "target reached")
    assert found["Range"] == ("2.1", "missing answers do not move it")


def test_with_every_answer_given_nothing_can_move_the_score() -> None:
    overall = {**samples.rich_data()["overall"], "low": 2.08, "high": 2.08}
    report = build_report(samples.result(overall=overall, unknowns=[]))
    assert figures(report, "summary")["Range"] == ("2.1", "no answer is missing")


def test_no_overall_target() -> None:
    assert "Gap" not in figures(with_overall(gap=None, target=None), "summary")


def test_what_it_means() -> None:
    assert said(RICH, "summary")[0] == (
        "Developing means: Part of the organisation. "
        "Highest, at 3.0: Inclusion of everyone who needs a service, whatever their means. "
        "Lowest, at 1.5: Data and its quality. "
        "2 of 3 dimensions are below their targets. "
        "The widest gap is in Security: 1.0 levels below its target of 3. "
        "Security is provisional: too little is answered, or a ceiling may still come."
    )


def test_commentary_stands_in_its_own_paragraphs() -> None:
    quotes = [one for one in blocks(RICH, "summary") if isinstance(one, Quote)]
    assert quotes[0].paragraphs == ("We know where to start.", "The board has asked for a plan.")


def test_the_three_first_actions() -> None:
    heads = [one.text for one in blocks(RICH, "summary") if isinstance(one, Heading)]
    steps = next(one for one in blocks(RICH, "summary") if isinstance(one, Items))
    assert heads == ["The three actions that matter first"]
    assert steps.ordered
    assert [(one.lead, one.text, one.href) for one in steps.items] == [
        (
            "Enforce multi-factor authentication for every user",
            "20 days · £9,000 of work · £5,000 once and £2,000 a year · months 1 to 2 · "
            "started, due 1 March 2027 · +0.3 overall · Security lead",
            "#action-enforce-mfa",
        ),
        (
            "List the AI in use",
            "10–40 days · £4,500–£18,000 of work · months 2 to 8 · +0.04 overall",
            "#action-ai-register",
        ),
        (
            "Action 3",
            "20 days · £9,000 of work · months 1 to 2 · +0.3 overall · Security lead",
            "#action-train",
        ),
    ]
    assert steps.items[0].lines == (
        "Lifts the ceiling set by “How widely is multi-factor authentication enforced?”",
    )
    # 20 + 10…40 + 20 days at £450; 1 + 0.5 + 0.25 of 2 levels of gap.
    assert said(RICH, "summary")[2] == (
        "Together they take 50–80 days (£22,500–£36,000 of work), and £5,000 once and £2,000 a "
        "year. The overall score goes from 2.1 to 2.6. They close 88% of the gaps that the whole "
        "plan closes, each gap times its dimension's weight."
    )


def test_one_action_without_a_day_rate_that_moves_nothing() -> None:
    plan = [samples.action("only", 1, overall_after=2.08, uplift=0)]
    parameters = {**samples.rich_data()["parameters"], "capacity": {"days_per_month": 20}}
    report = build_report(samples.result(plan=plan, parameters=parameters))
    assert said(report, "summary")[1] == "It takes 20 days. The overall score does not move yet."
    steps = next(one for one in blocks(report, "summary") if isinstance(one, Items))
    assert steps.items[0].text == "20 days · months 1 to 2 · Security lead"


def test_what_limits() -> None:
    assert notices(RICH, "summary") == {
        "Ceilings that hold a score down": [
            (
                "Security is held at 2; without ceilings it would be 2.3.",
                "One stolen password opens everything.",
                "Set by “How widely is multi-factor authentication enforced?”, now at 1.0. It "
                "lifts at 2. Planned: Enforce multi-factor authentication for every user.",
            )
        ],
        "Ceilings that may still come": [
            (
                "Security could be held at 1: “Who is trained?” has no answer.",
                "People are the first line.",
            )
        ],
        "Critical questions left out": [("What is published?", "No duty to publish")],
        "What we do not know: one “don’t know” and one question not answered": [
            ("Is there a list of AI in use?", "It could change the overall score by 0.6."),
            ("Who is trained?", "It could change the overall score by 0.04."),
        ],
    }


def test_only_the_binding_ceiling_is_spelt_out_on_page_one() -> None:
    cap = samples.rich_data()["dimensions"][0]["caps"][0]
    other = {**cap, "question": "security.backups", "cap": 2.2, "binding": False}
    report = with_security(caps=[cap, {**other, "released_at": None}])
    assert notices(report, "summary")["Ceilings that hold a score down"][1] == (
        "One more further on",
        "",
    )
    assert notices(report, "dimension-security")["Ceilings on Security"][1] == (
        "Security would next be held at 2.2.",
        "One stolen password opens everything.",
        "Set by “How are backups tested?”, now at 1.0.",
    )


def test_more_unknowns_than_fit() -> None:
    many = [{"question": f"q.{n}", "state": "unanswered", "spread": 0} for n in range(5)]
    found = notices(build_report(samples.result(unknowns=many)), "summary")
    assert found["What we do not know: 5 questions not answered"] == [
        ("q.0", ""),
        ("q.1", ""),
        ("q.2", ""),
        ("2 more further on", ""),
    ]


def test_a_matrix_has_no_overall() -> None:
    report = build_report(samples.matrix())
    assert said(report, "summary")[0] == (
        "This framework gives no single score. The result is the set of dimensions, to be read "
        "side by side."
    )
    assert figures(report, "summary") == {
        "Dimensions at target": ("1 of 3", ""),
        "Answered": ("75%", "by weight"),
    }
    assert "Overall" not in [row[0] for row in rows(report, "overview-table")]
    steps = next(one for one in blocks(report, "summary") if isinstance(one, Items))
    assert steps.items[1].text.endswith("+0.04 in Data and its quality")
    assert rows(report, "plan-now-table")[0] == [
        "1. Enforce multi-factor authentication for every user/Security/started, due 1 March 2027",
        "20 days/£5,000 once and £2,000 a year",
        "1 to 2",
        "+0.3",
        "Security lead",
        "–",
    ]
    assert facts(report, "action-train")[2] == (
        "Brings",
        "+0.3 for Security; +0.2 if it alone were done today; 13% of the weighted gap that the "
        "plan closes",
    )
    assert "could move the score of its dimension." in said(report, "unknowns")[0]


def test_nothing_scored() -> None:
    report = build_report(samples.nothing_scored())
    assert said(report, "summary") == [
        "There is no overall score yet: no answer that counts has been given.",
        "Security is provisional: too little is answered, or a ceiling may still come. No score "
        "yet: Security, Data and its quality and Inclusion of everyone who needs a service, "
        "whatever their means.",
        "There is no plan because nothing has been answered.",
    ]
    assert section(report, "plan").sections == ()
    assert said(report, "plan") == ["There is no plan because nothing has been answered."]
    assert said(report, "disagreements")[0].startswith("No question divides")
    assert said(report, "left-out") == ["Every question was counted."]
    assert "themes" not in [one.anchor for one in report.sections]
    assert rows(report, "overview-table")[0][-4:] == ["no score yet/provisional", "3", "–", "0%"]


def test_blocked() -> None:
    parameters = {**samples.rich_data()["parameters"], "missing": "block"}
    result = samples.result(
        parameters=parameters, overall={**samples.rich_data()["overall"], "score": None}
    )
    assert "gives none while an answer is missing" in said(build_report(result), "summary")[0]


def test_all_below_or_all_at_target() -> None:
    data = samples.rich_data()["dimensions"]
    assert "All 2 scored dimensions are below their targets." in said(
        build_report(samples.result(dimensions=data[:2])), "summary"
    )[0]  # fmt: skip
    one = said(build_report(samples.result(dimensions=data[:1])), "summary")[0]
    assert "The one scored dimension is below its target." in one
    reached = said(build_report(samples.result(dimensions=data[2:])), "summary")[0]
    assert "Every scored dimension has reached its target." in reached
    aimless = [{**part, "target": None, "gap": None} for part in data]
    report = build_report(samples.result(dimensions=aimless))
    assert "The profile sets no targets" in said(report, "summary")[0]
    report = build_report(samples.result(dimensions=aimless, profile=None))
    assert "No profile is set, so there are no targets" in said(report, "summary")[0]
    ungraded = [{**part, "gap": None} for part in data]
    report = build_report(samples.result(dimensions=ungraded, profile=None))
    assert "target" not in said(report, "summary")[0]
    assert figures(build_report(samples.matrix()), "dimension-inclusion")["Gap"] == ("0.0", "")


def test_equal_dimensions() -> None:
    same = {"score": 2, "exact": "2", "level": 2}
    data = [{**part, **same} for part in samples.rich_data()["dimensions"]]
    text = said(build_report(samples.result(dimensions=data)), "summary")[0]
    assert "All dimensions have the same score: 2.0." in text


def test_dimension_table() -> None:
    assert rows(RICH, "overview-table") == [
        ["Security", "2.0", "2.3", "2.0", "1.8–2.0", "Developing/provisional", "3", "1.0", "80%"],
        ["Data and its quality", "1.5", "–", "–", "1.0–3.0", "Ad hoc", "2", "0.5", "50%"],
        [
            "Inclusion of everyone who needs a service, whatever their means",
            *("3.0", "–", "–", "3.0", "Established", "3", "0.0", "100%"),
        ],
        ["Overall", "2.1", "–", "–", "1.8–2.7", "Developing", "2.3", "0.2", "75%"],
    ]


def test_below_the_first_level() -> None:
    levels = [{"level": 1, "name": "One"}, {"level": 4, "name": "Four"}]
    scale = {"levels": levels, "bottom": 0, "top": 4}
    parameters = {**samples.rich_data()["parameters"], "scale": scale}
    first, *_ = samples.rich_data()["dimensions"]
    low = {**first, "score": 0.5, "exact": "1/2", "level": None, "level_name": None}
    report = build_report(samples.result(parameters=parameters, dimensions=[low]))
    assert rows(report, "overview-table")[0][5] == "below 1/provisional"


def test_a_dimension() -> None:
    shown = figures(RICH, "dimension-security")
    # The score and what it would be without ceilings stand side by side.
    assert list(shown)[:2] == ["Score", "Before ceilings"]
    assert shown["Before ceilings"] == ("2.3", "held down")
    assert said(RICH, "dimension-security") == [
        "Whether services keep running and come back after an attack.",
        "Developing means: Part of the organisation.",
        "Next, Established means: Everyone, and measured.",
        "Target 3: Agreed with the audit committee",
        "With the framework's own weights, without the local ones, the score is 2.0.",
    ]
    assert set(notices(RICH, "dimension-security")) == {
        "Ceilings on Security",
        "Ceilings that may still come",
    }


def test_questions() -> None:
    assert rows(RICH, "questions-dimension-security") == [
        [
            "How widely is multi-factor authentication enforced?"
            "/weight 2/critical: a low answer sets a ceiling"
            "/own target 4, gap 3.0: Insurer asks for it",
            "1.0",
            "Ad hoc",
            "0.0–2.0",
            "2 answers/one doesn’t know/one more not counted",
            "2: Staff who work from outside have it.",
        ],
        [
            *("How are backups tested?", "3.0", "Established", "3.0", "agreed together"),
            "3: Everyone has it, with written exceptions.",
        ],
        [
            *("What share of systems is patched within 14 days?", "2.9", "Developing", "2.9"),
            *("answered", "3: Everyone has it, with written exceptions./Now: 74 %"),
        ],
        ["Who is trained?", "–", "–", "–", "not answered", "–"],
    ]


def test_questions_in_topics() -> None:
    assert rows(RICH, "questions-topic-data-use") == [
        ["Who owns data?", "2.0", "Developing", "2.0", "answered", "no higher level"],
        ["Is there a list of AI in use?", "–", "–", "–", "don’t know/counted as 0", "–"],
        ["What would help most?", "–", "–", "–", "in words, not scored", "–"],
    ]
    assert [(row[0], row[4]) for row in rows(RICH, "questions-topic-data-use-open")] == [
        ("What is published?/does not apply: No duty to publish", "does not apply"),
        ("Who checks models?", "not asked"),
    ]
    inner = section(RICH, "topic-data-use").sections
    assert [one.title for one in inner] == ["Open data"]


def test_what_sets_a_question_apart() -> None:
    odd = samples.question("security.odd", "Odd?", weight=0, rung=2, target=3, gap=1)
    report = build_report(
        samples.result(
            commentary={"security.odd": "Ask again."},
            dimensions=[{**samples.rich_data()["dimensions"][0], "questions": [odd]}],
        )
    )
    assert rows(report, "questions-dimension-security")[0][0] == (
        "Odd?/own target 3, gap 1.0/belongs to level 2/shown, but without weight"
        "/From the authors of the assessment: Ask again."
    )


def test_roles_a_level_apart() -> None:
    assert rows(RICH, "roles-dimension-security") == [
        ["How widely is multi-factor authentication enforced?", "2.0", "0.0"]
    ]
    near = samples.question(
        "security.near",
        "Near?",
        by_role=[
            {"role": "leadership", "mean": 2.5, "count": 2},
            {"role": "guest", "mean": 2, "count": 1},
        ],
    )
    with pytest.raises(AssertionError):
        rows(with_security(questions=[near]), "roles-dimension-security")
    near["by_role"][1]["mean"] = 1.5
    report = with_security(questions=[near])
    assert rows(report, "roles-dimension-security") == [["Near?", "2.5", "1.5"]]


def test_roles_a_level_apart_in_thirds() -> None:
    apart = samples.question(
        "security.apart",
        "Apart?",
        by_role=[
            {"role": "leadership", "mean": as_number(Fraction(8, 3)), "count": 3},
            {"role": "frontline", "mean": as_number(Fraction(5, 3)), "count": 3},
        ],
    )
    report = with_security(questions=[apart])
    assert rows(report, "roles-dimension-security") == [["Apart?", "2.7", "1.7"]]


def test_notes_and_evidence() -> None:
    assert entries(RICH, "notes-dimension-security") == {
        "How widely is multi-factor authentication enforced?": [
            ("A. Lee (Leadership, Corporate)", "Since the incident in May."),
            (
                "Evidence: Conditional access export",
                "14 September 2026, strength: tested, from r-2 (Specialist, Housing)",
            ),
            (
                "Evidence: Minutes",
                "SharePoint/Board/May, strength: shown, from r-2 (Specialist, Housing)",
            ),
        ],
        "How are backups tested?": [("Agreed together", "Restored in March.")],
    }
    assert entries(RICH, "notes-dimension-data") == {
        "What would help most?": [("A. Lee", "More analysts.")]
    }


def test_reasons_and_unnamed_respondents() -> None:
    answers = [
        {"respondent": None, "state": "not-applicable", "reason": "No duty"},
        {"respondent": "r-9", "counted": False, "state": "answered", "note": "I differ"},
        {"respondent": "r-8", "state": "answered", "evidence": [{"title": "Log"}]},
    ]
    question = samples.question("security.x", "X?", answers=answers)
    assert entries(with_security(questions=[question]), "notes-dimension-security")["X?"] == [
        ("A respondent", "does not apply: No duty"),
        ("r-9, not counted", "I differ"),
        ("Evidence: Log", "strength not stated, from r-8"),
    ]


def test_answers_that_say_more_than_their_level() -> None:
    tally = {"levels": {"2": 1}, "answered": 1, "not_applicable": 0, "unanswered": 0}
    chosen = samples.question(
        "security.choice",
        "Which?",
        type="choice",
        tally={**tally, "unknown": 0},
        answers=[{"respondent": "r-1", "state": "answered", "answer": "The second", "level": 2}],
    )
    report = with_security(questions=[chosen])
    row = rows(report, "questions-dimension-security")[0]
    assert row[4] == "one answer"
    assert row[5].endswith("/Now: The second")


def test_a_result_whose_lists_name_what_it_does_not_hold() -> None:
    report = build_report(
        samples.result(
            unknowns=[{"question": "gone.q", "state": "unknown", "spread": 0.5}],
            plan=[samples.action("a", 1, dimension="gone", detail="", needs=["gone-action"])],
        )
    )
    assert rows(report, "unknowns-table")[0][:2] == ["gone.q", "gone"]
    assert rows(report, "plan-now-table")[0][0] == "1. Action 1/gone"
    assert rows(report, "plan-now-table")[0][-1] == "gone-action"
    assert said(report, "action-a") == []


def test_nobody_is_missing_and_nothing_is_aimed_at() -> None:
    data = samples.matrix().model_dump()
    dimensions = [{**one, "target": None, "gap": None} for one in data["dimensions"]]
    result = Result.model_validate({**data, "dimensions": dimensions, "unknowns": ()})
    report = build_report(result)
    assert figures(report, "summary") == {"Answered": ("75%", "by weight")}
    assert said(report, "unknowns") == ["No answer is missing."]


def test_the_plan() -> None:
    # 20 + 10…40 + 20 + 20 days at £450.
    assert said(RICH, "plan")[0].startswith(
        "The plan holds 4 actions. Together they take 70–100 days (£31,500–£45,000 of work), and "
        "£5,000 once and £2,000 a year. That counts on 20 days of work a month."
    )
    assert [one.title for one in section(RICH, "plan").sections] == [
        "Now: done by month 3",
        "Next: done by month 12",
        "Later: done after month 12",
        "What each action involves",
        "Beyond the targets",
        "Followed up",
    ]
    assert rows(RICH, "plan-now-table")[1] == [
        "3. Action 3/Security",
        *("20 days", "1 to 2", "+0.3", "2.6", "Security lead"),
        "Enforce multi-factor authentication for every user",
    ]
    assert rows(RICH, "plan-next-table") == [
        [
            "2. List the AI in use/Data and its quality/ask first: an answer is missing",
            *("10–40 days", "2 to 8", "+0.04", "2.3", "–", "–"),
        ]
    ]


def test_an_empty_horizon_says_so() -> None:
    report = build_report(samples.result(plan=[samples.action("only", 1)]))
    assert said(report, "plan-next") == ["Nothing is planned here."]
    assert "The plan holds one action. It takes 20 days" in said(report, "plan")[0]


def test_no_action_needed() -> None:
    report = build_report(samples.result(plan=[]))
    assert said(report, "plan") == ["No action is needed to reach the targets."]


def test_an_action_in_detail() -> None:
    assert facts(RICH, "action-enforce-mfa") == [
        ("Raises", "“How widely is multi-factor authentication enforced?” from 1.0 to 3.0"),
        ("Takes", "20 days (£9,000 of work), and £5,000 once and £2,000 a year; at least 2 months"),
        (
            "Brings",
            "+0.3 for the overall score; +0.2 if it alone were done today; 50% of the weighted gap "
            "that the plan closes",
        ),
        ("Lifts the ceiling of", "“How widely is multi-factor authentication enforced?”"),
        ("Followed up", "started, due 1 March 2027; Pilot runs."),
        ("Sources", "Cyber Essentials"),
    ]
    assert facts(RICH, "action-ai-register")[0] == (
        "Raises",
        "“Is there a list of AI in use?” to 2.0",
    )
    assert said(RICH, "action-enforce-mfa") == ["Do it step by step."]
    quotes = [one for one in blocks(RICH, "action-enforce-mfa") if isinstance(one, Quote)]
    assert quotes[0].paragraphs == ("Start with councillors.",)


def test_an_action_that_raises_several() -> None:
    changes = [
        {"question": "security.mfa", "from": 1, "to": 3},
        {"question": "security.backups", "from": 3, "to": 4},
    ]
    plan = [samples.action("a", 1, changes=changes), samples.action("b", 2, changes=[])]
    report = build_report(samples.result(plan=plan))
    raised = next(one for one in blocks(report, "action-a") if isinstance(one, Facts)).facts[0]
    assert raised.more == ("“How are backups tested?” from 3.0 to 4.0",)
    assert facts(report, "action-b")[0] == ("Raises", "–")


def test_an_action_that_brings_nothing_by_itself() -> None:
    plan = [
        samples.action("a", 1, months=1, uplift=None, uplift_alone=0, effort_days=_days(1)),
        samples.action("b", 2, uplift_alone=None, sources=["gone"]),
    ]
    report = build_report(samples.result(plan=plan))
    assert facts(report, "action-a")[1:3] == [
        ("Takes", "1 day (£450 of work); at least 1 month"),
        (
            "Brings",
            "nothing if it alone were done today; 50% of the weighted gap that the plan closes",
        ),
    ]
    assert facts(report, "action-b")[-1] == ("Sources", "gone")


def _days(number: int) -> samples.Data:
    return {"low": number, "high": number, "planned": number}


def test_what_is_not_in_the_plan_stands_by_reason() -> None:
    beyond = samples.rich_data()["beyond"][0]
    others = [beyond, {**beyond, "id": "b", "reason": ""}, {**beyond, "id": "c"}]
    report = build_report(samples.result(beyond=others))
    tables = [one for one in blocks(report, "beyond") if isinstance(one, Table)]
    assert [(one.caption, len(one.rows)) for one in tables] == [
        ("Closes no gap to the target", 2),
        ("Not in the plan", 1),
    ]
    assert rows(report, "beyond-1")[0] == ["Move to passkeys", "Security", "60 days"]


def test_followed_up() -> None:
    assert rows(RICH, "tracked-table") == [
        [
            "Enforce multi-factor authentication for every user",
            *("started", "B. Shah", "1 March 2027", "Pilot runs."),
        ]
    ]


def test_findings() -> None:
    assert rows(RICH, "themes-table") == [["AI readiness", "1.3", "1.0–2.5", "Ad hoc", "2", "50%"]]
    assert rows(RICH, "unknowns-table") == [
        [
            "Is there a list of AI in use?",
            *("Data and its quality", "don’t know", "Specialist", "0.6"),
        ],
        ["Who is trained?", "Security", "not answered/critical", "anyone", "0.04"],
    ]
    assert rows(RICH, "disagreements-table") == [
        [
            "How widely is multi-factor authentication enforced?/Security",
            *("−0.2", "0.0–2.0", "Leadership 2.0 (one answer), Specialist 0.0 (2 answers)"),
        ]
    ]
    assert rows(RICH, "left-out-table") == [
        [
            *("What is published?", "Data and its quality", "does not apply/critical"),
            "No duty to publish",
        ],
        [
            *("Who checks models?", "Data and its quality", "not asked"),
            "No artificial intelligence is in use",
        ],
    ]


def method(report: Report) -> dict[str, str]:
    steps = next(one for one in blocks(report, "method") if isinstance(one, Items))
    return {one.lead: one.text for one in steps.items}


@pytest.mark.parametrize(
    ("combine", "words"),
    [
        ("median", "the middle one"),
        ("mean", "takes their mean"),
        ("min", "takes the lowest"),
        ("max", "takes the highest"),
    ],
)
def test_how_answers_are_combined(combine: str, words: str) -> None:
    assert words in method(with_parameters(combine=combine))["From answers to a question."]


def test_a_question_that_is_combined_in_its_own_way() -> None:
    questions = [samples.question("security.a", "A?", combine="min")]
    text = method(with_security(questions=questions))["From answers to a question."]
    assert text.endswith("Some questions have a way of their own: “A?” (the lowest).")


@pytest.mark.parametrize(
    ("aggregate", "words"),
    [
        ("mean", "is the mean of the dimensions by weight"),
        ("min", "is that of the weakest dimension"),
        ("ladder", "on it and below reaches 3."),
        ("none", "read side by side"),
    ],
)
def test_how_dimensions_become_the_whole(aggregate: str, words: str) -> None:
    report = with_parameters(aggregate=aggregate, **{"pass": 3})
    assert words in method(report)["From dimensions to the whole."]


def test_how_questions_become_a_dimension() -> None:
    step = "From questions to a dimension."
    assert method(RICH)[step].startswith("A dimension’s score is the mean by weight of its")
    assert "Local weights are in force" in method(RICH)[step]
    mixed = with_security(aggregate="min", standard_score=None)
    assert "different ways" in method(mixed)[step]
    assert "Local weights" not in method(mixed)[step]
    assert [row[2] for row in rows(mixed, "weights-table")] == [
        "the weakest",
        "the mean by weight",
        "the mean by weight",
    ]
    first = samples.rich_data()["dimensions"][0]
    ladder = build_report(samples.result(dimensions=[{**first, "aggregate": "ladder"}]))
    assert "is a ladder: a level counts once all below it are passed." in method(ladder)[step]


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("drop", "leaves the sum"),
        ("lowest", "counts as the lowest level it can give"),
        ("block", "leaves its dimension without a score"),
    ],
)
def test_what_a_missing_answer_does(missing: str, words: str) -> None:
    assert words in method(with_parameters(missing=missing))["Missing answers."]


def test_the_scale_and_the_weights() -> None:
    assert rows(RICH, "levels-table")[2] == ["2 Developing", "Part of the organisation."]
    assert rows(RICH, "weights-table")[1] == [
        "Data and its quality",
        "1.5",
        "the mean by weight",
        "4",
    ]
    assert "Under 60%" in method(RICH)["Answered."]
    assert "fills 20 days a month" in method(RICH)["Plan."]


def test_provenance() -> None:
    assert facts(RICH, "provenance") == [
        ("Framework", "Digital maturity of UK public services (public-sector, version 1.0.0)"),
        ("About the framework", "What it is for."),
        ("Organisation", "Example Borough Council"),
        ("Profile", "District council"),
        ("Date", "30 November 2026"),
        ("Scope", "full"),
        ("Status", "draft"),
        ("Respondents", "3 respondents and one set of agreed answers"),
        ("Made with", "maturity 0.1.0"),
        ("Fingerprint of the framework", "ab" * 32),
        ("Fingerprint of the answers", "cd" * 32),
    ]
    assert rows(RICH, "facts-table") == [
        ["How many staff?", "850"],
        ["Is AI in use?", "yes (assumed)"],
    ]
    assert rows(RICH, "roles-table")[2] == ["Front line", "1"]
    assert rows(RICH, "units-table")[0] == ["Housing", "1"]
    assert rows(RICH, "sources-table") == [
        ["Cyber Essentials", "NCSC", "2025", "its own text"],
        ["A talk/javascript:alert(1)", "–", "–", "not checked"],
    ]
    items = [one.items for one in blocks(RICH, "provenance") if isinstance(one, Items)]
    assert [(one.lead, one.text) for one in items[0]] == [
        ("Audit committee", "28 November 2026, holds for these answers"),
        ("Chief executive", "20 November 2026, no longer holds: an answer has changed since"),
    ]
    assert items[1][0].text == "security.two-factor was read as security.mfa"


def test_no_word_of_the_author_is_lost() -> None:
    quotes = [one for one in blocks(RICH, "provenance") if isinstance(one, Quote)]
    assert [(one.title, one.paragraphs) for one in quotes] == [
        ("From the authors of the assessment: retired-thing", ("Kept from last year.",))
    ]


def test_provenance_of_a_cut_and_short_version() -> None:
    result = samples.result(
        withheld=[{"what": "Names", "why": "Not for this audience"}],
        scope="quick",
        status="final",
        profile={"id": "d", "title": "District", "summary": "A target of 2.5."},
        respondents={"count": 0, "agreed": 2},
    )
    found = dict(facts(build_report(result), "provenance"))
    assert found["Profile"] == "District. A target of 2.5."
    assert found["Scope"] == "short version: quick and critical questions"
    assert found["Status"] == "final"
    assert found["Respondents"] == "2 sets of agreed answers"
    items = [
        one.items for one in blocks(build_report(result), "provenance") if isinstance(one, Items)
    ]
    assert (items[-1][0].lead, items[-1][0].text) == ("Names", "Not for this audience")


def test_every_hand_made_result_reads_back() -> None:
    for result in (samples.result(), samples.matrix(), samples.nothing_scored()):
        assert Result.model_validate_json(result.model_dump_json(by_alias=True)) == result


def unknowns(**changes: Any) -> list[list[str]]:
    """The table of missing answers, the question at hand changed."""
    data = samples.rich_data()
    missing = samples.missing("security.training", "Who is trained?", "unknown", **changes)
    first = {**data["dimensions"][0], "questions": [missing]}
    one = {
        "question": "security.training",
        "state": "unknown",
        "critical": True,
        "spread": 0.5,
        "answered_by": ["leadership", "specialist"],
    }
    report = build_report(samples.result(dimensions=[first], unknowns=[one]))
    return rows(report, "unknowns-table")


def by_role(*roles: str, levels: int = 0) -> samples.Data:
    """A tally in which these roles answered “don't know”."""
    groups = [{"id": role, "levels": {"2": levels}, "mean": None, "unknown": 1} for role in roles]
    counts = {"answered": 0, "unknown": len(roles), "not_applicable": 0, "unanswered": 0}
    return {"levels": {"2": 0}, **counts, "by_role": groups}


def test_who_could_tell_is_who_has_not_said_dont_know() -> None:
    assert unknowns()[0][3] == "Leadership and Specialist"
    assert unknowns(tally=by_role("leadership"))[0][3] == "Specialist/did not know: Leadership"
    both = unknowns(tally=by_role("specialist", "leadership"))[0][3]
    assert both == ("Leadership and Specialist/those asked did not know: ask others of them")
    # A role in which somebody did give a level can tell.
    assert unknowns(tally=by_role("leadership", levels=1))[0][3] == "Leadership and Specialist"


def test_what_a_missing_critical_answer_counts_as_stands_where_it_matters() -> None:
    data = samples.rich_data()
    critical = {"question": "security.training", "state": "unknown", "critical": True, "spread": 0}
    for stands_at, text in (
        (0, "It is critical: until it is known it counts as 0, the lowest."),
        (None, "It is critical: it counts as the lowest answer once the status is final."),
    ):
        missing = samples.missing(
            "security.training", "Who is trained?", "unknown", stands_at=stands_at
        )
        first = {**data["dimensions"][0], "questions": [missing], "caps": [], "pending": []}
        report = build_report(samples.result(dimensions=[first], unknowns=[critical]))
        shown = notices(report, "summary")["What we do not know: one “don’t know”"]
        assert shown == [("Who is trained?", text)]
        assert "counts as the lowest answer until somebody knows" in said(report, "unknowns")[0]


@pytest.mark.parametrize(
    ("state", "cause"),
    [
        ("unknown", "“Who is trained?” is critical and was answered “don’t know”: until somebody"),
        ("unanswered", "“Who is trained?” is critical and has no answer: until it has one, it"),
    ],
)
def test_a_ceiling_of_a_missing_answer_says_which(state: str, cause: str) -> None:
    cap = {**samples.rich_data()["dimensions"][0]["caps"][0], "question": "security.training"}
    missing = samples.missing("security.training", "Who is trained?", state, stands_at=0)
    report = with_security(caps=[cap], questions=[missing])
    shown = notices(report, "dimension-security")["Ceilings on Security"][0]
    assert shown[2].startswith(cause)


def test_the_cost_stands_with_each_action() -> None:
    assert rows(RICH, "plan-now-table")[0][1] == "20 days/£5,000 once and £2,000 a year"
    assert said(RICH, "plan-now") == [
        "2 actions: 40 days (£18,000 of work), and £5,000 once and £2,000 a year."
    ]
    assert said(RICH, "plan-next") == ["One action: 10–40 days (£4,500–£18,000 of work)."]


def test_one_action_is_not_put_in_order() -> None:
    text = said(build_report(samples.result(plan=[samples.action("only", 1)])), "plan")[0]
    assert "First comes" not in text
    assert "First comes what brings the most" in said(RICH, "plan")[0]
