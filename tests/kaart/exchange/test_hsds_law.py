"""The law of HSDS: what it holds of a kaart comes back the same, and what it does not hold is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from tests.kaart.exchange.hsds_worlds import SETTING, held, read_back
from tests.kaart.exchange.made_up import kaarten, texts

from psoh_cli.kaart.exchange.hsds.documents import Exported, export
from psoh_cli.kaart.exchange.hsds.setting import Setting
from psoh_cli.kaart.exchange.hsds.tabular import export_tables, guarded, unguarded
from psoh_cli.kaart.kaart import KaartFile

Write = Callable[[KaartFile, Setting], Exported]
BOTH = pytest.mark.parametrize("write", [export, export_tables])


def check(kaart: KaartFile, write: Write) -> None:
    batch, found = read_back(write(kaart, SETTING).files)
    assert found == held(kaart)
    assert batch.not_understood == ()


@BOTH
@settings(max_examples=8)
@given(kaart=kaarten(most=2))
def test_what_goes_out_comes_back(write: Write, kaart: KaartFile) -> None:
    check(kaart, write)


@pytest.mark.slow
@BOTH
@settings(max_examples=120)
@given(kaart=kaarten(most=4))
def test_what_goes_out_comes_back_for_many_kaarten(write: Write, kaart: KaartFile) -> None:
    check(kaart, write)


@BOTH
@settings(max_examples=5)
@given(kaart=kaarten(most=2))
def test_the_same_kaart_gives_the_same_bytes(write: Write, kaart: KaartFile) -> None:
    assert write(kaart, SETTING) == write(kaart.model_copy(deep=True), SETTING)


@given(texts)
def test_no_text_is_lost_by_the_apostrophe_before_a_formula(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "@"))
