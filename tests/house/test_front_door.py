"""Every way to end has its exit code and its Dutch sentence; nothing but that comes out."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import pytest
import typer

from psoh_cli import app
from psoh_cli.errors import MissingRendererError, ProblemsError, UnreadableError
from psoh_cli.gemeente.gemeente import gemeente_code
from psoh_cli.problems.problem import Problem, Severity
from psoh_cli.terminal import console

Run = Callable[..., tuple[int, str, str]]


class Shape(StrEnum):
    """A closed choice, to be misspelled."""

    TEXT = "text"
    JSON = "json"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Give a function that runs psoh with a command of our own in the place of `doctor`."""

    def run_with(command: Callable[..., Any], *arguments: str) -> tuple[int, str, str]:
        module = ModuleType("psoh_cli.commands.doctor")
        module.doctor = command  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, module.__name__, module)
        code = app.run(["doctor", *arguments])
        seen = capsys.readouterr()
        return code, seen.out, seen.err

    return run_with


def _raiser(error: BaseException) -> Callable[[], None]:
    def command() -> None:
        """Doe iets."""
        raise error

    return command


A_PROBLEM = Problem(
    code="KAART001", severity=Severity.ERROR, message="Dit kan niet.", file="a.yaml", hint="Doe dat."
)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (UnreadableError("Weg.", remedy="Zoek."), 2, "Fout: Weg.\nOplossing: Zoek.\n"),
        (UnreadableError("Weg."), 2, "Fout: Weg.\n"),
        (MissingRendererError("Geen Pango."), 4, "Fout: Geen Pango.\n"),
        (KeyboardInterrupt(), 130, "\nGestopt. Wat bewaard was, blijft bewaard.\n"),
        (typer.Abort(), 130, "\nGestopt. Wat bewaard was, blijft bewaard.\n"),
        (EOFError(), 2, "Fout: Er kwam geen antwoord meer; de invoer is gesloten.\n"),
        (BrokenPipeError(), 0, ""),
        (
            OSError(28, "No space left on device"),
            2,
            "Fout: De uitvoer kon niet worden geschreven; de schijf is vol.\n",
        ),
        (typer.Exit(4), 4, ""),
    ],
)
def test_an_ending_has_its_code_and_its_words(run: Run, error: BaseException, code: int, said: str) -> None:
    assert run(_raiser(error)) == (code, "", said)


def test_problems_are_shown_before_the_error(run: Run) -> None:
    code, out, err = run(_raiser(ProblemsError("Zo kan het niet verder.", problems=(A_PROBLEM,))))
    assert (code, out) == (1, "")
    assert err == (
        "a.yaml:1:1 fout KAART001 Dit kan niet.\n    Doe dat.\n1 fout\nFout: Zo kan het niet verder.\n"
    )


def test_a_command_that_returns_a_number_ends_with_it(run: Run) -> None:
    assert run(lambda: 1)[0] == 1
    assert run(lambda: None)[0] == 0


def test_our_own_bug_is_one_sentence_and_a_log(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    secret = "wat iemand zei"

    def command(map_: Annotated[str, typer.Argument(metavar="MAP")]) -> None:
        """Ga stuk."""
        said = secret
        raise ZeroDivisionError(len(said))

    code, out, err = run(command, secret)
    (log,) = tmp_path.glob("psoh-fout-*.log")
    assert (code, out) == (3, "")
    assert "Traceback" not in err
    assert str(log) in err
    written = log.read_text("utf-8")
    assert "ZeroDivisionError" in written
    assert "opdracht: doctor" in written
    assert secret not in written
    assert os.name == "nt" or stat.S_IMODE(log.stat().st_mode) == 0o600


def test_the_log_of_our_bug_holds_no_value_and_no_words_of_an_error(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def command(
        folder: Annotated[str, typer.Argument(metavar="MAP")],
        role: Annotated[str, typer.Option("--rol", help="x")],
        name: Annotated[str, typer.Option("--naam", help="x")],
    ) -> None:
        """Ga stuk."""
        try:
            gemeente_code("geheimcode")
        except ValueError as error:
            try:
                raise UnreadableError("dit zei psoh zelf") from error
            except UnreadableError as ours:
                raise KeyError(f"geheimfout {role} {name}") from ours

    code, _, _ = run(command, "geheimemap", "--rol", "geheimerol", "--naam=geheimenaam", "--quiet")
    (log,) = tmp_path.glob("psoh-fout-*.log")
    written = log.read_text("utf-8")
    assert code == 3
    assert "geheim" not in written
    assert "opdracht: doctor --rol --naam --quiet\n" in written
    assert "builtins.KeyError\n" in written
    assert "psoh_cli.errors.UnreadableError: dit zei psoh zelf\n" in written
    assert "psoh_cli/gemeente/gemeente.py, regel " in written, "our own lines"
    assert "psoh_cli/app.py, regel " in written
    assert "typer" not in written.replace("typer.Typer", "").lower()


def test_the_log_names_a_command_in_a_group_and_no_value_that_looks_like_an_option() -> None:
    typed = ["kaart", "bevestig", "inloop", "--door", "--jansen", "--map=x", "-x", "toon"]
    assert app._names_in(typed) == ["kaart", "bevestig", "--door", "--map"]
    assert app._names_in(["geheim", "--rol", "x"]) == []
    assert app._names_in([]) == []


def test_a_log_that_cannot_be_written_stops_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "weg"))
    assert run(_raiser(RuntimeError("x"))) == (
        3,
        "",
        "Fout: Er ging iets mis in psoh zelf; dat ligt niet aan u.\n",
    )


