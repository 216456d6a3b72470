"""Made-up files: one value changes and not a byte of another line, or nothing does."""

from __future__ import annotations

import copy
import os
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import yaml
from store.hand_written import TRICKY, WORDS, HandWritten, Path, hand_written

from maturity.errors import MaturityError
from maturity.load import yaml_syntax
from maturity.load.yaml_reader import read_bytes
from maturity.store.edits import Delete, Edit, Put, Rename, changed
from maturity.store.whole_tree import read_tree, same

FILES = 5_000 if os.environ.get("MATURITY_LONG_TESTS") == "1" else 300
OWN = "x-"


@dataclass
class Case:
    """A file, an edit of it, and the data that must come out."""

    file: HandWritten
    edit: Edit
    data: dict[str, Any]


def paths_in(data: dict[str, Any], path: Path = ()) -> list[Path]:
    found = []
    for key, value in data.items():
        if not key.startswith(OWN):
            found.append((*path, key))
            if isinstance(value, dict):
                found += paths_in(value, (*path, key))
    return found


def at(data: Any, path: Path) -> Any:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def merged(old: Any, new: Any) -> Any:
    if not isinstance(new, dict):
        return new
    old = old if isinstance(old, dict) else {}
    kept = {key: value for key, value in old.items() if key.startswith(OWN)}
    return {**kept, **{key: merged(old.get(key), value) for key, value in new.items()}}


def a_value(chance: random.Random) -> Any:
    kind = chance.randrange(10)
    if kind < 4:
        return chance.choice(TRICKY)
    if kind < 6:
        return chance.choice([None, 0, -3, 10**17, *WORDS])
    if kind == 6:
        return [chance.choice([*TRICKY, 1, None]) for _ in range(chance.randrange(4))]
    if kind == 7:
        return [{"title": chance.choice(TRICKY), "ref": chance.choice(WORDS)} for _ in range(2)]
    record = {"answer": chance.choice([2, "unknown", ["a"]]), "note": chance.choice(TRICKY)}
    return record if kind == 8 else {**record, "evidence": [chance.choice(TRICKY)]}


def make_case(seed: int) -> Case:
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    file = hand_written(seed)
    data = copy.deepcopy(file.data)
    paths = paths_in(data)
    known = chance.choice(paths)
    kind = chance.randrange(10)
    if kind < 5:
        return put(file, data, known, a_value(chance))
    if kind < 8:
        above = chance.choice([(), *(p for p in paths if isinstance(at(data, p), dict | None))])
        names = chance.sample(["new.q-1", "no", "2", "a b", "ü", "k: l"], chance.choice([1, 1, 2]))
        return put(file, data, (*above, *names), a_value(chance))
    if kind == 8:
        del at(data, known[:-1])[known[-1]]
        return Case(file, Delete(known), data)
    above = at(data, known[:-1])
    items = [("re.named" if key == known[-1] else key, value) for key, value in above.items()]
    above.clear()
    above.update(items)
    return Case(file, Rename(known, "re.named"), data)


def put(file: HandWritten, data: dict[str, Any], path: Path, value: Any) -> Case:
    edit, place = Put(path, value), data
    for key in path[:-1]:
        if place.get(key) is None:
            place[key] = {}
        place = place[key]
    place[path[-1]] = merged(place.get(path[-1]), value)
    return Case(file, edit, data)


def may_change(case: Case) -> tuple[int, int]:
    """The lines, from and to before, that the edit may rewrite; two equal ones for none."""
    file, path = case.file, case.edit.path
    while path and path not in file.spans and path not in file.inside:
        path = path[:-1]  # a new key: what it is added to
    if path in file.inside:
        return file.spans[file.inside[path]]
    if not path:
        return 0, 0
    is_new = path != case.edit.path
    is_last = isinstance(case.edit, Delete) and len(at(file.data, path[:-1]) or [1, 2]) == 1
    if is_last and path[:-1] in file.spans:
        return file.spans[path[:-1]]
    first, last = file.spans[path]
    lines = "".join(file.text.split(file.breaks)[first:last])
    is_braces = re.match(r"[^#]*?:\s*\{", lines) is not None
    if is_new and at(file.data, path) and not is_braces:
        return 0, 0
    return first, last


def check(case: Case, result: bytes) -> None:
    file = case.file
    document = read_bytes(result, "f.yaml")
    assert document.problems == ()
    new = result.removeprefix(file.mark).decode()
    assert result.startswith(file.mark)
    assert same(read_tree(new).data, case.data), (document.data, case.data)
    old_lines, new_lines = file.text.split(file.breaks), new.split(file.breaks)
    first, last = may_change(case)
    before, after = old_lines[:first], old_lines[last:]
    if first == last:  # lines were added in one place, and none was changed
        pairs = zip(old_lines, new_lines, strict=False)
        common = next((n for n, (old, new) in enumerate(pairs) if old != new), len(old_lines))
        before, after = old_lines[:common], old_lines[common:]
    assert new_lines[: len(before)] == before
    if not after:  # at the end of the file, a line break may be added
        return
    assert new_lines[len(new_lines) - len(after) :] == after
    assert len(new_lines) >= len(before) + len(after)


def check_comments(case: Case, result: bytes) -> None:
    found = re.findall(r"# c\d+\.", result.decode())
    for comment in case.file.comments:
        assert comment[: comment.index(".") + 1] in found, comment
    assert len(found) == len(case.file.comments)


def refusal_of(case: Case) -> str | None:
    """Run a case; give why it was refused, without names."""
    content = case.file.content
    try:
        result = changed(content, [case.edit], "f.yaml")
    except MaturityError as error:
        return re.sub(r"'.*?'", "…", error.problems[0].message)
    check(case, result)
    check_comments(case, result)
    return None


def is_refusable(case: Case) -> bool:
    """Whether a case is of a kind that may be refused."""
    file, path = case.file, case.edit.path
    ends_open = not file.text.endswith(file.breaks)
    own = OWN in repr(at(file.data, path))
    # Comments within braces have nowhere else to go.
    in_braces = any(one[: len(path)] == path[: len(one)] for one in file.inside)
    return ends_open or own or in_braces


@pytest.mark.parametrize("start", range(0, FILES, 100))
def test_only_the_changed_value_changes(start: int) -> None:
    refused: Counter[str] = Counter()
    for seed in range(start, start + 100):
        case = make_case(seed)
        try:
            reason = refusal_of(case)
        except AssertionError as error:
            raise AssertionError(f"seed {seed}: {case.edit}\n{case.file.text}\n{error}") from error
        if reason is not None:
            assert is_refusable(case), f"seed {seed}: {reason}: {case.edit}\n{case.file.text}"
            refused["own" if "would be lost" in reason else reason] += 1
    assert refused.total() - refused["own"] <= 3, refused


@pytest.fixture
def other_parser(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """A switch to PyYAML's own parser; what it read is forgotten at the end."""

    def switch() -> None:
        monkeypatch.setattr(yaml_syntax, "PARSER", yaml.SafeLoader)
        read_tree.cache_clear()

    yield switch
    read_tree.cache_clear()


def test_the_other_parser_agrees(other_parser: Callable[[], None]) -> None:
    # PyYAML's own parser takes no tab before a comment, where libyaml does.
    seeds = [seed for seed in range(300) if "\t" not in make_case(seed).file.text]
    by_libyaml = {seed: refusal_of(make_case(seed)) for seed in seeds}
    other_parser()
    assert len([reason for reason in by_libyaml.values() if reason is not None]) >= 5
    assert {seed: refusal_of(make_case(seed)) for seed in seeds} == by_libyaml
