"""What `check .` finds: every dossier at any depth, in the same order every time, and never more than it should."""

from __future__ import annotations

import json
import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from tests.dossier.sample import make_dossier

from psoh_cli import app
from psoh_cli.checking import walking
from psoh_cli.checking.inspection import inspect_paths
from psoh_cli.checking.walking import find_targets
from psoh_cli.errors import UnreadableError
from psoh_cli.files import disk

TODAY = date(2026, 11, 21)
DAY = ("--peildatum", "2026-11-21")
WRONG = {"sociale-kaart.yaml": ("[preventie]", "[preventi]")}


def names(top: Path) -> list[str]:
    return [target.path.relative_to(top).as_posix() for target in find_targets((top,)).targets]


def touch(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("", encoding="utf-8")


def link(path: Path, *, to: Path) -> None:
    try:
        path.symlink_to(to, target_is_directory=True)
    except OSError:
        pytest.skip("no links here")


def test_dossiers_kaarten_and_knowledge_are_found_at_any_depth_in_order(tmp_path: Path) -> None:
    for name in ("b/gemeente.yaml", "a/x/y/z/gemeente.yaml", "regio/sociale-kaart.yaml", "kennis/kennis.yaml",
                 "regio/zuid/gemeente.yaml", "a/gemeente.txt", "c/plan.yaml"):  # fmt: skip
        touch(tmp_path / name)
    found = ["a/x/y/z", "b", "kennis", "regio/sociale-kaart.yaml", "regio/zuid"]
    assert names(tmp_path) == found
    assert names(tmp_path) == found


@pytest.mark.parametrize(
    "folder", [".git", ".venv", ".verborgen", "node_modules", "venv", "__pycache__", "rapporten"]
)
def test_what_is_no_place_for_a_dossier_is_passed(tmp_path: Path, folder: str) -> None:
    touch(tmp_path / folder / "d" / "gemeente.yaml")
    touch(tmp_path / "d" / "gemeente.yaml")
    assert names(tmp_path) == ["d"]


def test_in_a_dossier_only_other_dossiers_are_looked_for(tmp_path: Path) -> None:
    for name in ("d/gemeente.yaml", "d/wijk/x/gemeente.yaml", "d/oud/plan.yaml", "d/los/sociale-kaart.yaml",
                 "d/kennis/kennis.yaml", "d/interviews/x/gemeente.yaml", "d/momenten/x/gemeente.yaml",
                 "d/rapporten/x/gemeente.yaml", "d/huisstijl/x/gemeente.yaml"):  # fmt: skip
        touch(tmp_path / name)
    assert names(tmp_path) == ["d", "d/wijk/x"]
    assert names(tmp_path / "d") == [".", "wijk/x"]
    assert find_targets((tmp_path,)).unread == []


def test_a_broken_dossier_below_another_does_not_drop_out(tmp_path: Path) -> None:
    make_dossier(tmp_path / "a")
    make_dossier(tmp_path / "a" / "b", WRONG)
    for asked in (tmp_path, tmp_path / "a"):
        result = inspect_paths((asked,), as_of=TODAY)
        assert [problem.file for problem in result.problems] == [
            f"{tmp_path.as_posix()}/a/b/sociale-kaart.yaml"
        ]
        assert len(result.looked.dossiers) == 2


def test_a_circle_of_links_comes_to_an_end(tmp_path: Path) -> None:
    touch(tmp_path / "a" / "d" / "gemeente.yaml")
    link(tmp_path / "a" / "rond", to=tmp_path)
    link(tmp_path / "zelf", to=tmp_path / "zelf")
    assert names(tmp_path) == ["a/d"]


def test_a_link_to_a_dossier_elsewhere_is_passed_by_and_told(tmp_path: Path) -> None:
    make_dossier(tmp_path / "elders" / "d")
    make_dossier(tmp_path / "hier" / "e")
    link(tmp_path / "hier" / "d", to=tmp_path / "elders" / "d")
    result = inspect_paths((tmp_path / "hier",), as_of=TODAY)
    assert [dossier.folder for dossier in result.looked.dossiers] == [(tmp_path / "hier" / "e").as_posix()]
    assert f"Overgeslagen: {tmp_path.as_posix()}/hier/d is een koppeling" in result.summary


def test_a_link_that_is_named_is_followed(tmp_path: Path) -> None:
    make_dossier(tmp_path / "elders" / "d", WRONG)
    link(tmp_path / "d", to=tmp_path / "elders" / "d")
    assert [problem.file for problem in inspect_paths((tmp_path / "d",), as_of=TODAY).problems] == [
        f"{tmp_path.as_posix()}/d/sociale-kaart.yaml"
    ]


def test_depth_and_number_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path.joinpath(*["x"] * (walking.MAX_DEPTH + 1))
    touch(deep / "gemeente.yaml")
    touch(deep.parent / "d" / "gemeente.yaml")
    touch(tmp_path / "a" / "gemeente.yaml")
    assert names(tmp_path) == ["a"]
    (told,) = find_targets((tmp_path,)).unread
    assert "meer dan 20 niveaus diep" in told[1].message
    monkeypatch.setattr(walking, "MAX_FOLDERS", 5)
    found = find_targets((tmp_path,))
    assert "meer dan 5 mappen" in found.unread[0][1].message
    assert [target.path.name for target in found.targets] == ["a"]


def test_a_folder_that_may_not_be_looked_into_stops_none_of_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path / "a" / "d" / "gemeente.yaml")
    (tmp_path / "b").mkdir()
    listed = disk.paths_in

    def closed(folder: Path) -> tuple[Path, ...]:
        if folder.name == "b":
            raise UnreadableError("U mag niet in de map b kijken.")
        return listed(folder)

    monkeypatch.setattr(disk, "paths_in", closed)
    found = find_targets((tmp_path,))
    assert [target.path.name for target in found.targets] == ["d"]
    assert [error.message for _, error in found.unread] == ["U mag niet in de map b kijken."]


