"""GitHub takes no orders from what stands in a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.dossier.sample import make_dossier

from psoh_cli import app
from psoh_cli.terminal.workflow_log import without_orders

ORDERS = [("a ##[error]x", "a # #[error]x"), ("  ::error::x", "  : :error::x"), ("a\n::x::", "a\n: :x::")]


@pytest.mark.parametrize(("text", "shown"), ORDERS)
def test_on_github_an_order_is_parted(monkeypatch: pytest.MonkeyPatch, text: str, shown: str) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert without_orders(text) == shown
    monkeypatch.setenv("GITHUB_ACTIONS", "false")
    assert without_orders(text) == text


def test_a_text_without_orders_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    for text in ("a::b", "## kop [x]", "plan.yaml:1:1 fout", ""):
        assert without_orders(text) == text


def test_an_excerpt_gives_no_order_in_a_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = ("[preventie]", "[preventi]  # ##[error]verzonnen")
    folder = make_dossier(tmp_path / "d", {"sociale-kaart.yaml": changed})
    app.run(["check", str(folder), "--peildatum", "2026-11-21"])
    assert "##[error]" in capsys.readouterr().out
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    app.run(["check", str(folder), "--peildatum", "2026-11-21"])
    shown = capsys.readouterr().out
    assert "##[" not in shown
    assert "\n::error " in shown, "what psoh says to GitHub itself stays an order"
