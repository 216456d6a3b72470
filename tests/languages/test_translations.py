"""Translations of a framework: other texts, the same numbers; what is wrong has its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from languages import pseudo
from load.small import write

from maturity.check.run import Wanted, check_paths
from maturity.errors import MaturityError
from maturity.evaluate import evaluate
from maturity.load.assessment import load_assessment
from maturity.load.framework import load_framework
from maturity.load.translate import own_texts
from maturity.load.translation import find_translated, missing_texts
from maturity.model.framework import Framework
from maturity.new.language_text import translation_text
from maturity.schema import schema_of

GOOD = """\
format: translation/1
framework: {id: small, version: 2.1.0}
language: cy
title: Bach
levels:
  0: {name: Dim}
roles: {specialist: Arbenigwr}
facts:
  nation: {ask: Pa genedl?, options: {wales: Cymru}}
profiles: {council: {title: Cyngor}}
dimensions: {security: {title: Diogelwch}}
topics: {data.held: {title: Cadw}}
questions:
  security.mfa:
    ask: Pa mor eang?
    levels: {4: I bawb}
    critical: [Un cyfrinair, Rhai cyfrineiriau]
  security.backups: {unit: y cant}
  security.patching: {items: {servers: Gweinyddion}}
  data.open: {options: {none: Dim}}
actions:
  enforce-mfa: {title: Gorfodi}
