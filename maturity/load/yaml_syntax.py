"""Stage 1: what the YAML parser complains about, in plain words and at the place to mend."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from maturity.errors import Problem
from maturity.load.slips import RULE, conflict_in, slip_near

if TYPE_CHECKING:
    from maturity.load.source import Source

PARSER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser, or PyYAML's own, which is slower, where it was built without libyaml."""

PARSER_ERRORS = (yaml.YAMLError, ValueError, ArithmeticError, LookupError)
"""What a parser raises for bad text: not all of it is a YAMLError."""

_UNFIT = "line it up with its neighbours, and check that quotes above are closed"
_QUOTE_IT = "put the whole text in quotes"
_WITHIN = {"'": "''", '"': '\\"'}

# A part of the parser's words → what is wrong, what would be right. Both parsers use these.
_PLAIN_WORDS = {
    "mapping values are not allowed": (
        "a ':' makes a second key here",
        f"{_QUOTE_IT}, or check the indentation",
    ),
    "could not find expected ':'": (
        "this line is neither 'key: value' nor part of the text above",
        "add the ':', indent the text, or close the quotes above",
    ),
    "expected key": ("this does not fit the keys above it", _UNFIT),
    "expected '-' indicator": ("this does not fit the list above it", _UNFIT),
    "expected <block end>": ("this does not fit what is above it", _UNFIT),
    "expected ',' or ']'": ("the list in brackets is not closed", "add the ']', or a ','"),
    "expected ',' or '}'": ("the mapping in braces is not closed", "add the '}', or a ','"),
    "node content": ("a value is missing here", "write it, or put it in quotes"),
    "<document start>": (
        "the text goes on after its end",
        "check the indentation and the brackets of this line",
    ),
    "sequence entries are not allowed": (
        "a list cannot begin here",
        "put the first '- ' on a line of its own",
    ),
    "mapping keys are not allowed": ("a key cannot begin here", "put it on a line of its own"),
    "unknown escape character": (
        "'\\' has no meaning before this character",
        "write '\\\\', or use single quotes",
    ),
    "invalid Unicode character": ("this escape is no character", "write the character itself"),
    "undefined tag handle": ("a tag is not allowed", f"delete it, or {_QUOTE_IT}"),
}
# Where one of these fails, it is where it was begun that wants mending: the parser read on.
_BEGUN_WRONG = {
    "while scanning a quoted scalar",
    "while scanning a simple key",
    "while scanning an alias",
    "while scanning an anchor",
}

_HIDDEN_BRACKET = re.compile(r"(?<=\s)#[^\n]{0,200}?[\]}]")
"""A comment that holds a closing bracket: `{accent: #ffee00}`."""


def explain(source: Source, error: Exception) -> Problem:
    """Make a problem of a parser's error, at the opening quote where one seems to be unclosed."""
    slip = _slip(source, error)
    if slip is not None:
        return slip
    reason = getattr(error, "problem", None) or str(error)
    context = getattr(error, "context", None) or ""
    stop = _index(error, "problem_mark")
    begun = _index(error, "context_mark")
    index = stop
    if context in _BEGUN_WRONG:
        index = begun
    elif " flow " in context and _left_bracket(source, begun, stop):
        hidden = _hidden_bracket(source, begun, stop)
        if hidden is not None:
            return _comment_problem(source, hidden)
        index = begun
    quote = _unclosed_quote(source, index) if hasattr(error, "problem_mark") else None
    if quote is None and context == "while scanning a quoted scalar":
        quote = begun
    if quote is not None:
        return _quote_problem(source, quote, stop)
    wrong, right = _plain_words(reason, source.text, index)
    message = f"this is not valid YAML: {wrong}"
    return Problem(message, right, source.location(index, index + 1), RULE)


def _slip(source: Source, error: Exception) -> Problem | None:
    conflict = conflict_in(source, whole=False)
    if conflict is not None or getattr(error, "problem_mark", None) is None:
        return conflict
    return slip_near(source, _index(error, "problem_mark"))


def _index(error: Exception, name: str) -> int:
    mark = getattr(error, name, None)
    return int(mark.index) if mark else 0


def _left_bracket(source: Source, begun: int, stop: int) -> bool:
    """Say whether the parser ran out of a bracket's lines: a line less indented, or the end."""
    if not source.text[stop:].strip():
        return True
    opened, stopped = source.location(begun, begun), source.location(stop, stop)
    return opened.line < stopped.line and _indent(stopped.text) <= _indent(opened.text)


def _hidden_bracket(source: Source, begun: int, stop: int) -> int | None:
    """Find the '#' before a closing bracket, in or after the line where the open one begins."""
    first = min(begun, len(source.text[:stop].rstrip()))
    found = _HIDDEN_BRACKET.search(source.text, source.text.rfind("\n", 0, first) + 1, stop)
    return found.start() if found else None


def _comment_problem(source: Source, index: int) -> Problem:
    return Problem(
        "this is not valid YAML: the '#' begins a comment, so the bracket after it does not count",
        "put a text that begins with '#' in quotes, as in '#1d70b8'",
        source.location(index, index + 1),
        RULE,
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _plain_words(reason: str, text: str, index: int) -> tuple[str, str]:
    character = text[index : index + 1]
    before = text[max(0, index - 20) : index].rstrip(" ")[-1:]
    if "expected" in reason and before in _WITHIN and character not in (":", "\n", ""):
        hint = f"write {_WITHIN[before]} for a {before} within the text"
        return "the text goes on after its closing quote", hint
    for words, plain in _PLAIN_WORDS.items():
        if words in reason:
            return plain
    if character == "\t":
        return "a tab cannot indent", "use spaces"
    if character and ("cannot start any token" in reason or "alphabetic" in reason):
        return f"text cannot begin with '{character}'", _QUOTE_IT
    return reason, "check the indentation, the quotes and the ':' of this line"


def _quote_problem(source: Source, quote: int, stop: int) -> Problem:
    opening, stopped = source.location(quote, quote + 1), source.location(stop, stop)
    return Problem(
        f"the quoted text that begins at line {opening.line} may not be closed: "
        f"reading stopped at line {stopped.line}, column {stopped.column}",
        f"add the closing {source.text[quote]} at the end of the text",
        opening,
        RULE,
    )


def _unclosed_quote(source: Source, stop: int) -> int | None:
    """Find the quote that made the parser stop; None where it stopped for another reason.

    A text that is not closed runs on to the next opening quote, often lines below, and what
    follows that quote on its line fits nothing. So it is the last quoted text over several
    lines, if it ends in the line where the parser stopped.
    """
    last = -1, 0
    parser = PARSER(source.text)
    try:
        for event in iter(parser.get_event, None):
            if getattr(event, "style", None) in _WITHIN:
                start, end = event.start_mark.index, event.end_mark.index
                if source.line(start) < source.line(end):
                    last = start, end
    except PARSER_ERRORS:
        pass  # the error that is being explained
    finally:
        parser.dispose()
    start, end = last
    return start if start >= 0 and source.line(end) == source.line(stop) else None
