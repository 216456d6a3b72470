"""Where the shipped frameworks, samples and templates are: in the wheel, or in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """Give a shipped folder, `questionnaires` or `report_templates`."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def framework_folder(framework_id: str) -> Path:
    """Give the folder in which a shipped framework lies, whether or not it is there."""
    return shipped("questionnaires") / framework_id


def framework_ids() -> list[str]:
    """Give the ids of the shipped frameworks."""
    folders = shipped("questionnaires").iterdir()
    return sorted(path.name for path in folders if (path / "framework.yaml").is_file())


def sample(name: str) -> Path:
    """Give the folder of a shipped sample assessment."""
    return shipped("questionnaires") / "samples" / name


DEFAULT_FRAMEWORK = "public-sector"
DEMO_SAMPLE = "district-council"
