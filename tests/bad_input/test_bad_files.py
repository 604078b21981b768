"""Everything that can be wrong with the files of a dossier: what is said, where, what to do, and nothing is lost."""

from __future__ import annotations

import codecs
import errno
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.bad_input.running import fail_to_open, run
from tests.dossier.sample import FILES, VERSION, contents, make_dossier

DAY = ("--peildatum", "2026-11-21")
GEMEENTE, INTERVIEW = "gemeente.yaml", "interviews/beleidsadviseur.yaml"
KAART, PLAN = "sociale-kaart.yaml", "plan.yaml"

Spoil = Callable[[Path, pytest.MonkeyPatch], None]


class Case(NamedTuple):
    """Something wrong: how it comes about, the exit code, the place that is named, what is said and the remedy."""

    name: str
    spoil: Spoil
    code: int
    place: str
    says: str
    remedy: str


def holding(name: str, data: bytes) -> Spoil:
    def spoil(folder: Path, patch: pytest.MonkeyPatch) -> None:
        (folder / name).write_bytes(data)

    return spoil


def changed(name: str, old: str, new: str) -> Spoil:
    assert old in FILES[name]
    return holding(name, FILES[name].replace(old, new, 1).encode("utf-8"))


def as_folder(name: str) -> Spoil:
    def spoil(folder: Path, patch: pytest.MonkeyPatch) -> None:
        (folder / name).unlink(missing_ok=True)
        (folder / name).mkdir(parents=True)

    return spoil


def closed(name: str) -> Spoil:
    def spoil(folder: Path, patch: pytest.MonkeyPatch) -> None:
        fail_to_open(patch, folder / name, PermissionError(errno.EACCES, "Permission denied"))

    return spoil


def broken_disk(folder: Path, patch: pytest.MonkeyPatch) -> None:
    fail_to_open(patch, folder / KAART, OSError(errno.EIO, "Input/output error"))


def interviews_closed(folder: Path, patch: pytest.MonkeyPatch) -> None:
    real = Path.iterdir

    def iterdir(self: Path) -> object:
        if self.name == "interviews":
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(self)

    patch.setattr(Path, "iterdir", iterdir)


def interviews_is_a_file(folder: Path, patch: pytest.MonkeyPatch) -> None:
    (folder / INTERVIEW).unlink()
    (folder / "interviews").rmdir()
    (folder / "interviews").write_bytes(b"formaat: 1\n")


def renamed(old: str, new: str) -> Spoil:
    def spoil(folder: Path, patch: pytest.MonkeyPatch) -> None:
        (folder / old).rename(folder / new)

    return spoil


def no_gemeente(folder: Path, patch: pytest.MonkeyPatch) -> None:
    (folder / GEMEENTE).unlink()


BOMB = "\n".join(f"n{i}: &n{i} [{', '.join([f'*n{i - 1}'] * 9 if i else ['x'])}]" for i in range(20))
CP1252 = FILES[INTERVIEW].replace("Beleidsadviseur", "Coördinator").encode("cp1252")

