"""Making the confirmation sheet of one organization or of all, in the form that was asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from psoh_cli.commands.kaart_map import OpenKaart
    from psoh_cli.kaart.exchange.confirmation.form import Form

_FOLDER = Path("vraaglijsten")


def make_one(
    opened: OpenKaart, text: str, chosen: str, *, output: Path | None, made_on: date, replace: bool
) -> None:
    """Make the sheet for one organization, on the screen or in a file."""
    from psoh_cli.commands.kaart_map import find_organization
    from psoh_cli.kaart.exchange.placing_files import place_file
    from psoh_cli.terminal import console

    form = _form(opened, find_organization(opened, text), made_on=made_on)
    if chosen == "tekst" and output is None:
        console.out(_bytes(form, chosen).decode().rstrip("\n"))
        return
    path = output or Path(_file_name(form, chosen))
    if not path.suffix:
        path /= _file_name(form, chosen)
    changed = place_file(_bytes(form, chosen), path=path, replace=replace)
    told = "staat in" if changed else "stond al precies zo in"
    console.success(f"De vraaglijst voor {form.name} {told} {path.as_posix()}.")
    console.say(_how_back(opened, chosen))


def make_all(
    opened: OpenKaart, chosen: str, *, output: Path | None, only_due: bool, made_on: date, replace: bool
) -> None:
    """Make a sheet for every organization, or for those with something due, in a folder."""
    from psoh_cli.dutch import plural
    from psoh_cli.kaart.exchange.placing_files import place_file
    from psoh_cli.terminal import console

    wanted = (
        _due(opened, made_on=made_on) if only_due else [item.id for item in opened.own_file().organizations]
    )
    into = output or _FOLDER
    with console.progress("Vraaglijsten", len(wanted)) as step:
        for organization in wanted:
            form = _form(opened, organization, made_on=made_on)
            place_file(_bytes(form, chosen), path=into / _file_name(form, chosen), replace=replace)
            step(form.name)
    if not wanted:
        console.success("Er is niets na te vragen: alles is binnen de termijn bevestigd.")
        return
    verb = "staat" if len(wanted) == 1 else "staan"
    console.success(f"{plural(len(wanted), 'vraaglijst', 'vraaglijsten')} {verb} in {into.as_posix()}.")
    console.say(_how_back(opened, chosen))


def _due(opened: OpenKaart, *, made_on: date) -> list[str]:
    """List the organizations of the own kaart with something to ask again, the one with most at stake first."""
    from psoh_cli.kaart.freshness import look_ahead
    from psoh_cli.kaart.known_ids import KnownIds
    from psoh_cli.practices.practice_files import sound_catalogue

    steps = KnownIds.of(sound_catalogue()).chain_steps
    found = look_ahead(opened.kaart, gemeente=opened.gemeente, steps=tuple(steps), as_of=made_on)
    own = {item.id for item in opened.own_file().organizations}
    return [item.id for item in found.organizations if item.id in own]


def _form(opened: OpenKaart, organization: str, *, made_on: date) -> Form:
    from psoh_cli.errors import WrongUseError
    from psoh_cli.kaart.exchange.confirmation.form import make_form
    from psoh_cli.kaart.known_ids import KnownIds
    from psoh_cli.practices.practice_files import sound_catalogue

    own = opened.own_file()
    name = opened.gemeente.name if opened.gemeente is not None else own.name
    known = KnownIds.of(sound_catalogue())
    form = make_form(own, organization=organization, gemeente=name, known=known, made_on=made_on)
    if not form.parts:
        raise WrongUseError(
            f"'{organization}' staat niet in deze kaart maar in een gedeelde.",
            remedy=f"Maak de vraaglijst daar: psoh kaart vraaglijst {organization}{opened.map_option(organization)}",
        )
    return form


def _bytes(form: Form, chosen: str) -> bytes:
    if chosen == "xlsx":
        from psoh_cli.kaart.exchange.confirmation.xlsx_file import write_xlsx

        return write_xlsx(form)
    if chosen == "docx":
        from psoh_cli.press.confirmation.word import render_docx

        return render_docx(form)
    if chosen == "html":
        from psoh_cli.press.confirmation.page import render_html

        return render_html(form).encode()
    if chosen == "pdf":
        from psoh_cli.press.confirmation.page import render_pdf

        return render_pdf(form)
    from psoh_cli.kaart.exchange.confirmation.mail import write_mail

    return write_mail(form).encode()


def _file_name(form: Form, chosen: str) -> str:
    return f"vraaglijst-{form.organization}.{_suffix(chosen)}"


def _suffix(chosen: str) -> str:
    return "txt" if chosen == "tekst" else chosen


def _how_back(opened: OpenKaart, chosen: str) -> str:
    """Say how an answer gets on the kaart: only a mail and a workbook can be read back."""
    if chosen in {"tekst", "xlsx"}:
        return f"Lees een antwoord terug met: {_read_command(opened)}"
    return (
        f"Let op: wat iemand hierin invult, leest psoh niet terug ({chosen}). Neem het zelf over, of stuur de "
        "vraaglijst als mail (--format tekst) of als werkboek (--format xlsx)."
    )


def _read_command(opened: OpenKaart) -> str:
    from psoh_cli.shell import quoted

    place = "" if opened.folder == Path() else f" --map {quoted(opened.folder)}"
    return f"psoh kaart vraaglijst --lees BESTAND{place}"
