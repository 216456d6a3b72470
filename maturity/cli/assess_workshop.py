"""`maturity assess --facilitate`: the files of a workshop: one a respondent, and what is agreed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from maturity.ask.asked import Audience, Selection
from maturity.ask.fields import ask_fields
from maturity.ask.keeper import Keeper
from maturity.ask.session import Session
from maturity.ask.workshop import Workshop
from maturity.cli.assess_basis import read_basis
from maturity.cli.assess_facts import ask_missing_facts, facts_anew
from maturity.cli.assess_people import basis_of, gather
from maturity.cli.assess_place import SETTLED, respondents
from maturity.cli.assess_start import fields_of_organisation
from maturity.cli.assess_summary import Summary
from maturity.cli.new_settings import Options, settings_for
from maturity.errors import fail
from maturity.load.collect import ANSWERS_FOLDER, MAIN
from maturity.load.file_names import is_file, is_there
from maturity.new.assessment_text import assessment_text
from maturity.new.place import place_folder
from maturity.store.change import writable
from maturity.store.folder import make_folder

if TYPE_CHECKING:
    from maturity.ask.interrupts import Interrupts
    from maturity.ask.terminal import Dialogue
    from maturity.cli.assess_dialogue import Ending
    from maturity.cli.assess_sitting import Wanted

AGREED = "agreed"


def hold(wanted: Wanted, dialogue: Dialogue, interrupts: Interrupts, ending: Ending) -> None:
    """Hold a workshop.

    Raises:
        EOFError: The people ended before the questions.
        MaturityError: A file is wrong or cannot be written, found before the first question.
    """
    main = _assessment(wanted, dialogue)
    folder = main.parent / ANSWERS_FOLDER
    make_folder(folder, "move what stands there")
    agreed = _agreed_file(folder)
    writable(agreed)
    basis = basis_of(agreed, main, wanted, kind=AGREED)
    keeper = Keeper(agreed, basis.data, basis.read)
    ending.saved_in = [main.parent]
    ending.words = ["maturity", "assess", str(main.parent), "--facilitate"]
    ask_missing_facts(basis, keeper, dialogue)
    people = gather(folder, main, wanted, basis, dialogue)
    audience = Audience(
        profile=basis.profile,
        is_quick=basis.is_quick or wanted.is_quick,
        dimensions=wanted.dimensions,
    )
    selection = _without_settled(basis.selection(audience), folder, agreed, main, wanted)
    workshop = Workshop(
        Session(basis.framework, selection, basis.answers).begin(),
        keeper,
        dialogue,
        interrupts,
        Summary(basis, audience, dialogue.look),
        lambda: facts_anew(basis, keeper, audience, dialogue),
        people=people,
    )
    workshop.run()
    if not workshop.session.open_ids:
        ending.next_words = ["maturity", "report", str(main.parent), "-o", "report.html"]


def _assessment(wanted: Wanted, dialogue: Dialogue) -> Path:
    """Give the assessment.yaml of the workshop; a folder that is not there yet is made."""
    folder = wanted.path or Path()
    if folder.name == MAIN:
        folder = folder.parent
    if is_file(folder / MAIN):
        return folder / MAIN
    if is_there(folder) or folder.suffix:
        hint = "name a new folder: maturity assess our-council --facilitate"
        raise fail(f"{folder} is no assessment's folder, which a workshop needs", hint)
    options = wanted.options
    fields = fields_of_organisation(settings_for(folder, options), options)
    given = {name: str(value) for name, value in ask_fields(fields, dialogue).items() if value}
    settings = settings_for(
        folder,
        Options(
            options.framework,
            given.get("profile", options.profile),
            given.get("organisation", options.organisation),
            is_quick=options.is_quick or given.get("scope") == "quick",
        ),
    )
    place_folder(folder, {MAIN: assessment_text(settings)})
    return folder / MAIN


def _agreed_file(folder: Path) -> Path:
    """Give the file of what is agreed: the only one, or agreed.yaml."""
    known = [path for path, who in respondents(folder) if who == SETTLED]
    usual = folder / f"{AGREED}.yaml"
    return known[0] if len(known) == 1 else usual


def _without_settled(
    selection: Selection, folder: Path, agreed: Path, main: Path, wanted: Wanted
) -> Selection:
    """Leave out what is settled in another file, where it would stand twice."""
    reasons = dict(selection.reasons)
    for path, who in respondents(folder):
        if who == SETTLED and path != agreed:
            for name, answer in read_basis(path, main, wanted.framework).answers.items():
                if answer.state != "unanswered":
                    reasons[name] = f"it is settled in {path}"
    return Selection(tuple(name for name in selection.ids if name not in reasons), reasons)
