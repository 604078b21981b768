"""The money: year by year, what is covered, what is not, and what nobody knows. Nothing hides in a total."""

from __future__ import annotations

from psoh_cli.dutch import euros, listing, plural
from psoh_cli.plan.budget import Budget, BudgetLine, Warned
from psoh_cli.report import asks, wording
from psoh_cli.report.document import Block, Callout, Column, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.funding import (
    ending_warning,
    funding_tables,
    paid_from,
    uncovered_from,
    without_source,
)
from psoh_cli.report.money_figure import money_blocks
from psoh_cli.report.spans import Line, LineLike, line, lines, pieces, quiet, strong
from psoh_cli.vocabulary import CostCertainty, MoneyKind


def money(draft: Draft, *, number: str) -> Section:
    """Compose the budget with its cover."""
    found = draft.budget
    blocks: list[Block] = [Paragraph(content=asks.money_in_words(draft), style="lead")]
    known = tuple(item for item in found.lines if item.years)
    if known:
        blocks.extend(
            (*_drawn(draft), _per_measure(known, found=found, draft=draft), _cover(found, draft=draft))
        )
    blocks.extend(_stated(found))
    blocks.extend(_warnings(found, draft=draft))
    if found.unknown:
        blocks.append(_unknown(found, draft=draft))
    funding = (*ending_warning(draft), *funding_tables(draft))
    parts = (Section(id="dekking", title="Mogelijke geldbronnen", blocks=funding),) if funding else ()
    return Section(
        id="geld",
        number=number,
        title="Financiën: wat het kost en wie het betaalt",
        page="nieuw",
        blocks=tuple(blocks),
        sections=parts,
    )


def _drawn(draft: Draft) -> tuple[Block, ...]:
    """Draw the years with the table that says the same; while a cost is unknown that table has no sum."""
    blocks = money_blocks(draft)
    if not draft.budget.unknown:
        return blocks
    note = line("Alleen wat bekend is; daarom staat er geen totaal onder.")
    return tuple(
        block.model_copy(update={"rows": block.rows[:-1], "footer": False, "note": note})
        if isinstance(block, Table) and block.footer
        else block
        for block in blocks
    )


def cover_per_year(draft: Draft) -> tuple[Block, ...]:
    """Give what is covered per year, as far as amounts are known."""
    found = draft.budget
    return (_cover(found, draft=draft),) if any(item.years for item in found.lines) else ()


def _per_measure(known: tuple[BudgetLine, ...], *, found: Budget, draft: Draft) -> Table:
    """Give a row per measure with a known amount; a sum only when nothing is unknown."""
    rows = tuple(
        lines(
            draft.measures[item.id],
            _named(item, draft=draft),
            _kind(item),
            _certainty(item),
            cover_of(item, draft=draft),
            *(euros(year.total) for year in item.years),
        )
        for item in known
    )
    total = (
        ()
        if found.unknown
        else (lines("Samen", "", "", "", "", *(euros(year.total) for year in found.totals())),)
    )
    return Table(
        caption="Kosten per maatregel en jaar, voor zover bekend",
        columns=(
            Column(title="Nr", kind="code", width=3),
            Column(title="Maatregel", width=9),
            Column(title="Soort", width=5),
            Column(title="Zekerheid", width=5),
            Column(title="Dekking", width=8),
            *(Column(title=str(year), kind="geld", width=4) for year in found.years),
        ),
        rows=(*rows, *total),
        footer=bool(total),
    )


def _named(item: BudgetLine, *, draft: Draft) -> LineLike:
    """Name a measure with what people wrote beside its amount."""
    note = draft.material.plan.entry[item.id].cost.note
    return pieces(item.title, *((" ", quiet(wording.sentence(note))) if note else ()))


def _kind(item: BudgetLine) -> str:
    return "soort onbekend" if item.kind is MoneyKind.UNKNOWN else item.kind.value


def _certainty(item: BudgetLine) -> str:
    return "zekerheid onbekend" if item.certainty is CostCertainty.UNKNOWN else item.certainty.value


