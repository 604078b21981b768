"""The task in figures: who it is about here, and what is known nationally; every figure with its year and source."""

from __future__ import annotations

from psoh_cli.report.document import Block, Column, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.national import national_blocks
from psoh_cli.report.residents import residents_blocks
from psoh_cli.report.spans import line, pieces
from psoh_cli.report.version import Version
from psoh_cli.small_numbers import RULE, may_count_few, shown_text


def challenge(draft: Draft, *, number: str) -> Section:
    """Compose the section of a plan on the size of the task."""
    return Section(
        id="opgave",
        number=number,
        title="De opgave in cijfers",
        blocks=(*residents_blocks(draft), *own_figures(draft)),
        sections=(
            Section(id="opgave-landelijk", title="Wat landelijk bekend is", blocks=national_blocks(draft)),
        ),
    )


def own_figures(draft: Draft) -> tuple[Block, ...]:
    """Compose the figures that the gemeente recorded about itself; its notes are not for everybody."""
    figures, public = draft.gemeente.figures, draft.version is Version.PUBLIC
    if not figures:
        return ()
    rows = tuple(
        (
            line(pieces(figure.description, *([f". {figure.note}"] if figure.note and not public else []))),
            line(shown_text(figure.value)),
            line(figure.year),
            line(draft.name_of_source(figure.source)),
        )
        for figure in figures
    )
    columns = (
        Column(title="Wat", width=9), Column(title="Waarde", width=4), Column(title="Jaar", width=2),
        Column(title="Bron", width=2),
    )  # fmt: skip
    note = RULE if any(may_count_few(figure.value) for figure in figures) else ""
    return (
        Table(caption="Cijfers over deze gemeente, met jaar en bron", columns=columns, rows=rows, note=note),
    )