def _pick(
    folder: Annotated[str, typer.Argument(metavar="MAP")],
    vorm: Annotated[Shape, typer.Option("--format", help="De vorm.")] = Shape.TEXT,
    aantal: Annotated[int, typer.Option("--aantal", help="Hoeveel.", min=1)] = 1,
    pad: Annotated[Path | None, typer.Option("--pad", help="Waar.", exists=True, dir_okay=False)] = None,
) -> None:
    """Kies iets."""
    console.out(f"{folder} {vorm.value} {aantal}")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Fout: MAP ontbreekt."),
        (["x", "y"], "Fout: Dit is te veel: y."),
        (["x", "--formaat", "json"], "Fout: De optie '--formaat' bestaat niet. Bedoelt u '--format'?"),
        (["x", "-z"], "Fout: De optie '-z' bestaat niet."),
        (["x", "--format"], "Fout: Achter '--format' hoort een waarde."),
        (
            ["x", "--format", "jsn"],
            "Fout: --format: 'jsn' kan hier niet. Kies uit: text, json. Bedoelt u 'json'?",
        ),
        (["x", "--aantal", "veel"], "Fout: --aantal: 'veel' is geen heel getal."),
        (["x", "--aantal", "0"], "Fout: --aantal: 0 ligt niet tussen de grenzen (x>=1)."),
        (["x", "--pad", "nergens"], "Fout: --pad: 'nergens' bestaat niet."),
        (["x", "--pad", "."], "Fout: --pad: '.' is een map, geen bestand."),
        (["x", "--quiet=ja"], "Fout: Achter '--quiet' hoort geen waarde."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_is_explained_in_dutch(run: Run, arguments: list[str], said: str) -> None:
    code, out, err = run(_pick, *arguments)
    assert (code, out) == (2, "")
    assert err == f"Gebruik: psoh doctor [OPTIES] MAP\nHulp: psoh doctor --help\n{said}\n"


def test_the_help_of_a_command_is_dutch_from_the_first_word_to_the_last(run: Run) -> None:
    code, out, err = run(_pick, "--help")
    assert (code, err) == (0, "")
    assert (
        out
        == """\
Gebruik: psoh doctor [OPTIES] MAP

  Kies iets.

Argumenten:
  MAP  [verplicht]

Opties:
  --format <text|json>  De vorm.  [standaard: text]
  --aantal <getal>      Hoeveel.  [standaard: 1; x>=1]
  --pad <bestand>       Waar.
  -q, --quiet           Alleen het resultaat en fouten, geen toelichting.
  -h, --help            Toon deze hulp en stop.
"""
    )


def test_an_unknown_command_gets_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(["raport"]) == 2
    assert "Fout: 'raport' is geen opdracht van psoh. Bedoelt u 'rapport'?" in capsys.readouterr().err


def test_a_group_without_a_word_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(["kaart"]) == 2
    assert "Kies een opdracht: toon" in capsys.readouterr().err


def _psoh(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "psoh_cli", *arguments],
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii", "latin-1"])
def test_utf8_comes_out_whatever_the_code_page(encoding: str) -> None:
    done = _psoh("dóctor", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 2
    assert "'dóctor' is geen opdracht van psoh. Bedoelt u 'doctor'?" in done.stderr.decode("utf-8")


def test_a_name_that_is_no_text_at_all_stops_nothing() -> None:
    done = subprocess.run(
        [sys.executable.encode(), b"-m", b"psoh_cli", b"d\xff"], capture_output=True, check=False
    )
    assert done.returncode == 2
    assert b"is geen opdracht van psoh." in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_that_does_not_fit_is_an_error() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "psoh_cli", "--version"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.stderr.decode() == "Fout: De uitvoer kon niet worden geschreven; de schijf is vol.\n"
    assert done.returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="a pipe closes otherwise there")
def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "psoh_cli", "--version"], stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("name", app.COMMANDS)
def test_no_help_is_half_translated(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in _every_help(name):
        assert app.run(arguments) == 0
        shown = capsys.readouterr().out
        words = set(shown.lower().replace(",", " ").replace(".", " ").split())
        assert words & ENGLISH == set(), arguments
        assert shown.startswith("Gebruik: psoh ")


def _every_help(name: str) -> list[list[str]]:
    below = getattr(app.load_command(name), "commands", {})
    return [[name, "--help"], *([name, word, "--help"] for word in below)]


ENGLISH = {
    "<str>", "<int>", "<float>", "<int range>", "<boolean>", "<filename>", "<file>", "<directory>", "<path>",
    "usage:", "options", "[options]", "options:", "arguments:", "commands:", "show", "this", "message", "exit", "and",
    "the", "with", "default:", "[default:", "required", "[required]", "text;", "integer", "directory", "file",
    "folder", "path", "output", "from", "for", "not", "only", "write", "read", "print", "[args]", "command", "boolean",
}  # fmt: skip
