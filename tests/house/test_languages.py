"""Languages by name, by another spelling and by a longer code become the code we use; a guess stays a guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoh_cli.languages import code_of, languages_meant, languages_spoken_in, question_about
from psoh_cli.vocabulary import LANGUAGE_NAMES


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tigrinya", "ti"), ("tigrinja", "ti"), ("Arabisch", "ar"), ("arabisch", "ar"), ("AR", "ar"), ("ara", "ar"),
        ("Dari", "prs"), ("Farsi", "fa"), ("Perzisch", "fa"), ("Oekraiens", "uk"), ("Oekraïens", "uk"),
        ("Koerdisch", "ku"), ("Koerdisch Kurmanji", "kmr"), ("Koerdisch (Kurmanji)", "kmr"), ("Kurmancî", "kmr"),
        ("Somali", "so"), ("Somalisch", "so"), ("Pashto", "ps"), ("TIR", "ti"), ("nederlandse", "nl"),
        ("Syrisch", ""), ("Afghaans", ""), ("tig", ""), ("Tigre", ""), ("", ""), ("a" * 10_000, ""),
    ],
)  # fmt: skip
def test_what_can_mean_one_language_only(text: str, code: str) -> None:
    assert code_of(text) == code


@pytest.mark.parametrize(
    ("text", "codes", "question"),
    [
        ("Arabsich", ("ar",), "Bedoelt u ar (Arabisch)?"),
        ("ar-SY", ("ar",), "Bedoelt u ar (Arabisch)?"),
        ("Afghaans", ("prs", "ps"), "Bedoelt u prs (Dari) of ps (Pasjtoe)?"),
        ("Dari/Farsi", ("prs", "fa"), "Zet elke taal apart in de lijst: prs, fa."),
        ("Arabisch en Tigrinya", ("ar", "ti"), "Zet elke taal apart in de lijst: ar, ti."),
        ("Klingon", (), ""),
        ("x" * 10_000, (), ""),
    ],
)
def test_what_may_be_meant(text: str, codes: tuple[str, ...], question: str) -> None:
    assert languages_meant(text) == codes
    assert question_about(text) == question


@given(st.text(max_size=80))
def test_only_codes_that_exist_are_offered(text: str) -> None:
    assert {*languages_meant(text), code_of(text)} <= {*LANGUAGE_NAMES, ""}


@pytest.mark.parametrize("code", LANGUAGE_NAMES)
def test_our_own_codes_and_names_mean_themselves(code: str) -> None:
    assert code_of(code) == code_of(LANGUAGE_NAMES[code]) == code


def test_the_code_of_a_country_is_no_language() -> None:
    assert languages_spoken_in("sy") == ("ar", "ku")
    assert languages_spoken_in("ti") == ()
    assert all(
        set(languages_spoken_in(country)) <= set(LANGUAGE_NAMES) for country in ("af", "er", "et", "ua")
    )
