"""Every file that psoh writes names its schema in its first line, and that schema is there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.check.editor import MODELINE, kind_of, leads_to_its_schema, wrong_with

from psoh_cli import app
from psoh_cli.commands import clock
from psoh_cli.dossier import restoring
from psoh_cli.dossier.carrying import carry
from psoh_cli.dossier.demonstration import copy_example
from psoh_cli.dossier.restoring import restore
from psoh_cli.dossier.schemas import json_schema
from psoh_cli.files.modeline import modeline, without_modeline
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.press.manifest import manifest_of
from psoh_cli.press.tagged.reading import Carried
from psoh_cli.report.version import Version

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def started(tmp_path: Path) -> Path:
    folder = tmp_path / "dordrecht"
    assert app.run(["start", str(folder), "--gemeente", "Dordrecht"]) == 0
    return folder


def typed_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.yaml"))


def expect_whole(folder: Path) -> None:
    files = typed_files(folder)
    assert files
    assert [path.name for path in files if not leads_to_its_schema(path)] == []
    found = {path.name: wrong_with(path.read_text("utf-8"), kind_of(path)) for path in files}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(
    "path", typed_files(EXAMPLES), ids=lambda path: path.relative_to(EXAMPLES).as_posix()
)
def test_an_example_names_the_schema_in_the_documentation(path: Path) -> None:
    found = MODELINE.match(path.read_text("utf-8"))
    assert found
    assert (path.parent / found[1]).resolve() == ROOT / "docs" / "schema" / f"{kind_of(path)}.schema.json"


def test_a_new_dossier(started: Path) -> None:
    expect_whole(started)
    assert len(list((started / "schema").iterdir())) == 7


def test_an_interview_a_service_a_plan_and_a_kept_moment(started: Path, tmp_path: Path) -> None:
    answers = tmp_path / "antwoorden.yaml"
    asked_of_them = next(item.id for item in read_catalogue()[0].questions if "wijkteam" in item.groups)
    answers.write_text(f"{asked_of_them}: {{antwoord: weet-niet}}\n", encoding="utf-8")
    asked = ["--informant", "wijkteam", "--groep", "wijkteam", "--rol", "teamleider"]
    assert app.run(["interview", str(started), *asked, "--antwoorden", str(answers)]) == 0
    service = [
        "--organisatie",
        "Buurthuis",
        "--ketenpartner",
        "welzijn",
        "--naam",
        "Inloop",
        "--aanbod",
        "Koffie.",
    ]
    more = ["--bron", "eigen opgave", "--gecontroleerd", "vandaag", "--taal", "ti", "--leeftijd", "18+"]
    assert app.run(["kaart", "voeg-toe", str(started), *service, *more]) == 0
    (started / "plan.yaml").unlink()
    assert app.run(["plan", str(started), "--peildatum", "2026-11-21"]) == 0
    assert app.run(["analyse", str(started), "--peildatum", "2026-11-21", "--bewaar"]) == 0
    names = {path.relative_to(started).as_posix() for path in typed_files(started)}
    assert names >= {"interviews/wijkteam.yaml", "plan.yaml", "momenten/2026-11-21.yaml"}
    assert "Buurthuis" in (started / "sociale-kaart.yaml").read_text("utf-8")
    expect_whole(started)


def test_keeping_the_same_moment_again_changes_nothing(started: Path) -> None:
    keep = ["analyse", str(started), "--peildatum", "2026-11-21", "--bewaar"]
    assert app.run(keep) == 0
    path = started / "momenten" / "2026-11-21.yaml"
    before = path.read_bytes()
    assert app.run(keep) == 0
    path.write_text(without_modeline(path.read_text("utf-8")), encoding="utf-8")
    assert path.read_bytes() != before
    assert app.run(keep) == 0


@pytest.mark.slow
def test_the_copy_that_the_demo_makes(tmp_path: Path) -> None:
    expect_whole(copy_example("voorbeeldstad", output=tmp_path))


@pytest.mark.slow
@pytest.mark.parametrize("with_interviews", [False, True])
def test_a_dossier_that_comes_out_of_a_pdf(
    started: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, with_interviews: bool
) -> None:
    source = carry(started, version=Version.COUNCIL, with_interviews=with_interviews)
    about = manifest_of(source, document="implementatieplan", as_of=TODAY)
    monkeypatch.setattr(restoring, "read_pdf", lambda path: Carried(manifest=about, source=source))
    restore(Path("plan.pdf"), tmp_path / "terug")
    expect_whole(tmp_path / "terug")


def test_no_line_where_the_schema_is_not_there(tmp_path: Path) -> None:
    assert modeline(tmp_path / "plan.yaml", "plan") == ""
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "plan.schema.json").write_text(json_schema("plan"), encoding="utf-8")
    assert (
        modeline(tmp_path / "plan.yaml", "plan")
        == "# yaml-language-server: $schema=schema/plan.schema.json\n"
    )
    below = modeline(tmp_path / "interviews" / "x.yaml", "plan")
    assert below == "# yaml-language-server: $schema=../schema/plan.schema.json\n"
