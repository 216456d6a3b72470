"""An assessment in which every text that a person may write is one of its own.

`«name»` stands for such a text; `write` puts in its place whatever a test wants to find again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

_GAP = re.compile("«([^»]+)»")

FRAMEWORK = """\
format: framework/1
id: marked
version: 1.0.0
title: «framework title»
summary: «framework summary»
language: en-GB
levels:
  - {level: 0, name: «level 0 name», description: «level 0 description»}
  - {level: 2, name: «level 2 name», description: «level 2 description»}
  - {level: 4, name: «level 4 name», description: «level 4 description»}
dimensions: [open, secret, held]
min_coverage: 0.6
roles:
  - {id: lead, title: «role lead title»}
  - {id: staff, title: «role staff title»}
facts:
  - {id: uses-ai, ask: «fact uses-ai ask», type: yes-no, if_unknown: yes}
  - {id: size, ask: «fact size ask», type: number, unit: «fact size unit», if_unknown: 7}
  - id: nation
    ask: «fact nation ask»
    type: choice
    options: [{id: here, label: «fact nation here»}, {id: there, label: «fact nation there»}]
    if_unknown: here
profiles:
  - id: council
    title: «profile title»
    summary: «profile summary»
    targets: {open: 3, secret: 3}
lenses:
  - {id: open-lens, title: «lens open title», summary: «lens open summary»}
  - {id: mixed-lens, title: «lens mixed title», summary: «lens mixed summary»}
sources:
  - {id: book, title: «source title», publisher: «source publisher»,
     url: «source url», date: «source date», checked: official}
renamed: {open.was: [open.level]}
"""
OPEN = """\
format: questionnaire/1
id: open
title: «open title»
summary: «open summary»
topics:
  - id: first
    title: «topic title»
    summary: «topic summary»
    questions:
      - id: level
        ask: «open.level ask»
        why: «open.level why»
        type: level
        levels: {0: «open.level at 0», 2: «open.level at 2», 4: «open.level at 4»}
        critical: [{at_most: 0, cap: 1, because: «open.level because»}]
        expects: [«open.level expects»]
        sources: [book]
        lenses: [open-lens, mixed-lens]
      - id: choice
        ask: «open.choice ask»
        type: choice
        options:
          - {id: none, label: «open.choice none», level: 0}
          - {id: all, label: «open.choice all», level: 4}
        lenses: [open-lens]
      - id: parts
        ask: «open.parts ask»
        type: checklist
        items: [{id: a, label: «open.parts a»}, {id: b, label: «open.parts b»}]
        count: {2: 1, 4: 2}
      - {id: share, ask: «open.share ask», type: number, unit: «open.share unit», min: 0,
         max: 100, bands: {0: 0, 2: 40, 4: 80}}
      - {id: tested, ask: «open.tested ask», type: yes-no, level_if_yes: 4, level_if_no: 0}
      - {id: story, ask: «open.story ask», type: text}
      - {id: duty, ask: «open.duty ask», type: yes-no, level_if_yes: 4, level_if_no: 0}
      - {id: robots, ask: «open.robots ask», type: yes-no, level_if_yes: 4, level_if_no: 0,
         ask_if: {fact: uses-ai, is: no}}
      - {id: rest, ask: «open.rest ask», type: yes-no, level_if_yes: 4, level_if_no: 0}
actions:
  - id: do-level
    title: «do-level title»
    detail: «do-level detail»
    raises: {level: 4}
    needs: [do-parts]
    effort_days: 20
    months: 2
    cost: {one_off: 5000}
    owner: «do-level owner role»
    sources: [book]
  - {id: do-parts, title: «do-parts title», raises: {parts: 4}, effort_days: {low: 2, high: 5},
     owner: «do-parts owner role»}
  - {id: do-rest, title: «do-rest title», raises: {rest: 4, tested: 4}, effort_days: 300}
  - {id: do-story, title: «do-story title», raises: {choice: 4}, effort_days: 900}
"""
SENSITIVE = """\
format: questionnaire/1
id: secret
title: «secret title»
summary: «secret summary»
sensitive: yes
questions:
  - id: door
    ask: «secret.door ask»
    why: «secret.door why»
    type: level
    levels: {0: «secret.door at 0», 2: «secret.door at 2», 4: «secret.door at 4»}
    critical:
      - {at_most: 0, cap: 1, because: «secret.door because»}
      - {at_most: 0, cap: 2, because: «secret.door because of held», dimension: held}
    expects: [«secret.door expects»]
    lenses: [mixed-lens]
  - {id: window, ask: «secret.window ask», type: level,
     levels: {0: «secret.window at 0», 4: «secret.window at 4»},
     critical: [{at_most: 0, cap: 1, because: «secret.window because»}]}
  - {id: roof, ask: «secret.roof ask», type: yes-no, level_if_yes: 4, level_if_no: 0}
actions:
  - {id: do-door, title: «do-door title», detail: «do-door detail», raises: {door: 4},
     effort_days: 10, owner: «do-door owner role»}
