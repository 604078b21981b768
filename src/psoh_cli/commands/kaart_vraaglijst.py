"""`psoh kaart vraaglijst`: ask a partner whether its offer still holds, and read the answer back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from psoh_cli.commands.options import AsOf, InFolder, a_role

_FORMATS = ("tekst", "xlsx", "docx", "html", "pdf")
_SUFFIXES = {"txt": "tekst"} | {name: name for name in _FORMATS[1:]}


def vraaglijst(
    *,
    organization: Annotated[
        str | None, typer.Argument(metavar="[ORGANISATIE]", help="Id of naam van de organisatie.")
    ] = None,
    folder: InFolder = Path(),
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="VORM",
            help="tekst (om te mailen) of xlsx (om in te vullen): die leest psoh terug. Of docx, html of pdf, om op "
            "papier in te vullen. Zonder: wat bij --output past, anders tekst.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", metavar="BESTAND|MAP", help="Waar het komt. Zonder: tekst komt op het scherm."
        ),
    ] = None,
    everybody: Annotated[
        bool, typer.Option("--alles", help="Maak er een voor elke organisatie, in een map.")
    ] = False,
    only_due: Annotated[
        bool,
        typer.Option(
            "--verouderd", help="Bij --alles: alleen waar iets verlopen is of binnen acht weken afloopt."
        ),
    ] = False,
    replace: Annotated[
        bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al staat en anders is.")
    ] = False,
    answers: Annotated[
        list[Path] | None,
        typer.Option(
            "--lees", metavar="BESTAND", help="Lees een antwoord terug: .txt, .eml of .xlsx; mag vaker."
        ),
    ] = None,
    write: Annotated[
        bool, typer.Option("--toepassen", help="Bij --lees: schrijf het ook op. Zonder: alleen laten zien.")
    ] = False,
    role: Annotated[
        str | None,
        typer.Option(
            "--door",
            metavar="ROL",
            callback=a_role,
            help="Bij --lees: welke rol dit navroeg; een functie, geen naam.",
        ),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option(
            "--datum",
            metavar="DATUM",
            help="Bij --lees: de dag van het antwoord. Zonder: de dag die in het antwoord staat, anders vandaag.",
        ),
    ] = None,
    has_read: Annotated[
        bool,
        typer.Option(
            "--zelf-gelezen",
            help="Bij --lees: u hebt gelezen wat geen antwoord is, en het verandert niets. Bevestig dan toch.",
        ),
    ] = False,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict",
            help="Bij --lees: schrijf niets, en eindig met 1, zolang een antwoord niet begrepen of nog open is.",
        ),
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Bij --lees: geef gegevens in plaats van tekst.")
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Vraag een organisatie of haar gegevens nog kloppen, en lees het antwoord terug.

    Zonder --format komt er een tekst op het scherm die u in een mail plakt; de ander antwoordt in de mail zelf. Bewaar
    dat antwoord als .txt of .eml en lees het met --lees. U ziet eerst wat er zou veranderen; --toepassen schrijft
    het op.
    """
    from psoh_cli.commands.kaart_map import open_kaart
    from psoh_cli.commands.options import day_or_today
    from psoh_cli.errors import WrongUseError

    if answers:
        from psoh_cli.commands.kaart_vraaglijst_lezen import read_answers

        read_answers(
            tuple(answers),
            opened=open_kaart(folder),
            write=write,
            role=role,
            day=day,
            has_read=has_read,
            strict=strict,
            as_json=as_json,
        )
        return
    _expect_only_making(write=write, role=role, day=day, has_read=has_read, strict=strict, as_json=as_json)
    from psoh_cli.commands.kaart_vraaglijst_maken import make_all, make_one

    opened, made_on = open_kaart(folder), day_or_today(as_of)
    chosen = _chosen(form, output=output, everybody=everybody)
    if everybody:
        make_all(opened, chosen, output=output, only_due=only_due, made_on=made_on, replace=replace)
    elif organization is None:
        raise WrongUseError(
            "Noem de organisatie, of geef --alles.",
            remedy=f"Bij wie iets na te vragen is, ziet u met: {opened.command('verouderd')}",
        )
    else:
        make_one(opened, organization, chosen, output=output, made_on=made_on, replace=replace)


def _expect_only_making(**given: object) -> None:
    from psoh_cli.errors import WrongUseError

    names = {
        "write": "--toepassen",
        "role": "--door",
        "day": "--datum",
        "has_read": "--zelf-gelezen",
        "strict": "--strict",
        "as_json": "--json",
    }
    stray = [names[key] for key, value in given.items() if value]
    if stray:
        raise WrongUseError(f"{stray[0]} hoort bij --lees.", remedy="Noem het antwoord: --lees antwoord.txt")


def _chosen(text: str | None, *, output: Path | None, everybody: bool) -> str:
    """Find the form that is meant; raise WrongUseError when there is none, or it does not fit the output."""
    from psoh_cli.errors import WrongUseError
    from psoh_cli.problems.meant import did_you_mean

    suffix = "" if output is None or everybody else output.suffix.casefold().removeprefix(".")
    chosen = _SUFFIXES.get(suffix, "tekst") if text is None else text.casefold()
    if chosen not in _FORMATS:
        raise WrongUseError(
            f"--format: '{text}' is geen vorm voor een vraaglijst.",
            remedy=did_you_mean(chosen, _FORMATS) or f"Kies uit: {', '.join(_FORMATS)}.",
        )
    if suffix and _SUFFIXES.get(suffix) != chosen:
        raise WrongUseError(
            f"--format {chosen} past niet bij --output {output}.",
            remedy=f"Laat de naam eindigen op .{'txt' if chosen == 'tekst' else chosen}, of kies een ander --format.",
        )
    return chosen