def cover_of(item: BudgetLine, *, draft: Draft) -> str:
    """Name what pays and until when it runs; what no source pays says whether the stated budget can."""
    entry = draft.material.plan.entry[item.id]
    source = draft.catalogue.funding_source.get(item.source or "")
    if source is None or uncovered_from(entry, source=source, draft=draft):
        return without_source(item) if not item.source else paid_from(entry, draft=draft)
    return f"{source.name}, loopt tot {source.runs_until.in_words()}" if source.runs_until else source.name


def _cover(found: Budget, *, draft: Draft) -> Table:
    """Give what is covered, by what, and what is not; while a cost is unknown there is no total."""
    totals = found.totals()
    unknown = plural(len(found.unknown), "maatregel", "maatregelen")
    rows = (
        _row("Gedekt door een geldbron" if found.stated else "Gedekt", [year.covered for year in totals]),
        *_per_source(found, draft=draft),
        *(
            (_row("Te betalen uit het opgegeven budget", [year.stated for year in totals]),)
            if found.stated
            else ()
        ),
        (line(strong("Ongedekt")), *_amounts([year.uncovered for year in totals])),
        *(
            ((line("Onbekend"), *(line("niet geteld") for _ in totals), line(unknown)),)
            if found.unknown
            else ()
        ),
        (line("Totaal"), *(line("onbekend") for _ in (*totals, totals)))
        if found.unknown
        else _row("Totaal", [year.total for year in totals]),
    )
    return Table(
        caption="Dekking per jaar",
        columns=(
            Column(title="Dekking", width=9),
            *(Column(title=str(year), kind="geld", width=4) for year in found.years),
            Column(title="Samen", kind="geld", width=4),
        ),
        rows=rows,
        footer=True,
        note=_loose(found),
    )


def _stated(found: Budget) -> tuple[Block, ...]:
    """Give the budget that the gemeente states per year, what is needed of it and what is left."""
    shown = [item for item in found.stated if item.year in found.years]
    if not shown:
        return ()
    rows = []
    for word in dict.fromkeys(item.word for item in shown):
        per_year = {item.year: item for item in shown if item.word == word}
        kind = f", {word}" if word else ""
        for name, part in (("Opgegeven", "amount"), ("Nodig", "needed"), ("Over", "left")):
            cells = [
                euros(getattr(per_year[year], part)) if year in per_year else "niet opgegeven"
                for year in found.years
            ]
            rows.append(lines(f"{name}{kind}", *cells))
    return (
        Table(
            caption="Het budget dat de gemeente opgeeft, per jaar",
            columns=(
                Column(title="Budget", width=9),
                *(Column(title=str(year), kind="geld", width=4) for year in found.years),
            ),
            rows=tuple(rows),
            note="Nodig is wat geplande maatregelen kosten en geen geldbron betaalt; wat al is besloten gaat voor. "
            "Ongedekt is wat dan nog overblijft. Onbekende kosten tellen niet mee: wat over is, kan dus minder zijn.",
        ),
    )


def _per_source(found: Budget, *, draft: Draft) -> tuple[tuple[Line, ...], ...]:
    names = draft.catalogue.funding_source
    return tuple(
        _row(
            f"waarvan uit {names[source].name if source in names else source}",
            [
                sum(item.years[place].covered for item in found.lines if item.source == source and item.years)
                for place in range(len(found.years))
            ],
        )
        for source, amount in found.by_source().items()
        if amount
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
    return (line(name), *_amounts(amounts))


def _amounts(amounts: list[int]) -> tuple[Line, ...]:
    return lines(*(euros(amount) for amount in amounts), euros(sum(amounts)))


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
    if not {Warned.EXPIRED, Warned.ENDED} & set(item.warnings):
        return ""
    return f" Geldbron: {paid_from(draft.material.plan.entry[item.id], draft=draft)}."


def _unknown(found: Budget, *, draft: Draft) -> Callout:
    return Callout(
        tone="uitleg",
        title=f"Kosten onbekend: {plural(len(found.unknown), 'maatregel', 'maatregelen')}",
        content=lines(
            "Onbekend is geen nul en telt in geen enkel totaal mee. Vraag een offerte of laat het ramen.",
            f"Het gaat om {listing([draft.measures[item.id] for item in found.unknown])}.",
        ),
    )