CASES = (
    Case("no gemeente.yaml", no_gemeente, 2, "/d'", "gemeente.yaml ontbreekt", "psoh start MAP"),
    Case("empty file", holding(GEMEENTE, b""), 1, "gemeente.yaml:1:1", "YAML001", "eerdere versie"),
    Case("only a comment", holding(PLAN, b"# later\n"), 1, "plan.yaml:1:1", "YAML001", "eerdere versie"),
    Case("only spaces", holding(KAART, b"  \n\n"), 1, "sociale-kaart.yaml:1:1", "YAML001", "eerdere versie"),
    Case("zero bytes written by a crash", holding(PLAN, b"\0" * 64), 2, PLAN, "alleen nullen", "eerdere versie"),
    Case("folder for a file", as_folder(PLAN), 2, "plan.yaml", "is een map en geen bestand", "naam van een bestand"),
    Case("folder for gemeente.yaml", as_folder(GEMEENTE), 2, "gemeente.yaml", "is een map", "naam van een bestand"),
    Case("folder for an interview", as_folder("interviews/x.yaml"), 2, "x.yaml", "is een map", "bestand"),
    Case("file for the interviews", interviews_is_a_file, 2, "/interviews", "een bestand en geen map", "naam"),
    Case("no rights on a file", closed(INTERVIEW), 2, INTERVIEW, "U mag", "leesrechten"),
    Case("no rights on gemeente.yaml", closed(GEMEENTE), 2, GEMEENTE, "U mag", "leesrechten"),
    Case("no rights on a folder", interviews_closed, 2, "/interviews", "U mag", "leesrechten"),
    Case("a disk that fails", broken_disk, 2, KAART, "kan niet worden gelezen", "bereikbaar"),
    Case("Windows-1252", holding(INTERVIEW, CP1252), 2, INTERVIEW, "op regel 4 staat een teken", "Codering: UTF-8"),
    Case("UTF-16", holding(KAART, FILES[KAART].encode("utf-16")), 2, KAART, "UTF-16", "Codering: UTF-8"),
    Case(
        "UTF-16 without a mark", holding(KAART, FILES[KAART].encode("utf-16-le")),
        2, KAART, "UTF-16", "Codering: UTF-8"),
    Case("tabs", changed(KAART, "  - id: inloop", "\t- id: inloop"), 1, f"{KAART}:12:1", "tab", "spaties"),
    Case("alias bomb", holding(KAART, BOMB.encode()), 1, f"{KAART}:1:5", "anker", "aanhalingstekens"),
    Case("alias bomb in an answer", changed(INTERVIEW, "ja", "*ja"), 1, f"{INTERVIEW}:8:15", "YAML003", '"*ja"'),
    Case("a tag", changed(PLAN, "[]", "!!python/object:os.system []"), 1, f"{PLAN}:3:14", "tag", "aanhaling"),
    Case("100,000 brackets", holding(PLAN, b"[" * 100_000), 1, f"{PLAN}:1:", "64 niveaus", "beschadigd"),
    Case("100,000 fields deep", holding(PLAN, b"{a: " * 100_000), 1, f"{PLAN}:1:", "64 niveaus", "beschadigd"),
    Case("too big", holding(KAART, b"# " + b"x" * 20_000_001), 1, f"{KAART}:1:1", "te groot", "hoogstens"),
    Case("not YAML", holding(PLAN, b"%1.7 \xc3\xa9\n{]"), 1, f"{PLAN}:1:1", "fout YAML0", ""),
    Case("double key", changed(GEMEENTE, "provincie:", "naam:"), 1, f"{GEMEENTE}:5:1", "twee keer", "erwijder er"),
    Case("two documents", changed(PLAN, "maatr", "---\nmaatr"), 1, f"{PLAN}:3:1", "tweede document", "---"),
    Case("list for fields", holding(PLAN, b"- a\n- b\n"), 1, f"{PLAN}:1:1", "een lijst", ""),
    Case("text for fields", holding(PLAN, b"maatregelen\n"), 1, f"{PLAN}:1:1", "tekst", ""),
    Case("format version", changed(GEMEENTE, 'formaat: "1"', 'formaat: "7"'), 1, f"{GEMEENTE}:1:10", "7", "Werk psoh"),
    Case("no format version", changed(PLAN, 'formaat: "1"\n', ""), 1, f"{PLAN}:1:1", "'formaat' ontbreekt", "formaat:"),
    Case("knowledge version", changed(GEMEENTE, VERSION, "1999.1"), 0, f"{GEMEENTE}:2:15", "1999.1", "Lees na"),
    Case("knowledge of an interview", changed(INTERVIEW, VERSION, "1999.1"), 0, f"{INTERVIEW}:2:15", "INTERVIEW012",
         "psoh interview"),
    Case("unknown question", changed(INTERVIEW, "kaart-aanwezig", "kaart-anwezig"), 1, f"{INTERVIEW}:7:3",
         "INTERVIEW001",
         "'kaart-aanwezig'"),
    Case("unknown answer", changed(INTERVIEW, "antwoord: ja", "antwoord: jawel"), 1, f"{INTERVIEW}:8:15",
         "INTERVIEW003",
         "ja, "),
    Case("informant without a group", changed(INTERVIEW, "groep: gemeente\n", ""), 1, f"{INTERVIEW}:1:1",
         "het verplichte veld 'groep' ontbreekt", "groep:"),
    Case("informant with an empty group", changed(INTERVIEW, "groep: gemeente", "groep:"), 1, f"{INTERVIEW}:3:",
         "'groep' is leeg", "ul een waarde in"),
    Case("unknown group", changed(INTERVIEW, "groep: gemeente", "groep: gemente"), 1, f"{INTERVIEW}:3:8",
         "INTERVIEW002",
         "'gemeente'"),
    Case("service without organisation", changed(KAART, "    organisatie: buurthuis\n", ""), 1, f"{KAART}:12:5",
         "het verplichte veld 'organisatie' ontbreekt", "organisatie:"),
    Case("service of an unknown organisation", changed(KAART, "organisatie: buurthuis", "organisatie: buurhuis"), 1,
         f"{KAART}:13:18", "KAART001", "'buurthuis'"),
    Case("interview in the future", changed(INTERVIEW, "2026-10-12", "2026-12-12"), 1, f"{INTERVIEW}:5:15",
         "INTERVIEW008", ""),
    Case("confirmation in the future", changed(KAART, "2026-09-01", "2027-09-01"), 1, f"{KAART}:9:23", "KAART003",
         "--peildatum"),
    Case("count in the future", changed(GEMEENTE, "2026-07", "2027-07"), 1, f"{GEMEENTE}:10:14", "DOSSIER009",
         "--peildatum"),
    Case("a day that does not exist", changed(KAART, "2026-09-01", "2026-02-30"), 1, f"{KAART}:9:23", "2026-02-30", ""),
    Case("abolished gemeente", changed(GEMEENTE, "GM0505\nnaam: Dordrecht", "GM0003\nnaam: Appingedam"), 0,
         f"{GEMEENTE}:3:7", "bestaat niet meer", "Appingedam hoort nu bij Eemsdelta (GM1979)"),
    Case("missing shared kaart", changed(GEMEENTE, "horizon:", "kaarten: [../regio.yaml]\nhorizon:"), 1,
         f"{GEMEENTE}:18:11", "'../regio.yaml' is er niet", "schuine strepen"),
    Case("text for a number", changed(GEMEENTE, "totaal: 100", "totaal: ongeveer 100"), 1, f"{GEMEENTE}:12:11",
         "geen heel getal", "zet de woorden in een toelichting"),
    Case("odd name of an interview", renamed(INTERVIEW, "interviews/Jan de Vries.yaml"), 1, "Jan de Vries.yaml:1:1",
         "INTERVIEW009", "jan-de-vries"),
    Case("reserved name of an interview", renamed(INTERVIEW, "interviews/con.yaml"), 1, "con.yaml:1:1",
         "INTERVIEW009", "con-"),
    Case("misspelt key", changed(GEMEENTE, "horizon", "horizn"), 1, f"{GEMEENTE}:18:1", "'horizn'", "'horizon'"),
    Case("misspelt value", changed(GEMEENTE, "18-26", "18-27"), 1, f"{GEMEENTE}:17:18", "18-27", "'18-26'"),
)  # fmt: skip


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return make_dossier(tmp_path / "r" / "d")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_check_names_the_place_and_the_remedy(
    dossier: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], case: Case
) -> None:
    case.spoil(dossier, monkeypatch)
    before = contents(dossier)
    said = run(capsys, "check", dossier, *DAY)
    assert said.code == case.code, said
    for part in (case.place, case.says, case.remedy):
        assert part in said.all, said
    assert contents(dossier) == before
    if case.code == 2:
        assert "Oplossing: " in said.err
    if case.code == 0:
        assert run(capsys, "check", dossier, *DAY, "--strict").code == 1


