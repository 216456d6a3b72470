"""Writes a framework and one person's answers as files, and scores them as a user would."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from maturity.evaluate import evaluate
from maturity.load.assessment import load_assessment
from maturity.model.scored import Node


@dataclass(frozen=True)
class Row:
    """A question with its answer: both as they stand in the files."""

    id: str
    question: str
    """The keys of the question after its id."""
    answer: str = ""
    """Empty where there is none."""


def score_files(folder: Path, shared: str, parts: dict[str, list[Row]]) -> dict[str, Node]:
    """Write framework.yaml (with the keys in `shared`), a questionnaire a part, and the answers.

    Returns:
        The dimensions of the Result by id.
    """
    (folder / "framework.yaml").write_text(
        "format: framework/1\nid: published\nversion: 1.0.0\ntitle: Published\naggregate: none\n"
        f"dimensions: [{', '.join(parts)}]\n{shared}\n"
    )
    answers = "format: answers/1\nframework: {path: .}\norganisation: {name: Example}\nanswers:\n"
    for dimension, rows in parts.items():
        text = f"format: questionnaire/1\nid: {dimension}\ntitle: {dimension}\nquestions:\n"
        for row in rows:
            text += f"  - {{id: {row.id}, ask: {row.id}?, {row.question}}}\n"
            answers += f"  {dimension}.{row.id}: {row.answer}\n"
        (folder / f"{dimension}.yaml").write_text(text)
    path = folder / "answers.yaml"
    path.write_text(answers)
    result = evaluate(load_assessment([path]))
    return {node.id: node for node in result.dimensions}
