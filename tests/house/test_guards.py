"""The guards in conftest guard: no network, no silent skip where nothing may be missing, no verdict is no pass."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Find = Callable[[str], Callable[..., Any]]


def test_the_network_is_closed() -> None:
    with pytest.raises(AssertionError, match="network"):
        socket.create_connection(("127.0.0.1", 9))
    with socket.socket() as tried, pytest.raises(AssertionError, match="network"):
        tried.connect(("127.0.0.1", 9))


@pytest.fixture
def fake_shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder of checkers of our own."""
    (tmp_path / "tools").mkdir()
    for verdict in range(4):
        tool = tmp_path / "tools" / f"verdict-{verdict}"
        tool.write_text(f"import sys\nprint(sys.argv[1:])\nsys.exit({verdict})\n", encoding="utf-8")
    monkeypatch.setenv("PSOH_SHARED", str(tmp_path))
    return tmp_path


@pytest.mark.usefixtures("fake_shared")
def test_a_verdict_is_left_to_the_test(conformance_tool: Find) -> None:
    passed = conformance_tool("verdict-0")("--strict", Path("a b"))
    assert (passed.returncode, passed.stdout) == (0, "['--strict', 'a b']\n")
    assert conformance_tool("verdict-1")().returncode == 1


@pytest.mark.usefixtures("fake_shared")
@pytest.mark.parametrize("code", [2, 3])
@pytest.mark.parametrize("required", ["", "required"])
def test_no_verdict_is_a_failure(
    conformance_tool: Find, monkeypatch: pytest.MonkeyPatch, code: int, required: str
) -> None:
    monkeypatch.setenv("PSOH_CONFORMANCE", required)
    with pytest.raises(pytest.fail.Exception, match="no verdict"):
        conformance_tool(f"verdict-{code}")()


@pytest.mark.usefixtures("fake_shared")
def test_a_missing_checker_skips_with_its_reason(
    conformance_tool: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PSOH_CONFORMANCE", raising=False)
    with pytest.raises(pytest.skip.Exception, match="not-there"):
        conformance_tool("not-there")


def test_where_nothing_may_be_missing_it_fails(
    conformance_tool: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PSOH_CONFORMANCE", "required")
    monkeypatch.setenv("PSOH_SHARED", "/nowhere/at/all")
    with pytest.raises(pytest.fail.Exception, match="required, and missing"):
        conformance_tool("pdfua-check")


def test_a_checker_without_its_java_is_missing(
    fake_shared: Path, conformance_tool: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    (fake_shared / "tools" / "pdfua-check").write_text("", encoding="utf-8")
    monkeypatch.delenv("PSOH_CONFORMANCE", raising=False)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(pytest.skip.Exception, match="Java"):
        conformance_tool("pdfua-check")
