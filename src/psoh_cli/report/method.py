"""How this was made: who was asked, what counts as evidence, what it cannot say, and what the badges mean."""

from __future__ import annotations

from psoh_cli.analysis.finding import Asked
from psoh_cli.dutch import date_in_words, listing, number, people, plural
from psoh_cli.kaart.kaart import is_fresh
from psoh_cli.report import wording
from psoh_cli.report.document import (
    Block,
    Bullets,
    Callout,
    Column,
    KeyFigure,
    KeyFigures,
    Legend,
    Paragraph,
    Section,
    Table,
    Term,
)  # fmt: skip
from psoh_cli.report.draft import Draft
from psoh_cli.report.spans import Line, LineLike, Mark, line, lines, pieces
from psoh_cli.vocabulary import Provenance, language_name

_OF_STATUSHOUDERS = "statushouders"


def method(draft: Draft, *, number: str) -> Section:
    """Compose the section on the method."""
    return Section(
        id="werkwijze",
        number=number,
        title="Hoe dit is gemaakt",
        page="nieuw",
        blocks=(
            Paragraph(content=_lead(draft), style="lead"),
            KeyFigures(items=_figures(draft)),
            *_informants(draft),
        ),
        sections=(
            Section(
                id="grenzen", title="Wat dit stuk niet kan zeggen", blocks=(Bullets(items=_limits(draft)),)
            ),
            Section(
                id="leeswijzer", title="Zo leest u een oordeel", blocks=(_verdicts(), *_provenance(draft))
            ),
        ),
    )


def people_section(draft: Draft, *, number: str) -> Section:
    """Compose the section on whom this is about, every figure with its year and source."""
    return Section(
        id="over-wie",
        number=number,
        title="Over wie het gaat",
        blocks=(*_residents(draft), *_known_figures(draft)),
    )


def _lead(draft: Draft) -> str:
    when = f"Alles is bekeken op de peildatum: {date_in_words(draft.analysis.as_of)}."
    if wording.from_public_sources(draft.gemeente):
        return (
            "Voor dit voorbeeld is met niemand gesproken: de antwoorden komen uit openbare bronnen van wisselende "
            f"ouderdom. Wij legden ze naast de sociale kaart en naast wat volgens onderzoek en ervaring werkt. {when}"
        )
    return (
        "Wij vroegen mensen die het werk zien, keken op de sociale kaart en legden beide naast wat volgens onderzoek "
        f"en ervaring werkt. {when}"
    )


def _figures(draft: Draft) -> tuple[KeyFigure, ...]:
    analysis, kaart = draft.analysis, draft.material.kaart
    asked = {informant.group for informant in analysis.informants}
    fresh = sum(is_fresh(service, as_of=analysis.as_of) for service in kaart.services)
    return (
        KeyFigure(
            value=number(len(analysis.informants)),
            label="verzamelingen bronnen" if wording.from_public_sources(draft.gemeente) else "informanten",
            note=f"uit {len(asked)} van de {len(draft.catalogue.groups)} groepen",
        ),
        KeyFigure(
            value=number(sum(informant.known for informant in analysis.informants)),
            label="bruikbare antwoorden",
            note=f"{number(sum(informant.answered for informant in analysis.informants))} antwoorden samen",
        ),
        KeyFigure(
            value=number(analysis.service_count),
            label="diensten op de kaart",
            note=f"{number(fresh)} nu nog bevestigd",
        ),
        KeyFigure(
            value=number(len(wording.judged(analysis))),
            label="werkwijzen bekeken",
            note=f"kennis {draft.catalogue.version}",
        ),
    )


def _informants(draft: Draft) -> tuple[Block, ...]:
    informants = draft.analysis.informants
    if not informants:
        return (
            Callout(
                tone="let-op",
                title="Er is nog niemand gevraagd",
                content=lines("Alles wat van antwoorden afhangt is daarom onbekend."),
            ),
        )
    columns = (
        Column(title="Wie (functie)", width=5),
        Column(title="Groep", width=4),
        Column(title="Wanneer", width=3),
        Column(title="Antwoorden", kind="getal", width=3),
        Column(title="Weet het", kind="getal", width=2),
        Column(title="Nog open", kind="getal", width=2),
    )
    rows = tuple(_informant(informant, draft=draft) for informant in informants)
    note = (
        "Weet het: antwoorden die iets zeggen; ‘weet ik niet’ en ‘niet van toepassing’ tellen daar niet mee."
    )
    caption = (
        "Waar de antwoorden vandaan komen"
        if wording.from_public_sources(draft.gemeente)
        else "Wie is gevraagd"
    )
    return (Table(caption=caption, columns=columns, rows=rows, note=note),)


