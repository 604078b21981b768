"""Odd names, odd paths, odd options and files that do not hold still: an exit code, one sentence, and a remedy."""

from __future__ import annotations

import itertools
import json
import os
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.bad_input.running import run
from tests.dossier.sample import FILES, contents, make_dossier
from tests.fuzz.enduring import expect_readable, in_time

from psoh_cli.checking.output_names import NAMES
from psoh_cli.files import disk

DAY = ("--peildatum", "2026-11-21")
GEMEENTE, KAART, PLAN = "gemeente.yaml", "sociale-kaart.yaml", "plan.yaml"
WRONG = {KAART: ("[preventie]", "[preventi]")}
ENDS = {0, 1, 2, 4, 130}

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such names or files")


# --- paths that are typed


@pytest.mark.parametrize(
    "path",
    [
        "C:\\dossiers\\ede", "C:/dossiers/ede", "C:ede", "D:", "\\\\server\\deel\\ede", "//server/deel/ede",
        "\\\\?\\C:\\ede", "map\\dossier", "~nergens/ede", "con", "nul", "a\x1b[2Jb", "\u202egpj", "x" * 300,
        "x" * 5_000, "/".join(["x"] * 3_000), "é\u0301", "regel\neen", "\udcff", "%USERPROFILE%", "$HOME/x", "*", "?",
    ],
)  # fmt: skip
def test_a_path_that_leads_nowhere_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in (("check",), ("check", "--fix"), ("check", "--format", "sarif")):
        said = run(capsys, *words, path, *DAY)
        assert said.code == 2
        assert said.err.startswith("Fout: ") or "\nFout: " in said.err
        assert said.err.count("Oplossing: ") == 1
        assert not {"\x1b", "\u202e", "\0"} & set(said.err)
        assert len(said.err) < 20_000
    assert list(tmp_path.iterdir()) == []


SHARED = {
    "a drive": ("C:/kaarten/regio.yaml", "één computer"),
    "a drive with backslashes": ("C:\\kaarten\\regio.yaml", "één computer"),
    "a drive without a folder": ("C:regio.yaml", "één computer"),
    "a share": ("\\\\server\\deel\\regio.yaml", "één computer"),
    "a share with slashes": ("//server/deel/regio.yaml", "één computer"),
    "the top of a drive": ("\\kaarten\\regio.yaml", "één computer"),
    "the top": ("/etc/passwd", "één computer"),
    "backslashes": ("..\\regio.yaml", "Schrijf: ../regio.yaml"),
    "far above": ("../../../../etc/passwd", "buiten de map"),
    "not there": ("../regio.yaml", "is er niet"),
    "a name that is too long": ("x" * 5_000, "is er niet"),
    "a path that is too long": ("x/" * 3_000 + "x.yaml", "is er niet"),
    "the folder itself": (".", "is een map en geen bestand"),
    "the folder above": ("..", "is een map en geen bestand"),
    "a folder": ("interviews", "Noem het bestand in die map, bijvoorbeeld: interviews/sociale-kaart.yaml"),
    "a circle": ("rond", "is er niet"),
    "through a circle": ("rond/regio.yaml", "is er niet"),
}


@pytest.mark.parametrize("case", SHARED)
def test_a_shared_kaart_that_cannot_be_reached_has_its_place_and_its_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], case: str
) -> None:
    path, says = SHARED[case]
    folder = make_dossier(tmp_path / "r" / "d")
    if "circle" in case:
        _link(folder / "rond", to=folder / "rond")
    written = "horizon:", f"kaarten: [{json.dumps(path)}]\nhorizon:"
    (folder / GEMEENTE).write_text(FILES[GEMEENTE].replace(*written, 1), encoding="utf-8")
    said = run(capsys, "check", folder, *DAY)
    assert said.code == 1
    assert f"{GEMEENTE}:18:11 fout DOSSIER007" in said.out
    assert says in said.all
    assert "psoh uitleg DOSSIER007" in said.err


NFD = unicodedata.normalize("NFD", "Súdwest-Fryslân")


