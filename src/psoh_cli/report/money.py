"""The money: year by year, what is covered, what is not, and what nobody knows. Nothing hides in a total."""

from __future__ import annotations

from psoh_cli.dutch import euros, listing, plural
from psoh_cli.plan.budget import Budget, BudgetLine, Warned
from psoh_cli.report import asks
from psoh_cli.report.document import Block, Callout, Column, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.funding import funding_tables, paid_from
from psoh_cli.report.spans import Line, line, lines, pieces, strong
from psoh_cli.vocabulary import CostCertainty, MoneyKind


def money(draft: Draft, *, number: str) -> Section:
    """Compose the budget with its cover."""
    found = draft.budget
    blocks: list[Block] = [Paragraph(content=asks.money_in_words(draft), style="lead")]
    known = tuple(item for item in found.lines if item.years)
    if known:
        blocks.extend((_per_measure(known, found=found, draft=draft), _cover(found)))
    blocks.extend(_warnings(found, draft=draft))
    if found.unknown:
        blocks.append(_unknown(found, draft=draft))
    funding = funding_tables(draft)
    parts = (Section(id="dekking", title="Mogelijke geldbronnen", blocks=funding),) if funding else ()
    return Section(
        id="geld",
        number=number,
        title="Wat het kost en wie het betaalt",
        page="nieuw",
        blocks=tuple(blocks),
        sections=parts,
    )


def _per_measure(known: tuple[BudgetLine, ...], *, found: Budget, draft: Draft) -> Table:
    rows = tuple(
        lines(
            draft.measures[item.id],
            item.title,
            _kind(item),
            *(euros(year.total) for year in item.years),
        )
        for item in known
    )
    total = lines("Samen", "wat bekend is", "", *(euros(year.total) for year in found.totals()))
    return Table(
        caption="Kosten per maatregel en jaar, voor zover bekend",
        columns=(
            Column(title="Nr", kind="code", width=3),
            Column(title="Maatregel", width=8),
            Column(title="Soort en zekerheid", width=5),
            *(Column(title=str(year), kind="geld", width=4) for year in found.years),
        ),
        rows=(*rows, total),
        footer=True,
    )


def _kind(item: BudgetLine) -> str:
    """Name the kind of money and how certain it is; what is unknown says what it is that nobody knows."""
    kind = "soort onbekend" if item.kind is MoneyKind.UNKNOWN else item.kind.value
    unsure = item.certainty is CostCertainty.UNKNOWN
    return f"{kind}, {'zekerheid onbekend' if unsure else item.certainty.value}"


def _cover(found: Budget) -> Table:
    totals = found.totals()
    rows = (
        _row("Gedekt", [year.covered for year in totals]),
        _row("Ongedekt", [year.uncovered for year in totals]),
        (
            line("Onbekend"),
            *(line("niet geteld") for _ in totals),
            line(plural(len(found.unknown), "maatregel", "maatregelen")),
        ),
        _row("Totaal van wat bekend is", [year.total for year in totals]),
    )
    return Table(
        caption="Dekking per jaar",
        columns=(
            Column(title="Dekking", width=6),
            *(Column(title=str(year), kind="geld", width=4) for year in found.years),
            Column(title="Samen", kind="geld", width=4),
        ),
        rows=rows,
        footer=True,
        note=_loose(found),
    )


def _loose(found: Budget) -> str:
    """Say what falls in no column, so that it does not vanish from the totals."""
    loose = found.outside + found.undated
    return (
        f"Niet in deze tabel: {euros(loose)} buiten deze jaren of zonder planning. Ook ongedekt."
        if loose
        else ""
    )


def _row(name: str, amounts: list[int]) -> tuple[Line, ...]:
    return lines(name, *(euros(amount) for amount in amounts), euros(sum(amounts)))


def _warnings(found: Budget, *, draft: Draft) -> tuple[Block, ...]:
    told = tuple(
        line(
            pieces(
                strong(draft.measures[item.id]),
                f" {item.title}: {listing([warning.value for warning in item.warnings])}.",
                _until(item, draft=draft),
            )
        )
        for item in found.lines
        if item.warnings
    )
    return (Callout(tone="let-op", title="Let op bij dit geld", content=told),) if told else ()


def _until(item: BudgetLine, *, draft: Draft) -> str:
    """Say from when nothing pays any more, where the money ends before the cost does."""
    if Warned.EXPIRED not in item.warnings:
        return ""
    return f" Betaald uit: {paid_from(draft.material.plan.entry[item.id], draft=draft)}."


def _unknown(found: Budget, *, draft: Draft) -> Callout:
    return Callout(
        tone="uitleg",
        title=f"Kosten onbekend: {plural(len(found.unknown), 'maatregel', 'maatregelen')}",
        content=lines(
            "Onbekend is geen nul en telt in geen enkel totaal mee. Vraag een offerte of laat het ramen.",
            f"Het gaat om {listing([draft.measures[item.id] for item in found.unknown])}.",
        ),
    )
