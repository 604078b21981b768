"""`psoh kaart voeg-toe`: one service more, from flags or from questions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from psoh_cli.commands.options import a_role

if TYPE_CHECKING:
    from psoh_cli.commands.kaart_formulier import Form
    from psoh_cli.kaart.entries import Service
    from psoh_cli.kaart.fields import Field
    from psoh_cli.terminal.asker import TerminalAsker


def voeg_toe(
    *,
    folder: Annotated[
        Path, typer.Argument(metavar="[MAP]", help="De map van het dossier. Zonder: de map waar u nu bent.")
    ] = Path(),
    organization: Annotated[
        str | None,
        typer.Option(
            "--organisatie", metavar="NAAM", help="Id of naam van de organisatie; een nieuwe naam mag."
        ),
    ] = None,
    partner: Annotated[
        str | None,
        typer.Option(
            "--ketenpartner", metavar="SOORT", help="Wat voor ketenpartner een nieuwe organisatie is."
        ),
    ] = None,
    name: Annotated[str | None, typer.Option("--naam", metavar="NAAM", help="Hoe de dienst heet.")] = None,
    description: Annotated[
        str | None,
        typer.Option("--aanbod", metavar="TEKST", help="Wat de dienst biedt, in één of twee zinnen."),
    ] = None,
    steps: Annotated[
        list[str] | None, typer.Option("--stap", metavar="KETENSTAP", help="Stap van de keten; mag vaker.")
    ] = None,
    layer: Annotated[
        str | None, typer.Option("--laag", metavar="LAAG", help="Laag van steun: laag-1 tot en met laag-4.")
    ] = None,
    kinds: Annotated[
        list[str] | None, typer.Option("--soort", metavar="SOORT", help="Soort aanbod; mag vaker.")
    ] = None,
    interventions: Annotated[
        list[str] | None,
        typer.Option(
            "--interventie", metavar="ID", help="Bekende interventie die de dienst uitvoert; mag vaker."
        ),
    ] = None,
    target_groups: Annotated[
        list[str] | None, typer.Option("--doelgroep", metavar="DOELGROEP", help="Voor wie het is; mag vaker.")
    ] = None,
    age: Annotated[
        str | None, typer.Option("--leeftijd", metavar="LEEFTIJD", help="Voor welke leeftijd: 12-17 of 18+.")
    ] = None,
    languages: Annotated[
        list[str] | None, typer.Option("--taal", metavar="TAAL", help="Taal van de medewerkers; mag vaker.")
    ] = None,
    interpreter: Annotated[
        str | None,
        typer.Option("--tolk", metavar="HOE", help="vast, op-aanvraag, telefonisch, informeel of geen."),
    ] = None,
    interpreter_languages: Annotated[
        list[str] | None,
        typer.Option("--tolktaal", metavar="TAAL", help="Taal waarvoor een tolk komt; mag vaker."),
    ] = None,
    access: Annotated[
        list[str] | None, typer.Option("--toegang", metavar="TOEGANG", help="Wat nodig is; mag vaker.")
    ] = None,
    cost: Annotated[
        str | None, typer.Option("--kosten", metavar="KOSTEN", help="gratis, eigen-bijdrage of eigen-risico.")
    ] = None,
    waiting: Annotated[
        str | None, typer.Option("--wachttijd", metavar="WEKEN", help="Wachttijd in weken; 0 = geen.")
    ] = None,
    service_area: Annotated[
        list[str] | None,
        typer.Option(
            "--werkgebied",
            metavar="GEBIED",
            help="Gemeentecode of wijk waar de dienst werkt; mag vaker. Zonder: de eigen gemeente.",
        ),
    ] = None,
    source: Annotated[
        str | None, typer.Option("--bron", metavar="BRON", help="Waar deze informatie vandaan komt.")
    ] = None,
    checked: Annotated[
        str | None,
        typer.Option(
            "--gecontroleerd", metavar="DATUM", help="Wanneer het is nagevraagd: vandaag of jjjj-mm-dd."
        ),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option(
            "--door",
            metavar="ROL",
            callback=a_role,
            help="Welke rol dit heeft nagevraagd; een functie, geen naam.",
        ),
    ] = None,
    plain: Annotated[
        bool, typer.Option("--toegankelijk", help="Voor een schermlezer. Of zet ACCESSIBLE=1.")
    ] = False,
) -> None:
    """Zet een dienst op de sociale kaart, met vragen of helemaal met opties.

    Nodig zijn --organisatie, --naam, --aanbod en --bron, en bij een nieuwe organisatie --ketenpartner. Ontbreekt
    daarvan iets, dan wordt het gevraagd. Wat u niet invult is onbekend; dat is iets anders dan nee. Welke ids er zijn
    voor --ketenpartner, --stap, --laag en --interventie, ziet u met psoh praktijken --lijst.
    """
    from psoh_cli.commands.kaart_formulier import Form
    from psoh_cli.commands.kaart_map import open_kaart
    from psoh_cli.kaart.fields import service_fields
    from psoh_cli.kaart.kaart_file import add_service
    from psoh_cli.kaart.known_ids import KnownIds
    from psoh_cli.practices.practice_files import sound_catalogue
    from psoh_cli.privacy.telling import warning_about
    from psoh_cli.privacy.texts import free_texts
    from psoh_cli.terminal import console
    from psoh_cli.terminal.asker import Stopped, TerminalAsker, wants_plain

    typed = {
        "naam": name, "aanbod": description, "ketenstappen": steps, "iasc_laag": layer, "soort_aanbod": kinds,
        "interventies": interventions, "doelgroepen": target_groups, "leeftijd": age, "talen": languages,
        "tolkinzet": interpreter, "tolktalen": interpreter_languages, "toegang": access, "kosten_client": cost,
        "wachttijd": waiting, "werkgebied": service_area, "bron": source, "gecontroleerd_op": checked,
        "gecontroleerd_door": role,
    }  # fmt: skip
    opened = open_kaart(folder)
    known = KnownIds.of(sound_catalogue())
    fields = service_fields(known)
    form = Form(opened=opened, known=known, fields=fields, values=_from_flags(fields, typed))
    form.organization = organization or ""
    if partner is not None and form.home is None:
        form.partner = _partner_type(form, partner)
    try:
        _complete(form, TerminalAsker(plain=wants_plain(plain)))
    except Stopped:
        console.say("Gestopt; er is niets toegevoegd.")
        return
    try:
        service, new = form.make()
    except ValueError as error:
        raise _wrong(str(error)) from None
    add_service(opened.path, service=service, organization=new)
    added = (
        f"dienst '{service.id}' staat"
        if new is None
        else f"organisatie '{new.id}' en dienst '{service.id}' staan"
    )
    console.success(f"{added} nu in {opened.path.as_posix()}.")
    for entry in filter(None, (service, new)):
        for line in warning_about(*(text for _, text in free_texts(entry))):
            console.say(line)
    console.say(_advice(service, folder=folder))


def _complete(form: Form, asker: TerminalAsker) -> None:
    """Ask what is missing when somebody is there; else give the usual area, and refuse what cannot do without."""
    from psoh_cli.terminal import console

    missing = form.missing()
    if not missing:
        if "werkgebied" not in form.values and form.usual_area:
            form.values["werkgebied"] = [form.usual_area]
            console.say(f"Werkgebied: {form.usual_area}, de eigen gemeente. Iets anders? Geef --werkgebied.")
        return
    if not console.is_interactive():
        raise _too_little(missing)
    form.fill_in(asker)
    form.look_over(asker)


def _from_flags(fields: tuple[Field, ...], typed: dict[str, Any]) -> dict[str, Any]:
    from psoh_cli.commands.kaart_formulier import day
    from psoh_cli.kaart.draft import read_value

    values: dict[str, Any] = {}
    for field in fields:
        text = typed[field.key]
        if text is None:
            continue
        try:
            value = read_value(field, ", ".join(text) if isinstance(text, list) else text)
            values[field.key] = day(value) if field.key == "gecontroleerd_op" else value
        except ValueError as error:
            raise _wrong(f"{field.flag}: {error}") from None
    return {key: value for key, value in values.items() if value is not None}


def _partner_type(form: Form, text: str) -> str:
    from psoh_cli.kaart.draft import read_value
    from psoh_cli.kaart.fields import partner_field

    field = partner_field(form.known)
    try:
        return str(read_value(field, text))
    except ValueError as error:
        raise _wrong(f"{field.flag}: {error}") from None


def _too_little(missing: list[str]) -> Exception:
    from psoh_cli.dutch import listing
    from psoh_cli.errors import WrongUseError

    remedy = "Zet ze erbij, of geef de opdracht in een terminal; dan worden ze gevraagd."
    if missing[0] == "--ketenpartner":
        remedy = "De organisatie staat nog niet op de kaart. " + remedy
    return WrongUseError(f"Er is te weinig ingevuld: {listing(missing)}.", remedy=remedy)


def _advice(service: Service, *, folder: Path) -> str:
    """Say what is still unknown and matters most for the coverage, and what to type next."""
    from psoh_cli.dutch import listing
    from psoh_cli.shell import quoted

    unknown = [
        word
        for word, known in (
            ("de ketenstap", service.chain_steps),
            ("de talen", service.languages),
            ("het werkgebied", service.service_area),
            ("wanneer dit is nagevraagd", service.assured_date),
        )
        if not known
    ]
    following = f"Verder: psoh check {quoted(folder)}"
    if unknown:
        return f"Nog onbekend: {listing(unknown)}. Vul dat later aan in het bestand.\n{following}"
    return following


def _wrong(message: str) -> Exception:
    from psoh_cli.errors import WrongUseError

    return WrongUseError(message if message.endswith((".", "?")) else f"{message}.")
