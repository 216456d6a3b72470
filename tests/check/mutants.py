"""Seeded defects: each mutator harms one line of a good file and knows which line to blame."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Mutant:
    text: str
    lines: frozenset[int]
    """The lines on which a finding is right."""


Mutator = Callable[[list[str], random.Random], Mutant | None]


def _made(lines: list[str], *blamed: int) -> Mutant:
    return Mutant("\n".join(lines), frozenset(index + 1 for index in blamed))


def _pick(lines: list[str], pattern: str, rng: random.Random) -> int | None:
    found = [n for n, line in enumerate(lines) if re.search(pattern, line)]
    return rng.choice(found) if found else None


def replaced(pattern: str, by: str) -> Mutator:
    """Make a mutator that rewrites one line; the line itself is to blame."""

    def mutate(lines: list[str], rng: random.Random) -> Mutant | None:
        at = _pick(lines, pattern, rng)
        if at is None:
            return None
        changed = re.sub(pattern, by, lines[at], count=1)
        return _made([*lines[:at], changed, *lines[at + 1 :]], at)

    return mutate


def doubled(pattern: str) -> Mutator:
    """Make a mutator that writes a line twice; the second one is to blame."""

    def mutate(lines: list[str], rng: random.Random) -> Mutant | None:
        at = _pick(lines, pattern, rng)
        return None if at is None else _made([*lines[: at + 1], *lines[at:]], at + 1)

    return mutate


def deleted(pattern: str) -> Mutator:
    """Make a mutator that deletes a field; the first line of its owner is to blame."""

    def mutate(lines: list[str], rng: random.Random) -> Mutant | None:
        at = _pick(lines, pattern, rng)
        if at is None:
            return None
        indent = len(lines[at]) - len(lines[at].lstrip())
        owner = next(
            (n for n in range(at, -1, -1) if lines[n].startswith(" " * (indent - 2) + "- ")), 0
        )
        end = at + 1
        while end < len(lines) and lines[end][: indent + 1].isspace():
            end += 1
        return _made([*lines[:at], *lines[end:]], owner)

    return mutate


def line_gone(pattern: str) -> Mutator:
    """Make a mutator that deletes a line of the top; the line that takes its place is to blame."""

    def mutate(lines: list[str], rng: random.Random) -> Mutant | None:
        at = _pick(lines, pattern, rng)
        return None if at is None else _made([*lines[:at], *lines[at + 1 :]], at)

    return mutate


def misnumbered(lines: list[str], rng: random.Random) -> Mutant | None:
    """Give a question the id of another one above it."""
    ids = [n for n, line in enumerate(lines) if re.match(r"  - id: \S+$", line)]
    asked = [n for n in ids if n + 1 < len(lines) and lines[n + 1].startswith("    ask:")]
    if len(asked) < 2:
        return None
    second = rng.randrange(1, len(asked))
    changed = list(lines)
    changed[asked[second]] = lines[asked[second - 1]]
    return _made(changed, asked[second])


def undashed(lines: list[str], rng: random.Random) -> Mutant | None:
    """Leave out the dash before a second or later question."""
    ids = [n for n, line in enumerate(lines) if re.match(r"  - id: \S+$", line)]
    later = [n for n in ids[1:] if n + 1 < len(lines) and lines[n + 1].startswith("    ask:")]
    if not later:
        return None
    at = rng.choice(later)
    return _made([*lines[:at], lines[at].replace("-", " ", 1), *lines[at + 1 :]], at)


def circled(lines: list[str], rng: random.Random) -> Mutant | None:
    """Let two neighbouring actions need each other."""
    starts = [
        n
        for n, line in enumerate(lines)
        if re.match(r"  - id: \S+$", line) and n + 1 < len(lines) and "title:" in lines[n + 1]
    ]
    free = [
        (a, b)
        for a, b in pairwise(starts)
        if not any("needs:" in line for line in lines[a : b + 12])
    ]
    if not free:
        return None
    a, b = rng.choice(free)
    first, second = lines[a].split()[-1], lines[b].split()[-1]
    changed = [
        *lines[: a + 1],
        f"    needs: [{second}]",
        *lines[a + 1 : b + 1],
        f"    needs: [{first}]",
        *lines[b + 1 :],
    ]
    return _made(changed, a + 1, b + 2)


QUESTIONNAIRE: dict[str, Mutator] = {
    "unknown key": replaced(r"^    (ask|why|type|levels|raises|effort_days):", r"    x\1y:"),
    "misspelt key": replaced(r"^    expects:", "    expcets:"),
    "wrong type": replaced(r"^    (effort_days|months|weight): (\d+)$", r'    \1: "\2"'),
    "a list for a text": replaced(r"^    title: (.+)$", r"    title: [\1]"),
    "negative number": replaced(r"^    (effort_days|months|weight): (\d+)$", r"    \1: -\2"),
    "bad enum": replaced(r"^    type: level$", "    type: levle"),
    "duplicate key": doubled(r"^    (type|weight|effort_days|months|owner): "),
    "deleted type": deleted(r"^    type: "),
    "deleted ask": deleted(r"^    ask: "),
    "deleted raises": deleted(r"^    raises: "),
    "deleted effort": deleted(r"^    effort_days: "),
    "emptied field": replaced(r"^    (ask|title|type|effort_days): [^>|].*$", r"    \1:"),
    "quote left open": replaced(r"^    (ask|title): ([A-Z].+)$", r'    \1: "\2'),
    "no as a statement": replaced(r"^      (\d): [A-Z].+$", r"      \1: No"),
    "no as evidence": replaced(r"^      - [A-Z].+$", "      - No"),
    "a date as evidence": replaced(r"^      - [A-Z].+$", "      - 2024-01-02"),
    "broken source": replaced(r"^    sources: \[", "    sources: [nowhere-"),
    "broken role": replaced(r"^    answered_by: \[", "    answered_by: [nobody-"),
    "broken lens": replaced(r"^    lenses: \[", "    lenses: [no-"),
    "broken raise": replaced(r"^    raises: \{", "    raises: {no-"),
    "broken need": replaced(r"^    needs: \[", "    needs: [no-"),
    "duplicate id": misnumbered,
    "cycle": circled,
    "level off the scale": replaced(r"^      4: ", "      9: "),
    "raise off the scale": replaced(r"^    raises: \{([a-z.-]+): \d", r"    raises: {\1: 9"),
    "anchor": replaced(r"^    title: ", "    title: &a "),
    "tag": replaced(r"^    title: ", "    title: !!str "),
    "merge key": replaced(r"^    type: level$", "    <<: level"),
    "tab": replaced(r"^    type: ", "\ttype: "),
    "no colon": replaced(r"^    type: ", "    type "),
    "format gone": line_gone(r"^format: "),
    "format misspelt": replaced(r"^format: .*$", "format: questionaire/1"),
    "format of the future": replaced(r"^format: .*$", "format: questionnaire/2"),
    "id in capitals": replaced(r"^  - id: ([a-z-]+)$", r"  - id: Q\1"),
    "second document": replaced(r"^actions:$", "---\nactions:"),
    "control character": replaced(r"^    title: ", "    title: \x07"),
    "placeholder": replaced(r"^    (title|ask): .+$", r"    \1: TODO"),
    "blanks for a text": replaced(r"^    (title|ask): [A-Z].+$", r'    \1: "  "'),
    "misspelt ask": replaced(r"^    ask:", "    aks:"),
    "a word for a number": replaced(r"^    (effort_days|weight): \d+$", r"    \1: heavy"),
    "one for a list": replaced(r"^    answered_by: \[([a-z]+).*$", r"    answered_by: \1"),
    "no dash": undashed,
    "another format": replaced(r"^format: .*$", "format: framework/1"),
    "merge conflict": replaced(r"^    title: ", r"<<<<<<< HEAD\n    title: "),
    "curly quotes": replaced(r"^    ask: (.+)$", "    ask: \u201c\\1: now\u201d"),
    "no-break space": replaced(r"^    type: ", "  \u00a0 type: "),
}
ANSWERS: dict[str, Mutator] = {
    "unknown question": replaced(r"^  ([a-z-]+)\.([a-z-]+):", r"  \1.\2x:"),
    "no dimension": replaced(r"^  ([a-z-]+)\.([a-z-]+):", r"  \2:"),
    "impossible value": replaced(r"^  ([a-z.-]+): \d$", r"  \1: 9"),
    "misspelt state": replaced(r"^  ([a-z.-]+): \d$", r"  \1: unknwon"),
    "n/a without reason": replaced(r"^  ([a-z.-]+): \d$", r"  \1: n/a"),
    "blank reason": replaced(r"^  ([a-z.-]+): \d$", r"  \1: {not_applicable: }"),
    "duplicate answer": doubled(r"^  ([a-z.-]+): \d$"),
    "misspelt key": replaced(r"^    answer: ", "    anwser: "),
    "impossible date": replaced(r"^date: .*$", "date: 2026-13-45"),
    "unknown role": replaced(r"role: [a-z]+", "role: wizard"),
    "other framework": replaced(r"^framework: .*$", "framework: {id: nowhere, version: 1.0.0}"),
    "other major": replaced(r"^framework: .*$", "framework: {id: public-sector, version: 7.0.0}"),
    "quote left open": replaced(r"^    note: ([A-Z].+)$", r'    note: "\1'),
    "format gone": line_gone(r"^format: "),
}
FRAMEWORK: dict[str, Mutator] = {
    "levels fall": replaced(r"^  - level: 3$", "  - level: 1"),
    "unknown dimension": replaced(r"^dimensions: \[", "dimensions: [magic, "),
    "bad aggregate": replaced(r"^aggregate: mean$", "aggregate: sum"),
    "share above one": replaced(r"^min_coverage: .*$", "min_coverage: 60"),
    "target off the scale": replaced(r"^      (skills|security|data): [\d.]+$", r"      \1: 7"),
    "target of nothing": replaced(r"^      (skills|security|data): [\d.]+$", r"      no-\1: 2"),
    "weight of nothing": replaced(r"^      ([a-z-]+)\.([a-z-]+): [\d.]+$", r"      \1.no-\2: 2"),
    "text as a weight": replaced(r"^      ([a-z-]+\.[a-z-]+): [\d.]+$", r"      \1: high"),
    "label no": replaced(r"^        label: .+$", "        label: No"),
    "bad fact type": replaced(r"^    type: (yes-no|choice|number)$", "    type: yesno"),
    "assumed value": replaced(r"^    if_unknown: (own|england)$", "    if_unknown: mars"),
    "bad check": replaced(r"^    checked: official$", "    checked: offical"),
    "version of two": replaced(r"^version: .*$", "version: 1.0"),
    "duplicate key": doubled(r"^    (title|publisher|type|checked): \S.*[^>-]$"),
    "format gone": line_gone(r"^format: "),
    "quote left open": replaced(r"^    title: ([A-Z].+)$", r'    title: "\1'),
}
ASSESSMENT: dict[str, Mutator] = {
    "misspelt key": replaced(r"^(capacity|commentary|scope):", r"\1s:"),
    "duplicate key": doubled(r"^(date|scope|status): "),
    "format gone": line_gone(r"^format: "),
    "another format": replaced(r"^format: .*$", "format: framework/1"),
    "other framework": replaced(r"^framework: .*$", "framework: {id: nowhere, version: 1.0.0}"),
    "other major": replaced(r"^framework: .*$", "framework: {id: public-sector, version: 7.0.0}"),
    "unknown profile": replaced(r"^  profile: .*$", "  profile: wizards"),
    "blank name": replaced(r"^  name: .*$", '  name: " "'),
    "quote left open": replaced(r"^  name: (.+)$", r'  name: "\1'),
    "tab": replaced(r"^  profile: ", "\tprofile: "),
    "unknown fact": replaced(r"^    staff:", "    stuff:"),
    "fact that is no number": replaced(r"^    staff: .*$", "    staff: lots"),
    "impossible date": replaced(r"^date: .*$", "date: 2026-02-30"),
    "bad status": replaced(r"^status: \w+", "status: finished"),
    "bad scope": replaced(r"^scope: \w+", "scope: wide"),
    "target off the scale": replaced(r"^    level: \d.*$", "    level: 9"),
    "target or weight of nothing": replaced(r"^  ([a-z.-]+):$", r"  \1-x:"),
    "number for a reason": replaced(r"^    because: [A-Z].*$", "    because: 5"),
    "negative weight": replaced(r"^    weight: (\S+)$", r"    weight: -\1"),
    "negative capacity": replaced(r"days_per_month: (\d+)", r"days_per_month: -\1"),
    "capacity in words": replaced(r"days_per_month: \d+", "days_per_month: plenty"),
    "tracked status": replaced(r"status: (done|started)", "status: finishing"),
    "tracked nothing": replaced(r"^    ([a-z-]+): \{status", r"    \1-x: {status"),
    "impossible due": replaced(r"due: [\d-]+", "due: 2026-13-01"),
    "raise off the scale": replaced(r"raises: \{([a-z.-]+): \d", r"raises: {\1: 9"),
    "raise of nothing": replaced(r"raises: \{([a-z.-]+):", r"raises: {\1-x:"),
    "effort that runs backwards": replaced(r"\{low: \d+", "{low: 900"),
    "commentary on nothing": replaced(r"^  (data|security|inclusion): >-$", r"  \1-x: >-"),
    "merge conflict": replaced(r"^capacity: ", r"<<<<<<< HEAD\ncapacity: "),
}
THEME: dict[str, Mutator] = {
    "unknown key": replaced(r"^(footer|marking|font):", r"\1s:"),
    "duplicate key": doubled(r"^(footer|marking|font): "),
    "format gone": line_gone(r"^format: "),
    "format misspelt": replaced(r"^format: .*$", "format: themes/1"),
    "another format": replaced(r"^format: .*$", "format: assessment/1"),
    "blank name": replaced(r"^name: .*$", 'name: "  "'),
    "unknown colour": replaced(r"^    (ink|accent):", r"    \1s:"),
    "no colour": replaced(r"^    (ink|accent): .*$", r"    \1: blue"),
    "colour without quotes": replaced(r'^    ink: "(.*)"$', r"    ink: \1"),
    "weak colour": replaced(r'^    (ink|accent): "#0.*$', r'    \1: "#fafafa"'),
    "no such logo": replaced(r"^  file: .*$", "  file: logos.svg"),
    "logo without words": replaced(r"^  alt: .*$", "  alt:"),
    "a text for the fonts": replaced(r"^font: .*$", 'font: "url(x)"'),
    "quote left open": replaced(r"^footer: (.*)$", r'footer: "\1'),
    "long marking": replaced(r"^marking: .*$", f"marking: {'SECRET' * 20}"),
    "placeholder": replaced(r"^footer: .*$", "footer: TODO"),
}
THEME_TEXT = """\
format: theme/1
name: Our house style
logo:
  file: logo.svg
  alt: Example Council
colours:
  light:
    ink: "#0b0c0c"
    accent: "#003078"
  dark:
    ink: "#f3f2f1"
font: [Arial, sans-serif]
names:
  title: Digital maturity review
  prepared_for: The audit committee
footer: Made by the digital team.
marking: OFFICIAL
"""


def mutants(
    text: str, mutators: dict[str, Mutator], seed: int, rounds: int
) -> Iterator[tuple[str, Mutant]]:
    """Harm a file with every mutator, several times over; what it cannot harm is left out.

    With 0 rounds a third of the mutators are tried once, another third for each next seed.
    """
    lines = text.split("\n")
    thin = rounds == 0
    for index, (name, mutate) in enumerate(mutators.items()):
        if thin and (index + seed) % 3:
            continue
        tried = set()
        for number in range(max(1, rounds)):
            mutant = mutate(lines, random.Random(f"{seed} {name} {number}"))  # noqa: S311 - defects, not secrets
            if mutant is not None and mutant.text not in tried:
                tried.add(mutant.text)
                yield name, mutant
