"""Every rule fires at the exact place of its bad fixture, and stays silent on the good one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from check.folders import HERE, check_folder, places
from maturity.check import rules
from maturity.check.rule import Rule
from maturity.check.rules import BY_LOADER_NAME, MODULES, RULES
from maturity.check.selection import BY_WORD

NAMES = [rule.name for rule in RULES]


@pytest.mark.parametrize("name", NAMES)
def test_the_bad_fixture_is_found_at_its_exact_place(name: str) -> None:
    folder = HERE / "bad" / name
    code = BY_WORD[name].code
    expected = (folder / "expected.txt").read_text().split("\n")[:-1]
    report = check_folder(folder, "default", code)
    assert places(report, folder, code) == expected


@pytest.mark.parametrize("name", NAMES)
def test_the_good_twin_is_clean(name: str) -> None:
    report = check_folder(HERE / "good" / name, "default", BY_WORD[name].code)
    shown = [f"{finding.location} {finding.rule.code}" for finding in report.findings]
    assert shown == []
    assert report.files


def test_every_file_is_a_rule_and_every_rule_has_fixtures() -> None:
    files = {path.stem for path in Path(rules.__file__).parent.glob("*.py")} - {"__init__"}
    assert files == {rule.name.replace("-", "_") for rule in RULES}
    assert len(MODULES) == len(RULES)
    assert {path.name for path in (HERE / "bad").iterdir()} == set(NAMES)
    assert {path.name for path in (HERE / "good").iterdir()} == set(NAMES)


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes) == len(set(NAMES))
    families = [code[0] for code in codes]
    assert families == sorted(families, key="YSRAQDNVTX".index)
    for family in set(families):
        own = [code for code in codes if code[0] == family]
        assert own == sorted(own)


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_the_manual_says_what_why_bad_and_good(rule: Rule) -> None:
    assert rule.manual.startswith(f"Stage 2, rule {rule.code}: ")
    what, why, *rest = rule.manual.split("\n\n")
    assert what.endswith(".")
    assert len(why.split()) >= 6
    assert rest[0] == "Bad:"
    assert "Good:" in rest
    bad, good = rest[1], rest[rest.index("Good:") + 1]
    assert bad.startswith("    ")
    assert good.startswith("    ")
    assert bad != good
    assert re.fullmatch(r"[YSRAQDNVTX]\d{3}", rule.code)
    assert rule.severity in ("error", "warning", "info")
    found_elsewhere = rule.loader or rule.on == "versions"
    assert (rule.check is None) == bool(found_elsewhere)
    assert bool(found_elsewhere) == ("\n\nFound " in rule.manual)


def test_every_name_that_the_loader_uses_has_a_rule() -> None:
    folder = Path(rules.__file__).parents[2] / "load"
    text = "".join(
        path.read_text(encoding="utf-8")
        for path in folder.glob("*.py")
        if path.name != "result.py"  # results are not checked
    )
    known = set(BY_LOADER_NAME)
    assert known <= set(re.findall(r'"([a-z-]+)"', text))
    used = set(re.findall(r'hint, "([a-z]+(?:-[a-z]+)*)"', text))
    used |= set(re.findall(r'RULE = "([a-z-]+)"', text))
    used |= set(re.findall(r'self\.(?:add|_stop)\("([a-z-]+)"', text))
    assert used >= {"invalid-value", "alias", "too-deep", "unreadable-file"}
    assert used <= known
