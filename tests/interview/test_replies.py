"""What somebody types, and what it is taken for."""

from __future__ import annotations

import pytest
from tests.interview.talk import TODAY, question

from psoh_cli.interview.replies import Command, Given, Remark, clean, read_reply
from psoh_cli.interview.typed_values import Mistake


def _reply(name: str, line: str) -> object:
    return read_reply(question(name), line, as_of=TODAY)


@pytest.mark.parametrize(
    ("name", "line", "values"),
    [
        ("beleid", "1", ("ja",)),
        ("beleid", "2", ("deels",)),
        ("beleid", "3", ("nee",)),
        ("beleid", "4", ("weet-niet",)),
        ("beleid", "5", ("niet-van-toepassing",)),
        ("beleid", " Ja ", ("ja",)),
        ("beleid", "j", ("ja",)),
        # n is nee: the two answers that fit everywhere have numbers and words of their own.
        ("beleid", "n", ("nee",)),
        ("beleid", "w", ("weet-niet",)),
        ("beleid", "Weet ik niet", ("weet-niet",)),
        ("beleid", "nvt", ("niet-van-toepassing",)),
        ("beleid", "n.v.t.", ("niet-van-toepassing",)),
        ("soort", "regio", ("regionaal",)),
        ("soort", "4", ("weet-niet",)),
        ("partners", "1,3", ("ggd", "school")),
        ("partners", "1 3", ("ggd", "school")),
        ("partners", "1; 3 en 2", ("ggd", "school", "huisarts")),
        ("partners", "ggd, school", ("ggd", "school")),
        ("partners", "3,3", ("school",)),
        ("partners", "geen", ("geen",)),
        ("partners", "w", ("weet-niet",)),
        ("vervolg", "12", ("12",)),
        ("vervolg", "012", ("12",)),
        ("vervolg", "12 weken", ("12",)),
        ("vervolg", "w", ("weet-niet",)),
        ("vervolg", "nvt", ("niet-van-toepassing",)),
        ("wens", "  Rust   en taal ", ("Rust en taal",)),
        ("wens", "Dat is zo! Echt", ("Dat is zo! Echt",)),
        ("wens", "w", ("weet-niet",)),
        ("datum", "2026-03-31", ("2026-03-31",)),
        ("datum", "31-3-2026", ("2026-03-31",)),
        ("datum", "31 maart 2026", ("2026-03-31",)),
        ("datum", "maart 2026", ("2026-03",)),
        ("datum", "3-2026", ("2026-03",)),
        ("datum", "mrt 2026", ("2026-03",)),
        ("datum", "2025", ("2025",)),
        ("datum", "nvt", ("niet-van-toepassing",)),
    ],
)
def test_answers(name: str, line: str, values: tuple[str, ...]) -> None:
    assert _reply(name, line) == Given(values=values)


@pytest.mark.parametrize(
    ("name", "line", "says"),
    [
        ("beleid", "9", "nummer van 1 tot en met 5"),
        ("beleid", "0", "nummer van 1 tot en met 5"),
        ("beleid", "misschien", "staat niet in de lijst"),
        ("beleid", "1,2", "past één antwoord"),
        ("soort", "lokal1", "Bedoelt u 1 (Lokaal)?"),
        ("partners", "1,4", "'geen' kan niet samen met een ander antwoord"),
        ("partners", "1,w", "'weet-niet' kan niet samen"),
        ("partners", "1,12", "12 staat niet in de lijst"),
        ("vervolg", "veel", "geen heel getal"),
        ("vervolg", "ongeveer 12", "'Ongeveer' kan in een opmerking"),
        ("vervolg", "1.200", "Bedoelt u 1200?"),
        ("vervolg", "0", "te laag"),
        ("vervolg", "-3", "geen heel getal"),
        ("datum", "gisteren", "geen datum"),
        ("datum", "31-2-2026", "bestaat niet"),
        ("datum", "2026-13", "bestaat niet"),
        ("datum", "22-11-2026", "ligt in de toekomst"),
    ],
)
def test_what_is_no_answer_is_told_with_what_to_type(name: str, line: str, says: str) -> None:
    reply = _reply(name, line)
    assert isinstance(reply, Mistake), reply
    assert says in reply.message


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("<", Command.BACK),
        ("terug", Command.BACK),
        ("?", Command.EXPLAIN),
        (">", Command.SKIP_THEME),
        ("Overslaan", Command.SKIP_THEME),
        ("stop", Command.STOP),
        ("verder", Command.CONTINUE),
        ("", Command.KEEP),
        ("   ", Command.KEEP),
    ],
)
@pytest.mark.parametrize("name", ["beleid", "soort", "partners", "vervolg", "wens", "datum"])
def test_commands_work_at_every_kind_of_question(name: str, line: str, command: Command) -> None:
    assert _reply(name, line) is command


@pytest.mark.parametrize(
    ("name", "line", "values", "remark"),
    [
        ("beleid", "1 ! alleen in het centrum", ("ja",), "alleen in het centrum"),
        ("beleid", "1! ook zo", ("ja",), "ook zo"),
        ("beleid", "1 !", ("ja",), None),
        ("partners", "1,3 ! en soms 2, zei men!", ("ggd", "school"), "en soms 2, zei men!"),
        ("vervolg", "12 ! ongeveer", ("12",), "ongeveer"),
        ("datum", "2026 ! vermoedelijk", ("2026",), "vermoedelijk"),
    ],
)
def test_a_remark_behind_an_answer(name: str, line: str, values: tuple[str, ...], remark: str | None) -> None:
    assert _reply(name, line) == Given(values=values, remark=remark)


def test_a_remark_on_its_own() -> None:
    assert _reply("beleid", "! pas sinds mei") == Remark("pas sinds mei")
    assert _reply("wens", "!") == Remark("")


def test_what_a_keyboard_adds_is_taken_out() -> None:
    assert clean("\x1b[D\x1b[3~rust\x07 en\ttaal\x00\n") == "rust en taal"
    assert clean("Açaí \N{ZERO WIDTH NON-JOINER}ن") == "Açaí \N{ZERO WIDTH NON-JOINER}ن"
    assert _reply("beleid", "\x1b[A1") == Given(values=("ja",))
