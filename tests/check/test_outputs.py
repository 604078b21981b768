"""Where the outcome goes: what may be asked together, what is refused before the work, and what a CI gets by itself."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.check.formats.reports import CLEAN, KAART, SMALL

from psoh_cli.checking import outputs
from psoh_cli.checking.output_names import NAMES, TEXT
from psoh_cli.errors import PsohError, UnwritableError, WrongUseError
from psoh_cli.files import disk_reports
from psoh_cli.problems.formats.as_markdown import ROOM, as_markdown
from psoh_cli.problems.formats.writers import WRITERS

NOWHERE: dict[str, str] = {}


def text() -> str:
    return "Zo staat het op het scherm\n\n"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_without_a_choice_people_read_text() -> None:
    wanted = outputs.wanted((), environment=NOWHERE)
    assert wanted.shows_text
    assert wanted.for_screen(SMALL) == ()
    assert wanted.write(SMALL, text=text) == ()
    assert wanted.append_summary(SMALL) == ""
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("name", WRITERS)
def test_a_form_alone_goes_to_the_screen(name: str) -> None:
    wanted = outputs.wanted((name,), environment=NOWHERE)
    assert not wanted.shows_text
    assert [f"{shown}\n" for shown in wanted.for_screen(SMALL)] == [WRITERS[name](SMALL)]


def test_a_form_with_nothing_to_say_says_nothing() -> None:
    assert outputs.wanted(("github",), environment=NOWHERE).for_screen(CLEAN) == ()


def test_several_at_once() -> None:
    given = ("sarif=uit.sarif", "text", "junit=uit.xml", "text=uit.txt", "json=uit.json")
    wanted = outputs.wanted(given, environment=NOWHERE)
    assert wanted.shows_text
    assert wanted.for_screen(SMALL) == ()
    assert wanted.write(SMALL, text=text) == ()
    assert Path("uit.sarif").read_bytes() == WRITERS["sarif"](SMALL).encode()
    assert Path("uit.xml").read_bytes() == WRITERS["junit"](SMALL).encode()
    assert Path("uit.json").read_bytes() == WRITERS["json"](SMALL).encode()
    assert Path("uit.txt").read_bytes() == b"Zo staat het op het scherm\n"
    assert sorted(path.name for path in Path().iterdir()) == ["uit.json", "uit.sarif", "uit.txt", "uit.xml"]


def test_with_only_files_the_screen_still_shows_text() -> None:
    assert outputs.wanted(("sarif=uit.sarif",), environment=NOWHERE).shows_text


def test_text_is_made_only_when_a_file_wants_it() -> None:
    def refuse() -> str:
        raise AssertionError

    assert outputs.wanted(("json=uit.json",), environment=NOWHERE).write(SMALL, text=refuse) == ()


def test_a_report_that_stood_there_is_replaced() -> None:
    Path("uit.json").write_text("oud", encoding="utf-8")
    assert outputs.wanted(("json=uit.json",), environment=NOWHERE).write(CLEAN, text=text) == ()
    assert json.loads(Path("uit.json").read_text("utf-8"))["problemen"] == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("json", "github"), "Op het scherm past één vorm, en u vraagt er 2: json en github."),
        (("text", "github", "json"), "Op het scherm past één vorm, en u vraagt er 3"),
        (("text", "text"), "Op het scherm past één vorm"),
        (("serif",), "'serif' is geen vorm die psoh kent. Bedoelt u 'sarif'?"),
        (("xml=uit.xml",), "'xml' is geen vorm die psoh kent. Bedoelt u 'junit'?"),
        (("codequality",), "Bedoelt u 'gitlab'?"),
        (("",), "'' is geen vorm die psoh kent."),
        (("qwertyuiop",), "'qwertyuiop' is geen vorm die psoh kent."),
        (("sarif=",), "Achter 'sarif=' staat geen bestand."),
        (("json=plan.yaml",), "'plan.yaml' heeft de naam van een bestand dat psoh leest"),
        (("text=psoh.TOML",), "'psoh.TOML' heeft de naam van een bestand dat psoh leest"),
        (("json=uit", "sarif=./uit"), "Twee vormen komen in hetzelfde bestand 'uit': json en sarif."),
    ],
)
def test_what_cannot_be_meant_is_wrong_use(given: tuple[str, ...], said: str) -> None:
    with pytest.raises(WrongUseError) as caught:
        outputs.wanted(given, environment=NOWHERE)
    assert said in caught.value.message
    assert caught.value.remedy
    assert caught.value.exit_code == 2
    assert list(Path().iterdir()) == []


def test_every_form_is_named_when_one_is_unknown() -> None:
    with pytest.raises(WrongUseError) as caught:
        outputs.wanted(("iets",), environment=NOWHERE)
    assert all(name in caught.value.remedy for name in NAMES)


def test_a_link_to_the_same_file_is_the_same_file() -> None:
    Path("ook").symlink_to("uit")
    with pytest.raises(WrongUseError, match="hetzelfde bestand"):
        outputs.wanted(("json=uit", "sarif=ook"), environment=NOWHERE)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("weg/uit.json", "de map weg bestaat niet"),
        ("map", "er is al een map met deze naam"),
        ("bestand/uit.json", "een deel van dit pad is een bestand en geen map"),
        ("vast.json", "het bestand is alleen-lezen"),
        ("n" * 300, "niet geschreven"),
        ("nul\0", "niet geschreven"),
    ],
)
def test_what_cannot_be_written_is_told_before_the_work(path: str, said: str) -> None:
    Path("map").mkdir()
    Path("bestand").write_text("x", encoding="utf-8")
    Path("vast.json").write_text("x", encoding="utf-8")
    Path("vast.json").chmod(0o444)
    before = sorted(Path().iterdir())
    with pytest.raises(UnwritableError) as caught:
        outputs.wanted((f"json={path}",), environment=NOWHERE)
    assert said in caught.value.message
    assert caught.value.remedy
    assert sorted(Path().iterdir()) == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_in_is_told_before_the_work() -> None:
    Path("dicht").mkdir(mode=0o555)
    with pytest.raises(UnwritableError, match="u mag niet schrijven in deze map"):
        outputs.wanted(("json=dicht/uit.json",), environment=NOWHERE)


def test_a_file_that_goes_wrong_afterwards_stops_none_of_the_others() -> None:
    wanted = outputs.wanted(("json=uit.json", "sarif=uit.sarif"), environment=NOWHERE)
    Path("uit.json").mkdir()  # somebody was quicker
    [failed] = wanted.write(SMALL, text=text)
    assert isinstance(failed, PsohError)
    assert "uit.json is niet geschreven" in failed.message
    assert Path("uit.sarif").is_file()


def test_a_file_that_was_checked_is_never_written_over(tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text("<svg/>", encoding="utf-8")
    checked = type(CLEAN)(files=("logo.svg",))
    [failed] = outputs.wanted((f"json={logo}",), environment=NOWHERE).write(checked, text=text)
    assert "een van de bestanden die u laat controleren" in failed.message
    assert logo.read_text("utf-8") == "<svg/>"


ACTIONS = {"GITHUB_ACTIONS": "true"}


def test_on_github_annotations_come_by_themselves_after_the_text() -> None:
    wanted = outputs.wanted((), environment=ACTIONS)
    assert wanted.shows_text
    assert [f"{shown}\n" for shown in wanted.for_screen(SMALL)] == [WRITERS["github"](SMALL)]
    assert outputs.wanted(("sarif=x.sarif",), environment=ACTIONS).screen == (TEXT, "github")


@pytest.mark.parametrize("name", ["json", "github", "sarif"])
def test_on_github_another_choice_for_the_screen_is_kept(name: str) -> None:
    assert outputs.wanted((name,), environment=ACTIONS).screen == (name,)


def test_on_github_text_that_was_asked_for_gets_annotations_too() -> None:
    assert outputs.wanted((TEXT, "sarif=x.sarif"), environment=ACTIONS).screen == (TEXT, "github")


@pytest.mark.parametrize("given", [("github", TEXT), (TEXT, "github")])
@pytest.mark.parametrize("environment", [NOWHERE, ACTIONS], ids=["elsewhere", "on github"])
def test_annotations_and_text_go_on_one_screen(given: tuple[str, ...], environment: dict[str, str]) -> None:
    wanted = outputs.wanted(given, environment=environment)
    assert wanted.shows_text
    assert [f"{shown}\n" for shown in wanted.for_screen(SMALL)] == [WRITERS["github"](SMALL)]


@pytest.mark.parametrize("value", ["", "false", "1"])
def test_elsewhere_nothing_comes_by_itself(value: str) -> None:
    assert outputs.wanted((), environment={"GITHUB_ACTIONS": value}).screen == (TEXT,)


def test_the_summary_is_added_to_what_stands_there() -> None:
    summary = Path("stap.md")
    environment = {"GITHUB_STEP_SUMMARY": str(summary)}
    wanted = outputs.wanted(("json",), environment=environment)
    assert wanted.append_summary(SMALL) == ""
    assert summary.read_bytes() == as_markdown(SMALL).encode()
    summary.write_bytes(b"Eerst iets anders, zonder regeleinde")
    assert wanted.append_summary(CLEAN) == ""
    assert summary.read_text("utf-8") == f"Eerst iets anders, zonder regeleinde\n{as_markdown(CLEAN)}"


def test_a_summary_that_is_full_stays_as_it_is() -> None:
    summary = Path("stap.md")
    summary.write_bytes(b"x" * (ROOM - 40))
    wanted = outputs.wanted((), environment={"GITHUB_STEP_SUMMARY": str(summary)})
    assert "geen ruimte meer" in wanted.append_summary(SMALL)
    assert summary.stat().st_size == ROOM - 40
    summary.write_bytes(b"x" * (ROOM - 1000))
    assert wanted.append_summary(SMALL) == ""
    assert ROOM - 1000 < summary.stat().st_size <= ROOM


def test_a_summary_that_cannot_be_written_is_a_warning() -> None:
    Path("stap.md").mkdir()
    for place in ("stap.md", "weg/stap.md"):
        wanted = outputs.wanted((), environment={"GITHUB_STEP_SUMMARY": place})
        warning = wanted.append_summary(SMALL)
        assert warning.startswith("Het overzicht van deze stap is niet aangevuld. ")
        assert place in warning


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this computer has no named pipes")
def test_a_pipe_is_no_place_for_a_report() -> None:
    os.mkfifo("doorgeefluik")
    with pytest.raises(UnwritableError, match="geen gewoon bestand"):
        outputs.wanted(("json=doorgeefluik",), environment=NOWHERE)
    wanted = outputs.wanted((), environment={"GITHUB_STEP_SUMMARY": "doorgeefluik"})
    assert wanted.append_summary(SMALL).startswith("Het overzicht van deze stap is niet aangevuld. ")


def test_a_ci_gets_the_paths_from_the_top_of_its_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "opslag" / "dossiers" / "hier").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "opslag" / "dossiers" / "hier")
    top = str(tmp_path / "opslag")
    outside = tmp_path / "buiten.yaml"
    report = type(CLEAN)(
        files=("a.yaml", "../b.yaml", "../../../c.yaml", outside.as_posix(), f"{top}/d.yaml")
    )
    for environment in ({"GITHUB_WORKSPACE": top}, {"CI_PROJECT_DIR": top}):
        [shown] = outputs.wanted(("junit",), environment=environment).for_screen(report)
        for name in (
            "dossiers/hier/a.yaml",
            "dossiers/b.yaml",
            "../../../c.yaml",
            outside.as_posix(),
            "d.yaml",
        ):
            assert f'name="{name}"' in shown
    [as_typed] = outputs.wanted(("rdjson",), environment={"GITHUB_WORKSPACE": top}).for_screen(SMALL)
    assert f"{as_typed}\n" == WRITERS["rdjson"](SMALL)  # reviewdog looks from where it was started


@pytest.mark.parametrize("name", ["github", "gitlab", "sarif"])
def test_what_is_renamed_keeps_its_text_and_its_remark(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    environment = {"CI_PROJECT_DIR": str(tmp_path)}
    [shown] = outputs.wanted((name,), environment=environment).for_screen(SMALL)
    if name == "sarif":
        assert shown.count("sub/dossiers/%C3%A9%C3%A9n%20map/sociale-kaart.yaml") >= 2
        assert "(sub/dossiers/plan.yaml:8)" in shown
        assert '"inSource"' in shown
    else:
        assert f"sub/{KAART}" in shown


def test_code_scanning_gets_no_alert_for_what_was_settled() -> None:
    assert '"suppressions"' in outputs.wanted(("sarif",), environment=NOWHERE).for_screen(SMALL)[0]
    [shown] = outputs.wanted(("sarif",), environment=ACTIONS).for_screen(SMALL)
    assert '"suppressions"' not in shown
    assert "de raad heeft dit zo besloten" not in shown


def test_no_trace_stays_where_a_file_was_tried(tmp_path: Path) -> None:
    disk_reports.prove_writable(tmp_path / "uit.json")
    assert list(tmp_path.iterdir()) == []