@pytest.mark.slow
@pytest.mark.parametrize("command", ["analyse", "plan", "rapport"])
@pytest.mark.parametrize("case", [case for case in CASES if case.code], ids=lambda case: case.name)
def test_no_conclusion_is_drawn_from_half_a_dossier(
    dossier: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    case: Case,
    command: str,
) -> None:
    case.spoil(dossier, monkeypatch)
    before = contents(dossier)
    said = run(capsys, command, dossier, *DAY)
    assert said.code == case.code, said
    assert said.out == ""
    assert case.says in said.all
    assert contents(dossier) == before


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("byte order mark", codecs.BOM_UTF8 + FILES[INTERVIEW].encode("utf-8")),
        ("CRLF", FILES[INTERVIEW].replace("\n", "\r\n").encode("utf-8")),
        ("CR", FILES[INTERVIEW].replace("\n", "\r").encode("utf-8")),
        ("CRLF and a mark", codecs.BOM_UTF8 + FILES[INTERVIEW].replace("\n", "\r\n").encode("utf-8")),
        ("no newline at the end", FILES[INTERVIEW].rstrip("\n").encode("utf-8")),
    ],
)
def test_what_an_editor_makes_of_a_file_is_no_problem(
    dossier: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes
) -> None:
    (dossier / INTERVIEW).write_bytes(data)
    assert run(capsys, "check", dossier, *DAY, "--strict").code == 0
    assert (dossier / INTERVIEW).read_bytes() == data


@pytest.mark.parametrize("command", ["check", "analyse", "plan", "rapport"])
@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("weg", "bestaat niet"),
        ("bestand.txt", "bestand"),
        ("leeg", "gemeente.yaml ontbreekt"),
        ("weg/verder", "bestaat"),
    ],
)
def test_what_is_no_dossier_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, path: str, says: str
) -> None:
    (tmp_path / "bestand.txt").write_text("x", encoding="utf-8")
    (tmp_path / "leeg").mkdir()
    said = run(capsys, command, tmp_path / path, *DAY)
    assert said.code == 2
    assert says in said.all
    assert "Oplossing: " in said.err
    assert contents(tmp_path) == {"bestand.txt": b"x"}


def test_every_problem_of_a_file_is_found_in_one_run(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        FILES[KAART]
        .replace("[preventie]", "[preventi]")
        .replace("welzijn", "welzyn")
        .replace("[GM0505]", "[GM9998]")
    )
    (dossier / KAART).write_text(text, encoding="utf-8")
    found = run(capsys, "check", dossier, *DAY).out
    assert [code for code in ("KAART005", "KAART006", "DOSSIER015") if code not in found] == []
