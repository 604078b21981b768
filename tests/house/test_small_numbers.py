"""Small numbers: never written, and not to be worked out from what is written beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoh_cli.dutch import FEWEST
from psoh_cli.small_numbers import NOT_SHOWN, SMALL, UNKNOWN, may_count_few, shown_counts, shown_text

counts = st.lists(st.none() | st.integers(0, 12) | st.integers(0, 5000), max_size=6)


@pytest.mark.parametrize(
    ("groups", "total", "shown"),
    [
        ((), 10, ()),
        ((40, 30), 70, ("40", "30")),
        ((1200, None), 1300, ("1.200", UNKNOWN)),
        ((40, 12, 3), 55, ("40", NOT_SHOWN, SMALL)),
        ((40, 12, 0), 52, ("40", NOT_SHOWN, SMALL)),
        ((40, 12, 3), None, ("40", "12", SMALL)),
        ((12, 12, 3), 27, (NOT_SHOWN, "12", SMALL)),
        ((40, 12, 3, 2), 57, ("40", "12", SMALL, SMALL)),
        ((40, 12, 4, 4), 60, ("40", NOT_SHOWN, SMALL, SMALL)),  # eight left for two small ones: four each
        ((40, 12, 1, 0), 53, ("40", NOT_SHOWN, SMALL, SMALL)),  # one left for two: then it is one person
        ((3,), 3, (SMALL,)),
        ((3,), 90, (SMALL,)),
        ((1, 2), 3, (SMALL, SMALL)),
    ],
)
def test_what_is_shown(groups: tuple[int | None, ...], total: int | None, shown: tuple[str, ...]) -> None:
    assert shown_counts(groups, total=total) == shown


@given(counts)
def test_no_small_group_is_left_alone_beside_a_total(groups: list[int | None]) -> None:
    known = [count for count in groups if count is not None]
    shown = shown_counts(groups, total=sum(known))
    assert len(shown) == len(groups)
    for count, text in zip(groups, shown, strict=True):
        assert count is None or count >= FEWEST or text == SMALL
    hidden = [text for text in shown if text in {SMALL, NOT_SHOWN}]
    if SMALL in shown and any(count >= FEWEST for count in known):
        assert len(hidden) > 1
    if SMALL not in shown:
        assert not hidden


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("3", SMALL), ("0", SMALL), ("3 mensen", SMALL), ("drie", SMALL), ("Vier gezinnen", SMALL), ("één", SMALL),
        ("een", SMALL), ("3 van 640", SMALL), ("ongeveer 2", SMALL), ("3-5 personen", SMALL), ("(4)", SMALL),
        ("640, waarvan 3 alleen", NOT_SHOWN), ("1.200 en twee", NOT_SHOWN), ("0,5% (3 van 640)", SMALL),
        ("3 mensen in 2026", SMALL),
    ],
)  # fmt: skip
def test_a_value_in_words_that_may_count_few_gives_way(text: str, shown: str) -> None:
    assert may_count_few(text)
    assert shown_text(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "5", "640", "1.004", "118 van 126", "4 procent", "4%",
        "3,5 procent", "0,4", "2026", "€ 3", "€\N{NO-BREAK SPACE}4",
        "3 euro", "2026-03-01", "1-2-2026", "3 maart 2026", "artikel 3", "fase 2", "3e", "2de plaats", "4 weken",
        "2 tot 4 maanden", "drie jaar", "0-11 jaar", "1 op de 3", "B1", "K3 2027",
        "een op maat gemaakte groep", "onbekend",
        "minder dan vijf", "twee keer per jaar", "12 tot en met 17 jaar", "",
    ],
)  # fmt: skip
def test_what_is_no_count_of_people_stays_as_it_is(text: str) -> None:
    assert not may_count_few(text)
    assert shown_text(text) == text
