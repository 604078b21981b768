"""Findings, each as a statement with its verdict, reason, evidence, practice and the measure that follows."""

from __future__ import annotations

from psoh_cli.analysis.finding import Finding, FindingKind
from psoh_cli.dutch import listing, number
from psoh_cli.report import wording
from psoh_cli.report.document import Block, Column, FindingBlock, Paragraph, Part, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.evidence import rests_on
from psoh_cli.report.spans import Badge, Line, LineLike, Mark, Reference, code, line, lines, pieces, quiet, strong
from psoh_cli.vocabulary import AnswerKind, Verdict


def findings_section(draft: Draft, *, number: str) -> Section:
    """Compose the findings on what is known to work, per pillar: gaps in full, then what is in place, then unknowns."""
    parts = []
    for pillar in draft.catalogue.pillars:
        found = tuple(finding for finding in wording.judged(draft.analysis) if finding.pillar == pillar.id)
        if found:
            parts.append(
                Section(
                    id=f"pijler-{pillar.id}",
                    number=f"{number}.{len(parts) + 1}",
                    title=pillar.name,
                    blocks=(
                        Paragraph(
                            content=draft.claim(
                                pillar.explanation, provenance=pillar.provenance, sources=pillar.sources
                            )
                        ),
                        Paragraph(content=strong_tally(found), style="klein"),
                        *pillar_blocks(found, draft=draft),
                    ),
                )
            )
    return Section(
        id="bevindingen",
        number=number,
        title="Bevindingen per pijler",
        page="nieuw",
        blocks=(Paragraph(content=wording.state_of_knowledge(draft.analysis), style="lead"),),
        sections=tuple(parts),
    )


def strong_tally(found: tuple[Finding, ...]) -> str:
    """Count the verdicts of a pillar in words."""
    tally = wording.counts(found)
    parts = [f"{number(tally[verdict])} {verdict.value}" for verdict in Verdict if tally[verdict]]
    return f"{number(len(found))} werkwijzen bekeken: {listing(parts)}."


def pillar_blocks(found: tuple[Finding, ...], *, draft: Draft) -> tuple[Block, ...]:
    """Give the blocks of one pillar."""
    gaps = [finding for finding in found if finding.is_gap]
    place = {gap.id: index for index, gap in enumerate(draft.analysis.gaps())}
    blocks: list[Block] = [
        finding_block(gap, draft=draft) for gap in sorted(gaps, key=lambda gap: place.get(gap.id, len(place)))
    ]
    pillar = draft.catalogue.pillar[found[0].pillar or ""].name.split(":")[0].lower()
    met = [finding for finding in found if finding.verdict is Verdict.MET]
    if met:
        blocks.append(_met(met, draft=draft, caption=f"Geregeld: {pillar}"))
    rest = [finding for finding in found if finding.verdict in (Verdict.UNKNOWN, Verdict.NOT_APPLICABLE)]
    if rest:
        blocks.append(_unknowns(rest, draft=draft, caption=f"Nog niet te beoordelen: {pillar}"))
    return tuple(blocks)


def finding_block(finding: Finding, *, draft: Draft) -> FindingBlock:
    """Give one finding in full."""
    parts = []
    evidence = rests_on(finding.evidence, draft=draft)
    if evidence:
        parts.append(Part(label="Rust op", items=evidence))
    practices = _practice_lines(finding, draft=draft)
    if practices:
        parts.append(Part(label="Wat werkt", items=practices))
    measures = draft.measures_of.get(finding.id, ())
    if measures:
        label = "Maatregel" if len(measures) == 1 else "Maatregelen"
        items = tuple(line(pieces(f"{draft.measures[entry.id]} {entry.title}")) for entry in measures)
        parts.append(Part(label=label, items=items))
    parts.append(Part(label="Nummer", items=(line(code(finding.id)),)))
    return FindingBlock(
        id=finding.id,
        title=finding.title,
        verdict=finding.verdict,
        lead=line(finding.reason),
        parts=tuple(parts),
            )