def test_a_broken_dossier_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b/diep", "c"):
        make_dossier(tmp_path / name, WRONG)
    (tmp_path / "b" / "diep" / "gemeente.yaml").write_bytes(b"naam: \xff\n")
    make_dossier(tmp_path / "d")
    monkeypatch.chdir(tmp_path)
    assert app.run(["check", ".", *DAY]) == 2
    shown = capsys.readouterr()
    assert shown.out.count(" fout KAART005 ") == 3
    assert "4 dossiers nagekeken: 16 bestanden. Niet alles was te lezen; zie hierboven." in shown.err
    assert (
        "b/diep/gemeente.yaml: kan niet worden gelezen\n    Het bestand is niet opgeslagen als UTF-8"
        in shown.err
    )


NEARLY = {
    "a": ("gemeente.yml", "Bedoelt u gemeente.yml? Noem het gemeente.yaml."),
    "b": ("gemeente.yaml.txt", "Bedoelt u gemeente.yaml.txt? Noem het gemeente.yaml."),
    "c": ("Gemeente.YAML", "Bedoelt u Gemeente.YAML? Noem het gemeente.yaml."),
    "e": ("", "Zet er een gemeente.yaml in, of maak een nieuw dossier met: psoh start MAP"),
}


def test_what_is_nearly_a_dossier_does_not_drop_out_without_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_dossier(tmp_path / "goed")
    touch(tmp_path / "iets" / "LEESMIJ.md")
    for folder, (name, _) in NEARLY.items():
        gemeente = make_dossier(tmp_path / folder) / "gemeente.yaml"
        gemeente.rename(gemeente.with_name(name)) if name else gemeente.unlink()
    monkeypatch.chdir(tmp_path)
    assert app.run(["check", ".", *DAY]) == 2
    said = capsys.readouterr().err.replace("\n    ", " ")
    for folder, (_, remedy) in NEARLY.items():
        looks = "niet nagekeken Het lijkt een dossier, maar gemeente.yaml ontbreekt."
        assert f"{folder}: {looks} Oplossing: {remedy}" in said
    assert "iets" not in said
    assert "1 dossier nagekeken" in said


