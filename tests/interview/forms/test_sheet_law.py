"""A list that goes out as a workbook and comes back says what it said: laws over made-up interviews."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.interview.forms.lists import (
    DAY,
    blank,
    catalogue,
    filled_in,
    form,
    informant,
    interviews,
    previewed,
    read,
    told,
    understood,
)  # fmt: skip

from psoh_cli.errors import PsohError
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.forms.preview import compare
from psoh_cli.interview.forms.reading_file import read_sheet, shape_of
from psoh_cli.interview.forms.sheet import HEADINGS
from psoh_cli.interview.forms.sheet_file import write_xlsx
from psoh_cli.workbooks.raw_sheet import Cell, RawSheet

GROUPS = ("huisarts", "statushouders", "ketenpartner", "ggz", "gemeente")
WORLDS = st.sampled_from(GROUPS[:-1]).flatmap(lambda group: st.tuples(st.just(group), interviews(group)))


@settings(max_examples=4)
@given(WORLDS)
def test_a_list_that_nobody_touched_changes_nothing(world: tuple[str, dict[str, Answer]]) -> None:
    group, answers = world
    preview = previewed(write_xlsx(form(group, answers)), group, answers)
    assert (preview.changes, preview.not_understood, preview.warnings) == ((), (), ())
    assert set(preview.same) == set(answers)


@settings(max_examples=3)
@given(WORLDS)
def test_what_is_filled_in_is_understood_and_changes_something_once(
    world: tuple[str, dict[str, Answer]],
) -> None:
    group, answers = world
    found = understood(filled_in(answers, group))
    assert (found.answers, found.not_understood) == (answers, ())
    once = compare(found, informant(group), catalogue=catalogue(), day=DAY)
    assert set(once.answers) == set(answers)
    twice = compare(found, informant(group, once.answers), catalogue=catalogue(), day=DAY)
    assert (twice.changes, set(twice.same)) == ((), set(answers))


@given(st.data())
def test_bytes_that_somebody_made_up_are_refused_in_dutch(data: st.DataObject) -> None:
    whole = write_xlsx(form())
    start = data.draw(st.integers(0, len(whole) - 1))
    junk = data.draw(st.binary(max_size=60))
    broken = whole[:start] + junk + whole[start + data.draw(st.integers(0, 2000)) :]
    error = _refusal(broken)
    assert error is None or (error.message.startswith("lijst.xlsx") and error.remedy)


CELLS = st.one_of(
    st.text(max_size=30),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.sampled_from(
        ["Ja", "x", "weet niet", "31-2-2026", "=1", "\x1b[2J", "Ingevuld op", "1e9", "ja, nee; n.v.t."]
    ),
)


@given(
    st.dictionaries(st.tuples(st.integers(0, 70), st.integers(0, len(HEADINGS) + 2)), CELLS, max_size=12),
    st.dictionaries(st.tuples(st.integers(0, 12), st.integers(0, 5)), CELLS, max_size=4),
)
def test_whatever_stands_in_the_cells_is_taken_or_told(
    page: dict[tuple[int, int], Cell], hidden: dict[tuple[int, int], Cell]
) -> None:
    sheets = [with_grid(sheet, cells) for sheet, cells in zip(blank(), (page, hidden), strict=True)]
    found = told(sheets)
    preview = compare(found, informant(), catalogue=catalogue(), day=DAY)
    assert set(preview.answers) <= set(found.answers)
    assert all(item.why and item.place.row for item in preview.not_understood)


@pytest.mark.parametrize("group", GROUPS)
def test_the_same_list_gives_the_same_bytes(group: str) -> None:
    assert write_xlsx(form(group)) == write_xlsx(form(group))
    assert read(write_xlsx(form(group))).group == group


def with_grid(sheet: RawSheet, cells: dict[tuple[int, int], Cell]) -> RawSheet:
    rows = [[*row, *[""] * 4] for row in sheet.rows]
    for (row, column), value in cells.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = value
    return replace(sheet, rows=rows)


def _refusal(data: bytes) -> PsohError | None:
    try:
        if shape_of(data, file="lijst.xlsx") == "werkblad":
            read_sheet(data, file="lijst.xlsx")
    except PsohError as error:
        return error
    return None