@pytest.mark.parametrize(
    "name",
    [
        "Súdwest-Fryslân", NFD, "met spatie", " ervoor", "日本", "🙂", "a'b", "-x", "--fix", "a,b;c", "%2F", "[ernst]",
        "a&b=c", "#1", "<b>", "::error::x", "a|b",
        pytest.param("a\"b", marks=posix), pytest.param("regel\neen", marks=posix), pytest.param("a\tb", marks=posix),
        pytest.param("a\x1b[2Jb", marks=posix), pytest.param("a\\b", marks=posix), pytest.param("\udcff", marks=posix),
        pytest.param("\u202ex", marks=posix), pytest.param("C:x", marks=posix),
    ],
)  # fmt: skip
@pytest.mark.slow
def test_a_dossier_with_an_odd_name_is_checked_in_every_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    try:
        make_dossier(tmp_path / name, WRONG)
    except OSError:
        pytest.skip("this disk has no such names")
    monkeypatch.chdir(tmp_path)
    for form in sorted(NAMES):
        said = run(capsys, "check", "--format", form, *DAY, "--", name)
        assert said.code == 1, form
        assert "KAART005" in said.out
        assert not {"\x1b", "\u202e"} & set(said.out + said.err)
        expect_readable(form, said.out)
    assert "\n::" not in run(capsys, "check", *DAY, "--", name).out, "a name gives no orders to a CI"


@pytest.mark.parametrize(
    "name", ["Gé.yaml", "gé.yaml", f"{NFD}.yaml", "met spatie.yaml", "x.yaml.yaml", "ü.yml"]
)
def test_an_interview_with_an_odd_name_gets_a_better_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    folder = make_dossier(tmp_path / "d")
    (folder / "interviews" / "beleidsadviseur.yaml").rename(folder / "interviews" / name)
    said = run(capsys, "check", folder, *DAY)
    assert said.code in {0, 1}
    assert ("INTERVIEW009" in said.out) or ("DOSSIER012" in said.out)


# --- files that do not hold still

Trick = Callable[[Path], None]


def _link(path: Path, *, to: Path) -> None:
    try:
        path.symlink_to(to)
    except OSError:
        pytest.skip("this computer makes no symbolic links")


def _pipe(path: Path) -> None:
    path.unlink()
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes here")
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _circle(path: Path) -> None:
    path.unlink()
    _link(path, to=path)


def _half_a_character(path: Path) -> None:
    path.write_bytes(b"a: \xc3")


def _zeros(path: Path) -> None:
    path.write_bytes(b"\0" * 9)


TRICKS: dict[str, tuple[Trick, str]] = {
    "gone": (Path.unlink, "bestaat niet"),
    "a folder": (_folder, "is een map en geen bestand"),
    "a pipe": (_pipe, "geen gewoon bestand"),
    "a circle": (_circle, "naar zichzelf"),
    "half a character": (_half_a_character, "niet opgeslagen als UTF-8"),
    "only zeros": (_zeros, "alleen nullen"),
}


@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.parametrize("name", [KAART, PLAN, GEMEENTE, "interviews/beleidsadviseur.yaml"])
@pytest.mark.parametrize("options", [(), ("--fix",), ("--diff",), ("--format", "sarif")], ids=" ".join)
def test_a_file_that_turns_into_something_else_between_listing_and_reading(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    trick: str,
    options: tuple[str, ...],
) -> None:
    folder = make_dossier(tmp_path / "d", WRONG if name != KAART else None)
    play, says = TRICKS[trick]
    read = disk.read_bytes
    played: list[Path] = []

    def reading(path: Path, *, limit: int = disk.MAX_BYTES) -> bytes:
        if path.name == Path(name).name and not played:
            played.append(path)
            play(path)
        return read(path, limit=limit)

    monkeypatch.setattr(disk, "read_bytes", reading)
    with in_time():
        said = run(capsys, "check", folder, *options, *DAY)
    assert played
    assert said.code == 2
    assert says in said.all
    assert "Oplossing: " in said.err


