"""What looks like the data of a person, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoh_cli.privacy import Trace, passes_elfproef, traces


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BSN 111222333 staat in het systeem", [Trace.BSN]),
        ("bsn: 1112.22.333", [Trace.BSN]),
        ("111 222 333", [Trace.BSN]),
        ("geboren op 3-4-1988 in Asmara", [Trace.BIRTH_DATE]),
        ("geb. 03-04-88", [Trace.BIRTH_DATE]),
        ("Geboortedatum: 1988-04-03", [Trace.BIRTH_DATE]),
        ("geboren 3 april 1988", [Trace.BIRTH_DATE]),
        ("bel 06-12345678", [Trace.MOBILE]),
        ("bel 06 12 34 56 78", [Trace.MOBILE]),
        ("bel +31 6 12345678", [Trace.MOBILE]),
        ("bel +31(0)612345678", [Trace.MOBILE]),
        ("0031612345678", [Trace.MOBILE]),
        ("111222333, geboren 3-4-1988, 0612345678", [Trace.BSN, Trace.BIRTH_DATE, Trace.MOBILE]),
        # Nine digits that are no BSN, public numbers, amounts, dates of meetings, codes.
        ("111222334", []),
        ("000000000", []),
        ("bel 078 770 8910", []),
        ("bel 0900-1234", []),
        ("het kost 111.222.333,50 euro", []),
        ("rekening 1112223334", []),
        ("overleg op 3-4-2026", []),
        ("er zijn 120 kinderen geboren", []),
        ("in 2019 werden 36 mensen gehuisvest", []),
        ("GM0505", []),
        ("", []),
    ],
)
def test_traces(text: str, expected: list[Trace]) -> None:
    assert list(traces(text)) == expected


@given(st.lists(st.integers(0, 9), min_size=9, max_size=9), st.integers(0, 7), st.integers(1, 9))
def test_the_elfproef_sees_one_wrong_digit(digits: list[int], place: int, shift: int) -> None:
    number = "".join(map(str, digits))
    wrong = [*digits]
    wrong[place] = (wrong[place] + shift) % 10
    if passes_elfproef(number):
        # The weights 9 to 2 have no factor in common with eleven, so one other digit breaks the sum.
        assert not passes_elfproef("".join(map(str, wrong)))
