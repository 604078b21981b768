from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import missing
from tests.report.worlds import ROOT, example

from psoh_cli import app
from psoh_cli.commands.rapport import Form, Kind
from psoh_cli.dossier import unchanged
from psoh_cli.environment import pdf_available
from psoh_cli.errors import MissingRendererError, UnwritableError
from psoh_cli.files import disk
from psoh_cli.press import html, pdf, publish
from psoh_cli.press.colophon import in_groups
from psoh_cli.press.publish import Press, print_files
from psoh_cli.press.request import PER_DOSSIER, Request
from psoh_cli.press.source import CarriedFile, Source
from psoh_cli.report.compose import KINDS, ON_REQUEST, compose
from psoh_cli.report.document import to_json
from psoh_cli.report.spans import plain
from psoh_cli.report.version import Version

DORDRECHT = ROOT / "examples" / "dordrecht"
SUMMARY = ("--soort", "samenvatting")
HTML = (*SUMMARY, "--format", "html")


def no_renderer(*_: Any, **__: Any) -> bytes:
    raise MissingRendererError("Geen Pango.", remedy="apt-get install pango")


def run(*arguments: str | Path) -> int:
    return app.run(["rapport", *map(str, arguments), "--peildatum", "2026-11-21"])


def documents(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != unchanged.STATE)


# ------------------------------------------------------------------------------------------- what is asked for


def test_every_kind_and_format_can_be_asked_for() -> None:
    assert tuple(kind.value for kind in Kind) == (*KINDS, *ON_REQUEST)
    assert {form.value for form in Form} == set(publish._WRITERS)


def test_html_comes_first_and_the_pdf_last_whatever_the_order() -> None:
    names = [
        asked.name for asked in Request(kinds=KINDS, formats=("pdf", "ics", "xlsx", "odt", "html")).files()
    ]
    assert names[0] == "gap-analyse.html"
    assert names[-3:] == ["gap-analyse.pdf", "implementatieplan.pdf", "samenvatting.pdf"]
    assert [name for name in names if name.partition(".")[0] in PER_DOSSIER.values()] == [
        "maatregelen.xlsx", "planning.ics",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("version", "suffix"), [("raad", ""), ("partners", "-partners"), ("publiek", "-publiek")]
)
def test_each_version_has_names_of_its_own(version: str, suffix: str) -> None:
    asked = Request(kinds=("samenvatting",), formats=("html", "xlsx"), version=Version(version)).files()
    assert [item.name for item in asked] == [f"samenvatting{suffix}.html", f"maatregelen{suffix}.xlsx"]


def test_names_are_those_the_documents_go_by() -> None:
    for version in Version:
        request = Request(kinds=KINDS, formats=("html",), version=version)
        press = Press(material=example("dordrecht"), request=request)
        assert [f"{press.document(item.kind).id}.html" for item in request.files()] == [
            item.name for item in request.files()
        ]


# ------------------------------------------------------------------------------------------------ the colophon


def colophon(source: Source | None = None, **changes: Any) -> dict[str, str]:
    request = replace(Request(kinds=KINDS), **changes)
    press = Press(material=example("dordrecht"), request=request, source=source)
    return {item.term: plain(item.content) for item in press.document("samenvatting").colophon}


def test_the_colophon_says_how_a_document_came_about() -> None:
    source = Source(
        files=(CarriedFile(name="gemeente.yaml", content=b"x"),),
        knowledge_version="2026.1",
        tool_version="0.1.0",
        version=Version.PUBLIC,
        with_interviews=False,
    )
    told = colophon(source, version=Version.PUBLIC)
    assert told["Peildatum"].split() == ["21", "november", "2026"]
    assert f"kennisversie {example('dordrecht').catalogue.version}" in told["Gemaakt met"]
    assert "kleine aantallen" in told["Versie"]
    assert told["Vingerafdruk"].replace(" ", "") == source.fingerprint
    assert told["Controleer met"] == "psoh pdf verifieer samenvatting-publiek.pdf MAP"


def test_the_colophon_tells_of_interviews_that_go_along() -> None:
    assert "zonder interviews en opmerkingen daaruit" in colophon()["Versie"]
    assert "met de interviews" in colophon(with_interviews=True)["Versie"]
    assert "Vingerafdruk" not in colophon()


def test_a_fingerprint_stands_in_groups() -> None:
    assert in_groups("0123456789abcdef01") == "01234567 89abcdef 01"


