"""What makes a sitting easy: the last informant at hand, a friendly end, the round kept up, and the time left."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.interview.talk import catalogue, dossier, short_catalogue, talk

from psoh_cli import app
from psoh_cli.commands import clock
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.pace import Pace
from psoh_cli.practices import practice_files
from psoh_cli.rounds.round_file import read_round
from psoh_cli.sitting import newcomer
from psoh_cli.sitting.meanwhile import Meanwhile
from psoh_cli.terminal import console

Psoh = Callable[..., tuple[int, str]]
_NEW = ("--groep", "proef", "--rol", "Functie")
_ALL = ("nee", "1", "1", "rust", "2026")
_ROUND = 'formaat: "1"\nkennisversie: "2026.1"\ninformanten:\n  - id: x\n    groep: proef\n    rol: Adviseur zorg\n'


class _Interrupt:
    """Stands for Ctrl-C among the lines somebody types."""


CTRL_C = _Interrupt()


@pytest.fixture(autouse=True)
def _quiet_world(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 21))
    monkeypatch.setattr(practice_files, "sound_catalogue", catalogue)
    monkeypatch.delenv("ACCESSIBLE", raising=False)


@pytest.fixture
def psoh(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Psoh:
    """Give a function that runs psoh as somebody at a terminal who types these lines."""

    def run(*arguments: str | Path, lines: tuple[object, ...] = ()) -> tuple[int, str]:
        typed: Iterator[object] = iter(lines)

        def ask(prompt: str) -> str:
            for line in typed:
                if line is CTRL_C:
                    raise KeyboardInterrupt
                return str(line)
            raise EOFError

        monkeypatch.setattr("sys.stdin", io.StringIO(""))
        monkeypatch.setattr(console, "ask", ask)
        monkeypatch.setattr(console, "is_interactive", lambda: True)
        code = app.run([str(argument) for argument in arguments])
        return code, capsys.readouterr().err

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return dossier(tmp_path / "gemeente")


def _begin(psoh: Psoh, folder: Path, *lines: object, name: str = "x") -> tuple[int, str]:
    return psoh("interview", folder, "--informant", name, *_NEW, "--organisatie", "GGD", lines=lines)


def test_enter_goes_on_with_whom_was_written_to_last(psoh: Psoh, folder: Path) -> None:
    for name in ("aa", "bb", "cc"):
        _begin(psoh, folder, "nee", "stop", name=name)
    for at, name in enumerate(("cc", "aa", "bb")):
        os.utime(folder / "interviews" / f"{name}.yaml", (at, at))
    _, err = psoh("interview", folder, lines=("", "1", "stop"))
    assert "2 van 5 vragen beantwoord" in err
    assert "--informant bb" in err
    _, err = psoh("interview", folder, lines=("stop",))
    assert "1  aa: Functie, GGD (1 van 5 vragen beantwoord)" in err


@pytest.mark.parametrize("lines", [(CTRL_C,), ("1", CTRL_C), ("1", "", CTRL_C)])
def test_ctrl_c_before_anything_is_made_tells_how_to_begin_again(
    psoh: Psoh, folder: Path, lines: tuple[object, ...]
) -> None:
    code, err = psoh("interview", folder, "--informant", "x", lines=lines)
    assert code == 130
    assert "Gestopt. Er is nog niets gemaakt." in err
    assert f"psoh interview {folder.as_posix()} --informant x" in " ".join(err.split())
    assert not (folder / "interviews").exists()


@pytest.mark.parametrize(
    ("lines", "answered_so_far"),
    [
        ((CTRL_C,), 0),
        (("nee", CTRL_C), 1),
        (("nee", "3", CTRL_C), 1),
        (("nee", "!", CTRL_C), 1),
        (("nee", "zoek vraag", CTRL_C), 1),
        ((*_ALL, CTRL_C), 5),
        ((*_ALL, "1", CTRL_C), 5),
    ],
    ids=[
        "at once",
        "at a question",
        "at anders",
        "at a remark",
        "after a search",
        "in the review",
        "at a change",
    ],
)
def test_ctrl_c_anywhere_tells_what_is_saved_what_is_open_and_how_to_go_on(
    psoh: Psoh, folder: Path, lines: tuple[object, ...], answered_so_far: int
) -> None:
    code, err = _begin(psoh, folder, *lines)
    told = " ".join(err.split())
    assert code == 130
    assert f"{answered_so_far} van 5 vragen beantwoord." in told
    if answered_so_far < 5:
        assert f"Nog open: {5 - answered_so_far}." in told
        assert f"Verdergaan: psoh interview {folder.as_posix()} --informant x" in told
    assert "Traceback" not in err


def test_ctrl_c_among_the_details_keeps_them(
    psoh: Psoh, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(practice_files, "sound_catalogue", lambda: practice_files.read_catalogue()[0])
    lines = ("naar samenwerking-partners", "1,2", "1", CTRL_C)
    code, err = psoh("interview", folder, "--informant", "x", "--groep", "ggd", "--rol", "F", "--organisatie", "G",
                     lines=lines)  # fmt: skip
    assert code == 130
    assert "1 van 19 vragen beantwoord. Nog open: 18." in " ".join(err.split())
    text = (folder / "interviews" / "x.yaml").read_text(encoding="utf-8")
    assert "hoe-gaat-het: goed" in text


def test_ctrl_c_between_the_writing_and_the_counting_counts_what_is_on_disk(
    psoh: Psoh, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Meanwhile.record

    def record(self: Meanwhile, question: str, answer: Answer) -> None:
        whole(self, question, answer)
        raise KeyboardInterrupt

    monkeypatch.setattr(Meanwhile, "record", record)
    code, err = _begin(psoh, folder, "nee")
    assert code == 130
    assert "1 van 5 vragen beantwoord" in err


def test_the_round_follows_the_interview(psoh: Psoh, folder: Path) -> None:
    path = folder / "ronde.yaml"
    path.write_text(f"# van ons\n{_ROUND}", encoding="utf-8")
    code, err = psoh("interview", folder, "--informant", "x", lines=("", "stop"))
    assert (code, read_round(folder).invitation["x"].state.value) == (0, "gepland"), (
        "nothing was answered yet"
    )
    assert "Interview met: Adviseur zorg" in err
    psoh("interview", folder, "--informant", "x", lines=("nee", "stop"))
    assert read_round(folder).invitation["x"].state.value == "bezig"
    psoh("interview", folder, "--informant", "x", lines=("1", "1", "rust", "2026", "klaar"))
    done = read_round(folder).invitation["x"]
    assert (done.state.value, str(done.done_on), done.form and done.form.value) == (
        "klaar",
        "2026-11-21",
        "gesprek",
    )
    psoh("interview", folder, "--informant", "x", lines=("1", "deels", "klaar"))
    assert read_round(folder).invitation["x"].state.value == "klaar"
    assert path.read_text(encoding="utf-8").startswith("# van ons\n")


def test_whoever_was_invited_is_in_the_list_and_needs_no_introduction(psoh: Psoh, folder: Path) -> None:
    lapsed = "  - id: weg\n    groep: proef\n    rol: Weg\n    stand: vervallen\n"
    (folder / "ronde.yaml").write_text(_ROUND + lapsed, encoding="utf-8")
    _begin(psoh, folder, "nee, nieuw", "nee", "nee", "stop", name="aa")
    _, err = psoh("interview", folder, lines=("2", "", "stop"))
    assert "1  aa: Functie, GGD (1 van 5 vragen beantwoord)" in err
    assert "2  x: Adviseur zorg (nog niet begonnen)" in err
    assert "3  Een nieuwe informant" in err
    assert "Interview met: Adviseur zorg" in err


@pytest.mark.parametrize(("said", "name"), [("1", "x"), ("x", "x"), ("2", "beleidsadviseur")])
@pytest.mark.parametrize("group", [("--groep", "proef"), ()])
def test_another_name_for_a_seat_of_the_round_is_asked_about(
    psoh: Psoh, folder: Path, group: tuple[str, ...], said: str, name: str
) -> None:
    (folder / "ronde.yaml").write_text(_ROUND, encoding="utf-8")
    begin = () if group else ("1",)
    role = ("Rol", "") if name != "x" else ()
    code, err = psoh(
        "interview",
        folder,
        "--informant",
        "beleidsadviseur",
        *group,
        lines=(*begin, said, *role, "nee", "stop"),
    )
    assert code == 0
    assert "Bedoelt u x? Die staat al in de ronde" in " ".join(err.split())
    assert [path.stem for path in (folder / "interviews").glob("*.yaml")] == [name]
    _, err = psoh("interview", folder, "--informant", "nog-een", *_NEW, lines=("1", "", "nee", "stop"))
    assert ("Bedoelt u x?" in err) is (name != "x"), "a seat with an interview is free no more"


def test_without_a_terminal_the_seat_is_a_hint(
    psoh: Psoh, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "ronde.yaml").write_text(_ROUND, encoding="utf-8")
    (tmp_path / "a.yaml").write_text("beleid: nee\n", encoding="utf-8")
    given = ("--informant", "beleidsadviseur", "--antwoorden", tmp_path / "a.yaml")
    code, err = psoh("interview", folder, *given)
    assert code == 2
    assert "Bedoelt u x?" in err
    code, err = psoh("interview", folder, *given, "--groep", "proef")
    assert (code, "Bedoelt u x?" in err) == (0, True)
    assert (folder / "interviews" / "beleidsadviseur.yaml").is_file()


def test_ctrl_c_after_the_file_was_made_says_where_it_stands(
    psoh: Psoh, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(newcomer, "read_interview", interrupted)
    code, err = _begin(psoh, folder)
    told = " ".join(err.split())
    assert code == 130
    assert "nog niets gemaakt" not in told
    assert "interviews/x.yaml, nog zonder antwoorden." in told.replace("/ ", "/")
    assert f"psoh interview {folder.as_posix()} --informant x" in told


def test_a_round_that_cannot_be_read_stops_no_interview(psoh: Psoh, folder: Path) -> None:
    (folder / "ronde.yaml").write_text("informanten: [", encoding="utf-8")
    code, err = _begin(psoh, folder, "nee", "stop")
    assert code == 0
    assert "1 van 5 vragen beantwoord" in err
    assert " ".join(err.split()).count("De ronde (ronde.yaml) is niet bijgewerkt; het interview wel.") == 1


def test_without_a_round_none_is_made(psoh: Psoh, folder: Path) -> None:
    _begin(psoh, folder, *_ALL, "")
    assert not (folder / "ronde.yaml").exists()


class _Clock:
    """Runs on by what each answer took."""

    def __init__(self, *took: float) -> None:
        self.now = 0.0
        self.took = list(took)
        self.is_second = False

    def __call__(self) -> float:
        if self.is_second:
            self.now += self.took.pop(0)
        self.is_second = not self.is_second
        return self.now


@pytest.mark.parametrize(
    ("took", "left", "says"),
    [
        ((30, 30, 30), 10, ""),
        ((30, 30, 30, 30), 0, ""),
        ((30, 30, 30, 30), 24, "ongeveer 12 minuten, in uw tempo"),
        ((30, 3600, 30, 30), 24, "ongeveer 12 minuten, in uw tempo"),
        ((60, 60, 60, 60), 1, "ongeveer 1 minuut, in uw tempo"),
        ((60, 60, 60, 60), 33, "ongeveer 35 minuten, in uw tempo"),
        ((60, 60, 60, 60), 150, "ongeveer 2,5 uur, in uw tempo"),
        ((1, 1, 1, 1), 3, "minder dan een minuut, in uw tempo"),
    ],
)
def test_the_time_left_follows_the_own_pace_and_a_break_changes_nothing(
    took: tuple[float, ...], left: int, says: str
) -> None:
    pace = Pace(_Clock(*took))
    for _ in took:
        pace.begin()
        pace.answered()
    assert pace.told(left) == says


def test_without_a_clock_nothing_is_said_about_time() -> None:
    assert "tempo" not in talk(*_ALL, "overzicht", "").text


def test_the_time_left_is_told_at_a_theme_and_in_the_overview(
    psoh: Psoh, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(practice_files, "sound_catalogue", short_catalogue)
    monkeypatch.setattr(clock, "ticks", _Clock(*(60.0,) * 20))
    lines = (*("w",) * 5, "overzicht", "open", "stop")
    _, err = psoh("interview", folder, "--informant", "x", "--groep", "huisarts", "--rol", "F", "--organisatie", "G",
                  lines=lines)  # fmt: skip
    assert " ".join(err.split()).count("ongeveer 9 minuten, in uw tempo") >= 2


def test_answers_from_a_file_bring_what_was_said_about_each_choice(
    psoh: Psoh, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(practice_files, "sound_catalogue", lambda: practice_files.read_catalogue()[0])
    offered = tmp_path / "antwoorden.yaml"
    offered.write_text(
        "samenwerking-partners:\n  antwoord: [gemeente-beleid]\n"
        "  per_keuze:\n    gemeente-beleid:\n      hoe-gaat-het: goed\n",
        encoding="utf-8",
    )
    arguments = ("interview", folder, "--informant", "x", "--groep", "ggd", "--antwoorden", offered)
    assert psoh(*arguments)[0] == 0
    assert "hoe-gaat-het: goed" in (folder / "interviews" / "x.yaml").read_text(encoding="utf-8")
    offered.write_text(offered.read_text(encoding="utf-8").replace("goed", "prima"), encoding="utf-8")
    assert psoh(*arguments, "--vervang")[0] == 1
    assert "hoe-gaat-het: goed" in (folder / "interviews" / "x.yaml").read_text(encoding="utf-8")
