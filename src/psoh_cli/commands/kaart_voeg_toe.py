"""`psoh kaart voeg-toe`: one service more, from flags or from questions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from psoh_cli.commands.kaart_map import OpenKaart
    from psoh_cli.kaart.draft import Field
    from psoh_cli.kaart.entries import Organization, Service
    from psoh_cli.kaart.known_ids import KnownIds


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
    kinds: Annotated[
        list[str] | None, typer.Option("--soort", metavar="SOORT", help="Soort aanbod; mag vaker.")
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
    service_area: Annotated[
        list[str] | None,
        typer.Option(
            "--werkgebied", metavar="GEBIED", help="Gemeentecode of wijk waar de dienst werkt; mag vaker."
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
        typer.Option("--door", metavar="ROL", help="Welke rol dit heeft nagevraagd; een functie, geen naam."),
    ] = None,
) -> None:
    """Zet een dienst op de sociale kaart, met vragen of helemaal met opties.

    Nodig zijn --organisatie, --naam, --aanbod en --bron, en bij een nieuwe organisatie --ketenpartner. Ontbreekt
    daarvan iets, dan wordt het gevraagd. Wat u niet invult is onbekend; dat is iets anders dan nee.
    """
    from psoh_cli import console
    from psoh_cli.commands.kaart_map import open_kaart
    from psoh_cli.commands.kaart_vragen import StoppedError
    from psoh_cli.kaart.kaart_file import add_service

    typed = {
        "naam": name, "aanbod": description, "ketenstappen": steps, "soort_aanbod": kinds, "doelgroepen": target_groups,
        "leeftijd": age, "talen": languages, "tolkinzet": interpreter, "tolktalen": interpreter_languages,
        "toegang": access, "kosten_client": cost, "werkgebied": service_area, "bron": source,
        "gecontroleerd_op": checked, "gecontroleerd_door": role,
    }  # fmt: skip
    opened = open_kaart(folder)
    try:
        service, new = _draft(opened, typed=typed, organization=organization, partner=partner)
    except StoppedError:
        console.say("Gestopt; er is niets toegevoegd.")
        return
    add_service(opened.path, service=service, organization=new)
    added = (
        f"dienst '{service.id}' staat"
        if new is None
        else f"organisatie '{new.id}' en dienst '{service.id}' staan"
    )
    console.success(f"{added} nu in {opened.path.as_posix()}.")
    console.say(_advice(service))


def _draft(
    opened: OpenKaart, *, typed: dict[str, Any], organization: str | None, partner: str | None
) -> tuple[Service, Organization | None]:
    """Make the service, and its organization when that is new, from flags and where needed from answers."""
    from psoh_cli import console
    from psoh_cli.kaart.draft import find_organization, make_organization, make_service, service_fields

    own = opened.own_file()
    known = _known_ids()
    fields = service_fields(known)
    values = _from_flags(fields, typed)
    names = {item.id: item.name for item in own.organizations}
    missing = _missing(fields, values, organization=organization, partner=partner, organizations=names)
    asking = bool(missing)
    if asking and not console.is_interactive():
        raise _too_little(missing)
    if asking:
        console.say(
            "Typ bij elke vraag een antwoord. Enter laat iets onbekend; stop stopt zonder iets op te slaan."
        )
        organization = organization or _ask_organization(names)
    home = find_organization(organization or "", organizations=names)
    partner_type = None if home else _partner_type(known, partner, asking=asking)
    if asking:
        _ask_rest(opened, fields, values)
    try:
        new = None
        if partner_type is not None:
            new = make_organization(organization or "", partner_type=partner_type, values=values, taken=names)
            home = new.id
        service = make_service(values, organization=home or "", taken=[item.id for item in own.services])
    except ValueError as error:
        raise _wrong(str(error)) from None
    if asking:
        _expect_consent(service, new)
    return service, new


def _known_ids() -> KnownIds:
    from psoh_cli.kaart.known_ids import KnownIds
    from psoh_cli.practices.practice_files import read_catalogue

    return KnownIds.of(read_catalogue()[0])


def _from_flags(fields: tuple[Field, ...], typed: dict[str, Any]) -> dict[str, Any]:
    from psoh_cli.kaart.draft import read_value

    values: dict[str, Any] = {}
    for field in fields:
        text = typed[field.key]
        if text is None:
            continue
        try:
            value = read_value(field, ", ".join(text) if isinstance(text, list) else text)
            values[field.key] = _day(value) if field.key == "gecontroleerd_op" else value
        except ValueError as error:
            raise _wrong(f"{field.flag}: {error}") from None
    return {key: value for key, value in values.items() if value is not None}


def _missing(
    fields: tuple[Field, ...],
    values: dict[str, Any],
    *,
    organization: str | None,
    partner: str | None,
    organizations: dict[str, str],
) -> list[str]:
    """Name the flags without which there is no service to add."""
    from psoh_cli.kaart.draft import find_organization

    flags = [field.flag for field in fields if field.required and field.key not in values]
    if not organization:
        return ["--organisatie", *flags]
    if partner is None and find_organization(organization, organizations=organizations) is None:
        return ["--ketenpartner", *flags]
    return flags


def _too_little(missing: list[str]) -> Exception:
    from psoh_cli.dutch import listing
    from psoh_cli.errors import WrongUseError

    remedy = "Zet ze erbij, of geef de opdracht in een terminal; dan worden ze gevraagd."
    if missing[0] == "--ketenpartner":
        remedy = "De organisatie staat nog niet op de kaart. " + remedy
    return WrongUseError(f"Er is te weinig ingevuld: {listing(missing)}.", remedy=remedy)


def _ask_organization(names: dict[str, str]) -> str:
    from psoh_cli import console
    from psoh_cli.commands.kaart_vragen import ask_text

    console.say()
    for number, (key, name) in enumerate(names.items(), start=1):
        console.say(f"{number:>4}  {name} ({key})")
    text = ask_text(
        "Van welke organisatie is de dienst? Typ een nummer, een id, of de naam van een nieuwe organisatie."
    )
    if text.isdecimal() and 1 <= int(text) <= len(names):
        return list(names)[int(text) - 1]
    return text


def _partner_type(known: KnownIds, partner: str | None, *, asking: bool) -> str:
    from psoh_cli.commands.kaart_vragen import ask_field
    from psoh_cli.kaart.draft import partner_field, read_value

    field = partner_field(known)
    if partner is None and asking:
        return str(ask_field(field))
    try:
        return str(read_value(field, partner or ""))
    except ValueError as error:
        raise _wrong(f"{field.flag}: {error}") from None


def _ask_rest(opened: OpenKaart, fields: tuple[Field, ...], values: dict[str, Any]) -> None:
    from psoh_cli.commands.kaart_vragen import ask_field

    for field in fields:
        if field.key in values or _needless(field, values):
            continue
        usual = opened.gemeente.code if field.key == "werkgebied" and opened.gemeente else ""
        value = ask_field(field, usual=usual, check=_day if field.key == "gecontroleerd_op" else None)
        if value is not None:
            values[field.key] = _day(value) if field.key == "gecontroleerd_op" else value


def _needless(field: Field, values: dict[str, Any]) -> bool:
    """Tell whether an earlier answer makes a question needless."""
    if field.key == "tolktalen":
        return values.get("tolkinzet") in {None, "geen", "onbekend"}
    return field.key == "gecontroleerd_door" and values.get("gecontroleerd_op") in {None, "onbekend"}


def _day(text: str | None) -> str | None:
    """Read the day of a check: today, a date that has been, or unknown; raise ValueError in Dutch."""
    from psoh_cli import clock
    from psoh_cli.dutch import PartialDate

    if text in {None, "onbekend"}:
        return None
    if text == "vandaag":
        return clock.today().isoformat()
    day = PartialDate.parse(text or "")
    if day.first_day() > clock.today():
        raise ValueError(f"{day.in_words()} ligt in de toekomst")
    return str(day)


def _expect_consent(service: Service, new: Organization | None) -> None:
    from psoh_cli import console, yaml_edit
    from psoh_cli.commands.kaart_vragen import StoppedError, ask_yes
    from psoh_cli.kaart.kaart_file import as_fields

    console.say("\nDit komt op de kaart:\n")
    if new is not None:
        console.say(yaml_edit.dump_block([as_fields(new)], indent=2))
    console.say(yaml_edit.dump_block([as_fields(service)], indent=2))
    if not ask_yes("Toevoegen?"):
        raise StoppedError


def _advice(service: Service) -> str:
    """Say what is still unknown and matters most for the coverage."""
    from psoh_cli.dutch import listing

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
    if unknown:
        return f"Nog onbekend: {listing(unknown)}. Vul dat later aan in het bestand."
    return "Verder: psoh check"


def _wrong(message: str) -> Exception:
    from psoh_cli.errors import WrongUseError

    return WrongUseError(message if message.endswith((".", "?")) else f"{message}.")