"""
HELD = """\
format: questionnaire/1
id: held
title: «held title»
summary: «held summary»
questions:
  - {id: level, ask: «held.level ask», type: level,
     levels: {0: «held.level at 0», 4: «held.level at 4»}}
"""
ASSESSMENT = """\
format: assessment/1
framework: {path: framework}
organisation: {name: «organisation name», profile: council,
               facts: {uses-ai: yes, size: 850, nation: there}}
date: 2026-11-30
status: draft
approvals: [{by: «approval by», date: 2026-12-01, digest: «approval digest»}]
roles: [{id: local, title: «role local title»}]
targets:
  open: {level: 3.5, because: «target open because», agreed_by: «target open agreed by»}
  secret: {level: 3, because: «target secret because»}
  held: {level: 3, because: «target held because»}
  secret.door: {level: 4, because: «target secret.door because»}
weights: {open: {weight: 2, because: «weight open because»}}
capacity: {days_per_month: 20, day_rate: 450}
actions:
  tracked:
    do-level: {status: started, owner: «do-level owner», due: 2027-01-31, note: «do-level note»}
    do-door: {status: planned, owner: «do-door owner», note: «do-door note»}
  local:
    - {id: ours, title: «ours title», detail: «ours detail», raises: {open.share: 4},
       effort_days: 3, owner: «ours owner role»}
commentary:
  summary: «commentary summary»
  open: «commentary open»
  secret: «commentary secret»
  held: «commentary held»
  do-level: «commentary do-level»
  do-door: «commentary do-door»
theme: theme.yaml
"""
THEME = """\
format: theme/1
name: «theme name»
logo: {file: logo.svg, alt: «theme logo alt»}
names: {title: «theme title», prepared_for: «theme prepared for», prepared_by: «theme prepared by»}
footer: «theme footer»
marking: «theme marking»
"""
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20" width="80" height="20">'
    '<rect width="80" height="20" fill="#005a30"/></svg>\n'
)
AGREED = """\
format: answers/1
framework: {path: framework, version: 1.0.0}
kind: agreed
answers:
  secret.window: {answer: 4, note: «agreed note», evidence: [{title: «agreed evidence title»}]}
"""
TALKATIVE = """\
format: answers/1
framework: {path: framework, version: 1.0.0}
respondent: {id: r-leader-one, role: lead, unit: «unit north», name: «name leader one»}
date: 2026-11-22
answers:
  open.level:
    answer: 0
    note: «note»
    evidence:
      - {title: «evidence title», ref: «evidence ref», date: 2026-09-14, strength: tested}
      - «evidence as a text»
  open.story: «story»
  open.duty: {not_applicable: «reason»}
  open.choice: none
  open.share: unknown
  secret.door: {answer: 0, note: «secret note», evidence: [«secret evidence»]}
  secret.roof: {not_applicable: «secret reason»}
"""
PEOPLE = (
    ("r-leader-two", "lead", "north"),
    ("r-leader-three", "lead", "north"),
    ("r-leader-four", "lead", "north"),
    ("r-staff-one", "staff", "north"),
    ("r-staff-two", "staff", "south"),
    ("r-staff-three", "staff", "south"),
    ("r-local-one", "local", "west"),
)
"""Four lead, three of the staff, one of a local role: for the public the last two go together."""


def _sheet(name: str, role: str, unit: str) -> str:
    person = name.removeprefix("r-").replace("-", " ")
    level = {"lead": 2, "staff": 2, "local": 4}[role]
    only_one = "\n  open.tested: yes" if role == "local" else ""
    return f"""\
format: answers/1
framework: {{path: framework, version: 1.0.0}}
respondent: {{id: {name}, role: {role}, unit: «unit {unit}», name: «name {person}»}}
answers:
  open.level: {level}
  open.parts: [a]
  open.duty: {{not_applicable: «reason»}}
  held.level: 4
  secret.door: 0{only_one}
"""


FILES = {
    "framework/framework.yaml": FRAMEWORK,
    "framework/open.yaml": OPEN,
    "framework/secret.yaml": SENSITIVE,
    "framework/held.yaml": HELD,
    "assessment.yaml": ASSESSMENT,
    "theme.yaml": THEME,
    "logo.svg": LOGO,
    "answers/agreed.yaml": AGREED,
    "answers/r-leader-one.yaml": TALKATIVE,
    **{f"answers/{name}.yaml": _sheet(name, role, unit) for name, role, unit in PEOPLE},
}
NAMES = tuple(dict.fromkeys(name for text in FILES.values() for name in _GAP.findall(text)))
IDS = ("r-leader-one", *(name for name, _, _ in PEOPLE))


def write(folder: Path, say: Callable[[str], str]) -> Path:
    """Write the assessment's files with texts of one's own; the folder is what commands take."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        # JSON's texts are YAML's texts in double quotes.
        filled = _GAP.sub(lambda gap: json.dumps(say(gap[1])), text)
        path.write_text(filled, encoding="utf-8")
    return folder
