"""Stage 2: what changed between two versions of a framework, and what that means for answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from maturity.check.wording import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maturity.model.framework import Framework, FrameworkFile, Group

KINDS = ("ids", "scores", "content", "wording")
"""What a change touches, the gravest first."""
PARTS = {"ids": 0, "scores": 0, "content": 1, "wording": 2}
"""Kind of change → the part of the version that it raises: major, minor, patch."""

_WORDING = words_of(
    """
    ask because checked date description detail expects label language name owner publisher
    summary title url why
    """
)
_CONTENT = words_of("cost dimensions effort_days min_coverage months needs raises sources targets")
_MAY_GROW = words_of("levels options")
"""Where a new entry changes no answer that is there already."""
_WITH_TEXTS = words_of("critical items levels options")
"""Where a word such as 'name' is a text; under `weights` it is somebody's dimension."""
_KEPT_BY_NAME = {"source": "content", "topic": "scores"}
_LISTS = {"roles": "role", "facts": "fact", "profiles": "profile", "lenses": "lens"}
_LISTS["sources"] = "source"
_APART = ("format", "id", "version", "renamed", "retired", *_LISTS)

Entity = tuple[str, str]
"""A kind of thing, and its id."""


@dataclass(frozen=True)
class Change:
    """One thing that is not as it was."""

    kind: str
    text: str
    entity: Entity


def changes(old: Framework, new: Framework) -> list[Change]:
    """Give every change, the gravest first."""
    before, after = _entities(old), _entities(new)
    found = list(_history_changes(old.file, new.file))
    found += [
        Change(_KEPT_BY_NAME.get(entity[0], "ids"), f"{_named(entity)} is gone", entity)
        for entity in before
        if entity not in after
    ]
    for entity, fields in after.items():
        if entity not in before:
            found.append(Change("content", f"{_named(entity)} is new", entity))
        else:
            found += _field_changes(entity, before[entity], fields)
    return sorted(found, key=lambda change: (KINDS.index(change.kind), change.text))


def _history_changes(old: FrameworkFile, new: FrameworkFile) -> Iterator[Change]:
    """Give what leaves old answers without a home: another id, and old names no longer known."""
    framework = ("framework", "")
    if old.id != new.id:
        text = f"the framework's id '{old.id}' is now '{new.id}'"
        yield Change("ids", text, framework)
    for name, now in old.renamed.items():
        if new.renamed.get(name) != now:
            text = (
                f"renamed: {name} {_shown(list(now))} → {_shown(list(new.renamed.get(name, ())))}"
            )
            yield Change("ids", text, framework)
    for name in old.retired:
        if name not in new.retired:
            yield Change("ids", f"retired: {name} is no longer listed", framework)


def _named(entity: Entity) -> str:
    kind, name = entity
    return f"the {kind} '{name}'" if name else f"the {kind}"


def _entities(framework: Framework) -> dict[Entity, Mapping[str, Any]]:
    file = framework.file.model_dump(mode="json", by_alias=True)
    found: dict[Entity, Mapping[str, Any]] = {
        ("framework", ""): {key: file[key] for key in file if key not in _APART}
    }
    for field, kind in _LISTS.items():
        found.update({(kind, thing["id"]): thing for thing in file[field]})
    for group in framework.questionnaires:
        _add_group(group, "dimension", "", found)
        for action in group.actions:
            found["action", action.id] = action.model_dump(mode="json", by_alias=True)
    return found


def _add_group(
    group: Group, kind: str, parent: str, found: dict[Entity, Mapping[str, Any]]
) -> None:
    own = group.model_dump(
        mode="json", by_alias=True, exclude={"questions", "topics", "actions", "format"}
    )
    found[kind, group.id] = {**own, "group": parent}
    for question in group.questions:
        fields = question.model_dump(mode="json", by_alias=True)
        found["question", question.id] = {**fields, "group": group.id}
    for topic in group.topics:
        _add_group(topic, "topic", group.id, found)


def _field_changes(
    entity: Entity, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[Change]:
    before, after = dict(_leaves(old, ())), dict(_leaves(new, ()))
    for path in sorted({*before, *after}):
        was, now = before.get(path), after.get(path)
        if was != now:
            both = path in before and path in after
            field = ".".join(path)
            text = f"{_named(entity)}: {field}" if entity[1] else field
            is_new = entity[0] != "framework" and not any(one[:2] == path[:2] for one in before)
            kind = _kind(path, both=both, is_new=is_new)
            shown = f" {_shown(was)} → {_shown(now)}" if kind != "wording" else ""
            yield Change(kind, text + shown, entity)


def _leaves(data: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], object]]:
    """Give every value with its path; things in lists are known by their id or their place.

    The levels of the scale are known by their number; rules may share one, and their order counts.
    """
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, (*path, str(key)))
    elif isinstance(data, list) and data and all(isinstance(entry, dict) for entry in data):
        for index, entry in enumerate(data):
            name = entry.get("level" if path == ("levels",) else "id", index)
            yield from _leaves(entry, (*path, str(name)))
    elif data is not None and data != []:
        yield path, data


def _kind(path: tuple[str, ...], *, both: bool, is_new: bool) -> str:
    """Say what a change touches."""
    if path[0] in _WORDING or (path[0] in _WITH_TEXTS and path[-1] in _WORDING):
        return "wording"
    if path[0] == "levels" and len(path) == 2 and both:
        return "wording"
    if path[0] in _MAY_GROW and is_new:
        return "content"
    return "content" if path[0] in _CONTENT else "scores"


def _shown(value: object) -> str:
    if value is None or value == []:
        return "nothing"
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


def needed_version(old: str, found: list[Change]) -> str:
    """Give the least version that the changes ask for: 2.0.0 after 1.4.2 where a score moved."""
    if not found:
        return old
    part = min(PARTS[change.kind] for change in found)
    numbers = _numbers(old)
    return ".".join(str(n) for n in [*numbers[:part], numbers[part] + 1, *[0] * (2 - part)])


def is_enough(new: str, old: str, found: list[Change]) -> bool:
    """Say whether a version was raised far enough, and never lowered."""
    return _numbers(new) >= _numbers(needed_version(old, found))


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]