@pytest.mark.parametrize("command", ["check", "analyse"])
@pytest.mark.parametrize("folder", ["a", "b", "c"])
def test_alone_it_is_asked_whether_another_name_was_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], folder: str, command: str
) -> None:
    name, remedy = NEARLY[folder]
    gemeente = make_dossier(tmp_path / folder) / "gemeente.yaml"
    gemeente.rename(gemeente.with_name(name))
    assert app.run([command, str(tmp_path / folder), *DAY]) == 2
    said = capsys.readouterr().err
    assert said.count(f"Oplossing: {remedy}") == 1
    assert app.run(["check", str(tmp_path / folder / "plan.yaml"), *DAY]) == 2
    assert remedy in capsys.readouterr().err


def test_a_region_with_a_kaart_and_dossiers_is_no_dossier(tmp_path: Path) -> None:
    make_dossier(tmp_path / "d")
    touch(tmp_path / "interviews" / "LEESMIJ.md")
    touch(tmp_path / "sociale-kaart.yaml")
    assert find_targets((tmp_path,)).unread == []


def test_a_rule_of_a_policy_for_nothing_is_told_also_when_another_dossier_cannot_be_read(
    tmp_path: Path,
) -> None:
    for name in ("a", "b"):
        text = '[[negeer]]\ncode = "KAART005"\nomdat = "de regio gebruikt dat woord"\n'
        (make_dossier(tmp_path / name) / "psoh.toml").write_text(text, encoding="utf-8")
    (tmp_path / "b" / "plan.yaml").write_bytes(b"a: \xff")
    told = inspect_paths((tmp_path,), as_of=TODAY).problems
    assert [(problem.code, problem.file) for problem in told] == [
        ("CONTROLE006", f"{tmp_path.as_posix()}/a/psoh.toml")
    ]


