"""Asking: an answer becomes what a file holds, as little changed from what it holds as can be."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.store.emit import Bare

if TYPE_CHECKING:
    from maturity.model.answers import Answer, Evidence
    from maturity.store.emit import Value
    from maturity.store.whole_tree import Data


def record_of(after: Answer, before: Answer, old: Data) -> Value:
    """Write an answer.

    Args:
        after: The answer as it now is.
        before: The answer as it was read from the file.
        old: What the file holds; what did not change stays as it is written there.

    Returns:
        The bare value, or a mapping where there is more to say or was one before.
    """
    was = old if isinstance(old, dict) else {"answer": old}
    record: dict[str, Value] = {}
    if after.state == "not-applicable":
        record["not_applicable"] = after.reason
    elif after.state != "unanswered":
        same = (after.state, after.value) == (before.state, before.value)
        record["answer"] = _kept(was.get("answer")) if same else _value(after)
    if after.note:
        record["note"] = after.note
    if after.evidence:
        pieces = was.get("evidence")
        kept = pieces[: len(after.evidence)] if isinstance(pieces, list) else []
        new = [_piece(piece) for piece in after.evidence[len(kept) :]]
        record["evidence"] = [*map(_kept, kept), *new]
    if isinstance(old, dict) or set(record) != {"answer"}:
        return record or None
    return record["answer"]


def _value(answer: Answer) -> Value:
    if answer.state == "unknown":
        return "unknown"
    value = answer.value
    if value in ("yes", "no"):
        return Bare(str(value))
    return list(value) if isinstance(value, tuple) else value


def _piece(piece: Evidence) -> Value:
    parts: dict[str, Value] = {"title": piece.title}
    if piece.ref:
        parts["ref"] = piece.ref
    if piece.date is not None:
        parts["date"] = piece.date.isoformat()
    if piece.strength is not None:
        parts["strength"] = piece.strength
    return parts


def _kept(data: Data) -> Value:
    """Give data that was read as data to be written."""
    if isinstance(data, dict):
        return {str(key): _kept(part) for key, part in data.items()}
    if isinstance(data, list):
        return [_kept(part) for part in data]
    return data if isinstance(data, str | int | Fraction | bool) else None
