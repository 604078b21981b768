"""`psoh start` as it is typed."""

from __future__ import annotations

import io
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from psoh_cli import app
from psoh_cli.dossier import scaffold
from psoh_cli.terminal import console

Psoh = Callable[..., tuple[int, str, str]]


@pytest.fixture
def psoh(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Psoh:
    """Give a function that runs psoh in an empty folder; `lines` are typed at a terminal, None is no terminal."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, lines: tuple[str, ...] | None = None) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines or ())))
        monkeypatch.setattr(console, "is_interactive", lambda: lines is not None)
        code = app.run(["start", *arguments])
        captured = capsys.readouterr()
        return code, captured.out, " ".join(captured.err.split())

    return run


def test_with_a_folder_and_a_gemeente_nothing_is_asked(
    psoh: Psoh, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console, "ask", lambda prompt: pytest.fail(f"asked {prompt}"))
    code, out, err = psoh("dordrecht", "--gemeente", "Dordrecht", lines=())
    assert (code, out) == (0, "dordrecht\n")
    assert "Volgende stap, een voorstel aan wie u vragen stelt: psoh ronde plan dordrecht" in err
    assert "psoh interview dordrecht" in err
    assert "--informant" not in err
    assert (tmp_path / "dordrecht" / "gemeente.yaml").is_file()


def test_the_next_step_works_as_it_is_printed(psoh: Psoh, tmp_path: Path) -> None:
    _, _, err = psoh("ons dossier", "--gemeente", "Ede")
    plan, talk = (
        shlex.split(part.split(": psoh ")[-1]) for part in err.split("Volgende stap, ")[1].split(" Daarna ")
    )
    assert app.run(plan) == 0
    assert (tmp_path / "ons dossier" / "ronde.yaml").is_file()
    assert app.run(talk) == 0  # who there is; nobody is there to answer
    assert app.run(["check", "ons dossier"]) == 0


def test_asks_what_was_not_told(psoh: Psoh, tmp_path: Path) -> None:
    code, _, err = psoh(lines=("Dordrcht", "Dordrecht", ""))
    assert code == 0
    assert "Bedoelt u 'Dordrecht'" in err
    assert "(Enter = dordrecht)" in err
    assert (tmp_path / "dordrecht" / "plan.yaml").is_file()


def test_the_name_of_the_folder_suggests_the_gemeente(psoh: Psoh, tmp_path: Path) -> None:
    code, _, err = psoh("den-haag", lines=("",))
    assert code == 0
    assert "(Enter = Den Haag)" in err
    assert "code: GM0518" in (tmp_path / "den-haag" / "gemeente.yaml").read_text(encoding="utf-8")


def test_a_folder_that_exists_is_asked_again(psoh: Psoh, tmp_path: Path) -> None:
    (tmp_path / "ede").mkdir()
    code, _, err = psoh("--gemeente", "Ede", lines=("", "ede-2"))
    assert code == 0
    assert "De map 'ede' bestaat al" in err
    assert (tmp_path / "ede-2" / "gemeente.yaml").is_file()
    assert list((tmp_path / "ede").iterdir()) == []


@pytest.mark.parametrize("lines", [("stop",), (), ("Ede", "stop")])
def test_stopping_makes_nothing(psoh: Psoh, tmp_path: Path, lines: tuple[str, ...]) -> None:
    code, _, err = psoh(lines=lines)
    assert code == 0
    assert "Gestopt. Er is niets gemaakt." in err
    assert list(tmp_path.iterdir()) == []


def test_the_place_is_checked_before_the_first_question(
    psoh: Psoh, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console, "ask", lambda prompt: pytest.fail(f"asked {prompt}"))
    (tmp_path / "bestaat").mkdir()
    assert psoh("bestaat", lines=())[0] == 2
    assert psoh("weg/dordrecht", lines=())[0] == 2

    def refuse(*arguments: object, **named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkdtemp", refuse)
    code, _, err = psoh(lines=())
    assert code == 2
    assert "mag er niet schrijven" in err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "Voeg toe: --gemeente NAAM"),
        (("x",), "Voeg toe: --gemeente NAAM"),
        (("--gemeente", "Ede"), "psoh start ede"),
        (("x", "--gemeente", "Dordrcht"), "'Dordrecht'"),
        (("x", "--gemeente", "Bergen"), "GM0893"),
        (("x", "--gemeente", "Haarlemmerliede en Spaarnwoude"), "Haarlemmermeer (GM0394)"),
        (("con", "--gemeente", "Ede"), "Kies bijvoorbeeld: dossier"),
    ],
)
def test_without_a_terminal_what_is_missing_or_wrong_is_told(
    psoh: Psoh, tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    code, _, err = psoh(*arguments)
    assert code == 2
    assert says in err
    assert list(tmp_path.iterdir()) == []


def test_an_interrupt_leaves_nothing(psoh: Psoh, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(scaffold, "_read_back", interrupt)
    assert psoh("ede", "--gemeente", "Ede")[0] == 130
    assert list(tmp_path.iterdir()) == []


def test_a_question_mark_explains_and_asks_again(psoh: Psoh, tmp_path: Path) -> None:
    code, _, err = psoh(lines=("?", "Dordrecht", "?", ""))
    assert code == 0
    assert "Typ de naam van de gemeente, of de code" in err
    assert "In deze map komen de bestanden van het dossier." in err
    assert (tmp_path / "dordrecht" / "gemeente.yaml").is_file()


def test_at_a_terminal_the_folder_is_told_once(psoh: Psoh, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "shows_output", lambda: True)
    _, out, err = psoh("dordrecht", "--gemeente", "Dordrecht", lines=())
    assert out == ""
    assert "staat in dordrecht" in err