def _informant(informant: Asked, *, draft: Draft) -> tuple[Line, ...]:
    group = draft.catalogue.group.get(informant.group)
    return lines(
        informant.role,
        group.name if group else informant.group,
        wording.day_in_words(informant.day),
        number(informant.answered),
        number(informant.known),
        number(informant.open),
    )


def _limits(draft: Draft) -> tuple[Line, ...]:
    analysis, kaart = draft.analysis, draft.material.kaart
    asked = {informant.group for informant in analysis.informants}
    silent = [group.name for group in draft.catalogue.groups if group.id not in asked]
    limits = [
        "Dit is een beeld uit gesprekken en een sociale kaart. Het is geen meting onder alle statushouders."
    ]
    if silent:
        limits.append(f"Niet gevraagd: {listing([wording.short_name(name) for name in silent])}.")
    if _OF_STATUSHOUDERS not in asked:
        limits.append("Statushouders zelf zijn nog niet gevraagd. Hun ervaring ontbreekt dus in elk oordeel.")
    stale = sum(not is_fresh(service, as_of=analysis.as_of) for service in kaart.services)
    if stale:
        limits.append(
            f"Niet meer bevestigd: {number(stale)} van de {plural(len(kaart.services), 'dienst', 'diensten')} op de "
            "kaart. Dat telt niet als hulp waar iemand nu op kan rekenen."
        )
    if not kaart.complete:
        limits.append(
            "De kaart is voor geen enkel onderwerp volledig verklaard. Wat er niet op staat is onbekend, niet afwezig."
        )
    limits.append(
        "Drempels, zoals ‘minstens één dienst’, kozen wij zelf (afgeleid). Aantallen onder de 5 drukken wij niet af."
    )
    return lines(*limits)


def _verdicts() -> Block:
    return Table(
        caption="De vijf oordelen",
        columns=(Column(title="Oordeel", kind="oordeel", width=2), Column(title="Wat het betekent", width=6)),
        rows=tuple(
            (line(Mark(verdict=verdict)), line(meaning))
            for verdict, meaning in wording.VERDICT_MEANINGS.items()
        ),
    )


def _provenance(draft: Draft) -> tuple[Block, ...]:
    meanings = draft.catalogue.header.provenances
    return (
        Paragraph(content="Achter elke bewering staat wie het zegt:"),
        Legend(
            items=tuple(
                Term(term=provenance.value, content=meanings[provenance.value])
                for provenance in Provenance
                if provenance.value in meanings
            )
        ),
        Paragraph(content=draft.catalogue.header.attribution, style="klein"),
    )


def _residents(draft: Draft) -> tuple[Block, ...]:
    residents = draft.gemeente.residents
    when = residents.as_of.in_words() if residents.as_of else "datum onbekend"
    lead: LineLike = f"Het aantal statushouders in {draft.gemeente.name} is onbekend."
    if residents.total is not None:
        source = draft.name_of_source(residents.source)
        lead = pieces(
            f"In {draft.gemeente.name} wonen {people(residents.total)} statushouders ({when}).", source
        )
    blocks: list[Block] = [Paragraph(content=lead, style="lead")]
    if residents.languages:
        blocks.append(
            Table(
                caption="Statushouders naar taal",
                columns=(
                    Column(title="Taal", width=3),
                    Column(title="Land van herkomst", width=4),
                    Column(title="Aantal", kind="getal", width=3),
                ),
                rows=tuple(
                    lines(language_name(group.language), group.country or "onbekend", _people(group.people))
                    for group in residents.languages
                ),
            )
        )
    if residents.ages:
        blocks.append(
            Table(
                caption="Statushouders naar leeftijd",
                columns=(Column(title="Leeftijd", width=7), Column(title="Aantal", kind="getal", width=3)),
                rows=tuple(
                    lines(f"{item.age_group.value} jaar", _people(item.people)) for item in residents.ages
                ),
            )
        )
    return tuple(blocks)


def _known_figures(draft: Draft) -> tuple[Block, ...]:
    figures = draft.gemeente.figures
    if not figures:
        return ()
    rows = tuple(
        (
            line(pieces(figure.description, *([f". {figure.note}"] if figure.note else []))),
            line(figure.value),
            line(figure.year),
            line(draft.name_of_source(figure.source)),
        )
        for figure in figures
    )
    columns = (
        Column(title="Wat", width=9), Column(title="Waarde", width=4), Column(title="Jaar", width=2),
        Column(title="Bron", width=2),
    )  # fmt: skip
    return (Table(caption="Cijfers over deze gemeente, met jaar en bron", columns=columns, rows=rows),)


def _people(count: int | None) -> str:
    return "onbekend" if count is None else people(count)