def test_the_summary_names_the_worst(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(1, 6):
        wrong = ", ".join(["preventi", "toeleide", "behandele", "diagnostik", "nazor"][:number])
        make_dossier(tmp_path / f"d{number}", {"sociale-kaart.yaml": ("[preventie]", f"[{wrong}]")})
    make_dossier(tmp_path / "goed")
    monkeypatch.chdir(tmp_path)
    assert app.run(["check", ".", *DAY]) == 1
    said = capsys.readouterr().err
    assert "In 5 dossiers staan fouten.\n  d5: 5 fouten, 0 waarschuwingen\n  d4: 4 fouten, " in said
    assert "goed:" not in said
    assert app.run(["check", "goed", "d1", *DAY]) == 1
    assert "In 1 dossier staan fouten.\n  d1: 1 fout, 0 waarschuwingen\n" in capsys.readouterr().err


def test_of_very_many_dossiers_the_worst_are_named_and_the_rest_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(18):
        make_dossier(
            tmp_path / f"d{number:02}", WRONG if number > 2 else {"gemeente.yaml": ("taal: ti", "taal: xx")}
        )
    (tmp_path / "d17" / "plan.yaml").write_bytes(b"a: \xff")
    monkeypatch.chdir(tmp_path)
    assert app.run(["check", ".", *DAY]) == 2
    said = capsys.readouterr().err
    assert "  d03: 1 fout, 0 waarschuwingen\n" in said
    assert "  d17: 1 fout, 0 waarschuwingen\n  en nog 3 dossiers: 0 fouten, 3 waarschuwingen\n" in said
    assert "Zorg eerst dat psoh dit kan lezen: d17/plan.yaml" in said


def test_a_kaart_that_was_read_with_a_dossier_is_not_read_again(tmp_path: Path) -> None:
    make_dossier(
        tmp_path / "d", {"gemeente.yaml": ("horizon:", "kaarten: [../regio/sociale-kaart.yaml]\nhorizon:")}
    )
    kaart = (tmp_path / "d" / "sociale-kaart.yaml").read_text("utf-8")
    touch(tmp_path / "regio" / "sociale-kaart.yaml")
    shared = kaart.replace("buurthuis", "ander").replace("inloop", "andere")
    (tmp_path / "regio" / "sociale-kaart.yaml").write_text(shared, encoding="utf-8")
    assert inspect_paths((tmp_path,), as_of=TODAY).looked.kaarten == 0
    assert inspect_paths((tmp_path / "regio",), as_of=TODAY).looked.kaarten == 1


def test_a_file_that_changes_while_it_is_read_is_told_and_not_mixed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "regio.yaml"
    for name in ("a", "b"):
        folder = make_dossier(
            tmp_path / name, {"gemeente.yaml": ("horizon:", "kaarten: [../regio.yaml]\nhorizon:")}
        )
    kaart = (folder / "sociale-kaart.yaml").read_text("utf-8").replace("buurthuis", "ander")
    kaart = kaart.replace("inloop", "andere").replace("[preventie]", "[preventi]")
    shared.write_text(kaart, encoding="utf-8")
    read, times = disk.read_bytes, []

    def changing(path: Path, *, limit: int = disk.MAX_BYTES) -> bytes:
        data = read(path, limit=limit)
        if path.name == "regio.yaml":
            times.append(path)
            return b"# later\n" * len(times) + data
        return data

    monkeypatch.setattr(disk, "read_bytes", changing)
    result = inspect_paths((tmp_path / "a", tmp_path / "b"), as_of=TODAY)
    assert len(times) == 2
    assert [item.message.split(" veranderde ")[0] for item in result.unread] == [shared.as_posix()]
    assert shared.as_posix() not in result.report.texts
    assert result.report.exit_code == 2


def test_a_file_that_goes_away_while_we_look_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_dossier(tmp_path / "d")
    read = disk.read_bytes

    def gone(path: Path, *, limit: int = disk.MAX_BYTES) -> bytes:
        if path.name == "plan.yaml":
            path.unlink()
        return read(path, limit=limit)

    monkeypatch.setattr(disk, "read_bytes", gone)
    assert [(item.file, item.message) for item in inspect_paths((folder,), as_of=TODAY).unread] == [
        (f"{folder.as_posix()}/plan.yaml", f"{folder / 'plan.yaml'} bestaat niet.")
    ]


def test_every_dossier_that_is_done_is_told_to_who_watches(tmp_path: Path) -> None:
    for name in ("a", "b"):
        make_dossier(tmp_path / name)
    told: list[str] = []
    inspect_paths((tmp_path,), as_of=TODAY, tell=told.append)
    assert told == [(tmp_path / name).as_posix() for name in ("a", "b")]


@pytest.mark.slow
def test_memory_does_not_grow_with_the_number_of_dossiers(tmp_path: Path) -> None:
    def peak(number: int) -> int:
        top = tmp_path / str(number)
        for index in range(number):
            make_dossier(top / f"d{index:03}")
        tracemalloc.start()
        inspect_paths((top,), as_of=TODAY)
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    peak(2)  # what is read once
    few, many = peak(10), peak(100)
    assert (
        many - few < 90 * 50_000
    )  # of a dossier that was looked at names and numbers stay, and no parsed file


def test_the_same_folder_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("z", "a", "m"):
        make_dossier(tmp_path / name, WRONG)
    monkeypatch.chdir(tmp_path)
    said = []
    for arguments in ((".",), (".", "a"), ("z", "m", "a")):
        app.run(["check", *arguments, "--format", "json", *DAY])
        said.append([problem["bestand"] for problem in json.loads(capsys.readouterr().out)["problemen"]])
    assert said[0] == said[1] == said[2] == [f"{name}/sociale-kaart.yaml" for name in "amz"]


def test_everything_that_could_not_be_read_says_which_file_or_folder(tmp_path: Path) -> None:
    folder = make_dossier(tmp_path / "d")
    (folder / "momenten").write_text("geen map", encoding="utf-8")
    (folder / "plan.yaml").write_bytes(b"\xff")
    (folder / "psoh.toml").write_bytes(b"\xff\xfe[\0")
    make_dossier(tmp_path / "e").joinpath("gemeente.yaml").rename(tmp_path / "e" / "gemeente.yml")
    weg = tmp_path / "weg"
    found = inspect_paths((tmp_path, weg), as_of=TODAY).unread
    names = {Path(item.file).relative_to(tmp_path).as_posix() for item in found}
    assert names == {"d/momenten", "d/plan.yaml", "d/psoh.toml", "e", "weg"}


def test_folders_that_are_just_not_too_deep_say_nothing(tmp_path: Path) -> None:
    touch(tmp_path.joinpath(*["x"] * walking.MAX_DEPTH, "gemeente.yaml"))
    found = find_targets((tmp_path,))
    assert (len(found.targets), found.unread) == (1, [])
