"""More than anybody writes: bytes, problems, characters on a line, dossiers. An answer in time, of bounded length."""

from __future__ import annotations

import json
import os
import tracemalloc
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.bad_input.running import run
from tests.dossier.sample import FILES, contents, make_dossier
from tests.fuzz.enduring import expect_readable, in_time

from psoh_cli.checking.output_names import NAMES
from psoh_cli.files import disk

DAY = ("--peildatum", "2026-11-21")
KAART = "sociale-kaart.yaml"
MEGABYTE = 1_000_000


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return make_dossier(tmp_path / "r" / "d")


@contextmanager
def within(megabytes: int) -> Iterator[None]:
    """Let what happens inside hold no more memory than so much at once."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < megabytes * MEGABYTE
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["gemeente.yaml", KAART, "plan.yaml", "interviews/beleidsadviseur.yaml"])
def test_a_file_of_50_megabytes_is_refused_unread(
    dossier: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    os.truncate(dossier / name, 50 * MEGABYTE)
    with in_time(), within(20):
        said = run(capsys, "check", dossier, *DAY)
    assert said.code == 1
    assert f"{name}:1:1 fout YAML012 het bestand is te groot (50.000.000 bytes)" in said.all
    assert "psoh leest hoogstens 20.000.000 bytes" in said.all


@pytest.mark.slow
def test_a_file_as_big_as_we_read_is_read_in_time(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = f"    # {'x' * 74}\n"
    room = disk.MAX_BYTES - len(FILES[KAART].encode("utf-8"))
    (dossier / KAART).write_text(FILES[KAART] + line * (room // len(line)), encoding="utf-8")
    with in_time(20):
        assert run(capsys, "check", dossier, *DAY).code == 0


def ten_thousand_problems() -> str:
    """Write a kaart with 5,000 services that each have two things wrong."""
    service = FILES[KAART].partition("diensten:\n")[2]
    wrong = service.replace("organisatie: buurthuis", "organisatie: nergens").replace(
        "[preventie]", "[preventi]"
    )
    many = (
        wrong.replace("id: inloop", f"id: dienst-{number}").replace("naam: Inloop", f"naam: Dienst {number}")
        for number in range(5_000)
    )
    return FILES[KAART] + "".join(many)


@pytest.mark.slow
@pytest.mark.parametrize("form", sorted(NAMES))
def test_ten_thousand_problems_fit_in_every_form(
    dossier: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    (dossier / KAART).write_text(ten_thousand_problems(), encoding="utf-8")
    with in_time(20):
        said = run(capsys, "check", dossier, "--format", form, *DAY)
    assert said.code == 1
    assert len(said.out) < 5 * MEGABYTE
    if form == "text":
        assert len(said.out) < 5_000
        assert "10000 fouten" in said.out
    elif form == "json":
        assert json.loads(said.out)["aantallen"]["fout"] == 10_000
    expect_readable(form, said.out)


@pytest.mark.slow
def test_thousands_of_fixes_are_made_in_time(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = FILES[KAART].replace("[nl]", f"[{', '.join(['nl', *['Arabisch'] * 2_000])}]")
    (dossier / KAART).write_text(text, encoding="utf-8")
    with in_time(60):
        said = run(capsys, "check", dossier, "--fix", *DAY)
    assert said.code in {0, 1}
    assert (dossier / KAART).read_text("utf-8").count("Arabisch") < 2_000


LONG = 100_000
LINES: dict[str, tuple[str, str, str]] = {
    "at the end": ("aanbod: Koffie en gesprek", f"aanbod: {'x ' * (LONG // 2)}\n    aanbod: b", "YAML"),
    "far on the line": ("[preventie]", f"[{'preventie, ' * (LONG // 11)}preventi]", "KAART005"),
    "a long word": ("[preventie]", f"[{'x' * LONG}]", "KAART005"),
    "a long key": ("    ketenstappen", f"    {'x' * LONG}: a\n    ketenstappen", "YAML0"),
    "not YAML": ("aanbod: Koffie", f"aanbod: {'x' * LONG}: y", "YAML"),
    "a control character": ("aanbod: Koffie", f"aanbod: {'x' * LONG}\x1b[2J", "YAML"),
    "a remark": ("[preventie]", f"[preventie] {' ' * LONG}# psoh: negeer KAART999 omdat", "CONTROLE"),
    "a pile of accents": ("[preventie]", "[e" + "\u0301\u0316" * (LONG // 2) + "]", "YAML"),
    "colons": ("[preventie]", "a: " * (LONG // 3), "YAML"),
    "many wide characters": ("[preventie]", f"[{'é🙂' * (LONG // 2)}]", "YAML024"),
}


@pytest.mark.slow
@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("form", sorted(NAMES))
def test_a_line_of_a_hundred_thousand_characters_is_shown_where_it_is_wrong(
    dossier: Path, capsys: pytest.CaptureFixture[str], line: str, form: str
) -> None:
    old, new, code = LINES[line]
    assert old in FILES[KAART]
    (dossier / KAART).write_text(FILES[KAART].replace(old, new, 1), encoding="utf-8")
    with in_time():
        said = run(capsys, "check", dossier, "--format", form, *DAY)
    assert said.code == 1
    assert code in said.out
    expect_readable(form, said.out)
    if form == "text":
        assert len(said.out) < 10_000
        shown = [row for row in said.out.splitlines() if "│" in row]
        assert all(sum(not unicodedata.combining(sign) for sign in row) <= 80 for row in shown)


POLICIES: dict[str, tuple[Callable[[], bytes], int, str]] = {
    "binary": (lambda: bytes(range(256)) * 20, 2, "geen tekst"),
    "nothing but zeros": (lambda: b"\0" * 500, 2, "Zet een eerdere versie terug"),
    "10 MB": (lambda: b"# x\n" * 2_500_000, 1, "psoh leest hoogstens 100.000 bytes"),
    "wrong types": (lambda: b'ernst = 3\nnegeer = "x"\n', 1, "Schrijf [[negeer]]"),
    "wrong types inside": (lambda: b"[ernst]\nKAART005 = [{a = 1}]\n", 1, "Er zijn fout, waarschuwing en tip"),
    "a day for a reason": (
        lambda: b'[[negeer]]\ncode = "KAART005"\nomdat = 2026-01-01\n', 1, "omdat = ",
    ),
    "very deep": (lambda: b"x = " + b"[" * 50_000, 1, "Zet waarden tussen aanhalingstekens"),
    "a number without end": (lambda: b"x = " + b"9" * 50_000, 1, "Zet waarden tussen aanhalingstekens"),
    "a name without end": (lambda: b"a" + b".a" * 5_000 + b" = 1", 1, "heel veel punten"),
}  # fmt: skip


@pytest.mark.parametrize("policy", POLICIES)
def test_a_broken_policy_is_told_and_stops_no_rule(
    dossier: Path, capsys: pytest.CaptureFixture[str], policy: str
) -> None:
    make, code, remedy = POLICIES[policy]
    (dossier / KAART).write_text(FILES[KAART].replace("[preventie]", "[preventi]"), encoding="utf-8")
    (dossier / "psoh.toml").write_bytes(make())
    before = contents(dossier)
    with in_time():
        said = run(capsys, "check", dossier, *DAY)
    assert said.code == code
    assert "psoh.toml" in said.all
    assert remedy in said.all
    assert "KAART005" in said.out, "what is wrong in the dossier is told all the same"
    assert contents(dossier) == before


@pytest.mark.slow
def test_five_hundred_dossiers_with_circles_and_a_broken_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(500):
        make_dossier(tmp_path / f"{number % 10}" / f"d{number:03}")
    (tmp_path / "0" / "d000" / "plan.yaml").write_bytes(b"\xff")
    try:
        (tmp_path / "1" / "rond").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "2" / "zelf").symlink_to(tmp_path / "2" / "zelf")
    except OSError:
        pytest.skip("this computer makes no symbolic links")
    monkeypatch.chdir(tmp_path)
    with in_time(60):
        said = run(capsys, "check", ".", *DAY)
    assert said.code == 2
    assert "500 dossiers nagekeken: 2.000 bestanden" in said.all
    assert said.err.count("Oplossing: ") == 1
    assert (
        "0/d000/plan.yaml: kan niet worden gelezen\n    Het bestand is niet opgeslagen als UTF-8" in said.err
    )