def test_the_colophon_is_printed_in_the_page(tmp_path: Path) -> None:
    assert run(DORDRECHT, *HTML, "--soort", "gap-analyse", "--output", tmp_path) == 0
    for name in ("samenvatting", "gap-analyse"):
        page = (tmp_path / f"{name}.html").read_text(encoding="utf-8")
        assert 'id="colofon"' in page
        assert f"psoh pdf verifieer {name}.pdf MAP" in page


# ------------------------------------------------------------------------------------------------- the writing


def test_html_stands_when_the_pdf_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "render", no_renderer)
    with pytest.raises(MissingRendererError):
        print_files(Press(material=example("dordrecht"), request=Request(kinds=KINDS)), tmp_path)
    assert documents(tmp_path) == ["gap-analyse.html", "implementatieplan.html", "samenvatting.html"]


def test_paths_are_given_in_order_and_told(tmp_path: Path) -> None:
    told: dict[str, bytes] = {}
    request = Request(kinds=("samenvatting",), formats=("json", "html"))
    press = Press(material=example("dordrecht"), request=request)
    paths = print_files(press, tmp_path, tell=told.__setitem__)
    assert [path.name for path in paths] == list(told) == ["samenvatting.html", "samenvatting.json"]
    assert [path.read_bytes() for path in paths] == list(told.values())
    assert json.loads(paths[1].read_text(encoding="utf-8"))["titel"] == "Bestuurlijke samenvatting"


@pytest.mark.slow
def test_the_command_writes_every_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if lack := pdf_available():
        missing(lack.missing)
    wanted = [word for form in Form for word in ("--format", form.value)]
    assert run(DORDRECHT, *SUMMARY, *wanted, "--output", tmp_path) == 0
    out = capsys.readouterr()
    names = [Path(line).name for line in out.out.splitlines()]
    assert names == [
        "samenvatting.html", "samenvatting.json", "samenvatting.docx", "samenvatting.odt", "maatregelen.xlsx",
        "planning.ics", "samenvatting.pdf",
    ]  # fmt: skip
    assert documents(tmp_path) == sorted(names)
    assert (tmp_path / "samenvatting.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert (tmp_path / "planning.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert all(
        (tmp_path / name).read_bytes()[:2] == b"PK" for name in names if name[-4:] in {"docx", "xlsx", ".odt"}
    )
    assert " ".join(out.err.split()) == f"Begin met: {tmp_path.as_posix()}/samenvatting.pdf"


def test_interviews_go_along_in_the_council_version_only(capsys: pytest.CaptureFixture[str]) -> None:
    for version in ("publiek", "partners"):
        assert run(DORDRECHT, "--versie", version, "--met-interviews") == 2
        assert "niet voor iedereen" in capsys.readouterr().err


def test_a_pdf_with_interviews_has_its_own_name_and_says_so() -> None:
    request = Request(kinds=KINDS, formats=("pdf",), with_interviews=True)
    assert [asked.name for asked in request.files()] == [f"{kind}-met-interviews.pdf" for kind in KINDS]
    for kind in KINDS:
        document = Press(material=example("dordrecht"), request=request).document(kind)
        assert document.id == f"{kind}-met-interviews"
        version = next(plain(fact.content) for fact in document.facts if fact.term == "Versie")
        assert "zonder de gesprekken" not in version
        for said in (version, document.banner):
            assert "interviews" in said
            assert "opmerkingen" in said
            assert "niet om te publiceren" in said.casefold()
        assert "niet om te publiceren" in document.strip, "on every page"
        assert "Voorbeeld" in document.banner, "that it is an example stays"
        bare = Press(material=example("dordrecht"), request=replace(request, with_interviews=False))
        assert "zonder de gesprekken" in to_json(bare.document(kind))
        assert "niet om te publiceren" not in to_json(bare.document(kind))


def test_interviews_travel_in_a_pdf_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pdf, "render", lambda *_, **__: b"%PDF-1.7")
    for formats in (("html",), ("docx", "pdf")):
        words = [word for form in formats for word in ("--format", form)]
        assert run(DORDRECHT, *SUMMARY, *words, "--met-interviews", "--output", tmp_path) == 2
        assert "alleen voor de pdf" in " ".join(capsys.readouterr().err.split())
    assert run(DORDRECHT, *SUMMARY, "--met-interviews", "--output", tmp_path) == 0
    assert documents(tmp_path) == ["samenvatting-met-interviews.pdf"]


