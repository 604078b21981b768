"""Terms: whole months, counted strictly."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoh_cli.dutch import PartialDate
from psoh_cli.terms import months_since, within

AS_OF = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("day", "months"),
    [
        ("2026-11-21", 0), ("2026-11", 0), ("2026-10-22", 0), ("2026-10-21", 1), ("2026", 10), ("2024-11-21", 24),
        ("2024-11-22", 23), ("2026-12-21", -1),
    ],
)  # fmt: skip
def test_months_that_have_passed(day: str, months: int) -> None:
    assert months_since(PartialDate.parse(day), as_of=AS_OF) == months


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_within_and_counted_agree(day: date, months: int) -> None:
    exact = PartialDate(day.year, day.month, day.day)
    passed = months_since(exact, as_of=AS_OF)
    if within(exact, months=months, as_of=AS_OF):
        assert passed <= months
    else:
        assert passed >= months