def _practice_lines(finding: Finding, *, draft: Draft) -> tuple[Line, ...]:
    found = []
    for name in finding.practices:
        practice = draft.catalogue.practice.get(name)
        if practice is not None:
            text = practice.what if finding.kind is FindingKind.PRACTICE else f"{practice.title}. {practice.what}"
            found.append(line(draft.claim(text, provenance=practice.provenance, sources=practice.sources)))
    return tuple(found)


def _met(found: list[Finding], *, draft: Draft, caption: str) -> Table:
    return Table(
        caption=caption,
        columns=(
            Column(title="Werkwijze", width=6),
            Column(title="Oordeel", kind="oordeel", width=3),
            Column(title="Waarom", width=8),
            Column(title="Nummer", kind="code", width=4),
        ),
        rows=tuple(
            (
                line(draft.claim(_subject(finding, draft=draft), provenance=finding.provenance, sources=finding.sources)),
                line(Mark(verdict=finding.verdict)),
                line(finding.reason),
                line(code(finding.id)),
            )
            for finding in found
        ),
    )


def _unknowns(found: list[Finding], *, draft: Draft, caption: str) -> Table:
    return Table(
        caption=caption,
        columns=(
            Column(title="Werkwijze", width=8),
            Column(title="Oordeel", kind="oordeel", width=4),
            Column(title="Wie het kan weten", width=7),
        ),
        rows=tuple(
            (
                line(pieces(_subject(finding, draft=draft), " ", Badge(provenance=finding.provenance))),
                line(Mark(verdict=finding.verdict)),
                line(_whom(finding, draft=draft)),
            )
            for finding in found
        ),
        note="Onbekend is geen tekort. De vragen zelf staan bij ‘Wat wij nog niet weten’.",
    )


def _subject(finding: Finding, *, draft: Draft) -> str:
    if finding.kind is FindingKind.PRACTICE and finding.about in draft.catalogue.practice:
        return draft.catalogue.practice[finding.about].title
    return finding.title.rsplit(":", 1)[0]


def _whom(finding: Finding, *, draft: Draft) -> LineLike:
    names = [draft.catalogue.group[group].name for group in finding.ask if group in draft.catalogue.group]
    if names:
        shown = [wording.short_name(name) for name in names[:3]]
        return listing(shown) + (f" en {len(names) - 3} andere groepen" if len(names) > 3 else "")
    return quiet("de sociale kaart") if finding.verdict is Verdict.UNKNOWN else ""


def differences(draft: Draft, *, number: str) -> Section:
    """Compose where informants differ, and where an answer and the kaart cannot both be right."""
    differ = draft.analysis.of_kind(FindingKind.DIFFERENCE)
    contradict = draft.analysis.of_kind(FindingKind.CONTRADICTION)
    lead = (
        "Wij stemmen niet. Waar informanten verschillend antwoorden staat elk antwoord naast de functie die het gaf; een "
        "gesprek tussen hen is dan de eerste stap."
    )
    blocks: list[Block] = [Paragraph(content=lead, style="lead")]
    if not differ and not contradict:
        blocks.append(
            Paragraph(content="Er zijn nu geen verschillen tussen informanten en geen tegenspraak met de sociale kaart.")
        )
    if differ:
        blocks.append(_differ(differ, draft=draft))
    blocks.extend(_contradiction(finding, draft=draft) for finding in contradict)
    return Section(id="verschillen", number=number, title="Verschillen en tegenspraak", blocks=tuple(blocks))


def _differ(found: tuple[Finding, ...], *, draft: Draft) -> Table:
    return Table(
        caption="Waar informanten niet hetzelfde zeggen",
        columns=(
            Column(title="Vraag", width=6),
            Column(title="Wie zegt wat", width=10),
            Column(title="Nummer", kind="code", width=4),
        ),
        rows=tuple(
            (line(_question(finding, draft=draft)), line(_who_says_what(finding, draft=draft)), line(code(finding.id)))
            for finding in found
        ),
    )


