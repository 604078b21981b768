"""`psoh pdf open` and `psoh pdf verifieer`: a dossier out of a PDF, and a PDF held against a dossier."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from tests.bad_input.running import run
from tests.dossier.sample import contents, make_dossier
from tests.report.worlds import AS_OF

from psoh_cli.dossier.carrying import carry
from psoh_cli.file_names import is_safe
from psoh_cli.press.manifest import as_file, manifest_of
from psoh_cli.press.pdf import _moment
from psoh_cli.press.source import CarriedFile, Source
from psoh_cli.press.tagged.attachments import attach
from psoh_cli.report.version import Version

Capsys = pytest.CaptureFixture[str]


def bare_pdf(source: Source) -> bytes:
    """Write a PDF that carries something and has no pages to draw: quick, and read the same way."""
    target = io.BytesIO()
    with pikepdf.new() as file:
        file.add_blank_page()
        listed = as_file(manifest_of(source, document="implementatieplan", as_of=AS_OF))
        attach(file, (listed, *source.files), moment=_moment(AS_OF))
        file.save(target, deterministic_id=True)
    return target.getvalue()


def printed(folder: Path, *, version: Version = Version.COUNCIL, with_interviews: bool = False) -> Path:
    path = folder.parent / "plan.pdf"
    path.write_bytes(bare_pdf(carry(folder, version=version, with_interviews=with_interviews)))
    return path


def of_files(folder: Path, *names: str) -> Path:
    path = folder / "plan.pdf"
    files = tuple(CarriedFile(name=name, content=b"formaat: 1\n") for name in names)
    path.write_bytes(bare_pdf(Source(files=files, knowledge_version="1", tool_version="1")))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_dossier(tmp_path / "dordrecht")


def test_a_dossier_comes_back_byte_for_byte_and_belongs(folder: Path, tmp_path: Path, capsys: Capsys) -> None:
    plan, back = printed(folder, with_interviews=True), tmp_path / "een máp" / "terug"
    said = run(capsys, "pdf", "open", plan, back)
    assert said.code == 0
    found = contents(back)
    assert "plan.pdf" in found.pop("LEESMIJ.md").decode()
    assert found == contents(folder)
    assert sorted(said.out.split("\n")[:-1]) == sorted((back / name).as_posix() for name in found)
    assert "Nu verder met: psoh check" in said.all
    assert "Niet in deze pdf" not in said.all
    again = printed(back, with_interviews=True).read_bytes()
    assert again == plan.read_bytes()
    assert run(capsys, "pdf", "verifieer", plan, back).code == 0


def test_what_a_version_leaves_out_is_said(folder: Path, tmp_path: Path, capsys: Capsys) -> None:
    said = run(capsys, "pdf", "open", printed(folder, version=Version.PUBLIC), tmp_path / "terug")
    assert said.code == 0
    assert "Niet in deze pdf: de interviews, vrije opmerkingen" in said.all
    assert not (tmp_path / "terug" / "interviews").exists()
    assert run(capsys, "check", tmp_path / "terug", "--peildatum", "2026-11-21").code == 0


def test_an_empty_folder_is_filled_and_a_full_one_left_alone(
    folder: Path, tmp_path: Path, capsys: Capsys
) -> None:
    plan, empty = printed(folder), tmp_path / "leeg"
    empty.mkdir()
    assert run(capsys, "pdf", "open", plan, empty).code == 0
    before = contents(empty)
    said = run(capsys, "pdf", "open", plan, empty)
    assert said.code == 2
    assert "is niet leeg" in said.all
    assert contents(empty) == before
    assert "geen map" in run(capsys, "pdf", "open", plan, plan).all


@pytest.mark.parametrize(
    "name",
    [
        "../buiten.yaml", "/etc/buiten.yaml", "a/../../buiten.yaml", "C:/buiten.yaml", "a\\buiten.yaml",
        ".git/buiten.yaml", "con.yaml", "plan.yaml.exe", "a/b/c/d/e.yaml", "a//b.yaml", "x" * 200 + ".yaml",
        "com¹.yaml", "buiten\u2028.yaml", "buiten/ /x.yaml", "Gemeente.yaml",
    ],
)  # fmt: skip
def test_a_name_that_leads_elsewhere_unpacks_nothing(name: str, tmp_path: Path, capsys: Capsys) -> None:
    said = run(capsys, "pdf", "open", of_files(tmp_path, "gemeente.yaml", name), tmp_path / "terug")
    assert said.code == 2
    assert "er is niets uitgepakt" in said.all
    assert [path.name for path in tmp_path.rglob("*")] == ["plan.pdf"]


def test_a_name_in_another_encoding_of_accents_travels(folder: Path, tmp_path: Path, capsys: Capsys) -> None:
    interview = folder / "interviews" / "beleidsadviseur.yaml"
    interview.rename(interview.with_name("beleidsadvise\u0301.yaml"))
    plan = printed(folder, with_interviews=True)
    assert run(capsys, "pdf", "open", plan, tmp_path / "terug").code == 0
    assert (tmp_path / "terug" / "interviews" / "beleidsadvis\u00e9.yaml").is_file()
    assert run(capsys, "pdf", "verifieer", plan, folder).code == 0


@pytest.mark.parametrize("name", ["gemeente.yaml", "interviews/huis arts.yaml", "gedeelde-kaarten/één.yaml"])
def test_names_of_ours_are_safe(name: str) -> None:
    assert is_safe(name)


def test_a_pdf_without_a_dossier_is_refused(tmp_path: Path, capsys: Capsys) -> None:
    for content in (b"%PDF-1.7\nniets", b"geen pdf"):
        (tmp_path / "x.pdf").write_bytes(content)
        for command in ("open", "verifieer"):
            said = run(capsys, "pdf", command, tmp_path / "x.pdf", tmp_path / "terug")
            assert said.code == 2
            assert "Oplossing: " in said.all
    assert run(capsys, "pdf", "open", tmp_path / "weg.pdf", tmp_path / "terug").code == 2
    assert (
        "geen heel dossier" in run(capsys, "pdf", "open", of_files(tmp_path, "plan.yaml"), tmp_path / "t").all
    )
    assert not (tmp_path / "terug").exists()


def test_a_full_disk_leaves_nothing_behind(
    folder: Path, tmp_path: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = printed(folder)
    before = contents(tmp_path)
    monkeypatch.setattr("psoh_cli.files.disk.os.replace", _no_room)
    said = run(capsys, "pdf", "open", plan, tmp_path / "terug")
    assert said.code == 2
    assert "de schijf is vol" in said.all
    assert ".psoh-pdf" not in said.all
    assert contents(tmp_path) == before
    assert not (tmp_path / "terug").exists()


def _no_room(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_the_verdict_claims_no_more_than_was_compared(folder: Path, capsys: Capsys) -> None:
    plan = printed(folder)
    interview = folder / "interviews" / "beleidsadviseur.yaml"
    interview.write_text(interview.read_text("utf-8") + "# iemand zei later iets anders\n", "utf-8")
    said = run(capsys, "pdf", "verifieer", plan, folder)
    assert said.code == 0
    assert "hoort bij deze gegevens" not in said.out
    assert said.out.startswith(
        "plan.pdf: de kaart, gemeente en het plan in deze pdf zijn gelijk aan die in uw map.\n"
        "De gesprekken zitten niet in deze pdf en zijn niet vergeleken.\n"
    )
    assert "Ook niet: vrije opmerkingen, commentaar" in said.out
    whole = run(capsys, "pdf", "verifieer", printed(folder, with_interviews=True), folder)
    assert whole.out.startswith("plan.pdf hoort bij deze gegevens.\n")


def test_what_differs_is_named_per_file_with_its_line(folder: Path, capsys: Capsys) -> None:
    plan = printed(folder)
    edit(folder / "gemeente.yaml", "totaal: 100", "totaal: 120")
    edit(folder / "gemeente.yaml", "provincie: Zuid-Holland\n", "")
    edit(folder / "sociale-kaart.yaml", "id: inloop", "id: inloop-nieuw")
    said = run(capsys, "pdf", "verifieer", plan, folder)
    assert said.code == 1
    assert "plan.pdf hoort niet bij deze gegevens." in said.out
    line = (folder / "gemeente.yaml").read_text("utf-8").split("\n").index("  totaal: 120") + 1
    assert f"- regel {line}, statushouders > totaal: in de pdf ‘100’, in de map ‘120’" in said.out
    assert "- provincie: alleen in de pdf (‘Zuid-Holland’)" in said.out
    assert "diensten > inloop-nieuw: alleen in de map" in said.out
    assert "- diensten > inloop: alleen in de pdf" in said.out
    assert "plan.yaml\n" not in said.out


def test_remarks_and_comments_do_not_differ_unless_they_are_carried(folder: Path, capsys: Capsys) -> None:
    bare, whole = printed(folder).read_bytes(), printed(folder, with_interviews=True)
    edit(folder / "plan.yaml", "maatregelen:", "# Alleen een opmerking\nmaatregelen:")
    said = run(capsys, "pdf", "verifieer", whole, folder)
    assert said.code == 1
    assert "plan.yaml\n  - alleen commentaar, volgorde of schrijfwijze verschilt" in said.out
    whole.write_bytes(bare)
    assert run(capsys, "pdf", "verifieer", whole, folder).code == 0


def test_a_file_more_or_less_is_named(folder: Path, capsys: Capsys) -> None:
    plan = printed(folder, with_interviews=True)
    (folder / "interviews" / "beleidsadviseur.yaml").rename(folder / "interviews" / "adviseur.yaml")
    said = run(capsys, "pdf", "verifieer", plan, folder)
    assert "interviews/adviseur.yaml\n  - staat alleen in de map" in said.out
    assert "interviews/beleidsadviseur.yaml\n  - staat alleen in de pdf" in said.out


def test_the_list_of_differences_ends(folder: Path, capsys: Capsys) -> None:
    plan = printed(folder)
    many = "".join(f"  - {{naam: moment {number}, datum: 2027-05-{number + 1:02}}}\n" for number in range(28))
    edit(folder / "gemeente.yaml", "horizon:", f"raadskalender:\n{many}wijken: [Oost]\nhorizon:")
    edit(folder / "sociale-kaart.yaml", "diensten:", "diensten:\n" + "".join(_service(n) for n in range(30)))
    said = run(capsys, "pdf", "verifieer", plan, folder)
    assert said.code == 1
    assert "en nog 10" in said.out
    assert len(said.out.splitlines()) < 40


def _service(number: int) -> str:
    return f"  - {{id: x-{number}, organisatie: buurthuis, naam: N, aanbod: A, bron: b, gecontroleerd_op: onbekend}}\n"


def test_another_psoh_or_other_knowledge_is_named_and_still_belongs(
    folder: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("psoh_cli.dossier.carrying.__version__", "0.0.9")
    plan = printed(folder)
    monkeypatch.undo()
    said = run(capsys, "pdf", "verifieer", plan, folder)
    assert said.code == 0
    assert "De pdf is gemaakt met psoh 0.0.9" in said.all


def test_a_pdf_changed_after_it_was_made_does_not_belong(
    folder: Path, tmp_path: Path, capsys: Capsys
) -> None:
    plan = printed(folder)
    with pikepdf.open(plan, allow_overwriting_input=True) as file:
        names = file.Root.Names.EmbeddedFiles.Names
        place = [str(name) for name in list(names)[::2]].index("plan.yaml")
        names[2 * place + 1].EF.F.write(b"maatregelen: []\n")
        file.save()
    said = run(capsys, "pdf", "verifieer", plan, folder)
    assert said.code == 1
    assert "plan.yaml\n  - is in de pdf zelf veranderd nadat die was gemaakt" in said.out
    opened = run(capsys, "pdf", "open", plan, tmp_path / "terug")
    assert opened.code == 2
    assert "is niet meer wat psoh erin zette" in opened.all


def test_what_stands_on_the_pages_is_not_vouched_for(folder: Path, capsys: Capsys) -> None:
    plan = printed(folder)
    with pikepdf.open(plan, allow_overwriting_input=True) as pdf:
        pdf.pages[0].Contents = pdf.make_stream(b"BT ET")
        pdf.save(plan)
    said = run(capsys, "pdf", "verifieer", plan, folder)
    assert said.code == 0, "the data in it are the same"
    assert "Of iemand de tekst op de bladzijden heeft veranderd, kan psoh niet zien." in said.all.replace(
        "\n", " "
    )


def test_a_dossier_that_cannot_be_read_gives_no_verdict(folder: Path, tmp_path: Path, capsys: Capsys) -> None:
    plan = printed(folder)
    edit(folder / "plan.yaml", "maatregelen: []", "maatregelen: 5")
    assert run(capsys, "pdf", "verifieer", plan, folder).code == 2
    assert run(capsys, "pdf", "verifieer", plan, tmp_path / "weg").code == 2


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
