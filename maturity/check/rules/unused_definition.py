"""Stage 2, rule R217: a source, lens, role or fact that nothing uses.

A fact is asked of everybody and decides nothing; an unused source suggests a foundation that is
not there.

Bad:

    lenses:
      - {id: ai, title: AI readiness}        # and no question names it

Good:

    questions:
      - {id: data-quality, lenses: [ai], …}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import FrameworkSubject
    from maturity.errors import Problem

CODE = "R217"
NAME = "unused-definition"
SEVERITY = "warning"
ON = "framework"

KINDS = {"sources": "source", "lenses": "lens", "facts": "fact", "roles": "role"}


def check(subject: FrameworkSubject) -> Iterator[Problem]:
    """Collect the names in use and compare them with those defined."""
    file, questions = subject.framework.file, subject.framework.questions.values()
    actions = subject.framework.actions.values()
    used = {
        "sources": {name for thing in (*questions, *actions) for name in thing.sources},
        "lenses": {name for question in questions for name in question.lenses},
        "facts": {c.fact for question in questions for c in question.ask_if},
        "roles": {name for question in questions for name in question.answered_by},
    }
    if any(not question.answered_by for question in questions):
        used["roles"] |= {role.id for role in file.roles}  # such a question asks everyone
    for field, names in used.items():
        for index, thing in enumerate(getattr(file, field)):
            if thing.id not in names:
                kind = KINDS[field]
                message = f"nothing uses the {kind} '{thing.id}'"
                yield subject.at((field, index, "id"), message, f"use it, or remove the {kind}")