def _question(finding: Finding, *, draft: Draft) -> str:
    question = draft.catalogue.question.get(finding.about)
    return question.text if question else finding.title


def _who_says_what(finding: Finding, *, draft: Draft) -> LineLike:
    """Put each answer before the roles that gave it."""
    question = draft.catalogue.question.get(finding.about)
    said: dict[str, list[str]] = {}
    for piece in finding.evidence:
        words = listing([question.label(value) if question else value for value in piece.values])
        said.setdefault(words, []).append(piece.role or "onbekend")
    unit = f" {question.unit}" if question and question.unit and question.kind is AnswerKind.NUMBER else ""
    parts: list[LineLike] = []
    for place, (words, roles) in enumerate(said.items()):
        parts.append(pieces(" " if place else "", strong(f"{words}{unit}:"), f" {'; '.join(dict.fromkeys(draft.role(role) for role in roles))}."))
    return pieces(*parts)


def _contradiction(finding: Finding, *, draft: Draft) -> FindingBlock:
    """Give a contradiction without its practices: here the talk comes first."""
    block = finding_block(finding, draft=draft)
    return block.model_copy(update={"parts": tuple(part for part in block.parts if part.label != "Wat werkt")})


def partners(draft: Draft, *, number: str) -> Section:
    """Compose which partners are on the kaart and in the klankbordgroep."""
    found = draft.analysis.of_kind(FindingKind.PARTNER)
    return Section(
        id="ketenpartners",
        number=number,
        title="Ketenpartners",
        page="nieuw",
        blocks=(
            Paragraph(
                content="Een aanpak staat of valt met wie meedoet. Hieronder staat per soort ketenpartner of die op de kaart "
                "staat en meedoet in een klankbordgroep. Welke soorten wij verwachten is afgeleid.",
                style="lead",
            ),
            _partners(found, draft=draft),
        ),
    )


def _partners(found: tuple[Finding, ...], *, draft: Draft) -> Table:
    """Give a row per kind of partner: its verdict on the kaart, and its verdict in the klankbordgroep."""
    return Table(
        caption="Ketenpartners op de kaart en in de klankbordgroep",
        columns=(
            Column(title="Ketenpartner", width=6),
            Column(title="Op de kaart", width=7),
            Column(title="In de klankbordgroep", width=6),
        ),
        rows=tuple(
            (
                line(pieces(_partner_name(finding, draft=draft), " ", Badge(provenance=finding.provenance))),
                line(_on_kaart(finding, draft=draft)),
                line(_in_board(finding)),
            )
            for finding in found
        ),
    )


def _partner_name(finding: Finding, *, draft: Draft) -> str:
    partner = draft.catalogue.partner_type.get(finding.about)
    return partner.name if partner else finding.title.rsplit(":", 1)[0]


def _on_kaart(finding: Finding, *, draft: Draft) -> LineLike:
    if not finding.rules:
        return Mark(verdict=finding.verdict)
    names = [
        draft.material.kaart.organization[piece.entry].name
        for piece in finding.rules[0].evidence
        if piece.entry in draft.material.kaart.organization
    ]
    return pieces(Mark(verdict=finding.rules[0].verdict), f" {listing(names)}" if names else "")


def _in_board(finding: Finding) -> Mark:
    return Mark(verdict=finding.rules[1].verdict if len(finding.rules) > 1 else Verdict.UNKNOWN)


