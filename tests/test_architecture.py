"""The code goes one way: each stage knows the model and not its neighbours, and stays small."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "maturity"
MODULES = sorted(PACKAGE.rglob("*.py"))

SHARED = {"model", "errors", "printed", "resources"}
"""What every stage may import, beside itself."""
ALSO = {
    "check": {"load", "score", "plan"},  # it tries what can be reached
    "plan": {"score"},  # it scores again
    "compare": {"score"},
    "explain": {"score"},
    "track": {"score"},  # it compares what was done with what was answered
    "ask": {"store"},
    "migrate": {"store"},
    "store": {"load"},
    "evaluate": {"score", "plan"},
    "by_group": {"score"},  # each group is scored by itself
}
"""What a stage may import besides, and why where it is not plain."""
ONLY = {"model": {"errors"}, "errors": set[str](), "printed": set[str](), "resources": set[str]()}
"""What those may import that all others rest on."""
COMPOSES_ALL = {"cli", "__main__"}

MOST_LINES = 260
MOST_LINES_OF_A_FUNCTION = 40
LONG_FUNCTIONS = {
    "load/assessment.py:_settle": "a line for each field of the Assessment",
    "load/yaml_reader.py:_read_events": "sees each event of each file; a call each costs too much",
    "score/question_results.py:question_result": "a line for each field of the result",
}


def name(module: Path) -> str:
    return str(module.relative_to(PACKAGE))


def stage(module: Path) -> str:
    """`score` for maturity/score/caps.py, `errors` for maturity/errors.py."""
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


STAGES = {stage(module) for module in MODULES} - {"__init__"}
TREES = {module: ast.parse(module.read_text(encoding="utf-8")) for module in MODULES}


def imported(module: Path) -> set[str]:
    """The stages that a module imports, wherever in it; `maturity` itself is no stage."""
    names: set[str] = set()
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(module)} imports by a relative name"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    parts = [each.split(".") for each in names]
    return {each[1] for each in parts if each[0] == "maturity" and each[1] in STAGES}


def allowed(of: str) -> set[str]:
    if of in COMPOSES_ALL:
        return STAGES
    return {of} | (ONLY[of] if of in ONLY else SHARED | ALSO.get(of, set()))


def function_lengths() -> Iterator[tuple[str, int]]:
    """Every function with the lines of its body; a command's flags are not among them."""
    for module, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                yield f"{name(module)}:{node.name}", node.end_lineno - node.body[0].lineno + 1


def test_a_stage_imports_the_model_and_not_its_neighbours() -> None:
    wrong = {name(m): imported(m) - allowed(stage(m)) for m in MODULES}
    assert {module: stages for module, stages in wrong.items() if stages} == {}


def test_the_stages_that_are_named_here_exist() -> None:
    assert {*ALSO, *ONLY, *SHARED} <= STAGES


def test_only_the_commands_exit() -> None:
    exits = {"sys.exit", "os._exit", "typer.Exit", "SystemExit", "exit", "quit"}
    found = {
        name(module)
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute | ast.Name) and ast.unparse(node) in exits
    }
    assert {each for each in found if each.partition("/")[0] not in ("cli", "__main__.py")} == set()


def test_every_module_says_what_it_is_for() -> None:
    assert [name(module) for module, tree in TREES.items() if not ast.get_docstring(tree)] == []


def test_modules_are_short() -> None:
    lines = {name(m): len(m.read_text(encoding="utf-8").splitlines()) for m in MODULES}
    assert {module: count for module, count in lines.items() if count > MOST_LINES} == {}


def test_functions_are_short_but_for_those_that_say_why() -> None:
    lengths = dict(function_lengths())
    long = {each for each, lines in lengths.items() if lines > MOST_LINES_OF_A_FUNCTION}
    assert long - set(LONG_FUNCTIONS) == set()
    assert set(LONG_FUNCTIONS) <= set(lengths), "what is excused is no longer there"