"""
GIVEN = 16
"""How many texts it holds."""

# fmt: off
CASES = [
    ("a question that is not there", "security.backups: {unit", "§security.backup: {unit",
     "'security.backup' is no question of the original", "did you mean 'security.backups'?"),
    ("a level that is not there", "levels: {4: I", "levels: {§3: I",
     "'3' is no level of the original", "the choices are: 0, 1, 2, 4"),
    ("an option that is not there", "options: {none: Dim", "options: {§non: Dim",
     "'non' is no option of the original", "did you mean 'none'?"),
    ("a role that is not there", "{specialist: Arb", "{§special: Arb",
     "'special' is no role of the original", "did you mean 'specialist'?"),
    ("an action that is not there", "  enforce-mfa: {t", "  §enforce: {t",
     "'enforce' is no action of the original", "did you mean 'enforce-mfa'?"),
    ("a reason too many", "Rhai cyfrineiriau]", "Rhai cyfrineiriau, §Dim]",
     "the original has 2 here, this is one more",
     "give as many as there are, in the same order"),
    ("items of a question of levels", "    levels: {4", "    §items: {servers: x}\n    levels: {4",
     "the original has no 'items' here", "it has: ask, levels, critical"),
    ("a text that the original lacks", "ask: Pa mor", "§why: Achos\n    ask: Pa mor",
     "the original has no 'why' here", "it has: ask, levels, critical"),
    ("a summary of a framework without one", "title: Bach", "§summary: x\ntitle: Bach",
     "the original has no 'summary' here", "it has: title, levels, roles, facts, profiles, lenses, "
     "dimensions, questions, actions, topics"),
    ("another framework", "id: small", "id: §other",
     "this translates 'other', the framework is 'small'",
     "put it into the folder translations of its own framework"),
    ("the framework's own language", "language: cy", "language: §en",
     "the file is named cy.yaml and its language is 'en'", "make the two the same"),
    ("a number as a text", "title: Bach", "title: §7", "a text is needed here; found 7",
     "put it in quotes if it is meant as text"),
    ("a key that is none", "    ask: Pa", "    §aks: Pa", "'aks' is no key here",
     "did you mean 'ask'?"),
]
# fmt: on


def place(folder: Path, text: str = GOOD, name: str = "cy") -> Path:
    write(folder, {f"framework/translations/{name}.yaml": text})
    return folder / "framework"


def test_texts_are_said_again_and_the_rest_stays(tmp_path: Path) -> None:
    path = place(tmp_path)
    translated, notes = find_translated(str(path), "cy")
    file = translated.file
    assert (file.language, file.title, file.version) == ("cy", "Bach", "2.1.0")
    assert [level.name for level in file.levels][:2] == ["Dim", "Some"]
    assert [option.label for option in file.facts[2].options] == ["England", "Cymru"]
    mfa = translated.questions["security.mfa"]
    assert mfa.ask == "Pa mor eang?"
    assert [entry.because for entry in mfa.critical] == ["Un cyfrinair", "Rhai cyfrineiriau"]
    assert translated.questionnaires[1].topics[0].title == "Cadw"
    assert translated.actions["list-accounts"].title == "List the accounts"
    left = len(own_texts(load_framework(path))) - GIVEN
    assert notes == [f"{left} texts of the framework are not in cy yet and stand in en-GB"]


def test_the_digest_is_that_of_the_original(tmp_path: Path) -> None:
    path = place(tmp_path)
    original = load_framework(path)
    assert find_translated(str(path), "cy")[0].digest == original.digest
    assert Framework(original.file, original.questionnaires[:1]).digest != original.digest


@pytest.mark.parametrize("language", ["en", "en-GB", None])
def test_the_framework_s_own_language_needs_no_translation(
    tmp_path: Path, language: str | None
) -> None:
    found, notes = find_translated(str(place(tmp_path)), language)
    assert (found.file.title, notes) == ("Small", [])


def test_a_country_s_kind_of_a_language_takes_the_language_s_file(tmp_path: Path) -> None:
    assert find_translated(str(place(tmp_path)), "cy-GB")[0].file.title == "Bach"


def test_without_a_translation_the_original_stands_and_that_is_noted(tmp_path: Path) -> None:
    found, notes = find_translated(str(place(tmp_path)), "fr")
    assert found.file.title == "Small"
    assert notes == ["the framework has no translation into fr; its texts are in en-GB"]


def test_a_translation_of_another_version_is_used_and_noted(tmp_path: Path) -> None:
    path = place(tmp_path, GOOD.replace("2.1.0", "2.0.0"))
    found, notes = find_translated(str(path), "cy")
    assert found.file.title == "Bach"
    assert notes[0] == "the translation is of version 2.0.0 of the framework; this is 2.1.0"


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"), [pytest.param(*case[1:], id=case[0]) for case in CASES]
)
def test_what_is_wrong_is_said_at_its_place(
    tmp_path: Path, old: str, new: str, message: str, hint: str
) -> None:
    assert GOOD.count(old) == 1
    text = GOOD.replace(old, new)
    path = place(tmp_path, text)
    with pytest.raises(MaturityError) as error:
        find_translated(str(path), "cy")
    problem = error.value.problems[0]
    assert (problem.message, problem.hint) == (message, hint)
    (marked,) = [
        (number, line.index("§") + 1)
        for number, line in enumerate(text.splitlines(), 1)
        if "§" in line
    ]
    assert problem.location is not None
    assert (problem.location.line, problem.location.column) == marked
    found = check_paths([path / "translations"], Wanted(select=["R", "T"]))
    assert message in [finding.message for finding in found.findings]


def test_thousands_of_unknown_texts_are_counted_and_not_all_named(tmp_path: Path) -> None:
    """A hundred are named; looking for each among all texts would take minutes."""
    many = "".join(f"  nobody-{number}: Neb\n" for number in range(20_000))
    text = GOOD.replace("roles: {specialist: Arbenigwr}\n", f"roles:\n{many}")
    with pytest.raises(MaturityError) as error:
        find_translated(str(place(tmp_path, text)), "cy")
    messages = [problem.message for problem in error.value.problems]
    assert sum("is no role of the original" in message for message in messages) == 100
    assert messages.count("19900 more texts are not in the framework") == 1


def test_check_counts_what_is_missing_and_notes_another_version(tmp_path: Path) -> None:
    path = place(tmp_path, GOOD.replace("2.1.0", "2.0.0"))
    found = check_paths([path / "translations"], Wanted(select=["T"])).findings
    left = len(own_texts(load_framework(path))) - GIVEN
    assert [(one.rule.name, one.rule.severity, one.message) for one in found] == [
        (
            "outdated-translation",
            "warning",
            "this is a translation of version 2.0.0, the framework is 2.1.0",
        ),
        (
            "missing-translation",
            "info",
            f"{left} texts have no translation: levels 1 name, levels 2 name, levels 3 name "
            f"and {left - 3} more",
        ),
    ]


def test_check_says_where_it_cannot_look_ids_up(tmp_path: Path) -> None:
    (tmp_path / "cy.yaml").write_text(GOOD, encoding="utf-8")
    report = check_paths([tmp_path / "cy.yaml"], Wanted())
    assert report.findings == []
    (note,) = report.notes
    assert note.endswith("there is no framework above it in which its ids could be looked up")
    place(tmp_path)
    write(tmp_path, {"framework/framework.yaml": "format: framework/1\nid: broken\n"})
    notes = check_paths([tmp_path / "framework" / "translations"], Wanted()).notes
    assert notes[0].endswith("its ids are looked up once its framework has no errors")


def test_a_whole_translation_misses_nothing(tmp_path: Path) -> None:
    path = place(tmp_path)
    pseudo_path = path / "translations" / "qps.yaml"
    original = load_framework(path)
    pseudo_path.write_text(pseudo.translation_text(original), encoding="utf-8")
    translated, notes = find_translated(str(path), "qps")
    assert notes == []
    own, said = own_texts(original), own_texts(translated)
    assert {place: pseudo.pseudo(text) for place, text in own.items()} == said
    assert len(own) > 40


def test_a_new_translation_is_sound_and_wholly_to_do(tmp_path: Path) -> None:
    path = place(tmp_path)
    original = load_framework(path)
    texts = own_texts(original)
    new = translation_text(original.file, "cy", texts)
    (path / "translations" / "cy.yaml").write_text(new, encoding="utf-8")
    translated, notes = find_translated(str(path), "cy")
    assert own_texts(translated) == texts
    assert notes == [f"{len(texts)} texts of the framework are not in cy yet and stand in en-GB"]
    assert "# How widely is multi-factor authentication enforced?\n    ask:\n" in new


ANSWERS = """\
format: answers/1
framework: {path: framework}
organisation: {name: Cyngor, profile: council}
respondent: {id: r-1, role: specialist}
date: 2026-11-22
answers: {security.mfa: 1, security.backups: 50, data.listed: yes, data.open: all}
"""
_SCORES = {"id", "exact", "score", "low", "high", "digest", "answers_digest", "question", "cap"}


def numbers(part: Any) -> Any:
    """A Result without its texts."""
    if isinstance(part, dict):
        return {k: numbers(v) for k, v in part.items() if k in _SCORES or not isinstance(v, str)}
    if isinstance(part, list):
        return [numbers(one) for one in part if not isinstance(one, str)]
    return part


def test_scores_ids_and_digests_do_not_change(tmp_path: Path) -> None:
    path = place(tmp_path)
    original = load_framework(path)
    pseudo_path = path / "translations" / "qps.yaml"
    pseudo_path.write_text(pseudo.translation_text(original), encoding="utf-8")
    (tmp_path / "answers.yaml").write_text(ANSWERS, encoding="utf-8")
    results = [
        json.loads(
            evaluate(load_assessment([tmp_path / "answers.yaml"], language=code)).model_dump_json()
        )
        for code in (None, "qps")
    ]
    english, translated = results
    assert numbers(english) == numbers(translated)
    assert english["framework"]["language"] == "en-GB"
    assert translated["framework"]["language"] == "qps"
    assert english["dimensions"][0]["title"] != translated["dimensions"][0]["title"]


def test_nothing_is_missing_where_nothing_is_to_say(tmp_path: Path) -> None:
    path = place(tmp_path)
    original = load_framework(path)
    from maturity.model.translation import Translation

    empty = Translation.model_validate(
        {
            "format": "translation/1",
            "framework": {"id": "small", "version": "2.1.0"},
            "language": "cy",
        }
    )
    assert missing_texts(original, empty) == list(own_texts(original))


def test_editors_know_the_keys() -> None:
    schema = schema_of("translation")
    question = schema["definitions"]["QuestionWords"]["properties"]
    assert set(question) >= {"ask", "why", "levels", "options", "items", "critical", "expects"}
    assert schema["required"] == ["format", "framework", "language"]