def bottlenecks(draft: Draft, *, number: str) -> Section:
    """Compose the bottlenecks informants name, with the practices that answer them."""
    found = draft.analysis.of_kind(FindingKind.BOTTLENECK)
    named = [finding for finding in found if finding.is_gap]
    others = [finding for finding in found if not finding.is_gap]
    blocks: list[Block] = [
        Paragraph(
            content="Knelpunten zijn dingen die vaak misgaan. Een knelpunt telt hier pas als een informant het noemt.",
            style="lead",
        )
    ]
    if named:
        blocks.append(_named(named, draft=draft))
    else:
        blocks.append(Paragraph(content="Nog geen informant heeft een knelpunt genoemd."))
    if others:
        blocks.append(_not_named(others, draft=draft))
    return Section(id="knelpunten", number=number, title="Knelpunten", blocks=tuple(blocks))


def _named(found: list[Finding], *, draft: Draft) -> Table:
    return Table(
        caption="Knelpunten die informanten noemen",
        columns=(
            Column(title="Knelpunt", width=6),
            Column(title="Genoemd door", width=6),
            Column(title="Wat helpt", width=6),
            Column(title="Maatregel", width=3),
            Column(title="Nummer", kind="code", width=4),
        ),
        rows=tuple(_named_row(finding, draft=draft) for finding in found),
    )


def _named_row(finding: Finding, *, draft: Draft) -> tuple[Line, ...]:
    bottleneck = draft.catalogue.bottleneck.get(finding.about)
    title = bottleneck.title if bottleneck else finding.title
    said = dict.fromkeys(piece.role for piece in finding.evidence if piece.verdict is Verdict.PARTLY and piece.role)
    denied = dict.fromkeys(piece.role for piece in finding.evidence if piece.verdict is Verdict.MET and piece.role)
    others = [role for role in denied if role not in said]
    tail = f" Herkennen dit niet: {draft.roles(others)}." if others else ""
    helps = [draft.catalogue.practice[name].title for name in finding.practices if name in draft.catalogue.practice]
    measures = [draft.measures[entry.id] for entry in draft.measures_of.get(finding.id, ())]
    return lines(
        draft.claim(title, provenance=finding.provenance, sources=finding.sources),
        f"{wording.sentence(draft.roles(said))}{tail}",
        "; ".join(helps) or "onbekend",
        ", ".join(measures) or "nog geen",
        code(finding.id),
    )


def _not_named(found: list[Finding], *, draft: Draft) -> Table:
    states = {
        Verdict.MET: "gevraagd, door niemand genoemd",
        Verdict.NOT_APPLICABLE: "niet van toepassing",
        Verdict.UNKNOWN: "nog niet bekend",
    }
    return Table(
        caption="Knelpunten die nog niemand noemde",
        columns=(Column(title="Knelpunt", width=9), Column(title="Stand", width=5), Column(title="Wie het kan weten", width=7)),
        rows=tuple(
            (
                line(pieces(finding.title.rsplit(":", 1)[0], " ", Badge(provenance=finding.provenance))),
                line(states.get(finding.verdict, finding.verdict.value)),
                line(_whom(finding, draft=draft) if finding.verdict is Verdict.UNKNOWN else ""),
            )
            for finding in found
        ),
    )  # fmt: skip


def freshness(draft: Draft, *, number: str) -> Section:
    """Compose which entries of the kaart are not confirmed any more."""
    found = draft.analysis.of_kind(FindingKind.FRESHNESS)
    blocks: list[Block] = []
    if found:
        blocks.append(
            Table(
                caption="Niet of niet meer bevestigd",
                columns=(Column(title="Organisatie", width=5), Column(title="Vermeldingen", width=10)),
                rows=tuple(
                    (line(finding.title.split(":")[0]), line(" ".join(piece.text for piece in finding.evidence)))
                    for finding in found
                ),
                note=pieces(
                    "Bevestigen: ", code("psoh kaart bevestig"), ". De vragen per organisatie staan bij ",
                    Reference(text="Wat wij nog niet weten", target="#onbekend"), ".",
                ),
            )
        )  # fmt: skip
    else:
        blocks.append(Paragraph(content="Alles op de kaart is binnen zijn termijn bevestigd."))
    return Section(id="actueel", number=number, title="Is de sociale kaart nog actueel?", blocks=tuple(blocks))
