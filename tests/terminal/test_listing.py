"""What `check` shows: the worst first, long runs in one line, and never more than somebody reads."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from rich.console import Console
from rich.text import Text

from psoh_cli.problems.fix import Edit, Fix, Span
from psoh_cli.problems.problem import Problem, Severity, in_order
from psoh_cli.problems.report import Report
from psoh_cli.terminal.excerpt import Signs
from psoh_cli.terminal.listing import Screen, as_text, counted, in_reading_order, listing
from psoh_cli.terminal.sharing import Rest

SCREENS = Path(__file__).parent / "screens"
KAART = """\
diensten:
  - id: inloop
    naam: "Inloop 咖啡 aan de Dordtse haven, voor wie net een huis heeft en de buurt nog niet kent"
    talen: [nl, xx]
\tlaag: 1
"""
TEXTS = {"d/sociale-kaart.yaml": KAART + "    gecontroleerd_op: 2020-01-01\n" * 200}


def mend(text: str, *, is_safe: bool = True) -> Fix:
    return Fix(edits=(Edit(Span(1, 1, 1, 2), text),), does=f"schrijf {text}", is_safe=is_safe)


def problem(code: str = "KAART012", severity: Severity = Severity.ERROR, **named: object) -> Problem:
    about: dict[str, object] = {"message": "x", "file": "d/sociale-kaart.yaml", **named}
    return Problem(code=code, severity=severity, **about)  # type: ignore[arg-type]


PROBLEMS = (
    problem("KAART012", Severity.WARNING, line=4, column=17, end=(4, 19), message="taalcode 'xx' is psoh niet bekend",
            hint="Bedoelt u 'ti'? Gebruik een code uit ISO 639, bijvoorbeeld ar voor Arabisch of ti voor Tigrinya.",
            fix=mend("ti")),
    problem("YAML005", line=5, column=1, end=(5, 2), message="hier staat een tab",
            hint="Vervang de tab door spaties."),
    problem("PRIVACY005", line=3, column=30, end=(3, 44), message="in 'naam' lijkt een persoon te staan; in een "
            "dossier staan functies en organisaties en nooit mensen", hint="Schrijf:\n  naam: Inloop",
            fix=mend("Inloop", is_safe=False)),
    problem("DOSSIER012", Severity.HINT, file="d/oud.yaml", message="psoh leest dit niet"),
    *(problem("KAART004", Severity.WARNING, line=number, column=23, end=(number, 33), message="te oud")
      for number in range(6, 36)),
)  # fmt: skip
REPORT = Report(problems=in_order(PROBLEMS), texts=TEXTS)


def on_screen(*, colour: bool, signs: Signs | None = None) -> str:
    stream = io.StringIO()
    console = Console(file=stream, width=80, force_terminal=colour, color_system="standard" if colour else None,
                      legacy_windows=False, _environ={})  # fmt: skip
    for line in listing(REPORT, screen=Screen(breaks=True, signs=signs or Signs(), is_private=True)):
        console.print(
            Text.assemble(*((part.text, part.style) for part in line)), soft_wrap=True, highlight=False
        )
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("plain.txt", lambda: on_screen(colour=False)),
        ("colour.txt", lambda: on_screen(colour=True).replace("\x1b", "ESC")),
        ("ascii.txt", lambda: on_screen(colour=False, signs=Signs.of("ascii"))),
        ("file.txt", lambda: as_text(REPORT) + "\n"),
    ],
    ids=["plain", "colour", "ascii", "file"],
)
def test_a_screen_looks_as_it_looked(name: str, shown: object, update_golden: bool) -> None:
    text = shown()  # type: ignore[operator]
    if update_golden:
        (SCREENS / name).write_text(text, encoding="utf-8", newline="\n")
    assert text == (SCREENS / name).read_text(encoding="utf-8")


def test_no_line_on_a_screen_is_wider_than_80() -> None:
    lines = on_screen(colour=False).splitlines()
    assert [line for line in lines if len(line) > 80] == []
    assert len(lines) > 30


def test_the_worst_comes_first_and_then_the_place() -> None:
    mixed = list(PROBLEMS)
    random.Random(4).shuffle(mixed)
    told = [item.code for item in in_reading_order(mixed, groups=True) if isinstance(item, Problem)]
    assert told == ["PRIVACY005", "YAML005", "KAART012", "KAART004", "KAART004", "KAART004", "DOSSIER012"]


@pytest.mark.parametrize(("times", "listed", "rest"), [(3, 3, 0), (4, 4, 0), (5, 3, 2), (30, 3, 27)])
def test_a_long_run_is_told_in_one_line(times: int, listed: int, rest: int) -> None:
    many = [problem(line=number) for number in range(1, times + 1)]
    items = list(in_reading_order(many, groups=True))
    assert sum(isinstance(item, Problem) for item in items) == listed
    assert sum(len(item.problems) for item in items if isinstance(item, Rest)) == rest


def test_runs_are_counted_per_file_and_code() -> None:
    many = [problem(code, file=file, line=line) for code in "ab" for file in "xy" for line in range(4)]
    assert not any(isinstance(item, Rest) for item in in_reading_order(many, groups=True))


def test_of_more_than_asked_only_the_number_is_told() -> None:
    many = Report(problems=in_order(problem(f"KAART{number:03}", line=number) for number in range(1, 91)))
    text = as_text(many, most=50)
    assert text.count(" fout ") == 50
    assert "Nog 40 meldingen niet getoond (--max 50). Alles: --max 0" in text
    assert as_text(many, most=90).count(" fout ") == 90
    assert "niet getoond" not in as_text(many, most=90)


def test_with_nought_everything_is_told_one_by_one() -> None:
    many = Report(problems=in_order(problem(line=number) for number in range(1, 91)))
    assert as_text(many, most=0).count(" fout ") == 90
    assert "nog " not in as_text(many, most=0)


def test_a_flood_counts_for_all_it_stands_for() -> None:
    flood = Report(problems=in_order(problem(line=number) for number in range(1, 10_001)))
    text = as_text(flood)
    assert "nog 9.997 keer KAART012 in d/sociale-kaart.yaml (regel 4, 5, 6, " in text
    assert text.endswith("\n10000 fouten in 1 bestand")


def test_a_value_of_a_hundred_thousand_characters_does_not_fill_the_screen() -> None:
    text = as_text(Report(problems=(problem(message="x" * 100_000, hint="y " * 50_000),)))
    assert len(text) < 3_000
    assert "…" in text


def test_a_value_cannot_look_like_a_problem_of_its_own() -> None:
    lines = as_text(Report(problems=(problem(message="'x\nb.yaml:1:1 fout KAART002 y'"),))).splitlines()
    assert len(lines) == 2


def test_a_text_that_became_another_meanwhile_is_no_crash() -> None:
    changed = Report(problems=REPORT.problems, texts={"d/sociale-kaart.yaml": "a"})
    assert "KAART012" in as_text(changed)


def test_files_are_counted_once() -> None:
    assert counted(REPORT) == "2 fouten, 31 waarschuwingen, 1 tip in 2 bestanden"
    assert counted(Report()) == "Geen problemen gevonden."


@pytest.mark.parametrize("width", [40, 80])
def test_a_long_place_has_a_line_of_its_own_on_a_screen_only(width: int) -> None:
    file = "dossiers/" + "zuid-holland/" * 5 + "plan.yaml"
    report = Report(
        problems=(problem(file=file, line=345, column=14, message="dit klopt niet, want er is iets"),)
    )
    shown = [
        "".join(part.text for part in line)
        for line in listing(report, screen=Screen(width=width, breaks=True))
    ]
    assert shown[0] == f"{file}:345:14"
    assert shown[1].startswith("    fout KAART012 dit ")
    assert all(len(line) <= width for line in shown[1:])
    assert as_text(report).splitlines()[0].startswith(f"{file}:345:14 fout KAART012 dit")
