"""`maturity assess`: a sitting from its beginning: the file, the facts, the questions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.ask.asked import Audience
from maturity.ask.conversation import Conversation
from maturity.ask.fields import ask_fields, text_field
from maturity.ask.keeper import Keeper
from maturity.ask.layout import paragraph, title
from maturity.ask.session import Session
from maturity.cli.assess_basis import read_basis
from maturity.cli.assess_facts import ask_missing_facts, facts_anew
from maturity.cli.assess_place import choose, locate
from maturity.cli.assess_start import Beginning, begin, is_unnamed
from maturity.cli.assess_summary import Summary
from maturity.cli.new_settings import Options
from maturity.errors import fail, nearest
from maturity.load.file_names import is_there
from maturity.store.change import writable
from maturity.store.folder import make_folder

if TYPE_CHECKING:
    from maturity.ask.interrupts import Interrupts
    from maturity.ask.terminal import Dialogue
    from maturity.cli.assess_basis import Basis
    from maturity.cli.assess_dialogue import Ending


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was said on the command line."""

    path: Path | None = None
    framework: str | None = None
    profile: str | None = None
    organisation: str | None = None
    role: str | None = None
    dimensions: tuple[str, ...] = ()
    is_quick: bool = False
    every_role: bool = False
    is_workshop: bool = False

    @property
    def options(self) -> Options:
        """What a new file is made with."""
        return Options(
            self.framework, self.profile, self.organisation, self.role, is_quick=self.is_quick
        )


def sit(wanted: Wanted, dialogue: Dialogue, interrupts: Interrupts, ending: Ending) -> None:
    """Hold a sitting.

    Raises:
        EOFError: The person ended before the questions.
        MaturityError: A file is wrong or cannot be written, found before the first question.
    """
    if wanted.is_workshop:
        from maturity.cli.assess_workshop import hold

        hold(wanted, dialogue, interrupts, ending)
        return
    place = locate(wanted.path)
    path = choose(place, dialogue)
    writable(path)
    beginning = Beginning(wanted.options, dimensions=wanted.dimensions)
    is_new = not is_there(path)
    if is_new:
        make_folder(path.parent, "move what stands there")
        beginning = begin(path, beginning, dialogue)
    basis = read_basis(path, place.main, wanted.framework)
    _tell(ending, wanted, path, is_new=is_new)
    keeper = Keeper(path, basis.data, basis.read)
    _complete(basis, beginning, keeper, dialogue)
    audience = _audience(basis, beginning, wanted)
    conversation = Conversation(
        Session(basis.framework, basis.selection(audience), basis.answers).begin(),
        keeper,
        dialogue,
        interrupts,
        Summary(basis, audience, dialogue.look),
        lambda: facts_anew(basis, keeper, audience, dialogue),
    )
    _introduce(conversation.session, basis, dialogue)
    conversation.run()
    if not conversation.session.open_ids:
        scored = place.main.parent if place.main else path
        ending.next_words = ["maturity", "report", str(scored), "-o", "report.html"]


def _tell(ending: Ending, wanted: Wanted, path: Path, *, is_new: bool) -> None:
    ending.saved_in = [path]
    words = ["maturity", "assess", str(path)]
    if wanted.framework and not is_new:  # a new file names its framework itself
        words += ["--framework", wanted.framework]
    words += ["--all"] if wanted.every_role else []
    ending.words = words


def _complete(basis: Basis, beginning: Beginning, keeper: Keeper, dialogue: Dialogue) -> None:
    """Ask for what a file of an earlier sitting does not say yet."""
    for note in basis.notes:
        dialogue.show(paragraph(f"Note: {note}.", dialogue.look))
    _settle_role(basis, beginning.options.role, keeper)
    if is_unnamed(basis) and basis.main is None:
        field = text_field("organisation", "What is the organisation called?", is_needed=True)
        name = beginning.options.organisation or str(ask_fields([field], dialogue)["organisation"])
        keeper.put(("organisation", "name"), name)
        again = read_basis(basis.path, None, beginning.options.framework)
        basis.file, basis.data = again.file, again.data
    ask_missing_facts(basis, keeper, dialogue)


def _settle_role(basis: Basis, role: str | None, keeper: Keeper) -> None:
    """Take note of the role that was given, in a file that has none."""
    present = basis.file.respondent.role
    if role is None or role == present:
        return
    if present is not None:
        message = f"{basis.path} holds the answers of the role '{present}'"
        raise fail(message, "leave out --role, or name another file")
    local = basis.main[0].roles if basis.main else ()
    known = [one.id for one in (*basis.framework.file.roles, *local)]
    if role not in known:
        raise fail(f"there is no role '{role}'", nearest(role, known))
    keeper.put(("respondent", "role"), role)
    respondent = basis.file.respondent.model_copy(update={"role": role})
    basis.file = basis.file.model_copy(update={"respondent": respondent})


def _audience(basis: Basis, beginning: Beginning, wanted: Wanted) -> Audience:
    known = list(basis.framework.file.dimensions)
    for name in beginning.dimensions:
        if name not in known:
            raise fail(f"there is no dimension '{name}'", nearest(name, known))
    return Audience(
        profile=basis.profile,
        role=None if basis.file.kind == "agreed" else basis.file.respondent.role,
        is_quick=basis.is_quick or wanted.is_quick,
        every_role=wanted.every_role,
        dimensions=beginning.dimensions,
    )


def _introduce(session: Session, basis: Basis, dialogue: Dialogue) -> None:
    """Say what is asked and where it is kept."""
    look, total = dialogue.look, len(session.selection.ids)
    organisation = basis.organisation
    name = f"{organisation.name}: " if organisation else ""
    answered = total - len(session.open_ids)
    far = f", {answered} answered already" if answered else ""
    text = f"{name}{basis.framework.file.title}. {total} questions{far}. Kept in {basis.path}."
    dialogue.show(["", *title(text, look)])
    dialogue.show(paragraph("? shows the keys, q ends; nothing is lost.", look))
    if not total:
        raise fail("there is nothing to ask", "leave out --dimension, --role or --quick")
