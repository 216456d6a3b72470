"""Stage 1: read the YAML of strangers into data and places, in one bounded pass over its events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from maturity.load import yaml_syntax
from maturity.load.positions import Document, Node
from maturity.load.refusals import Refusals, Stop
from maturity.load.scalars import NOT_TEXT_FIRST, PlainKeys, ScalarValues, resolve
from maturity.load.second_entries import NoKey, begins_second, take_apart
from maturity.load.slips import CONFLICT, conflict_in
from maturity.load.source import Source, decode, read_bytes_of, too_large

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["Document", "Limits", "Node", "Source", "read_bytes", "read_file"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a file may hold: far more than a questionnaire of 45 KB needs."""

    max_bytes: int = 2_000_000
    max_depth: int = 32
    """How many lists and mappings may stand in each other."""
    max_values: int = 200_000
    """How many values there may be, lists and mappings included."""
    max_problems: int = 100
    """After so many the rest of the file is not read."""


_LIMITS = Limits()


def read_file(path: Path, limits: Limits = _LIMITS) -> Document:
    """Read a YAML file; what is wrong with its content is in the document's problems.

    Raises:
        MaturityError: The file is missing, unreadable, not a regular file, or too large.
    """
    return read_bytes(read_bytes_of(path, limits.max_bytes), str(path), limits)


def read_bytes(data: bytes, path: str, limits: Limits = _LIMITS) -> Document:
    """Read YAML from bytes; `path` is what its places name. Raises nothing, whatever they hold."""
    if len(data) > limits.max_bytes:
        return Document(Source(path, ""), None, None, (too_large(path, limits.max_bytes),))
    source, problem = decode(data, path)
    if problem is None and CONFLICT in source.text:
        problem = conflict_in(source, whole=True)  # some of them can be read as YAML
    if problem is not None:
        return Document(source, None, None, (problem,))
    return _Reading(source, limits).document()


_AWAITED: Any = NoKey()
_IN_LIST: Any = NoKey()


