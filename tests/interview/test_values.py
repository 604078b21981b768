"""What counts as an answer, and in which words it is shown."""

from __future__ import annotations

from itertools import pairwise
from textwrap import wrap

import pytest
from tests.interview.talk import QUESTIONS, TODAY, answered, question

from psoh_cli.interview.explaining import command_lines, explanation_lines, words_in
from psoh_cli.interview.replies import Given, read_reply
from psoh_cli.interview.values import all_options, faults, has_choices, label
from psoh_cli.interview.wording import answer_text, short_lines
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.vocabulary import DONT_KNOW, NOT_APPLICABLE


def test_dont_know_and_not_applicable_answer_every_question_of_the_knowledge() -> None:
    real, _ = read_catalogue()
    for item in (*real.questions, *QUESTIONS):
        for value in (DONT_KNOW, NOT_APPLICABLE):
            assert not list(faults(item, (value,), as_of=TODAY)), item.id
        for line, value in (("w", DONT_KNOW), ("nvt", NOT_APPLICABLE)):
            assert read_reply(item, line, as_of=TODAY) == Given(values=(value,)), item.id


def test_every_numbered_option_of_the_knowledge_is_an_answer() -> None:
    real, _ = read_catalogue()
    for item in real.questions:
        if has_choices(item):
            for number, option in enumerate(all_options(item), start=1):
                assert read_reply(item, str(number), as_of=TODAY) == Given(values=(option.value,))
                assert not list(faults(item, (option.value,), as_of=TODAY))


def test_the_two_answers_that_fit_everywhere_stand_last_and_once() -> None:
    values = [option.value for option in all_options(question("soort"))]
    assert values == ["lokaal", "regionaal", "anders", "weet-niet", "niet-van-toepassing"]


@pytest.mark.parametrize(
    ("name", "values", "codes"),
    [
        ("beleid", ("ja",), []),
        ("beleid", ("Ja",), ["INTERVIEW003"]),
        ("beleid", ("ja", "nee"), ["INTERVIEW004"]),
        ("partners", ("ggd", "school"), []),
        ("partners", ("ggd", "scool"), ["INTERVIEW003"]),
        ("partners", ("geen", "school"), ["INTERVIEW007"]),
        ("partners", ("weet-niet", "school"), ["INTERVIEW007"]),
        ("partners", ("ggd", "ggd"), ["INTERVIEW007"]),
        ("vervolg", ("3",), []),
        ("vervolg", ("0",), ["INTERVIEW005"]),
        ("vervolg", ("drie",), ["INTERVIEW005"]),
        ("vervolg", ("١٢",), ["INTERVIEW005"]),
        ("vervolg", ("1.200",), ["INTERVIEW005"]),
        ("datum", ("2026-02",), []),
        ("datum", ("02-2026",), ["INTERVIEW006"]),
        ("datum", ("2027",), ["INTERVIEW008"]),
        ("wens", ("alles mag",), []),
    ],
)
def test_faults(name: str, values: tuple[str, ...], codes: list[str]) -> None:
    assert [fault.code for fault in faults(question(name), values, as_of=TODAY)] == codes


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("beleid", "ja", "Ja"),
        ("beleid", "weet-niet", "Weet ik niet"),
        ("vervolg", "12", "12 weken"),
        ("vervolg", "1", "1 week"),
        ("vervolg", "niet-van-toepassing", "Niet van toepassing"),
        ("datum", "2026-03", "maart 2026"),
        ("datum", "gisteren", "gisteren"),
        ("wens", "rust", "rust"),
    ],
)
def test_labels(name: str, value: str, words: str) -> None:
    assert label(question(name), value) == words


def test_an_answer_in_words() -> None:
    answer = answered(partners=("ggd", "anders"))["partners"].model_copy(
        update={"other": "de kerk", "remark": "soms"}
    )
    assert answer_text(question("partners"), answer) == "Ggd; Anders (de kerk). Opmerking: soms"


def test_the_glossary_is_shown_where_a_question_uses_its_words() -> None:
    real, _ = read_catalogue()
    shown = 0
    for item in real.questions:
        lines = [*explanation_lines(item, real), *command_lines(item, real, plain=False)]
        for word in words_in(item, real):
            assert f"{word.word}: {word.explanation}" in lines
            shown += 1
    assert shown


def test_an_explanation_fits_on_one_small_screen_with_the_choices_below_it() -> None:
    real, _ = read_catalogue()
    for item in real.questions:
        told = [*explanation_lines(item, real), *short_lines(item, number=12, plain=False), "Antwoord: "]
        assert sum(max(1, len(wrap(line, 80))) for line in told) <= 22, item.id
        assert all(option.label in "\n".join(told) for option in item.options), item.id


SEVERAL = ["{}, {}", "{} en {}", "{} {}", "• {} • {}", "– {} – {}", "{}; {}", "{}\n{}", "{}/{}"]


@pytest.mark.parametrize("way", SEVERAL)
def test_answers_in_one_text_become_a_list_that_holds_them_all(way: str) -> None:
    (fault,) = faults(question("partners"), (way.format("ggd", "school"),), as_of=TODAY)
    assert fault.several == ("ggd", "school")
    assert fault.is_exact
    assert fault.mend is None
    assert "Schrijf [ggd, school]" in fault.hint


def test_a_mistyped_answer_among_others_is_not_sure() -> None:
    (fault,) = faults(question("partners"), ("ggd, schol",), as_of=TODAY)
    assert fault.several == ("ggd", "school")
    assert not fault.is_exact


def test_where_one_answer_fits_psoh_does_not_choose() -> None:
    (fault,) = faults(question("beleid"), ("ja, nee",), as_of=TODAY)
    assert (fault.several, fault.mend) == ((), None)
    assert "past één antwoord" in fault.hint


@pytest.mark.parametrize("step", [6, pytest.param(1, marks=pytest.mark.slow)])
def test_what_may_be_written_never_loses_an_answer_that_stood_there(step: int) -> None:
    real, _ = read_catalogue()
    with_these = {(item.kind, item.groups == ("statushouders",), all_options(item)): item
                  for item in real.questions if has_choices(item)}  # fmt: skip
    for item in [*with_these.values()][::step]:
        own = [option.value for option in all_options(item)]
        for first, second in pairwise(own):
            for text in (
                f"{first}, {second}",
                f"vooral {first}, soms {second}",
                f"{first} en {second}",
                f"{second} {first}",
            ):
                for fault in faults(item, (text,), as_of=TODAY):
                    written = fault.several or ((fault.mend.text,) if fault.mend and fault.mend.text else ())
                    assert not written or {first, second} <= set(written), (item.id, text)
