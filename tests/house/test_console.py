"""How the terminal sounds: plain at 80 columns, silent when asked, and never a redraw where nobody can see it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from psoh_cli.problems.problem import Problem, Severity, standing_for
from psoh_cli.terminal import console, wrapping
from psoh_cli.terminal.listing import count_problems

PROBLEMS = (
    Problem(
        code="KAART001",
        severity=Severity.ERROR,
        message="Onbekende sleutel.",
        file="a b/kaart.yaml",
        line=3,
        column=5,
    ),
    Problem(
        code="KAART002",
        severity=Severity.WARNING,
        message="Te oud.",
        file="kaart.yaml",
        line=9,
        hint="Bevestig.",
    ),
    Problem(
        code="KAART002", severity=Severity.WARNING, message="[bold]Te oud[/bold].", file="kaart.yaml", line=11
    ),
)


@pytest.fixture(autouse=True)
def _speak_again() -> None:
    console.be_quiet(quiet=False)


def test_data_and_talk_go_their_own_way(capsys: pytest.CaptureFixture[str]) -> None:
    console.out("gegevens")
    console.say("praat")
    assert capsys.readouterr() == ("gegevens\n", "praat\n")


def test_data_comes_out_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    line = "[bold]" + "x" * 300
    console.out(line)
    assert capsys.readouterr().out == f"{line}\n"


ORDERS = "a\x1b[2Jb\x07c\x9bd\x7fe\x00f\u202eg\u2069h\ri"
SHOWN = "a\ufffd[2Jb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg\ufffdh\ufffdi"


@pytest.mark.parametrize(
    "speak",
    [
        console.out, console.say, console.success, console.warn, console.error, console.complain, console.heading,
        console.paragraph,
        lambda text: console.table((text, "x"), [("y", text)], title=text),
        lambda text: console.show_problems(
            [Problem(code="KAART001", severity=Severity.ERROR, message=text, file=text, hint=text)]
        ),
    ],
)  # fmt: skip
def test_nothing_said_can_order_the_terminal_about(
    capsys: pytest.CaptureFixture[str], speak: Callable[[str], None]
) -> None:
    speak(ORDERS)
    said = "".join(capsys.readouterr())
    assert SHOWN in said
    assert not set(said) & set("\x1b\x07\x9b\x7f\x00\u202e\u2069\r")


def test_neither_can_a_question(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("ja\n"))
    console.ask(ORDERS)
    assert capsys.readouterr().err == SHOWN


def test_new_lines_and_tabs_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    console.out("a\n\tb \u200f")
    assert capsys.readouterr().out == "a\n\tb \u200f\n"


def test_a_value_cannot_look_like_a_problem_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    console.show_problems(
        [
            Problem(
                code="KAART001",
                severity=Severity.ERROR,
                message="'x\nb.yaml:1:1 fout KAART002 y'",
                file="a.yaml",
            )
        ]
    )
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_problem_counts_for_all_it_stands_for() -> None:
    first = Problem(code="KAART001", severity=Severity.ERROR, message="x", file="a.yaml")
    assert count_problems([first, standing_for(first, times=1200)]) == "1201 fouten"


def test_quiet_keeps_talk_and_lets_errors_through(capsys: pytest.CaptureFixture[str]) -> None:
    console.be_quiet(quiet=True)
    console.say("praat")
    console.success("gedaan")
    console.warn("oud")
    console.error("stuk")
    assert capsys.readouterr().err == "Let op: oud\nFout: stuk\n"


def test_talk_wraps_at_80_and_leaves_a_path_whole(capsys: pytest.CaptureFixture[str]) -> None:
    path = "/een/heel/lang/pad/" + "map/" * 20 + "bestand.yaml"
    console.say(f"  {'woord ' * 20}\n  {path}")
    lines = capsys.readouterr().err.splitlines()
    assert [len(line) <= 80 for line in lines] == [True, True, False]
    assert all(line.startswith("  ") for line in lines)
    assert lines[-1].strip() == path


@pytest.mark.parametrize(("mark", "inner"), [("12  ", 4), ("3. ", 3), ("- ", 2), ("  7  ", 5)])
def test_an_item_goes_on_under_its_own_first_word(
    capsys: pytest.CaptureFixture[str], mark: str, inner: int
) -> None:
    console.say(f"{mark}{'woord ' * 20}")
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith(f"{mark}woord")
    assert second.startswith(f"{' ' * inner}woord")


def test_a_sentence_that_begins_with_a_number_is_no_item(capsys: pytest.CaptureFixture[str]) -> None:
    console.paragraph(f"12 vragen {'woord ' * 20}")
    assert capsys.readouterr().out.splitlines()[1].startswith("woord")


def test_what_belongs_together_stays_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    console.paragraph(f"{'x' * 73} {wrapping.unbroken('eind [deels]')}")
    assert capsys.readouterr().out.splitlines()[1] == "eind [deels]"


def test_every_line_of_a_hint_is_set_in(capsys: pytest.CaptureFixture[str]) -> None:
    hint = Problem(
        code="INTERVIEW017",
        severity=Severity.HINT,
        message="tip",
        file="a.yaml",
        hint="Zet erbij:\na:\n  b: 1",
    )
    console.show_problems((hint,))
    assert "    Zet erbij:\n    a:\n      b: 1\n" in capsys.readouterr().out


def test_a_line_to_type_stays_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    line = f"  Oplossing: sudo apt-get install -y {'pakket ' * 20}einde"
    console.say(f"Er mist iets.\n{line}")
    assert capsys.readouterr().err == f"Er mist iets.\n{line}\n"


def test_a_problem_is_one_line_and_its_hint_another(capsys: pytest.CaptureFixture[str]) -> None:
    console.show_problems(PROBLEMS)
    assert capsys.readouterr().out == (
        "a b/kaart.yaml:3:5 fout KAART001 Onbekende sleutel.\n"
        "kaart.yaml:9:1 waarschuwing KAART002 Te oud.\n"
        "    Bevestig.\n"
        "kaart.yaml:11:1 waarschuwing KAART002 [bold]Te oud[/bold].\n"
        "1 fout, 2 waarschuwingen\n"
    )


def test_no_problem_is_also_said() -> None:
    assert count_problems(()) == "Geen problemen gevonden."


def test_a_table_has_no_vertical_lines_and_fits(capsys: pytest.CaptureFixture[str]) -> None:
    console.table(("naam", "waarde"), [("[kort]", "x" * 100), ("Jeugd & Gezin", "é")], title="Een tabel")
    shown = capsys.readouterr().out
    assert "|" not in shown
    assert "│" not in shown
    assert "[kort]" in shown
    assert max(len(line) for line in shown.splitlines()) <= 80


def test_progress_is_silent_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with console.progress("Rapporten", 2) as step:
        step("Dordrecht")
        step("")
    assert capsys.readouterr() == ("", "")


def test_an_answer_is_asked_on_stderr(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import io

    monkeypatch.setattr(sys, "stdin", io.StringIO("ja\n"))
    assert console.ask("Goed? ") == "ja"
    assert capsys.readouterr() == ("", "Goed? ")
    with pytest.raises(EOFError):
        console.ask("Nog iets? ")


_SHOW = """
from psoh_cli.terminal import console, wrapping
with console.progress("Rapporten", 2) as step:
    step("Dordrecht")
    step("Haarlem")
