"""`maturity assess`: the facts about the organisation: asked, saved, and asked anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from maturity.ask.fields import ask_fields, fact_field
from maturity.errors import MaturityError
from maturity.store.change import change_file
from maturity.store.edits import Put
from maturity.store.emit import Bare

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maturity.ask.asked import Audience, Selection
    from maturity.ask.keeper import Keeper
    from maturity.ask.terminal import Dialogue
    from maturity.cli.assess_basis import Basis
    from maturity.model.condition import FactValue
    from maturity.store.emit import Value


def _ask_each(
    basis: Basis,
    names: Sequence[str],
    dialogue: Dialogue,
    save: Callable[[tuple[str, ...], Value], None],
) -> None:
    """Ask for facts about the organisation; each is saved as soon as it is given.

    Raises:
        EOFError: The person does not want to go on.
    """
    facts = {fact.id: fact for fact in basis.framework.file.facts}
    fields = [fact_field(facts[name], basis.given.get(name)) for name in names]

    def done(name: str, value: FactValue | None) -> None:
        save(("organisation", "facts", name), _written(value))
        if value is None:
            basis.given.pop(name, None)
        else:
            basis.given[name] = value

    ask_fields(fields, dialogue, done)


def _written(value: FactValue | None) -> Value:
    if value is None:
        return "unknown"
    return Bare(value) if value in ("yes", "no") else value


def facts_to_ask(basis: Basis) -> list[str]:
    """Give the facts to ask before the questions: all where nothing was said or answered yet.

    Later only those are asked without which it is not clear what to ask; `o` asks them all.
    """
    facts = basis.framework.file.facts
    is_new = not basis.given and not _has_answers(basis)
    wanted = [fact for fact in facts if is_new or fact.if_unknown is None]
    return [fact.id for fact in wanted if fact.id not in basis.given]


def _has_answers(basis: Basis) -> bool:
    return any(answer.state != "unanswered" for answer in basis.answers.values())


def ask_missing_facts(basis: Basis, keeper: Keeper, dialogue: Dialogue) -> None:
    """Ask for the facts that have to be known before the questions."""
    names = facts_to_ask(basis)
    if names:
        _ask_facts(basis, names, keeper, dialogue)


def _ask_facts(basis: Basis, names: list[str], keeper: Keeper, dialogue: Dialogue) -> None:
    def save(path: tuple[str, ...], value: Value) -> None:
        if basis.main is None:
            keeper.put(path, value)
        else:
            change_file(_main_path(basis), [Put(path, value)])

    _ask_each(basis, names, dialogue, save)


def _main_path(basis: Basis) -> Path:
    assert basis.main is not None  # noqa: S101 - asked where there is one only
    return Path(basis.main[1].document.source.path)


def facts_anew(
    basis: Basis, keeper: Keeper, audience: Audience, dialogue: Dialogue
) -> Selection | None:
    """Go over all facts, and choose the questions anew."""
    names = [fact.id for fact in basis.framework.file.facts]
    if not names:
        dialogue.refuse("this framework asks no facts")
        return None
    try:
        _ask_facts(basis, names, keeper, dialogue)
    except EOFError:
        pass
    except MaturityError as error:
        dialogue.report("This fact is not saved.", error)
    return basis.selection(audience)
