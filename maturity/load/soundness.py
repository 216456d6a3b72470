"""Stage 1: do the numbers of one question make sense? Bands, counts, rules, ceilings, levels."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from maturity.model.checklist import MAX_TRIES, Rule, matches, tries
from maturity.model.levels import Scale, show
from maturity.model.question import ChoiceQuestion, LevelQuestion, YesNoQuestion
from maturity.model.question_counted import MAX_SUMS, ChecklistQuestion, NumberQuestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from maturity.load.findings import Findings, Path
    from maturity.model.question import Question

RULE = "invalid-value"
TAKEN = ("unknown", "na", "not-applicable")
"""Words that mean something as an answer to any question."""


def check_question(question: Question, path: Path, scale: Scale, findings: Findings) -> None:
    """Note whatever makes a question impossible to score."""
    _check_ceilings(question, path, scale, findings)
    check: Callable[..., None] | None = _CHECKS.get(type(question))
    if check is not None:
        check(question, path, scale, findings)


def on_scale(level: Fraction, path: Path, scale: Scale, findings: Findings) -> None:
    """Note a level that lies outside the scale."""
    if scale.outside((level,)):
        _note_outside(level, path, scale, findings)


def _keys_on_scale(
    levels: Iterable[Fraction], path: Path, scale: Scale, findings: Findings
) -> None:
    """Note those levels that lie outside the scale, which are keys under the path."""
    for level in scale.outside(levels):
        _note_outside(level, (*path, level), scale, findings, key=True)


def _note_outside(
    level: Fraction, path: Path, scale: Scale, findings: Findings, *, key: bool = False
) -> None:
    hint = f"the scale runs from {show(scale.bottom)} to {show(scale.top)}"
    findings.at(path, f"level {show(level)} is not on the scale", hint, RULE, key=key)


def _check_ceilings(question: Question, path: Path, scale: Scale, findings: Findings) -> None:
    base = (*path, "critical")
    if question.critical and not question.is_scored:
        findings.at(base, "a text is never scored, so it sets no ceiling", "remove it", RULE)
    highest: dict[str, tuple[Fraction, Fraction]] = {}
    ordered = sorted(enumerate(question.critical), key=lambda pair: pair[1].at_most)
    for index, ceiling in ordered:
        on_scale(ceiling.cap, (*base, index, "cap"), scale, findings)
        on_scale(ceiling.at_most, (*base, index, "at_most"), scale, findings)
        dimension = ceiling.dimension or question.id.partition(".")[0]
        before = highest.get(dimension)
        if before is not None and (ceiling.cap < before[1] or ceiling.at_most == before[0]):
            message = (
                f"the ceiling falls from {show(before[1])} to {show(ceiling.cap)} "
                f"as the level rises"
                if ceiling.cap < before[1]
                else f"there are two ceilings at level {show(ceiling.at_most)}"
            )
            hint = "a higher level may never have a lower ceiling; one ceiling a level"
            findings.at((*base, index, "cap"), message, hint, RULE)
        highest[dimension] = (ceiling.at_most, ceiling.cap)


def _check_level(question: LevelQuestion, path: Path, scale: Scale, findings: Findings) -> None:
    if not question.levels:
        findings.at((*path, "levels"), "no level has a statement", "describe two or more", RULE)
    _keys_on_scale(question.levels, (*path, "levels"), scale, findings)


def _check_choice(question: ChoiceQuestion, path: Path, scale: Scale, findings: Findings) -> None:
    base = (*path, "options")
    findings.unique(base, [option.id for option in question.options], "option")
    if not question.options:
        findings.at(base, "there is nothing to choose from", "add two or more options", RULE)
    for index, option in enumerate(question.options):
        on_scale(option.level, (*base, index, "level"), scale, findings)
        if option.id in TAKEN:
            hint = "leave it out: every question can be answered with unknown or not_applicable"
            findings.at((*base, index, "id"), f"'{option.id}' cannot be an option", hint, RULE)


def _check_yes_no(question: YesNoQuestion, path: Path, scale: Scale, findings: Findings) -> None:
    on_scale(question.level_if_yes, (*path, "level_if_yes"), scale, findings)
    on_scale(question.level_if_no, (*path, "level_if_no"), scale, findings)


def _check_number(question: NumberQuestion, path: Path, scale: Scale, findings: Findings) -> None:
    low, high = question.min, question.max
    if low is not None and high is not None and low >= high:
        findings.at((*path, "max"), "max is not above min", "give a range", RULE)
    elif question.bands is not None:
        _check_bands(question, question.bands, path, scale, findings)
    elif low is None or high is None:
        hint = "add min and max, or bands"
        findings.at(path, "a number without bands needs its range", hint, "missing-field")


def _check_bands(
    question: NumberQuestion,
    bands: Mapping[Fraction, Fraction],
    path: Path,
    scale: Scale,
    findings: Findings,
) -> None:
    base = (*path, "bands")
    if not bands:
        findings.at(base, "there are no bands", "give an edge for two or more levels", RULE)
        return
    _keys_on_scale(bands, base, scale, findings)
    falls = question.lower_is_better
    for (_, edge), (level, next_edge) in pairwise(sorted(bands.items())):
        if next_edge == edge or (next_edge < edge) != falls:
            message = f"the edge of level {show(level)} does not {'fall' if falls else 'rise'}"
            hint = f"with each level the edge must {'fall' if falls else 'rise'}"
            findings.at((*base, level), message, hint, RULE)
    edges, (low, high) = sorted(bands.values()), (question.min, question.max)
    first = bands[min(bands)]
    open_end = high if falls else low
    if open_end is not None and (open_end > first if falls else open_end < first):
        gap = sorted((first, open_end))
        message = f"no band holds the numbers between {show(gap[0])} and {show(gap[1])}"
        end = "max" if falls else "min"
        hint = f"begin the lowest band at {end}, {show(open_end)}"
        findings.at((*base, min(bands)), message, hint, RULE)
    if (low is not None and edges[0] < low) or (high is not None and edges[-1] > high):
        findings.at(base, "a band begins outside min and max", "no answer can reach it", RULE)


def _check_checklist(
    question: ChecklistQuestion, path: Path, scale: Scale, findings: Findings
) -> None:
    base = (*path, "items")
    findings.unique(base, [item.id for item in question.items], "item")
    if not question.items:
        findings.at(base, "there is nothing to tick", "add two or more items", RULE)
    elif question.count is not None and question.rules is not None:
        findings.at((*path, "rules"), "both count and rules are given", "keep one", RULE)
    elif question.count is not None:
        _check_count(question, question.count, path, scale, findings)
    elif question.rules is not None:
        _check_rules(question, question.rules, path, scale, findings)
    elif not any(item.weight for item in question.items):
        findings.at(base, "all items weigh 0", "give one a weight above 0", "weights")
    elif len(question.weight_sums()[0]) > MAX_SUMS:
        hint = "use fewer items, or weights that are alike"
        findings.at(base, "the items' weights have too many different sums", hint, "weights")


def _check_count(
    question: ChecklistQuestion,
    count: Mapping[Fraction, int],
    path: Path,
    scale: Scale,
    findings: Findings,
) -> None:
    base = (*path, "count")
    most = len(question.items)
    _keys_on_scale(count, base, scale, findings)
    for level, needed in count.items():
        if not 0 <= needed <= most:
            message = f"level {show(level)} needs {needed} of {most} items"
            findings.at((*base, level), message, f"from 0 to {most}", RULE)
    for (_, needed), (level, more) in pairwise(sorted(count.items())):
        if more <= needed:
            message = f"level {show(level)} needs no more items than the level below it"
            findings.at((*base, level), message, "with each level more must be needed", RULE)
    for index, item in enumerate(question.items):
        if item.weight != 1:
            hint = "remove the weight, or score by share"
            place = (*path, "items", index, "weight")
            findings.at(place, "a count takes no weights", hint, RULE)


def _check_rules(
    question: ChecklistQuestion,
    rules: tuple[Rule, ...],
    path: Path,
    scale: Scale,
    findings: Findings,
) -> None:
    base = (*path, "rules")
    ids = frozenset(item.id for item in question.items)
    before = len(findings.problems)
    for index, rule in enumerate(rules):
        on_scale(rule.level, (*base, index, "level"), scale, findings)
        for name in sorted({name for named in rule.named() for name in named}):
            findings.unknown((*base, index), "item of this question", name, ids)
    if len(findings.problems) > before:
        return
    if tries(rules, ids) > MAX_TRIES:
        findings.at(base, "the rules tell too many items apart", "use fewer items or rules", RULE)
        return
    reached = matches(rules, ids)
    for index in range(len(rules)):
        if index not in reached:
            hint = "it contradicts itself, or a rule above it always holds first"
            findings.at((*base, index), "this rule can never match", hint, "unreachable-rule")


_CHECKS: dict[type, Callable[..., None]] = {
    LevelQuestion: _check_level,
    ChoiceQuestion: _check_choice,
    YesNoQuestion: _check_yes_no,
    NumberQuestion: _check_number,
    ChecklistQuestion: _check_checklist,
}
