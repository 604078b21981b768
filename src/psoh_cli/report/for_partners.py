"""The short version for partners: what was found, who does what when, what is asked of each, and what is unknown."""

from __future__ import annotations

from psoh_cli.analysis.finding import FindingKind
from psoh_cli.dutch import plural
from psoh_cli.plan.plan import Entry
from psoh_cli.plan.timeline import Standing, standing_of
from psoh_cli.report import (
    basis,
    found_in_brief,
    measures,
    organisation,
    partners,
    summary,
    unknowns,
    wording,
)
from psoh_cli.report.document import (
    Block,
    Bullets,
    Callout,
    Column,
    Heading,
    Labelled,
    Paragraph,
    Part,
    Section,
    Table,
)
from psoh_cli.report.draft import Draft
from psoh_cli.report.occasion import own_vision
from psoh_cli.report.spans import Line, line, lines, pieces, strong

_MOST_STEPS = 2
"""First steps that are named per measure; the whole list stands in the version for the council."""


def plan(draft: Draft) -> tuple[Section, ...]:
    """Compose the implementation plan for partners."""
    return (
        _about(draft, number="1"),
        _who_when(draft, number="2"),
        _asked(draft, number="3"),
        _unknown(draft, number="4"),
    )


def analysis(draft: Draft) -> tuple[Section, ...]:
    """Compose the gap analysis for partners: what was found, and their own questions."""
    return (
        _found(draft, number="1"),
        partners.partners(draft, number="2").model_copy(update={"page": "doorlopend"}),
        unknowns.compact(draft, number="3"),
    )


def page(draft: Draft) -> tuple[Section, ...]:
    """Compose the one page for partners."""
    return (
        Section(
            id="samenvatting",
            title="Samenvatting voor partners",
            page="eigen",
            blocks=(
                *summary.opening(draft),
                Labelled(parts=(Part(label=summary.first_label(draft), items=summary.first(draft)),)),
                Callout(tone="besluit", title="Wat wij van partners vragen", content=lines(*_asks(draft))),
            ),
        ),
    )


def _about(draft: Draft, *, number: str) -> Section:
    return Section(
        id="gevonden",
        number=number,
        title="Waar het om gaat",
        blocks=(
            *own_vision(draft),
            Paragraph(content=basis.rests_on_whom(draft)),
            Paragraph(content=strong(wording.state_of_knowledge(draft.analysis))),
            found_in_brief.five_in_brief(draft),
            *found_in_brief.strongest(draft),
        ),
    )


def _found(draft: Draft, *, number: str) -> Section:
    """Give what was found, and the bottlenecks without who named them."""
    section = _about(draft, number=number)
    named = [finding for finding in draft.analysis.of_kind(FindingKind.BOTTLENECK) if finding.is_gap]
    titles = [
        draft.catalogue.bottleneck[finding.about].title
        for finding in named
        if finding.about in draft.catalogue.bottleneck
    ]
    told: tuple[Block, ...] = (
        (Paragraph(content="Knelpunten die zijn genoemd:"), Bullets(items=lines(*titles))) if titles else ()
    )
    return section.model_copy(update={"title": "Wat wij vonden", "blocks": (*section.blocks, *told)})


def _who_when(draft: Draft, *, number: str) -> Section:
    entries = draft.material.plan.current
    if not entries:
        nothing = Paragraph(content="Er volgen nog geen maatregelen uit wat bekend is.")
        return Section(id="maatregelen", number=number, title=_WHO_WHEN, blocks=(nothing,))
    return Section(
        id="maatregelen",
        number=number,
        title=_WHO_WHEN,
        blocks=(
            Paragraph(content="Wie het voortouw neemt is een voorstel tot iemand ja zegt.", style="lead"),
            Table(
                caption="Maatregelen op volgorde van fase en begin",
                columns=(
                    Column(title="Nr", kind="code", width=2),
                    Column(title="Wat", width=11),
                    Column(title="Wie", width=8),
                    Column(title="Wanneer", width=5),
                    Column(title="Stand", width=4),
                ),
                rows=tuple(_row(entry, draft=draft) for entry in entries),
                note=wording.QUARTERS_EXPLAINED,
            ),
        ),
    )


_WHO_WHEN = "Wie doet wat, en wanneer"


def _row(entry: Entry, *, draft: Draft) -> tuple[Line, ...]:
    return lines(
        draft.measures[entry.id],
        measures.what(entry, draft=draft),
        measures.who(entry, draft=draft),
        wording.period(entry.start, entry.end),
        measures.standing(entry),
    )


def _asked(draft: Draft, *, number: str) -> Section:
    """Give per partner the first steps of the measures it leads."""
    found = organisation.by_lead(draft)
    nothing = "Er is nu nog niets wat wij van een partner vragen."
    lead = "Per partner: welke maatregelen u volgens het voorstel trekt, en hoe u begint."
    blocks: list[Block] = [Paragraph(content=lead if found else nothing)]
    for who, entries in found.items():
        blocks.append(Heading(text=who[0].upper() + who[1:]))
        blocks.append(Bullets(items=tuple(_steps(entry, draft=draft) for entry in entries)))
    return Section(id="gevraagd", number=number, title="Wat wij van u vragen", blocks=tuple(blocks))


def _steps(entry: Entry, *, draft: Draft) -> Line:
    later = standing_of(entry) is Standing.POSTPONED
    steps = measures.steps_of(entry, draft=draft)
    shown = (
        "Uitgesteld: nu vragen wij hiervoor niets."
        if later
        else " ".join(s.text for s in steps[:_MOST_STEPS])
    )
    when = wording.period(entry.start, entry.end)
    return line(pieces(strong(draft.measures[entry.id]), f" {entry.title} ({when}). {shown}".rstrip()))


def _unknown(draft: Draft, *, number: str) -> Section:
    """Point to whom we ask what; the questions themselves stand in the gap analysis for partners."""
    return unknowns.pointer(draft, number=number)


def _asks(draft: Draft) -> tuple[str, ...]:
    """Say what is asked of all partners together, as far as the facts give rise to it."""
    asks = []
    if any(question.first for item in draft.analysis.to_ask for question in item.questions):
        asks.append(f"Beantwoord de vragen die nog openstaan: {unknowns.count(draft)}.")
    entries = sum(len(item.entries) for item in draft.analysis.to_ask)
    if entries:
        organisations = plural(entries, "organisatie", "organisaties")
        asks.append(f"Kijk uw vermeldingen op de sociale kaart na ({organisations}).")
    proposed = [entry for entry in draft.material.plan.current if entry.decision is None]
    if proposed:
        many = plural(len(proposed), "maatregel", "maatregelen")
        asks.append(f"Zeg of u het voortouw neemt bij wat wij voorstellen ({many}).")
    return tuple(asks) or ("Voer uit wat is afgesproken en meld wat anders loopt.",)