@pytest.mark.parametrize("options", [("--fix",), ("--fix", "--onveilig")], ids=" ".join)
def test_what_somebody_saved_meanwhile_is_not_written_over(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: tuple[str, ...],
) -> None:
    folder = make_dossier(tmp_path / "d", {KAART: ("[nl]", "[Arabisch]")})
    read = disk.read_bytes
    seen: list[Path] = []

    def reading(path: Path, *, limit: int = disk.MAX_BYTES) -> bytes:
        data = read(path, limit=limit)
        if path.name == KAART and not seen:
            seen.append(path)
            path.write_bytes(data + b"# van mij\n")
        return data

    monkeypatch.setattr(disk, "read_bytes", reading)
    said = run(capsys, "check", folder, *options, *DAY)
    assert said.code == 2
    assert "iemand heeft het bestand intussen opgeslagen" in said.all
    assert (folder / KAART).read_bytes().endswith(b"[Arabisch]\n# van mij\n")


# --- reports that cannot be written


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("no/such/x.sarif", "de map no/such bestaat niet"),
        ("uit", "er is al een map met deze naam"),
        ("vast.sarif", "alleen-lezen"),
        ("d/plan.yaml/x.sarif", "een deel van dit pad is een bestand"),
        ("x" * 300, "de naam is te lang"),
        ("x" * 5_000, "de naam is te lang"),
        ("a\0b.sarif", "is niet geschreven"),
        ("rond/x.sarif", "is niet geschreven"),
        ("d/plan.yaml", "een bestand dat psoh leest"),
        ("d/psoh.toml", "een bestand dat psoh leest"),
        (" ", "staat geen bestand"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["sarif", "text", "junit"])
def test_a_report_that_cannot_be_written_is_told_and_costs_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    form: str,
    path: str,
    says: str,
) -> None:
    make_dossier(tmp_path / "d", WRONG)
    (tmp_path / "uit").mkdir()
    (tmp_path / "vast.sarif").write_bytes(b"oud")
    (tmp_path / "vast.sarif").chmod(0o444)
    _link(tmp_path / "rond", to=tmp_path / "rond")
    before = contents(tmp_path)
    monkeypatch.chdir(tmp_path)
    said = run(capsys, "check", "d", "--format", f"{form}={path}", *DAY)
    assert said.code == 2
    assert says in said.all
    assert said.err.count("Oplossing: ") == 1
    assert contents(tmp_path) == before


# --- options that do not go together

OPTIONS = (
    ("--fix",), ("--diff",), ("--onveilig",), ("--strict",), ("--max", "0"), ("--max", "-3"), ("--quiet",),
    ("--format", "json"), ("--format", "text"), ("--format", "sarif=uit.sarif"), ("--format", "text=uit.txt"),
    ("--format", "nep"), ("--peildatum", "2026-02-30"), ("--peildatum", "2020-01-01"), ("-",), ("nergens",), ("d",),
)  # fmt: skip


def last(option: str, words: list[str]) -> str:
    """Give the last value of an option, which is the one that counts."""
    return next((words[number + 1] for number in reversed(range(len(words))) if words[number] == option), "")


@pytest.mark.slow
@pytest.mark.parametrize(
    "pair", tuple(itertools.combinations(OPTIONS, 2)), ids=lambda pair: " ".join(itertools.chain(*pair))
)
def test_every_pair_of_options_ends_well(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    pair: tuple[tuple[str, ...], tuple[str, ...]],
) -> None:
    make_dossier(tmp_path / "d", WRONG)
    monkeypatch.chdir(tmp_path / "d" if not {("d",), ("nergens",)} & set(pair) else tmp_path)
    before = contents(tmp_path)
    said = run(capsys, "check", *itertools.chain(*pair))
    assert said.code in {0, 1, 2}
    flat = list(itertools.chain(*pair))
    refused = [
        "-" in flat, "nep" in flat, "nergens" in flat,
        last("--peildatum", flat) == "2026-02-30", last("--max", flat) == "-3",
        "--onveilig" in flat and not {"--fix", "--diff"} & set(flat),
        "--diff" in flat and bool({"json", "sarif=uit.sarif", "text=uit.txt"} & set(flat)),
        {"json", "text"} <= set(flat),
    ]  # fmt: skip
    if any(refused):
        assert said.code == 2
        assert "Oplossing: " in said.err or "; schrijf een dag die bestaat" in said.err
    if "--fix" not in flat:
        assert {name: data for name, data in contents(tmp_path).items() if name in before} == before