console.warn("een waarschuwing")
"""


def _in_a_terminal(**environment: str) -> str:
    """Run under a pseudo-terminal and give what a person would have been sent."""
    pty = pytest.importorskip("pty", reason="no pseudo-terminals here")
    parent, child = pty.openpty()
    clean = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "ACCESSIBLE", "TERM"}}
    process = subprocess.Popen(
        [sys.executable, "-c", _SHOW],
        stdin=child,
        stdout=child,
        stderr=child,
        env={**clean, "TERM": "xterm-256color", **environment},
    )
    os.close(child)
    seen = b""
    while True:
        try:
            part = os.read(parent, 4096)
        except OSError:
            break
        if not part:
            break
        seen += part
    os.close(parent)
    assert process.wait() == 0
    return seen.decode("utf-8").replace("\r\n", "\n")


def test_in_a_terminal_there_is_colour_and_progress() -> None:
    seen = _in_a_terminal()
    assert "\x1b[33m" in seen
    assert "Rapporten: Haarlem" in seen


def test_no_color_is_honoured() -> None:
    assert "\x1b[33m" not in _in_a_terminal(NO_COLOR="1")


@pytest.mark.parametrize("environment", [{"ACCESSIBLE": "1", "NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_nothing_is_redrawn_for_a_screen_reader(environment: dict[str, str]) -> None:
    assert (
        _in_a_terminal(**environment)
        == "Rapporten: Dordrecht\nRapporten: Haarlem\nLet op: een waarschuwing\n"
    )
