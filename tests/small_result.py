"""A small Result as the data of a result.json, to be changed at will."""

from __future__ import annotations

from typing import Any

Data = dict[str, Any]


def node(name: str, **more: Any) -> Data:
    return {"id": name, "title": name.title(), "weight": 1, "score": 2.25, "exact": "9/4", **more}


def result(**more: Any) -> Data:
    return {
        "format": "result/1",
        "tool": {"name": "maturity", "version": "1.0.0"},
        "framework": {"id": "small", "version": "1.0.0", "title": "Small", "digest": "0" * 64},
        "parameters": {
            "scale": {
                "levels": [{"level": 0, "name": "Absent"}, {"level": 4, "name": "Leading"}],
                "bottom": 0,
                "top": 4,
            },
            "aggregate": "mean",
            "missing": "drop",
            "min_coverage": 0.6,
            "combine": "median",
            "capacity": {"days_per_month": 20},
        },
        "organisation": {"name": "Example"},
        "scope": "full",
        "status": "draft",
        "answers_digest": "0" * 64,
        "respondents": {"count": 1},
        "overall": node("overall"),
        "dimensions": [node("security", topics=[node("security.people")])],
        **more,
    }
