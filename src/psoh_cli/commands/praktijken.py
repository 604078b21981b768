"""psoh praktijken: browse what is known to work, with provenance and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from psoh_cli.practices.catalogue import Catalogue
    from psoh_cli.practices.practice import Practice

LISTS = {
    "ketenpartners": "partner_types",
    "interventies": "interventions",
    "financieringsbronnen": "funding_sources",
    "indicatoren": "indicators",
    "ketenstappen": "chain_steps",
    "lagen": "layers",
    "criteria": "cultural_criteria",
    "groepen": "groups",
    "pijlers": "pillars",
}
"""Lists of ids that a dossier uses, each with its place in the knowledge."""


def praktijken(
    praktijk: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="De id van één praktijk, bijvoorbeeld bp-tolken.")
    ] = None,
    pijler: Annotated[
        str | None, typer.Option("--pijler", help="Toon alleen de praktijken van deze pijler.")
    ] = None,
    herkomst: Annotated[
        str | None, typer.Option("--herkomst", help="Toon alleen deze herkomst: arq, vergelijk of afgeleid.")
    ] = None,
    lijst: Annotated[
        str | None,
        typer.Option("--lijst", metavar="SOORT", help=f"Toon ids met hun naam: {', '.join(LISTS)}."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Geef gegevens als JSON.")] = False,
) -> None:
    """Blader door wat bekend is over wat werkt, met herkomst en bron.

    Zonder id een lijst, met een id alles over één praktijk. Met --lijst de ids die u in de bestanden van een dossier
    kunt gebruiken.
    """
    from psoh_cli.practices.practice_files import sound_catalogue

    catalogue = sound_catalogue()
    if lijst is not None:
        _show_ids(catalogue, _known(lijst, {name: name for name in LISTS}, what="lijst"), as_json=as_json)
        return
    if praktijk is not None:
        _show_one(catalogue, _known(praktijk, catalogue.practice, what="praktijk"), as_json=as_json)
        return
    chosen = catalogue.practices
    if pijler is not None:
        pillar = _known(pijler, catalogue.pillar, what="pijler")
        chosen = tuple(practice for practice in chosen if practice.pillar == pillar.id)
    if herkomst is not None:
        provenance = _known(herkomst, {name: name for name in catalogue.header.provenances}, what="herkomst")
        chosen = tuple(practice for practice in chosen if practice.provenance.value == provenance)
    _show_list(catalogue, chosen, as_json=as_json)


def _known(text: str, known: dict[str, Any], *, what: str) -> Any:
    """Find what was named, or stop with the names that look like it."""
    from psoh_cli.errors import WrongUseError
    from psoh_cli.problems.meant import closest

    if text in known:
        return known[text]
    close = closest(text, known.keys())
    remedy = f"Bedoelt u {', '.join(close)}?" if close else f"Kies uit: {', '.join(known)}"
    raise WrongUseError(f"Er is geen {what} '{text}'.", remedy=remedy)


def _show_ids(catalogue: Catalogue, which: str, *, as_json: bool) -> None:
    """Show every id of one list with its name, in the order of the knowledge."""
    from psoh_cli.terminal import console

    items = [(item.id, _name(item)) for item in getattr(catalogue, LISTS[which])]
    if as_json:
        _write_json(
            {"kennisversie": catalogue.version, which: [{"id": key, "naam": name} for key, name in items]}
        )
        return
    console.table(("id", "naam"), items)
    console.say(f"\n{len(items)} {which}. Uitleg bij een id: psoh uitleg {items[0][0]}")


def _name(item: Any) -> str:
    return str(getattr(item, "name", None) or item.criterion)


def _show_list(catalogue: Catalogue, chosen: tuple[Practice, ...], *, as_json: bool) -> None:
    from psoh_cli.terminal import console

    if as_json:
        _write_json(
            {"kennisversie": catalogue.version, "praktijken": [_plain(practice) for practice in chosen]}
        )
        return
    for pillar in catalogue.pillars:
        rows = [(item.id, item.title, item.provenance.value) for item in chosen if item.pillar == pillar.id]
        if rows:
            console.heading(f"{pillar.name} ({pillar.id})")
            console.table(("id", "praktijk", "herkomst"), rows)
    console.say(
        f"\n{len(chosen)} van {len(catalogue.practices)} praktijken, kennisversie {catalogue.version}."
    )
    console.say("Alles over één praktijk: psoh praktijken ID")
    console.say("Andere ids: psoh praktijken --lijst ketenpartners")


def _show_one(catalogue: Catalogue, practice: Practice, *, as_json: bool) -> None:
    from psoh_cli.practices.overview import sections
    from psoh_cli.terminal import console

    if as_json:
        sources = [_plain(catalogue.source[name]) for name in practice.sources]
        need = catalogue.need_of.get(practice.id)
        _write_json(
            {
                "kennisversie": catalogue.version,
                "praktijk": _plain(practice),
                "behoefte": _plain(need) if need else None,
                "bronnen": sources,
            }
        )
        return
    console.heading(practice.title)
    pillar = catalogue.pillar[practice.pillar]
    certainty = practice.certainty.value
    console.paragraph(
        f"{practice.id} · {pillar.name} · herkomst: {practice.provenance.value} · zekerheid: {certainty}"
    )
    for section in sections(catalogue, practice=practice):
        console.heading(section.title)
        for line in section.lines:
            console.paragraph(f"- {line}")
    console.say()
    for name, meaning in catalogue.header.provenances.items():
        console.say(f"[{name}] {meaning}")


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json", by_alias=True)


def _write_json(value: Any) -> None:
    import json

    from psoh_cli.terminal import console

    console.out(json.dumps(value, ensure_ascii=False, indent=2))
