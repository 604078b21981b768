"""`psoh ronde formulier`: a question list to mail, for one informant or for everybody in the round."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from psoh_cli.commands.options import AsOf

if TYPE_CHECKING:
    from datetime import date

    from psoh_cli.sitting.sending import Sent
    from psoh_cli.vocabulary import InterviewForm


def formulier(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="[MAP]", help="Map van het dossier. Zonder: de map waar u nu bent.", show_default=False
        ),
    ] = Path(),
    informant: Annotated[
        str,
        typer.Option("--informant", metavar="NAAM", help="Korte naam van de informant voor wie de lijst is."),
    ] = "",
    everybody: Annotated[
        bool,
        typer.Option("--allen", help="Maak een lijst voor iedereen in ronde.yaml die nog niet klaar is."),
    ] = False,
    shape: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="VORM",
            help="xlsx (Excel, LibreOffice), docx (Word, ook om te printen) of html (in de browser). Zonder: de vorm "
            "in ronde.yaml, anders xlsx.",
        ),
    ] = "",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar="BESTAND|MAP",
            help="Waar de lijst komt. Zonder: in de map vragenlijsten van het dossier.",
        ),
    ] = None,
    group: Annotated[
        str,
        typer.Option("--groep", metavar="GROEP", help="Groep van een nieuwe informant; bepaalt de vragen."),
    ] = "",
    role: Annotated[
        str, typer.Option("--rol", metavar="ROL", help="Functie van een nieuwe informant, nooit een naam.")
    ] = "",
    organization: Annotated[
        str, typer.Option("--organisatie", metavar="NAAM", help="Organisatie van een nieuwe informant.")
    ] = "",
    back_before: Annotated[
        str | None,
        typer.Option(
            "--terug-voor", metavar="DATUM", help="Vóór welke dag u de lijst terug wilt; komt in de mail."
        ),
    ] = None,
    replace: Annotated[
        bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al staat en anders is.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Geef gegevens in plaats van tekst.")] = False,
    as_of: AsOf = None,
) -> None:
    """Maak een vragenlijst om te mailen, met de antwoorden die er al zijn, en zet de informant op uitgenodigd.

    De ander vult de lijst in en mailt hem terug. Lees hem dan met psoh ronde lees. De tekst voor uw mail komt op het
    scherm.
    """
    from psoh_cli.commands.options import day_or_today
    from psoh_cli.commands.ronde_formulier_maken import for_all, make, place, somebody
    from psoh_cli.errors import WrongUseError
    from psoh_cli.practices.practice_files import sound_catalogue
    from psoh_cli.rounds.round_file import read_round
    from psoh_cli.sitting.newcomer import Introduction
    from psoh_cli.sitting.sending import gemeente_of

    if everybody == bool(informant):
        raise WrongUseError(
            "Voor wie is de lijst?",
            remedy="Noem één informant met --informant NAAM, of neem ieder met --allen.",
        )
    chosen, made_on, catalogue = _shape(shape), day_or_today(as_of), sound_catalogue()
    wanted_by = _back_before(back_before, made_on=made_on)
    gemeente = gemeente_of(folder)
    told = Introduction(group=group, role=role, organization=organization)
    newcomer = None
    if everybody:
        sent, skipped = for_all(folder, chosen, gemeente=gemeente, catalogue=catalogue, made_on=made_on)
    else:
        asked, own, newcomer = somebody(folder, informant.removesuffix(".yaml"), told, catalogue=catalogue)
        invited = read_round(folder).invitation.get(asked.id)
        told_of = invited.participants if invited else None
        sent, skipped = (make(asked, chosen or own, gemeente, catalogue, made_on, told_of),), ()
    paths = place(
        sent,
        folder=folder,
        output=output,
        replace=replace,
        made_on=made_on,
        everybody=everybody,
        newcomer=newcomer,
    )
    _tell(sent, paths, skipped, folder=folder, back_before=wanted_by, as_json=as_json)


def _back_before(text: str | None, *, made_on: date) -> date | None:
    """Read the day before which lists are wanted back."""
    from psoh_cli.dutch import PartialDate, date_in_words
    from psoh_cli.errors import WrongUseError

    if text is None:
        return None
    try:
        given = PartialDate.parse(text)
    except ValueError as error:
        raise WrongUseError(f"--terug-voor: {error}.") from None
    if not given.day:
        raise WrongUseError(
            "--terug-voor heeft een hele dag nodig.", remedy="Schrijf jjjj-mm-dd, bijvoorbeeld 2026-03-31."
        )
    if given.first_day() <= made_on:
        raise WrongUseError(
            f"--terug-voor: {given.in_words()} is niet later dan {date_in_words(made_on)}.",
            remedy="Noem een dag die nog komt.",
        )
    return given.first_day()


def _shape(text: str) -> InterviewForm | None:
    from psoh_cli.errors import WrongUseError
    from psoh_cli.problems.meant import did_you_mean
    from psoh_cli.sitting.sending import SHAPES

    if not text:
        return None
    names = {item.value: item for item in SHAPES}
    if text.casefold() not in names:
        raise WrongUseError(
            f"--format: '{text}' is geen vorm voor een vragenlijst.",
            remedy=f"{did_you_mean(text, names)} Kies uit: {', '.join(names)}.".strip(),
        )
    return names[text.casefold()]


def _tell(
    sent: tuple[Sent, ...],
    paths: tuple[Path, ...],
    skipped: tuple[tuple[str, str], ...],
    *,
    folder: Path,
    back_before: date | None,
    as_json: bool,
) -> None:
    import json

    from psoh_cli.dutch import listing, plural
    from psoh_cli.shell import quoted
    from psoh_cli.sitting.mailing import ESTIMATED, mail, mails
    from psoh_cli.terminal import console

    if as_json:
        files = [
            {
                "informant": item.form.informant,
                "groep": item.form.group,
                "vorm": item.shape.value,
                "bestand": path.as_posix(),
                "vragen": len(item.form.questions),
                "mail": mail(item, back_before=back_before),
            }
            for item, path in zip(sent, paths, strict=True)
        ]
        found = {
            "bestanden": files,
            "overgeslagen": [{"informant": name, "waarom": why} for name, why in skipped],
        }
        console.data(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for item, path in zip(sent, paths, strict=True):
        count = plural(len(item.form.questions), "vraag", "vragen")
        console.success(f"De lijst voor {item.form.role} ({count}) staat in {path.as_posix()}.")
    for why in dict.fromkeys(why for _, why in skipped):
        console.say(f"Overgeslagen, want {why}: {listing([name for name, said in skipped if said == why])}.")
    if any(why for _, why in skipped):
        console.say("Wilt u daar toch een lijst voor, noem die dan met --informant.")
    for forms, text in mails(sent, back_before=back_before):
        to = f" aan {listing([form.informant for form in forms])}" if len(sent) > 1 else ""
        console.say(f"\nEen tekst voor uw mail{to}:\n")
        console.out(text)
    console.say(f"\n{ESTIMATED}")
    console.say(f"\nKomt de lijst terug, lees hem dan met:\n  psoh ronde lees {quoted(folder)} BESTAND")
