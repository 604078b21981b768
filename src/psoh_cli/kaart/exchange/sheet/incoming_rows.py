"""From the sheets of a file to what came in: our own file exactly, anybody else's as far as it is understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from psoh_cli.collector import collector_held
from psoh_cli.kaart.exchange.incoming import Batch
from psoh_cli.kaart.exchange.sheet.columns import EXPLANATION
from psoh_cli.kaart.exchange.sheet.foreign_entries import ForeignSheet
from psoh_cli.kaart.exchange.sheet.mapping import SheetMapping
from psoh_cli.kaart.exchange.sheet.own_rows import take_own
from psoh_cli.kaart.exchange.sheet.own_table import OwnTable, own_columns, own_table
from psoh_cli.kaart.exchange.sheet.questions import SheetQuestions, about_columns, about_words
from psoh_cli.kaart.exchange.sheet.recognise import Table, find_table
from psoh_cli.kaart.exchange.sheet.taken import Taken
from psoh_cli.kaart.exchange.sheet.values import Reader
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.workbooks.raw_sheet import RawSheet

_NO_MAPPING = SheetMapping()
_NO_IDS = KnownIds()


@dataclass(frozen=True, kw_only=True)
class SheetsTaken:
    """What came in, what somebody has to tell first, and which table was found on each foreign sheet."""

    batch: Batch
    questions: SheetQuestions = field(default_factory=SheetQuestions)
    tables: tuple[Table, ...] = ()
    is_own: bool = False

    def mapping(self, told: SheetMapping) -> SheetMapping:
        """Give the mapping as it was used: what was told, and each column as it was recognised."""
        for table in self.tables:
            for heading in table.headings:
                if heading.field and not told.field_of(heading.text):
                    told = told.with_column(heading.text, heading.field)
        return told


def to_batch(
    sheets: Sequence[RawSheet], *, mapping: SheetMapping = _NO_MAPPING, known: KnownIds = _NO_IDS
) -> Batch:
    """Give what the sheets of one file tell."""
    return take_sheets(sheets, mapping=mapping, known=known).batch


@collector_held()
def take_sheets(
    sheets: Sequence[RawSheet], *, mapping: SheetMapping = _NO_MAPPING, known: KnownIds = _NO_IDS
) -> SheetsTaken:
    """Read the sheets of one file, and gather what is open about them."""
    reader = Reader(known=known, may_be_personal=mapping.personal == "overnemen")
    own = own_tables(sheets, reader=reader)
    if own:
        taken = take_own(own, reader=reader)
        taken.remarks[:0] = [remark for sheet in sheets for remark in sheet.remarks]
        taken.remarks += _beside(sheets, own=own)
        if not taken.entries and not taken.not_understood:
            taken.remarks.append(_only_headings(own[0].sheet))
        return SheetsTaken(batch=_batch(taken, is_complete=bool(taken.entries)), is_own=True)
    return _take_foreign(sheets, mapping=mapping, reader=reader)


def own_tables(sheets: Sequence[RawSheet], *, reader: Reader) -> list[OwnTable]:
    """Find our own tables; a sheet of somebody else in the same file is not one."""
    columns = own_columns(reader.known)
    found = (own_table(sheet, columns=columns) for sheet in sheets if not sheet.is_hidden)
    return [table for table in found if table is not None]


def _beside(sheets: Sequence[RawSheet], *, own: Sequence[OwnTable]) -> list[str]:
    """Tell of sheets that somebody put into our own file: they are not read."""
    ours = {table.sheet.name for table in own} | {EXPLANATION}
    names = [
        sheet.name for sheet in sheets if sheet.name not in ours and not sheet.is_hidden and _holds(sheet)
    ]
    return [f"Blad {name} is niet van psoh en is niet gelezen." for name in names]


def _holds(sheet: RawSheet) -> bool:
    return any(cell != "" for row in sheet.rows for cell in row)


def _take_foreign(sheets: Sequence[RawSheet], *, mapping: SheetMapping, reader: Reader) -> SheetsTaken:
    taken = Taken()
    tables: list[Table] = []
    questions = SheetQuestions()
    for sheet in sheets:
        taken.remarks += sheet.remarks
        if mapping.leaves_out(sheet.name) or not any(map(any, sheet.rows)):
            continue
        if sheet.is_hidden:
            taken.remarks.append(f"Het verborgen {sheet.said} is niet gelezen.")
            continue
        table = find_table(sheet, mapping=mapping)
        if table is None:
            taken.remarks.append(_no_headings(sheet))
            continue
        tables.append(table)
        if not any(cell != "" for row in sheet.rows[table.first_row :] for cell in row):
            taken.remarks.append(_only_headings(sheet))
        foreign = ForeignSheet(table, mapping=mapping, reader=reader)
        questions = _with(questions, table, foreign, reader=reader)
        told = foreign.take()
        taken.entries += told.entries
        taken.not_understood += told.not_understood
        taken.remarks += [*told.remarks, *_left_out(table)]
        if questions.organization is None and foreign.orphan is not None:
            questions = replace(questions, organization=foreign.orphan)
    return SheetsTaken(batch=_batch(taken), questions=questions, tables=tuple(tables))


def _with(
    questions: SheetQuestions, table: Table, foreign: ForeignSheet, *, reader: Reader
) -> SheetQuestions:
    return SheetQuestions(
        columns=(*questions.columns, *about_columns(table, foreign.rows)),
        words=(*questions.words, *about_words(table, foreign.columns, foreign.rows, reader=reader)),
        organization=questions.organization,
        area=questions.area or foreign.has_no_area,
    )


def _no_headings(sheet: RawSheet) -> str:
    return (
        f"Er is {sheet.on_it} geen rij met kopjes gevonden die psoh kent; het blad is niet gelezen. "
        "Staat er wel een tabel, noem dan in koppeling.yaml bij bladen de kopregel."
    )


def _only_headings(sheet: RawSheet) -> str:
    return (
        f"Er staan {sheet.on_it} alleen kopjes, en geen rijen. Bedoelde u een ander bestand of blad? "
        "Of is het opgeslagen voordat het was ingevuld?"
    )


def _left_out(table: Table) -> list[str]:
    names = [item.text for item in table.unknown]
    if not names:
        return []
    listed = ", ".join(f"'{name}'" for name in names[:8]) + (
        f" en nog {len(names) - 8}" if len(names) > 8 else ""
    )
    return [f"Niet overgenomen van {table.sheet.said}: kolom {listed}."]


def _batch(taken: Taken, *, is_complete: bool = False) -> Batch:
    return Batch(
        entries=tuple(taken.entries),
        not_understood=tuple(taken.not_understood),
        remarks=tuple(dict.fromkeys(taken.remarks)),
        is_complete=is_complete,
    )
