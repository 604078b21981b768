"""`psoh interview` as it is typed: exit codes, what is on which stream, and what is in the file."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.interview.talk import dossier, short_catalogue

from psoh_cli import app
from psoh_cli.commands import clock
from psoh_cli.interview.interview_files import read_interview
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.practices import practice_files
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.sitting.newcomer import usual_role
from psoh_cli.terminal import asker, console

Psoh = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 21))
    monkeypatch.setattr(practice_files, "sound_catalogue", short_catalogue)
    monkeypatch.delenv("ACCESSIBLE", raising=False)


@pytest.fixture
def psoh(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Psoh:
    """Give a function that runs psoh with lines on stdin; `terminal=True` plays somebody at a terminal."""

    def run(
        *arguments: str | Path, lines: tuple[str, ...] = (), terminal: bool = False
    ) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        monkeypatch.setattr(console, "is_interactive", lambda: terminal)
        code = app.run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return dossier(tmp_path / "mijn gemeente")


def _answers(folder: Path, name: str) -> dict[str, tuple[str, ...]]:
    informant, file = read_interview(folder / "interviews" / f"{name}.yaml")
    assert informant is not None, file.problems
    return {question: answer.values for question, answer in informant.answers.items()}


def test_piped_lines_are_answers_and_the_next_run_goes_on_exactly_there(psoh: Psoh, folder: Path) -> None:
    first = ("interview", folder, "--informant", "bewoners", "--groep", "statushouders")
    code, out, err = psoh(*first, lines=("1,2", "1 ! soms"))
    assert (code, out) == (0, "")
    assert "Vraag 2 van 4" in err
    assert "Verdergaan:\n  psoh interview" in err
    assert _answers(folder, "bewoners") == {"drempels": ("schaamte", "taal"), "sh-weet-hulp": ("ja",)}
    code, _, err = psoh(
        "interview", folder, "--informant", "bewoners", lines=("w", "nvt", "rust en taal", "")
    )
    assert code == 0
    assert "Vraag 3 van 5" in err
    assert "Vraag 2 van" not in err
    assert "Dank u. Volgende stap:\n  psoh analyse" in err
    assert len(_answers(folder, "bewoners")) == 5


def test_stopping_halfway_gives_the_file_of_going_through_at_once(psoh: Psoh, folder: Path) -> None:
    lines = ("1,2", "ja", "3 ! te laat", "nee", "rust")
    psoh("interview", folder, "--informant", "heel", "--groep", "statushouders", lines=(*lines, ""))
    for at in range(1, len(lines)):
        name = f"deel-{at}"
        start = ("interview", folder, "--informant", name, "--groep", "statushouders", "--rol", "Heel")
        psoh(*start, lines=(*lines[:at], "stop"))
        psoh("interview", folder, "--informant", name, lines=(*lines[at:], ""))
        expected = (
            (folder / "interviews" / "heel.yaml")
            .read_text(encoding="utf-8")
            .replace("informant heel", f"informant {name}")
        )
        assert (folder / "interviews" / f"{name}.yaml").read_text(encoding="utf-8") == expected


def test_an_answer_on_a_later_day_gets_its_own_date(
    psoh: Psoh, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    psoh("interview", folder, "--informant", "x", "--groep", "statushouders", lines=("1", "stop"))
    monkeypatch.setattr(clock, "today", lambda: date(2026, 12, 3))
    psoh("interview", folder, "--informant", "x", lines=("nee", "stop"))
    text = (folder / "interviews" / "x.yaml").read_text(encoding="utf-8")
    assert "  sh-weet-hulp:\n    antwoord: nee\n    datum: 2026-12-03\n" in text
    assert text.count("datum:") == 1


def test_without_input_nothing_hangs_and_what_is_open_is_told(psoh: Psoh, folder: Path) -> None:
    code, out, err = psoh("interview", folder, "--informant", "x", "--groep", "statushouders")
    assert code == 2
    assert out.splitlines()[0] == "Nog open: 4 van 4 vragen"
    assert "--antwoorden BESTAND" in err


def test_interrupt_tells_what_is_saved_and_how_to_go_on(
    psoh: Psoh, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = iter(["1"])

    def ask(prompt: str) -> str:
        for line in lines:
            return line
        raise KeyboardInterrupt

    monkeypatch.setattr(console, "ask", ask)
    code, _, err = psoh("interview", folder, "--informant", "x", "--groep", "statushouders")
    assert code == 130
    assert "1 van 4 vragen beantwoord." in err
    assert "Gestopt" not in err
    assert f'Verdergaan: psoh interview "{folder.as_posix()}" --informant x' in " ".join(err.split())
    assert _answers(folder, "x") == {"drempels": ("schaamte",)}


def test_a_new_informant_at_a_terminal_is_asked_for_group_role_and_organization(
    psoh: Psoh, folder: Path
) -> None:
    lines = ("99", "Statushouders", "", "Wijkcentrum Oost", "stop")
    code, _, err = psoh("interview", folder, "--informant", "panel-oost", lines=lines, terminal=True)
    assert code == 0
    assert "'99' staat niet in de lijst" in err
    informant, _ = read_interview(folder / "interviews" / "panel-oost.yaml")
    assert informant is not None
    assert (informant.group, informant.role) == ("statushouders", "Panel oost, Wijkcentrum Oost")


def test_without_a_name_somebody_at_a_terminal_is_asked_who_it_is(psoh: Psoh, folder: Path) -> None:
    psoh("interview", folder, "--informant", "bewoners", "--groep", "statushouders", lines=("1", "stop"))
    code, _, err = psoh("interview", folder, lines=("1", "stop"), terminal=True)
    assert code == 0
    assert "1  bewoners: Bewoners (1 van 4 vragen beantwoord)" in err
    code, _, err = psoh(
        "interview", folder, lines=("2", "Beleids Adviseur", "1", "", "", "stop"), terminal=True
    )
    assert code == 0
    assert _answers(folder, "beleids-adviseur") == {}


def test_a_new_name_starts_a_new_informant_after_confirmation(psoh: Psoh, folder: Path) -> None:
    psoh("interview", folder, "--informant", "bewoners", "--groep", "statushouders", lines=("1", "stop"))
    lines = ("?", "Adviseur GGD", "nee", "Adviseur GGD", "ja", "1", "?", "", "?", "", "stop")
    code, _, err = psoh("interview", folder, lines=lines, terminal=True)
    assert code == 0
    told = " ".join(err.split())
    assert "'adviseur-ggd' is er nog niet. Een nieuwe informant maken?" in told
    assert told.count("Een informant is een functie bij een organisatie") == 1
    assert "(Enter = Adviseur GGD)" in told
    assert _answers(folder, "adviseur-ggd") == {}


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("ggd", "GGD"),
        ("panel-oost", "Panel oost"),
        ("adviseur-ggz", "Adviseur GGZ"),
        ("poh-ggz", "POH-GGZ"),
        ("coa-regisseur", "COA regisseur"),
        ("wmo-consulent", "Wmo consulent"),
        ("docent-isk", "Docent ISK"),
    ],
)
def test_the_usual_role_keeps_abbreviations(name: str, role: str) -> None:
    assert usual_role(name) == role


def test_a_number_of_people_belongs_in_gemeente_yaml_too_and_that_is_said_once(
    psoh: Psoh, folder: Path
) -> None:
    offered = folder / "alles.yaml"
    psoh("interview", folder, "--informant", "x", "--groep", "gemeente", "--rol", "Adviseur", lines=("stop",))
    catalogue, _ = read_catalogue()
    questions = [item.id for item in Questionnaire(catalogue, "gemeente").questions]
    rest = [name for name in questions if name not in ("aantal-statushouders", "talen-grootste-groepen")]
    offered.write_text("".join(f"{name}: weet-niet\n" for name in rest), encoding="utf-8")
    psoh("interview", folder, "--informant", "x", "--antwoorden", offered)
    offered.unlink()
    _, _, err = psoh("interview", folder, "--informant", "x", lines=("120", "1,2", ""))
    told = " ".join(err.split())
    assert told.count("Dit hoort ook in gemeente.yaml, onder statushouders") == 1
    assert f'psoh check "{folder.as_posix()}"' in told
    _, out, _ = psoh("check", folder)
    assert out.count(" tip INTERVIEW017 ") == 2
    assert "    statushouders:\n      bron: opgave van Adviseur\n      totaal: 120\n" in out
    assert "        - taal: ar\n        - taal: ti\n" in out


def test_stopping_before_anything_is_made_makes_nothing(psoh: Psoh, folder: Path) -> None:
    for lines in (("stop",), ()):
        code, _, err = psoh("interview", folder, "--informant", "x", lines=lines, terminal=True)
        assert code == 0
        assert "Er is nog niets gemaakt." in err
    assert not (folder / "interviews").exists()


def test_without_a_name_and_terminal_everybody_is_listed(psoh: Psoh, folder: Path) -> None:
    code, out, err = psoh("interview", folder)
    assert (code, out) == (0, "Er zijn nog geen interviews.\n")
    assert "Aan wie u vragen kunt stellen: psoh ronde plan" in " ".join(err.split())
    psoh("interview", folder, "--informant", "bewoners", "--groep", "statushouders", lines=("1", "stop"))
    _, out, _ = psoh("interview", folder)
    assert "1 van 4" in out
    _, out, _ = psoh("interview", folder, "--toegankelijk")
    assert out == "bewoners: Bewoners, groep statushouders, 1 van 4 vragen beantwoord.\n"


def test_a_similar_name_is_pointed_out_before_a_new_file_is_made(psoh: Psoh, folder: Path) -> None:
    psoh("interview", folder, "--informant", "beleidsadviseur", "--groep", "gemeente", lines=("stop",))
    code, _, err = psoh("interview", folder, "--informant", "beleidsadviser", lines=("stop",), terminal=True)
    assert code == 0
    assert "Bedoelt u beleidsadviseur?" in err
    assert not (folder / "interviews" / "beleidsadviser.yaml").exists()


WRONG: list[tuple[tuple[str, ...], int, str]] = [
    (("--informant", "x"), 2, "Kies uit: gemeente, inburgering"),
    (("--informant", "x", "--groep", "gemente"), 2, "Bedoelt u 'gemeente'?"),
    (("--informant", "Beleids Adviseur", "--groep", "gemeente"), 2, "beleids-adviseur"),
    (("--informant", "con", "--groep", "gemeente"), 2, "Windows kan een bestand niet 'con' noemen"),
    (("--antwoorden", "antwoorden.yaml"), 2, "--informant NAAM"),
    (("--informant", "er-is-al", "--groep", "ggd"), 2, "hoort al bij de groep 'statushouders'"),
    (("--informant", "stuk"), 1, "YAML021"),
    (("--informant", "vreemd"), 1, "INTERVIEW002"),
    (("--informant", "x", "--groep", "ggd", "--antwoorden", "nergens.yaml"), 2, "bestaat niet"),
    (("--informant", "x", "--groep", "ggd", "--antwoorden", "lijst.yaml"), 1, "regisseur: ja"),
]


@pytest.mark.parametrize(("arguments", "code", "says"), WRONG, ids=[case[2] for case in WRONG])
def test_wrong_use_is_told_with_the_remedy_and_makes_nothing(
    psoh: Psoh,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    code: int,
    says: str,
) -> None:
    psoh("interview", folder, "--informant", "er-is-al", "--groep", "statushouders", lines=("stop",))
    good = (folder / "interviews" / "er-is-al.yaml").read_text(encoding="utf-8")
    broken = {"stuk": "groep: statushouders\n", "vreemd": "statushouders"}
    (folder / "interviews" / "stuk.yaml").write_text(good.replace(broken["stuk"], ""), encoding="utf-8")
    (folder / "interviews" / "vreemd.yaml").write_text(
        good.replace(broken["vreemd"], "vreemdelingen"), encoding="utf-8"
    )
    (folder / "antwoorden.yaml").write_text("regisseur: ja\n", encoding="utf-8")
    (folder / "lijst.yaml").write_text("- regisseur\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    before = {path.name: path.read_bytes() for path in folder.rglob("*.yaml")}
    found, _, err = psoh("interview", *arguments)
    assert found == code
    assert says in " ".join(err.split())
    assert "Traceback" not in err
    assert {path.name: path.read_bytes() for path in folder.rglob("*.yaml")} == before


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: None, "bestaat niet"),
        (lambda path: path.mkdir(), "gemeente.yaml ontbreekt"),
        (lambda path: path.write_text("", encoding="utf-8"), "is een bestand"),
    ],
)
def test_what_is_no_dossier_is_told(
    psoh: Psoh, tmp_path: Path, make: Callable[[Path], object], says: str
) -> None:
    make(tmp_path / "plek")
    code, _, err = psoh("interview", tmp_path / "plek", "--informant", "x", "--groep", "ggd", lines=("1",))
    assert code == 2
    assert says in " ".join(err.split())
    assert "psoh start" in err


def test_answers_from_a_file_are_filled_in_and_reported(psoh: Psoh, folder: Path, tmp_path: Path) -> None:
    offered = tmp_path / "antwoorden.yaml"
    offered.write_text("drempels: [schaamte, taal]\nsh-weet-hulp: misschien\nvisie: ja\n", encoding="utf-8")
    arguments = ("interview", folder, "--informant", "x", "--groep", "statushouders", "--antwoorden", offered)
    code, out, _ = psoh(*arguments)
    assert code == 1
    assert out.splitlines()[:2] == ["Ingevuld: 1 vraag", "Niet overgenomen: 2 vragen"]
    assert f"{offered.as_posix()}:2:15 fout INTERVIEW003" in out
    assert f"{offered.as_posix()}:3:8 fout INTERVIEW001" in out
    assert "Nog open: 3 van 4 vragen" in out
    assert _answers(folder, "x") == {"drempels": ("schaamte", "taal")}
    offered.write_text("drempels: [taal, schaamte]\nsh-weet-hulp: nee\n", encoding="utf-8")
    code, out, _ = psoh(*arguments)
    assert code == 0
    assert "Stond er al: 1 vraag" in out


def test_answers_can_come_from_a_whole_interview_and_replace_when_asked(psoh: Psoh, folder: Path) -> None:
    psoh("interview", folder, "--informant", "een", "--groep", "statushouders", lines=("1", "ja", "stop"))
    other = folder / "interviews" / "een.yaml"
    code, out, _ = psoh("interview", folder, "--informant", "twee", "--antwoorden", other)
    assert (code, out.splitlines()[0]) == (0, "Ingevuld: 2 vragen")
    assert _answers(folder, "twee") == _answers(folder, "een")
    other.write_text(
        other.read_text(encoding="utf-8").replace("antwoord: ja", "antwoord: nee"), encoding="utf-8"
    )
    psoh("interview", folder, "--informant", "twee", "--antwoorden", other)
    assert _answers(folder, "twee")["sh-weet-hulp"] == ("ja",)
    psoh("interview", folder, "--informant", "twee", "--antwoorden", other, "--vervang")
    assert _answers(folder, "twee")["sh-weet-hulp"] == ("nee",)


def test_errors_already_in_the_file_are_told_and_can_be_changed(psoh: Psoh, folder: Path) -> None:
    psoh("interview", folder, "--informant", "x", "--groep", "statushouders", lines=("1", "ja", "stop"))
    path = folder / "interviews" / "x.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("antwoord: ja", "antwoord: jaja"), encoding="utf-8"
    )
    code, _, err = psoh("interview", folder, "--informant", "x", lines=("w", "rust", "2", "ja", "stop"))
    assert code == 0
    assert "INTERVIEW003 'jaja' is geen antwoord op deze vraag" in err
    assert _answers(folder, "x")["sh-weet-hulp"] == ("ja",)


@pytest.mark.parametrize("how", ["option", "environment"])
def test_plain_mode_by_option_or_environment(
    psoh: Psoh, folder: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    if how == "environment":
        monkeypatch.setenv("ACCESSIBLE", "1")
    extra = ("--toegankelijk",) if how == "option" else ()
    _, _, err = psoh("interview", folder, "--informant", "x", "--groep", "ggd", *extra, lines=("1", "stop"))
    assert "1: Ja" in err
    assert "\x1b" not in err
    assert "-----" not in err


def test_every_line_fits_eighty_columns(psoh: Psoh, folder: Path) -> None:
    lines = ("?", *("w",) * 60, "")
    _, _, err = psoh("interview", folder, "--informant", "x", "--groep", "gemeente", lines=lines)
    too_long = [
        line for line in err.splitlines() if len(line) > 80 and folder.parent.as_posix() not in line
    ]  # where the tests run, a path may be longer than a line
    assert too_long == []


def test_input_that_is_no_utf8_is_told(psoh: Psoh, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(prompt: str) -> str:
        return b"caf\xe9".decode("utf-8")

    monkeypatch.setattr(console, "ask", ask)
    code, _, err = psoh("interview", folder, "--informant", "x", "--groep", "ggd")
    assert code == 2
    assert "De invoer is geen UTF-8." in err


def test_a_pipe_that_stays_silent_counts_as_nobody_there(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, encoding="utf-8") as silent:
        monkeypatch.setattr("sys.stdin", silent)
        monkeypatch.setattr(asker, "_PATIENCE_SECONDS", 0.05)
        with pytest.raises(EOFError):
            asker.TerminalAsker().read("Antwoord: ")
        os.write(writing, b"1\n")
        assert asker.TerminalAsker().read("Antwoord: ") == "1"
        os.close(writing)
