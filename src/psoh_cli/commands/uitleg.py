"""`psoh uitleg`: what a code, a practice or a word means; with a dossier also why a finding is a finding."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from psoh_cli.commands.options import AsOf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from psoh_cli.analysis.chain import Part
    from psoh_cli.dossier.dossier import Dossier

_FINDING = "gap-"


def uitleg(
    subject: Annotated[
        str,
        typer.Argument(
            metavar="[CODE]",
            show_default=False,
            help="Een code van psoh check, een id uit de kennis, een woord, of een bevinding (gap-…). "
            "Zonder: alle codes. Met KAART, PLAN of een ander begin: de codes die zo beginnen.",
        ),
    ] = "",
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[MAP]",
            help="De map van het dossier: nodig bij een bevinding; bij een vraag ziet u dan ook wie wat zei.",
        ),
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Leg uit wat een code, praktijk of woord betekent; bij een bevinding de hele keten, van antwoord tot bron."""
    from psoh_cli.commands.options import day_or_today

    if not subject.strip():
        _list_codes()
    elif subject.casefold().startswith(_FINDING):
        _explain_finding(subject.casefold(), folder=folder or Path(), as_of=day_or_today(as_of))
    else:
        _explain_word(subject.strip())
        if folder is not None:
            _show_answers(subject.strip().casefold(), folder=folder, as_of=day_or_today(as_of))


def _show_answers(subject: str, *, folder: Path, as_of: date) -> None:
    """Show what was said in a dossier to a question; anything else has no answers."""
    from psoh_cli.analysis.portrait_words import portrait_of
    from psoh_cli.dossier.dossier import open_dossier
    from psoh_cli.practices.practice_files import sound_catalogue
    from psoh_cli.terminal import console

    question = sound_catalogue().question.get(subject)
    if question is None:
        return
    dossier = open_dossier(folder, as_of=as_of)
    console.heading(f"Wat hierop is gezegd in {dossier.gemeente.name}")
    _show(portrait_of(question, portrait=dossier.portrait, catalogue=dossier.catalogue))


def _explain_finding(subject: str, *, folder: Path, as_of: date) -> None:
    from psoh_cli.analysis.chain import Part, chain
    from psoh_cli.dossier.dossier import open_dossier
    from psoh_cli.rounds.deciding import told
    from psoh_cli.shell import quoted
    from psoh_cli.terminal import console

    dossier = open_dossier(folder, as_of=as_of)
    analysis = dossier.analysis(as_of)
    finding = analysis.finding.get(subject)
    if finding is None:
        remedy = f"Alle bevindingen: psoh analyse {quoted(folder)} --json"
        _unknown(
            f"Er is geen bevinding '{subject}' in dit dossier.", subject, analysis.finding, remedy=remedy
        )
    console.heading(finding.title)
    console.out(f"{finding.id}\n")
    _show(
        chain(finding, catalogue=dossier.catalogue, measures=_measures(dossier, finding=subject, as_of=as_of))
    )
    decided = told(dossier.round, subject, finding.about)
    if decided:
        _show((Part(title="Besproken in de klankbordgroep", lines=tuple(f"- {line}" for line in decided)),))


def _measures(dossier: Dossier, *, finding: str, as_of: date) -> Iterable[str]:
    """Give the measures that close a finding, as proposed now or decided before; a proposal is no plan yet."""
    filed = {entry.id for entry in dossier.plan_file.entries}
    for entry in dossier.plan(as_of).entries:
        if entry.proposal is not None and finding in entry.proposal.gaps:
            decided = (
                f" Besluit: {entry.decision.kind.value}, door {entry.decision.by}." if entry.decision else ""
            )
            when = f" ({entry.start} tot en met {entry.end})" if entry.start and entry.end else ""
            state = "" if entry.decision else " Voorstel."
            if entry.id not in filed:
                state = " Voorstel (nog niet in plan.yaml)."
            yield f"- {entry.title} ({entry.id}){when}.{state}{decided}"


def _list_codes() -> None:
    from psoh_cli.commands.uitleg_code import show_chapters
    from psoh_cli.problems.codes import CHAPTERS

    show_chapters(CHAPTERS)


def _explain_word(subject: str) -> None:
    from psoh_cli.commands.uitleg_begrip import explained, known_words, list_of
    from psoh_cli.commands.uitleg_code import show_chapters, show_code
    from psoh_cli.practices.practice_files import sound_catalogue
    from psoh_cli.problems.codes import CODES
    from psoh_cli.problems.manual import chapter_meant, chapter_near, code_meant, codes_near
    from psoh_cli.terminal import console

    code, chapter = code_meant(subject), chapter_meant(subject)
    if code:
        show_code(code)
        return
    catalogue = sound_catalogue()
    found = explained(subject, catalogue=catalogue)
    listed = list_of(subject)
    if listed and not found:
        console.out(f"Van de {listed} heeft elk id een eigen uitleg.")
        console.out(f"De ids met hun naam: psoh praktijken --lijst {listed}")
        return
    if chapter is not None and not found:
        show_chapters([chapter])
        return
    if not found:
        near = chapter_near(subject)
        if near is not None:
            remedy = f"Alle codes die met {near.prefix} beginnen: psoh uitleg {near.prefix}"
            _unknown(f"De code '{subject}' bestaat niet.", subject, codes_near(subject), remedy=remedy)
        remedy = (
            "Alle codes ziet u met psoh uitleg, praktijken en andere ids met psoh praktijken, bevindingen (gap-…) met "
            "psoh analyse."
        )
        _unknown(
            f"'{subject}' is hier niet bekend.", subject, (*CODES, *known_words(catalogue)), remedy=remedy
        )
    for title, parts in found:
        console.heading(title)
        _show(parts)
    if listed:
        console.say(f"De ids met hun naam: psoh praktijken --lijst {listed}")


def _show(parts: Iterable[Part]) -> None:
    from psoh_cli.terminal import console

    for part in parts:
        console.out(part.title)
        for line in part.lines:
            console.paragraph(line, indent="  ")
        console.out("")


def _unknown(message: str, subject: str, known: Iterable[str], *, remedy: str) -> NoReturn:
    """Stop with the words that look like what was asked."""
    from psoh_cli.dutch import listing
    from psoh_cli.errors import WrongUseError
    from psoh_cli.problems.meant import closest

    close = closest(subject, known)
    meant = f"Bedoelt u {listing(close, last='of')}? " if close else ""
    raise WrongUseError(message, remedy=f"{meant}{remedy}")
