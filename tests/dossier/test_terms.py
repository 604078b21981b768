"""How long ago something was, in words."""

from __future__ import annotations

from datetime import date

import pytest

from psoh_cli.dutch import PartialDate
from psoh_cli.terms import ago_in_words

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2018", "ruim 8 jaar geleden"),
        ("2025", "ruim 1 jaar geleden"),
        ("2026", "10 maanden geleden"),
        ("2025-06", "17 maanden geleden"),
        ("2024-11-21", "24 maanden geleden"),
        ("2024-10-21", "ruim 2 jaar geleden"),
        ("2023-11-21", "3 jaar geleden"),
        ("2026-10-21", "1 maand geleden"),
    ],
)
def test_ago(day: str, words: str) -> None:
    assert ago_in_words(PartialDate.parse(day), as_of=TODAY) == words
