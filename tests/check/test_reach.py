"""What answers can reach, worked by hand on small frameworks."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from check.folders import HERE
from maturity.check.paths import describe_paths
from maturity.check.reach import Reach
from maturity.check.run import Wanted, check_paths
from maturity.load.framework import load_framework

if TYPE_CHECKING:
    from pathlib import Path

FRAMEWORK = (HERE / "good" / "removed-id" / "old" / "framework.yaml").read_text()
SECURITY = (HERE / "good" / "removed-id" / "old" / "security.yaml").read_text()
FACTS = "facts:\n  - {id: remote, ask: Do people work away?, type: yes-no, if_unknown: yes}\n"
CEILING = "critical: [{at_most: 0, cap: 1, because: Lost data stays lost.}]"


def reach(tmp_path: Path, security: str, framework: str = FRAMEWORK) -> Reach:
    (tmp_path / "framework.yaml").write_text(framework)
    (tmp_path / "security.yaml").write_text(security)
    return Reach(load_framework(tmp_path))


def test_a_mean_reaches_the_mean_of_its_highest(tmp_path: Path) -> None:
    lower = SECURITY.replace("      4: Everybody needs a second factor for every system.\n", "")
    found = reach(tmp_path, lower)
    assert found.highest("security", None) == 3  # (4 + 2) / 2
    assert found.lowest("security", None) == 0


def test_facts_can_leave_a_question_out(tmp_path: Path) -> None:
    lower = SECURITY.replace("      4: Everybody needs a second factor for every system.\n", "")
    condition = "  - id: mfa\n    ask_if: {fact: remote, is: yes}\n"
    found = reach(
        tmp_path,
        lower.replace("  - id: mfa\n", condition),
        FRAMEWORK.replace("profiles:", FACTS + "profiles:"),
    )
    assert found.highest("security", None) == 4  # without mfa
    assert {len(asked) for asked in found.asked_sets("security", None)} == {1, 2}


def test_too_many_combinations_of_facts_deny_nothing(tmp_path: Path) -> None:
    names = [f"f{number}" for number in range(9)]  # 512 combinations
    facts = "facts:\n" + "".join(
        f"  - {{id: {n}, ask: Is it so?, type: yes-no, if_unknown: yes}}\n" for n in names
    )
    conditions = ", ".join(f"{{fact: {name}, is: yes}}" for name in names)
    lower = SECURITY.replace("      4: Everybody needs a second factor for every system.\n", "")
    found = reach(
        tmp_path,
        lower.replace("  - id: mfa\n", f"  - id: mfa\n    ask_if: [{conditions}]\n"),
        FRAMEWORK.replace("profiles:", facts + "profiles:"),
    )
    assert found.highest("security", None) == 4  # backups alone
    assert found.askable(found.framework.questions["security.mfa"], None)


def test_weights_of_a_profile_count(tmp_path: Path) -> None:
    lower = SECURITY.replace("      4: Everybody needs a second factor for every system.\n", "")
    weighted = FRAMEWORK.replace(
        "targets: {security: 2}", "targets: {security: 2}, weights: {security.mfa: 3}"
    )
    found = reach(tmp_path, lower, weighted)
    assert found.highest("security", found.profiles[0]) == Fraction(5, 2)  # (4 + 3·2) / 4


def test_a_question_moves_its_dimension_by_its_share_and_its_ceiling(tmp_path: Path) -> None:
    capped = SECURITY.replace("  - id: mfa\n", f"  - id: mfa\n    {CEILING}\n")
    found = reach(tmp_path, capped)
    assert found.alone("security.backups", None) == 2  # 4 → (0 + 4) / 2
    assert found.alone("security.mfa", None) == 3  # 4 → 2, capped at 1


TWO = FRAMEWORK.replace(
    "targets: {security: 2}}",
    "targets: {security: 2}}\n"
    "  - {id: trust, title: Trust, targets: {security: 2}, leave_out: [security.mfa]}\n"
    "  - {id: office, title: Office, targets: {security: 2}, weights: {security.mfa: 3}}",
)


def test_each_profile_has_its_own_ends_and_what_decides_it(tmp_path: Path) -> None:
    lower = SECURITY.replace("      4: Everybody needs a second factor for every system.\n", "")
    reach(tmp_path, lower, TWO)
    # council (4 + 2) / 2 = 3, trust 4, office (4 + 3·2) / 4 = 2.5; without mfa 4/2 = 2, and 4/4 = 1
    assert describe_paths([tmp_path]) == (
        "Example (example 1.0.0), scale 0 to 4\n"
        "\n"
        "Security (security): from 0 to 4\n"
        "  council reaches 3 at the most\n"
        "  office reaches 2.5 at the most\n"
        "  security.backups alone moves it by up to 4 for trust\n"
        "  security.mfa alone moves it by up to 1.5 for office\n"
    )


def test_the_lowest_score_is_that_of_the_profile_that_goes_lowest(tmp_path: Path) -> None:
    upper = SECURITY.replace("      0: Nobody needs a second factor to sign in.\n", "")
    reach(tmp_path, upper, TWO)  # council (0 + 2) / 2 = 1, trust 0, office 3·2 / 4 = 1.5
    assert "\nSecurity (security): from 0 to 4\n" in describe_paths([tmp_path])


def test_a_question_that_moves_two_of_three_profiles_names_both(tmp_path: Path) -> None:
    reach(tmp_path, SECURITY, TWO.replace(", weights: {security.mfa: 3}", ""))
    described = describe_paths([tmp_path])
    assert "security.mfa alone moves it by up to 2 for council, office\n" in described


def test_scores_that_never_end_are_rounded_and_said_to_be(tmp_path: Path) -> None:
    lower = SECURITY.replace("      4: Everybody needs a second factor for every system.\n", "")
    heavy = FRAMEWORK.replace("{security: 2}", "{security: 4}, weights: {security.mfa: 0.4}")
    reach(tmp_path, lower, heavy)  # (4 + 0.4·2) / 1.4 = 24/7
    found = check_paths([tmp_path], Wanted(select=["R213", "R214"])).findings
    assert [one.hint for one in found] == [
        "the highest score is about 3.43",
        "the highest score is about 3.43: maturity check --paths shows why",
    ]


def test_the_description_says_it_in_words(tmp_path: Path) -> None:
    capped = SECURITY.replace("  - id: mfa\n", f"  - id: mfa\n    {CEILING}\n")
    capped = capped.replace("      4: Everybody needs a second factor for every system.\n", "")
    reach(tmp_path, capped)
    assert describe_paths([tmp_path]) == (
        "Example (example 1.0.0), scale 0 to 4\n"
        "\n"
        "Security (security): from 0 to 3\n"
        "  nobody is at level 4 (Leading)\n"
        "  security.backups alone moves it by up to 2\n"
        "  security.mfa alone moves it by up to 2; critical\n"
    )
