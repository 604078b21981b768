"""The version for everybody: no remarks, no who said what, no functions of people, no small numbers, no ids."""

from __future__ import annotations

from psoh_cli.analysis.finding import FindingKind
from psoh_cli.dutch import plural
from psoh_cli.report import (
    asks,
    basis,
    challenge,
    found_in_brief,
    money,
    national,
    occasion,
    public_measures,
    reach,
    residents,
    summary,
    unknowns,
    wording,
)
from psoh_cli.report.document import (
    Block,
    Bullets,
    Callout,
    Column,
    Labelled,
    Paragraph,
    Part,
    Section,
    Table,
)
from psoh_cli.report.draft import Draft
from psoh_cli.report.spans import Badge, Mark, line, lines, pieces, strong
from psoh_cli.vocabulary import Verdict

_MOST_UNKNOWN = 10


def plan(draft: Draft) -> tuple[Section, ...]:
    """Compose the implementation plan for everybody."""
    return (
        _about(draft, number="1"),
        _people(draft, number="2"),
        _found(draft, number="3"),
        public_measures.measures_section(draft, number="4"),
        _cost(draft, number="5"),
        public_measures.followed(draft, number="6"),
        _unknown(draft, number="7"),
    )


def analysis(draft: Draft) -> tuple[Section, ...]:
    """Compose the gap analysis for everybody."""
    return (
        _about(draft, number="1"),
        _people(draft, number="2"),
        _found(draft, number="3"),
        reach.reach_section(draft, number="4"),
        _judged(draft, number="5"),
        _bottlenecks(draft, number="6"),
        _unknown(draft, number="7"),
    )


def page(draft: Draft) -> tuple[Section, ...]:
    """Compose the one page for everybody."""
    return (
        Section(
            id="samenvatting",
            title="Samenvatting voor iedereen",
            page="eigen",
            blocks=(
                *summary.opening(draft),
                Labelled(
                    parts=(
                        Part(label=summary.first_label(draft), items=summary.first(draft)),
                        Part(label="Wat het kost", items=lines(asks.money_in_words(draft))),
                    )
                ),
                Callout(tone="uitleg", title="Wat wij nog niet weten", content=lines(_open(draft))),
            ),
        ),
    )


def _about(draft: Draft, *, number: str) -> Section:
    return Section(
        id="waarom",
        number=number,
        title="Waar het om gaat",
        blocks=(
            *((Paragraph(content=draft.gemeente.occasion),) if draft.gemeente.occasion else ()),
            *occasion.own_vision(draft),
            Paragraph(content=basis.rests_on_whom(draft)),
        ),
        sections=(occasion.legend_section(draft),),
    )


def _people(draft: Draft, *, number: str) -> Section:
    return Section(
        id="over-wie",
        number=number,
        title="Over wie het gaat",
        blocks=(
            *residents.residents_blocks(draft),
            *challenge.own_figures(draft),
            *national.national_blocks(draft),
        ),
    )


def _found(draft: Draft, *, number: str) -> Section:
    return Section(
        id="gevonden",
        number=number,
        title="Wat wij vonden",
        blocks=(
            Paragraph(content=strong(wording.state_of_knowledge(draft.analysis))),
            found_in_brief.five_in_brief(draft),
            _meanings(draft),
        ),
    )


def _meanings(draft: Draft) -> Table:
    return Table(
        caption="Zo leest u een oordeel",
        columns=(Column(title="Oordeel", kind="oordeel", width=2), Column(title="Wat het betekent", width=6)),
        rows=tuple(
            (line(Mark(verdict=verdict)), line(meaning))
            for verdict, meaning in wording.verdict_meanings(draft.gemeente).items()
        ),
    )


def _judged(draft: Draft, *, number: str) -> Section:
    """Give the verdict on every practice, per pillar; what each informant said stays out."""
    tables = tuple(
        Table(
            caption=pillar.name,
            columns=(
                Column(title="Wat wij bekeken", width=10),
                Column(title="Oordeel", kind="oordeel", width=3),
            ),
            rows=tuple(
                (
                    line(
                        draft.claim(
                            wording.matter(finding, catalogue=draft.catalogue),
                            provenance=finding.provenance,
                            sources=finding.sources,
                        )
                    ),
                    line(Mark(verdict=finding.verdict)),
                )
                for finding in found
            ),
        )
        for pillar in draft.catalogue.pillars
        if (found := [item for item in wording.judged(draft.analysis) if item.pillar == pillar.id])
    )
    lead = Paragraph(
        content="Per onderdeel staat of er bewijs is dat dit geregeld is. Het label zegt wie de werkwijze aanraadt.",
        style="lead",
    )
    return Section(id="oordelen", number=number, title="Wat er is en wat ontbreekt", blocks=(lead, *tables))


def _bottlenecks(draft: Draft, *, number: str) -> Section:
    named = [item for item in draft.analysis.of_kind(FindingKind.BOTTLENECK) if item.is_gap]
    known = draft.catalogue.bottleneck
    rows = tuple(
        line(pieces(known[item.about].title, " ", Badge(provenance=item.provenance)))
        for item in named
        if item.about in known
    )
    blocks: tuple[Block, ...] = (
        (Paragraph(content="Dit gaat volgens een of meer bronnen vaak mis:"), Bullets(items=rows))
        if rows
        else (Paragraph(content="Er is nog geen knelpunt genoemd."),)
    )
    return Section(id="knelpunten", number=number, title="Knelpunten", blocks=blocks)


def _cost(draft: Draft, *, number: str) -> Section:
    return Section(
        id="geld",
        number=number,
        title="Wat het kost",
        blocks=(Paragraph(content=asks.money_in_words(draft), style="lead"), *money.cover_per_year(draft)),
    )


def _unknown(draft: Draft, *, number: str) -> Section:
    found = [item for item in wording.judged(draft.analysis) if item.verdict is Verdict.UNKNOWN]
    shown = tuple(line(wording.what_is_unknown(item)) for item in found[:_MOST_UNKNOWN])
    more = len(found) - _MOST_UNKNOWN
    rest = lines(f"En nog {plural(more, 'onderdeel', 'onderdelen')}.") if more > 0 else ()
    blocks: tuple[Block, ...] = (Paragraph(content=_open(draft)),)
    if shown:
        blocks = (*blocks, Bullets(items=(*shown, *rest)))
    return Section(id="onbekend", number=number, title="Wat wij nog niet weten", blocks=blocks)


def _now(draft: Draft) -> str:
    """Say how many questions are open; without any, what is unknown below is not a matter of asking alone."""
    open_ = unknowns.count(draft)
    return (
        f"Nu staan er {open_}."
        if any(item.own for item in draft.analysis.to_ask)
        else ("Alle vragen zijn gesteld; wat hieronder staat, is nog niet zeker.")
    )


def _open(draft: Draft) -> str:
    return f"Onbekend is geen tekort, maar een vraag die nog gesteld moet worden. {_now(draft)}"
