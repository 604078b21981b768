"""How this was made: who was asked, what counts as evidence, what it cannot say, and what the badges mean."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.dutch import date_in_words, number, plural
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.naming import joined, list_name
from psoh_cli.interview.own_words import in_own_words
from psoh_cli.kaart.kaart import is_fresh
from psoh_cli.practices.question import STATUSHOUDERS
from psoh_cli.report import asked, wording
from psoh_cli.report.beside import few_heard
from psoh_cli.report.challenge import own_figures
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
from psoh_cli.report.residents import residents_blocks
from psoh_cli.report.round_figure import round_blocks
from psoh_cli.report.spans import Line, Mark, line, lines
from psoh_cli.vocabulary import Provenance


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
                id="leeswijzer",
                title="Zo leest u een oordeel",
                blocks=(_verdicts(draft.gemeente), *_provenance(draft)),
            ),
        ),
    )


def people_section(draft: Draft, *, number: str) -> Section:
    """Compose the section on whom this is about, every figure with its year and source."""
    return Section(
        id="over-wie",
        number=number,
        title="Over wie het gaat",
        blocks=(*residents_blocks(draft), *own_figures(draft)),
    )


def _lead(draft: Draft) -> str:
    when = f"Alles is bekeken op de peildatum: {date_in_words(draft.analysis.as_of)}."
    if wording.from_public_sources(draft.gemeente):
        return (
            "Voor dit voorbeeld is met niemand gesproken: de antwoorden komen uit openbare bronnen van wisselende "
            f"ouderdom. Wij legden ze naast de sociale kaart en naast wat volgens onderzoek en ervaring werkt. {when}"
        )
    if not draft.analysis.informants:
        return (
            "Er is nog niemand gevraagd. Wij legden alleen de sociale kaart naast wat volgens onderzoek en ervaring "
            f"werkt. {when}"
        )
    return (
        "Wij vroegen mensen die het werk zien, keken op de sociale kaart en legden beide naast wat volgens onderzoek "
        f"en ervaring werkt. {when}"
    )


def _figures(draft: Draft) -> tuple[KeyFigure, ...]:
    analysis, kaart = draft.analysis, draft.material.kaart
    fresh = sum(is_fresh(service, as_of=analysis.as_of) for service in kaart.active)
    return (
        asked.key_figure(draft),
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
    if not draft.analysis.informants:
        return (
            Callout(
                tone="let-op",
                title="Er is nog niemand gevraagd",
                content=lines("Alles wat van antwoorden afhangt is daarom onbekend."),
            ),
        )
    return (*round_blocks(draft), *asked.tables(draft))


def _limits(draft: Draft) -> tuple[Line, ...]:
    analysis, kaart = draft.analysis, draft.material.kaart
    heard = {informant.group for informant in analysis.informants}
    silent = [list_name(group) for group in draft.catalogue.groups if group.id not in heard]
    public = wording.from_public_sources(draft.gemeente)
    limits = [_what_it_is(draft)]
    if silent:
        label = "Ook geen openbare bron gebruikt over wat deze groepen zien" if public else "Niet gevraagd"
        limits.append(f"{label}: {joined(silent)}.")
    if STATUSHOUDERS not in heard:
        limits.append("Statushouders zelf zijn nog niet gevraagd. Hun ervaring ontbreekt dus in elk oordeel.")
    elif draft.material.portrait.withholds:
        limits.append(few_heard(draft))
    limits.extend(_in_own_words(draft))
    stale = sum(not is_fresh(service, as_of=analysis.as_of) for service in kaart.active)
    if stale:
        limits.append(
            f"Niet meer bevestigd: {number(stale)} van de {plural(len(kaart.active), 'dienst', 'diensten')} op de "
            "kaart. Dat telt niet als hulp waar iemand nu op kan rekenen."
        )
    if not any(item.is_current(as_of=analysis.as_of) for item in kaart.complete):
        limits.append(
            "De kaart is voor geen enkel onderwerp volledig verklaard. Wat er niet op staat is onbekend, niet afwezig."
        )
    limits.append(
        "Drempels, zoals ‘minstens één dienst’, kozen wij zelf (afgeleid). Aantallen onder de 5 drukken wij "
        "niet af, en ook geen aantal waaruit zo’n klein aantal volgt."
    )
    return lines(*limits)


def _in_own_words(draft: Draft) -> Iterator[str]:
    """Say where the answers to open questions are, which stand in no document."""
    told = in_own_words(draft.material.portrait, questions=draft.catalogue.questions)
    groups = {group for groups in told.values() for group in groups}
    if groups and not wording.from_public_sources(draft.gemeente):
        verb = "gaf" if len(groups) == 1 else "gaven"
        yield (
            f"Op open vragen {verb} {plural(len(groups), 'groep', 'groepen')} antwoord in eigen woorden. Die "
            "antwoorden staan in het dossier, om in de klankbordgroep te bespreken. In dit stuk staan ze niet: eigen "
            "woorden kunnen naar één mens wijzen."
        )


def _what_it_is(draft: Draft) -> str:
    if wording.from_public_sources(draft.gemeente):
        return (
            "Dit is een beeld uit openbare bronnen en een sociale kaart. Er is niemand gevraagd en niets gemeten; of "
            "iets nu nog zo is, is niet nagegaan."
        )
    if not draft.analysis.informants:
        return "Dit is een beeld uit alleen een sociale kaart. Het is geen meting onder alle statushouders."
    return (
        "Dit is een beeld uit gesprekken en een sociale kaart. Het is geen meting onder alle statushouders."
    )


def _verdicts(gemeente: Gemeente) -> Block:
    return Table(
        caption="De vijf oordelen",
        columns=(Column(title="Oordeel", kind="oordeel", width=2), Column(title="Wat het betekent", width=6)),
        rows=tuple(
            (line(Mark(verdict=verdict)), line(meaning))
            for verdict, meaning in wording.verdict_meanings(gemeente).items()
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