@pytest.mark.parametrize(
    "word", ["--controleer", "--opnieuw", "--met-interviews", "--format=pdf", "--output=x"]
)
def test_looking_does_not_go_with_writing(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(DORDRECHT, "--bekijk", word) == 2
    assert "--bekijk schrijft niets" in capsys.readouterr().err


def test_only_one_dossier_can_be_looked_at(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(DORDRECHT, DORDRECHT, "--bekijk") == 2
    assert "één dossier" in capsys.readouterr().err


def test_one_failing_dossier_does_not_stop_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(tmp_path / "weg", DORDRECHT, *HTML, "--output", tmp_path / "uit")
    assert code == 2
    assert (tmp_path / "uit" / "dordrecht" / "samenvatting.html").is_file()
    err = capsys.readouterr().err
    assert "bestaat niet" in err
    assert "1 van de 2 dossiers" in err


def copied(folder: Path) -> Path:
    """Give a copy of an example, to change something in."""
    for path in DORDRECHT.rglob("*.yaml"):
        disk.write_bytes(folder / path.relative_to(DORDRECHT), path.read_bytes())
    return folder


def test_two_dossiers_of_one_name_do_not_share_a_folder(tmp_path: Path) -> None:
    copies = [copied(tmp_path / place / "dordrecht") for place in ("a", "b")]
    assert run(*copies, *SUMMARY, "--format", "json", "--output", tmp_path / "uit") == 0
    assert sorted(path.name for path in (tmp_path / "uit").iterdir()) == ["dordrecht", "dordrecht-2"]


def test_exit_code_is_the_gravest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "render", no_renderer)
    assert run(DORDRECHT, *SUMMARY, "--output", tmp_path / "a") == 4
    assert run(DORDRECHT, tmp_path / "weg", *SUMMARY, "--output", tmp_path / "b") == 2


def test_a_bug_on_one_dossier_is_told_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = publish.print_files

    def write(press: Press, folder: Path, **named: Any) -> tuple[Path, ...]:
        if press.material.gemeente.name == "Haarlem":
            raise KeyError("onverwacht")
        return real(press, folder, **named)

    monkeypatch.setattr(publish, "print_files", write)
    code = run(ROOT / "examples" / "haarlem", DORDRECHT, *HTML, "--output", tmp_path)
    assert code == 3
    assert (tmp_path / "dordrecht" / "samenvatting.html").is_file()
    assert "ligt niet aan u" in capsys.readouterr().err


def test_a_pdf_that_is_open_elsewhere_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = disk.os.replace

    def held(source: Any, target: Any) -> None:
        if str(target).endswith(".pdf"):
            raise PermissionError(13, "in use")
        real(source, target)

    (tmp_path / "samenvatting.pdf").write_bytes(b"oud")
    monkeypatch.setattr(disk.os, "replace", held)
    monkeypatch.setattr(pdf, "render", lambda *_, **__: b"%PDF-1.7 nieuw")
    assert run(DORDRECHT, *SUMMARY, "--output", tmp_path) == UnwritableError.exit_code
    assert "open in een ander programma" in capsys.readouterr().err
    assert (tmp_path / "samenvatting.pdf").read_bytes() == b"oud"
    assert (tmp_path / "samenvatting.html").is_file()
    monkeypatch.setattr(disk.os, "replace", real)
    assert run(DORDRECHT, *SUMMARY, "--output", tmp_path) == 0
    assert (tmp_path / "samenvatting.pdf").read_bytes() == b"%PDF-1.7 nieuw", (
        "it is made once the reader is closed"
    )


def test_an_unknown_kind_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(DORDRECHT, "--soort", "jaarverslag") == 2
    assert "jaarverslag" in capsys.readouterr().err


# ----------------------------------------------------------------------------------------- what did not change


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Hear of every document that is composed."""
    composed: list[str] = []
    real = compose

    def composing(kind: str, *arguments: Any, **named: Any) -> Any:
        composed.append(kind)
        return real(kind, *arguments, **named)

    monkeypatch.setattr("psoh_cli.press.publish.compose", composing)
    return composed


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return copied(tmp_path / "dordrecht")


def test_what_did_not_change_is_not_made_again(
    dossier: Path, rendered: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(dossier, *HTML) == 0
    assert rendered == ["samenvatting"]
    first = capsys.readouterr()
    before = (dossier / "rapporten" / "samenvatting.html").stat().st_mtime_ns
    assert run(dossier, *HTML) == 0
    assert rendered == ["samenvatting"]
    again = capsys.readouterr()
    assert again.out == first.out, "what stands is named all the same"
    assert "Ongewijzigd, niet opnieuw gemaakt: samenvatting.html" in again.err
    assert (dossier / "rapporten" / "samenvatting.html").stat().st_mtime_ns == before


CHANGES: dict[str, Callable[[Path], object]] = {
    "another figure": lambda folder: disk.write_text(
        folder / "gemeente.yaml", disk.read_text(folder / "gemeente.yaml") + "# \n"
    ),
    "a tampered document": lambda folder: (folder / "rapporten" / "samenvatting.html").write_text("vervalst"),
    "a document that is gone": lambda folder: (folder / "rapporten" / "samenvatting.html").unlink(),
    "nothing known": lambda folder: (folder / "rapporten" / unchanged.STATE).unlink(),
    "a house style": lambda folder: disk.write_text(folder / "huisstijl" / "stijl" / "donker.css", "/* x */"),
}


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changed_is_made_again(
    dossier: Path, rendered: list[str], change: Callable[[Path], object]
) -> None:
    assert run(dossier, *HTML) == 0
    change(dossier)
    assert run(dossier, *HTML) == 0
    assert rendered == ["samenvatting"] * 2
    assert "vervalst" not in (dossier / "rapporten" / "samenvatting.html").read_text(encoding="utf-8")


def test_another_day_and_being_asked_to_make_it_anew(dossier: Path, rendered: list[str]) -> None:
    words = ["rapport", dossier.as_posix(), *HTML, "--peildatum"]
    assert app.run([*words, "2026-11-21"]) == 0
    assert app.run([*words, "2026-11-22"]) == 0
    assert app.run([*words, "2026-11-22", "--opnieuw"]) == 0
    assert len(rendered) == 3


def test_documents_elsewhere_are_remembered_there(dossier: Path, tmp_path: Path, rendered: list[str]) -> None:
    for _ in range(2):
        assert run(dossier, *HTML, "--output", tmp_path / "uit") == 0
    assert rendered == ["samenvatting"]
    assert run(ROOT / "examples" / "zandvoort", *HTML, "--output", tmp_path / "uit") == 0
    assert "Zandvoort" in (tmp_path / "uit" / "samenvatting.html").read_text(encoding="utf-8")
    assert run(dossier, *HTML, "--output", tmp_path / "uit") == 0
    assert "Dordrecht" in (tmp_path / "uit" / "samenvatting.html").read_text(encoding="utf-8")


def test_a_format_more_leaves_the_others_standing(
    dossier: Path, rendered: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(dossier, *HTML) == 0
    capsys.readouterr()
    assert run(dossier, *HTML, "--format", "json") == 0
    said = capsys.readouterr()
    assert [Path(line).name for line in said.out.splitlines()] == ["samenvatting.html", "samenvatting.json"]
    assert said.err.count("Ongewijzigd") == 1


def test_a_dossier_that_got_errors_is_no_longer_unchanged(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(dossier, *HTML) == 0
    disk.write_text(dossier / "gemeente.yaml", "formaat: '1'\n")
    assert run(dossier, *HTML) == 1
    assert "Ongewijzigd" not in capsys.readouterr().err


def test_a_shared_kaart_that_changes_counts(tmp_path: Path, rendered: list[str]) -> None:
    dossier = copied(tmp_path / "regio" / "dordrecht")
    shared = tmp_path / "regio" / "kaart.yaml"
    disk.write_bytes(shared, (DORDRECHT / "sociale-kaart.yaml").read_bytes())
    (dossier / "sociale-kaart.yaml").unlink()
    text = disk.read_text(dossier / "gemeente.yaml")
    disk.write_text(dossier / "gemeente.yaml", f"{text}kaarten: [../kaart.yaml]\n")
    for _ in range(2):
        assert run(dossier, *HTML) in {0, 1}
    made = len(rendered)
    assert made == 1
    disk.write_bytes(shared, shared.read_bytes() + b"# \n")
    run(dossier, *HTML)
    assert len(rendered) == made + 1


# ------------------------------------------------------------------------------------------ the proof of access


def test_the_proof_stands_beside_the_documents(
    tmp_path: Path, rendered: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(DORDRECHT, *HTML, "--controleer", "--output", tmp_path) == 0, capsys.readouterr().err
    assert documents(tmp_path) == ["samenvatting.html", "toegankelijkheid.json", "toegankelijkheid.md"]
    told = json.loads((tmp_path / "toegankelijkheid.json").read_text(encoding="utf-8"))
    assert [file["naam"] for file in told["bestanden"]] == ["samenvatting.html"]
    assert run(DORDRECHT, *HTML, "--controleer", "--output", tmp_path) == 0
    assert "Ongewijzigd" in capsys.readouterr().err, "examining again does not make the document again"


def test_a_document_that_fails_is_told_and_costs_the_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = html.render
    monkeypatch.setattr(html, "render", lambda *a, **k: real(*a, **k).replace('lang="nl"', 'lang="en"'))
    assert run(DORDRECHT, *HTML, "--controleer", "--output", tmp_path) == 1
    err = capsys.readouterr().err
    assert "niet toegankelijk genoeg: samenvatting.html" in err
    assert "toegankelijkheid.md" in err
    assert (tmp_path / "samenvatting.html").is_file()


# -------------------------------------------------------------------------------------------- the house style


@pytest.mark.slow
def test_it_ends_with_where_to_begin(
    dossier: Path, rendered: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    def told(*words: str | Path) -> str:
        assert run(*words) == 0
        return " ".join(capsys.readouterr().err.split())

    html = ("--format", "html")
    assert told(dossier, *html).endswith(f"Begin met: {dossier.as_posix()}/rapporten/samenvatting.html")
    assert told(dossier, *html, "--format", "docx", "--versie", "publiek").endswith(
        "/samenvatting-publiek.html"
    )
    less = ("--soort", "gap-analyse", "--soort", "implementatieplan")
    assert told(dossier, *html, *less).endswith("/rapporten/implementatieplan.html")
    assert "Begin met" not in told(dossier, *HTML), "one file is where to begin"
    assert "Begin per dossier met: samenvatting.html" in told(
        dossier, DORDRECHT, *html, "--output", dossier / "uit"
    )


@pytest.fixture
def styled(dossier: Path) -> Path:
    """Give a copy of an example, to put a house style in."""
    return dossier


def test_a_house_style_wins_file_by_file_and_is_told(
    styled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    disk.write_text(styled / "huisstijl" / "stijl" / "donker.css", "/* van ons */\n")
    disk.write_text(styled / "huisstijl" / "eigen.css", "/* nergens */\n")
    assert run(styled, *SUMMARY, "--format", "html") == 0
    page = (styled / "rapporten" / "samenvatting.html").read_text(encoding="utf-8")
    assert "/* van ons */" in page
    assert "/* nergens */" not in page
    assert "--petrol: #0B4A5F" in page, "what the house style leaves alone stays ours"
    err = capsys.readouterr().err
    assert "eigen sjablonen (stijl/donker.css)" in err
    assert "Vervangt niets van psoh: eigen.css" in err


def test_a_name_that_replaces_nothing_is_told_with_what_was_meant(
    styled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("samenvatting.html", "dokument.html", "donker.css"):
        disk.write_text(styled / "huisstijl" / name, "x")
    assert run(styled, *SUMMARY, "--format", "html") == 0
    err = " ".join(capsys.readouterr().err.split())
    assert "samenvatting.html" in err
    assert "Bedoelt u 'document.html'?" in err
    assert "Bedoelt u 'stijl/donker.css'?" in err
    assert "bronnen.html, colofon.html, document.html, paragraaf.html, regel.html" in err


def test_the_manual_lists_every_name_that_can_be_replaced(root: Path) -> None:
    ours = root / "templates" / "documenten"
    manual = (root / "docs" / "handleiding.md").read_text(encoding="utf-8")
    part = manual[manual.index("**Eigen sjablonen.**") :].partition("\n## ")[0]
    missing = [
        path.name for path in ours.rglob("*") if path.suffix in {".html", ".css"} and path.name not in part
    ]
    assert missing == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("regels.py", "print(1)"),
        ("blokken/alinea.html", "{{ blok.__class__.__mro__ }}"),
        ("blokken/alinea.html", "{% include '../../gemeente.yaml' %}"),
        ("blokken/alinea.html", "{% if %}"),
        ("blokken/alinea.html", "{{ bestaat_niet }}"),
    ],
)
def test_a_house_style_can_do_no_more_than_dress(
    styled: Path, name: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    disk.write_text(styled / "huisstijl" / name, text)
    assert run(styled, *SUMMARY, "--format", "html") == 2
    assert "huisstijl" in capsys.readouterr().err
    assert not (styled / "rapporten" / "samenvatting.html").exists()


def test_a_house_style_stays_inside_its_folder(
    styled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    disk.write_text(tmp_path / "elders.css", "geheim")
    (styled / "huisstijl").mkdir()
    try:
        (styled / "huisstijl" / "strook.css").symlink_to(tmp_path / "elders.css")
    except OSError:
        pytest.skip("this computer makes no symbolic links")
    assert run(styled, *SUMMARY, "--format", "html") == 2
    assert "buiten die map" in capsys.readouterr().err
