"""What `maturity score --by` prints: units or roles side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.cli.streams import put_blocks, put_document
from maturity.errors import fail, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from maturity.model.assessment import Assessment
    from maturity.model.grouped import By, ByGroup

KINDS: tuple[By, ...] = ("unit", "role")


def put_groups(
    answers: Sequence[Path],
    by: str,
    framework: str | None,
    profile: str | None,
    audience: str | None,
    *,
    as_json: bool,
) -> None:
    """Score the groups that the answers come from, and print what the audience may see.

    Raises:
        MaturityError: There is no such grouping or audience; or a file is wrong.
    """
    from maturity.load.assessment import load_assessment

    kind = next((kind for kind in KINDS if kind == by), None)
    if kind is None:
        raise fail(f"there are no groups by '{by}'", nearest(by, KINDS))
    assessment = load_assessment(answers, framework=framework, profile=profile)
    found = _cut(assessment, kind, audience)
    if as_json:
        put_document(found.model_dump_json(by_alias=True, indent=2) + "\n")
        return
    from maturity.model.levels import as_number
    from maturity.render.screen.by_group import by_group_blocks

    levels = [as_number(level.level) for level in assessment.framework.file.levels]
    put_blocks(by_group_blocks(found, levels))


def _cut(assessment: Assessment, by: By, name: str | None) -> ByGroup:
    from maturity.by_group import by_group
    from maturity.redact import AUDIENCES, redact_groups

    wanted = name or "team"
    for audience in AUDIENCES:
        if audience == wanted:
            return redact_groups(by_group(assessment, by), audience)
    raise fail(f"there is no audience '{wanted}'", nearest(wanted, AUDIENCES))
