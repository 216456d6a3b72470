"""What `maturity check` costs beside a plain YAML load and two general checkers.

Run by hand: python benchmarks/check.py [ROUNDS]; yamllint and check-jsonschema are measured
when they are on the PATH. Each is its own process; CPU is that of the process, system included.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

FILES = 200
QUESTIONS = 38
WORD_LIST = """
agreed annual answer archive audit board budget change clear copy critical data delay digital
every evidence finance group history incident known leader measure month named office owner
people plan policy public quarter record report review risk service shared signed staff standard
supplier system team test training update user written year
"""
WORDS = WORD_LIST.split()
FLOOR = (
    "import sys, yaml\n"
    "for path in sys.argv[1:]:\n"
    "    with open(path, encoding='utf-8') as file:\n"
    "        yaml.load(file, yaml.CSafeLoader)\n"
)


def sentence(rng: random.Random, words: int) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(words)).capitalize()


def questionnaire(number: int) -> str:
    rng = random.Random(number)  # noqa: S311 - the same files each time
    lines = [
        "format: questionnaire/1",
        f"id: dimension-{number:03}",
        f"title: {sentence(rng, 3)}",
        "questions:",
    ]
    for index in range(QUESTIONS):
        lines += [
            f"  - id: question-{index:02}",
            f"    ask: How is the {sentence(rng, 9).lower()} number {index} kept?",
            "    why: >-",
            f"      {sentence(rng, 14)}.",
            "    type: level",
            "    levels:",
            *(f"      {level}: {sentence(rng, 14)}." for level in range(5)),
            "    weight: 2",
            "    answered_by: [leadership, specialist]",
            "    critical:",
            f"      - {{at_most: 0, cap: 2, because: {sentence(rng, 8)}}}",
            "    expects:",
            f"      - {sentence(rng, 6)}",
            "    sources: [caf4, gds]",
        ]
    lines.append("actions:")
    for index in range(QUESTIONS // 2):
        lines += [
            f"  - id: dimension-{number:03}-action-{index:02}",
            f"    title: {sentence(rng, 6)}",
            f"    raises: {{question-{index:02}: 3, question-{index + 1:02}: 3}}",
            f"    effort_days: {rng.randint(1, 60)}",
            f"    detail: {sentence(rng, 20)}.",
        ]
    return "\n".join(lines) + "\n"


def run(command: list[str]) -> tuple[float, float]:
    """Run a command; give its CPU seconds and its largest memory in MB."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    pid = os.posix_spawn(
        command[0],
        command,
        os.environ,
        file_actions=[(os.POSIX_SPAWN_DUP2, nowhere, 1), (os.POSIX_SPAWN_DUP2, nowhere, 2)],
    )
    _, _, usage = os.wait4(pid, 0)
    os.close(nowhere)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(files: list[str], schema: str, rounds: int) -> None:
    python = sys.executable
    ours = [python, "-m", "maturity", "check", "--fail-on", "never", "--format", "concise"]
    commands = {
        "CSafeLoader": [python, "-c", FLOOR, *files],
        "check without wording": [*ours, "--ignore", "Q,D", *files],
        "check": [*ours, *files],
    }
    for name, extra in (("yamllint", []), ("check-jsonschema", ["--schemafile", schema])):
        found = shutil.which(name)
        if found:
            commands[name] = [found, *extra, *files]
    figures: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            figures[name].append(run(command))
    floor = [cpu for cpu, _ in figures["CSafeLoader"]]
    print(f"{len(files)} file(s), {sum(map(os.path.getsize, files)) / 1e6:.2f} MB")
    for name, found_figures in figures.items():
        ratios = [cpu / low for (cpu, _), low in zip(found_figures, floor, strict=True)]
        cpu = median(cpu for cpu, _ in found_figures)
        memory = max(memory for _, memory in found_figures)
        print(
            f"  {name:<24} CPU {cpu:6.2f} s  {median(ratios):6.2f} x CSafeLoader"
            f" (from {min(ratios):.2f} to {max(ratios):.2f})  {memory:4.0f} MB"
        )


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number in range(FILES):
            path = Path(folder) / f"dimension-{number:03}.yaml"
            path.write_text(questionnaire(number), encoding="utf-8")
            files.append(str(path))
        schema = str(Path(folder) / "schema.json")
        python = sys.executable
        os.system(f"'{python}' -m maturity schema questionnaire > '{schema}'")  # noqa: S605 - our own paths
        measure(files, schema, rounds)
        measure(files[:1], schema, rounds)


if __name__ == "__main__":
    main()
