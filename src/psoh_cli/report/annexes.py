"""The annexes: the chain behind every finding, and what stands on the sociale kaart."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.analysis.answer_age import AGED
from psoh_cli.analysis.answer_rules import OUR_OWN
from psoh_cli.analysis.finding import EvidenceKind, Finding, FindingKind, RuleResult
from psoh_cli.analysis.proof import SHAKY
from psoh_cli.dutch import PartialDate, listing, plural, sort_key
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import Complete, is_fresh
from psoh_cli.report import wording
from psoh_cli.report.document import Block, Column, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.evidence import rests_on
from psoh_cli.report.spans import Line, LineLike, Mark, Piece, code, line, lines, pieces, strong
from psoh_cli.vocabulary import Interpreter, Verdict, language_name

_FOR_EVERY_RULE = (SHAKY, AGED)


def chain(draft: Draft, *, number: str) -> Section:
    """Compose the reasoning from evidence to rule to verdict, for every finding that says something."""
    told = [finding for finding in wording.judged(draft.analysis) if finding.verdict is not Verdict.UNKNOWN]
    silent = len(wording.judged(draft.analysis)) - len(told)
    intro = (
        "Van bewijs naar oordeel, per bevinding. Regels en drempels kozen wij zelf: zij zijn afgeleid, nooit van "
        f"ARQ. Voor elke regel geldt ook: {' '.join(_FOR_EVERY_RULE)} Wie wat antwoordde staat bij de bevinding zelf. "
        "Op de computer toont "
    )
    blocks: list[Block] = [
        Paragraph(content=pieces(intro, code("psoh uitleg gap-…"), " dezelfde keten, met elk antwoord."))
    ]
    if silent:
        blocks.append(
            Paragraph(
                content=f"{plural(silent, 'werkwijze staat', 'werkwijzen staan')} hier niet: "
                "het oordeel is onbekend.",
                style="klein",
            )
        )
    blocks.extend(
        _rules(pillar.name, found=found, draft=draft)
        for pillar in draft.catalogue.pillars
        if (found := [finding for finding in told if finding.pillar == pillar.id])
    )
    return Section(
        id="onderbouwing", number=number, title="Bijlage: de onderbouwing", page="nieuw", blocks=tuple(blocks)
    )


def _rules(pillar: str, *, found: list[Finding], draft: Draft) -> Table:
    return Table(
        caption=f"Van bewijs naar oordeel: {pillar.split(':', maxsplit=1)[0].lower()}",
        columns=(
            Column(title="Bevinding en regel (afgeleid)", width=12),
            Column(title="Oordeel", kind="oordeel", width=3),
            Column(title="Bewijs", width=8),
        ),
        rows=tuple(row for finding in found for row in _rows(finding, draft=draft)),
    )


def _rows(finding: Finding, *, draft: Draft) -> Iterator[tuple[Line, ...]]:
    """Give a row per rule; the first names the finding too."""
    for place, rule in enumerate(finding.rules):
        name = pieces(strong(_name(finding, draft=draft)), " ", code(finding.id), " ") if place == 0 else ()
        yield lines(
            pieces(name, _own_words(rule)),
            Mark(verdict=rule.verdict),
            _proof(rule, draft=draft),
        )


def _own_words(rule: RuleResult) -> str:
    """Give a rule without what holds for every rule: that stands once, above the tables."""
    text = rule.rule
    for words in (*_FOR_EVERY_RULE, OUR_OWN):
        text = text.replace(f" {words}", "")
    return text


def _name(finding: Finding, *, draft: Draft) -> str:
    if finding.kind in (FindingKind.PRACTICE, FindingKind.NEED):
        return wording.matter(finding, catalogue=draft.catalogue)
    return finding.title


def _proof(rule: RuleResult, *, draft: Draft) -> LineLike:
    """Give what a rule was judged on in few words: how many answered and when, and what the kaart gave."""
    found = [*rests_on(rule.evidence, draft=draft)]
    searched = [
        line(wording.as_said(piece.text, gemeente=draft.gemeente))
        for piece in rule.evidence
        if piece.kind is EvidenceKind.SEARCHED
    ]
    disputed = (
        line(f"{wording.voices(draft.gemeente).capitalize()} verschillen.") if draft.contradicts(rule) else ()
    )
    told = [disputed, *found, *searched]
    joined: list[Piece] = []
    for part in told:
        if part:
            joined.extend((" ", *part) if joined else part)
    return tuple(joined) or wording.as_said(rule.reason, gemeente=draft.gemeente)


def kaart(draft: Draft, *, number: str) -> Section:
    """Compose what stands on the sociale kaart, per organization."""
    found = draft.material.kaart
    services = sorted(
        found.services, key=lambda item: (sort_key(_organization(item, draft=draft)), sort_key(item.name))
    )
    blocks: list[Block] = [Paragraph(content=_declared(draft))]
    if services:
        blocks.append(_services(services, draft=draft))
    with_service = {service.organization for service in services}
    others = [item for item in found.organizations if item.id not in with_service]
    if others:
        blocks.append(
            Table(
                caption="Organisaties zonder vermelde dienst",
                columns=(
                    Column(title="Organisatie", width=6), Column(title="Soort", width=6),
                    Column(title="Bevestigd", width=4), Column(title="Bron", width=3),
                ),
                rows=tuple(
                    lines(
                        item.name,
                        _partner(item.partner_type, draft=draft),
                        item.assured_date.in_words() if item.assured_date else "nooit",
                        pieces(draft.name_of_source(item.source)),
                    )
                    for item in sorted(others, key=lambda item: sort_key(item.name))
                ),
            )
        )  # fmt: skip
    return Section(
        id="sociale-kaart",
        number=number,
        title="Bijlage: de sociale kaart",
        page="liggend" if draft.material.kaart.active else "doorlopend",
        blocks=tuple(blocks),
    )


def _declared(draft: Draft) -> str:
    declared = draft.material.kaart.complete
    if not declared:
        return (
            "De kaart is voor geen enkel onderwerp volledig verklaard: wat hier niet staat, kan er wel zijn."
        )
    current = [item for item in declared if item.is_current(as_of=draft.analysis.as_of)]
    old = [item for item in declared if item not in current]
    texts = [
        f"{prefix}: {listing([_declaration(item) for item in found])}."
        for prefix, found in (
            ("Volledig verklaard voor", current),
            ("Te lang geleden verklaard om op te rekenen", old),
        )
        if found
    ]
    return " ".join(texts)


def _declaration(item: Complete) -> str:
    """Write what was declared and in which month; by whom is a function, which may be one person."""
    about = "alles" if item.subject == "alles" else item.value or item.subject
    return f"{about} ({PartialDate(item.day.year, item.day.month).in_words()})"


def _services(services: list[Service], *, draft: Draft) -> Table:
    return Table(
        caption="Wat er op de kaart staat",
        columns=(
            Column(title="Dienst", width=8),
            Column(title="Organisatie", width=6),
            Column(title="Talen", width=6),
            Column(title="Stap in de keten", width=6),
            Column(title="Toegang", width=4),
            Column(title="Bevestigd", width=5),
            Column(title="Bron", width=2),
        ),
        rows=tuple(_service(service, draft=draft) for service in services),
    )


def _service(service: Service, *, draft: Draft) -> tuple[Line, ...]:
    steps = [
        draft.catalogue.chain_step[step].name
        for step in service.chain_steps
        if step in draft.catalogue.chain_step
    ]
    status = "" if service.status.value == "actief" else f" ({service.status.value.replace('-', ' ')})"
    return lines(
        f"{service.name}{status}",
        _organization(service, draft=draft),
        _languages(service),
        listing(steps) or "onbekend",
        listing([access.value.replace("-", " ") for access in service.access], last="of") or "onbekend",
        _confirmed(service, draft=draft),
        pieces(draft.name_of_source(service.source)),
    )


def _organization(service: Service, *, draft: Draft) -> str:
    found = draft.material.kaart.organization.get(service.organization)
    return found.name if found else service.organization


def _partner(name: str, *, draft: Draft) -> str:
    found = draft.catalogue.partner_type.get(name)
    return found.name if found else name


def _languages(service: Service) -> str:
    own = listing([language_name(code) for code in service.languages])
    if service.interpreter in (Interpreter.UNKNOWN, Interpreter.NONE):
        return own or "onbekend"
    return f"{own}; met tolk" if own else "met tolk"


def _confirmed(service: Service, *, draft: Draft) -> str:
    if service.assured_date is None:
        return "nooit"
    day = service.assured_date.in_words()
    return day if is_fresh(service, as_of=draft.analysis.as_of) else f"{day}; niet meer zeker"
