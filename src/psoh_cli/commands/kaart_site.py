"""`psoh kaart site`: the public pages of the sociale kaart, as a folder of files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from psoh_cli.commands.options import AsOf

if TYPE_CHECKING:
    from datetime import date

    from psoh_cli.site.build import Outcome
    from psoh_cli.site.build_plan import Plan
    from psoh_cli.site.public import Chosen
    from psoh_cli.site.texts_check import Progress

_MOST_NAMED = 12


def site(
    folder: Annotated[
        Path, typer.Argument(metavar="[MAP]", help="De map van het dossier. Zonder: de map waar u nu bent.")
    ] = Path(),
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="MAP", help="Waar de website komt. Zonder: site/ in het dossier."),
    ] = None,
    languages: Annotated[
        str | None,
        typer.Option(
            "--taal",
            metavar="TAAL,…",
            help="De talen van de website, met komma's ertussen: nl,en,ar. Zonder: Nederlands, Engels, elke taal "
            "die er al op staat en elke taal waarvan alle teksten vertaald zijn.",
        ),
    ] = None,
    address: Annotated[
        str | None,
        typer.Option(
            "--adres",
            metavar="ADRES",
            help="Het adres waarop de website komt te staan. Nodig voor de code op de posters.",
        ),
    ] = None,
    anew: Annotated[bool, typer.Option("--opnieuw", help="Maak ook opnieuw wat niet veranderd is.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Geef gegevens in plaats van zinnen.")] = False,
    as_of: AsOf = None,
) -> None:
    """Maak van de sociale kaart een website die iedereen mag zien.

    De website is een map met bestanden. Open index.html in een browser, of zet de map op een webserver. Wat alleen voor
    professionals is, komt er niet in. Wat niet veranderd is, wordt niet opnieuw geschreven.
    """
    import json

    from psoh_cli.commands.kaart_map import open_kaart
    from psoh_cli.commands.kaart_site_telling import left_out_as_data, told_of_the_rest, told_of_translations
    from psoh_cli.commands.options import day_or_today
    from psoh_cli.dutch import listing
    from psoh_cli.practices.practice_files import sound_catalogue
    from psoh_cli.site.build import build, languages_in
    from psoh_cli.site.site_plan import Subject, plan_site
    from psoh_cli.terminal import console

    day = day_or_today(as_of)
    opened = open_kaart(folder)
    home = opened.path.parent
    target = output or home / "site"
    progress = _progress(languages, home=home, there=languages_in(target))
    subject = Subject(
        name=opened.own.name if opened.own else opened.name,
        gemeente=opened.gemeente,
        own=[item.id for item in opened.own.organizations] if opened.own else [],
        as_of=day,
        address=_address(address),
    )
    plan, chosen = plan_site(
        opened.kaart, subject=subject, translations=progress, catalogue=sound_catalogue()
    )
    total = sum(1 for _ in plan.all())
    with console.progress("Website", total) as step:
        outcome = build(plan, target, anew=anew, hear=step)
    if as_json:
        data = _as_json(outcome, plan=plan, chosen=chosen, target=target, progress=progress, as_of=day)
        data["niet_op_de_website"] += left_out_as_data(opened.kaart)
        console.data(json.dumps(data, ensure_ascii=False, indent=2))
        return
    if outcome.left:
        console.warn(
            f"Dit hoort niet meer op de website, en is met de hand veranderd: {listing(outcome.left)}. "
            "psoh haalt het daarom niet weg. Doe dat zelf."
        )
    told = _told(chosen, outcome=outcome, plan=plan)
    for line in (*told_of_the_rest(opened.kaart), *told_of_translations(progress), *told):
        console.say(line)
    console.success(_done(outcome, plan=plan, target=target))


def _progress(languages: str | None, *, home: Path, there: tuple[str, ...]) -> tuple[Progress, ...]:
    """Judge the labels of the languages that were asked for; without those, of all that are whole or are there."""
    from psoh_cli.site.texts import DUTCH
    from psoh_cli.site.texts_files import ENGLISH, language_asked, progress_of, shipped, translated_in

    if languages is not None:
        asked = dict.fromkeys(language_asked(part.strip()) for part in languages.split(",") if part.strip())
        return tuple(progress_of(code, folder=home) for code in asked if code != DUTCH)
    stay = {ENGLISH, *there}
    others = dict.fromkeys((*shipped(), *translated_in(home), *there))
    found = [progress_of(code, folder=home) for code in others if code != DUTCH]
    return tuple(item for item in found if item.language in stay or item.is_complete)


def _address(text: str | None) -> str:
    """Read `--adres`: a folder on a web server, with a slash at its end."""
    from psoh_cli.errors import WrongUseError
    from psoh_cli.model import is_web_address

    if not text:
        return ""
    if not is_web_address(text) or "?" in text or "#" in text:
        raise WrongUseError(
            f"--adres: '{text}' is geen webadres.",
            remedy="Schrijf het hele adres van de map: https://www.gemeente.example/hulp/",
        )
    return text if text.endswith("/") else f"{text}/"


def _done(outcome: Outcome, *, plan: Plan, target: Path) -> str:
    from psoh_cli.dutch import plural

    services = plural(len(plan.site.services), "dienst", "diensten")
    organizations = plural(len(plan.site.organizations), "organisatie", "organisaties")
    what = f"de website staat in {target.as_posix()}, met {services} van {organizations}."
    if not outcome.written and not outcome.removed:
        return f"{what} Er was niets veranderd."
    changed = f"{plural(len(outcome.written), 'bestand', 'bestanden')} geschreven"
    if outcome.removed:
        changed += f", {plural(len(outcome.removed), 'bestand', 'bestanden')} weggehaald"
    return f"{what} {changed[0].upper()}{changed[1:]}. Open: {(target / 'index.html').as_posix()}"


def _told(chosen: Chosen, *, outcome: Outcome, plan: Plan) -> list[str]:
    """Say what is not on the site, and what is not as it could be; only here, never in the site itself."""
    from psoh_cli.dutch import date_in_words
    from psoh_cli.kaart.public_fields import Reason

    lines = []
    for reason in Reason:
        ids = [item.id for item in chosen.left_out if item.reason is reason]
        if ids:
            lines.append(f"Niet op de website ({reason.value}): {_named(ids)}.")
    if chosen.mended:
        lines.append(
            f"Onzichtbare tekens weggehaald of een te lange tekst ingekort bij: {_named(chosen.mended)}."
        )
    if chosen.lapsing:
        lines.append(
            f"Maak de website opnieuw op uiterlijk {date_in_words(chosen.lapsing.day)}: dan is niet meer bevestigd: "
            f"{_named(chosen.lapsing.names)}."
        )
    if not plan.site.about.address:
        lines.append("Zonder --adres staat er geen code op de posters.")
    if plan.site.about.keeper is None:
        lines.append(
            "Op de kaart staat geen contact van de gemeente; de website noemt dus niet waar men een fout meldt."
        )
    if outcome.mended:
        lines.append(f"Met de hand veranderd en opnieuw gemaakt: {_named(outcome.mended)}.")
    return lines


def _named(ids: list[str] | tuple[str, ...]) -> str:
    more = len(ids) - _MOST_NAMED
    return ", ".join(ids[:_MOST_NAMED]) + (f" en nog {more}" if more > 0 else "")


def _as_json(
    outcome: Outcome,
    *,
    plan: Plan,
    chosen: Chosen,
    target: Path,
    progress: tuple[Progress, ...],
    as_of: date,
) -> dict[str, Any]:
    from psoh_cli.site.texts_check import USED

    return {
        "map": target.as_posix(),
        "peildatum": as_of.isoformat(),
        "adres": plan.site.about.address or None,
        "talen": {"nl": len(plan.versions[0].dutch)}
        | {item.language: item.count(*USED) for item in progress},
        "diensten": len(plan.site.services),
        "organisaties": len(plan.site.organizations),
        "geschreven": len(outcome.written),
        "onveranderd": len(outcome.unchanged),
        "weggehaald": list(outcome.removed),
        "met_de_hand_veranderd": [*outcome.mended, *outcome.left],
        "niet_op_de_website": [{"id": item.id, "reden": item.reason.value} for item in chosen.left_out],
        "tekst_opgeschoond": list(chosen.mended),
        "opnieuw_maken_op": chosen.lapsing.day.isoformat() if chosen.lapsing else None,
    }
