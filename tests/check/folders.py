"""Run the checker on folders of fixtures."""

from __future__ import annotations

import datetime
from pathlib import Path

from maturity.check.finding import Report
from maturity.check.run import Wanted, check_paths
from maturity.check.subject import Options
from maturity.check.versions import compare_with

HERE = Path(__file__).parent
OPTIONS = Options(evidence_max_age_months=24, today=datetime.date(2026, 11, 22))


def check_folder(folder: Path, *select: str) -> Report:
    """Check a fixture; one that holds `old` and `new` is compared."""
    wanted = Wanted(select=select, options=OPTIONS)
    if not (folder / "old").is_dir():
        return check_paths([folder], wanted)
    report = check_paths([folder / "new"], wanted)
    compare_with(str(folder / "old"), [folder / "new"], report, wanted)
    return report


def places(report: Report, folder: Path, code: str) -> list[str]:
    found = []
    for finding in report.findings:
        if finding.rule.code == code:
            at = finding.location
            file = Path(at.path).relative_to(folder).as_posix()
            found.append(f"{file}:{at.line}:{at.column} {code}")
    return found
