"""One file of each kind that uses every key and every form, and YAML as JSON sees it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from maturity.load.yaml_reader import read_bytes
from maturity.model.levels import as_number, show

FRAMEWORK = """\
format: framework/1
id: small
version: 1.0.0
title: A small framework
summary: What it is for
language: en-GB
x-owner: us
levels:
  - {level: 0, name: Absent, description: Nothing, x-colour: red}
  - {level: 2.5, name: All}
top: 3
dimensions: [security, data]
aggregate: ladder
pass: 2
missing: drop
min_coverage: 0.6
combine: median
roles: [{id: leadership, title: Leadership}]
facts:
  - {id: uses-ai, ask: Is AI in use?, type: yes-no, if_unknown: yes}
  - {id: staff, ask: How many?, type: number, unit: people, if_unknown: 1000}
  - {id: nation, ask: Which?, type: choice, options: [{id: wales, label: Wales}]}
profiles:
  - id: council
    title: Council
    summary: A council
    targets: {security: 2.5}
    weights: {security.mfa: 1.5, x-why: [any, thing]}
    leave_out: [data.register]
lenses: [{id: ai, title: AI, summary: Readiness}]
sources:
  - {id: caf, title: CAF, publisher: NCSC, url: "https://ncsc.gov.uk", date: "2025", checked: no}
renamed: {security.two-factor: [security.mfa]}
retired: [security.floppy-disks]
"""
QUESTIONNAIRE = """\
format: questionnaire/1
id: security
title: Security
summary: How safe
weight: 1
sensitive: yes
aggregate: mean
pass: 2
rung: 1
topics:
  - id: access
    title: Access
    summary: Who gets in
    weight: 2
    aggregate: min
    pass: 1
    rung: 1
    questions:
      - id: mfa
        ask: How widely?
        why: Because
        type: level
        levels: {0: None, 1.5: Half of it, x-draft: All}
        weight: 0.5
        quick: yes
        answered_by: [leadership]
        critical: [{at_most: 0, cap: 1, because: It opens all, dimension: data}]
        not_applicable: no
        ask_if: {fact: uses-ai, is: yes}
        expects: [Export]
        sources: [caf]
        lenses: [ai]
        combine: min
        rung: 1
        x-ticket: {any: thing}
  - id: inner
    title: Inner
    topics:
      - id: rest
        title: Rest
        questions:
          - id: owner
            ask: Who?
            type: choice
            options: [{id: nobody, label: Nobody, level: 0}]
            ask_if:
              - {fact: staff, at_least: 10, at_most: 99}
              - {fact: nation, any_of: [wales, 7]}
          - {id: parts, ask: Which?, type: checklist, items: [{id: a, label: A, weight: 2}]}
          - {id: some, ask: Which?, type: checklist, items: [{id: a, label: A}], count: {1: 1}}
          - id: rules
            ask: Which?
            type: checklist
            items: [{id: a, label: A}]
            rules: [{level: 1, all: [a], any: [a], none: [], at_least: {count: 1, of: [a]}}]
          - id: share
            ask: What share?
            type: number
            unit: percent
            min: 0
            max: 100
            bands: {0: 100, 1: 50}
            lower_is_better: yes
          - {id: tested, ask: Tested?, type: yes-no, level_if_yes: 3, level_if_no: 0}
          - {id: plans, ask: What next?, type: text}
actions:
  - {id: enforce, title: Enforce it, raises: {mfa: 3}, effort_days: 20}
  - id: test
    title: Test it
    detail: This week
    raises: {data.register: 1.5}
    needs: [enforce]
    effort_days: {low: 10, high: 40.5}
    months: 2
    cost: {one_off: 5000, yearly: 2000}
    owner: Lead
    sources: [caf]
"""
ANSWERS = """\
format: answers/1
framework: {id: public-sector, version: 1.0.0, path: ../ours}
organisation: {name: A council, profile: council, facts: {uses-ai: yes, staff: 850, nation: wales}}
respondent: {id: r-07, role: specialist, unit: Housing, name: A. Person}
kind: individual
scope: quick
date: 2026-11-22
answers:
  security.mfa: 2
  security.share: 12.5
  security.parts: [a, b]
  security.tested: yes
  security.owner: unknown
  security.plans:
  x-mood: good
  security.rules:
    answer: []
    note: Soon
    evidence:
      - Told by the team
      - {title: Report, ref: Shelf 3, date: 2026-09-14, strength: tested}
  data.economy: {not_applicable: No such duty}
retired: {security.floppy-disks: 3}
"""
ASSESSMENT = """\
format: assessment/1
framework: {path: ../ours}
organisation: {name: A council}
date: 2026-11-30
scope: full
status: draft
approvals: [{by: Chief executive, date: 2026-12-01, digest: a1b2}]
roles: [{id: clinician, title: Clinician}]
targets:
  security: {level: 3.5, because: Board, agreed_by: Board, date: 2026-05-12}
  data: 2
weights: {data: {weight: 2, because: It matters}}
capacity: {days_per_month: 20, day_rate: 450}
actions:
  tracked: {enforce: {status: started, owner: Lead, due: 2027-01-31, note: Begun}}
  local: [{id: ours, title: Do it, raises: {security.mfa: 3}, effort_days: 3}]
commentary: {summary: Well, security: Less so}
theme: brand.yaml
"""
THEME = """\
format: theme/1
name: Our house style
logo: {file: logo.svg, alt: Our council}
colours:
  light:
    paper: "#ffffff"
    surface: "#F4F6F8"
    ink: "#1b1f24"
    quiet: "#4d5763"
    line: "#cfd5db"
    edge: "#7b8794"
    accent: "#17558c"
    mark: "#17558c"
    range: "#d7e6f3"
    range_edge: "#5e8db8"
    target: "#1b1f24"
    open: "#17558c"
    open_surface: "#eff5fa"
    tag: "#8a3d06"
    tag_ink: "#ffffff"
  dark: {x-kept: for later}
font: [Arial, Liberation Sans, sans-serif]
names: {title: A review, prepared_for: The board, prepared_by: Us}
footer: Read it with care.
marking: OFFICIAL
"""
EXAMPLES = {
    "framework": FRAMEWORK,
    "questionnaire": QUESTIONNAIRE,
    "answers": ANSWERS,
    "assessment": ASSESSMENT,
    "theme": THEME,
}


def as_json(text: str) -> Any:
    """Read YAML as a YAML 1.2 editor hands it to JSON Schema."""
    document = read_bytes(text.encode(), "f.yaml")
    assert document.problems == ()
    return json_types(document.data)


def json_types(data: object) -> Any:
    """Make JSON's types of what the reader gives: number keys become texts."""
    if isinstance(data, dict):
        return {_key(key): json_types(value) for key, value in data.items()}
    if isinstance(data, list):
        return [json_types(value) for value in data]
    return as_number(data) if isinstance(data, Fraction) else data


def _key(key: object) -> str:
    return show(Fraction(key)) if isinstance(key, int | Fraction) else str(key)
