"""`psoh kaart toon`: the services that fit, with what is not known about them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from psoh_cli.commands.options import AsOf

_ACCESS = {
    "verwijzing-huisarts": "via huisarts",
    "verwijzing-gemeente": "via gemeente",
    "indicatie-wmo": "indicatie Wmo",
    "indicatie-jeugd": "indicatie jeugd",
}
_INTERPRETER = {
    "vast": "vaste tolk",
    "op-aanvraag": "tolk op aanvraag",
    "telefonisch": "tolk via telefoon",
    "informeel": "informele tolk",
}
"""Shorter words, so that a table fits a screen."""

_MOST_NAMED = 12

if TYPE_CHECKING:
    from datetime import date

    from psoh_cli.commands.kaart_map import OpenKaart
    from psoh_cli.kaart.selection import Found, Wanted


def toon(
    folder: Annotated[
        Path, typer.Argument(metavar="[MAP]", help="De map van het dossier. Zonder: de map waar u nu bent.")
    ] = Path(),
    language: Annotated[
        str | None,
        typer.Option("--taal", metavar="TAAL", help="Alleen wat deze taal bereikt: ti of Tigrinya."),
    ] = None,
    step: Annotated[
        str | None, typer.Option("--stap", metavar="KETENSTAP", help="Alleen deze stap van de keten.")
    ] = None,
    age: Annotated[
        str | None,
        typer.Option("--leeftijd", metavar="LEEFTIJD", help="Alleen voor deze leeftijd: 15, 12-17 of 65+."),
    ] = None,
    area: Annotated[
        str | None,
        typer.Option("--gebied", metavar="GEBIED", help="Alleen in deze wijk, regio of gemeente (GM0505)."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Geef gegevens in plaats van een tabel.")] = False,
    as_of: AsOf = None,
) -> None:
    """Toon wat er op de sociale kaart staat, en wat daarvan niet meer bevestigd is.

    Met --taal staat erbij hoe een dienst die taal bereikt, de beste bovenaan. Wat zeker niet past valt weg;
    wat onbekend is blijft staan.
    """
    from psoh_cli.commands.kaart_map import open_kaart
    from psoh_cli.commands.options import day_or_today
    from psoh_cli.kaart.selection import select
    from psoh_cli.terminal import console

    day = day_or_today(as_of)
    opened = open_kaart(folder)
    wanted = _wanted(opened, language=language, step=step, age=age, area=area)
    found = select(opened.kaart, wanted=wanted, areas=_areas(opened), as_of=day)
    if as_json:
        console.out(_as_json(opened, found, wanted=wanted, as_of=day))
        return
    console.paragraph(_summary(opened, found, wanted=wanted))
    if found:
        console.out("")
        console.table(_headers(wanted), [_row(item, wanted=wanted) for item in found])
    for line in _remarks(opened, found, wanted=wanted):
        console.say(line)


def _wanted(
    opened: OpenKaart, *, language: str | None, step: str | None, age: str | None, area: str | None
) -> Wanted:
    from psoh_cli.kaart.selection import Wanted

    return Wanted(
        language=_language(opened, language) if language else None,
        step=_step(step) if step else None,
        ages=_ages(age) if age else None,
        area=_area(opened, area) if area else None,
        home=opened.gemeente.code if opened.gemeente else None,
    )


def _language(opened: OpenKaart, text: str) -> str:
    from psoh_cli.errors import WrongUseError
    from psoh_cli.kaart.reach import language_code
    from psoh_cli.problems.meant import nearest
    from psoh_cli.vocabulary import LANGUAGE_NAMES, language_name

    code = language_code(text)
    here = {
        item
        for service in opened.kaart.services
        for item in (*service.languages, *service.interpreter_languages)
    }
    if code in LANGUAGE_NAMES or code in here:
        return code
    near = nearest(text, LANGUAGE_NAMES)
    raise WrongUseError(
        f"--taal: '{text}' is geen taal die psoh kent.",
        remedy=f"Bedoelt u {near} ({language_name(near)})?"
        if near
        else "Schrijf de naam of de code: Arabisch of ar.",
    )


def _step(text: str) -> str:
    from psoh_cli.dutch import same_name
    from psoh_cli.errors import WrongUseError
    from psoh_cli.kaart.known_ids import KnownIds
    from psoh_cli.practices.practice_files import sound_catalogue
    from psoh_cli.problems.meant import did_you_mean

    steps = KnownIds.of(sound_catalogue()).chain_steps
    for key, name in steps.items():
        if same_name(text) in {key, same_name(name)}:
            return key
    raise WrongUseError(
        f"--stap: '{text}' is geen ketenstap.",
        remedy=did_you_mean(text, steps) or f"Kies uit: {', '.join(steps)}.",
    )


def _ages(text: str) -> tuple[int, int]:
    from psoh_cli.errors import WrongUseError
    from psoh_cli.kaart.draft import read_ages

    try:
        return read_ages(text)
    except ValueError as error:
        raise WrongUseError(f"--leeftijd: {error}.") from None


def _area(opened: OpenKaart, text: str) -> str:
    from psoh_cli.dutch import same_name
    from psoh_cli.errors import WrongUseError
    from psoh_cli.kaart.reach import is_gemeente_code
    from psoh_cli.problems.meant import did_you_mean

    areas, regions = _areas(opened), opened.kaart.regions
    if (
        is_gemeente_code(text)
        or same_name(text) in {same_name(name) for name in areas}
        or regions.named(text)
    ):
        return text
    remedy = did_you_mean(text, [*areas, *(region.name for region in regions.known)])
    raise WrongUseError(
        f"--gebied: '{text}' is geen wijk uit gemeente.yaml, geen regio, en staat niet bij een werkgebied op de kaart.",
        remedy=remedy
        or (f"Kies uit: {', '.join(areas)}." if areas else "Schrijf een gemeentecode, bijvoorbeeld GM0505."),
    )


def _areas(opened: OpenKaart) -> tuple[str, ...]:
    """List the wijken of the gemeente; without them, every place that the kaart names."""
    from psoh_cli.dutch import sort_key
    from psoh_cli.kaart.reach import is_gemeente_code

    if opened.gemeente is not None and opened.gemeente.areas:
        return opened.gemeente.areas
    named = {
        area
        for service in opened.kaart.services
        for area in service.service_area
        if not is_gemeente_code(area) and opened.kaart.regions.named(area) is None
    }
    return tuple(sorted(named, key=sort_key))


def _summary(opened: OpenKaart, found: tuple[Found, ...], *, wanted: Wanted) -> str:
    from psoh_cli.dutch import number, plural

    whose = opened.name if opened.gemeente is None else f"van {opened.name}"
    count = len(opened.kaart.services)
    total = plural(count, "dienst", "diensten")
    organizations = plural(len(opened.kaart.organizations), "organisatie", "organisaties")
    if not count:
        first = f"Op de kaart {whose} staat nog geen dienst, wel {organizations}."
        return f"{first}\nVoeg er een toe: {opened.command('voeg-toe')}"
    if wanted.is_all:
        first = f"Op de kaart {whose} {'staat' if count == 1 else 'staan'} {total} en {organizations}."
    else:
        fitting = {0: "past er geen", 1: "past er één"}.get(len(found), f"passen er {number(len(found))}")
        first = f"Van de {total} op de kaart {whose} {fitting} bij wat u zoekt."
    return f"{first} {_freshness(found)}".strip()


def _freshness(found: tuple[Found, ...]) -> str:
    from psoh_cli.dutch import number

    stale = sum(not item.fresh for item in found)
    if not found:
        return ""
    if not stale:
        return "Alles daarvan is binnen de termijn bevestigd."
    verb = "is" if stale == 1 else "zijn"
    return f"Daarvan {verb} er {number(stale)} niet of niet meer bevestigd."


def _headers(wanted: Wanted) -> tuple[str, ...]:
    return (
        "Dienst",
        "Organisatie",
        "Bereik" if wanted.language else "Talen en tolk",
        "Toegang",
        "Controle",
    )


def _row(found: Found, *, wanted: Wanted) -> tuple[str, ...]:
    service = found.service
    language = found.reach.value if found.reach is not None else _languages(found)
    if wanted.language and not found.certain:
        language += " (past misschien)"
    access = ", ".join(_ACCESS.get(item.value, item.value) for item in service.access) or "onbekend"
    return (service.name, found.organization, language, access, _checked(found))


def _languages(found: Found) -> str:
    from psoh_cli.vocabulary import Interpreter

    service = found.service
    spoken = ", ".join(service.languages) or "taal onbekend"
    if service.interpreter is Interpreter.UNKNOWN:
        return spoken
    if service.interpreter is Interpreter.NONE:
        return f"{spoken}; geen tolk"
    languages = f" ({', '.join(service.interpreter_languages)})" if service.interpreter_languages else ""
    return f"{spoken}; {_INTERPRETER[service.interpreter.value]}{languages}"


def _checked(found: Found) -> str:
    day = found.service.assured_date
    if day is None:
        return "nooit"
    return str(day) if found.fresh else f"{day} verlopen"


def _remarks(opened: OpenKaart, found: tuple[Found, ...], *, wanted: Wanted) -> list[str]:
    from psoh_cli.dutch import listing, plural
    from psoh_cli.kaart.kaart import LeftOutReason

    lines = []
    own = opened.own.organizations if opened.own else ()
    busy = {service.organization for service in opened.kaart.services}
    unsure = sum(not item.certain for item in found)
    if unsure:
        count = plural(unsure, "dienst", "diensten")
        lines.append(
            f"Bij {count} is niet ingevuld voor welke stap, leeftijd of welk gebied; die past dus misschien."
        )
    if wanted.language and found and not any(item.reach for item in found):
        lines.append("Geen van deze diensten bereikt de taal zeker.")
    idle = [f"{item.name} [{item.id}]" for item in own if item.id not in busy]
    if idle and wanted.is_all:
        lines.append(f"Zonder dienst op de kaart: {listing(idle)}.")
    for reason in LeftOutReason:
        left_out = sum(entry.reason is reason for entry in opened.kaart.left_out)
        if left_out:
            lines.append(
                f"Niet meegeteld: {plural(left_out, 'vermelding', 'vermeldingen')} ({reason.value})."
            )
    lines += _conflicts(opened)
    stale = [item.service.id for item in found if not item.fresh]
    if stale:
        names = [*stale[:_MOST_NAMED], *(["…"] if len(stale) > _MOST_NAMED else [])]
        lines.append(f"Niet of niet meer bevestigd: {', '.join(names)}.")
        lines.append(f"Klopt een dienst nog? Leg dat vast: {opened.confirm_command(stale[0])}")
    return lines


def _conflicts(opened: OpenKaart) -> list[str]:
    """Name the entries that another kaart tells otherwise, and in what."""
    from psoh_cli.dutch import listing, number

    found = [entry for entry in opened.kaart.left_out if entry.fields]
    which = "De eigen kaart gaat voor." if opened.own else "De eerste kaart telt."
    lines = [
        f"  {entry.what} {entry.name} [{entry.id}] staat ook in kaart '{entry.kaart}', met iets anders bij: "
        f"{listing(entry.fields)}. {which}"
        for entry in found[:_MOST_NAMED]
    ]
    if len(found) > _MOST_NAMED:
        lines.append(f"  … en nog {number(len(found) - _MOST_NAMED)}; alles staat in --json.")
    return lines


def _as_json(opened: OpenKaart, found: tuple[Found, ...], *, wanted: Wanted, as_of: date) -> str:
    import json

    data: dict[str, Any] = {
        "kaart": opened.name,
        "gemeente": opened.gemeente.code if opened.gemeente else None,
        "peildatum": as_of.isoformat(),
        "filter": {
            "taal": wanted.language,
            "ketenstap": wanted.step,
            "leeftijd": list(wanted.ages) if wanted.ages else None,
            "gebied": wanted.area,
        },
        "aantal": len(found),
        "niet_bevestigd": sum(not item.fresh for item in found),
        "diensten": [_service_data(item) for item in found],
        "buiten_beschouwing": [entry.model_dump(mode="json") for entry in opened.kaart.left_out],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _service_data(found: Found) -> dict[str, Any]:
    judged = {
        "organisatie_naam": found.organization,
        "bevestigd": found.fresh,
        "past_zeker": found.certain,
        "bereik": found.reach.value if found.reach is not None else None,
    }
    return found.service.model_dump(mode="json") | judged
