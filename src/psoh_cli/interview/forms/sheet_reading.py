"""The sheets of a workbook that came back → Filled: what stands in the cells of each question, nothing judged yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.errors import UnreadableError
from psoh_cli.interview.forms.day_answered import day_in, no_day
from psoh_cli.interview.forms.filled import Filled
from psoh_cli.interview.forms.form import FORMAT
from psoh_cli.interview.forms.participants import participants_in
from psoh_cli.interview.forms.sheet import (
    ANSWER,
    ANSWERED_ON,
    HEADINGS,
    ID,
    OURS,
    PART,
    PARTICIPANTS,
    QUESTION,
    SAID,
)
from psoh_cli.interview.forms.sheet_answer import Said, to_answer
from psoh_cli.line_ends import mended
from psoh_cli.model import SLUG_PATTERN
from psoh_cli.problems.meant import bare
from psoh_cli.workbooks.raw_sheet import Cell, RawSheet, Row, Unreckoned, shown

_SLUG = re.compile(SLUG_PATTERN)
_MOST_STRAY = 50
"""More cells than this that nobody asked for are not told one by one."""


@dataclass
class _Read:
    """What was found on the way."""

    said: dict[str, dict[str, Said]] = field(default_factory=dict)
    """By question, then by part."""
    not_understood: list[NotUnderstood] = field(default_factory=list)
    answered_on: date | None = None
    odd_day: NotUnderstood | None = None
    participants: int | None = None
    remarks: list[str] = field(default_factory=list)


def is_sheet_of_ours(sheets: Sequence[RawSheet]) -> bool:
    """Tell whether a workbook is a question list of ours, also when its hidden sheet was lost."""
    return _hidden(sheets) is not None or any(_columns(sheet) is not None for sheet in sheets)


def read_sheets(sheets: Sequence[RawSheet], *, file: str) -> Filled:
    """Read a workbook that is ours; without its hidden sheet the informant and the gemeente stay empty."""
    hidden = _hidden(sheets)
    about, sent = _about(hidden), _sent(hidden)
    read = _Read()
    for sheet in sheets:
        if sheet is not hidden:
            _read_page(sheet, read, file=file)
    if not read.said or any(_lacks_column(sheet) for sheet in sheets):
        raise UnreadableError(
            f"In {file} is de kolom weg waaraan psoh ziet bij welke vraag een antwoord hoort.",
            remedy="Vraag om de lijst met alle kolommen, of neem de antwoorden over met: psoh interview",
        )
    found = [
        to_answer(question, parts, sent=sent.get(question, {}) if hidden else None)
        for question, parts in read.said.items()
    ]
    return Filled(
        file=file,
        informant=about.get("informant", ""),
        code=about.get("gemeente", ""),
        group=about.get("groep", ""),
        knowledge_version=about.get("kennisversie", ""),
        made_on=day_in(about.get("gemaakt op", "")) or date.min,
        answers=tuple(answer for answer, _ in found),
        answered_on=read.answered_on,
        odd_day=read.odd_day,
        participants=read.participants,
        not_understood=(*read.not_understood, *(item for _, strange in found for item in strange)),
        remarks=tuple(read.remarks),
    )


def _read_page(sheet: RawSheet, read: _Read, *, file: str) -> None:
    columns = _columns(sheet) or tuple(range(len(HEADINGS)))
    stray: list[NotUnderstood] = []
    for number, row in enumerate(sheet.rows, start=1):
        place = Place(file=file, sheet=sheet.name, row=number)
        name, part = _text(row, columns[ID]), _text(row, columns[PART])
        if _is_headings(row):
            continue
        if name == OURS:
            _read_day(row, read, place=place)
            _read_participants(row, read, place=place)
        elif _SLUG.fullmatch(name):
            said = _said(row, columns, place=place)
            _put(read, name, part, said)
            stray += _beside(row, columns, place=place)
        else:
            stray += _loose(row, place=place)
    read.not_understood += stray[:_MOST_STRAY]
    if len(stray) > _MOST_STRAY:
        read.remarks.append(
            f"Op blad {sheet.name} staat nog meer tekst buiten de lijst; psoh las die niet. Lees die zelf na."
        )


def _put(read: _Read, name: str, part: str, said: Said) -> None:
    """Keep what a row says; a row that stands there twice must say the same twice."""
    parts = read.said.setdefault(name, {})
    before = parts.setdefault(part, said)
    if before.texts == said.texts:
        return
    if not any(before.texts):
        parts[part] = said
    elif any(said.texts):
        read.not_understood.append(
            NotUnderstood(
                place=said.place,
                text=" / ".join(text for text in said.texts if text)[:80],
                why=f"deze vraag staat er twee keer; psoh nam rij {before.place.row}",
                remedy="Laat één van de twee rijen staan en lees het bestand opnieuw.",
            )
        )


def _said(row: Row, columns: Sequence[int], *, place: Place) -> Said:
    texts = tuple(_text(row, columns[column]) for column in SAID)
    unreckoned = any(isinstance(_cell(row, columns[column]), Unreckoned) for column in SAID)
    return Said(texts=(texts[0], texts[1], texts[2]), place=place, is_formula=unreckoned)


def _beside(row: Row, columns: Sequence[int], *, place: Place) -> Iterator[NotUnderstood]:
    """Tell what stands on a row of ours outside our columns."""
    for at, cell in enumerate(row):
        if at not in columns and shown(cell).strip():
            yield _stray(
                shown(cell), place=place, why="dit staat naast de lijst, in een kolom die er niet bij hoort"
            )


def _loose(row: Row, *, place: Place) -> Iterator[NotUnderstood]:
    """Tell what stands on a row that is none of ours."""
    text = " | ".join(filter(None, (shown(cell).strip() for cell in row)))
    if text:
        yield _stray(text, place=place, why="deze rij hoort bij geen enkele vraag")


def _stray(text: str, *, place: Place, why: str) -> NotUnderstood:
    remedy = "Zet het bij het antwoord of de opmerking van een vraag, of neem het zelf over."
    return NotUnderstood(place=place, text=text.strip()[:80], why=why, remedy=remedy)


def _read_day(row: Row, read: _Read, *, place: Place) -> None:
    """Read the day on which the list was filled in, beside the words for it."""
    cell = _beside_words(row, ANSWERED_ON) or _behind_words(row, ANSWERED_ON)
    if cell is None:
        return
    read.answered_on = day_in(cell.date().isoformat() if isinstance(cell, datetime) else shown(cell).strip())
    read.odd_day = None if read.answered_on else no_day(shown(cell), place=place, words=ANSWERED_ON)


def _read_participants(row: Row, read: _Read, *, place: Place) -> None:
    """Read how many took part in a talk."""
    cell = _beside_words(row, PARTICIPANTS)
    if cell is None:
        return
    read.participants, told = participants_in(shown(cell), place=place)
    read.not_understood += told


def _beside_words(row: Row, words: str) -> Cell | None:
    """Give what stands on a row behind our words for it; None when nothing does, or the words are not there."""
    at = next((at for at, cell in enumerate(row) if shown(cell).startswith(words)), None)
    return next((cell for cell in row[at + 1 :] if shown(cell).strip()), None) if at is not None else None


def _behind_words(row: Row, words: str) -> str | None:
    """Give what somebody wrote in the cell with our words itself; None when only those stand there."""
    stands = next((shown(cell) for cell in row if shown(cell).startswith(words)), "")
    behind = re.sub(r"^\s*\(dag-maand-jaar\)", "", stands.removeprefix(words)).strip(" :\n")
    return behind or None


def _hidden(sheets: Sequence[RawSheet]) -> RawSheet | None:
    return next((sheet for sheet in sheets if sheet.rows and _text(sheet.rows[0], 0) == FORMAT), None)


def _about(hidden: RawSheet | None) -> Mapping[str, str]:
    return {_text(row, 0): _text(row, 1) for row in hidden.rows[1:6]} if hidden else {}


def _sent(hidden: RawSheet | None) -> dict[str, dict[str, tuple[str, str, str]]]:
    """Give what psoh filled in itself, by question and part."""
    sent: dict[str, dict[str, tuple[str, str, str]]] = {}
    for row in hidden.rows[6:] if hidden else ():
        if _text(row, 0) == "stond er":
            sent.setdefault(_text(row, 1), {})[_text(row, 2)] = (_text(row, 3), _text(row, 4), _text(row, 5))
    return sent


def _columns(sheet: RawSheet) -> tuple[int, ...] | None:
    """Find where our columns stand by the row of headings; None when there is none."""
    row = next((row for row in sheet.rows if _is_headings(row)), None)
    if row is None:
        return None
    names = [bare(shown(cell)) for cell in row]
    return tuple(
        names.index(bare(heading)) if bare(heading) in names else at for at, heading in enumerate(HEADINGS)
    )


def _lacks_column(sheet: RawSheet) -> bool:
    """Tell whether our headings stand in another place without those by which a row is known: a column is gone."""
    names = ([bare(shown(cell)) for cell in row] for row in sheet.rows)
    row = next((row for row in names if {bare(HEADINGS[QUESTION]), bare(HEADINGS[ANSWER])} <= {*row}), None)
    return row is not None and _columns(sheet) is None and row.index(bare(HEADINGS[QUESTION])) != QUESTION


def _is_headings(row: Row) -> bool:
    names = {bare(shown(cell)) for cell in row}
    return all(bare(HEADINGS[at]) in names for at in (ID, PART, QUESTION, ANSWER))


def _text(row: Row, at: int) -> str:
    return mended(shown(_cell(row, at))).strip()


def _cell(row: Row, at: int) -> Cell:
    return row[at] if at < len(row) else ""