class _Reading:
    """One file being read."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.source = source
        self.limits = limits
        self.refusals = Refusals(source, limits.max_problems)
        # Taken out at the end only, so that a key that is used twice is seen among them too.
        self.dropped: list[tuple[dict[Any, object], dict[Any, Node], object]] = []
        self.run_on: dict[int, tuple[dict[Any, object], dict[Any, Node]]] = {}

    def document(self) -> Document:
        source, problems = self.source, self.refusals.problems
        data: list[object] = []
        nodes: list[Node] = []
        parser = None
        try:
            parser = yaml_syntax.PARSER(source.text)
            self._read_events(parser.get_event, data, nodes)
            if not nodes or (data[0] is None and nodes[0].start == nodes[0].end):
                self.refusals.empty()
        except Stop:
            nodes.clear()
        except yaml_syntax.PARSER_ERRORS as error:
            nodes.clear()
            problems.append(yaml_syntax.explain(source, error))
        finally:
            if parser is not None:
                parser.dispose()
        if self.run_on and nodes:
            take_apart(self.run_on, data[0], nodes[0], source.text)
        for mapping, places, key in self.dropped:
            mapping.pop(key, None)
            places.pop(key, None)
        if not nodes:
            return Document(source, None, None, tuple(problems))
        return Document(source, data[0], nodes[0], tuple(problems))

    # Long, full of branches and local names: it sees each event of each file, and a call for
    # each would cost as much again. Whatever is rare has a method of its own.
    def _read_events(  # noqa: C901 - see above
        self,
        next_event: Callable[[], Any],
        data: Any,  # a list or a dict, as `key` tells, and `nodes` with it
        nodes: Any,
    ) -> None:
        scalar = yaml.ScalarEvent
        mapping, mapping_end = yaml.MappingStartEvent, yaml.MappingEndEvent
        sequence, sequence_end = yaml.SequenceStartEvent, yaml.SequenceEndEvent
        awaited, in_list, refusals = _AWAITED, _IN_LIST, self.refusals
        values_left, max_depth = self.limits.max_values, self.limits.max_depth
        characters = self.source.text + " "  # an empty value may stand after the last one
        keys, scalars = PlainKeys(), ScalarValues()
        stack: list[tuple[Any, Any, Any, Node]] = []
        key = in_list  # the key that the next value stands under, or one of the two marks
        after = first = key
        key_start = key_end = end = documents = 0
        value: Any
        children: Any
        for event in iter(next_event, None):
            kind = event.__class__
            if kind is scalar:
                start = event.start_mark.index
                value = event.value
                if key is awaited:
                    key_start, key_end = start, event.end_mark.index
                    key = keys[value]
                    if key is None or event.style or key in data or characters[start] in "&!":
                        key = self._unusual_key(event, data, nodes)
                    continue
                end = event.end_mark.index
                children = None
                if not event.style:
                    if value[:1] in NOT_TEXT_FIRST:
                        value = scalars[value]
                elif event.style in "|>":  # its end is the beginning of a later line
                    end = start + len(characters[start:end].rstrip())
                if characters[start] in "&!":
                    refusals.properties(event)
                    if event.tag is not None:
                        value = event.value
            elif kind is mapping_end or kind is sequence_end:
                data, nodes, key, node = stack.pop()
                if characters[node.start] in "[{":
                    end = event.end_mark.index
                node.end = end  # without brackets it ends where its last value does
                continue
            elif kind is mapping or kind is sequence:
                start = end = event.start_mark.index
                if len(stack) == max_depth:
                    refusals.too_deep(max_depth, start)
                if characters[start] in "&!":
                    refusals.properties(event)
                after = in_list if key is in_list else awaited
                if key is awaited:  # a collection as a key; its value comes after it
                    refusals.bad_key("a list or a mapping", start, start + 1)
                    key_start, key_end = start, start + 1
                    key = after = self._dropped_key(data, nodes)
                if kind is mapping:
                    value, children, first = {}, {}, awaited
                else:
                    value, children, first = [], [], in_list
            elif kind is yaml.AliasEvent:
                start, end = event.start_mark.index, event.end_mark.index
                refusals.alias(start, end)
                if key is awaited:
                    key_start, key_end = start, end
                    key = self._dropped_key(data, nodes)
                    continue
                value = children = None
            else:
                documents += kind is yaml.DocumentStartEvent
                if documents > 1:
                    refusals.second_document(event.start_mark.index, event.end_mark.index)
                    return
                continue
            values_left -= 1
            if values_left < 0:
                refusals.too_many_values(self.limits.max_values, start)
            if key is in_list:
                node = Node(start, end, -1, -1, children)
                data.append(value)
                nodes.append(node)
            else:
                nodes[key] = node = Node(start, end, key_start, key_end, children)
                data[key] = value
                key = awaited
            if children is not None:
                stack.append((data, nodes, after, node))
                data, nodes, key = value, children, first

    def _unusual_key(self, event: Any, data: dict[Any, object], nodes: dict[Any, Node]) -> Any:
        """Take a key that is quoted, the author's own, not the first of its name, or no key."""
        start, end = event.start_mark.index, event.end_mark.index
        name: str = event.value
        is_plain = not event.style and event.tag is None
        key = resolve(name) if is_plain else name
        self.refusals.properties(event)
        if is_plain and name == "<<":
            self.refusals.merge_key(start, end)
        elif key is None or isinstance(key, bool):
            self.refusals.bad_key(f"'{name}'" if name else "nothing", start, end)
        elif key in data:
            self._key_again(key, data, nodes, start, end)
        else:
            if name.startswith("x-"):
                self.dropped.append((data, nodes, key))
            return key
        return self._dropped_key(data, nodes)

    def _key_again(
        self, key: Any, data: dict[Any, object], nodes: dict[Any, Node], start: int, end: int
    ) -> None:
        """Refuse a key that is there already, or say that with it a second entry begins."""
        if begins_second(key, nodes, self.source.text):
            self.refusals.second_entry(start, end)
            self.run_on[id(data)] = data, nodes
        elif id(data) not in self.run_on:
            self.refusals.duplicate_key(nodes[key].key_start, start, end)

    def _dropped_key(self, data: dict[Any, object], nodes: dict[Any, Node]) -> NoKey:
        key = NoKey()
        self.dropped.append((data, nodes, key))
        return key
